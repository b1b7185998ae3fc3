//! Table `body_steers_initiative`: the list `steers_initiatives` of bodies.

use sea_orm::entity::prelude::*;

/// A body steers this initiative.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "body_steers_initiative")]
pub struct Model {
    /// Which body.
    #[sea_orm(primary_key, auto_increment = false)]
    pub body_id: Uuid,
    /// Which initiative.
    #[sea_orm(primary_key, auto_increment = false)]
    pub initiative_id: Uuid,
    /// The row that `body_id` names.
    #[sea_orm(belongs_to, from = "body_id", to = "id")]
    pub body: BelongsTo<super::bodies::Entity>,
    /// The row that `initiative_id` names.
    #[sea_orm(belongs_to, from = "initiative_id", to = "id")]
    pub initiative: BelongsTo<super::initiatives::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
