//! Organisations that turned out to be another one: who they are now, so that their old ids and keys keep answering.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::columns::{Columns, table};

/// Creates the table of organisations that were merged into another one.
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0004_merged_organisations"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(merged_organisations(manager.get_database_backend()).create()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = merged_organisations(manager.get_database_backend());
        manager.drop_table(Table::drop().table(table.name()).to_owned()).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn merged_organisations(db: DbBackend) -> Columns {
    table(db, "merged_organisations").id().key("slug").reference("into_id", "organisations").word()
}
