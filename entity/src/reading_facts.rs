//! Table `reading_facts`.

use sea_orm::entity::prelude::*;

/// A fact that was shown.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reading_facts")]
pub struct Model {
    /// When it was shown, and to whom.
    #[sea_orm(primary_key, auto_increment = false)]
    pub reading_id: Uuid,
    /// Its noun.
    pub noun: String,
    /// Its id; it may have gone since.
    #[sea_orm(primary_key, auto_increment = false)]
    pub fact_id: Uuid,
    /// The row that `reading_id` names.
    #[sea_orm(belongs_to, from = "reading_id", to = "id")]
    pub reading: BelongsTo<super::readings::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
