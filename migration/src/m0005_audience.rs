//! Who may see a record, and which partner holds persons and their offices.

use sea_orm_migration::prelude::*;

use crate::columns::maybe_reference;

/// Adds the audience to every table of facts; all that is there was public.
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0005_audience"
    }
}

/// The tables of facts that there are before this step.
const TABLES: [&str; 32] = [
    "cooperations",
    "documents",
    "organisations",
    "merged_organisations",
    "names",
    "identifiers",
    "contacts",
    "municipality_statistics",
    "stakeholder_groups",
    "group_memberships",
    "partnerships",
    "relations",
    "programme_lines",
    "goals",
    "initiatives",
    "initiative_parts",
    "ambitions",
    "measures",
    "persons",
    "offices",
    "bodies",
    "seats",
    "agreements",
    "signatures",
    "decisions",
    "commitments",
    "contributions",
    "milestones",
    "meetings",
    "statements",
    "rules",
    "declared_counts",
];

/// Those whose rows a partner may hold.
const HELD: [&str; 2] = ["persons", "offices"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            let audience = ColumnDef::new("audience").text().not_null().default("PUBLIC").take();
            manager.alter_table(Table::alter().table(table).add_column(audience).to_owned()).await?;
        }
        for table in HELD {
            let holder = maybe_reference(manager.get_database_backend(), "holder_id", "organisations");
            manager.alter_table(Table::alter().table(table).add_column(holder).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in HELD {
            manager.alter_table(Table::alter().table(table).drop_column("holder_id").to_owned()).await?;
        }
        for table in TABLES {
            manager.alter_table(Table::alter().table(table).drop_column("audience").to_owned()).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
