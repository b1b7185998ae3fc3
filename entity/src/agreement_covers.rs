//! Table `agreement_covers`: the list `covers` of agreements.

use sea_orm::entity::prelude::*;

/// An agreement covers this programme line.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agreement_covers")]
pub struct Model {
    /// Which agreement.
    #[sea_orm(primary_key, auto_increment = false)]
    pub agreement_id: Uuid,
    /// Which programme line.
    #[sea_orm(primary_key, auto_increment = false)]
    pub programme_line_id: Uuid,
    /// The row that `agreement_id` names.
    #[sea_orm(belongs_to, from = "agreement_id", to = "id")]
    pub agreement: BelongsTo<super::agreements::Entity>,
    /// The row that `programme_line_id` names.
    #[sea_orm(belongs_to, from = "programme_line_id", to = "id")]
    pub programme_line: BelongsTo<super::programme_lines::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
