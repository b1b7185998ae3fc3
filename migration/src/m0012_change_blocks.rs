//! Blocks of the journal: what a large commit changed, many changes in a row.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::columns::{Columns, create, drop_all, table};

/// Creates the table of blocks.
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0012_change_blocks"
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
        table(db, "change_blocks")
            .number("revision")
            .number("position")
            .bytes("body")
            .told_apart_by("revision", "position"),
    ]
}
