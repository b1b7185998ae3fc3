//! Organisations that share venues. Hubs are no venue here: see [`weigh`].

use petgraph::graph::NodeIndex;
use rustc_hash::FxHashMap;

use super::groups::Groups;
use super::{Graph, Link, LinkKind, MOST_LINKS, TooLarge, Warning};
use crate::coalition::HelixBalance;
use crate::facts::*;
use crate::links::{Participation, Venue};
use crate::measure::weigh;
use crate::network::Network;
use crate::period::Tense;
use crate::table::Ix;
use crate::view::View;

/// Who takes part in a venue: the places of organisations in the graph, in order.
type Members = Vec<u32>;

/// Fills a graph with organisations and what they share by participations that count.
pub(super) fn fill(
    graph: &mut Graph,
    view: &View,
    kind: LinkKind,
    counts: impl Fn(Participation) -> bool,
) -> Result<(), TooLarge> {
    let (mut venues, organisations) = shared(view, counts);
    let network = &**view.network();
    let balance = |members: &Members| HelixBalance::of(view, members.iter().map(|at| organisations[*at as usize]));
    graph.presence = venues.iter().map(|(_, members)| balance(members).present()).collect();
    graph.groups = Some(Groups::new(network, &organisations));
    let of = view.organisations().len();
    let hubs = venues.iter().filter(|(_, members)| members.len() * 2 > of);
    graph.warnings.extend(hubs.map(|(venue, members)| Warning::Hub { venue: *venue, shared_by: members.len(), of }));
    venues.retain(|(_, members)| members.len() * 2 <= of);

    // Count before anything is built.
    let pairs = |members: &Members| (members.len() as u64) * (members.len() as u64).saturating_sub(1) / 2;
    let links = venues.iter().map(|(_, members)| pairs(members)).sum();
    if links > MOST_LINKS {
        return Err(TooLarge { links });
    }
    graph.add(organisations.iter().copied());
    graph.venues = venues;
    let columns: Vec<&[u32]> = graph.venues.iter().map(|(_, members)| &**members).collect();
    let weighting = graph.weighting;
    weigh(&columns, organisations.len(), weighting, |row, partner, strength| {
        graph.graph.add_edge(NodeIndex::new(row), NodeIndex::new(partner), Link { kind, strength: Some(strength) });
    });
    Ok(())
}

/// The venues in which organisations take part on the day, and the organisations of the projection, to whose places the
/// members of the venues refer.
fn shared(view: &View, counts: impl Fn(Participation) -> bool) -> (Vec<(Venue, Members)>, Vec<Ix<Organisation>>) {
    let network = &**view.network();
    let mut found: Vec<(Venue, Vec<Ix<Organisation>>)> = Vec::new();
    let mut takes_part = vec![false; network.organisations.slots()];
    for venue in venues(network) {
        let links = view.links_at(venue).filter(|(link, tense)| {
            *tense == Tense::Current
                && counts(link.participation)
                && network.takes_part(link.participation)
                && view.sees(link.organisation) == Some(Tense::Current)
        });
        let members: Vec<_> = links.map(|(link, _)| link.organisation).collect();
        for member in &members {
            takes_part[member.at()] = true;
        }
        if !members.is_empty() {
            found.push((venue, members));
        }
    }
    let organisations: Vec<_> =
        view.organisations().iter().copied().filter(|ix| takes_part[ix.at()] || view.is_partner(*ix)).collect();
    let places: FxHashMap<_, u32> = organisations.iter().copied().zip(0u32..).collect();
    let columns = found.into_iter().map(|(venue, members)| {
        let mut members: Members = members.iter().filter_map(|ix| places.get(ix).copied()).collect();
        members.sort_unstable();
        members.dedup();
        (venue, members)
    });
    (columns.collect(), organisations)
}

/// Every venue that may be shared, in an order that does not depend on that of input.
fn venues(network: &Network) -> impl Iterator<Item = Venue> {
    let bodies = network.bodies.indices().map(Venue::Body);
    let lines = network.programme_lines.indices().map(Venue::ProgrammeLine);
    let initiatives = network.initiatives.indices().map(Venue::Initiative);
    bodies.chain(lines).chain(initiatives).chain(network.agreements.indices().map(Venue::Agreement))
}

impl Network {
    /// Whether a participation is one: a refusal is none, nor is a withdrawn promise of which nobody knows until when it
    /// held.
    pub(crate) fn takes_part(&self, participation: Participation) -> bool {
        let Participation::Commitment(ix) = participation else { return true };
        let commitment = self.commitments.get(ix);
        match commitment.status {
            CommitmentStatus::Declined => false,
            CommitmentStatus::Withdrawn => commitment.until.is_some(),
            _ => true,
        }
    }
}
