//! Table `person_contacts`.

use sea_orm::entity::prelude::*;

/// How a person is reached.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "person_contacts")]
pub struct Model {
    /// Equal everywhere; derived from the key when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the row.
    #[sea_orm(unique)]
    pub key: String,
    /// Whose.
    pub person_id: Uuid,
    /// What kind.
    pub kind: String,
    /// Address or number.
    pub value: String,
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
    /// The row that `person_id` names.
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<super::persons::Entity>,
    /// The row that `holder_id` names.
    #[sea_orm(belongs_to, from = "holder_id", to = "id")]
    pub holder: BelongsTo<Option<super::organisations::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
