//! Whose yes decides.

use std::sync::Arc;

use async_graphql::{Context, Object, OneofObject};
use network::coalition::{Coalition, MOST_PARTIES, Requirement};
use network::facts;
use network::measure;
use network::table::Ix;
use network::view::View;

use super::Organisation;
use crate::graphql::error::ApiError;
use crate::graphql::filters::OrganisationFilter;
use crate::graphql::page::list;
use crate::graphql::scalars::{Decimal, int};

/// Requirements at most.
const MOST_REQUIREMENTS: usize = 10;

/// What those that join must bring together. Give exactly one.
#[derive(Debug, Clone, OneofObject)]
pub enum RequirementInput {
    /// At least this part of the parties, from 0 to 1.
    PartiesShare(f64),
    /// Parties with at least this part of the inhabitants of all parties, from 0 to 1; who has none that are known adds none.
    InhabitantsShare(f64),
    /// At least so many euros, of those that each pledged to the line once.
    Euros(Decimal),
}

impl RequirementInput {
    fn parsed(&self) -> Result<Requirement, ApiError> {
        let share = |share: f64| {
            (0.0..=1.0).contains(&share).then_some(share).ok_or_else(|| {
                ApiError::bad_user_input(
                    format!("requirements: een deel is {share}; het moet van 0 tot 1 zijn"),
                    format!("requirements: a share is {share}; it must be from 0 to 1"),
                )
            })
        };
        Ok(match self {
            Self::PartiesShare(part) => Requirement::Parties(share(*part)?),
            Self::InhabitantsShare(part) => Requirement::Inhabitants(share(*part)?),
            Self::Euros(amount) => Requirement::Euros(amount.0),
        })
    }
}

/// Who decides.
pub struct Pivotality {
    view: Arc<View>,
    parties: Vec<Ix<facts::Organisation>>,
    found: measure::Banzhaf,
}

impl Pivotality {
    pub(super) async fn new(
        view: &Arc<View>,
        coalition: &Arc<Coalition>,
        requirements: &[RequirementInput],
        among: Option<&OrganisationFilter>,
    ) -> Result<Self, ApiError> {
        if !(1..=MOST_REQUIREMENTS).contains(&requirements.len()) {
            let given = requirements.len();
            return Err(ApiError::bad_user_input(
                format!("requirements: er zijn er {given}; het moeten er 1 tot {MOST_REQUIREMENTS} zijn"),
                format!("requirements: {given} are given; it must be 1 to {MOST_REQUIREMENTS}"),
            ));
        }
        let requirements = requirements.iter().map(RequirementInput::parsed).collect::<Result<Vec<_>, _>>()?;
        let all = coalition.standings().iter().map(|standing| standing.organisation);
        let parties: Vec<_> = all.filter(|ix| among.is_none_or(|filter| filter.matches(view, *ix))).collect();
        // Many coalitions are looked at, so this is done off the threads that answer requests.
        let (in_view, of, some) = (view.clone(), coalition.clone(), parties.clone());
        let made = tokio::task::spawn_blocking(move || of.pivotality(&in_view, &some, &requirements)).await;
        let found = made.map_err(|stopped| ApiError::internal("count coalitions", stopped))?.map_err(|refused| {
            let given = refused.parties;
            ApiError::bad_user_input(
                format!("among: er zijn {given} partijen; het mogen er {MOST_PARTIES} zijn"),
                format!("among: there are {given} parties; {MOST_PARTIES} are allowed"),
            )
        })?;
        Ok(Self { view: view.clone(), parties, found })
    }
}

/// How often each party decides whether a coalition meets its requirements (Banzhaf): exact for at most 22 parties, else from a
/// sample of 100,000 coalitions.
#[Object(serial)]
impl Pivotality {
    /// Whether all coalitions were looked at.
    async fn exact(&self) -> bool {
        self.found.exact
    }

    /// How many coalitions meet all requirements, of 2 to the power of parties; null when only a sample was looked at.
    async fn winning_count(&self) -> Option<i64> {
        self.found.winning.map(|winning| i64::try_from(winning).unwrap_or(i64::MAX))
    }

    /// Each party, in Dutch order of their names.
    async fn parties(&self, ctx: &Context<'_>) -> Result<Vec<PivotalParty>, ApiError> {
        let parties = self.parties.iter().zip(&self.found.parties);
        list(ctx, parties.map(|(ix, found)| PivotalParty { party: Organisation::new(&self.view, *ix), found: *found }))
    }

    /// How many coalitions meet all requirements and do not as soon as anybody leaves; null when only a sample was looked at.
    async fn minimal_count(&self) -> Option<i64> {
        self.found.minimal_count.map(|count| i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// Those coalitions, the smallest first; at most 100. Empty when only a sample was looked at.
    async fn minimal(&self, ctx: &Context<'_>) -> Result<Vec<MinimalCoalition>, ApiError> {
        let minimal = self.found.minimal.iter();
        let coalition = |members: &Vec<usize>| MinimalCoalition {
            view: self.view.clone(),
            members: members.iter().map(|at| self.parties[*at]).collect(),
        };
        list(ctx, minimal.map(coalition))
    }
}

/// A party.
pub struct PivotalParty {
    party: Organisation,
    found: measure::Pivotality,
}

/// How often one party decides.
#[Object(serial)]
impl PivotalParty {
    /// Who.
    async fn organisation(&self) -> &Organisation {
        &self.party
    }

    /// Of all coalitions of the others, the part that does not meet the requirements without it and does with it, from 0 to 1.
    async fn value(&self) -> f64 {
        self.found.value
    }

    /// Where the value lies at least, with 95 % confidence; the value itself when all coalitions were looked at.
    async fn at_least(&self) -> f64 {
        self.found.between.0
    }

    /// Where the value lies at most, with 95 % confidence; the value itself when all coalitions were looked at.
    async fn at_most(&self) -> f64 {
        self.found.between.1
    }
}

/// A coalition in which everybody is needed.
pub struct MinimalCoalition {
    view: Arc<View>,
    members: Vec<Ix<facts::Organisation>>,
}

/// A coalition that meets all requirements, and does not as soon as anybody leaves.
#[Object(serial)]
impl MinimalCoalition {
    /// How many members.
    async fn size(&self) -> i32 {
        int(self.members.len())
    }

    /// Who is in it, in Dutch order of their names.
    async fn members(&self, ctx: &Context<'_>) -> Result<Vec<Organisation>, ApiError> {
        list(ctx, self.members.iter().map(|ix| Organisation::new(&self.view, *ix)))
    }
}
