//! Calendars that people subscribe to.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::columns::{Columns, create, drop_all, table};

/// Creates the table of calendar feeds.
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0008_calendars"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create(manager, tables(manager.get_database_backend())).await
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
        table(db, "calendar_feeds")
            .id()
            .reference("token_id", "tokens")
            .text("label")
            .key("hash")
            .text("created_at")
            .maybe_text("revoked_at")
            .maybe_text("last_used_at"),
    ]
}
