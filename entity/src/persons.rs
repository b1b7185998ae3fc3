//! Table `persons`.

use sea_orm::entity::prelude::*;

/// A person who acts in public by office: name and office only.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "persons")]
pub struct Model {
    /// Equal everywhere; derived from the slug when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key in addresses and files.
    #[sea_orm(unique)]
    pub slug: String,
    /// Name.
    pub name: String,
    /// On whose word.
    pub source: String,
    /// How sure.
    pub confidence: String,
    /// A remark.
    pub note: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
