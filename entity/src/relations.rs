//! Table `relations`.

use sea_orm::entity::prelude::*;

/// A tie that is neither seat, commitment nor signature. Exactly one of the three `from` and one of the three `to` is given.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "relations")]
pub struct Model {
    /// Equal everywhere; derived from the key when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the row.
    #[sea_orm(unique)]
    pub key: String,
    /// From this organisation.
    pub from_organisation_id: Option<Uuid>,
    /// From this group.
    pub from_group_id: Option<Uuid>,
    /// From this body.
    pub from_body_id: Option<Uuid>,
    /// What the first is to the second.
    pub kind: String,
    /// To this organisation.
    pub to_organisation_id: Option<Uuid>,
    /// To this group.
    pub to_group_id: Option<Uuid>,
    /// To this body.
    pub to_body_id: Option<Uuid>,
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
    /// The row that `from_organisation_id` names.
    #[sea_orm(belongs_to, relation_enum = "FromOrganisation", from = "from_organisation_id", to = "id")]
    pub from_organisation: BelongsTo<Option<super::organisations::Entity>>,
    /// The row that `from_group_id` names.
    #[sea_orm(belongs_to, relation_enum = "FromGroup", from = "from_group_id", to = "id")]
    pub from_group: BelongsTo<Option<super::stakeholder_groups::Entity>>,
    /// The row that `from_body_id` names.
    #[sea_orm(belongs_to, relation_enum = "FromBody", from = "from_body_id", to = "id")]
    pub from_body: BelongsTo<Option<super::bodies::Entity>>,
    /// The row that `to_organisation_id` names.
    #[sea_orm(belongs_to, relation_enum = "ToOrganisation", from = "to_organisation_id", to = "id")]
    pub to_organisation: BelongsTo<Option<super::organisations::Entity>>,
    /// The row that `to_group_id` names.
    #[sea_orm(belongs_to, relation_enum = "ToGroup", from = "to_group_id", to = "id")]
    pub to_group: BelongsTo<Option<super::stakeholder_groups::Entity>>,
    /// The row that `to_body_id` names.
    #[sea_orm(belongs_to, relation_enum = "ToBody", from = "to_body_id", to = "id")]
    pub to_body: BelongsTo<Option<super::bodies::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
