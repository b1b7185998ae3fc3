//! Programmes, projects and activities.

use serde::{Deserialize, Serialize};

use super::prelude::*;

/// A goal of an agenda that initiatives serve (rule R05).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: GoalId,
    /// Key of the row.
    pub key: Slug,
    /// The agenda that sets it.
    pub agreement: AgreementId,
    /// The words in Dutch.
    pub text_nl: String,
    /// The words in English; `None`: the Dutch ones.
    pub text_en: Option<String>,
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

/// A programme, project or activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Initiative {
    /// Equal everywhere; derived from the slug when a file gives none.
    #[serde(default)]
    pub id: InitiativeId,
    /// Key in addresses and files.
    pub slug: Slug,
    /// Dutch name.
    pub name_nl: String,
    /// English name; `None`: the Dutch one.
    pub name_en: Option<String>,
    /// Programme, project or activity.
    pub kind: InitiativeKind,
    /// Whether the source gives it as an example only.
    pub example: bool,
    /// Whether it is a knowledge activity, whose results are to be shared (rule R07).
    pub knowledge: bool,
    /// When its results were shared; `None`: not that we know.
    pub results_shared: Option<PartialDate>,
    /// Goals that it serves.
    #[serde(default)]
    pub goals: List<GoalId>,
    /// Start.
    pub since: Option<PartialDate>,
    /// End; `None`: open.
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

/// An initiative is a part of a programme line, another initiative or an agreement. Exactly one of the three is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InitiativePart {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: InitiativePartId,
    /// Key of the row.
    pub key: Slug,
    /// The part.
    pub initiative: InitiativeId,
    /// Part of this line.
    pub programme_line: Option<ProgrammeLineId>,
    /// Part of this initiative.
    pub parent: Option<InitiativeId>,
    /// Part of this agreement.
    pub agreement: Option<AgreementId>,
    /// How much of it counts there, in percent; 100 when it has one place only.
    pub share_pct: Share,
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
    /// What an initiative is.
    pub enum InitiativeKind {
        /// A programme: part of exactly one line (rule R06).
        Programme,
        /// A project: part of one or more programmes or agreements.
        Project,
        /// An activity.
        Activity,
    }
}
