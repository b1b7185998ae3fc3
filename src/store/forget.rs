//! Forgetting: rows, and what the journal held of them, rewritten in one transaction; then what is left of them on the disk.

use network::journal::Commit;
use network::privacy::{Forgotten, Rewritten};
use sea_orm::prelude::Expr;
use sea_orm::sqlx::{self, Executor};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, EntityTrait, QueryFilter, RuntimeErr,
    Statement,
};

use super::commit::{move_on, write};
use super::erasures::{self, Erasure};
use super::journal::{self, Entry};
use super::load::Revision;
use super::migrate::take_time;
use super::{Audit, Store, StoreError, Written, audit, follow};

impl Store {
    /// Writes what is left after something was forgotten, and the commit that tells of it: all of it or nothing.
    ///
    /// * `before`: the revision at which it was planned.
    /// * `erasures`: who was erased, if anybody.
    ///
    /// # Errors
    /// As [`commit`](Self::commit).
    pub async fn forget(
        &self,
        before: i64,
        forgotten: &Forgotten,
        erasures: &[Erasure],
        noted: &Audit,
    ) -> Result<Written, StoreError> {
        let commit = &forgotten.commit;
        let revision = Revision::from(commit.revision);
        let failed = |source| StoreError::Commit { revision: revision.value, source };
        let rows = self.begin_writing("begin forgetting").await?;
        take_time(&rows).await.map_err(failed)?;
        if !move_on(&rows, before, revision).await.map_err(failed)? {
            let end = |source| StoreError::Transaction { doing: "end forgetting", source };
            rows.rollback().await.map_err(end)?;
            return Ok(Written::MovedOn);
        }
        for change in &forgotten.changes {
            if !write(&rows, change).await.map_err(failed)? {
                let (noun, key) = (change.fact().noun(), change.fact().key().to_string());
                return Err(StoreError::Diverged { noun, key });
            }
        }
        for rewritten in &forgotten.rewritten {
            rewrite(&rows, rewritten).await.map_err(failed)?;
        }
        journal::write(&rows, revision.value, &entry(commit)).await.map_err(failed)?;
        for erasure in erasures {
            erasures::write(&rows, erasure).await.map_err(failed)?;
        }
        audit::write(&rows, noted).await.map_err(failed)?;
        follow::tell(&rows, revision.value).await.map_err(failed)?;
        let unknown = |source| StoreError::Unknown { revision: revision.value, source };
        rows.commit().await.map_err(unknown)?;
        self.hold_file().await.map_err(|replaced| unknown(DbErr::Custom(replaced.to_string())))?;
        Ok(Written::As(revision))
    }

    /// Takes what was rewritten off the disk as well: free pages and the `-wal` of SQLite, dead rows of Postgres. `false`:
    /// somebody who reads keeps the `-wal` from being emptied; it is emptied when they have ended.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn wipe(&self) -> Result<bool, StoreError> {
        let failed = |source| StoreError::Transaction { doing: "take what was forgotten off the disk", source };
        let writer = self.writing().await?;
        if writer.get_database_backend() == DbBackend::Postgres {
            let failed = |source: sqlx::Error| failed(DbErr::Exec(RuntimeErr::SqlxError(source.into())));
            let mut connection = writer.get_postgres_connection_pool().acquire().await.map_err(failed)?;
            // Each by itself: it may be in no transaction.
            for statement in ["SET statement_timeout = 0", "VACUUM", "RESET statement_timeout"] {
                connection.execute(statement).await.map_err(failed)?;
            }
            return Ok(true);
        }
        if self.file.is_none() {
            return Ok(true);
        }
        let statement = |sql: &str| Statement::from_string(DbBackend::Sqlite, sql);
        writer.execute_raw(statement("VACUUM")).await.map_err(failed)?;
        let told = writer.query_one_raw(statement("PRAGMA wal_checkpoint(TRUNCATE)")).await.map_err(failed)?;
        // Its first column says whether somebody kept it from doing so.
        Ok(told.and_then(|row| row.try_get_by_index::<i32>(0).ok()) == Some(0))
    }
}

/// Puts what is left of a commit in its place. A request that was sent with a key is not known by it any more: what stood in
/// it can be guessed from its hash.
async fn rewrite(rows: &DatabaseTransaction, rewritten: &Rewritten) -> Result<(), DbErr> {
    let revision = rewritten.revision;
    entity::changes::Entity::delete_many().filter(entity::changes::Column::Revision.eq(revision)).exec(rows).await?;
    let blocks = entity::change_blocks::Column::Revision.eq(revision);
    entity::change_blocks::Entity::delete_many().filter(blocks).exec(rows).await?;
    let of_revision = entity::commits::Column::Revision.eq(revision);
    let Some(commit) = &rewritten.commit else {
        entity::commits::Entity::delete_many().filter(of_revision).exec(rows).await?;
        return Ok(());
    };
    entity::commits::Entity::update_many()
        .col_expr(entity::commits::Column::Actor, Expr::value(commit.actor.clone()))
        .col_expr(entity::commits::Column::Reason, Expr::value(commit.reason.clone()))
        .col_expr(entity::commits::Column::IdempotencyKey, Expr::value(None::<String>))
        .col_expr(entity::commits::Column::RequestHash, Expr::value(None::<String>))
        .filter(of_revision)
        .exec(rows)
        .await?;
    journal::write_changes(rows, revision, &commit.changes).await
}

fn entry(commit: &Commit) -> Entry {
    Entry {
        actor: commit.actor.clone(),
        command: commit.command.clone(),
        reason: commit.reason.clone(),
        recorded_at: commit.revision.recorded_at,
        idempotency: None,
        changes: commit.changes.clone(),
    }
}
