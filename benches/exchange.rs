//! What it costs to take a large region in and out: `cargo bench --bench exchange`.
//!
//! Writes 100,000 organisations and 1,000,000 participations as a dataset, imports them by `drieklank import` into a SQLite
//! file that holds a small region, and takes them out by `drieklank export` in several formats: how long each took, from
//! start to end of the program, and the most memory that it held.
#![expect(clippy::print_stdout, clippy::expect_used, reason = "a benchmark prints its table or fails")]

mod made;

use std::fs::{self, File};
use std::io::BufWriter;
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use drieklank::exchange::write_zip;
use drieklank::store::Store;
use network::network::{Network, Revision};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What is there before the import: keys are those of the first of the large region.
const SMALL: made::Size = made::Size { organisations: 10, venues: 10, participations: 10 };

/// How often the memory of a program is looked at. Its peak is told by the system, so only what is taken in the last moments
/// may be missed.
const LOOK: Duration = Duration::from_millis(5);

/// The first takes least: what it holds is what reading the database takes.
const FORMATS: [(&str, &str); 8] = [
    ("helices", "helices.csv"),
    ("csv", "network.zip"),
    ("graphml", "network.graphml"),
    ("gexf", "network.gexf"),
    ("links", "links.csv"),
    ("nodes.parquet", "nodes.parquet"),
    ("links.parquet", "links.parquet"),
    ("standings.parquet", "standings.parquet"),
];

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (dataset, database) = (folder.path().join("made.zip"), folder.path().join("network.db"));
    write(&dataset);
    fill(&database);
    run(folder.path(), &database, &["import", "made.zip"]);
    println!("{:>8} MB in the database", megabytes(&database));
    for (format, file) in FORMATS {
        run(folder.path(), &database, &["export", "--format", format, file]);
        println!("{:>8} MB in {file}", megabytes(&folder.path().join(file)));
    }
}

fn write(dataset: &Path) {
    let facts = made::facts(made::Size::LARGE);
    println!("{} facts", facts.len());
    let revision = Revision { number: 1, recorded_at: chrono::DateTime::UNIX_EPOCH };
    let network = Network::build(facts, revision).expect("a network");
    let begun = Instant::now();
    write_zip(&network, BufWriter::new(File::create(dataset).expect("a file"))).expect("a dataset");
    println!("{:>8.2} s to write {} MB as a dataset", begun.elapsed().as_secs_f64(), megabytes(dataset));
}

fn fill(database: &Path) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let store = Store::open(&format!("sqlite://{}", database.display())).await.expect("the database opens");
        let at = "2026-11-26T12:00:00Z".parse().expect("a moment");
        store.fill(&made::facts(SMALL), "made", at).await.expect("the facts are stored");
        store.close().await.expect("the database closes");
    });
}

/// Runs the program, and tells what it took.
fn run(folder: &Path, database: &Path, arguments: &[&str]) {
    let begun = Instant::now();
    let mut program = Command::new(env!("CARGO_BIN_EXE_drieklank"))
        .current_dir(folder)
        .env("DRIEKLANK_DATABASE_URL", format!("sqlite://{}", database.display()))
        .args(arguments)
        .spawn()
        .expect("the program starts");
    let status = format!("/proc/{}/status", program.id());
    let mut peak = 0;
    let ended = loop {
        peak = peak.max(fs::read_to_string(&status).ok().as_deref().and_then(peak_of).unwrap_or(0));
        if let Some(ended) = program.try_wait().expect("the program answers") {
            break ended;
        }
        sleep(LOOK);
    };
    let took = begun.elapsed();
    assert!(ended.success(), "{arguments:?}: {ended}");
    println!("{:>8.2} s and {} MB at most: drieklank {}", took.as_secs_f64(), peak / 1_000, arguments.join(" "));
}

/// The most that a program held in memory, in kilobytes.
fn peak_of(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

fn megabytes(file: &Path) -> u64 {
    file.metadata().expect("a file").len() / 1_000_000
}
