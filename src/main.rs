//! `drieklank`: the program.

use std::io;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Parser as _;
use drieklank::cli::Cli;
use drieklank::clock::Clock;

/// Keeps its speed on many threads and gives memory back.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Room for what goes deep in spite of all limits: parsing, validating, dropping.
const STACK_BYTES: usize = 8 * 1024 * 1024;

fn main() -> ExitCode {
    let cli = Cli::parse();
    run(cli).unwrap_or_else(|error| {
        // `drieklank schema | head`: who reads has seen enough.
        if error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>()).any(is_closed) {
            return ExitCode::SUCCESS;
        }
        eprintln!("drieklank: {}", told(&error));
        ExitCode::FAILURE
    })
}

fn is_closed(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe
}

/// An error with its causes; a cause of several lines begins on a line of its own. What the last one said already is not
/// said again.
fn told(error: &anyhow::Error) -> String {
    error
        .chain()
        .map(ToString::to_string)
        .reduce(|told, cause| {
            let gap = if cause.contains('\n') { '\n' } else { ' ' };
            if told.ends_with(&cause) { told } else { format!("{told}:{gap}{cause}") }
        })
        .unwrap_or_default()
}

fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .thread_stack_size(STACK_BYTES)
        .build()
        .context("failed to start the threads")?
        // On a thread of the runtime, for the first thread has the stack that the system gave it.
        .block_on(async { tokio::spawn(cli.run(Clock::system())).await.context("failed to run to the end")? })
}
