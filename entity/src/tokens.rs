//! Table `tokens`.

use sea_orm::entity::prelude::*;

/// A token that was given out. The token itself is nowhere: only who holds it knows it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tokens")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose it is, as the journal says it.
    #[sea_orm(unique)]
    pub name: String,
    /// SHA-256 of the token, in hexadecimal.
    #[sea_orm(unique)]
    pub hash: String,
    /// What it allows.
    pub role: String,
    /// For which organisation, by key.
    pub organisation: Option<String>,
    /// When it was made: RFC 3339, in UTC.
    pub created_at: String,
    /// When it ends.
    pub expires_at: Option<String>,
    /// When it was taken back.
    pub revoked_at: Option<String>,
    /// When it was last used, to the minute.
    pub last_used_at: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
