//! Persons in public office.

use serde::{Deserialize, Serialize};

use super::prelude::*;

/// A person who acts in public by office: name and office only.
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
    /// On whose word.
    pub source: SourceText,
    /// How sure.
    pub confidence: Confidence,
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
    /// On whose word.
    pub source: SourceText,
    /// How sure.
    pub confidence: Confidence,
    /// A remark.
    pub note: Option<String>,
}
