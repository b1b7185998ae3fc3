//! Table `readings`.

use sea_orm::entity::prelude::*;

/// Somebody was shown something of the desk.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "readings")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// When: RFC 3339, in UTC.
    pub read_at: String,
    /// Who, as the journal says it.
    pub actor: String,
    /// The name of the operation.
    pub operation: Option<String>,
    /// The revision that was read.
    pub revision: i64,
}

impl ActiveModelBehavior for ActiveModel {}
