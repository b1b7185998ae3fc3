//! Table `erasures`.

use sea_orm::entity::prelude::*;

/// A person who was erased. Rows are only ever added.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "erasures")]
pub struct Model {
    /// Id of the person.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What they are called since.
    #[sea_orm(unique)]
    pub pseudonym: String,
    /// The day: `2026-11-24`.
    pub erased_on: String,
}

impl ActiveModelBehavior for ActiveModel {}
