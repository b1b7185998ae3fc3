//! The database: facts as rows, in SQLite or Postgres. The only module that knows SQL.
//!
//! It stores what others found valid, and hands out what it can read; what facts mean is for `network`.

mod audit;
mod block;
mod cell;
mod cells;
mod change_blocks;
mod commit;
mod copy;
mod erasure_list;
mod erasures;
mod error;
mod feeds;
mod file;
mod fill;
mod follow;
mod forget;
mod journal;
mod lists;
mod load;
mod migrate;
mod older;
mod open;
mod problems;
mod readings;
mod references;
mod rows;
mod snapshot;
mod sources;
mod tables;
mod tokens;
mod unique;

pub use audit::Audit;
pub use commit::Written;
pub use copy::Whole;
pub use erasure_list::{ErasureList, ErasureListError};
pub use erasures::{Erasure, NoErasure};
pub use error::StoreError;
pub use feeds::Feed;
pub use file::beside;
pub use follow::News;
pub use journal::{Entry, Idempotency};
pub use load::{Loaded, Revision};
pub use problems::{Problems, Unreadable};
pub use readings::{ReadingEntry, Readings};
pub use tokens::Token;

use std::sync::Arc;

use sea_orm::{DatabaseConnection, DatabaseTransaction, SqliteTransactionMode, TransactionOptions, TransactionTrait};

use file::OpenFile;

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
    file: Option<Arc<OpenFile>>,
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
    /// When it does not answer, or another file lies in the place of its own.
    pub async fn holds_a_network(&self) -> Result<bool, StoreError> {
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

    /// The connections that read, if they read what others read.
    async fn reading(&self) -> Result<&DatabaseConnection, StoreError> {
        self.hold_file().await?;
        Ok(&self.readers)
    }

    /// The connection that writes, if others will read it.
    async fn writing(&self) -> Result<&DatabaseConnection, StoreError> {
        self.hold_file().await?;
        Ok(&self.writer)
    }

    /// Begins a transaction that will write, to do this. On SQLite it is the only one from its beginning: one that begins by reading
    /// and then finds that somebody else has written can only fail.
    async fn begin_writing(&self, doing: &'static str) -> Result<DatabaseTransaction, StoreError> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        let begun = self.writing().await?.begin_with_options(options).await;
        begun.map_err(|source| StoreError::Transaction { doing, source })
    }
}
