//! Decisions that others are going to take, and when talking helps.

use serde::{Deserialize, Serialize};

use super::prelude::*;

/// A decision that others are going to take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionMoment {
    /// Equal everywhere; derived from the slug when a file gives none.
    #[serde(default)]
    pub id: DecisionMomentId,
    /// Key in addresses and files.
    pub slug: Slug,
    /// Title in Dutch.
    pub title_nl: String,
    /// Title in English.
    pub title_en: Option<String>,
    /// Who decides.
    pub body: BodyId,
    /// What it is about.
    #[serde(default)]
    pub topics: List<TopicId>,
    /// When it is taken.
    pub date: PartialDate,
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

/// A stage of a decision, and when talking helps: so many days before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionStage {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: DecisionStageId,
    /// Key of the row.
    pub key: Slug,
    /// Of which decision.
    pub decision_moment: DecisionMomentId,
    /// What happens.
    pub kind: StageKind,
    /// When.
    pub date: PartialDate,
    /// Talks help from so many days before it; `None`: as usual for its kind.
    pub opens_days_before: Option<u32>,
    /// Talks help until so many days before it; `None`: as usual for its kind.
    pub closes_days_before: Option<u32>,
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
    /// What happens in a stage of a decision.
    pub enum StageKind {
        /// Somebody puts it on the agenda.
        Initiation,
        /// A proposal is written.
        Draft,
        /// A committee treats it, or the public is consulted.
        Committee,
        /// The body takes it.
        Council,
        /// It is carried out.
        Execution,
    }
}
