//! Who read what of the desk.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::columns::{Columns, create, drop_all, table};

/// Creates the tables of the log of reading.
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0009_readings"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create(manager, tables(manager.get_database_backend())).await?;
        let of_fact = Index::create().name("readings_of_fact").table("reading_facts").col("fact_id").to_owned();
        manager.create_index(of_fact).await?;
        let by_actor = Index::create().name("readings_by_actor").table("readings").col("actor").to_owned();
        manager.create_index(by_actor).await?;
        let in_time = Index::create().name("readings_in_time").table("readings").col("read_at").to_owned();
        manager.create_index(in_time).await
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
        table(db, "readings").id().text("read_at").text("actor").maybe_text("operation").number("revision"),
        // The fact may have gone since.
        table(db, "reading_facts")
            .reference("reading_id", "readings")
            .text("noun")
            .loose_id("fact_id")
            .told_apart_by("reading_id", "fact_id"),
    ]
}
