//! Who knows whom.

use serde::{Deserialize, Serialize};

use super::prelude::*;

/// Two persons know each other. What they say of it decays with time; talks raise it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tie {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: TieId,
    /// Key of the row.
    pub key: Slug,
    /// One of the two.
    pub from_person: PersonId,
    /// The other.
    pub to_person: PersonId,
    /// How strong it was when it was last said.
    pub strength: TieStrength,
    /// When that was last said; `None`: when the tie began.
    pub confirmed_on: Option<PartialDate>,
    /// Since when.
    pub since: Option<PartialDate>,
    /// Until when; `None`: it goes on.
    pub until: Option<PartialDate>,
    /// The partner that holds it.
    pub holder: Option<OrganisationId>,
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
    /// How well two persons know each other.
    pub enum TieStrength {
        /// They call each other unasked.
        Strong,
        /// They know each other from work.
        Normal,
        /// They have met.
        Weak,
        /// They do not know each other any more.
        None,
    }
}
