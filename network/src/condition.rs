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
    /// Every one of these.
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
#[error("no condition: {0}")]
pub struct ConditionError(String);

impl FromStr for Condition {
    type Err = ConditionError;

    fn from_str(text: &str) -> Result<Self, ConditionError> {
        // serde_json refuses deep nesting, so no stack can overflow here.
        serde_json::from_str(text).map(Self).map_err(|error| ConditionError(error.to_string()))
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
}
