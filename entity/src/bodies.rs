//! Table `bodies`.

use sea_orm::entity::prelude::*;

/// An organ that meets: general board, steering group, portfolio holders' meeting, council.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "bodies")]
pub struct Model {
    /// Equal everywhere; derived from the slug when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key in addresses and files.
    #[sea_orm(unique)]
    pub slug: String,
    /// Dutch name.
    pub name_nl: String,
    /// English name; `None`: the Dutch one.
    pub name_en: Option<String>,
    /// What it is.
    pub kind: String,
    /// The body it reports to.
    pub parent_id: Option<Uuid>,
    /// Whether its place is stated or inferred; `None` when nothing is said.
    pub parent_basis: Option<String>,
    /// The organisation whose organ it is; `None`: an organ of the network.
    pub organisation_id: Option<Uuid>,
    /// Whether it is a democratic organ: only those take decisions (rule R01).
    pub democratic: bool,
    /// Why it is or is not: elected, statutory_executive, none.
    pub democratic_basis: Option<String>,
    /// Political, official or mixed; `None`: unknown.
    pub level: Option<String>,
    /// Whether it stands in the governance chart.
    pub in_chart: bool,
    /// Whether it stands in the meeting schedule.
    pub in_schedule: bool,
    /// When it was set up.
    pub since: Option<String>,
    /// When it ended.
    pub until: Option<String>,
    /// The partner for which alone it is kept, as what that partner holds needs it; `None`: it is of all.
    pub holder_id: Option<Uuid>,
    /// On whose word.
    pub source: String,
    /// How sure.
    pub confidence: String,
    /// Who may see it.
    pub audience: String,
    /// A remark.
    pub note: Option<String>,
    /// The row that `parent_id` names.
    #[sea_orm(self_ref, relation_enum = "Parent", from = "parent_id", to = "id")]
    pub parent: BelongsTo<Option<Entity>>,
    /// The row that `organisation_id` names.
    #[sea_orm(belongs_to, relation_enum = "Organisation", from = "organisation_id", to = "id")]
    pub organisation: BelongsTo<Option<super::organisations::Entity>>,
    /// The row that `holder_id` names.
    #[sea_orm(belongs_to, relation_enum = "Holder", from = "holder_id", to = "id")]
    pub holder: BelongsTo<Option<super::organisations::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
