//! Table `meetings`.

use sea_orm::entity::prelude::*;

/// A meeting of a body.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "meetings")]
pub struct Model {
    /// Equal everywhere; derived from the key when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the row.
    #[sea_orm(unique)]
    pub key: String,
    /// Of which body.
    pub body_id: Uuid,
    /// What it is called, in Dutch.
    pub name_nl: Option<String>,
    /// What it is called, in English.
    pub name_en: Option<String>,
    /// When.
    pub date: String,
    /// When its papers were sent; `None`: unknown (rule R09).
    pub papers_sent: Option<String>,
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
    pub body: BelongsTo<super::bodies::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
