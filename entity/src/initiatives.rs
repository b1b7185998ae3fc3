//! Table `initiatives`.

use sea_orm::entity::prelude::*;

/// A programme, project or activity.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "initiatives")]
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
    /// Programme, project or activity.
    pub kind: String,
    /// Whether the source gives it as an example only.
    pub example: bool,
    /// Whether it is a knowledge activity, whose results are to be shared (rule R07).
    pub knowledge: bool,
    /// When its results were shared; `None`: not that we know.
    pub results_shared: Option<String>,
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
}

impl ActiveModelBehavior for ActiveModel {}
