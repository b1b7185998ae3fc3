//! Reach through representation (rule R20): who can speak for a partner where it has no seat.

use std::collections::VecDeque;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::codes;
use crate::facts::*;
use crate::links::{Participation, Venue};
use crate::network::Network;
use crate::node::NodeIx;
use crate::period::Tense;
use crate::table::Ix;
use crate::view::View;

/// A way of more steps than this says little: nobody passes on a word so far.
pub const MOST_STEPS: usize = 4;

/// Equally short ways of one partner that are told.
pub const MOST_WAYS: usize = 5;

codes! {
    /// How one comes to speak where another does.
    pub enum VoiceKind {
        /// It has a seat in the body, and not only to listen.
        Seat,
        /// The other speaks for it.
        RepresentedBy,
        /// The chair of the body speaks elsewhere.
        ChairedBy,
        /// It belongs to the group.
        MemberOf,
        /// It is a part of the other.
        PartOf,
        /// It is a partner of the cooperation.
        PartnerOf,
        /// The body is an organ of the organisation.
        OrganOf,
    }
}

/// The fact on which a step rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// A seat.
    Seat(Ix<Seat>),
    /// A relation.
    Relation(Ix<Relation>),
    /// A membership of a group.
    Membership(Ix<GroupMembership>),
    /// A partnership.
    Partnership(Ix<Partnership>),
    /// What the organisation says of its parent.
    Organisation(Ix<Organisation>),
    /// What the body says of whose organ it is.
    Body(Ix<Body>),
}

/// One step: who passes on a word to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// How.
    pub kind: VoiceKind,
    /// Who has something to say: an organisation, a group or a body.
    pub from: NodeIx,
    /// Who says it then, or where it is heard.
    pub to: NodeIx,
    /// On what it rests.
    pub basis: Basis,
}

/// How a partner is heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// Which partner.
    pub partner: Ix<Organisation>,
    /// The shortest ways, at most [`MOST_WAYS`]; each with at least one step. A way of one step is a voice of its own.
    pub ways: Vec<Vec<Step>>,
}

/// Who is heard somewhere, and who is not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Voices {
    /// Partners that are heard, in Dutch order of their names.
    pub heard: Vec<Voice>,
    /// Partners that are not, in the same order. Whoever is the place itself is in neither.
    pub unheard: Vec<Ix<Organisation>>,
}

/// Where a person is heard: the bodies in which they sit, and the organisations for which they work.
#[must_use]
pub fn places_of(view: &View, person: Ix<Person>) -> Vec<NodeIx> {
    let network = view.network();
    let seats = network.belonging.seats_of_person.of(person).filter(|ix| view.sees(*ix) == Some(Tense::Current));
    let bodies = seats.filter_map(|ix| network.bodies.by_id(network.seats.get(ix).body)).map(NodeIx::from);
    let offices = view.current(&network.offices, network.belonging.offices_of.of(person));
    let organisations = offices.filter_map(|(_, row)| network.organisations.by_id(row.organisation)).map(NodeIx::from);
    bodies.chain(organisations).collect()
}

/// Where a target is heard: itself, or where a person is.
#[must_use]
pub fn places_of_target(view: &View, target: &Target) -> Vec<NodeIx> {
    let network = view.network();
    let organisation = target.organisation.and_then(|id| network.organisations.by_id(id)).map(NodeIx::from);
    let body = target.body.and_then(|id| network.bodies.by_id(id)).map(NodeIx::from);
    let person = target.person.and_then(|id| network.persons.by_id(id));
    let own = person.map(|ix| places_of(view, ix)).unwrap_or_default();
    organisation.into_iter().chain(body).chain(own).collect()
}

/// Which partners are heard at these places, and through whom. Time in proportion to the seats, relations and memberships
/// of the view.
///
/// * `places`: bodies and organisations.
#[must_use]
pub fn voices(view: &View, places: &[NodeIx]) -> Voices {
    let network = view.network();
    let steps = Steps::new(view);
    let distances = steps.distances(places);
    let mut voices = Voices::default();
    for partner in view.organisations().iter().copied().filter(|ix| view.is_partner(*ix)) {
        match distances.get(&NodeIx::from(partner)) {
            Some(0) => {}
            Some(_) => {
                let mut ways = Vec::new();
                steps.ways(network, partner.into(), &distances, &mut Vec::new(), &mut ways);
                voices.heard.push(Voice { partner, ways });
            }
            None => voices.unheard.push(partner),
        }
    }
    voices
}

/// All steps of a view.
#[derive(Default)]
struct Steps {
    from: FxHashMap<NodeIx, Vec<Step>>,
    to: FxHashMap<NodeIx, Vec<NodeIx>>,
}

impl Steps {
    fn new(view: &View) -> Self {
        let mut steps = Self::default();
        steps.seats(view);
        steps.organisations(view);
        steps.relations(view);
        steps
    }

    fn add(&mut self, kind: VoiceKind, from: impl Into<NodeIx>, to: impl Into<NodeIx>, basis: Basis) {
        let (from, to) = (from.into(), to.into());
        if from != to {
            self.from.entry(from).or_default().push(Step { kind, from, to, basis });
            self.to.entry(to).or_default().push(from);
        }
    }

    fn seats(&mut self, view: &View) {
        let network = view.network();
        for body in network.bodies.indices().filter(|ix| view.sees(*ix) == Some(Tense::Current)) {
            for (link, tense) in view.links_at(Venue::Body(body)) {
                let Participation::Seat(seat) = link.participation else { continue };
                let role = network.seats.get(seat).role;
                let there = tense == Tense::Current && view.sees(link.organisation) == Some(Tense::Current);
                if !there || role == SeatRole::Observer {
                    continue;
                }
                self.add(VoiceKind::Seat, link.organisation, body, Basis::Seat(seat));
                if role == SeatRole::Chair {
                    self.add(VoiceKind::ChairedBy, body, link.organisation, Basis::Seat(seat));
                }
            }
            let owner = network.bodies.get(body).organisation.and_then(|id| network.organisations.by_id(id));
            if let Some(owner) = owner {
                self.add(VoiceKind::OrganOf, body, owner, Basis::Body(body));
            }
        }
    }

    fn organisations(&mut self, view: &View) {
        let network = view.network();
        let own = network.organisations.by_id(network.cooperation().organisation);
        for organisation in view.organisations() {
            let parent = network.organisations.get(*organisation).parent.and_then(|id| network.organisations.by_id(id));
            if let Some(parent) = parent {
                self.add(VoiceKind::PartOf, *organisation, parent, Basis::Organisation(*organisation));
            }
            if let (Some(own), Some((partnership, Tense::Current))) = (own, view.partnership(*organisation)) {
                self.add(VoiceKind::PartnerOf, *organisation, own, Basis::Partnership(partnership));
            }
            let memberships = network.belonging.memberships_of.of(*organisation);
            for (ix, row) in view.current(&network.group_memberships, memberships) {
                if let Some(group) = network.stakeholder_groups.by_id(row.group) {
                    self.add(VoiceKind::MemberOf, *organisation, group, Basis::Membership(ix));
                }
            }
        }
    }

    fn relations(&mut self, view: &View) {
        let network = view.network();
        for (ix, row) in view.current(&network.relations, network.relations.indices()) {
            let Some((from, to)) = network.ends_of(row) else { continue };
            match row.kind {
                // Who speaks for another is who that one passes its word to.
                RelationKind::Represents => self.add(VoiceKind::RepresentedBy, to, from, Basis::Relation(ix)),
                RelationKind::PartOf => self.add(VoiceKind::PartOf, from, to, Basis::Relation(ix)),
                // Others say nothing about who speaks: ownership, tasks, history.
                _ => {}
            }
        }
    }

    /// The fewest steps from everybody to these places, as far as [`MOST_STEPS`].
    fn distances(&self, places: &[NodeIx]) -> FxHashMap<NodeIx, usize> {
        let mut distances: FxHashMap<NodeIx, usize> = places.iter().map(|place| (*place, 0)).collect();
        let mut queue: VecDeque<NodeIx> = places.iter().copied().collect();
        while let Some(at) = queue.pop_front() {
            let next = distances[&at] + 1;
            if next > MOST_STEPS {
                break;
            }
            for before in self.to.get(&at).into_iter().flatten() {
                if !distances.contains_key(before) {
                    distances.insert(*before, next);
                    queue.push_back(*before);
                }
            }
        }
        distances
    }

    /// The shortest ways from somebody on.
    fn ways(
        &self,
        network: &Network,
        at: NodeIx,
        distances: &FxHashMap<NodeIx, usize>,
        so_far: &mut Vec<Step>,
        found: &mut Vec<Vec<Step>>,
    ) {
        let Some(left) = distances.get(&at) else { return };
        if *left == 0 {
            found.push(so_far.clone());
            return;
        }
        let nearer = |step: &&Step| distances.get(&step.to).is_some_and(|then| then + 1 == *left);
        let mut steps: Vec<&Step> = self.from.get(&at).into_iter().flatten().filter(nearer).collect();
        steps.sort_by_key(|step| (step.kind, step.to.uuid(network)));
        let mut told = FxHashSet::default();
        for step in steps {
            // Two seats in one body are one way there.
            if found.len() < MOST_WAYS && told.insert(step.to) {
                so_far.push(*step);
                self.ways(network, step.to, distances, so_far, found);
                so_far.pop();
            }
        }
    }
}
