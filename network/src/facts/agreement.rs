//! Signed papers.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::prelude::*;

/// A signed paper: the multi-year agenda, a Regio Deal, a declaration of intent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// Equal everywhere; derived from the slug when a file gives none.
    #[serde(default)]
    pub id: AgreementId,
    /// Key in addresses and files.
    pub slug: Slug,
    /// Dutch name.
    pub name_nl: String,
    /// English name; `None`: the Dutch one.
    pub name_en: Option<String>,
    /// What it is.
    pub kind: AgreementKind,
    /// When it was signed; `None`: unknown.
    pub signed: Option<PartialDate>,
    /// Lines that it covers; none when no source says which.
    #[serde(default)]
    pub covers: List<ProgrammeLineId>,
    /// Money in it.
    #[serde(default, with = "rust_decimal::serde::str_option")]
    pub amount: Option<Decimal>,
    /// Currency of the amount: `EUR`.
    pub unit: Option<String>,
    /// How far it is.
    pub status: AgreementStatus,
    /// The agreement that it builds on.
    pub builds_on: Option<AgreementId>,
    /// Its own website.
    pub website: Option<String>,
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

/// An organisation signed an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: SignatureId,
    /// Key of the row.
    pub key: Slug,
    /// What was signed.
    pub agreement: AgreementId,
    /// Who signed.
    pub organisation: OrganisationId,
    /// As what: party for the State.
    pub role: Option<String>,
    /// The decision by which the signer's own organ adopted it.
    pub ratified_by: Option<DecisionId>,
    /// When it was signed.
    pub since: Option<PartialDate>,
    /// Until when it binds; `None`: as long as the agreement.
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

codes! {
    /// What an agreement is.
    pub enum AgreementKind {
        /// An agenda (meerjarige agenda).
        Agenda,
        /// A Regio Deal with the Rijk.
        RegioDeal,
        /// A declaration of intent (intentieverklaring).
        DeclarationOfIntent,
        /// A covenant (convenant).
        Covenant,
        /// Anything else.
        Other,
    }

    /// How far an agreement is.
    pub enum AgreementStatus {
        /// Proposed or applied for.
        Proposed,
        /// Awarded by the Rijk.
        Awarded,
        /// Signed.
        Signed,
        /// Being carried out.
        Running,
        /// Over.
        Ended,
    }
}
