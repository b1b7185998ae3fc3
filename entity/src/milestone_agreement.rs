//! Table `milestone_agreement`: the list `agreements` of milestones.

use sea_orm::entity::prelude::*;

/// A milestone stands on this agreement's time line.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "milestone_agreement")]
pub struct Model {
    /// Which milestone.
    #[sea_orm(primary_key, auto_increment = false)]
    pub milestone_id: Uuid,
    /// Which agreement.
    #[sea_orm(primary_key, auto_increment = false)]
    pub agreement_id: Uuid,
    /// The row that `milestone_id` names.
    #[sea_orm(belongs_to, from = "milestone_id", to = "id")]
    pub milestone: BelongsTo<super::milestones::Entity>,
    /// The row that `agreement_id` names.
    #[sea_orm(belongs_to, from = "agreement_id", to = "id")]
    pub agreement: BelongsTo<super::agreements::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
