//! Table `contact_moment_their_person`: the list `their_persons` of contact_moments.

use sea_orm::entity::prelude::*;

/// A talk is with this person.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contact_moment_their_person")]
pub struct Model {
    /// Which talk.
    #[sea_orm(primary_key, auto_increment = false)]
    pub contact_moment_id: Uuid,
    /// Which person.
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    /// The row that `contact_moment_id` names.
    #[sea_orm(belongs_to, from = "contact_moment_id", to = "id")]
    pub contact_moment: BelongsTo<super::contact_moments::Entity>,
    /// The row that `person_id` names.
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<super::persons::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
