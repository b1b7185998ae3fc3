//! What was removed for all but one partner, which still needs it.

use sea_orm_migration::prelude::*;

use crate::columns::maybe_reference;

/// Lets organisations, bodies and lines be kept for one partner.
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0011_kept"
    }
}

/// What facts that one partner holds may point at, and was of all until now.
const TABLES: [&str; 3] = ["organisations", "programme_lines", "bodies"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            let holder = maybe_reference(manager.get_database_backend(), "holder_id", "organisations");
            manager.alter_table(Table::alter().table(table).add_column(holder).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            manager.alter_table(Table::alter().table(table).drop_column("holder_id").to_owned()).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
