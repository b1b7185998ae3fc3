//! The tables of the first release: one per noun of the domain, one per list, and the revision.
//!
//! - Facts are checked by the domain before they come here. What the database holds by itself: keys, types, references,
//!   and that a register number belongs to one row (rule R16).
//! - References are checked at the end of a transaction, so that a change may write its rows in any order, also where
//!   rows of one table point at each other. Nothing is deleted along: a row that is pointed at stays.
//! - No index on references: the network lies in memory and nobody reads by them here. Only a deletion looks them up.

mod governance;
mod parties;
mod programme;
mod promises;

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::columns;

/// Creates the tables of the network.
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0001_network"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        columns::create(manager, tables(manager.get_database_backend())).await?;
        manager
            .create_index(
                Index::create()
                    .unique()
                    .name("identifiers_scheme_value")
                    .table("identifiers")
                    .col("scheme")
                    .col("value")
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        columns::drop_all(manager, tables(manager.get_database_backend())).await
    }

    fn use_transaction(&self) -> Option<bool> {
        // SQLite would do without, and leave half of the tables behind.
        Some(true)
    }
}

/// All tables, referenced ones first.
fn tables(db: DbBackend) -> Vec<columns::Columns> {
    let mut tables = parties::tables(db);
    tables.extend(programme::tables(db));
    tables.extend(governance::tables(db));
    tables.extend(promises::tables(db));
    tables.push(columns::revision(db));
    tables
}
