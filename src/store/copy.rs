//! A whole database into an empty one: backups, and moves from SQLite to Postgres and back.

use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::fill::{first_revision, insert, insert_facts, insert_lists};
use super::load::{Loaded, Revision};
use super::migrate::take_time;
use super::{Store, StoreError};

impl Store {
    /// Takes over everything that another database holds at one revision: facts, journal and tokens. It may be in use.
    ///
    /// # Errors
    /// [`StoreError::Filled`] when this one holds a network already; else when one of the two does not answer. Nothing
    /// was written then.
    pub async fn copy_from(&self, source: &Self) -> Result<Revision, StoreError> {
        let Loaded { facts, revision, dataset, .. } = source.load().await?;
        let load = |table| move |source| StoreError::Load { table, source };
        // What is in the journal stays as it is, so that it may be read after the facts.
        let commits = entity::commits::Entity::find()
            .filter(entity::commits::Column::Revision.lte(revision.value))
            .all(&source.readers)
            .await
            .map_err(load("commits"))?;
        let changes = entity::changes::Entity::find()
            .filter(entity::changes::Column::Revision.lte(revision.value))
            .all(&source.readers)
            .await
            .map_err(load("changes"))?;
        let tokens = entity::tokens::Entity::find().all(&source.readers).await.map_err(load("tokens"))?;

        let transaction = |doing| move |source| StoreError::Transaction { doing, source };
        let fill = |table| move |source| StoreError::Fill { table, source };
        let rows = self.begin_writing().await.map_err(transaction("begin copying"))?;
        take_time(&rows).await.map_err(transaction("begin copying"))?;
        if !first_revision(&rows, revision, &dataset).await.map_err(fill("revision"))? {
            return Err(StoreError::Filled { database: self.name.clone() });
        }
        insert_facts(&rows, &facts).await?;
        insert_lists(&rows, &facts).await?;
        insert(&rows, commits.into_iter().map(new)).await.map_err(fill("commits"))?;
        insert(&rows, changes.into_iter().map(new)).await.map_err(fill("changes"))?;
        insert(&rows, tokens.into_iter().map(new)).await.map_err(fill("tokens"))?;
        rows.commit().await.map_err(transaction("commit the copy"))?;
        Ok(revision)
    }
}

/// A row as one that is not there yet.
fn new<M, A>(row: M) -> A
where
    M: IntoActiveModel<A>,
    A: ActiveModelTrait,
{
    row.into_active_model().reset_all()
}
