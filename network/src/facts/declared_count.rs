//! Numbers that sources state.

use serde::{Deserialize, Serialize};

use super::prelude::*;

/// A number that a source states about a group, a body or an agreement: a claim, which stands in every view (rule R18). Exactly one of the three is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclaredCount {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: DeclaredCountId,
    /// Key of the row.
    pub key: Slug,
    /// What is counted, in Dutch.
    pub what_nl: String,
    /// What is counted, in English.
    pub what_en: Option<String>,
    /// Members of this group.
    pub group: Option<StakeholderGroupId>,
    /// Parts of this body.
    pub body: Option<BodyId>,
    /// Initiatives of this agreement.
    pub agreement: Option<AgreementId>,
    /// The number.
    pub declared: u32,
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
