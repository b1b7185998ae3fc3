//! Everything that there is, for the map.

use petgraph::graph::NodeIndex;
use rustc_hash::FxHashMap;

use super::{Graph, Link, LinkKind};
use crate::facts::*;
use crate::links::{Participation, Venue};
use crate::node::NodeIx;
use crate::period::Tense;
use crate::table::Ix;
use crate::view::View;

/// Fills a graph with all nodes and links of a view.
pub(super) fn fill(graph: &mut Graph, view: &View) {
    let network = &**view.network();
    let alphabets = &network.alphabets;
    let here = |node: NodeIx| view.sees(node) == Some(Tense::Current);
    graph.add(view.organisations().iter().copied());
    graph.add(alphabets.groups.sorted().filter(|ix| here((*ix).into())));
    graph.add(alphabets.bodies.sorted().filter(|ix| here((*ix).into())));
    graph.add(network.programme_lines.indices().filter(|ix| here((*ix).into())));
    graph.add(alphabets.initiatives.sorted().filter(|ix| here((*ix).into())));
    graph.add(alphabets.agreements.sorted().filter(|ix| here((*ix).into())));
    graph.add(alphabets.persons.sorted().filter(|ix| here((*ix).into())));

    let mut links = Collected { graph, view, found: FxHashMap::default() };
    links.participations();
    links.organisations();
    links.bodies();
    links.parts_and_covers();
    links.relations();
    let mut found: Vec<_> = links.found.into_values().collect();
    found.sort_unstable_by_key(|(source, target, kind)| (*source.min(target), *source.max(target), *kind));

    let evidence = evidence(view);
    for (source, target, kind) in found {
        let strength = evidence.get(&(graph.graph[source], graph.graph[target], kind)).copied();
        graph.graph.add_edge(source, target, Link { kind, strength });
    }
}

struct Collected<'a> {
    graph: &'a Graph,
    view: &'a View,
    /// By the two nodes, the lower one first, and kind: at most one link.
    found: FxHashMap<(NodeIndex, NodeIndex, LinkKind), (NodeIndex, NodeIndex, LinkKind)>,
}

impl Collected<'_> {
    /// A link, when both ends are there.
    fn link(&mut self, source: impl Into<NodeIx>, kind: LinkKind, target: impl Into<NodeIx>) {
        if let (Some(source), Some(target)) = (self.graph.place(source), self.graph.place(target))
            && source != target
        {
            let key = (source.min(target), source.max(target), kind);
            self.found.entry(key).or_insert((source, target, kind));
        }
    }

    fn participations(&mut self) {
        let network = &**self.view.network();
        for organisation in self.view.organisations() {
            for (link, tense) in self.view.links_of(*organisation) {
                if tense == Tense::Current && network.takes_part(link.participation) {
                    self.link(*organisation, kind(link.participation), link.venue);
                }
            }
        }
        for (ix, seat) in network.seats.iter() {
            if self.view.sees(ix) != Some(Tense::Current) {
                continue;
            }
            let Some(body) = network.bodies.by_id(seat.body) else { continue };
            if let Some(group) = seat.on_behalf_of_group.and_then(|id| network.stakeholder_groups.by_id(id)) {
                self.link(group, LinkKind::Seat, body);
            }
            if let Some(holder) = seat.holder.and_then(|id| network.persons.by_id(id)) {
                self.link(holder, LinkKind::Seat, body);
            }
        }
    }

    fn organisations(&mut self) {
        let network = &**self.view.network();
        let own = network.organisations.by_id(network.cooperation().organisation);
        for organisation in self.view.organisations() {
            let row = network.organisations.get(*organisation);
            if let Some(parent) = row.parent.and_then(|id| network.organisations.by_id(id)) {
                self.link(*organisation, LinkKind::Parent, parent);
            }
            if let Some(own) = own.filter(|_| self.view.is_partner(*organisation)) {
                self.link(*organisation, LinkKind::Partnership, own);
            }
            let memberships = network.belonging.memberships_of.of(*organisation);
            for (_, membership) in self.view.current(&network.group_memberships, memberships) {
                if let Some(group) = network.stakeholder_groups.by_id(membership.group) {
                    self.link(*organisation, LinkKind::PartOf, group);
                }
            }
        }
    }

    fn bodies(&mut self) {
        let network = &**self.view.network();
        for (body, row) in network.bodies.iter() {
            if let Some(parent) = row.parent.and_then(|id| network.bodies.by_id(id)) {
                self.link(body, LinkKind::Parent, parent);
            }
            if let Some(organisation) = row.organisation.and_then(|id| network.organisations.by_id(id)) {
                self.link(body, LinkKind::PartOf, organisation);
            }
            for line in row.steers_programme_lines.iter().filter_map(|id| network.programme_lines.by_id(*id)) {
                self.link(body, LinkKind::Steers, line);
            }
            for initiative in row.steers_initiatives.iter().filter_map(|id| network.initiatives.by_id(*id)) {
                self.link(body, LinkKind::Steers, initiative);
            }
        }
    }

    fn parts_and_covers(&mut self) {
        let network = &**self.view.network();
        for (ix, part) in network.initiative_parts.iter() {
            let Some(initiative) = network.initiatives.by_id(part.initiative) else { continue };
            if self.view.fact(&network.initiative_parts, ix) != Some(Tense::Current) {
                continue;
            }
            let line = part.programme_line.and_then(|id| network.programme_lines.by_id(id)).map(NodeIx::from);
            let parent = part.parent.and_then(|id| network.initiatives.by_id(id)).map(NodeIx::from);
            let agreement = part.agreement.and_then(|id| network.agreements.by_id(id)).map(NodeIx::from);
            if let Some(whole) = line.or(parent).or(agreement) {
                self.link(initiative, LinkKind::PartOf, whole);
            }
        }
        for (agreement, row) in network.agreements.iter() {
            for line in row.covers.iter().filter_map(|id| network.programme_lines.by_id(*id)) {
                self.link(agreement, LinkKind::Covers, line);
            }
        }
    }

    fn relations(&mut self) {
        let network = &**self.view.network();
        for (ix, row) in network.relations.iter() {
            let kind = match row.kind {
                RelationKind::PartOf => LinkKind::PartOf,
                RelationKind::Represents => LinkKind::Represents,
                // Other relations say nothing about this network: ownership, tasks, history.
                _ => continue,
            };
            if self.view.fact(&network.relations, ix) != Some(Tense::Current) {
                continue;
            }
            if let Some((from, to)) = network.ends_of(row) {
                self.link(from, kind, to);
            }
        }
    }
}

fn kind(participation: Participation) -> LinkKind {
    match participation {
        Participation::Seat(_) => LinkKind::Seat,
        Participation::Commitment(_) => LinkKind::Commitment,
        Participation::Signature(_) => LinkKind::Signature,
    }
}

/// The strength of links that are evidence of taking part in a content line. See [`Link::strength`].
fn evidence(view: &View) -> FxHashMap<(NodeIx, NodeIx, LinkKind), f64> {
    let network = &**view.network();
    let mut strongest: FxHashMap<(NodeIx, NodeIx, LinkKind), f64> = FxHashMap::default();
    let content = |line: &Ix<ProgrammeLine>| {
        network.programme_lines.get(*line).kind == ProgrammeLineKind::Content
            && view.sees(*line) == Some(Tense::Current)
    };
    for line in network.programme_lines.indices().filter(content) {
        let coalition = view.coalition(line);
        // Of every link, what its items leave open for this line.
        let mut open: FxHashMap<(Ix<Organisation>, Venue, LinkKind), f64> = FxHashMap::default();
        for standing in coalition.standings() {
            for item in coalition.evidence(network, standing).filter(|item| item.tense == Tense::Current) {
                let one = item.weight * item.factor * view.weights().confidence(item.confidence);
                *open.entry((standing.organisation, item.venue, kind(item.participation))).or_insert(1.0) *= 1.0 - one;
            }
        }
        for ((organisation, venue, kind), open) in open {
            let strength = strongest.entry((organisation.into(), venue.into(), kind)).or_insert(0.0);
            *strength = strength.max(1.0 - open);
        }
    }
    // A weight of 0 makes no evidence.
    strongest.retain(|_, strength| *strength > 0.0);
    strongest
}
