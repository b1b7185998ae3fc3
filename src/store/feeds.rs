//! Calendars that people subscribe to: only the hashes of their addresses.

use chrono::{DateTime, Utc};
use entity::calendar_feeds::{ActiveModel, Column, Entity, Model};
use sea_orm::ActiveValue::Set;
use sea_orm::prelude::{Expr, Uuid};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::tokens::text;
use super::{Store, StoreError, Token};

/// Name of the table, for messages.
const TABLE: &str = "calendar_feeds";

/// A calendar feed as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// Its id.
    pub id: Uuid,
    /// By whose token it sees what it shows.
    pub token_id: Uuid,
    /// What it is for.
    pub label: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was taken back.
    pub revoked_at: Option<DateTime<Utc>>,
    /// When it was last fetched, about.
    pub last_used_at: Option<DateTime<Utc>>,
}

impl Store {
    /// Keeps a new feed.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn add_feed(&self, feed: &Feed, hash: &str) -> Result<(), StoreError> {
        let row = ActiveModel {
            id: Set(feed.id),
            token_id: Set(feed.token_id),
            label: Set(feed.label.clone()),
            hash: Set(hash.to_owned()),
            created_at: Set(text(feed.created_at)),
            revoked_at: Set(feed.revoked_at.map(text)),
            last_used_at: Set(None),
        };
        let written = Entity::insert(row).exec_without_returning(self.writing().await?).await;
        written.map(drop).map_err(|source| StoreError::Fill { table: TABLE, source })
    }

    /// The feed with this hash, and the token by which it sees.
    ///
    /// # Errors
    /// When the database does not answer, or holds a moment that is none.
    pub async fn feed(&self, hash: &str) -> Result<Option<(Feed, Token)>, StoreError> {
        let reading = self.reading().await?;
        let found = Entity::find().filter(Column::Hash.eq(hash)).one(reading).await;
        let Some(row) = found.map_err(|source| StoreError::Load { table: TABLE, source })? else { return Ok(None) };
        let token = entity::tokens::Entity::find_by_id(row.token_id).one(reading).await;
        let token = token.map_err(|source| StoreError::Load { table: "tokens", source })?;
        token.map(|token| Ok((self.read_feed(row)?, self.read_token(token)?))).transpose()
    }

    /// All feeds, in the order in which they were made.
    ///
    /// * `token_id`: only those of this token.
    ///
    /// # Errors
    /// When the database does not answer, or holds a moment that is none.
    pub async fn feeds(&self, token_id: Option<Uuid>) -> Result<Vec<Feed>, StoreError> {
        let mut asked = Entity::find().order_by_asc(Column::CreatedAt).order_by_asc(Column::Id);
        if let Some(token_id) = token_id {
            asked = asked.filter(Column::TokenId.eq(token_id));
        }
        let found = asked.all(self.reading().await?).await;
        let rows = found.map_err(|source| StoreError::Load { table: TABLE, source })?;
        rows.into_iter().map(|row| self.read_feed(row)).collect()
    }

    /// Takes a feed back; `false` when there is none with this id that still works.
    ///
    /// * `token_id`: only one of this token.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn revoke_feed(&self, id: Uuid, token_id: Option<Uuid>, at: DateTime<Utc>) -> Result<bool, StoreError> {
        let mut asked = Entity::update_many()
            .col_expr(Column::RevokedAt, Expr::value(text(at)))
            .filter(Column::Id.eq(id))
            .filter(Column::RevokedAt.is_null());
        if let Some(token_id) = token_id {
            asked = asked.filter(Column::TokenId.eq(token_id));
        }
        let done = asked.exec(self.writing().await?).await;
        done.map(|done| done.rows_affected == 1).map_err(|source| StoreError::Fill { table: TABLE, source })
    }

    /// Notes that a feed was fetched.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn feed_used(&self, id: Uuid, at: DateTime<Utc>) -> Result<(), StoreError> {
        let asked = Entity::update_many().col_expr(Column::LastUsedAt, Expr::value(text(at))).filter(Column::Id.eq(id));
        let done = asked.exec(self.writing().await?).await;
        done.map(drop).map_err(|source| StoreError::Fill { table: TABLE, source })
    }

    fn read_feed(&self, row: Model) -> Result<Feed, StoreError> {
        let id = row.id.to_string();
        let read = |column, text| self.read_moment(TABLE, &id, column, text);
        Ok(Feed {
            id: row.id,
            token_id: row.token_id,
            created_at: read("created_at", Some(row.created_at))?.unwrap_or_default(),
            revoked_at: read("revoked_at", row.revoked_at)?,
            last_used_at: read("last_used_at", row.last_used_at)?,
            label: row.label,
        })
    }
}
