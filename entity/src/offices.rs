//! Table `offices`.

use sea_orm::entity::prelude::*;

/// An office that a person holds at an organisation.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "offices")]
pub struct Model {
    /// Equal everywhere; derived from the key when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the row.
    #[sea_orm(unique)]
    pub key: String,
    /// Who.
    pub person_id: Uuid,
    /// Where.
    pub organisation_id: Uuid,
    /// The office in Dutch.
    pub label_nl: String,
    /// The office in English.
    pub label_en: Option<String>,
    /// Since when.
    pub since: Option<String>,
    /// Until when; `None`: it goes on.
    pub until: Option<String>,
    /// The partner that alone may see it, or that brought it in.
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
    /// The row that `organisation_id` names.
    #[sea_orm(belongs_to, relation_enum = "Organisation", from = "organisation_id", to = "id")]
    pub organisation: BelongsTo<super::organisations::Entity>,
    /// The row that `holder_id` names.
    #[sea_orm(belongs_to, relation_enum = "Holder", from = "holder_id", to = "id")]
    pub holder: BelongsTo<Option<super::organisations::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
