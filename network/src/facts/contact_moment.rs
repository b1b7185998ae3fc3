//! Talks, and what has to be done after them.

use serde::{Deserialize, Serialize};

use super::prelude::*;

/// A talk, planned or held, of somebody of ours with others. The partner whose talk it is holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactMoment {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: ContactMomentId,
    /// Key of the row.
    pub key: Slug,
    /// Planned, held or cancelled.
    pub status: ContactStatus,
    /// In which way.
    pub channel: ContactChannel,
    /// When.
    pub date: PartialDate,
    /// About what.
    pub topic: Option<TopicId>,
    /// To reach whom.
    pub target: Option<TargetId>,
    /// Who of ours.
    #[serde(default)]
    pub our_persons: List<PersonId>,
    /// With whom.
    #[serde(default)]
    pub their_persons: List<PersonId>,
    /// The introduction that has to come first.
    pub after: Option<ContactMomentId>,
    /// What came of it.
    pub outcome: Option<String>,
    /// What was asked of them, from -2 (against the topic) to 2 (for it).
    pub position: Option<Position>,
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

/// What was said in a talk that not all may know who know of the talk: so partners can speak with one voice, and keep their
/// confidences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactNote {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: ContactNoteId,
    /// Key of the row.
    pub key: Slug,
    /// In which talk.
    pub contact_moment: ContactMomentId,
    /// What.
    pub text: String,
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

/// What has to be done after a talk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: FollowUpId,
    /// Key of the row.
    pub key: Slug,
    /// After which talk.
    pub contact_moment: ContactMomentId,
    /// What.
    pub text: String,
    /// Who does it.
    pub owner: Option<PersonId>,
    /// By when.
    pub due: PartialDate,
    /// When it was done; `None`: not yet.
    pub done_on: Option<PartialDate>,
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
    /// Whether a talk took place.
    pub enum ContactStatus {
        /// It is going to.
        Planned,
        /// It did.
        Held,
        /// It did not, and will not.
        Cancelled,
    }

    /// In which way people were in contact.
    pub enum ContactChannel {
        /// They work together.
        WorkingRelation,
        /// A meeting of two.
        OneOnOne,
        /// A meeting of a few.
        SmallMeeting,
        /// A call.
        Call,
        /// An e-mail that was answered.
        EmailAnswered,
        /// An e-mail that was not answered.
        EmailUnanswered,
    }
}
