//! Table `organisations`.

use sea_orm::entity::prelude::*;

/// A partner or addressee of the network: municipality, school, company, association, ministry. One row is one legal
/// or natural party; its names in time are [`names`](super::names), its register numbers [`identifiers`](super::identifiers).
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisations")]
pub struct Model {
    /// Equal everywhere; derived from the slug when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key in addresses and files: `gemeente-zwolle`.
    #[sea_orm(unique)]
    pub slug: String,
    /// Dutch name, for days for which no official name is known.
    pub name_nl: String,
    /// English name; `None`: the Dutch one.
    pub name_en: Option<String>,
    /// What it is.
    pub kind: String,
    /// In whose name it sits.
    pub helix: String,
    /// Layer of government; `None` outside government.
    pub layer: Option<String>,
    /// What it is a part of: the Rijk for a ministry.
    pub parent_id: Option<Uuid>,
    /// The province in which a municipality lies. Territorial, not hierarchical.
    pub territory_id: Option<Uuid>,
    /// When it was founded; `None`: before everything we know.
    pub since: Option<String>,
    /// When it ended; `None`: it exists.
    pub until: Option<String>,
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
    /// The row that `parent_id` names.
    #[sea_orm(self_ref, relation_enum = "Parent", from = "parent_id", to = "id")]
    pub parent: BelongsTo<Option<Entity>>,
    /// The row that `territory_id` names.
    #[sea_orm(self_ref, relation_enum = "Territory", from = "territory_id", to = "id")]
    pub territory: BelongsTo<Option<Entity>>,
    /// The row that `holder_id` names.
    #[sea_orm(self_ref, relation_enum = "Holder", from = "holder_id", to = "id")]
    pub holder: BelongsTo<Option<Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
