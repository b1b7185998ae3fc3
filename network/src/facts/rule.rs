//! The rules of the cooperation.

use serde::{Deserialize, Serialize};

use super::prelude::*;

/// A rule of the cooperation, R01 to R20, as the sources state it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: RuleId,
    /// Key of the row.
    pub key: Slug,
    /// Title in Dutch.
    pub title_nl: String,
    /// Title in English.
    pub title_en: String,
    /// The rule in Dutch.
    pub text_nl: String,
    /// The rule in English.
    pub text_en: String,
    /// How grave a breach is.
    pub severity: Severity,
    /// Whether we added it for the sake of the data; else it stands in the presentation.
    pub ours: bool,
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
    /// How grave a finding is. Ordered.
    pub enum Severity {
        /// Good to know.
        Info,
        /// To be looked at.
        Warning,
        /// Breaks a rule.
        Error,
    }
}
