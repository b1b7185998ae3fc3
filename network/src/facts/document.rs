//! Documents that facts cite by key.

use serde::{Deserialize, Serialize};

use super::prelude::*;

/// A document that sources cite: `deck:HEADING` is the place HEADING in the document with key `deck`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: DocumentId,
    /// Key of the row.
    pub key: Slug,
    /// Title in Dutch.
    pub title_nl: String,
    /// Title in English.
    pub title_en: Option<String>,
    /// What it is: presentation, minutes, register.
    pub kind: String,
    /// Date of the document.
    pub date: Option<PartialDate>,
    /// Web address; `None` when it is not on the web.
    pub url: Option<String>,
    /// Number of pages.
    pub pages: Option<u32>,
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
