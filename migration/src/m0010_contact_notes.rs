//! What was said in talks in confidence.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::columns::{Columns, table};

/// Creates the table of notes of talks.
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0010_contact_notes"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(notes(manager.get_database_backend()).create()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let name = notes(manager.get_database_backend()).name();
        manager.drop_table(Table::drop().table(name).to_owned()).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn notes(db: DbBackend) -> Columns {
    table(db, "contact_notes")
        .id()
        .key("key")
        .reference("contact_moment_id", "contact_moments")
        .text("text")
        .maybe_reference("holder_id", "organisations")
        .word()
        .text("audience")
}
