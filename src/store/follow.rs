//! News of commits: those of other processes too.

use std::time::Duration;

use sea_orm::sqlx::postgres::PgListener;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, EntityTrait, Statement};

use super::load::Revision;
use super::{Store, StoreError};

/// On what Postgres tells of commits.
const CHANNEL: &str = "drieklank_revision";

/// How often a database is asked that tells nothing by itself. SQLite answers from memory as long as nobody has written.
const ASK_EVERY: Duration = Duration::from_millis(200);

/// How often Postgres is asked all the same: what it tells is lost when a connection breaks without a word, and a database
/// that is put back tells nothing.
const DOUBT_EVERY: Duration = Duration::from_secs(20);

/// Waits for commits.
pub struct News {
    store: Store,
    /// Postgres tells; SQLite has to be asked.
    listener: Option<PgListener>,
}

impl Store {
    /// The revision that the database is at; `None`: it holds no network.
    ///
    /// # Errors
    /// When it does not answer, or with something that is no revision.
    pub async fn revision(&self) -> Result<Option<Revision>, StoreError> {
        let load = |source| StoreError::Load { table: "revision", source };
        let row = entity::revision::Entity::find_by_id(entity::revision::ONLY)
            .one(self.reading().await?)
            .await
            .map_err(load)?;
        row.map(|row| Ok(Revision { value: row.value, recorded_at: self.recorded_at(&row.recorded_at)? })).transpose()
    }

    /// Begins to wait for commits, from now on.
    ///
    /// # Errors
    /// When Postgres does not answer.
    pub async fn news(&self) -> Result<News, StoreError> {
        let listener = match self.readers.get_database_backend() {
            DbBackend::Postgres => {
                let listen = |source| StoreError::Listen { database: self.name.clone(), source };
                let pool = self.readers.get_postgres_connection_pool();
                let mut listener = PgListener::connect_with(pool).await.map_err(listen)?;
                listener.listen(CHANNEL).await.map_err(listen)?;
                Some(listener)
            }
            _ => None,
        };
        Ok(News { store: self.clone(), listener })
    }
}

impl News {
    /// Waits until there may be news: a commit of whoever, or that much time that it is better to look.
    ///
    /// # Errors
    /// When Postgres does not tell any more; begin anew then.
    pub async fn wait(&mut self) -> Result<(), StoreError> {
        let Some(listener) = &mut self.listener else {
            tokio::time::sleep(ASK_EVERY).await;
            return Ok(());
        };
        match tokio::time::timeout(DOUBT_EVERY, listener.recv()).await {
            Ok(told) => {
                told.map_err(|source| StoreError::Listen { database: self.store.name.clone(), source })?;
                Ok(())
            }
            Err(_) => Ok(()),
        }
    }
}

/// Tells the others of a commit, once it holds.
pub(super) async fn tell(rows: &DatabaseTransaction, revision: i64) -> Result<(), DbErr> {
    if rows.get_database_backend() == DbBackend::Postgres {
        let values = [CHANNEL.into(), revision.to_string().into()];
        let tell = Statement::from_sql_and_values(DbBackend::Postgres, "SELECT pg_notify($1, $2)", values);
        rows.execute_raw(tell).await?;
    }
    Ok(())
}
