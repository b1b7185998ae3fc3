//! How partners want to be informed.

use serde::{Deserialize, Serialize};

use super::prelude::*;

/// How a partner wants to be informed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preference {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: PreferenceId,
    /// Key of the row.
    pub key: Slug,
    /// Which partner.
    pub organisation: OrganisationId,
    /// About what; `None`: about everything.
    pub topic: Option<TopicId>,
    /// Through whom.
    pub person: Option<PersonId>,
    /// In which way.
    pub channel: InformChannel,
    /// How often, in words.
    pub frequency: Option<String>,
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

codes! {
    /// How a partner wants to be informed.
    pub enum InformChannel {
        /// By e-mail.
        Email,
        /// By telephone.
        Call,
        /// In a meeting.
        Meeting,
        /// By letter.
        Letter,
        /// By what is sent to all.
        Newsletter,
    }
}
