//! Tokens that were given out: only their hashes.

use chrono::{DateTime, SecondsFormat, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::prelude::{Expr, Uuid};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::problems::{Problems, Unreadable};
use super::snapshot::moment;
use super::{Store, StoreError};

/// A token as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its id.
    pub id: Uuid,
    /// Whose it is, as the journal says it.
    pub name: String,
    /// What it allows: `editor`.
    pub role: String,
    /// For which organisation, by key.
    pub organisation: Option<String>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it ends.
    pub expires_at: Option<DateTime<Utc>>,
    /// When it was taken back.
    pub revoked_at: Option<DateTime<Utc>>,
    /// When it was last used, about.
    pub last_used_at: Option<DateTime<Utc>>,
}

/// A moment as it is written down.
pub(super) fn text(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

impl Store {
    /// Keeps a new token.
    ///
    /// # Errors
    /// [`StoreError::TokenThere`] when its name is taken; else when the database does not answer.
    pub async fn add_token(&self, token: &Token, hash: &str) -> Result<(), StoreError> {
        let row = entity::tokens::ActiveModel {
            id: Set(token.id),
            name: Set(token.name.clone()),
            hash: Set(hash.to_owned()),
            role: Set(token.role.clone()),
            organisation: Set(token.organisation.clone()),
            created_at: Set(text(token.created_at)),
            expires_at: Set(token.expires_at.map(text)),
            revoked_at: Set(token.revoked_at.map(text)),
            last_used_at: Set(None),
        };
        let written = entity::tokens::Entity::insert(row)
            .on_conflict_do_nothing_on([entity::tokens::Column::Name])
            .exec_without_returning(self.writing().await?)
            .await
            .map_err(|source| StoreError::Fill { table: "tokens", source })?;
        match written {
            sea_orm::TryInsertResult::Inserted(1) => Ok(()),
            _ => Err(StoreError::TokenThere { name: token.name.clone() }),
        }
    }

    /// The token with this hash.
    ///
    /// # Errors
    /// When the database does not answer, or holds a moment that is none.
    pub async fn token(&self, hash: &str) -> Result<Option<Token>, StoreError> {
        let found = entity::tokens::Entity::find()
            .filter(entity::tokens::Column::Hash.eq(hash))
            .one(self.reading().await?)
            .await
            .map_err(|source| StoreError::Load { table: "tokens", source })?;
        found.map(|row| self.read_token(row)).transpose()
    }

    /// All tokens, by name.
    ///
    /// # Errors
    /// When the database does not answer, or holds a moment that is none.
    pub async fn tokens(&self) -> Result<Vec<Token>, StoreError> {
        let found =
            entity::tokens::Entity::find().order_by_asc(entity::tokens::Column::Name).all(self.reading().await?).await;
        let rows = found.map_err(|source| StoreError::Load { table: "tokens", source })?;
        rows.into_iter().map(|row| self.read_token(row)).collect()
    }

    /// Takes a token back; `false` when there is none with this name that still works.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn revoke_token(&self, name: &str, at: DateTime<Utc>) -> Result<bool, StoreError> {
        let done = entity::tokens::Entity::update_many()
            .col_expr(entity::tokens::Column::RevokedAt, Expr::value(text(at)))
            .filter(entity::tokens::Column::Name.eq(name))
            .filter(entity::tokens::Column::RevokedAt.is_null())
            .exec(self.writing().await?)
            .await
            .map_err(|source| StoreError::Fill { table: "tokens", source })?;
        Ok(done.rows_affected == 1)
    }

    /// Notes that a token was used.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn token_used(&self, id: Uuid, at: DateTime<Utc>) -> Result<(), StoreError> {
        entity::tokens::Entity::update_many()
            .col_expr(entity::tokens::Column::LastUsedAt, Expr::value(text(at)))
            .filter(entity::tokens::Column::Id.eq(id))
            .exec(self.writing().await?)
            .await
            .map_err(|source| StoreError::Fill { table: "tokens", source })?;
        Ok(())
    }

    /// The token with this name.
    ///
    /// # Errors
    /// When the database does not answer, or holds a moment that is none.
    pub async fn token_named(&self, name: &str) -> Result<Option<Token>, StoreError> {
        let found = entity::tokens::Entity::find()
            .filter(entity::tokens::Column::Name.eq(name))
            .one(self.reading().await?)
            .await
            .map_err(|source| StoreError::Load { table: "tokens", source })?;
        found.map(|row| self.read_token(row)).transpose()
    }

    pub(super) fn read_token(&self, row: entity::tokens::Model) -> Result<Token, StoreError> {
        let read = |column, text| self.read_moment("tokens", &row.name, column, text);
        Ok(Token {
            id: row.id,
            created_at: read("created_at", Some(row.created_at))?.unwrap_or_default(),
            expires_at: read("expires_at", row.expires_at)?,
            revoked_at: read("revoked_at", row.revoked_at)?,
            last_used_at: read("last_used_at", row.last_used_at)?,
            role: row.role,
            organisation: row.organisation,
            name: row.name,
        })
    }

    /// A moment as it is kept.
    pub(super) fn read_moment(
        &self,
        table: &'static str,
        row: &str,
        column: &'static str,
        text: Option<String>,
    ) -> Result<Option<DateTime<Utc>>, StoreError> {
        text.map(|text| moment(&text)).transpose().map_err(|reason| {
            let mut problems = Problems::default();
            problems.push(Unreadable { table, row: row.to_owned(), column, reason });
            StoreError::Unreadable { database: self.name.clone(), problems }
        })
    }
}
