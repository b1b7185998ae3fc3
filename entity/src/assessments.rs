//! Table `assessments`.

use sea_orm::entity::prelude::*;

/// How somebody judged a target on a day. It is never overwritten: a later one stands beside it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "assessments")]
pub struct Model {
    /// Equal everywhere; derived from the key when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the row.
    #[sea_orm(unique)]
    pub key: String,
    /// Whom.
    pub target_id: Uuid,
    /// On which day.
    pub date: String,
    /// How much influence it has, 1 to 5.
    pub influence: i16,
    /// How much it cares, 1 to 5.
    pub interest: i16,
    /// Where it stands, from -2 (against) to 2 (for).
    pub position: i16,
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
    /// The row that `target_id` names.
    #[sea_orm(belongs_to, from = "target_id", to = "id")]
    pub target: BelongsTo<super::targets::Entity>,
    /// The row that `holder_id` names.
    #[sea_orm(belongs_to, from = "holder_id", to = "id")]
    pub holder: BelongsTo<Option<super::organisations::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
