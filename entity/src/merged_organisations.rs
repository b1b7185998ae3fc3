//! Table `merged_organisations`.

use sea_orm::entity::prelude::*;

/// An organisation that turned out to be another one, which answers to its id and key.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "merged_organisations")]
pub struct Model {
    /// The id that it had as an organisation.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The key that it had as an organisation.
    #[sea_orm(unique)]
    pub slug: String,
    /// The one that stays.
    pub into_id: Uuid,
    /// On whose word.
    pub source: String,
    /// How sure.
    pub confidence: String,
    /// Who may see it.
    pub audience: String,
    /// A remark.
    pub note: Option<String>,
    /// The row that `into_id` names.
    #[sea_orm(belongs_to, from = "into_id", to = "id")]
    pub into: BelongsTo<super::organisations::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
