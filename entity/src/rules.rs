//! Table `rules`.

use sea_orm::entity::prelude::*;

/// A rule of the cooperation, R01 to R20, as the sources state it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rules")]
pub struct Model {
    /// Equal everywhere; derived from the key when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the row.
    #[sea_orm(unique)]
    pub key: String,
    /// Title in Dutch.
    pub title_nl: String,
    /// Title in English.
    pub title_en: String,
    /// The rule in Dutch.
    pub text_nl: String,
    /// The rule in English.
    pub text_en: String,
    /// How grave a breach is.
    pub severity: String,
    /// Whether we added it for the sake of the data; else it stands in the presentation.
    pub ours: bool,
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
