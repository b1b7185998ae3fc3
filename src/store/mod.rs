//! The database: facts as rows, in SQLite or Postgres. The only module that knows SQL.
//!
//! It stores what others found valid, and hands out what it can read; what facts mean is for `network`.

mod block;
mod cell;
mod cells;
mod commit;
mod copy;
mod error;
mod fill;
mod follow;
mod journal;
mod lists;
mod load;
mod migrate;
mod open;
mod problems;
mod references;
mod rows;
mod snapshot;
mod sources;
mod tables;
mod tokens;

pub use commit::Written;
pub use copy::Whole;
pub use error::StoreError;
pub use follow::News;
pub use journal::{Entry, Idempotency};
pub use load::{Loaded, Revision};
pub use problems::{Problems, Unreadable};
pub use tokens::Token;

use std::path::PathBuf;

use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};

/// An open database.
#[derive(Debug, Clone)]
pub struct Store {
    /// SQLite: the one connection that writes. Postgres: the same pool as `readers`.
    writer: DatabaseConnection,
    readers: DatabaseConnection,
    n_readers: u32,
    /// What to call it in messages: no password in it.
    name: String,
    /// The file that it lies in, if any.
    file: Option<PathBuf>,
}

impl Store {
    /// What to call it in messages: a file name, or server and name of a database; never a password.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether the database answers and holds a network.
    ///
    /// # Errors
    /// When it does not answer, or its file is gone: SQLite goes on in a file that has no name any more.
    pub async fn holds_a_network(&self) -> Result<bool, StoreError> {
        if let Some(path) = self.file.as_ref().filter(|path| !path.exists()) {
            return Err(StoreError::Missing { path: path.clone() });
        }
        self.is_empty().await.map(|is_empty| !is_empty)
    }

    /// Closes all connections; a SQLite file is then complete without its `-wal`.
    ///
    /// # Errors
    /// When a connection could not be closed in peace. It is closed all the same.
    pub async fn close(self) -> Result<(), StoreError> {
        let close = |source| StoreError::Transaction { doing: "close the database", source };
        self.readers.close().await.map_err(close)?;
        self.writer.close().await.map_err(close)
    }

    /// Begins a transaction that will write. On SQLite it is the only one from its beginning: one that begins by reading
    /// and then finds that somebody else has written can only fail.
    async fn begin_writing(&self) -> Result<DatabaseTransaction, DbErr> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        self.writer.begin_with_options(options).await
    }
}
