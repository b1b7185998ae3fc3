//! Table `decision_stages`.

use sea_orm::entity::prelude::*;

/// A stage of a decision, and when talking helps: so many days before it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "decision_stages")]
pub struct Model {
    /// Equal everywhere; derived from the key when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the row.
    #[sea_orm(unique)]
    pub key: String,
    /// Of which decision.
    pub decision_moment_id: Uuid,
    /// What happens.
    pub kind: String,
    /// When.
    pub date: String,
    /// Talks help from so many days before it; `None`: as usual for its kind.
    pub opens_days_before: Option<i64>,
    /// Talks help until so many days before it; `None`: as usual for its kind.
    pub closes_days_before: Option<i64>,
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
    /// The row that `decision_moment_id` names.
    #[sea_orm(belongs_to, from = "decision_moment_id", to = "id")]
    pub decision_moment: BelongsTo<super::decision_moments::Entity>,
    /// The row that `holder_id` names.
    #[sea_orm(belongs_to, from = "holder_id", to = "id")]
    pub holder: BelongsTo<Option<super::organisations::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
