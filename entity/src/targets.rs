//! Table `targets`.

use sea_orm::entity::prelude::*;

/// Whom a topic has to reach. Exactly one of organisation, person and body is given.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "targets")]
pub struct Model {
    /// Equal everywhere; derived from the key when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the row.
    #[sea_orm(unique)]
    pub key: String,
    /// For what.
    pub topic_id: Uuid,
    /// This organisation.
    pub organisation_id: Option<Uuid>,
    /// This person.
    pub person_id: Option<Uuid>,
    /// This body.
    pub body_id: Option<Uuid>,
    /// How much reaching it is worth, 1 to 5.
    pub value: i16,
    /// What it has to say in the decision.
    pub decision_right: String,
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
    /// The row that `topic_id` names.
    #[sea_orm(belongs_to, from = "topic_id", to = "id")]
    pub topic: BelongsTo<super::topics::Entity>,
    /// The row that `organisation_id` names.
    #[sea_orm(belongs_to, relation_enum = "Organisation", from = "organisation_id", to = "id")]
    pub organisation: BelongsTo<Option<super::organisations::Entity>>,
    /// The row that `person_id` names.
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<Option<super::persons::Entity>>,
    /// The row that `body_id` names.
    #[sea_orm(belongs_to, from = "body_id", to = "id")]
    pub body: BelongsTo<Option<super::bodies::Entity>>,
    /// The row that `holder_id` names.
    #[sea_orm(belongs_to, relation_enum = "Holder", from = "holder_id", to = "id")]
    pub holder: BelongsTo<Option<super::organisations::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
