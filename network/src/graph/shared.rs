//! Organisations that share venues: from two modes to one.
//!
//! B is 1 where an organisation takes part in a venue; d are its row sums, n its column sums. Between organisations i and
//! j: count w = Σ B_ik B_jk; Jaccard w/(d_i + d_j − w); cosine w/√(d_i d_j); Newman Σ B_ik B_jk/(n_k − 1). Hubs are no
//! column of B.
//!
//! Source of the last: Newman 2001, doi:10.1103/PhysRevE.64.016132.

use petgraph::graph::NodeIndex;
use rustc_hash::FxHashMap;

use super::{Graph, Link, LinkKind, MOST_LINKS, TooLarge, Warning, Weighting};
use crate::facts::*;
use crate::links::{Participation, Venue};
use crate::network::Network;
use crate::period::Tense;
use crate::table::Ix;
use crate::view::View;

/// A column of B: the places of organisations in the graph, in order.
type Members = Vec<u32>;

/// Fills a graph with organisations and what they share by participations that count.
pub(super) fn fill(
    graph: &mut Graph,
    view: &View,
    kind: LinkKind,
    counts: impl Fn(Participation) -> bool,
) -> Result<(), TooLarge> {
    let (mut venues, organisations) = shared(view, counts);
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
    let columns: Vec<Members> = venues.into_iter().map(|(_, members)| members).collect();
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
    pub(super) fn takes_part(&self, participation: Participation) -> bool {
        let Participation::Commitment(ix) = participation else { return true };
        let commitment = self.commitments.get(ix);
        match commitment.status {
            CommitmentStatus::Declined => false,
            CommitmentStatus::Withdrawn => commitment.until.is_some(),
            _ => true,
        }
    }
}

/// Gives every pair of rows that share columns, with what that weighs, in order. Each pair once, the lower row first.
///
/// Time in proportion to the pairs in the columns: one row after the other is summed up in an array.
fn weigh(columns: &[Members], rows: usize, weighting: Weighting, mut give: impl FnMut(usize, usize, f64)) {
    let mut columns_of: Vec<Vec<usize>> = vec![Vec::new(); rows];
    for (at, members) in columns.iter().enumerate() {
        for row in members {
            columns_of[*row as usize].push(at);
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 organisations and venues")]
    let real = |count: usize| count as f64;
    let mut sums = vec![0.0; rows];
    let mut partners: Vec<u32> = Vec::new();
    for (row, own) in columns_of.iter().enumerate() {
        for at in own {
            let members = &columns[*at];
            // A venue of one alone has no later member, so this never divides by 0.
            let share = if weighting == Weighting::Newman { 1.0 / (real(members.len()) - 1.0) } else { 1.0 };
            for partner in &members[members.partition_point(|member| *member as usize <= row)..] {
                let sum = &mut sums[*partner as usize];
                if *sum == 0.0 {
                    partners.push(*partner);
                }
                *sum += share;
            }
        }
        partners.sort_unstable();
        for partner in partners.drain(..) {
            let partner = partner as usize;
            let shared: f64 = std::mem::take(&mut sums[partner]);
            let (own, other) = (real(own.len()), real(columns_of[partner].len()));
            let strength = match weighting {
                Weighting::Count | Weighting::Newman => shared,
                Weighting::Jaccard => shared / (own + other - shared),
                Weighting::Cosine => shared / (own * other).sqrt(),
            };
            give(row, partner, strength);
        }
    }
}
