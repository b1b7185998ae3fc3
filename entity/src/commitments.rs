//! Table `commitments`.

use sea_orm::entity::prelude::*;

/// What an organisation promises to a programme line, an initiative or an agreement. Exactly one of the three is given.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "commitments")]
pub struct Model {
    /// Equal everywhere; derived from the key when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the row.
    #[sea_orm(unique)]
    pub key: String,
    /// Who promises.
    pub organisation_id: Uuid,
    /// To this line.
    pub programme_line_id: Option<Uuid>,
    /// To this initiative.
    pub initiative_id: Option<Uuid>,
    /// To this agreement.
    pub agreement_id: Option<Uuid>,
    /// How hard the promise is.
    pub status: String,
    /// On what it depends; `None`: on nothing.
    pub condition: Option<String>,
    /// The decision that ratified it.
    pub ratified_by_id: Option<Uuid>,
    /// Since when.
    pub since: Option<String>,
    /// Until when; for a withdrawn one the last day it held.
    pub until: Option<String>,
    /// On whose word.
    pub source: String,
    /// How sure.
    pub confidence: String,
    /// Who may see it.
    pub audience: String,
    /// A remark.
    pub note: Option<String>,
    /// The row that `organisation_id` names.
    #[sea_orm(belongs_to, from = "organisation_id", to = "id")]
    pub organisation: BelongsTo<super::organisations::Entity>,
    /// The row that `programme_line_id` names.
    #[sea_orm(belongs_to, from = "programme_line_id", to = "id")]
    pub programme_line: BelongsTo<Option<super::programme_lines::Entity>>,
    /// The row that `initiative_id` names.
    #[sea_orm(belongs_to, from = "initiative_id", to = "id")]
    pub initiative: BelongsTo<Option<super::initiatives::Entity>>,
    /// The row that `agreement_id` names.
    #[sea_orm(belongs_to, from = "agreement_id", to = "id")]
    pub agreement: BelongsTo<Option<super::agreements::Entity>>,
    /// The row that `ratified_by_id` names.
    #[sea_orm(belongs_to, from = "ratified_by_id", to = "id")]
    pub ratified_by: BelongsTo<Option<super::decisions::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
