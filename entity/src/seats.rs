//! Table `seats`.

use sea_orm::entity::prelude::*;

/// A place in a body, held on behalf of organisations or of a group. It counts for those, not for the holder's employer.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "seats")]
pub struct Model {
    /// Equal everywhere; derived from the key when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the row.
    #[sea_orm(unique)]
    pub key: String,
    /// In which body.
    pub body_id: Uuid,
    /// As what.
    pub role: String,
    /// Who holds it; `None`: nobody in particular.
    pub holder_id: Option<Uuid>,
    /// On behalf of the members of this group.
    pub on_behalf_of_group_id: Option<Uuid>,
    /// Whose office-holder sits there. Counts for nothing.
    pub supplied_by_id: Option<Uuid>,
    /// Since when.
    pub since: Option<String>,
    /// Until when; `None`: it goes on.
    pub until: Option<String>,
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
    /// The row that `holder_id` names.
    #[sea_orm(belongs_to, from = "holder_id", to = "id")]
    pub holder: BelongsTo<Option<super::persons::Entity>>,
    /// The row that `on_behalf_of_group_id` names.
    #[sea_orm(belongs_to, from = "on_behalf_of_group_id", to = "id")]
    pub on_behalf_of_group: BelongsTo<Option<super::stakeholder_groups::Entity>>,
    /// The row that `supplied_by_id` names.
    #[sea_orm(belongs_to, from = "supplied_by_id", to = "id")]
    pub supplied_by: BelongsTo<Option<super::organisations::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
