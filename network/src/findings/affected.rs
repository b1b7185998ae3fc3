//! Of what changes may alter the verdict of a rule that refuses.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rustc_hash::FxHashSet;

use super::{Finding, agenda, deals, decisions, goals, places, promises};
use crate::any_fact::AnyFact;
use crate::change::Change;
use crate::facts::*;
use crate::network::Network;
use crate::table::Ix;
use crate::view::View;

/// Subjects of R01, R04, R05, R06, R08 and R11. Row numbers are those of both networks, as one follows from the other.
#[derive(Debug, Default)]
pub(crate) struct Affected {
    decisions: FxHashSet<Ix<Decision>>,
    commitments: FxHashSet<Ix<Commitment>>,
    initiatives: FxHashSet<Ix<Initiative>>,
    deals: FxHashSet<Ix<Agreement>>,
    topics: FxHashSet<Ix<Topic>>,
    lines: bool,
    /// The cooperation itself is another, on which everything rests.
    all: bool,
}

impl Affected {
    /// What changes may alter the verdict of.
    pub(crate) fn new(before: &Network, after: &Network, changes: &[Change]) -> Self {
        let mut affected = Self::default();
        for change in changes {
            for (network, fact) in [(before, change.before()), (after, change.after())] {
                if let Some(fact) = fact {
                    affected.add(network, fact);
                }
            }
        }
        affected
    }

    fn add(&mut self, network: &Network, fact: &AnyFact) {
        let belonging = &network.belonging;
        match fact {
            AnyFact::Cooperation(_) => self.all = true,
            AnyFact::Organisation(row) => {
                let organs = network.organisations.by_id(row.id).into_iter().flat_map(|ix| belonging.organs_of.of(ix));
                self.decisions.extend(organs.flat_map(|ix| belonging.decisions_of.of(ix)));
            }
            AnyFact::Body(row) => {
                let body = network.bodies.by_id(row.id);
                self.decisions.extend(body.into_iter().flat_map(|ix| belonging.decisions_of.of(ix)));
            }
            AnyFact::Decision(row) => {
                if let Some(ix) = network.decisions.by_id(row.id) {
                    self.decisions.insert(ix);
                    self.decisions.extend(belonging.decisions_within.of(ix));
                }
            }
            AnyFact::Commitment(row) => self.commitments.extend(network.commitments.by_id(row.id)),
            AnyFact::Contribution(row) => {
                self.commitments.extend(row.commitment.and_then(|id| network.commitments.by_id(id)));
            }
            // Whether any goal of the agenda is known is a question about all initiatives.
            AnyFact::Goal(_) => self.initiatives.extend(network.initiatives.indices()),
            AnyFact::Agreement(row) => {
                self.deals.extend(network.agreements.by_id(row.id));
                if network.cooperation().agenda == Some(row.id) {
                    self.initiatives.extend(network.initiatives.indices());
                }
            }
            AnyFact::ProgrammeLine(row) => {
                self.lines = true;
                let line = network.programme_lines.by_id(row.id);
                let parts = line.into_iter().flat_map(|ix| belonging.parts_of_line.of(ix));
                let parts: Vec<_> = parts.map(|part| network.initiative_parts.get(part).initiative).collect();
                self.initiatives.extend(parts.into_iter().filter_map(|id| network.initiatives.by_id(id)));
            }
            // Whether a topic stands on the agenda twice is a question about all of them.
            AnyFact::Topic(_) => self.topics.extend(network.topics.indices()),
            AnyFact::Initiative(row) => self.below(network, network.initiatives.by_id(row.id)),
            AnyFact::InitiativePart(row) => self.below(network, network.initiatives.by_id(row.initiative)),
            _ => {}
        }
    }

    /// An initiative and all that is part of it.
    fn below(&mut self, network: &Network, initiative: Option<Ix<Initiative>>) {
        let mut stack: Vec<Ix<Initiative>> = initiative.into_iter().collect();
        let mut met = FxHashSet::default();
        while let Some(ix) = stack.pop() {
            if met.insert(ix) {
                let parts = network.belonging.parts_of_initiative.of(ix);
                let parts = parts.map(|part| network.initiative_parts.get(part).initiative);
                stack.extend(parts.filter_map(|id| network.initiatives.by_id(id)));
            }
        }
        self.initiatives.extend(met);
    }

    /// The days after this one on which something of it begins.
    pub(crate) fn beginnings(&self, network: &Network, today: NaiveDate) -> BTreeSet<NaiveDate> {
        let initiatives = self.initiatives.iter().map(|ix| network.initiatives.span(*ix));
        let commitments = self.commitments.iter().map(|ix| network.commitments.span(*ix));
        let deals = self.deals.iter().map(|ix| network.agreements.span(*ix));
        let topics = self.topics.iter().map(|ix| network.topics.span(*ix));
        initiatives
            .chain(commitments)
            .chain(deals)
            .chain(topics)
            .map(|span| span.from)
            .filter(|from| *from > today)
            .collect()
    }

    /// What a view breaks of these rules in what is affected.
    pub(crate) fn findings(&self, view: &View) -> Vec<Finding> {
        let network = view.network();
        if self.all {
            let rules = [
                decisions::not_competent,
                promises::open,
                goals::without,
                places::misplaced,
                agenda::not_held_once,
                deals::outside,
            ];
            return rules.iter().flat_map(|rule| rule(view)).collect();
        }
        let mut initiatives: Vec<_> =
            self.initiatives.iter().copied().filter(|ix| network.initiatives.has(*ix)).collect();
        initiatives.sort_by_key(|ix| network.initiatives.get(*ix).id);
        let mut found: Vec<Finding> = Vec::new();
        let decisions = self.decisions.iter().copied().filter(|ix| network.decisions.has(*ix));
        found.extend(decisions.filter_map(|ix| decisions::incompetent(view, ix)));
        let commitments = self.commitments.iter().copied().filter(|ix| network.commitments.has(*ix));
        found.extend(commitments.filter_map(|ix| promises::is_open(view, ix)));
        let topics = self.topics.iter().copied().filter(|ix| network.topics.has(*ix));
        found.extend(topics.filter_map(|ix| agenda::topic(view, ix)));
        if !initiatives.is_empty() {
            found.extend(goals::among(view, initiatives.iter().copied()));
            found.extend(initiatives.iter().filter_map(|ix| places::initiative(view, *ix)));
        }
        if self.lines {
            found.extend(places::lines(view));
        }
        let mut pairs: FxHashSet<(Ix<Agreement>, Ix<Initiative>)> = FxHashSet::default();
        for deal in self.deals.iter().copied().filter(|ix| network.agreements.has(*ix)) {
            pairs.extend(deals::initiatives(view, deal).into_iter().map(|ix| (deal, ix)));
        }
        pairs.extend(initiatives.iter().flat_map(|ix| deals::above(view, *ix).into_iter().map(|deal| (deal, *ix))));
        found.extend(pairs.into_iter().filter_map(|(deal, ix)| deals::lies_outside(view, deal, ix)));
        found.sort_by(|a, b| (a.rule, &a.key).cmp(&(b.rule, &b.key)));
        found
    }
}
