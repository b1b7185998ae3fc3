//! Table `agreements`.

use sea_orm::entity::prelude::*;

/// A signed paper: the multi-year agenda, a Regio Deal, a declaration of intent.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agreements")]
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
    /// When it was signed; `None`: unknown.
    pub signed: Option<String>,
    /// Money in it.
    pub amount: Option<String>,
    /// Currency of the amount: `EUR`.
    pub unit: Option<String>,
    /// How far it is.
    pub status: String,
    /// The agreement that it builds on.
    pub builds_on_id: Option<Uuid>,
    /// Its own website.
    pub website: Option<String>,
    /// Start.
    pub since: Option<String>,
    /// End; `None`: open.
    pub until: Option<String>,
    /// On whose word.
    pub source: String,
    /// How sure.
    pub confidence: String,
    /// Who may see it.
    pub audience: String,
    /// A remark.
    pub note: Option<String>,
    /// The row that `builds_on_id` names.
    #[sea_orm(self_ref, relation_enum = "BuildsOn", from = "builds_on_id", to = "id")]
    pub builds_on: BelongsTo<Option<Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
