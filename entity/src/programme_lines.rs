//! Table `programme_lines`.

use sea_orm::entity::prelude::*;

/// A content line of the agenda, or a precondition for results.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "programme_lines")]
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
    /// Content line or precondition.
    pub kind: String,
    /// Place in the agenda, from 1, per kind.
    pub position: i64,
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
    /// The row that `holder_id` names.
    #[sea_orm(belongs_to, from = "holder_id", to = "id")]
    pub holder: BelongsTo<Option<super::organisations::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
