//! The cooperation itself.

use serde::{Deserialize, Serialize};

use super::prelude::*;

/// The network: no legal entity and not one of its own partners. A dataset has exactly one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cooperation {
    /// Equal everywhere; derived from the slug when a file gives none.
    #[serde(default)]
    pub id: CooperationId,
    /// Key in addresses and files.
    pub slug: Slug,
    /// The organisation row that stands for the network as a holder of seats, contacts and money.
    pub organisation: OrganisationId,
    /// Dutch name.
    pub name_nl: String,
    /// English name; `None`: the Dutch one.
    pub name_en: Option<String>,
    /// Mission in Dutch.
    pub mission_nl: Option<String>,
    /// Mission in English.
    pub mission_en: Option<String>,
    /// What it calls its strength, in Dutch.
    pub strength_nl: Option<String>,
    /// What it calls its strength, in English.
    pub strength_en: Option<String>,
    /// Whether it is a legal person.
    pub legal_entity: bool,
    /// The agreement that is its running agenda: activities serve the goals of that one (rule R05).
    pub agenda: Option<AgreementId>,
    /// When it began.
    pub since: Option<PartialDate>,
    /// When it ended.
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
