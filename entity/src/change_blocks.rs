//! Table `change_blocks`.

use sea_orm::entity::prelude::*;

/// Some thousand changes of a large commit, which has no rows in `changes` then.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "change_blocks")]
pub struct Model {
    /// The revision of the commit.
    #[sea_orm(primary_key, auto_increment = false)]
    pub revision: i64,
    /// Place of the block in the commit, from 0.
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i64,
    /// The changes, a line each, compressed by zstd: noun, the fact as it was and as it is, as JSON, parted by tabs.
    pub body: Vec<u8>,
}

impl ActiveModelBehavior for ActiveModel {}
