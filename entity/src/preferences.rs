//! Table `preferences`.

use sea_orm::entity::prelude::*;

/// How a partner wants to be informed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "preferences")]
pub struct Model {
    /// Equal everywhere; derived from the key when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the row.
    #[sea_orm(unique)]
    pub key: String,
    /// Which partner.
    pub organisation_id: Uuid,
    /// About what; `None`: about everything.
    pub topic_id: Option<Uuid>,
    /// Through whom.
    pub person_id: Option<Uuid>,
    /// In which way.
    pub channel: String,
    /// How often, in words.
    pub frequency: Option<String>,
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
    /// The row that `organisation_id` names.
    #[sea_orm(belongs_to, relation_enum = "Organisation", from = "organisation_id", to = "id")]
    pub organisation: BelongsTo<super::organisations::Entity>,
    /// The row that `topic_id` names.
    #[sea_orm(belongs_to, from = "topic_id", to = "id")]
    pub topic: BelongsTo<Option<super::topics::Entity>>,
    /// The row that `person_id` names.
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<Option<super::persons::Entity>>,
    /// The row that `holder_id` names.
    #[sea_orm(belongs_to, relation_enum = "Holder", from = "holder_id", to = "id")]
    pub holder: BelongsTo<Option<super::organisations::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
