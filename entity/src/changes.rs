//! Table `changes`.

use sea_orm::entity::prelude::*;

/// One fact that a commit added, changed or removed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "changes")]
pub struct Model {
    /// The revision of the commit.
    #[sea_orm(primary_key, auto_increment = false)]
    pub revision: i64,
    /// Its place in the commit, from 0.
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i64,
    /// Noun of the fact: `seats`.
    pub noun: String,
    /// Id of the fact.
    pub fact_id: Uuid,
    /// The fact as it was, as JSON; `None`: it came.
    pub before: Option<String>,
    /// The fact as it is, as JSON; `None`: it went.
    pub after: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
