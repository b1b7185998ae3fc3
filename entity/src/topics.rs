//! Table `topics`.

use sea_orm::entity::prelude::*;

/// An item of the joint agenda of public affairs. One partner holds it (rule R08).
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "topics")]
pub struct Model {
    /// Equal everywhere; derived from the slug when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key in addresses and files.
    #[sea_orm(unique)]
    pub slug: String,
    /// Title in Dutch.
    pub title_nl: String,
    /// Title in English.
    pub title_en: Option<String>,
    /// What is asked, in Dutch.
    pub ask_nl: String,
    /// What is asked, in English.
    pub ask_en: Option<String>,
    /// The line that it is about.
    pub programme_line_id: Option<Uuid>,
    /// How far it is.
    pub status: String,
    /// Since when.
    pub since: Option<String>,
    /// Until when; `None`: it goes on.
    pub until: Option<String>,
    /// The partner that holds it.
    pub holder_id: Option<Uuid>,
    /// On whose word.
    pub source: String,
    /// How sure.
    pub confidence: String,
    /// Who may see it.
    pub audience: String,
    /// A remark.
    pub note: Option<String>,
    /// The row that `programme_line_id` names.
    #[sea_orm(belongs_to, from = "programme_line_id", to = "id")]
    pub programme_line: BelongsTo<Option<super::programme_lines::Entity>>,
    /// The row that `holder_id` names.
    #[sea_orm(belongs_to, from = "holder_id", to = "id")]
    pub holder: BelongsTo<Option<super::organisations::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
