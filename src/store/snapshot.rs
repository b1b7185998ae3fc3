//! Several read connections that see the same revision.

use chrono::{DateTime, Utc};
use sea_orm::{AccessMode, DatabaseTransaction, DbBackend, DbErr, EntityTrait, IsolationLevel, TransactionTrait};

use super::load::Revision;
use super::problems::{Problems, Unreadable};
use super::{Store, StoreError};

/// How often we try to begin on all connections between two commits.
const ATTEMPTS: usize = 20;

/// Transactions that all see the network at the same revision.
pub(super) struct Snapshot {
    pub(super) revision: Revision,
    pub(super) dataset: String,
    pub(super) readers: Vec<DatabaseTransaction>,
}

impl Store {
    /// Begins reading on all read connections. A transaction keeps seeing what it saw first, and each commit moves the
    /// revision: so those that see the same revision see the same rows.
    pub(super) async fn snapshot(&self) -> Result<Snapshot, StoreError> {
        for _ in 0..ATTEMPTS {
            let mut readers = Vec::new();
            let mut seen = Vec::new();
            for _ in 0..self.n_readers {
                let reader = self
                    .begin_reading()
                    .await
                    .map_err(|source| StoreError::Transaction { doing: "begin reading", source })?;
                seen.push(
                    entity::revision::Entity::find_by_id(entity::revision::ONLY)
                        .one(&reader)
                        .await
                        .map_err(|source| StoreError::Load { table: "revision", source })?,
                );
                readers.push(reader);
            }
            seen.dedup();
            if let [seen] = &mut seen[..] {
                let row = seen.take().ok_or_else(|| StoreError::Empty { database: self.name.clone() })?;
                let revision = Revision { value: row.value, recorded_at: self.recorded_at(&row.recorded_at)? };
                return Ok(Snapshot { revision, dataset: row.dataset, readers });
            }
        }
        Err(StoreError::Moving { database: self.name.clone() })
    }

    async fn begin_reading(&self) -> Result<DatabaseTransaction, DbErr> {
        let (isolation, access) = match self.readers.get_database_backend() {
            // Transactions of SQLite are never less isolated, and cannot be told to only read.
            DbBackend::Sqlite => (None, None),
            _ => (Some(IsolationLevel::RepeatableRead), Some(AccessMode::ReadOnly)),
        };
        self.readers.begin_with_config(isolation, access).await
    }

    fn recorded_at(&self, text: &str) -> Result<DateTime<Utc>, StoreError> {
        DateTime::parse_from_rfc3339(text).map(|at| at.to_utc()).map_err(|_| {
            let mut problems = Problems::default();
            problems.push(Unreadable {
                table: "revision",
                row: entity::revision::ONLY.to_string(),
                column: "recorded_at",
                reason: format!("\"{text}\" is no moment: write 2024-03-14T12:00:00Z"),
            });
            StoreError::Unreadable { database: self.name.clone(), problems }
        })
    }
}
