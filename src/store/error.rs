//! What can go wrong between us and the database.

use std::io;
use std::path::PathBuf;

use sea_orm::{DbErr, RuntimeErr, sqlx};

use super::Problems;

/// What we were doing with the database when it failed. None of them holds a password.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The address is none that we know.
    #[error("no database address: write sqlite://folder/file.db, sqlite::memory: or postgres://user@host/name")]
    Address,
    /// The folder of a SQLite file.
    #[error("failed to make the folder {}", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A SQLite file that was to be there, or has gone while it was open.
    #[error("there is no database {}", path.display())]
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// Another file lies where the open one lay.
    #[error(
        "{} is not the file that was opened: it was replaced meanwhile. Nothing is read or written any more; \
         stop the server and start it again, to go on with the file that lies there then",
        path.display()
    )]
    Replaced {
        /// Where it lay.
        path: PathBuf,
    },
    /// A SQLite file that cannot be written.
    #[error("failed to open {}: SQLite writes beside the file, so file and folder have to be writable", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// No connection.
    #[error("failed to reach {database}")]
    Connect {
        /// Where, without user and password.
        database: String,
        /// Why.
        source: sqlx::Error,
    },
    /// The tables could not be brought to what this program knows.
    #[error("failed to migrate {database}")]
    Migrate {
        /// Where.
        database: String,
        /// Why.
        source: DbErr,
    },
    /// A later version of this program has changed the tables.
    #[error("{database} belongs to a newer version of this program: it has {}, which this one does not know", steps.join(", "))]
    Newer {
        /// Where.
        database: String,
        /// The steps that we do not know.
        steps: Vec<String>,
    },
    /// A transaction could not be begun or ended.
    #[error("failed to {doing}")]
    Transaction {
        /// What we were doing.
        doing: &'static str,
        /// Why.
        source: DbErr,
    },
    /// A table could not be read.
    #[error("failed to load table {table}")]
    Load {
        /// Which.
        table: &'static str,
        /// Why.
        source: DbErr,
    },
    /// The database handed out a block of rows that is no JSON.
    #[error("failed to decode rows of table {table}")]
    Decode {
        /// Which.
        table: &'static str,
        /// Why.
        source: serde_json::Error,
    },
    /// Cells that hold no valid value, or point at nothing.
    #[error("{database} cannot be read, for {} of its cells:{problems}", problems.count)]
    Unreadable {
        /// Where.
        database: String,
        /// Which.
        problems: Problems,
    },
    /// Postgres tells nothing of the commits of others.
    #[error("failed to listen to {database}")]
    Listen {
        /// Where.
        database: String,
        /// Why.
        source: sqlx::Error,
    },
    /// Rows could not be written.
    #[error("failed to fill table {table}")]
    Fill {
        /// Which.
        table: &'static str,
        /// Why.
        source: DbErr,
    },
    /// A commit could not be written; nothing of it was.
    #[error("failed to write revision {revision}")]
    Commit {
        /// Which.
        revision: i64,
        /// Why.
        source: DbErr,
    },
    /// A commit was written, but the database did not say whether it holds.
    #[error("failed to tell whether revision {revision} was written")]
    Unknown {
        /// Which.
        revision: i64,
        /// Why.
        source: DbErr,
    },
    /// The database does not hold what was changed: somebody else has written there past the revision.
    #[error("{noun} {key} does not stand in the database as it was read")]
    Diverged {
        /// Its noun.
        noun: &'static str,
        /// Its key.
        key: String,
    },
    /// The name of a token is taken, also by one that was taken back: the journal tells people apart by it.
    #[error("there is a token {name} already")]
    TokenThere {
        /// Its name.
        name: String,
    },
    /// Never overwritten.
    #[error("{database} holds a network already")]
    Filled {
        /// Where.
        database: String,
    },
    /// Nothing to load.
    #[error("{database} holds no network yet")]
    Empty {
        /// Where.
        database: String,
    },
}

impl StoreError {
    /// Whether the database could not be reached, so that nothing was done and it may be asked again.
    #[must_use]
    pub fn is_outage(&self) -> bool {
        match self {
            Self::Replaced { .. } | Self::Missing { .. } => true,
            Self::Connect { source, .. } | Self::Listen { source, .. } => is_away(source),
            Self::Transaction { source, .. }
            | Self::Load { source, .. }
            | Self::Fill { source, .. }
            | Self::Commit { source, .. } => match source {
                DbErr::ConnectionAcquire(_) => true,
                DbErr::Conn(RuntimeErr::SqlxError(source))
                | DbErr::Exec(RuntimeErr::SqlxError(source))
                | DbErr::Query(RuntimeErr::SqlxError(source)) => is_away(source),
                _ => false,
            },
            _ => false,
        }
    }
}

/// Whether there is nobody at the other end, or nobody who has time.
fn is_away(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => true,
        // Postgres: connections (08), too many of them (53), locked or closed to us (55), an operator (57). SQLite: busy (5).
        sqlx::Error::Database(error) => error.code().is_some_and(|code| {
            code == "5" || (code.len() == 5 && ["08", "53", "55", "57"].iter().any(|class| code.starts_with(class)))
        }),
        _ => false,
    }
}
