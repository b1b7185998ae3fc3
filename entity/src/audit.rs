//! Table `audit`.

use sea_orm::entity::prelude::*;

/// Something that was done with personal data beside the network. Rows are only ever added.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit")]
pub struct Model {
    /// Its id; ids grow with time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// When: RFC 3339, in UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// What was done: `DISCLOSE`.
    pub action: String,
    /// With what: ids and keys, no name of a person.
    pub scope: String,
    /// SHA-256 of what was handed out, in hexadecimal; `None`: nothing was.
    pub sha256: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
