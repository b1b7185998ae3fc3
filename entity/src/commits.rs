//! Table `commits`.

use sea_orm::entity::prelude::*;

/// One commit: who changed something, when and why. The first one is the filling.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "commits")]
pub struct Model {
    /// The revision that it made.
    #[sea_orm(primary_key, auto_increment = false)]
    pub revision: i64,
    /// When: RFC 3339, in UTC.
    pub recorded_at: String,
    /// Who.
    pub actor: String,
    /// What was asked for: `PLEDGE_COMMITMENT`.
    pub command: String,
    /// Why; for the filling, the name of the dataset.
    pub reason: Option<String>,
    /// The key under which the client may send it again.
    pub idempotency_key: Option<String>,
    /// What stood in that request, as a hash.
    pub request_hash: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
