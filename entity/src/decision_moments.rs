//! Table `decision_moments`.

use sea_orm::entity::prelude::*;

/// A decision that others are going to take.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "decision_moments")]
pub struct Model {
    /// Equal everywhere; derived from the slug when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key in addresses and files.
    #[sea_orm(unique)]
    pub slug: String,
    /// Title in Dutch.
    pub title_nl: String,
    /// Title in English.
    pub title_en: Option<String>,
    /// Who decides.
    pub body_id: Uuid,
    /// When it is taken.
    pub date: String,
    /// The partner that holds it.
    pub holder_id: Option<Uuid>,
    /// On whose word.
    pub source: String,
    /// How sure.
    pub confidence: String,
    /// Who may see it.
    pub audience: String,
    /// A remark.
    pub note: Option<String>,
    /// The row that `body_id` names.
    #[sea_orm(belongs_to, from = "body_id", to = "id")]
    pub body: BelongsTo<super::bodies::Entity>,
    /// The row that `holder_id` names.
    #[sea_orm(belongs_to, from = "holder_id", to = "id")]
    pub holder: BelongsTo<Option<super::organisations::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
