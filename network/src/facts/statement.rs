//! What sources say in words.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::prelude::*;

/// A sentence of a source that carries meaning for the network: a principle, a question to partners, an action line, a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Equal everywhere; derived from the key when a file gives none.
    #[serde(default)]
    pub id: StatementId,
    /// Key of the row.
    pub key: Slug,
    /// What it is.
    pub kind: StatementKind,
    /// Place among its kind, from 1.
    pub position: u32,
    /// The words in Dutch.
    pub text_nl: String,
    /// The words in English; `None`: the Dutch ones.
    pub text_en: Option<String>,
    /// Heading under which the source puts it.
    pub theme: Option<String>,
    /// The rule that follows from it.
    pub rule: Option<RuleId>,
    /// The agreement it belongs to.
    pub agreement: Option<AgreementId>,
    /// The initiative it belongs to.
    pub initiative: Option<InitiativeId>,
    /// The agreement it speaks of.
    pub refers_to: Option<AgreementId>,
    /// The statement it details.
    pub parent: Option<StatementId>,
    /// Who says it.
    pub speaker: Option<PersonId>,
    /// A number in it.
    #[serde(default, with = "rust_decimal::serde::str_option")]
    pub number: Option<Decimal>,
    /// What the number counts.
    pub unit: Option<String>,
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
    /// What a statement is.
    pub enum StatementKind {
        /// A title or message in a few words.
        Title,
        /// A topic of a document.
        Topic,
        /// A slogan.
        Slogan,
        /// A principle (uitgangspunt).
        Principle,
        /// A value (waarde).
        Value,
        /// A question put to the partners.
        Question,
        /// A claim.
        Claim,
        /// A problem.
        Problem,
        /// A policy frame of others.
        PolicyFrame,
        /// A goal in words.
        Goal,
        /// A quotation.
        Quote,
        /// The purpose of an agreement.
        Purpose,
        /// What the partnership of an agreement is.
        Partnership,
        /// An aim of an agreement.
        Aim,
        /// Why an agreement is needed.
        Rationale,
        /// What a proposition rests on (rule R14).
        Basis,
        /// An action line of an agreement.
        ActionLine,
        /// A component of a programme.
        Component,
        /// What is known about how something came about.
        Evidence,
    }
}
