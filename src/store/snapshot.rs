//! Several read connections that see the same revision.

use chrono::{DateTime, SecondsFormat, SubsecRound, Utc};
use network::journal::Commit;
use sea_orm::{AccessMode, DatabaseTransaction, DbBackend, DbErr, EntityTrait, IsolationLevel, TransactionTrait};

use super::load::Revision;
use super::problems::{Problems, Unreadable};
use super::{Store, StoreError};

/// Transactions that all see the network at the same revision.
pub(super) struct Snapshot {
    pub(super) revision: Revision,
    pub(super) dataset: String,
    pub(super) commits: Vec<Commit>,
    pub(super) readers: Vec<DatabaseTransaction>,
}

impl Store {
    /// Begins reading on all read connections. A transaction keeps seeing what it saw first, and each commit moves the
    /// revision: so those that see the same revision see the same rows. When somebody commits meanwhile, those that see
    /// the newest revision go on, and the others stay out of it.
    pub(super) async fn snapshot(&self) -> Result<Snapshot, StoreError> {
        self.hold_file().await?;
        let mut begun = Vec::new();
        for _ in 0..self.n_readers {
            let begin = |source| StoreError::Transaction { doing: "begin reading", source };
            let reader = self.begin_reading().await.map_err(begin)?;
            let load = |source| StoreError::Load { table: "revision", source };
            let seen = entity::revision::Entity::find_by_id(entity::revision::ONLY).one(&reader).await.map_err(load)?;
            begun.push((seen, reader));
        }
        let newest = begun.last().and_then(|(seen, _)| seen.clone());
        let row = newest.ok_or_else(|| StoreError::Empty { database: self.name.clone() })?;
        let revision = Revision { value: row.value, recorded_at: self.recorded_at(&row.recorded_at)? };
        let readers: Vec<_> =
            begun.into_iter().filter(|(seen, _)| seen.as_ref() == Some(&row)).map(|(_, reader)| reader).collect();
        let commits = match readers.first() {
            Some(reader) => self.read_commits(reader, 0).await?,
            None => Vec::new(),
        };
        Ok(Snapshot { revision, dataset: row.dataset, commits, readers })
    }

    async fn begin_reading(&self) -> Result<DatabaseTransaction, DbErr> {
        let (isolation, access) = match self.readers.get_database_backend() {
            // Transactions of SQLite are never less isolated, and cannot be told to only read.
            DbBackend::Sqlite => (None, None),
            _ => (Some(IsolationLevel::RepeatableRead), Some(AccessMode::ReadOnly)),
        };
        self.readers.begin_with_config(isolation, access).await
    }

    pub(super) fn recorded_at(&self, text: &str) -> Result<DateTime<Utc>, StoreError> {
        moment(text).map_err(|reason| {
            let mut problems = Problems::default();
            let row = entity::revision::ONLY.to_string();
            problems.push(Unreadable { table: "revision", row, column: "recorded_at", reason });
            StoreError::Unreadable { database: self.name.clone(), problems }
        })
    }
}

/// A moment as rows hold it, in whole microseconds.
pub(super) fn moment_text(at: DateTime<Utc>) -> String {
    at.trunc_subsecs(6).to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

/// The moment that rows hold; the error says what is wrong with it.
pub(super) fn moment(text: &str) -> Result<DateTime<Utc>, String> {
    let read = DateTime::parse_from_rfc3339(text).map(|at| at.to_utc());
    read.map_err(|_| format!("\"{text}\" is no moment: write 2024-03-14T12:00:00Z"))
}
