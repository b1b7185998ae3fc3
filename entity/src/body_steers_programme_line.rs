//! Table `body_steers_programme_line`: the list `steers_programme_lines` of bodies.

use sea_orm::entity::prelude::*;

/// A body steers this programme line.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "body_steers_programme_line")]
pub struct Model {
    /// Which body.
    #[sea_orm(primary_key, auto_increment = false)]
    pub body_id: Uuid,
    /// Which programme line.
    #[sea_orm(primary_key, auto_increment = false)]
    pub programme_line_id: Uuid,
    /// The row that `body_id` names.
    #[sea_orm(belongs_to, from = "body_id", to = "id")]
    pub body: BelongsTo<super::bodies::Entity>,
    /// The row that `programme_line_id` names.
    #[sea_orm(belongs_to, from = "programme_line_id", to = "id")]
    pub programme_line: BelongsTo<super::programme_lines::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
