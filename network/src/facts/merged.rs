//! Organisations that turned out to be another one.

use serde::{Deserialize, Serialize};

use super::prelude::*;

/// An organisation that turned out to be another one. What was known of it is told of the one that stays, and that one
/// answers to its id and key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MergedOrganisation {
    /// The id that it had as an organisation; derived from the slug when a file gives none.
    #[serde(default)]
    pub id: MergedOrganisationId,
    /// The key that it had as an organisation.
    pub slug: Slug,
    /// The one that stays.
    pub into: OrganisationId,
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
