//! On what a promise depends, as an input: clauses over who takes part.

use async_graphql::{InputObject, OneofObject};
use network::condition::{Budget, Clause, Condition, ConditionError, Inhabitants, Parties};
use network::facts::{AmbitionLevel, Helix, OrganisationKind};
use network::plan::{ErrorCode, Rejection};
use network::share::Share;
use network::view::View;

use super::OrganisationBy;
use crate::graphql::codes::Code;
use crate::graphql::scalars::Decimal;

/// "We join if …": exactly one of these. More parties never make one false. At most 100 clauses, 8 inside each other.
#[derive(Debug, Clone, OneofObject)]
pub enum ClauseInput {
    /// Every one of these; at least one.
    All(Vec<ClauseInput>),
    /// At least one of these.
    Any(Vec<ClauseInput>),
    /// This organisation takes part.
    Includes(OrganisationBy),
    /// At least so many organisations take part.
    Parties(PartiesInput),
    /// The budgets promised add up to at least this much.
    Budget(BudgetInput),
    /// The municipalities that take part have at least this part of the inhabitants.
    Inhabitants(InhabitantsInput),
    /// This level of ambition is funded. BASE always is.
    Level(Code<AmbitionLevel>),
    /// Refused as NOT_MONOTONE, with what to write instead: a clause that wants someone out, or too few, would be met by
    /// nobody's joining, and then there may be no coalition that all agree to, or several.
    Not(Box<ClauseInput>),
}

/// At least so many organisations.
#[derive(Debug, Clone, InputObject)]
pub struct PartiesInput {
    /// How many, the one who sets the condition included; from 1 on.
    at_least: i32,
    /// Only those of this kind count; left out: all.
    kind: Option<Code<OrganisationKind>>,
    /// Only those of this helix count; left out: all.
    helix: Option<Code<Helix>>,
}

/// At least so much money.
#[derive(Debug, Clone, InputObject)]
pub struct BudgetInput {
    /// How many euros, promised once; more than 0. The contribution of the one who sets the condition counts.
    at_least: Decimal,
}

/// At least such a part of the people.
#[derive(Debug, Clone, InputObject)]
pub struct InhabitantsInput {
    /// Which part of the inhabitants of all municipalities that are partners, in percent: 1 to 100. The one who sets the
    /// condition counts.
    at_least_pct: i32,
}

impl ClauseInput {
    /// The condition, or why it is none.
    ///
    /// * `view`: what it may name.
    /// * `path`: where in the input it stands.
    pub(in crate::graphql) fn condition(&self, view: &View, path: &[&str]) -> Result<Condition, Rejection> {
        let path: Vec<String> = path.iter().map(|name| (*name).to_owned()).collect();
        let clause = self.clause(view, &path)?;
        clause.try_into().map_err(|error: ConditionError| refused(ErrorCode::InvalidValue, &path, error.words()))
    }

    fn clause(&self, view: &View, path: &[String]) -> Result<Clause, Rejection> {
        let within = |names: &[&str]| -> Vec<String> {
            path.iter().cloned().chain(names.iter().map(|name| (*name).to_owned())).collect()
        };
        let each = |name: &str, inputs: &[Self]| -> Result<Vec<Clause>, Rejection> {
            let each = inputs.iter().enumerate();
            each.map(|(at, input)| input.clause(view, &within(&[name, &at.to_string()]))).collect()
        };
        let wrong = |names: &[&str], words: [&str; 2]| {
            refused(ErrorCode::InvalidValue, &within(names), words.map(ToOwned::to_owned))
        };
        match self {
            Self::All(inputs) => each("all", inputs).map(Clause::All),
            Self::Any(inputs) => each("any", inputs).map(Clause::Any),
            Self::Includes(by) => {
                let found = by.find(view).map(|ix| Clause::Includes(view.network().organisations.get(ix).id));
                found.ok_or_else(|| {
                    let words = ["deze organisatie is er niet", "this organisation is not there"];
                    refused(ErrorCode::NotFound, &within(&["includes"]), words.map(ToOwned::to_owned))
                })
            }
            Self::Parties(input) => match u32::try_from(input.at_least) {
                Ok(at_least) if at_least > 0 => Ok(Clause::Parties(Parties {
                    at_least,
                    kind: input.kind.map(|kind| kind.0),
                    helix: input.helix.map(|helix| helix.0),
                })),
                _ => Err(wrong(&["parties", "atLeast"], ["geef 1 of meer", "give 1 or more"])),
            },
            Self::Budget(input) if input.at_least.0 > rust_decimal::Decimal::ZERO => {
                Ok(Clause::Budget(Budget { at_least: input.at_least.0 }))
            }
            Self::Budget(_) => Err(wrong(&["budget", "atLeast"], ["geef meer dan 0 euro", "give more than 0 euros"])),
            Self::Inhabitants(input) => match Share::try_from(i64::from(input.at_least_pct)) {
                Ok(at_least_pct) => Ok(Clause::Inhabitants(Inhabitants { at_least_pct })),
                Err(error) => {
                    Err(refused(ErrorCode::InvalidValue, &within(&["inhabitants", "atLeastPct"]), error.words()))
                }
            },
            Self::Level(level) => Ok(Clause::Level(level.0)),
            Self::Not(_) => {
                let words = [
                    "een voorwaarde mag niet vragen dat iemand niet meedoet: schrijf wie of hoeveel er wel meedoen (includes, parties, budget)",
                    "a condition may not ask that someone stays out: write who or how many take part (includes, parties, budget)",
                ];
                Err(refused(ErrorCode::NotMonotone, &within(&["not"]), words.map(ToOwned::to_owned)))
            }
        }
    }
}

fn refused(code: ErrorCode, path: &[String], [nl, en]: [String; 2]) -> Rejection {
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    Rejection::new(code, &path, nl, en)
}
