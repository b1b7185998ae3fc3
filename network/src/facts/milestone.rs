//! Dated moments.

use serde::{Deserialize, Serialize};

use super::prelude::*;

/// A dated moment or period of the time line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// Equal everywhere; derived from the slug when a file gives none.
    #[serde(default)]
    pub id: MilestoneId,
    /// Key in addresses and files.
    pub slug: Slug,
    /// The words in Dutch.
    pub text_nl: String,
    /// The words in English; `None`: the Dutch ones.
    pub text_en: Option<String>,
    /// What it is.
    pub kind: MilestoneKind,
    /// When, as written.
    pub date: PartialDate,
    /// Whether the source gives day and month only.
    pub year_inferred: bool,
    /// Whose time line it stands on.
    #[serde(default)]
    pub agreements: List<AgreementId>,
    /// The body that acts.
    pub body: Option<BodyId>,
    /// The organisation that acts.
    pub organisation: Option<OrganisationId>,
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

/// A meeting of a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: MeetingId,
    /// Key of the row.
    pub key: Slug,
    /// Of which body.
    pub body: BodyId,
    /// What it is called, in Dutch.
    pub name_nl: Option<String>,
    /// What it is called, in English.
    pub name_en: Option<String>,
    /// When.
    pub date: PartialDate,
    /// When its papers were sent; `None`: unknown (rule R09).
    pub papers_sent: Option<PartialDate>,
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
    /// What a milestone is.
    pub enum MilestoneKind {
        /// A moment.
        Moment,
        /// A period.
        Period,
        /// A meeting.
        Meeting,
        /// A deadline.
        Deadline,
    }
}
