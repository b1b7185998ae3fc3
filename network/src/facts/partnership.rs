//! Partnership: taking part in the base.

use serde::{Deserialize, Serialize};

use super::prelude::*;

/// An organisation is a partner of the network for a period, and takes part in the base exactly as long (rule R02).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partnership {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: PartnershipId,
    /// Key of the row.
    pub key: Slug,
    /// The partner.
    pub organisation: OrganisationId,
    /// Since when.
    pub since: Option<PartialDate>,
    /// Until when; `None`: it goes on.
    pub until: Option<PartialDate>,
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
