//! Other ties between organisations, groups and bodies.

use serde::{Deserialize, Serialize};

use super::prelude::*;

/// A tie that is neither seat, commitment nor signature. Exactly one of the three `from` and one of the three `to` is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: RelationId,
    /// Key of the row.
    pub key: Slug,
    /// From this organisation.
    pub from_organisation: Option<OrganisationId>,
    /// From this group.
    pub from_group: Option<StakeholderGroupId>,
    /// From this body.
    pub from_body: Option<BodyId>,
    /// What the first is to the second.
    pub kind: RelationKind,
    /// To this organisation.
    pub to_organisation: Option<OrganisationId>,
    /// To this group.
    pub to_group: Option<StakeholderGroupId>,
    /// To this body.
    pub to_body: Option<BodyId>,
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

codes! {
    /// What one party is to another.
    pub enum RelationKind {
        /// Is a part of: a ministry of the Rijk.
        PartOf,
        /// Is a partner in another cooperation.
        PartnerIn,
        /// Speaks for.
        Represents,
        /// Is owned by.
        OwnedBy,
        /// Executes a statutory task for.
        ExecutesTaskFor,
        /// Is the water authority for.
        WaterAuthorityFor,
        /// Holds the money of a deal for.
        DealCashierFor,
        /// Founded together with others. History, no proof of a seat.
        CoFounded,
        /// Was succeeded by.
        SucceededBy,
    }
}
