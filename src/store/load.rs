//! From rows to facts: all of a network at one revision, read on several connections at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{DateTime, Utc};
use network::facts::Facts;
use network::journal::{Commit, Journal};
use network::network::Network;
use network::problem::Problem;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, Statement, Value};
use tokio::task::JoinSet;

use super::block;
use super::snapshot::Snapshot;
use super::tables::{Read, Table, tables};
use super::{Store, StoreError};

/// How far a network has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Revision {
    /// Number of the last commit; 1 is the first filling.
    pub value: i64,
    /// When it was committed, in whole microseconds.
    pub recorded_at: DateTime<Utc>,
}

impl From<Revision> for network::network::Revision {
    fn from(Revision { value, recorded_at }: Revision) -> Self {
        Self { number: value, recorded_at }
    }
}

impl From<network::network::Revision> for Revision {
    fn from(revision: network::network::Revision) -> Self {
        Self { value: revision.number, recorded_at: revision.recorded_at }
    }
}

/// All that a database holds of a network.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The facts. They stand in the order in which they were written, which nobody should rely on.
    pub facts: Facts,
    /// The revision at which they were read.
    pub revision: Revision,
    /// Name of the dataset that filled the database.
    pub dataset: String,
    /// Every commit so far.
    pub commits: Vec<Commit>,
}

impl Loaded {
    /// The network that it is, and its journal.
    ///
    /// # Errors
    /// All problems, when it is no network.
    pub fn snapshot(self) -> Result<network::snapshot::Snapshot, Vec<Problem>> {
        let Self { facts, revision, commits, .. } = self;
        let journal = Journal::new(commits);
        let network = Network::build(facts, revision.into())?;
        let network = network.with_versions(journal.versions()).rewritten_at(journal.rewritten_at());
        Ok(network::snapshot::Snapshot { network: network.into(), journal })
    }
}

impl Store {
    /// Reads the whole network, at one revision.
    ///
    /// # Errors
    /// [`StoreError::Empty`] when there is none. [`StoreError::Unreadable`] names each cell that is no valid value or
    /// points at a row that is not there.
    pub async fn load(&self) -> Result<Loaded, StoreError> {
        let Snapshot { revision, dataset, commits, readers } = self.snapshot().await?;
        let blocks = plan(&readers).await?;
        let work = Arc::new(Work { blocks, next: AtomicUsize::new(0) });
        let mut reading = JoinSet::new();
        for reader in readers {
            reading.spawn(read(reader, Arc::clone(&work)));
        }
        let mut read = Read::default();
        while let Some(part) = reading.join_next().await {
            match part {
                Ok(part) => read.append(part?),
                Err(failed) => std::panic::resume_unwind(failed.into_panic()),
            }
        }
        let (facts, problems) = read.finish();
        if problems.count > 0 {
            return Err(StoreError::Unreadable { database: self.name.clone(), problems });
        }
        Ok(Loaded { facts, revision, dataset, commits })
    }
}

/// What is to be read, and how far we are with it.
struct Work {
    blocks: Vec<Block>,
    next: AtomicUsize,
}

/// One block of rows of one table.
struct Block {
    table: &'static Table,
    sql: Arc<str>,
    bounds: [Value; 2],
}

/// Cuts all tables into blocks.
async fn plan(readers: &[DatabaseTransaction]) -> Result<Vec<Block>, StoreError> {
    let mut blocks = Vec::new();
    let Some(reader) = readers.first() else { return Ok(blocks) };
    let db = reader.get_database_backend();
    for table in tables() {
        let load = |source| StoreError::Load { table: table.name, source };
        let end = reader.query_one_raw(Statement::from_string(db, block::end(db, table.name))).await.map_err(load)?;
        let end = end.map_or(Ok(0), |row| row.try_get_by_index(0)).map_err(load)?;
        let sql = Arc::from(block::select(db, table.name, &(table.columns)()));
        blocks.extend(block::bounds(db, end).into_iter().map(|bounds| Block { table, sql: Arc::clone(&sql), bounds }));
    }
    Ok(blocks)
}

/// Reads blocks on one connection until none is left.
async fn read(reader: DatabaseTransaction, work: Arc<Work>) -> Result<Read, StoreError> {
    let db = reader.get_database_backend();
    let mut read = Read::default();
    loop {
        let number = work.next.fetch_add(1, Ordering::Relaxed);
        let Some(block) = work.blocks.get(number) else { break };
        let table = block.table.name;
        let json = fetch(&reader, db, block, &mut read).await.map_err(|source| StoreError::Load { table, source })?;
        if let Some(json) = json {
            (block.table.decode)(&json, number, &mut read).map_err(|source| StoreError::Decode { table, source })?;
        }
    }
    reader.rollback().await.map_err(|source| StoreError::Transaction { doing: "end reading", source })?;
    Ok(read)
}

/// The JSON of a block; `None` when it has no rows.
async fn fetch(
    reader: &DatabaseTransaction,
    db: DbBackend,
    block: &Block,
    read: &mut Read,
) -> Result<Option<String>, DbErr> {
    let statement = Statement::from_sql_and_values(db, &*block.sql, block.bounds.clone());
    let Some(row) = reader.query_one_raw(statement).await? else { return Ok(None) };
    if db == DbBackend::Sqlite {
        // As bytes, since SQLite hands out what was written, whether it is text or not.
        return row.try_get_by_index(0).map(|bytes| Some(read.text(bytes)));
    }
    row.try_get_by_index(0)
}
