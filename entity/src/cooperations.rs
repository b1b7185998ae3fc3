//! Table `cooperations`.

use sea_orm::entity::prelude::*;

/// The network: no legal entity and not one of its own partners. A dataset has exactly one row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cooperations")]
pub struct Model {
    /// Equal everywhere; derived from the slug when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key in addresses and files.
    #[sea_orm(unique)]
    pub slug: String,
    /// The organisation row that stands for the network as a holder of seats, contacts and money.
    pub organisation_id: Uuid,
    /// Dutch name.
    pub name_nl: String,
    /// English name; `None`: the Dutch one.
    pub name_en: Option<String>,
    /// Mission in Dutch.
    pub mission_nl: Option<String>,
    /// Mission in English.
    pub mission_en: Option<String>,
    /// What it calls its strength, in Dutch.
    pub strength_nl: Option<String>,
    /// What it calls its strength, in English.
    pub strength_en: Option<String>,
    /// Whether it is a legal person.
    pub legal_entity: bool,
    /// The agreement that is its running agenda: activities serve the goals of that one (rule R05).
    pub agenda_id: Option<Uuid>,
    /// When it began.
    pub since: Option<String>,
    /// When it ended.
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
    /// The row that `agenda_id` names.
    #[sea_orm(belongs_to, from = "agenda_id", to = "id")]
    pub agenda: BelongsTo<Option<super::agreements::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
