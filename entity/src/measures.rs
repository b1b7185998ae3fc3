//! Table `measures`.

use sea_orm::entity::prelude::*;

/// A number by which an ambition is measured.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "measures")]
pub struct Model {
    /// Equal everywhere; derived from the key when a dataset gives none.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the row.
    #[sea_orm(unique)]
    pub key: String,
    /// Whose measure.
    pub ambition_id: Uuid,
    /// What is measured, in one word.
    pub name: String,
    /// Lower bound, or the value when it is one number; `None`: no number stated.
    pub minimum: Option<String>,
    /// Upper bound; `None`: as the lower one.
    pub maximum: Option<String>,
    /// Unit: `EUR`, `trajectory`.
    pub unit: String,
    /// Per what: `month`.
    pub per: Option<String>,
    /// Whether the source says about.
    pub approximate: bool,
    /// Which way it should go, when no number is stated.
    pub direction: Option<String>,
    /// Whether it is given to compare with, not aimed at.
    pub reference: bool,
    /// The period that it is about.
    pub period: Option<String>,
    /// On whose word.
    pub source: String,
    /// How sure.
    pub confidence: String,
    /// Who may see it.
    pub audience: String,
    /// A remark.
    pub note: Option<String>,
    /// The row that `ambition_id` names.
    #[sea_orm(belongs_to, from = "ambition_id", to = "id")]
    pub ambition: BelongsTo<super::ambitions::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
