//! Table `names`.

use sea_orm::entity::prelude::*;

/// One name of an organisation, a body or a programme line, for a period. Exactly one of the three is given.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "names")]
pub struct Model {
    /// Equal everywhere; derived from the key when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the row.
    #[sea_orm(unique)]
    pub key: String,
    /// Whose name, when an organisation's.
    pub organisation_id: Option<Uuid>,
    /// Whose name, when a body's.
    pub body_id: Option<Uuid>,
    /// Whose name, when a programme line's.
    pub programme_line_id: Option<Uuid>,
    /// The name.
    pub name: String,
    /// In which language.
    pub language: String,
    /// What it is.
    pub kind: String,
    /// Since when it is used.
    pub since: Option<String>,
    /// Until when it was used.
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
    pub organisation: BelongsTo<Option<super::organisations::Entity>>,
    /// The row that `body_id` names.
    #[sea_orm(belongs_to, from = "body_id", to = "id")]
    pub body: BelongsTo<Option<super::bodies::Entity>>,
    /// The row that `programme_line_id` names.
    #[sea_orm(belongs_to, from = "programme_line_id", to = "id")]
    pub programme_line: BelongsTo<Option<super::programme_lines::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
