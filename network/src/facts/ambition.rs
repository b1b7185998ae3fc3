//! What an initiative aims at.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::prelude::*;

/// What an initiative aims at on a level of funding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ambition {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: AmbitionId,
    /// Key of the row.
    pub key: Slug,
    /// Whose ambition.
    pub initiative: InitiativeId,
    /// On which level of funding.
    pub level: AmbitionLevel,
    /// Row of the source's table: ambitions of one row belong together.
    pub row: Option<u32>,
    /// What the row is about.
    pub topic: Option<String>,
    /// The words in Dutch.
    pub text_nl: String,
    /// The words in English; `None`: the Dutch ones.
    pub text_en: Option<String>,
    /// On whose word.
    pub source: SourceText,
    /// How sure.
    pub confidence: Confidence,
    /// Who may see it.
    #[serde(default)]
    pub audience: Audience,
    /// A remark.
    pub note: Option<String>,
}

/// A number by which an ambition is measured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: MeasureId,
    /// Key of the row.
    pub key: Slug,
    /// Whose measure.
    pub ambition: AmbitionId,
    /// What is measured, in one word.
    pub name: String,
    /// Lower bound, or the value when it is one number; `None`: no number stated.
    #[serde(default, with = "rust_decimal::serde::str_option")]
    pub minimum: Option<Decimal>,
    /// Upper bound; `None`: as the lower one.
    #[serde(default, with = "rust_decimal::serde::str_option")]
    pub maximum: Option<Decimal>,
    /// Unit: `EUR`, `trajectory`.
    pub unit: String,
    /// Per what: `month`.
    pub per: Option<String>,
    /// Whether the source says about.
    pub approximate: bool,
    /// Which way it should go, when no number is stated.
    pub direction: Option<Direction>,
    /// Whether it is given to compare with, not aimed at.
    pub reference: bool,
    /// The period that it is about.
    pub period: Option<PartialDate>,
    /// On whose word.
    pub source: SourceText,
    /// How sure.
    pub confidence: Confidence,
    /// Who may see it.
    #[serde(default)]
    pub audience: Audience,
    /// A remark.
    pub note: Option<String>,
}

codes! {
    /// Level of ambition by who pays (rule R10). Ordered: `Plus` is the higher.
    pub enum AmbitionLevel {
        /// On contributions of municipalities.
        Base,
        /// On contributions of municipalities, provinces and the Rijk.
        Plus,
    }

    /// Which way a measure should go.
    pub enum Direction {
        /// Up.
        Increase,
        /// Down.
        Decrease,
    }
}
