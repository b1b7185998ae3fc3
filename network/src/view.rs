//! The network as it held on a day, told only what is sure enough: a filter over one network that copies nothing.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use crate::coalition::{Coalition, Weights};
use crate::facts::*;
use crate::links::{Link, Participation, Venue};
use crate::names::SortKey;
use crate::network::Network;
use crate::node::NodeIx;
use crate::period::{Span, Tense};
use crate::snapshot::NetworkKey;
use crate::source::Confidence;
use crate::table::{Ix, Table};

/// What tells one view of a network from another, as far as the facts in it go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ViewKey {
    /// The network.
    pub network: NetworkKey,
    /// The first day of the interval of days in which nothing begins or ends ([`Network::interval`]).
    pub interval: NaiveDate,
    /// The least confidence that counts.
    pub min_confidence: Confidence,
}

/// A view. A fact that is not sure enough is not there; neither is what it cannot be without. What has not begun on the
/// day does not exist; what has ended stays reachable and says so, but lists and counts leave it out. Milestones,
/// meetings and decisions are in every view.
#[derive(Debug, Clone)]
pub struct View {
    network: Arc<Network>,
    valid_at: NaiveDate,
    min_confidence: Confidence,
    weights: Arc<Weights>,
    memo: Arc<Memo>,
}

/// What was computed from a view, shared by all views with the same [`ViewKey`].
#[derive(Debug)]
pub struct Memo {
    order: OnceLock<Vec<Ix<Organisation>>>,
    keys: OnceLock<Vec<Option<SortKey>>>,
    coalitions: Vec<OnceLock<Arc<Coalition>>>,
    most_bytes: usize,
}

/// A number and a shared key an organisation, a standing an organisation and line, a piece of evidence a participation.
fn most_bytes(network: &Network) -> usize {
    let organisations = network.organisations.slots();
    let participations = network.seats.len() + network.commitments.len() + network.signatures.len();
    let standing = size_of::<crate::coalition::Standing>() + size_of::<u32>();
    let lines = network.programme_lines.len();
    organisations * (4 + size_of::<Option<SortKey>>() + lines * standing)
        + participations * size_of::<crate::coalition::Evidence>()
        + 1_024
}

impl Memo {
    /// Nothing computed yet.
    #[must_use]
    pub fn new(network: &Network) -> Self {
        let coalitions = (0..network.programme_lines.slots()).map(|_| OnceLock::new()).collect();
        Self { order: OnceLock::new(), keys: OnceLock::new(), coalitions, most_bytes: most_bytes(network) }
    }

    /// The most that it can come to take in memory when everything is computed, in bytes. A cache counts with that, as
    /// results come after it has been put there.
    #[must_use]
    pub fn weight_bytes(&self) -> usize {
        self.most_bytes
    }
}

impl View {
    /// A view of the network on a day.
    #[must_use]
    pub fn new(network: Arc<Network>, valid_at: NaiveDate, min_confidence: Confidence, weights: Arc<Weights>) -> Self {
        let memo = Arc::new(Memo::new(&network));
        Self { network, valid_at, min_confidence, weights, memo }
    }

    /// The same view with what was computed for another one with the same key and weights.
    #[must_use]
    pub fn sharing(self, memo: Arc<Memo>) -> Self {
        Self { memo, ..self }
    }

    /// This network on another day, as sure as this view.
    #[must_use]
    pub fn on(&self, valid_at: NaiveDate) -> Self {
        if self.network.interval(valid_at) == self.network.interval(self.valid_at) {
            return Self { valid_at, ..self.clone() };
        }
        Self::new(self.network.clone(), valid_at, self.min_confidence, self.weights.clone())
    }

    /// Another network on the same day, as sure as this view.
    #[must_use]
    pub fn of_another(&self, network: Arc<Network>) -> Self {
        Self::new(network, self.valid_at, self.min_confidence, self.weights.clone())
    }

    /// What tells it from others.
    #[must_use]
    pub fn key(&self) -> ViewKey {
        ViewKey {
            network: self.network.key(),
            interval: self.network.interval(self.valid_at),
            min_confidence: self.min_confidence,
        }
    }

    /// The whole network.
    #[must_use]
    pub fn network(&self) -> &Arc<Network> {
        &self.network
    }

    /// The day.
    #[must_use]
    pub fn valid_at(&self) -> NaiveDate {
        self.valid_at
    }

    /// The least confidence that counts.
    #[must_use]
    pub fn min_confidence(&self) -> Confidence {
        self.min_confidence
    }

    /// What evidence weighs.
    #[must_use]
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// Whether this confidence is enough.
    #[must_use]
    pub fn trusts(&self, confidence: Confidence) -> bool {
        confidence >= self.min_confidence
    }

    /// Whether the fact in this row is there, and whether it holds or has ended. `None`: not there. What it cannot be
    /// without is not looked at: [`sees`](Self::sees) does.
    pub fn fact<T: Fact>(&self, table: &Table<T>, ix: Ix<T>) -> Option<Tense> {
        self.dated(table.span(ix), table.confidence(ix))
    }

    /// Rows of these that hold on the day.
    pub fn current<'a, T: Fact>(
        &'a self,
        table: &'a Table<T>,
        rows: impl Iterator<Item = Ix<T>> + 'a,
    ) -> impl Iterator<Item = (Ix<T>, &'a T)> {
        rows.filter(|ix| self.fact(table, *ix) == Some(Tense::Current)).map(|ix| (ix, table.get(ix)))
    }

    pub(crate) fn dated(&self, span: Span, confidence: Confidence) -> Option<Tense> {
        let tense = span.tense(self.valid_at);
        (tense != Tense::Future && self.trusts(confidence)).then_some(tense)
    }

    /// Whether a node is there, with all that it cannot be without, and whether it holds or has ended.
    #[must_use]
    pub fn sees(&self, node: impl Into<NodeIx>) -> Option<Tense> {
        let network = &*self.network;
        match node.into() {
            NodeIx::Organisation(ix) => self.fact(&network.organisations, ix),
            NodeIx::StakeholderGroup(ix) => self.fact(&network.stakeholder_groups, ix),
            NodeIx::Body(ix) => self.body(ix),
            NodeIx::ProgrammeLine(ix) => self.fact(&network.programme_lines, ix),
            NodeIx::Initiative(ix) => self.fact(&network.initiatives, ix),
            NodeIx::Agreement(ix) => self.fact(&network.agreements, ix),
            NodeIx::Person(ix) => self.fact(&network.persons, ix),
            NodeIx::Statement(ix) => self.fact(&network.statements, ix),
            NodeIx::Document(ix) => self.fact(&network.documents, ix),
            NodeIx::Milestone(ix) => self.fact(&network.milestones, ix),
            NodeIx::Meeting(ix) => {
                let body = network.bodies.by_id(network.meetings.get(ix).body)?;
                self.fact(&network.meetings, ix).filter(|_| self.trusts_body(body))
            }
            NodeIx::Decision(ix) => {
                let body = network.bodies.by_id(network.decisions.get(ix).body)?;
                self.fact(&network.decisions, ix).filter(|_| self.trusts_body(body))
            }
            NodeIx::Seat(ix) => self.participation(Participation::Seat(ix)),
            NodeIx::Commitment(ix) => self.participation(Participation::Commitment(ix)),
            NodeIx::Signature(ix) => self.participation(Participation::Signature(ix)),
        }
    }

    /// An organ cannot be without the organisation whose organ it is, and ends with it.
    fn body(&self, ix: Ix<Body>) -> Option<Tense> {
        let network = &*self.network;
        let own = self.fact(&network.bodies, ix)?;
        let owner = network.bodies.get(ix).organisation.and_then(|id| network.organisations.by_id(id));
        owner.map_or(Some(own), |owner| self.sees(owner).map(|tense| own.min(tense)))
    }

    /// Whether a body is sure enough, whatever the day.
    fn trusts_body(&self, ix: Ix<Body>) -> bool {
        let network = &*self.network;
        let owner = network.bodies.get(ix).organisation.and_then(|id| network.organisations.by_id(id));
        self.trusts(network.bodies.confidence(ix))
            && owner.is_none_or(|owner| self.trusts(network.organisations.confidence(owner)))
    }

    fn participation(&self, participation: Participation) -> Option<Tense> {
        let network = &*self.network;
        let party = |id| self.sees(network.organisations.by_id(id)?);
        let (own, parties) = match participation {
            Participation::Seat(ix) => {
                let seat = network.seats.get(ix);
                let group = seat.on_behalf_of_group.and_then(|id| network.stakeholder_groups.by_id(id));
                let group = group.and_then(|ix| self.sees(ix));
                let parties = seat.on_behalf_of.iter().filter_map(|id| party(*id)).chain(group).max();
                (self.fact(&network.seats, ix)?, parties?)
            }
            Participation::Commitment(ix) => {
                (self.fact(&network.commitments, ix)?, party(network.commitments.get(ix).organisation)?)
            }
            Participation::Signature(ix) => {
                (self.fact(&network.signatures, ix)?, party(network.signatures.get(ix).organisation)?)
            }
        };
        // What takes place in an ended venue, or was of parties that have all ended, has ended with them.
        Some(own.min(parties).min(self.sees(network.venue(participation)?)?))
    }

    /// Whether one organisation's part in a participation is there, venue and organisation included, and whether it
    /// holds or has ended.
    #[must_use]
    pub fn link(&self, link: &Link) -> Option<Tense> {
        let tense = self.dated(link.span, link.confidence)?;
        (self.sees(link.organisation).is_some() && self.sees(link.venue).is_some()).then_some(tense)
    }

    /// Links at a venue that are there, with whether they hold. Empty when the venue itself is not there.
    pub fn links_at(&self, venue: Venue) -> impl Iterator<Item = (&Link, Tense)> {
        let most = if self.sees(venue).is_some() { usize::MAX } else { 0 };
        self.network.links.at(venue).take(most).filter_map(|link| {
            let tense = self.dated(link.span, link.confidence)?;
            self.sees(link.organisation).map(|_| (link, tense))
        })
    }

    /// In what an organisation takes part or took part.
    pub fn links_of(&self, organisation: Ix<Organisation>) -> impl Iterator<Item = (&Link, Tense)> {
        self.network.links.of(organisation).filter_map(|link| self.link(link).map(|tense| (link, tense)))
    }

    /// The partnership of an organisation on the day, or, when it has none, the last one that ended.
    #[must_use]
    pub fn partnership(&self, organisation: Ix<Organisation>) -> Option<(Ix<Partnership>, Tense)> {
        let network = &*self.network;
        let seen = network.belonging.partnerships_of.of(organisation);
        seen.filter_map(|ix| self.fact(&network.partnerships, ix).map(|tense| (ix, tense)))
            .max_by_key(|(ix, tense)| (*tense, network.partnerships.span(*ix).to))
    }

    /// Whether an organisation is a partner on the day, and so takes part in the base (rule R02).
    #[must_use]
    pub fn is_partner(&self, organisation: Ix<Organisation>) -> bool {
        self.sees(organisation) == Some(Tense::Current)
            && self.partnership(organisation).is_some_and(|(_, tense)| tense == Tense::Current)
    }

    /// The latest figures of a municipality that are sure enough.
    #[must_use]
    pub fn statistics(&self, organisation: Ix<Organisation>) -> Option<&MunicipalityStatistics> {
        let network = &*self.network;
        self.current(&network.municipality_statistics, network.belonging.statistics_of.of(organisation))
            .map(|(_, row)| row)
            .max_by_key(|row| (row.counted_on, row.id))
    }

    /// The name of an organisation on the day (rule R17).
    #[must_use]
    pub fn name(&self, organisation: Ix<Organisation>, language: Language) -> &str {
        self.network.name_of_day(organisation, language, self.valid_at, self.min_confidence)
    }

    /// Members of a group on the day, each once.
    pub fn members(&self, group: Ix<StakeholderGroup>) -> impl Iterator<Item = Ix<Organisation>> {
        let network = &*self.network;
        let members: BTreeMap<_, _> = self
            .current(&network.group_memberships, network.belonging.members_of.of(group))
            .filter_map(|(_, membership)| network.organisations.by_id(membership.organisation))
            .filter(|ix| self.sees(*ix) == Some(Tense::Current))
            .map(|ix| (network.organisations.get(ix).id, ix))
            .collect();
        members.into_values()
    }

    /// Organisations that exist on the day, in Dutch order of their names.
    #[must_use]
    pub fn organisations(&self) -> &[Ix<Organisation>] {
        self.memo.order.get_or_init(|| {
            self.in_order().map(|(_, ix)| ix).filter(|ix| self.sees(*ix) == Some(Tense::Current)).collect()
        })
    }

    /// The sort key of an organisation's name on the day: bytes in Dutch order.
    #[must_use]
    pub fn sort_key(&self, organisation: Ix<Organisation>) -> &[u8] {
        let keys = self.memo.keys.get_or_init(|| {
            let mut keys = vec![None; self.network.organisations.slots()];
            for (key, ix) in self.in_order() {
                keys[ix.at()] = Some(key.clone());
            }
            keys
        });
        keys[organisation.at()].as_deref().unwrap_or_default()
    }

    /// All organisations, whether there or not, in Dutch order of their names on the day, each with the sort key.
    pub(crate) fn in_order(&self) -> impl Iterator<Item = (&SortKey, Ix<Organisation>)> {
        self.network
            .name_order
            .on(|ix| self.network.official_name(ix, Language::Nl, self.valid_at, self.min_confidence))
    }

    /// The coalition of a programme line, computed once.
    #[must_use]
    pub fn coalition(&self, line: Ix<ProgrammeLine>) -> &Arc<Coalition> {
        self.memo.coalitions[line.at()].get_or_init(|| Arc::new(Coalition::of(self, line)))
    }
}

impl From<Venue> for NodeIx {
    fn from(venue: Venue) -> Self {
        match venue {
            Venue::Body(ix) => ix.into(),
            Venue::ProgrammeLine(ix) => ix.into(),
            Venue::Initiative(ix) => ix.into(),
            Venue::Agreement(ix) => ix.into(),
        }
    }
}

impl From<Participation> for NodeIx {
    fn from(participation: Participation) -> Self {
        match participation {
            Participation::Seat(ix) => ix.into(),
            Participation::Commitment(ix) => ix.into(),
            Participation::Signature(ix) => ix.into(),
        }
    }
}

impl Network {
    /// Where a participation takes place. `None` never happens in a network that was built.
    #[must_use]
    pub fn venue(&self, participation: Participation) -> Option<Venue> {
        match participation {
            Participation::Seat(ix) => self.bodies.by_id(self.seats.get(ix).body).map(Venue::Body),
            Participation::Signature(ix) => {
                self.agreements.by_id(self.signatures.get(ix).agreement).map(Venue::Agreement)
            }
            Participation::Commitment(ix) => {
                let row = self.commitments.get(ix);
                let line = row.programme_line.and_then(|id| self.programme_lines.by_id(id)).map(Venue::ProgrammeLine);
                let initiative = || row.initiative.and_then(|id| self.initiatives.by_id(id)).map(Venue::Initiative);
                let agreement = || row.agreement.and_then(|id| self.agreements.by_id(id)).map(Venue::Agreement);
                line.or_else(initiative).or_else(agreement)
            }
        }
    }
}
