//! Who read what of the desk.

use chrono::{DateTime, SecondsFormat, Utc};
use entity::{reading_facts, readings};
use sea_orm::ActiveValue::Set;
use sea_orm::prelude::Uuid;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

use super::fill::insert;
use super::problems::{Problems, Unreadable};
use super::snapshot::moment;
use super::{Store, StoreError};

/// Somebody was shown something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingEntry {
    /// Its id.
    pub id: Uuid,
    /// When.
    pub read_at: DateTime<Utc>,
    /// Who, as the journal says it.
    pub actor: String,
    /// The name of the operation.
    pub operation: Option<String>,
    /// The revision that was read.
    pub revision: i64,
    /// What: noun and id.
    pub facts: Vec<(String, Uuid)>,
}

/// Which readings.
#[derive(Debug, Clone, Default)]
pub struct Readings {
    /// Only by them.
    pub actor: Option<String>,
    /// Only of one of these facts; empty: of any.
    pub facts: Vec<Uuid>,
    /// Not before this moment.
    pub from: Option<DateTime<Utc>>,
    /// Before this moment.
    pub until: Option<DateTime<Utc>>,
}

/// Moments of one length sort as text.
fn text(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

impl Store {
    /// Keeps that somebody was shown something.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn add_reading(&self, reading: &ReadingEntry) -> Result<(), StoreError> {
        let fill = |table| move |source| StoreError::Fill { table, source };
        let rows = self.begin_writing("keep who read what").await?;
        let row = readings::ActiveModel {
            id: Set(reading.id),
            read_at: Set(text(reading.read_at)),
            actor: Set(reading.actor.clone()),
            operation: Set(reading.operation.clone()),
            revision: Set(reading.revision),
        };
        insert(&rows, std::iter::once(row)).await.map_err(fill("readings"))?;
        let facts = reading.facts.iter().map(|(noun, id)| reading_facts::ActiveModel {
            reading_id: Set(reading.id),
            noun: Set(noun.clone()),
            fact_id: Set(*id),
        });
        insert(&rows, facts).await.map_err(fill("reading_facts"))?;
        rows.commit().await.map_err(|source| StoreError::Transaction { doing: "keep who read what", source })
    }

    /// Forgets who read what before a moment, or only counts it; how many readings.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget_readings(&self, before: DateTime<Utc>, is_trial: bool) -> Result<u64, StoreError> {
        let doing = "forget who read what";
        let old = readings::Column::ReadAt.lt(text(before));
        if is_trial {
            let count = readings::Entity::find().filter(old).count(self.reading().await?).await;
            return count.map_err(|source| StoreError::Load { table: "readings", source });
        }
        let fill = |table| move |source| StoreError::Fill { table, source };
        let rows = self.begin_writing(doing).await?;
        let ids = readings::Entity::find().select_only().column(readings::Column::Id).filter(old.clone()).into_query();
        let facts = reading_facts::Entity::delete_many().filter(reading_facts::Column::ReadingId.in_subquery(ids));
        facts.exec(&rows).await.map_err(fill("reading_facts"))?;
        let gone = readings::Entity::delete_many().filter(old).exec(&rows).await.map_err(fill("readings"))?;
        rows.commit().await.map_err(|source| StoreError::Transaction { doing, source })?;
        Ok(gone.rows_affected)
    }

    /// Who read what, the latest last, with the facts that were asked for: all of them when none was.
    ///
    /// # Errors
    /// When the database does not answer, or holds a moment that is none.
    pub async fn readings(&self, wanted: &Readings) -> Result<Vec<ReadingEntry>, StoreError> {
        let mut asked = reading_facts::Entity::find()
            .find_also_related(readings::Entity)
            .order_by_asc(readings::Column::ReadAt)
            .order_by_asc(readings::Column::Id)
            .order_by_asc(reading_facts::Column::Noun)
            .order_by_asc(reading_facts::Column::FactId);
        let Readings { actor, facts, from, until } = wanted;
        if let Some(actor) = actor {
            asked = asked.filter(readings::Column::Actor.eq(actor));
        }
        if !facts.is_empty() {
            asked = asked.filter(reading_facts::Column::FactId.is_in(facts.iter().copied()));
        }
        if let Some(from) = from {
            asked = asked.filter(readings::Column::ReadAt.gte(text(*from)));
        }
        if let Some(until) = until {
            asked = asked.filter(readings::Column::ReadAt.lt(text(*until)));
        }
        let rows =
            asked.all(self.reading().await?).await.map_err(|source| StoreError::Load { table: "readings", source })?;
        let mut found: Vec<ReadingEntry> = Vec::new();
        for (fact, reading) in rows.into_iter().filter_map(|(fact, reading)| Some((fact, reading?))) {
            let readings::Model { id, read_at, actor, operation, revision } = reading;
            let fact = (fact.noun, fact.fact_id);
            if let Some(last) = found.last_mut().filter(|last| last.id == id) {
                last.facts.push(fact);
                continue;
            }
            let read_at = moment(&read_at).map_err(|reason| {
                let mut problems = Problems::default();
                problems.push(Unreadable { table: "readings", row: id.to_string(), column: "read_at", reason });
                StoreError::Unreadable { database: self.name.clone(), problems }
            })?;
            found.push(ReadingEntry { id, read_at, actor, operation, revision, facts: vec![fact] });
        }
        Ok(found)
    }
}
