//! The command line: `serve`, `schema`, `check`, `backup`, `restore`, `export`, `import`, `token`, `calendar`, `readings`, `person`, `retention`,
//! `disclose`.

mod backup;
mod calendar;
mod check;
mod dataset;
mod disclose;
mod erased;
mod export;
mod follow;
mod import;
mod person;
mod progress;
mod readiness;
mod readings;
mod retention;
mod serve;
mod sight;
mod start;
mod stop;
mod token;

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Parser, Subcommand};
use tracing_subscriber::EnvFilter;

use self::check::Verdict;
use crate::clock::Clock;
use crate::config::{Config, Settings};
use crate::graphql::schema::sdl;

const EXAMPLES: &str = "\
Examples:
  Try it: serve the built-in region on http://127.0.0.1:8000/
    drieklank
  The same, and nothing stays behind
    drieklank --database-url sqlite::memory:
  Serve your own region from your own file
    drieklank serve --dataset data/my-region --database-url sqlite://my-region.db
  Serve other machines, from Postgres
    DRIEKLANK_DATABASE_URL=postgres://drieklank@db/network drieklank serve --listen 0.0.0.0:8000
  See what has to be mended in a dataset, with file and line
    drieklank check data/my-region
  Let somebody change facts
    drieklank token create --name \"editor of Kampen\" --role editor --organisation gemeente-kampen
  Keep a copy while the server runs, and move to Postgres
    drieklank backup network-2026-11-25.db
    drieklank restore network-2026-11-25.db --database-url postgres://drieklank@db/network
  Take the network along, for a spreadsheet or for Gephi
    drieklank export my-region.zip
    drieklank export --format gexf network.gexf
  Hand somebody what is known about them, and erase them
    drieklank person export willemijn-de-vries > willemijn.json
    drieklank person erase willemijn-de-vries --reason \"request 2026-12\" --dry-run
  Keep the schema, for code generators
    drieklank schema > schema.graphql

A flag goes before the environment, that before the file, and that before the default.
A file of settings is TOML, with the names of the flags written with underscores:
    listen = \"0.0.0.0:8000\"
    cors_origins = [\"https://kaart.example.nl\"]
    [limits]
    depth = 12
Its sections limits, connections, weights and retention hold what has no flag: see docs/deployment.md.";

const EXPORTS: &str = "\
Examples:
  The dataset, as a folder to edit, and as one file
    drieklank export my-region
    drieklank export my-region.zip
  For Gephi, with all days; for Graphviz, one day
    drieklank export --format gexf --valid-at always network.gexf
    drieklank export --format dot --valid-at 2024-01-01 network.dot";

const IMPORTS: &str = "\
Examples:
  See first what it comes to
    drieklank import my-region --dry-run
  Take it in, and take out what everybody sees and the dataset does not hold
    drieklank import my-region.zip --replace --reason \"new term of office\"
  The same from a spreadsheet, or from JSON
    drieklank import my-region.xlsx
    drieklank import my-region.json";

/// Who takes part where in a regional cooperation, since when, on whose word: a GraphQL server.
///
/// Without a command it serves.
#[derive(Debug, Parser)]
#[command(name = "drieklank", version, after_help = EXAMPLES, args_conflicts_with_subcommands = true)]
#[command(max_term_width = 110)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,

    #[command(flatten)]
    serve: Sources,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the network over HTTP (what happens without a command)
    ///
    /// An empty database is filled with the dataset first; one that holds a network is never overwritten.
    #[command(after_help = EXAMPLES)]
    Serve(Sources),
    /// Print the GraphQL schema in its definition language
    Schema,
    /// Hold a dataset or a database against the rules: all problems and findings, with file and line
    ///
    /// Problems (a value that cannot be read, a reference that leads nowhere, a key or register number given twice)
    /// have to be mended before anything can be served: the exit code is 1 then. Findings are facts that break a rule
    /// of the cooperation or leave it open; they are served, and shown by the API as well.
    Check {
        /// A dataset (name of a built-in one, or a folder) or the URL of a database [default: what is set as
        /// dataset, else as database; else the database that `serve` uses, or the built-in region before there is one]
        target: Option<String>,
        #[command(flatten)]
        sources: Sources,
    },
    /// Copy the database into a new SQLite file, journal, tokens, calendars and log of reading included, also while a server uses it
    Backup {
        /// The file; it must not be there yet
        file: PathBuf,
        #[command(flatten)]
        sources: Sources,
    },
    /// Copy a backup into an empty database: to go on from it, or to move from SQLite to Postgres
    Restore {
        /// The backup, or any SQLite database of ours
        file: PathBuf,
        #[command(flatten)]
        sources: Sources,
    },
    /// Write the network for other programs: the dataset, graphs, Popolo, tables
    ///
    /// What everybody sees, unless --sight says otherwise. The same revision makes the same bytes. What only the desk sees is
    /// noted in the log of who read what before it is written.
    #[command(after_help = EXPORTS)]
    Export {
        #[command(flatten)]
        wanted: Box<export::Wanted>,
        #[command(flatten)]
        sources: Sources,
    },
    /// Take a dataset into the database: what is new and what is told otherwise, in one transaction
    ///
    /// A row is the fact that has its id, its key, or for an organisation its register number. A row takes the place of the
    /// whole fact: an empty cell says that there is none. With problems nothing is written, and the exit code is 1.
    #[command(after_help = IMPORTS)]
    Import {
        #[command(flatten)]
        asked: import::Asked,
        #[command(flatten)]
        sources: Sources,
    },
    /// List who read what that only the desk of public affairs sees, one fact a line
    ///
    /// Moment, who, operation, revision, noun and key, with tabs in between.
    Readings {
        #[command(flatten)]
        wanted: readings::Wanted,
        #[command(flatten)]
        sources: Sources,
    },
    /// What is known about a person, for them; and erasing them
    #[command(mut_args(|setting| setting.global(true)))]
    Person {
        #[command(subcommand)]
        command: person::Command,
        #[command(flatten)]
        sources: Sources,
    },
    /// Print the contacts of an organisation for who asks for them under the Woo, with a ground for each field that is withheld
    ///
    /// The grounds are a proposal: people decide. The database notes that it was handed out, with its SHA-256.
    Disclose {
        #[command(flatten)]
        asked: disclose::Asked,
        #[command(flatten)]
        sources: Sources,
    },
    /// Take out personal data whose period of retention is over; a server does so by itself every night
    Retention {
        /// Only tell what would be done today, and what ends within the coming days
        #[arg(long)]
        dry_run: bool,
        /// How many days to look ahead
        #[arg(long, value_name = "DAYS", default_value_t = 90)]
        within: u32,
        #[command(flatten)]
        sources: Sources,
    },
    /// Give rights and take them back: tokens
    // Settings may stand after the verb too, where everybody looks for them.
    #[command(after_help = EXAMPLES, mut_args(|setting| setting.global(true)))]
    Token {
        #[command(subcommand)]
        command: token::Command,
        #[command(flatten)]
        sources: Sources,
    },
    /// See who subscribes to which calendar, and take it back
    ///
    /// Who has a token makes their own with the mutation createCalendarFeed. Whose token is taken back loses them with it.
    #[command(mut_args(|setting| setting.global(true)))]
    Calendar {
        #[command(subcommand)]
        command: calendar::Command,
        #[command(flatten)]
        sources: Sources,
    },
}

/// Where settings come from.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Settings")]
struct Sources {
    /// File of settings (TOML) [default: none]
    #[arg(long, env = "DRIEKLANK_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,

    #[command(flatten)]
    settings: Settings,
}

impl Cli {
    /// Does what was asked for.
    ///
    /// # Errors
    /// Why it could not be done, for people; the causes are attached.
    pub async fn run(self, clock: Clock) -> anyhow::Result<ExitCode> {
        match self.command.unwrap_or(Command::Serve(self.serve)) {
            Command::Serve(sources) => {
                serve::serve(sources.read()?, clock).await?;
                Ok(ExitCode::SUCCESS)
            }
            Command::Schema => {
                io::stdout().write_all(sdl().as_bytes()).context("failed to print the schema")?;
                Ok(ExitCode::SUCCESS)
            }
            Command::Backup { file, sources } => {
                backup::backup(&file, &sources.read()?, &clock, &mut io::stdout()).await?;
                Ok(ExitCode::SUCCESS)
            }
            Command::Restore { file, sources } => {
                backup::restore(&file, &sources.read()?, &clock, &mut io::stdout()).await?;
                Ok(ExitCode::SUCCESS)
            }
            Command::Export { wanted, sources } => {
                export::run(*wanted, &sources.read()?, &clock, &mut io::stdout()).await?;
                Ok(ExitCode::SUCCESS)
            }
            Command::Import { asked, sources } => {
                match import::run(asked, &sources.read()?, &clock, &mut io::stdout()).await? {
                    Verdict::Network => Ok(ExitCode::SUCCESS),
                    Verdict::Problems => Ok(ExitCode::FAILURE),
                }
            }
            Command::Person { command, sources } => {
                person::run(command, &sources.read()?, &clock, &mut io::stdout()).await?;
                Ok(ExitCode::SUCCESS)
            }
            Command::Disclose { asked, sources } => {
                disclose::run(asked, &sources.read()?, &clock, &mut io::stdout()).await?;
                Ok(ExitCode::SUCCESS)
            }
            Command::Retention { dry_run, within, sources } => {
                retention::run(dry_run, within, &sources.read()?, &clock, &mut io::stdout()).await?;
                Ok(ExitCode::SUCCESS)
            }
            Command::Token { command, sources } => {
                token::run(command, &sources.read()?, &clock, &mut io::stdout()).await?;
                Ok(ExitCode::SUCCESS)
            }
            Command::Readings { wanted, sources } => {
                readings::run(wanted, &sources.read()?, &mut io::stdout()).await?;
                Ok(ExitCode::SUCCESS)
            }
            Command::Calendar { command, sources } => {
                calendar::run(command, &sources.read()?, &clock, &mut io::stdout()).await?;
                Ok(ExitCode::SUCCESS)
            }
            Command::Check { target, sources } => {
                match check::check(target, &sources.read()?, &clock, &mut io::stdout()).await? {
                    Verdict::Network => Ok(ExitCode::SUCCESS),
                    Verdict::Problems => Ok(ExitCode::FAILURE),
                }
            }
        }
    }
}

impl Sources {
    /// All settings; from here on there is a log.
    fn read(self) -> anyhow::Result<Config> {
        let config = self.settings.complete(self.config.as_deref()).context("failed to understand the settings")?;
        let filter = EnvFilter::try_new(&config.log)
            .with_context(|| format!("failed to understand the log filter {:?}", config.log))?;
        tracing_subscriber::fmt()
            .with_env_filter(filter)
            .with_writer(io::stderr)
            .with_ansi(io::stderr().is_terminal())
            .with_target(false)
            .init();
        Ok(config)
    }
}

/// So many of something: "1 problem", "2 problems".
fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
