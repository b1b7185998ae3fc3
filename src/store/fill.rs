//! From facts to rows: the first filling of an empty database.

use chrono::{DateTime, SubsecRound, Utc};
use network::facts::*;
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, DbErr, EntityTrait, Iterable};

use super::journal::{self, Entry};
use super::lists::{self, Pairs, for_each_list};
use super::load::Revision;
use super::migrate::take_time;
use super::rows::Row;
use super::snapshot::moment_text;
use super::{Store, StoreError};

/// How many values go into one statement: SQLite takes 32,766 at most, Postgres 65,535.
const VALUES: usize = 16_384;

impl Store {
    /// Whether it holds no network yet.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn is_empty(&self) -> Result<bool, StoreError> {
        let load = |source| StoreError::Load { table: "revision", source };
        let revision = entity::revision::Entity::find().one(self.reading().await?).await.map_err(load)?;
        Ok(revision.is_none())
    }

    /// Writes all facts as revision 1, in one transaction.
    ///
    /// * `dataset`: its name, kept beside the revision.
    /// * `recorded_at`: when, kept in whole microseconds.
    ///
    /// # Errors
    /// [`StoreError::Filled`] when the database holds a network already: that is never touched. Else when the facts are
    /// not fit to be stored: two with one key, a reference to what is not there, a register number given twice.
    pub async fn fill(&self, facts: &Facts, dataset: &str, recorded_at: DateTime<Utc>) -> Result<Revision, StoreError> {
        let revision = Revision { value: 1, recorded_at: recorded_at.trunc_subsecs(6) };
        let transaction = |doing| move |source| StoreError::Transaction { doing, source };
        let rows = self.begin_writing("begin filling").await?;
        take_time(&rows).await.map_err(transaction("begin filling"))?;
        // The revision first: of two that fill at once, the second waits here, and then finds it.
        if !first_revision(&rows, revision, dataset).await.map_err(fill("revision"))? {
            return Err(StoreError::Filled { database: self.name.clone() });
        }
        insert_facts(&rows, facts).await?;
        insert_lists(&rows, facts).await?;
        let entry = Entry {
            actor: "drieklank".to_owned(),
            command: "FILL".to_owned(),
            reason: Some(dataset.to_owned()),
            recorded_at,
            idempotency: None,
            changes: Vec::new(),
        };
        journal::write(&rows, revision.value, &entry).await.map_err(fill("commits"))?;
        rows.commit().await.map_err(transaction("commit the filling"))?;
        Ok(revision)
    }
}

fn fill(table: &'static str) -> impl Fn(DbErr) -> StoreError {
    move |source| StoreError::Fill { table, source }
}

/// Writes the revision, unless there is one.
pub(super) async fn first_revision(
    rows: &DatabaseTransaction,
    revision: Revision,
    dataset: &str,
) -> Result<bool, DbErr> {
    let row = entity::revision::ActiveModel {
        id: Set(entity::revision::ONLY),
        value: Set(revision.value),
        recorded_at: Set(moment_text(revision.recorded_at)),
        dataset: Set(dataset.to_owned()),
    };
    let written = entity::revision::Entity::insert(row)
        .on_conflict_do_nothing_on([entity::revision::Column::Id])
        .exec_without_returning(rows)
        .await?;
    Ok(matches!(written, sea_orm::TryInsertResult::Inserted(1)))
}

macro_rules! nouns {
    ($($noun:ident $fact:ident,)*) => {
        pub(super) async fn insert_facts(rows: &DatabaseTransaction, facts: &Facts) -> Result<(), StoreError> {
            $(insert(rows, facts.$noun.iter().map(Row::to_row)).await.map_err(fill($fact::NOUN))?;)*
            Ok(())
        }
    };
}
network::for_each_noun!(nouns);

macro_rules! lists {
    ($($table:ident $pairs:ident of $noun:ident,)*) => {
        pub(super) async fn insert_lists(rows: &DatabaseTransaction, facts: &Facts) -> Result<(), StoreError> {
            $(insert(rows, lists::to_rows::<lists::$pairs>(&facts.$noun)).await.map_err(fill(lists::$pairs::TABLE))?;)*
            Ok(())
        }
    };
}
for_each_list!(lists);

/// Inserts rows of one table, many in a statement.
pub(super) async fn insert<M>(rows: &DatabaseTransaction, mut models: impl Iterator<Item = M>) -> Result<(), DbErr>
where
    M: ActiveModelTrait + Send,
{
    let n_columns = <M::Entity as EntityTrait>::Column::iter().count();
    let n_rows = VALUES / n_columns.max(1);
    loop {
        let batch: Vec<M> = models.by_ref().take(n_rows).collect();
        if batch.is_empty() {
            return Ok(());
        }
        M::Entity::insert_many(batch).exec_without_returning(rows).await?;
    }
}
