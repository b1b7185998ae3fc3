//! What was said in talks in confidence.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::columns::{Columns, create, drop_all, table};

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
        table(db, "contact_notes")
            .id()
            .key("key")
            .reference("contact_moment_id", "contact_moments")
            .text("text")
            .maybe_reference("holder_id", "organisations")
            .word()
            .text("audience"),
    ]
}
