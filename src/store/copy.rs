//! A whole database into an empty one: backups, and moves from SQLite to Postgres and back.

use entity::{audit, calendar_feeds, change_blocks, changes, commits, erasures, reading_facts, readings, tokens};
use network::facts::Facts;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::fill::{first_revision, insert, insert_facts, insert_lists};
use super::load::{Loaded, Revision};
use super::{Store, StoreError};

/// Everything that a database holds at one revision: facts, journal, tokens, calendar feeds, who read what, erasures and audit.
#[derive(Debug)]
pub struct Whole {
    facts: Facts,
    revision: Revision,
    dataset: String,
    commits: Vec<commits::Model>,
    changes: Vec<changes::Model>,
    change_blocks: Vec<change_blocks::Model>,
    tokens: Vec<tokens::Model>,
    feeds: Vec<calendar_feeds::Model>,
    readings: Vec<readings::Model>,
    reading_facts: Vec<reading_facts::Model>,
    erasures: Vec<erasures::Model>,
    audit: Vec<audit::Model>,
}

impl Store {
    /// Everything that it holds at one revision. It may be in use.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    pub async fn whole(&self) -> Result<Whole, StoreError> {
        let Loaded { facts, revision, dataset, .. } = self.load().await?;
        let load = |table| move |source| StoreError::Load { table, source };
        // What is in the journal stays as it is, so that it may be read after the facts.
        let commits = commits::Entity::find()
            .filter(commits::Column::Revision.lte(revision.value))
            .all(&self.readers)
            .await
            .map_err(load("commits"))?;
        let changes = changes::Entity::find()
            .filter(changes::Column::Revision.lte(revision.value))
            .all(&self.readers)
            .await
            .map_err(load("changes"))?;
        let change_blocks = change_blocks::Entity::find()
            .filter(change_blocks::Column::Revision.lte(revision.value))
            .all(&self.readers)
            .await
            .map_err(load("change_blocks"))?;
        let tokens = tokens::Entity::find().all(&self.readers).await.map_err(load("tokens"))?;
        let feeds = calendar_feeds::Entity::find().all(&self.readers).await.map_err(load("calendar_feeds"))?;
        // A feed of a token that was made in between would point at nobody.
        let feeds = feeds.into_iter().filter(|feed| tokens.iter().any(|token| token.id == feed.token_id)).collect();
        // What is read last may tell more; a fact without its reading would be left out.
        let reading_facts = reading_facts::Entity::find().all(&self.readers).await.map_err(load("reading_facts"))?;
        let readings = readings::Entity::find().all(&self.readers).await.map_err(load("readings"))?;
        let erasures = erasures::Entity::find().all(&self.readers).await.map_err(load("erasures"))?;
        let audit = audit::Entity::find().all(&self.readers).await.map_err(load("audit"))?;
        Ok(Whole {
            facts,
            revision,
            dataset,
            commits,
            changes,
            change_blocks,
            tokens,
            feeds,
            readings,
            reading_facts,
            erasures,
            audit,
        })
    }

    /// Opens the database at this address, makes its tables and fills them, all in one transaction.
    ///
    /// # Errors
    /// [`StoreError::Filled`] when it holds a network already; else when it does not answer. Nothing was written then,
    /// no tables either; only a SQLite file that was not there is there now.
    pub async fn restore(url: &str, whole: Whole) -> Result<Self, StoreError> {
        let store = Self::connect(url).await?;
        let received = store.receive(whole).await;
        store.if_done(received).await
    }

    async fn receive(&self, whole: Whole) -> Result<(), StoreError> {
        let Whole {
            facts,
            revision,
            dataset,
            commits,
            changes,
            change_blocks,
            tokens,
            feeds,
            readings,
            reading_facts,
            erasures,
            audit,
        } = whole;
        let fill = |table| move |source| StoreError::Fill { table, source };
        let rows = self.begin_migrated().await?;
        if !first_revision(&rows, revision, &dataset).await.map_err(fill("revision"))? {
            return Err(StoreError::Filled { database: self.name.clone() });
        }
        insert_facts(&rows, &facts).await?;
        insert_lists(&rows, &facts).await?;
        insert(&rows, commits.into_iter().map(new)).await.map_err(fill("commits"))?;
        insert(&rows, changes.into_iter().map(new)).await.map_err(fill("changes"))?;
        for block in change_blocks {
            // One by one: each may have a megabyte.
            insert(&rows, std::iter::once(new(block))).await.map_err(fill("change_blocks"))?;
        }
        insert(&rows, tokens.into_iter().map(new)).await.map_err(fill("tokens"))?;
        insert(&rows, feeds.into_iter().map(new)).await.map_err(fill("calendar_feeds"))?;
        insert(&rows, readings.into_iter().map(new)).await.map_err(fill("readings"))?;
        insert(&rows, reading_facts.into_iter().map(new)).await.map_err(fill("reading_facts"))?;
        insert(&rows, erasures.into_iter().map(new)).await.map_err(fill("erasures"))?;
        insert(&rows, audit.into_iter().map(new)).await.map_err(fill("audit"))?;
        rows.commit().await.map_err(|source| StoreError::Transaction { doing: "commit the copy", source })
    }
}

impl Whole {
    /// The revision at which it was read.
    #[must_use]
    pub fn revision(&self) -> Revision {
        self.revision
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
