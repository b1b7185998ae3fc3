//! Table `ambitions`.

use sea_orm::entity::prelude::*;

/// What an initiative aims at on a level of funding.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ambitions")]
pub struct Model {
    /// Equal everywhere; derived from the key when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the row.
    #[sea_orm(unique)]
    pub key: String,
    /// Whose ambition.
    pub initiative_id: Uuid,
    /// On which level of funding.
    pub level: String,
    /// Row of the source's table: ambitions of one row belong together.
    pub row: Option<i64>,
    /// What the row is about.
    pub topic: Option<String>,
    /// The words in Dutch.
    pub text_nl: String,
    /// The words in English; `None`: the Dutch ones.
    pub text_en: Option<String>,
    /// On whose word.
    pub source: String,
    /// How sure.
    pub confidence: String,
    /// Who may see it.
    pub audience: String,
    /// A remark.
    pub note: Option<String>,
    /// The row that `initiative_id` names.
    #[sea_orm(belongs_to, from = "initiative_id", to = "id")]
    pub initiative: BelongsTo<super::initiatives::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
