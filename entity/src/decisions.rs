//! Table `decisions`.

use sea_orm::entity::prelude::*;

/// What a body adopted, endorsed or advised about something.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "decisions")]
pub struct Model {
    /// Equal everywhere; derived from the key when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the row.
    #[sea_orm(unique)]
    pub key: String,
    /// What was decided, in Dutch.
    pub title_nl: String,
    /// What was decided, in English.
    pub title_en: Option<String>,
    /// Adopted, endorsed or advised.
    pub outcome: String,
    /// Which body.
    pub body_id: Uuid,
    /// About this agreement.
    pub agreement_id: Option<Uuid>,
    /// About this initiative.
    pub initiative_id: Option<Uuid>,
    /// About this line.
    pub programme_line_id: Option<Uuid>,
    /// The adopted decision within which it was taken.
    pub parent_id: Option<Uuid>,
    /// When.
    pub date: String,
    /// How many separate decisions it stands for when it is collective: 22 councils and 4 states are 26.
    pub expected: Option<i64>,
    /// The period for which it was decided.
    pub period: Option<String>,
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
    /// The row that `agreement_id` names.
    #[sea_orm(belongs_to, from = "agreement_id", to = "id")]
    pub agreement: BelongsTo<Option<super::agreements::Entity>>,
    /// The row that `initiative_id` names.
    #[sea_orm(belongs_to, from = "initiative_id", to = "id")]
    pub initiative: BelongsTo<Option<super::initiatives::Entity>>,
    /// The row that `programme_line_id` names.
    #[sea_orm(belongs_to, from = "programme_line_id", to = "id")]
    pub programme_line: BelongsTo<Option<super::programme_lines::Entity>>,
    /// The row that `parent_id` names.
    #[sea_orm(self_ref, relation_enum = "Parent", from = "parent_id", to = "id")]
    pub parent: BelongsTo<Option<Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
