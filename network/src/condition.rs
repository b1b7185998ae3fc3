//! On what a commitment depends: clauses over the coalition.

mod sorts;
mod words;

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::facts::{AmbitionLevel, Helix, OrganisationKind};
use crate::id::OrganisationId;
use crate::serde_with_text::text_serde;
use crate::share::Share;

/// Clauses inside each other that a condition may have.
pub const MOST_DEPTH: usize = 8;

/// Clauses that a condition may have together.
pub const MOST_CLAUSES: usize = 100;

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
    /// The municipalities that take part have at least this part of the inhabitants of all municipalities that are partners.
    Inhabitants(Inhabitants),
    /// This level of ambition is funded: the Rijk grants its part. `BASE` always is.
    Level(AmbitionLevel),
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

/// At least such a part of the people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Inhabitants {
    /// Which part, in percent; the one who sets the condition included.
    pub at_least_pct: Share,
}

impl Clause {
    /// The clauses over others that it is made of, if it is.
    #[must_use]
    pub fn parts(&self) -> &[Self] {
        match self {
            Self::All(clauses) | Self::Any(clauses) => clauses,
            _ => &[],
        }
    }

    /// What is left of it once a level is funded; `None`: nothing.
    #[must_use]
    pub fn funded(&self, level: AmbitionLevel) -> Option<Self> {
        match self {
            Self::Level(wanted) if *wanted <= level => None,
            Self::All(clauses) => {
                let left: Vec<Self> = clauses.iter().filter_map(|clause| clause.funded(level)).collect();
                (!left.is_empty()).then_some(Self::All(left))
            }
            Self::Any(clauses) => {
                let left: Option<Vec<Self>> = clauses.iter().map(|clause| clause.funded(level)).collect();
                left.map(Self::Any)
            }
            _ => Some(self.clone()),
        }
    }

    fn count(&self) -> usize {
        1 + self.parts().iter().map(Self::count).sum::<usize>()
    }

    fn depth(&self) -> usize {
        1 + self.parts().iter().map(Self::depth).max().unwrap_or(0)
    }
}

/// Why something is no [`Condition`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConditionError {
    /// It cannot be read as one: why, in the words of the reader of JSON.
    #[error("no condition: {0}")]
    Unreadable(String),
    /// A clause over others names none.
    #[error("no condition: \"all\" and \"any\" need a clause")]
    Empty,
    /// It has more clauses, or more inside each other, than anybody means.
    #[error("no condition: at most {MOST_CLAUSES} clauses, {MOST_DEPTH} inside each other")]
    TooLarge,
}

impl ConditionError {
    /// In words, in Dutch and English, for who asks for it.
    #[must_use]
    pub fn words(&self) -> [String; 2] {
        const CLAUSES: &str = r#"{"all":[…]}, {"any":[…]}, {"includes":"…"}, {"parties":{"atLeast":3}}, {"budget":{"atLeast":"300"}}, {"inhabitants":{"atLeastPct":"50"}}, {"level":"PLUS"}"#;
        match self {
            Self::Unreadable(_) => [
                format!("is geen voorwaarde: schrijf als JSON {CLAUSES}"),
                format!("is no condition: write as JSON {CLAUSES}"),
            ],
            Self::Empty => [
                "is geen voorwaarde: noem in \"all\" en \"any\" waarvan het afhangt".into(),
                "is no condition: name in \"all\" and \"any\" on what it depends".into(),
            ],
            Self::TooLarge => [
                format!("is te groot: geef ten hoogste {MOST_CLAUSES} clausules, {MOST_DEPTH} in elkaar"),
                format!("is too large: give at most {MOST_CLAUSES} clauses, {MOST_DEPTH} inside each other"),
            ],
        }
    }
}

impl TryFrom<Clause> for Condition {
    type Error = ConditionError;

    fn try_from(clause: Clause) -> Result<Self, ConditionError> {
        if clause.depth() > MOST_DEPTH || clause.count() > MOST_CLAUSES {
            return Err(ConditionError::TooLarge);
        }
        if says_nothing(&clause) { Err(ConditionError::Empty) } else { Ok(Self(clause)) }
    }
}

impl FromStr for Condition {
    type Err = ConditionError;

    fn from_str(text: &str) -> Result<Self, ConditionError> {
        // serde_json refuses deep nesting, so no stack can overflow here.
        let clause: Clause =
            serde_json::from_str(text).map_err(|error| ConditionError::Unreadable(error.to_string()))?;
        clause.try_into()
    }
}

/// Whether a clause over others, at any depth, names none.
fn says_nothing(clause: &Clause) -> bool {
    match clause {
        Clause::All(clauses) | Clause::Any(clauses) => clauses.is_empty() || clauses.iter().any(says_nothing),
        _ => false,
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
        let text = r#"{"all":[{"includes":"gemeente-kampen"},{"parties":{"atLeast":3,"kind":"MUNICIPALITY"}},{"budget":{"atLeast":"300"}},{"any":[{"inhabitants":{"atLeastPct":"50"}},{"level":"PLUS"}]}]}"#;
        let condition: Condition = text.parse().expect("a condition");
        assert_eq!(condition.to_string().parse(), Ok(condition));
    }

    #[test]
    fn a_condition_that_nobody_means_is_refused() {
        let deep =
            |depth: usize| format!("{}{}{}", r#"{"any":["#.repeat(depth), r#"{"level":"PLUS"}"#, "]}".repeat(depth));
        let wide = |n: usize| format!(r#"{{"all":[{}]}}"#, vec![r#"{"level":"PLUS"}"#; n].join(","));
        assert!(
            deep(MOST_DEPTH - 1).parse::<Condition>().is_ok() && wide(MOST_CLAUSES - 1).parse::<Condition>().is_ok()
        );
        assert_eq!(deep(MOST_DEPTH).parse::<Condition>(), Err(ConditionError::TooLarge));
        assert_eq!(wide(MOST_CLAUSES).parse::<Condition>(), Err(ConditionError::TooLarge));
        assert!(r#"{"inhabitants":{"atLeastPct":"101"}}"#.parse::<Condition>().is_err());
    }

    #[test]
    fn a_level_that_is_funded_is_waited_for_no_more() {
        let left = |text: &str, level| {
            let clause = text.parse::<Condition>().expect("a condition").0;
            clause.funded(level).map(|clause| Condition(clause).to_string())
        };
        let three = r#"{"parties":{"atLeast":3}}"#;
        for (text, plus) in [
            (r#"{"level":"PLUS"}"#.to_owned(), None),
            (three.to_owned(), Some(three.to_owned())),
            (format!(r#"{{"all":[{{"level":"PLUS"}},{three}]}}"#), Some(format!(r#"{{"all":[{three}]}}"#))),
            (format!(r#"{{"any":[{{"level":"PLUS"}},{three}]}}"#), None),
        ] {
            assert_eq!(left(&text, AmbitionLevel::Plus), plus);
            assert_eq!(left(&text, AmbitionLevel::Base), Some(text));
        }
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
