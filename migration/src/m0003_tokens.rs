//! Tokens that were given out.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::columns::{Columns, create, drop_all, table};

/// Creates the table of tokens.
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0003_tokens"
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
        table(db, "tokens")
            .id()
            .key("name")
            .key("hash")
            .text("role")
            .maybe_text("organisation")
            .text("created_at")
            .maybe_text("expires_at")
            .maybe_text("revoked_at")
            .maybe_text("last_used_at"),
    ]
}
