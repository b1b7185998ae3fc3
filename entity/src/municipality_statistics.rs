//! Table `municipality_statistics`.

use sea_orm::entity::prelude::*;

/// Figures of a municipality.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "municipality_statistics")]
pub struct Model {
    /// Equal everywhere; derived from the key when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the row.
    #[sea_orm(unique)]
    pub key: String,
    /// Which municipality.
    pub organisation_id: Uuid,
    /// The day on which the figures were read; `None` when the source does not say.
    pub counted_on: Option<String>,
    /// Number of inhabitants.
    pub inhabitants: Option<i64>,
    /// Area in square kilometres.
    pub area_km2: Option<String>,
    /// Seats of the municipal council.
    pub council_seats: Option<i64>,
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
