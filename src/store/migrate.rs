//! Bringing the tables to what this program knows.

use migration::Migrator;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, EntityTrait};
use sea_orm_migration::seaql_migrations;
use sea_orm_migration::{MigratorTrait, SchemaManager};

use super::{Store, StoreError};

/// The lock of Postgres under which one process migrates while others wait: "driek" in ASCII.
const LOCK: i64 = 0x64_72_69_65_6b;

impl Store {
    /// Takes the steps that this database has not taken yet: all of them or none, one process after the other.
    pub(super) async fn migrate(&self) -> Result<(), StoreError> {
        let migrate = |source| StoreError::Migrate { database: self.name.clone(), source };
        self.begin_migrated().await?.commit().await.map_err(migrate)
    }

    /// Begins a transaction that has taken these steps, and may write more.
    pub(super) async fn begin_migrated(&self) -> Result<DatabaseTransaction, StoreError> {
        let migrate = |source| StoreError::Migrate { database: self.name.clone(), source };
        let tables = self.begin_writing("begin to migrate").await?;
        take_time(&tables).await.map_err(migrate)?;
        if tables.get_database_backend() == DbBackend::Postgres {
            let lock = format!("SELECT pg_advisory_xact_lock({LOCK})");
            tables.execute_unprepared(&lock).await.map_err(migrate)?;
        }
        let steps = unknown_steps(&tables).await.map_err(migrate)?;
        if !steps.is_empty() {
            return Err(StoreError::Newer { database: self.name.clone(), steps });
        }
        Migrator::up(&tables, None).await.map_err(migrate)?;
        Ok(tables)
    }
}

/// Lets a transaction last longer than a commit of a user may: it has all rows to write, or waits for who does.
pub(super) async fn take_time(rows: &DatabaseTransaction) -> Result<(), DbErr> {
    if rows.get_database_backend() == DbBackend::Postgres {
        rows.execute_unprepared("SET LOCAL lock_timeout = '60s'; SET LOCAL statement_timeout = 0").await?;
    }
    Ok(())
}

/// Steps that the database has taken and this program does not know.
async fn unknown_steps(tables: &DatabaseTransaction) -> Result<Vec<String>, DbErr> {
    if !SchemaManager::new(tables).has_table("seaql_migrations").await? {
        return Ok(Vec::new());
    }
    let taken = seaql_migrations::Entity::find().all(tables).await?;
    let known = Migrator::migrations();
    let is_known = |step: &String| known.iter().any(|known| known.name() == step);
    Ok(taken.into_iter().map(|step| step.version).filter(|step| !is_known(step)).collect())
}
