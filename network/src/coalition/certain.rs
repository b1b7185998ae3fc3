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

/// The conditional pledges on a line that are certain: the least coalition, grown from the pledges without a condition by
/// adding whoever is satisfied by those who are in already. Seats and signatures do not count. The order of the offers does
/// not matter.
///
/// Time O(p + c²) for p pledges, c of them with a condition, as a round adds at least one of those.
pub(super) fn certain<'a>(
    view: &View,
    evidence: impl Iterator<Item = (Ix<Organisation>, &'a Evidence)> + Clone,
    places: &FxHashMap<Ix<Initiative>, Place>,
) -> FxHashSet<Ix<Commitment>> {
    let network = &**view.network();
    let offers = evidence.filter(|(_, item)| item.tense == Tense::Current && item.stance >= Stance::Pledge).filter_map(
        |(organisation, item)| match item.participation {
            Participation::Commitment(ix) => Some((organisation, ix, item)),
            _ => None,
        },
    );
    let condition = |ix: Ix<Commitment>| network.commitments.get(ix).condition.as_ref().map(|condition| &condition.0);
    // Adding up the money of all takes longer than everything else here, so only when somebody asks for it.
    let asks = offers.clone().any(|(_, ix, item)| item.conditional && condition(ix).is_some_and(asks_for_money));
    let money = |ix: Ix<Commitment>, item: &Evidence| match item.venue {
        _ if !asks => Decimal::ZERO,
        Venue::Initiative(initiative) => {
            places.get(&initiative).map_or(Decimal::ZERO, |place| part(budget(view, ix), place.share))
        }
        _ => budget(view, ix),
    };
    let parties = vec![false; network.organisations.slots()];
    let mut company = Company { network, parties, sorts: FxHashMap::default(), budget: Decimal::ZERO };
    let mut waiting = Vec::new();
    for (organisation, ix, item) in offers {
        match item.conditional.then(|| condition(ix)).flatten() {
            Some(clause) => waiting.push((ix, Offer { organisation, budget: money(ix, item) }, clause)),
            None => company.join(&Offer { organisation, budget: money(ix, item) }),
        }
    }
    let mut certain = FxHashSet::default();
    loop {
        let before = waiting.len();
        waiting.retain(|(ix, offer, clause)| {
            let joins = company.satisfies(clause, offer);
            if joins {
                certain.insert(*ix);
                company.join(offer);
            }
            !joins
        });
        if waiting.len() == before {
            return certain;
        }
    }
}

/// What one pledge brings.
struct Offer {
    organisation: Ix<Organisation>,
    budget: Decimal,
}

/// Who is in a coalition, and with how much money.
struct Company<'a> {
    network: &'a Network,
    /// Of every organisation, whether it is one.
    parties: Vec<bool>,
    /// How many parties of each kind and helix.
    sorts: FxHashMap<(OrganisationKind, Helix), usize>,
    budget: Decimal,
}

impl Company<'_> {
    fn sort(&self, organisation: Ix<Organisation>) -> (OrganisationKind, Helix) {
        self.network.sort(organisation)
    }

    fn join(&mut self, offer: &Offer) {
        if !std::mem::replace(&mut self.parties[offer.organisation.at()], true) {
            *self.sorts.entry(self.sort(offer.organisation)).or_default() += 1;
        }
        self.budget = self.budget.saturating_add(offer.budget);
    }

    /// Whether a clause holds once the one who sets it has joined.
    fn satisfies(&self, clause: &Clause, offer: &Offer) -> bool {
        match clause {
            Clause::All(clauses) => clauses.iter().all(|clause| self.satisfies(clause, offer)),
            Clause::Any(clauses) => clauses.iter().any(|clause| self.satisfies(clause, offer)),
            Clause::Includes(id) => {
                let wanted = self.network.organisations.by_id(*id);
                wanted.is_some_and(|ix| ix == offer.organisation || self.parties[ix.at()])
            }
            Clause::Parties(wanted) => {
                let counts = |(kind, helix): (OrganisationKind, Helix)| {
                    wanted.kind.is_none_or(|wanted| wanted == kind) && wanted.helix.is_none_or(|wanted| wanted == helix)
                };
                let joins = !self.parties[offer.organisation.at()] && counts(self.sort(offer.organisation));
                let inside: usize = self.sorts.iter().filter(|(sort, _)| counts(**sort)).map(|(_, count)| count).sum();
                inside + usize::from(joins) >= wanted.at_least as usize
            }
            Clause::Budget(wanted) => self.budget.saturating_add(offer.budget) >= wanted.at_least,
        }
    }
}

fn asks_for_money(clause: &Clause) -> bool {
    match clause {
        Clause::All(clauses) | Clause::Any(clauses) => clauses.iter().any(asks_for_money),
        Clause::Includes(_) | Clause::Parties(_) => false,
        Clause::Budget(_) => true,
    }
}

/// The euros that a commitment brings, once: what comes by the year or by inhabitant adds up to no amount.
fn budget(view: &View, commitment: Ix<Commitment>) -> Decimal {
    let network = view.network();
    let rows = network.belonging.contributions_of.of(commitment);
    rows.filter(|ix| view.fact(&network.contributions, *ix).is_some())
        .map(|ix| network.contributions.get(ix))
        .filter(|row| row.kind == ContributionKind::Budget && row.unit.as_deref() == Some("EUR") && row.per.is_none())
        .filter_map(|row| row.amount)
        .fold(Decimal::ZERO, Decimal::saturating_add)
}
