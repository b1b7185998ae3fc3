//! Programme lines and preconditions.

use serde::{Deserialize, Serialize};

use super::prelude::*;

/// A content line of the agenda, or a precondition for results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeLine {
    /// Equal everywhere; derived from the slug when a file gives none.
    #[serde(default)]
    pub id: ProgrammeLineId,
    /// Key in addresses and files.
    pub slug: Slug,
    /// Dutch name.
    pub name_nl: String,
    /// English name; `None`: the Dutch one.
    pub name_en: Option<String>,
    /// Content line or precondition.
    pub kind: ProgrammeLineKind,
    /// Place in the agenda, from 1, per kind.
    pub position: u32,
    /// The partner for which alone it is kept, as what that partner holds needs it; `None`: it is of all.
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
    /// What a programme line is.
    pub enum ProgrammeLineKind {
        /// A content line (programmalijn): a coalition of the willing.
        Content,
        /// A precondition (randvoorwaarde): the base, in which all partners take part.
        Precondition,
    }
}
