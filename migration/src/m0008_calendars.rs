//! Calendars that people subscribe to.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::columns::{Columns, table};

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
        manager.create_table(feeds(manager.get_database_backend()).create()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let name = feeds(manager.get_database_backend()).name();
        manager.drop_table(Table::drop().table(name).to_owned()).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn feeds(db: DbBackend) -> Columns {
    table(db, "calendar_feeds")
        .id()
        .reference("token_id", "tokens")
        .text("label")
        .key("hash")
        .text("created_at")
        .maybe_text("revoked_at")
        .maybe_text("last_used_at")
}
