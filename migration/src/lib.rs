//! The history of Drieklank's tables, one step a file. A step of a released version is never changed: what was wrong in
//! it is mended by a new one.

mod columns;
mod m0001_network;
mod m0002_journal;
mod m0003_tokens;
mod m0004_merged_organisations;
mod m0005_audience;
mod m0006_desk;
mod m0007_privacy;
mod m0008_calendars;
mod m0009_readings;
mod m0010_contact_notes;
mod m0011_kept;
mod m0012_change_blocks;

use sea_orm_migration::prelude::*;

/// All steps in order.
#[derive(Debug, Clone, Copy)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_network::Migration),
            Box::new(m0002_journal::Migration),
            Box::new(m0003_tokens::Migration),
            Box::new(m0004_merged_organisations::Migration),
            Box::new(m0005_audience::Migration),
            Box::new(m0006_desk::Migration),
            Box::new(m0007_privacy::Migration),
            Box::new(m0008_calendars::Migration),
            Box::new(m0009_readings::Migration),
            Box::new(m0010_contact_notes::Migration),
            Box::new(m0011_kept::Migration),
            Box::new(m0012_change_blocks::Migration),
        ]
    }
}
