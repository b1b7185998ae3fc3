//! Table `seat_on_behalf_of`: the list `on_behalf_of` of seats.

use sea_orm::entity::prelude::*;

/// A seat is held on behalf of this organisation.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "seat_on_behalf_of")]
pub struct Model {
    /// Which seat.
    #[sea_orm(primary_key, auto_increment = false)]
    pub seat_id: Uuid,
    /// Which organisation.
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation_id: Uuid,
    /// The row that `seat_id` names.
    #[sea_orm(belongs_to, from = "seat_id", to = "id")]
    pub seat: BelongsTo<super::seats::Entity>,
    /// The row that `organisation_id` names.
    #[sea_orm(belongs_to, from = "organisation_id", to = "id")]
    pub organisation: BelongsTo<super::organisations::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
