//! Persons and their offices.

use serde::{Deserialize, Serialize};

use super::prelude::*;

/// A person: name and offices. Public only for who acts in public by office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Equal everywhere; derived from the slug when a file gives none.
    #[serde(default)]
    pub id: PersonId,
    /// Key in addresses and files.
    pub slug: Slug,
    /// Name.
    pub name: String,
    /// The partner that alone may see it, or that brought it in.
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

/// An office that a person holds at an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: OfficeId,
    /// Key of the row.
    pub key: Slug,
    /// Who.
    pub person: PersonId,
    /// Where.
    pub organisation: OrganisationId,
    /// The office in Dutch.
    pub label_nl: String,
    /// The office in English.
    pub label_en: Option<String>,
    /// Since when.
    pub since: Option<PartialDate>,
    /// Until when; `None`: it goes on.
    pub until: Option<PartialDate>,
    /// The partner that alone may see it, or that brought it in.
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
