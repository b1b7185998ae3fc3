//! The joint agenda of public affairs: topics, whom they have to reach, and how those are judged.

use serde::{Deserialize, Serialize};

use super::prelude::*;

/// An item of the joint agenda of public affairs. One partner holds it (rule R08).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Equal everywhere; derived from the slug when a file gives none.
    #[serde(default)]
    pub id: TopicId,
    /// Key in addresses and files.
    pub slug: Slug,
    /// Title in Dutch.
    pub title_nl: String,
    /// Title in English.
    pub title_en: Option<String>,
    /// What is asked, in Dutch.
    pub ask_nl: String,
    /// What is asked, in English.
    pub ask_en: Option<String>,
    /// The line that it is about.
    pub programme_line: Option<ProgrammeLineId>,
    /// How far it is.
    pub status: TopicStatus,
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

/// Whom a topic has to reach. Exactly one of organisation, person and body is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: TargetId,
    /// Key of the row.
    pub key: Slug,
    /// For what.
    pub topic: TopicId,
    /// This organisation.
    pub organisation: Option<OrganisationId>,
    /// This person.
    pub person: Option<PersonId>,
    /// This body.
    pub body: Option<BodyId>,
    /// How much reaching it is worth, 1 to 5.
    pub value: Score,
    /// What it has to say in the decision.
    pub decision_right: DecisionRight,
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

/// How somebody judged a target on a day. It is never overwritten: a later one stands beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: AssessmentId,
    /// Key of the row.
    pub key: Slug,
    /// Whom.
    pub target: TargetId,
    /// On which day.
    pub date: PartialDate,
    /// How much influence it has, 1 to 5.
    pub influence: Score,
    /// How much it cares, 1 to 5.
    pub interest: Score,
    /// Where it stands, from -2 (against) to 2 (for).
    pub position: Position,
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
    /// How far a topic is.
    pub enum TopicStatus {
        /// Somebody proposes it; the partners have not agreed on it.
        Proposed,
        /// The partners work on it.
        Active,
        /// What was asked is given.
        Achieved,
        /// Given up.
        Dropped,
    }

    /// What a target has to say in a decision.
    pub enum DecisionRight {
        /// Takes it, or votes on it.
        Decides,
        /// Has to be asked.
        Advises,
        /// Writes what is decided on.
        Prepares,
        /// Nothing: matters otherwise.
        None,
    }
}
