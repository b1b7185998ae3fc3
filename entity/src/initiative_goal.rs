//! Table `initiative_goal`: the list `goals` of initiatives.

use sea_orm::entity::prelude::*;

/// An initiative serves this goal.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "initiative_goal")]
pub struct Model {
    /// Which initiative.
    #[sea_orm(primary_key, auto_increment = false)]
    pub initiative_id: Uuid,
    /// Which goal.
    #[sea_orm(primary_key, auto_increment = false)]
    pub goal_id: Uuid,
    /// The row that `initiative_id` names.
    #[sea_orm(belongs_to, from = "initiative_id", to = "id")]
    pub initiative: BelongsTo<super::initiatives::Entity>,
    /// The row that `goal_id` names.
    #[sea_orm(belongs_to, from = "goal_id", to = "id")]
    pub goal: BelongsTo<super::goals::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
