//! Table `calendar_feeds`.

use sea_orm::entity::prelude::*;

/// A calendar that somebody subscribes to by a private address. The address itself is nowhere: only who holds it knows it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_feeds")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// By whose token it sees what it shows.
    pub token_id: Uuid,
    /// What it is for, in the words of its owner.
    pub label: String,
    /// SHA-256 of the secret in its address, in hexadecimal.
    #[sea_orm(unique)]
    pub hash: String,
    /// When it was made: RFC 3339, in UTC.
    pub created_at: String,
    /// When it was taken back.
    pub revoked_at: Option<String>,
    /// When it was last fetched, to the minute.
    pub last_used_at: Option<String>,
    /// The row that `token_id` names.
    #[sea_orm(belongs_to, from = "token_id", to = "id")]
    pub token: BelongsTo<super::tokens::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
