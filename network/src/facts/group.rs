//! Stakeholder groups: the nodes of the partner map.

use serde::{Deserialize, Serialize};

use super::Helix;
use super::prelude::*;

/// A node of the partner map: "22 gemeenten", "onderwijs". Its members on a day are organisations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StakeholderGroup {
    /// Equal everywhere; derived from the slug when a file gives none.
    #[serde(default)]
    pub id: StakeholderGroupId,
    /// Key in addresses and files.
    pub slug: Slug,
    /// Dutch name.
    pub name_nl: String,
    /// English name; `None`: the Dutch one.
    pub name_en: Option<String>,
    /// In whose name its members sit.
    pub helix: Helix,
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

/// An organisation belongs to a stakeholder group for a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupMembership {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: GroupMembershipId,
    /// Key of the row.
    pub key: Slug,
    /// The member.
    pub organisation: OrganisationId,
    /// The group.
    pub group: StakeholderGroupId,
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
