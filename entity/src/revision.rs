//! Table `revision`: how far the network has come.

use sea_orm::entity::prelude::*;

/// The one row that tells at which revision the network stands. Every commit moves it on by one, and only from the
/// value that it was planned on: so it is also the fence between two writers.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "revision")]
pub struct Model {
    /// Always [`ONLY`].
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i16,
    /// Number of the last commit; 1 is the first filling.
    pub value: i64,
    /// When it was committed: RFC 3339, in UTC.
    pub recorded_at: String,
    /// Name of the dataset that filled the database.
    pub dataset: String,
}

/// The id of the only row.
pub const ONLY: i16 = 1;

impl ActiveModelBehavior for ActiveModel {}
