//! Table `contact_moments`.

use sea_orm::entity::prelude::*;

/// A talk, planned or held, of somebody of ours with others. The partner whose talk it is holds it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contact_moments")]
pub struct Model {
    /// Equal everywhere; derived from the key when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the row.
    #[sea_orm(unique)]
    pub key: String,
    /// Planned, held or cancelled.
    pub status: String,
    /// In which way.
    pub channel: String,
    /// When.
    pub date: String,
    /// About what.
    pub topic_id: Option<Uuid>,
    /// To reach whom.
    pub target_id: Option<Uuid>,
    /// The introduction that has to come first.
    pub after_id: Option<Uuid>,
    /// What came of it.
    pub outcome: Option<String>,
    /// What was asked of them, from -2 (against the topic) to 2 (for it).
    pub position: Option<i16>,
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
    /// The row that `topic_id` names.
    #[sea_orm(belongs_to, from = "topic_id", to = "id")]
    pub topic: BelongsTo<Option<super::topics::Entity>>,
    /// The row that `target_id` names.
    #[sea_orm(belongs_to, from = "target_id", to = "id")]
    pub target: BelongsTo<Option<super::targets::Entity>>,
    /// The row that `after_id` names.
    #[sea_orm(belongs_to, self_ref, relation_enum = "After", from = "after_id", to = "id")]
    pub after: BelongsTo<Option<Entity>>,
    /// The row that `holder_id` names.
    #[sea_orm(belongs_to, from = "holder_id", to = "id")]
    pub holder: BelongsTo<Option<super::organisations::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
