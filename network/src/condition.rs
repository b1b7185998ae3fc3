//! On what a commitment depends: clauses over the coalition.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::facts::{Helix, OrganisationKind};
use crate::id::OrganisationId;
use crate::serde_with_text::text_serde;

/// "We join if …": a clause that must hold for a commitment to count. In a file or row it is JSON:
/// `{"all":[{"includes":"gemeente-kampen"},{"parties":{"atLeast":3,"kind":"MUNICIPALITY"}}]}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition(pub Clause);

/// One clause. All are monotone: more parties never make one false (a clause that wants someone out cannot be written).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Clause {
    /// Every one of these; at least one.
    All(Vec<Clause>),
    /// At least one of these.
    Any(Vec<Clause>),
    /// This organisation takes part.
    Includes(OrganisationId),
    /// At least so many organisations take part, perhaps of one kind or helix.
    Parties(Parties),
    /// The budgets promised add up to at least this much, in euros.
    Budget(Budget),
}

/// At least so many organisations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Parties {
    /// How many, the one who sets the condition included.
    pub at_least: u32,
    /// Only those of this kind count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<OrganisationKind>,
    /// Only those of this helix count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub helix: Option<Helix>,
}

/// At least so much money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Budget {
    /// How many euros, the contribution of the one who sets the condition included.
    #[serde(with = "rust_decimal::serde::str")]
    pub at_least: Decimal,
}

/// Why a text is no [`Condition`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConditionError {
    /// It cannot be read as one: why, in the words of the reader of JSON.
    #[error("no condition: {0}")]
    Unreadable(String),
    /// A clause over others names none.
    #[error("no condition: \"all\" and \"any\" need a clause")]
    Empty,
}

impl ConditionError {
    /// In words, in Dutch and English, for who asks for it.
    #[must_use]
    pub fn words(&self) -> [String; 2] {
        const CLAUSES: &str =
            r#"{"all":[…]}, {"any":[…]}, {"includes":"…"}, {"parties":{"atLeast":3}}, {"budget":{"atLeast":"300"}}"#;
        match self {
            Self::Unreadable(_) => [
                format!("is geen voorwaarde: schrijf als JSON {CLAUSES}"),
                format!("is no condition: write as JSON {CLAUSES}"),
            ],
            Self::Empty => [
                "is geen voorwaarde: noem in \"all\" en \"any\" waarvan het afhangt".into(),
                "is no condition: name in \"all\" and \"any\" on what it depends".into(),
            ],
        }
    }
}

impl FromStr for Condition {
    type Err = ConditionError;

    fn from_str(text: &str) -> Result<Self, ConditionError> {
        // serde_json refuses deep nesting, so no stack can overflow here.
        let clause: Clause =
            serde_json::from_str(text).map_err(|error| ConditionError::Unreadable(error.to_string()))?;
        if says_nothing(&clause) { Err(ConditionError::Empty) } else { Ok(Self(clause)) }
    }
}

/// Whether a clause over others, at any depth, names none.
fn says_nothing(clause: &Clause) -> bool {
    match clause {
        Clause::All(clauses) | Clause::Any(clauses) => clauses.is_empty() || clauses.iter().any(says_nothing),
        Clause::Includes(_) | Clause::Parties(_) | Clause::Budget(_) => false,
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(&self.0).map_err(|_| fmt::Error)?)
    }
}

text_serde!(Condition);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_reads_back_as_it_was_written() {
        let text = r#"{"all":[{"includes":"gemeente-kampen"},{"parties":{"atLeast":3,"kind":"MUNICIPALITY"}},{"budget":{"atLeast":"300"}}]}"#;
        let condition: Condition = text.parse().expect("a condition");
        assert_eq!(condition.to_string().parse(), Ok(condition));
    }

    #[test]
    fn a_clause_that_wants_someone_out_cannot_be_written() {
        let refused = r#"{"excludes":"gemeente-kampen"}"#.parse::<Condition>().expect_err("not monotone");
        assert!(refused.to_string().contains("unknown variant `excludes`"), "{refused}");
    }

    #[test]
    fn a_clause_over_others_names_one() {
        for text in [r#"{"all":[]}"#, r#"{"any":[]}"#, r#"{"all":[{"parties":{"atLeast":2}},{"any":[]}]}"#] {
            assert_eq!(text.parse::<Condition>(), Err(ConditionError::Empty), "{text}");
        }
    }

    #[test]
    fn who_asks_is_told_how_to_write_one_in_both_languages() {
        let [nl, en] = "perhaps".parse::<Condition>().expect_err("no condition").words();
        assert!(nl.starts_with("is geen voorwaarde: schrijf als JSON {\"all\":"), "{nl}");
        assert!(en.starts_with("is no condition: write as JSON {\"all\":") && !en.contains("line 1"), "{en}");
    }
}
