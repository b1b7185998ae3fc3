//! Table `decision_moment_topic`: the list `topics` of decision_moments.

use sea_orm::entity::prelude::*;

/// A decision is about this topic.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "decision_moment_topic")]
pub struct Model {
    /// Which decision.
    #[sea_orm(primary_key, auto_increment = false)]
    pub decision_moment_id: Uuid,
    /// Which topic.
    #[sea_orm(primary_key, auto_increment = false)]
    pub topic_id: Uuid,
    /// The row that `decision_moment_id` names.
    #[sea_orm(belongs_to, from = "decision_moment_id", to = "id")]
    pub decision_moment: BelongsTo<super::decision_moments::Entity>,
    /// The row that `topic_id` names.
    #[sea_orm(belongs_to, from = "topic_id", to = "id")]
    pub topic: BelongsTo<super::topics::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
