//! Table `milestones`.

use sea_orm::entity::prelude::*;

/// A dated moment or period of the time line.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "milestones")]
pub struct Model {
    /// Equal everywhere; derived from the slug when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key in addresses and files.
    #[sea_orm(unique)]
    pub slug: String,
    /// The words in Dutch.
    pub text_nl: String,
    /// The words in English; `None`: the Dutch ones.
    pub text_en: Option<String>,
    /// What it is.
    pub kind: String,
    /// When, as written.
    pub date: String,
    /// Whether the source gives day and month only.
    pub year_inferred: bool,
    /// The body that acts.
    pub body_id: Option<Uuid>,
    /// The organisation that acts.
    pub organisation_id: Option<Uuid>,
    /// On whose word.
    pub source: String,
    /// How sure.
    pub confidence: String,
    /// Who may see it.
    pub audience: String,
    /// A remark.
    pub note: Option<String>,
    /// The row that `body_id` names.
    #[sea_orm(belongs_to, from = "body_id", to = "id")]
    pub body: BelongsTo<Option<super::bodies::Entity>>,
    /// The row that `organisation_id` names.
    #[sea_orm(belongs_to, from = "organisation_id", to = "id")]
    pub organisation: BelongsTo<Option<super::organisations::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
