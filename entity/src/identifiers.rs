//! Table `identifiers`.

use sea_orm::entity::prelude::*;

/// A register number of an organisation: the identity by which two rows are the same (rule R16).
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "identifiers")]
pub struct Model {
    /// Equal everywhere; derived from the key when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the row.
    #[sea_orm(unique)]
    pub key: String,
    /// Whose number.
    pub organisation_id: Uuid,
    /// The register, in capitals: `TOOI`, `CBS`, `OIN`, `RSIN`, `KVK`, `WIKIDATA`, `ISO_3166_2`.
    #[sea_orm(unique_key = "scheme_value")]
    pub scheme: String,
    /// The number or code in that register.
    #[sea_orm(unique_key = "scheme_value")]
    pub value: String,
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
    pub organisation: BelongsTo<super::organisations::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
