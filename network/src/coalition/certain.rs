//! The certain coalition C₋: conditional pledges that count whatever the others do.

use rust_decimal::Decimal;
use rustc_hash::{FxHashMap, FxHashSet};

use super::contributions::part;
use super::evidence::{Evidence, Place, Stance};
use crate::condition::Clause;
use crate::facts::*;
use crate::links::{Participation, Venue};
use crate::network::Network;
use crate::period::Tense;
use crate::table::Ix;
use crate::view::View;

/// Who is in a coalition, and with how much money.
#[derive(Debug, Default)]
struct Company {
    parties: FxHashSet<Ix<Organisation>>,
    budget: Decimal,
}

/// One active pledge.
struct Offer {
    commitment: Ix<Commitment>,
    organisation: Ix<Organisation>,
    budget: Decimal,
}

/// The pledges on a line that are certain: the least coalition, grown from those without a condition by adding whoever is
/// satisfied by those who are in already. Seats and signatures do not count. The order of the offers does not matter.
///
/// Time O(offers²) in the worst case, as a round adds at least one offer.
pub(super) fn certain<'a>(
    view: &View,
    evidence: impl Iterator<Item = &'a (Ix<Organisation>, Evidence)>,
    places: &FxHashMap<Ix<Initiative>, Place>,
) -> FxHashSet<Ix<Commitment>> {
    let network = &**view.network();
    let mut waiting: Vec<Offer> = evidence
        .filter(|(_, item)| item.tense == Tense::Current && item.stance >= Stance::Pledge)
        .filter_map(|(organisation, item)| {
            let Participation::Commitment(commitment) = item.participation else { return None };
            let share = if let Venue::Initiative(ix) = item.venue { places.get(&ix)?.share } else { 1.0 };
            Some(Offer { commitment, organisation: *organisation, budget: part(budget(view, commitment), share) })
        })
        .collect();
    let mut company = Company::default();
    let mut certain = FxHashSet::default();
    loop {
        let before = waiting.len();
        waiting.retain(|offer| {
            let condition = network.commitments.get(offer.commitment).condition.as_ref();
            let joins = condition.is_none_or(|condition| holds(network, &condition.0, &company, offer));
            if joins && certain.insert(offer.commitment) {
                company.parties.insert(offer.organisation);
                company.budget += offer.budget;
            }
            !joins
        });
        if waiting.len() == before {
            return certain;
        }
    }
}

/// Whether a clause holds once the one who sets it has joined.
fn holds(network: &Network, clause: &Clause, company: &Company, offer: &Offer) -> bool {
    let with_offer = || {
        company.parties.iter().chain((!company.parties.contains(&offer.organisation)).then_some(&offer.organisation))
    };
    match clause {
        Clause::All(clauses) => clauses.iter().all(|clause| holds(network, clause, company, offer)),
        Clause::Any(clauses) => clauses.iter().any(|clause| holds(network, clause, company, offer)),
        Clause::Includes(id) => {
            network.organisations.by_id(*id).is_some_and(|ix| with_offer().any(|party| *party == ix))
        }
        Clause::Parties(wanted) => {
            let counts = |ix: &&Ix<Organisation>| {
                let row = network.organisations.get(**ix);
                wanted.kind.is_none_or(|kind| row.kind == kind) && wanted.helix.is_none_or(|helix| row.helix == helix)
            };
            with_offer().filter(counts).count() >= wanted.at_least as usize
        }
        Clause::Budget(wanted) => company.budget + offer.budget >= wanted.at_least,
    }
}

/// The euros that a commitment brings, once: what comes by the year or by inhabitant adds up to no amount.
fn budget(view: &View, commitment: Ix<Commitment>) -> Decimal {
    let network = view.network();
    let rows = network.belonging.contributions_of.of(commitment).iter();
    rows.filter(|ix| view.fact(&network.contributions, **ix).is_some())
        .map(|ix| network.contributions.get(*ix))
        .filter(|row| row.kind == ContributionKind::Budget && row.unit.as_deref() == Some("EUR") && row.per.is_none())
        .filter_map(|row| row.amount)
        .sum()
}
