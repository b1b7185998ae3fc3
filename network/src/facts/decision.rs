//! Decisions of bodies.

use serde::{Deserialize, Serialize};

use super::prelude::*;

/// What a body adopted, endorsed or advised about something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: DecisionId,
    /// Key of the row.
    pub key: Slug,
    /// What was decided, in Dutch.
    pub title_nl: String,
    /// What was decided, in English.
    pub title_en: Option<String>,
    /// Adopted, endorsed or advised.
    pub outcome: DecisionOutcome,
    /// Which body.
    pub body: BodyId,
    /// About this agreement.
    pub agreement: Option<AgreementId>,
    /// About this initiative.
    pub initiative: Option<InitiativeId>,
    /// About this line.
    pub programme_line: Option<ProgrammeLineId>,
    /// The adopted decision within which it was taken.
    pub parent: Option<DecisionId>,
    /// When.
    pub date: PartialDate,
    /// How many separate decisions it stands for when it is collective: 22 councils and 4 states are 26.
    pub expected: Option<u32>,
    /// The period for which it was decided.
    pub period: Option<PartialDate>,
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
    /// What a body did.
    pub enum DecisionOutcome {
        /// Took the decision (vastgesteld).
        Adopted,
        /// Agreed within an adopted frame (bekrachtigd).
        Endorsed,
        /// Gave advice (geadviseerd).
        Advised,
    }
}
