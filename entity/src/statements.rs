//! Table `statements`.

use sea_orm::entity::prelude::*;

/// A sentence of a source that carries meaning for the network: a principle, a question to partners, an action line, a claim.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "statements")]
pub struct Model {
    /// Equal everywhere; derived from the key when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the row.
    #[sea_orm(unique)]
    pub key: String,
    /// What it is.
    pub kind: String,
    /// Place among its kind, from 1.
    pub position: i64,
    /// The words in Dutch.
    pub text_nl: String,
    /// The words in English; `None`: the Dutch ones.
    pub text_en: Option<String>,
    /// Heading under which the source puts it.
    pub theme: Option<String>,
    /// The rule that follows from it.
    pub rule_id: Option<Uuid>,
    /// The agreement it belongs to.
    pub agreement_id: Option<Uuid>,
    /// The initiative it belongs to.
    pub initiative_id: Option<Uuid>,
    /// The agreement it speaks of.
    pub refers_to_id: Option<Uuid>,
    /// The statement it details.
    pub parent_id: Option<Uuid>,
    /// Who says it.
    pub speaker_id: Option<Uuid>,
    /// A number in it.
    pub number: Option<String>,
    /// What the number counts.
    pub unit: Option<String>,
    /// On whose word.
    pub source: String,
    /// How sure.
    pub confidence: String,
    /// Who may see it.
    pub audience: String,
    /// A remark.
    pub note: Option<String>,
    /// The row that `rule_id` names.
    #[sea_orm(belongs_to, from = "rule_id", to = "id")]
    pub rule: BelongsTo<Option<super::rules::Entity>>,
    /// The row that `agreement_id` names.
    #[sea_orm(belongs_to, relation_enum = "Agreement", from = "agreement_id", to = "id")]
    pub agreement: BelongsTo<Option<super::agreements::Entity>>,
    /// The row that `initiative_id` names.
    #[sea_orm(belongs_to, from = "initiative_id", to = "id")]
    pub initiative: BelongsTo<Option<super::initiatives::Entity>>,
    /// The row that `refers_to_id` names.
    #[sea_orm(belongs_to, relation_enum = "RefersTo", from = "refers_to_id", to = "id")]
    pub refers_to: BelongsTo<Option<super::agreements::Entity>>,
    /// The row that `parent_id` names.
    #[sea_orm(self_ref, relation_enum = "Parent", from = "parent_id", to = "id")]
    pub parent: BelongsTo<Option<Entity>>,
    /// The row that `speaker_id` names.
    #[sea_orm(belongs_to, from = "speaker_id", to = "id")]
    pub speaker: BelongsTo<Option<super::persons::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
