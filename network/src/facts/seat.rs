//! Seats in bodies.

use serde::{Deserialize, Serialize};

use super::prelude::*;

/// A place in a body, held on behalf of organisations or of a group. It counts for those, not for the holder's employer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seat {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: SeatId,
    /// Key of the row.
    pub key: Slug,
    /// In which body.
    pub body: BodyId,
    /// As what.
    pub role: SeatRole,
    /// Who holds it; `None`: nobody in particular.
    pub holder: Option<PersonId>,
    /// On behalf of these organisations.
    #[serde(default)]
    pub on_behalf_of: List<OrganisationId>,
    /// On behalf of the members of this group.
    pub on_behalf_of_group: Option<StakeholderGroupId>,
    /// Whose office-holder sits there. Counts for nothing.
    pub supplied_by: Option<OrganisationId>,
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
    /// Role of a seat.
    pub enum SeatRole {
        /// Chair (voorzitter).
        Chair,
        /// Vice chair (vicevoorzitter).
        ViceChair,
        /// Member (lid).
        Member,
        /// Secretary (secretaris).
        Secretary,
        /// Adviser (adviseur).
        Adviser,
        /// Observer (toehoorder).
        Observer,
    }
}
