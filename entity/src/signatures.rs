//! Table `signatures`.

use sea_orm::entity::prelude::*;

/// An organisation signed an agreement.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "signatures")]
pub struct Model {
    /// Equal everywhere; derived from the key when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the row.
    #[sea_orm(unique)]
    pub key: String,
    /// What was signed.
    pub agreement_id: Uuid,
    /// Who signed.
    pub organisation_id: Uuid,
    /// As what: party for the State.
    pub role: Option<String>,
    /// The decision by which the signer's own organ adopted it.
    pub ratified_by_id: Option<Uuid>,
    /// When it was signed.
    pub since: Option<String>,
    /// Until when it binds; `None`: as long as the agreement.
    pub until: Option<String>,
    /// On whose word.
    pub source: String,
    /// How sure.
    pub confidence: String,
    /// Who may see it.
    pub audience: String,
    /// A remark.
    pub note: Option<String>,
    /// The row that `agreement_id` names.
    #[sea_orm(belongs_to, from = "agreement_id", to = "id")]
    pub agreement: BelongsTo<super::agreements::Entity>,
    /// The row that `organisation_id` names.
    #[sea_orm(belongs_to, from = "organisation_id", to = "id")]
    pub organisation: BelongsTo<super::organisations::Entity>,
    /// The row that `ratified_by_id` names.
    #[sea_orm(belongs_to, from = "ratified_by_id", to = "id")]
    pub ratified_by: BelongsTo<Option<super::decisions::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
