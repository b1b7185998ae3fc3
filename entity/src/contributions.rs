//! Table `contributions`.

use sea_orm::entity::prelude::*;

/// What a commitment or a partnership brings in. Exactly one of the two is given.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contributions")]
pub struct Model {
    /// Equal everywhere; derived from the key when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the row.
    #[sea_orm(unique)]
    pub key: String,
    /// Of this commitment.
    pub commitment_id: Option<Uuid>,
    /// To the base, of this partnership.
    pub partnership_id: Option<Uuid>,
    /// What kind of means.
    pub kind: String,
    /// How much; `None`: not stated.
    pub amount: Option<String>,
    /// Unit of the amount: `EUR`, `fte`, `hour`.
    pub unit: Option<String>,
    /// Per what: `year`, `inhabitant and year`; `None`: once.
    pub per: Option<String>,
    /// Whether the amount is the least it will be.
    pub minimum: bool,
    /// When it was delivered; `None`: not yet, or not that we know.
    pub realised_on: Option<String>,
    /// Since when.
    pub since: Option<String>,
    /// Until when; `None`: it goes on.
    pub until: Option<String>,
    /// On whose word.
    pub source: String,
    /// How sure.
    pub confidence: String,
    /// Who may see it.
    pub audience: String,
    /// A remark.
    pub note: Option<String>,
    /// The row that `commitment_id` names.
    #[sea_orm(belongs_to, from = "commitment_id", to = "id")]
    pub commitment: BelongsTo<Option<super::commitments::Entity>>,
    /// The row that `partnership_id` names.
    #[sea_orm(belongs_to, from = "partnership_id", to = "id")]
    pub partnership: BelongsTo<Option<super::partnerships::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
