//! Why a command is refused.

use crate::codes;
use crate::facts::Language;
use crate::findings::RuleCode;
use crate::problem::Wrong;

codes! {
    /// Why a change was refused, in a word that programs may rely on.
    pub enum ErrorCode {
        /// The period ends before it begins.
        InvalidPeriod,
        /// A value does not fit: the message says which and why.
        InvalidValue,
        /// A condition wants someone to stay out: more parties must never make one false.
        NotMonotone,
        /// Every change needs somebody's word.
        SourceRequired,
        /// What the change is about, or points at, is not there.
        NotFound,
        /// There is one with this key, id or register number (rule R16) already, or what is asked holds already.
        AlreadyExists,
        /// Others still point at it: the message says which.
        InUse,
        /// It points at what fewer people may see than itself.
        AudienceTooWide,
        /// Only its holder may see it, and it has none.
        HolderMissing,
        /// Another partner holds it: it is theirs to change.
        HeldByAnother,
        /// It is public, or shared among partners: editors change it.
        ForEditors,
        /// Public affairs plans by it: who plans contacts changes it.
        ForPublicAffairs,
        /// It was changed after the revision that the change was meant for.
        VersionConflict,
        /// Only democratic bodies adopt; others endorse or advise within an adopted frame.
        RuleR01,
        /// A commitment without a contribution cannot be ratified.
        RuleR04,
        /// An initiative serves a goal of the running agenda.
        RuleR05,
        /// A programme stands under one line or precondition; shares add up to 100 percent.
        RuleR06,
        /// Each topic of the joint agenda has one holder, and stands on it once.
        RuleR08,
        /// What a deal pays for lies inside its period.
        RuleR11,
        /// A talk that is planned lies in the past: record it as held or cancelled.
        PlannedInThePast,
        /// A talk comes before the introduction that it waits for.
        BeforeIntroduction,
        /// The key stands for another request already.
        IdempotencyKeyReused,
    }
}

/// One reason why a command is refused. Nothing of it was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// Why, for programs.
    pub code: ErrorCode,
    /// Which part of the input: names of its fields, from the outside in.
    pub path: Vec<String>,
    /// In words, in Dutch and in English.
    message: [String; 2],
}

impl Rejection {
    /// A refusal.
    pub fn new(code: ErrorCode, path: &[&str], nl: impl Into<String>, en: impl Into<String>) -> Self {
        let path = path.iter().map(|name| (*name).to_owned()).collect();
        Self { code, path, message: [nl.into(), en.into()] }
    }

    /// In words.
    #[must_use]
    pub fn message(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.message[0],
            Language::En => &self.message[1],
        }
    }

    /// What is wrong with a fact.
    ///
    /// * `name`: what the input calls a field.
    pub(super) fn of(wrong: &Wrong, path: Vec<String>, name: fn(&str) -> String) -> Self {
        let code = match wrong {
            Wrong::EndsFirst { .. } => ErrorCode::InvalidPeriod,
            Wrong::GivenTwice
            | Wrong::OneFact { .. }
            | Wrong::NumberTaken { .. }
            | Wrong::SecondCooperation
            | Wrong::SaidAlready { .. } => ErrorCode::AlreadyExists,
            Wrong::Dangling { .. } | Wrong::NotAsSaid => ErrorCode::NotFound,
            Wrong::Empty
            | Wrong::NotOne { .. }
            | Wrong::Circle
            | Wrong::NoCooperation
            | Wrong::MustBePublic
            | Wrong::OfErased
            | Wrong::KeyStays { .. } => ErrorCode::InvalidValue,
            Wrong::MoreOpen { .. } => ErrorCode::AudienceTooWide,
            Wrong::NoHolder => ErrorCode::HolderMissing,
        };
        Self { code, path, message: wrong.words(name) }
    }
}

/// The rules that refuse a change which breaks them, each with its code.
pub(super) const REFUSING: [(RuleCode, ErrorCode); 6] = [
    (RuleCode::R01, ErrorCode::RuleR01),
    (RuleCode::R04, ErrorCode::RuleR04),
    (RuleCode::R05, ErrorCode::RuleR05),
    (RuleCode::R06, ErrorCode::RuleR06),
    (RuleCode::R08, ErrorCode::RuleR08),
    (RuleCode::R11, ErrorCode::RuleR11),
];
