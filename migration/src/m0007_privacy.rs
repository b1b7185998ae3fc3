//! Who was erased, so that a backup does not bring them back; and what was told of persons to whom.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::columns::{Columns, create, drop_all, table};

/// Creates the list of erasures and the audit.
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0007_privacy"
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
        table(db, "erasures").id().key("pseudonym").text("erased_on"),
        table(db, "audit").id().text("at").text("actor").text("action").text("scope").maybe_text("sha256"),
    ]
}
