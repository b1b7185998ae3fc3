//! Who was erased.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use network::slug::Slug;
use sea_orm::ActiveValue::Set;
use sea_orm::prelude::Uuid;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, QueryOrder};

use super::problems::{Problems, Unreadable};
use super::{Store, StoreError};

/// A person who was erased, as a line of text: `86e88e8b-989f-54bf-971c-c7c102156fa1 persoon-abcdef01 2026-11-24`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// Id of the person.
    pub person: Uuid,
    /// What they are called since.
    pub pseudonym: Slug,
    /// The day.
    pub erased_on: NaiveDate,
}

impl fmt::Display for Erasure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.person, self.pseudonym, self.erased_on)
    }
}

/// A line that tells of no erasure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("it is no id, pseudonym and day with a space between")]
pub struct NoErasure;

impl FromStr for Erasure {
    type Err = NoErasure;

    fn from_str(line: &str) -> Result<Self, NoErasure> {
        let mut words = line.split_whitespace();
        let mut next = || words.next().ok_or(NoErasure);
        Ok(Self {
            person: next()?.parse().map_err(|_| NoErasure)?,
            pseudonym: next()?.parse().map_err(|_| NoErasure)?,
            erased_on: next()?.parse().map_err(|_| NoErasure)?,
        })
    }
}

impl Store {
    /// Everybody who was erased, by day.
    ///
    /// # Errors
    /// When the database does not answer, or holds what is no erasure.
    pub async fn erasures(&self) -> Result<Vec<Erasure>, StoreError> {
        let rows = entity::erasures::Entity::find().order_by_asc(entity::erasures::Column::ErasedOn);
        let rows = rows.all(self.reading().await?).await;
        let rows = rows.map_err(|source| StoreError::Load { table: "erasures", source })?;
        let read = |row: entity::erasures::Model| {
            let line = format!("{} {} {}", row.id, row.pseudonym, row.erased_on);
            line.parse().map_err(|reason: NoErasure| {
                let mut problems = Problems::default();
                let (row, reason) = (row.id.to_string(), reason.to_string());
                problems.push(Unreadable { table: "erasures", row, column: "erased_on", reason });
                StoreError::Unreadable { database: self.name.clone(), problems }
            })
        };
        rows.into_iter().map(read).collect()
    }

    /// Notes that somebody was erased of whom this database knows nothing.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn add_erasure(&self, erasure: &Erasure) -> Result<(), StoreError> {
        write(self.writing().await?, erasure).await.map_err(|source| StoreError::Fill { table: "erasures", source })
    }
}

/// Notes an erasure, unless it is known.
pub(super) async fn write<C: ConnectionTrait>(rows: &C, erasure: &Erasure) -> Result<(), DbErr> {
    let row = entity::erasures::ActiveModel {
        id: Set(erasure.person),
        pseudonym: Set(erasure.pseudonym.to_string()),
        erased_on: Set(erasure.erased_on.to_string()),
    };
    entity::erasures::Entity::insert(row)
        .on_conflict_do_nothing_on([entity::erasures::Column::Id])
        .exec_without_returning(rows)
        .await?;
    Ok(())
}
