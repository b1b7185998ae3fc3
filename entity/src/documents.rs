//! Table `documents`.

use sea_orm::entity::prelude::*;

/// A document that sources cite: `deck:HEADING` is the place HEADING in the document with key `deck`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "documents")]
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
    pub title_en: Option<String>,
    /// What it is: presentation, minutes, register.
    pub kind: String,
    /// Date of the document.
    pub date: Option<String>,
    /// Web address; `None` when it is not on the web.
    pub url: Option<String>,
    /// Number of pages.
    pub pages: Option<i64>,
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
