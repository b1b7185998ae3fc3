//! Which decisions.

use async_graphql::InputObject;
use network::facts;
use network::table::Ix;
use network::view::View;

use super::BodyFilter;
use super::by::{AgreementBy, InitiativeBy, ProgrammeLineBy};
use super::values::{DecisionOutcomeFilter, combined, given};
use crate::graphql::scalars::Date;

/// Which decisions. All that is given must hold.
#[derive(Debug, Clone, Default, InputObject)]
pub struct DecisionFilter {
    /// All of these hold.
    and: Option<Vec<DecisionFilter>>,
    /// At least one of these holds.
    or: Option<Vec<DecisionFilter>>,
    /// This does not hold.
    not: Option<Box<DecisionFilter>>,
    /// By what the body did.
    outcome: Option<DecisionOutcomeFilter>,
    /// Taken by a body like this.
    body: Option<BodyFilter>,
    /// About this agreement.
    agreement: Option<AgreementBy>,
    /// About this initiative.
    initiative: Option<InitiativeBy>,
    /// About this programme line.
    programme_line: Option<ProgrammeLineBy>,
    /// May have been taken on or after this day.
    from: Option<Date>,
    /// May have been taken on or before this day.
    until: Option<Date>,
}

impl DecisionFilter {
    /// Whether a decision passes.
    pub(in crate::graphql) fn matches(&self, view: &View, ix: Ix<facts::Decision>) -> bool {
        let network = view.network();
        let row = network.decisions.get(ix);
        let body = |filter: &BodyFilter| network.bodies.by_id(row.body).is_some_and(|ix| filter.matches(view, ix));
        let agreement =
            |by: &AgreementBy| by.find(view).is_some_and(|ix| row.agreement == Some(network.agreements.get(ix).id));
        let initiative =
            |by: &InitiativeBy| by.find(view).is_some_and(|ix| row.initiative == Some(network.initiatives.get(ix).id));
        let line = |by: &ProgrammeLineBy| {
            by.find(view).is_some_and(|ix| row.programme_line == Some(network.programme_lines.get(ix).id))
        };
        combined!(
            self,
            view,
            ix,
            given!(self.outcome, Some(row.outcome))
                && self.body.as_ref().is_none_or(body)
                && self.agreement.as_ref().is_none_or(agreement)
                && self.initiative.as_ref().is_none_or(initiative)
                && self.programme_line.as_ref().is_none_or(line)
                && self.from.is_none_or(|from| row.date.latest().is_none_or(|latest| latest >= from.0))
                && self.until.is_none_or(|until| row.date.earliest().is_none_or(|earliest| earliest <= until.0))
        )
    }
}
