//! The journal: every commit, and what it changed.
//!
//! A database that was filled before has its first commit told by the row in `revision`.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::columns::{Columns, create, drop_all, table};

/// Creates the tables of the journal.
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0002_journal"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create(manager, tables(manager.get_database_backend())).await?;
        manager
            .create_index(
                Index::create().name("commits_idempotency_key").table("commits").col("idempotency_key").to_owned(),
            )
            .await?;
        let first = "INSERT INTO commits (revision, recorded_at, actor, command, reason) \
                     SELECT value, recorded_at, 'drieklank', 'FILL', dataset FROM revision";
        manager.get_connection().execute_unprepared(first).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, tables(manager.get_database_backend())).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn tables(db: DbBackend) -> Vec<Columns> {
    vec![
        table(db, "commits")
            .numbered("revision")
            .text("recorded_at")
            .text("actor")
            .text("command")
            .maybe_text("reason")
            .maybe_text("idempotency_key")
            .maybe_text("request_hash"),
        table(db, "changes")
            .number("revision")
            .number("position")
            .text("noun")
            .loose_id("fact_id")
            .maybe_text("before")
            .maybe_text("after")
            .told_apart_by("revision", "position"),
    ]
}
