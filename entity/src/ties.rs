//! Table `ties`.

use sea_orm::entity::prelude::*;

/// Two persons know each other. What they say of it decays with time; talks raise it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ties")]
pub struct Model {
    /// Equal everywhere; derived from the key when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the row.
    #[sea_orm(unique)]
    pub key: String,
    /// One of the two.
    pub from_person_id: Uuid,
    /// The other.
    pub to_person_id: Uuid,
    /// How strong it was when it was last said.
    pub strength: String,
    /// When that was last said; `None`: when the tie began.
    pub confirmed_on: Option<String>,
    /// Since when.
    pub since: Option<String>,
    /// Until when; `None`: it goes on.
    pub until: Option<String>,
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
    /// The row that `from_person_id` names.
    #[sea_orm(belongs_to, relation_enum = "FromPerson", from = "from_person_id", to = "id")]
    pub from_person: BelongsTo<super::persons::Entity>,
    /// The row that `to_person_id` names.
    #[sea_orm(belongs_to, relation_enum = "ToPerson", from = "to_person_id", to = "id")]
    pub to_person: BelongsTo<super::persons::Entity>,
    /// The row that `holder_id` names.
    #[sea_orm(belongs_to, from = "holder_id", to = "id")]
    pub holder: BelongsTo<Option<super::organisations::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
