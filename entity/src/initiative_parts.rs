//! Table `initiative_parts`.

use sea_orm::entity::prelude::*;

/// An initiative is a part of a programme line, another initiative or an agreement. Exactly one of the three is given.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "initiative_parts")]
pub struct Model {
    /// Equal everywhere; derived from the key when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the row.
    #[sea_orm(unique)]
    pub key: String,
    /// The part.
    pub initiative_id: Uuid,
    /// Part of this line.
    pub programme_line_id: Option<Uuid>,
    /// Part of this initiative.
    pub parent_id: Option<Uuid>,
    /// Part of this agreement.
    pub agreement_id: Option<Uuid>,
    /// How much of it counts there, in percent; 100 when it has one place only.
    pub share_pct: i16,
    /// On whose word.
    pub source: String,
    /// How sure.
    pub confidence: String,
    /// Who may see it.
    pub audience: String,
    /// A remark.
    pub note: Option<String>,
    /// The row that `initiative_id` names.
    #[sea_orm(belongs_to, relation_enum = "Initiative", from = "initiative_id", to = "id")]
    pub initiative: BelongsTo<super::initiatives::Entity>,
    /// The row that `programme_line_id` names.
    #[sea_orm(belongs_to, from = "programme_line_id", to = "id")]
    pub programme_line: BelongsTo<Option<super::programme_lines::Entity>>,
    /// The row that `parent_id` names.
    #[sea_orm(belongs_to, relation_enum = "Parent", from = "parent_id", to = "id")]
    pub parent: BelongsTo<Option<super::initiatives::Entity>>,
    /// The row that `agreement_id` names.
    #[sea_orm(belongs_to, from = "agreement_id", to = "id")]
    pub agreement: BelongsTo<Option<super::agreements::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
