//! Table `declared_counts`.

use sea_orm::entity::prelude::*;

/// A number that a source states about a group, a body or an agreement: a claim, which stands in every view (rule R18). Exactly one of the three is given.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "declared_counts")]
pub struct Model {
    /// Equal everywhere; derived from the key when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the row.
    #[sea_orm(unique)]
    pub key: String,
    /// What is counted, in Dutch.
    pub what_nl: String,
    /// What is counted, in English.
    pub what_en: Option<String>,
    /// Members of this group.
    pub group_id: Option<Uuid>,
    /// Parts of this body.
    pub body_id: Option<Uuid>,
    /// Initiatives of this agreement.
    pub agreement_id: Option<Uuid>,
    /// The number.
    pub declared: i64,
    /// On whose word.
    pub source: String,
    /// How sure.
    pub confidence: String,
    /// Who may see it.
    pub audience: String,
    /// A remark.
    pub note: Option<String>,
    /// The row that `group_id` names.
    #[sea_orm(belongs_to, from = "group_id", to = "id")]
    pub group: BelongsTo<Option<super::stakeholder_groups::Entity>>,
    /// The row that `body_id` names.
    #[sea_orm(belongs_to, from = "body_id", to = "id")]
    pub body: BelongsTo<Option<super::bodies::Entity>>,
    /// The row that `agreement_id` names.
    #[sea_orm(belongs_to, from = "agreement_id", to = "id")]
    pub agreement: BelongsTo<Option<super::agreements::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
