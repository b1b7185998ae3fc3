//! What organisations promise.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::prelude::*;

/// What an organisation promises to a programme line, an initiative or an agreement. Exactly one of the three is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: CommitmentId,
    /// Key of the row.
    pub key: Slug,
    /// Who promises.
    pub organisation: OrganisationId,
    /// To this line.
    pub programme_line: Option<ProgrammeLineId>,
    /// To this initiative.
    pub initiative: Option<InitiativeId>,
    /// To this agreement.
    pub agreement: Option<AgreementId>,
    /// How hard the promise is.
    pub status: CommitmentStatus,
    /// On what it depends; `None`: on nothing.
    pub condition: Option<Condition>,
    /// The decision that ratified it.
    pub ratified_by: Option<DecisionId>,
    /// Since when.
    pub since: Option<PartialDate>,
    /// Until when; for a withdrawn one the last day it held.
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

/// What a commitment or a partnership brings in. Exactly one of the two is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contribution {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: ContributionId,
    /// Key of the row.
    pub key: Slug,
    /// Of this commitment.
    pub commitment: Option<CommitmentId>,
    /// To the base, of this partnership.
    pub partnership: Option<PartnershipId>,
    /// What kind of means.
    pub kind: ContributionKind,
    /// How much; `None`: not stated.
    #[serde(default, with = "rust_decimal::serde::str_option")]
    pub amount: Option<Decimal>,
    /// Unit of the amount: `EUR`, `fte`, `hour`.
    pub unit: Option<String>,
    /// Per what: `year`, `inhabitant and year`; `None`: once.
    pub per: Option<String>,
    /// Whether the amount is the least it will be.
    pub minimum: bool,
    /// When it was delivered; `None`: not yet, or not that we know.
    pub realised_on: Option<PartialDate>,
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
    /// How hard a promise is.
    pub enum CommitmentStatus {
        /// An intention (voornemen).
        Intended,
        /// Pledged (toegezegd).
        Pledged,
        /// Ratified by the own competent organ (bekrachtigd).
        Ratified,
        /// Delivered (gerealiseerd).
        Realised,
        /// A refusal to take part (afgezegd).
        Declined,
        /// Taken back (ingetrokken).
        Withdrawn,
    }

    /// Kind of means.
    pub enum ContributionKind {
        /// Money.
        Budget,
        /// People's time.
        Capacity,
        /// Goods, rooms, data.
        InKind,
        /// Knowledge.
        Expertise,
        /// Contacts and access.
        Network,
    }
}
