//! One finding.

use crate::codes;
use crate::facts::{Language, Severity};
use crate::node::NodeIx;

codes! {
    /// A rule of the cooperation: its code, which is also the key of its fact among the rules.
    pub enum RuleCode {
        /// Only democratic bodies take decisions.
        R01,
        /// All parties take part in the base. Never found: the base is derived from the partnerships.
        R02,
        /// A coalition of the willing per line. Never found: no participation is derived from partnership.
        R03,
        /// Taking part is not without obligation: promises without a contribution are open.
        R04,
        /// Activities serve goals of the running agenda.
        R05,
        /// Two content lines; a programme stands under one line or precondition; shares add up to 100 percent.
        R06,
        /// Knowledge is shared.
        R07,
        /// One joint public-affairs agenda: each topic has one holder.
        R08,
        /// Papers in time. Found only when they were sent after the meeting: no lead times are known.
        R09,
        /// The ambition level follows the funding. Never found: the level reached is computed from the funding.
        R10,
        /// Deal activities lie inside the deal's period.
        R11,
        /// Government, education and business all have a seat where the cooperation is steered.
        R12,
        /// A joint step is not dated before the decisions that it builds on.
        R13,
        /// The shape of a deal proposition.
        R14,
        /// Approximate dates stay approximate. Never found: a date is kept as written.
        R15,
        /// Identity by register number. Never found: facts that break it are no network.
        R16,
        /// Names and memberships hold in time: one official name a day.
        R17,
        /// Declared against known.
        R18,
        /// Chart against schedule.
        R19,
        /// Reach through representation. Never found: it is asked for, not broken.
        R20,
    }
}

/// One thing in which the facts break a rule or leave it open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which rule.
    pub rule: RuleCode,
    /// How grave it is.
    pub severity: Severity,
    /// Tells it from other findings of its rule, in every view: made of the keys of the facts that it is about.
    pub key: String,
    /// What it is about, the most telling first; none when that is not there in the view.
    pub subjects: Vec<NodeIx>,
    /// In words, in Dutch and in English.
    pub(super) message: [String; 2],
}

impl Finding {
    /// In words.
    #[must_use]
    pub fn message(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.message[0],
            Language::En => &self.message[1],
        }
    }
}

/// A Dutch text and its English form, where there is one.
pub(super) fn both<'a>(nl: &'a str, en: Option<&'a str>) -> [&'a str; 2] {
    [nl, en.unwrap_or(nl)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_the_key_of_the_rule() {
        assert_eq!(RuleCode::R01.code(), "R01");
        assert_eq!("R20".parse(), Ok(RuleCode::R20));
        assert!("R21".parse::<RuleCode>().is_err());
    }
}
