//! Conditional offers: "we join if …". Who is certain to take part, who could together with others, and who cannot.
//!
//! A coalition is self-consistent when each offer in it is satisfied by the whole. The least one that grows from nobody is
//! certain: its offers count whatever the others do. The greatest one holds every other; what it has more than the least
//! comes about only when they decide together. The rest is blocked. Sources: docs/coalitions.md.

mod company;
mod fixed;
mod gather;
mod offers;

use rust_decimal::Decimal;
use rustc_hash::{FxHashMap, FxHashSet};

use self::fixed::{greatest, least};
use self::gather::{Gathering, euros, gather, micros};
use super::Coalition;
use super::evidence::{Evidence, Place};
use crate::condition::Clause;
use crate::facts::*;
use crate::id::FactId;
use crate::table::Ix;
use crate::view::View;

/// What becomes of the offers on a line, whatever their order.
#[derive(Debug, Clone, PartialEq)]
pub struct Closure {
    /// The level of ambition that is taken to be funded.
    pub level: AmbitionLevel,
    /// The certain ones come to this.
    pub certain: Sum,
    /// All that can take part come to this: the greatest self-consistent coalition.
    pub greatest: Sum,
    /// In Dutch order of the names of who offers, those of one organisation by id.
    offers: Vec<Offer>,
    blocked: Vec<Blocked>,
}

/// How many organisations, and how many euros they bring, once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// Organisations.
    pub parties: usize,
    /// Euros, not by the year or by inhabitant. Of what counts in part for the line the part.
    pub amount: Decimal,
}

/// An active pledge on the line or on a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// Who offers.
    pub organisation: Ix<Organisation>,
    /// What.
    pub commitment: Ix<Commitment>,
    /// The euros that it brings, as in [`Sum`].
    pub amount: Decimal,
    /// What becomes of it.
    pub outcome: Outcome,
}

/// What becomes of an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It counts whatever the others do.
    Certain,
    /// It counts when all in the greatest coalition decide together.
    Together,
    /// What it waits for does not come about.
    Blocked,
}

/// An offer that is not in the greatest coalition.
#[derive(Debug, Clone, PartialEq)]
pub struct Blocked {
    /// The offer.
    pub offer: Offer,
    /// In which round it fell out, from 1: those of the first fail even if everybody takes part.
    pub round: u32,
    /// The first clause of its condition that failed then; of alternatives all of them together.
    pub failing: Clause,
    /// By how much the greatest coalition would grow if its condition fell away, the offer itself included.
    pub unlock: Sum,
}

impl Offer {
    /// Its place in Dutch order of the names of who offers: bytes that sort so, unique among the offers on a line.
    #[must_use]
    pub fn place(&self, view: &View) -> Vec<u8> {
        let mut bytes = view.sort_key(self.organisation).to_vec();
        bytes.push(0);
        bytes.extend(view.network().commitments.get(self.commitment).id.uuid().as_bytes());
        bytes
    }
}

impl Blocked {
    /// Its place among the blocked, those that would unlock most first: bytes that sort so, unique on a line.
    #[must_use]
    pub fn rank(&self, view: &View) -> Vec<u8> {
        let mut bytes = (u64::MAX - self.unlock.parties as u64).to_be_bytes().to_vec();
        bytes.extend((u128::MAX - micros(self.unlock.amount).unsigned_abs()).to_be_bytes());
        bytes.extend(self.round.to_be_bytes());
        bytes.extend(self.offer.place(view));
        bytes
    }
}

impl Closure {
    /// Offers in Dutch order of the names of who offers.
    #[must_use]
    pub fn offers(&self) -> &[Offer] {
        &self.offers
    }

    /// Offers that are blocked, those that would unlock most first: by parties, then by euros; among equals as they fell out,
    /// then in Dutch order of names.
    #[must_use]
    pub fn blocked(&self) -> &[Blocked] {
        &self.blocked
    }

    fn of(coalition: &Coalition, view: &View, level: AmbitionLevel) -> Self {
        let gathering = coalition.offered(view, level);
        let (pledges, offers) = (&gathering.pledges, &gathering.offers);
        let (least, greatest) = (least(offers), greatest(offers));
        let offer = |at: u32| {
            let (organisation, commitment) = pledges[at as usize];
            let outcome = match (least.has(at), greatest.company.has(at)) {
                (true, _) => Outcome::Certain,
                (false, true) => Outcome::Together,
                (false, false) => Outcome::Blocked,
            };
            Offer { organisation, commitment, amount: euros(offers.amounts[at as usize]), outcome }
        };
        let network = view.network();
        let mut in_order: Vec<Offer> = company::numbers(offers).map(offer).collect();
        in_order.sort_by_cached_key(|offer| offer.place(view));
        let mut failing = FxHashMap::default();
        let fallen = greatest.again(offers, |at, company| {
            let condition = network.commitments.get(pledges[at as usize].1).condition.as_ref();
            let found = condition.and_then(|condition| {
                offers.needs[at as usize].failing(&condition.0, &|counter| company.value(counter))
            });
            failing.extend(found.map(|clause| (at, clause)));
        });
        let (n_parties, money) = greatest.company.sum();
        let mut blocked: Vec<Blocked> = fallen
            .into_iter()
            .filter_map(|fallen| {
                let (more, amount) = fallen.freed;
                let unlock = Sum { parties: more - n_parties, amount: euros(amount - money) };
                let failing = (*failing.get(&fallen.offer)?).clone();
                Some(Blocked { offer: offer(fallen.offer), round: fallen.round, failing, unlock })
            })
            .collect();
        blocked.sort_by_cached_key(|blocked| blocked.rank(view));
        let sum = |(parties, money)| Sum { parties, amount: euros(money) };
        Self { level, certain: sum(least.sum()), greatest: sum((n_parties, money)), offers: in_order, blocked }
    }
}

impl Coalition {
    /// What becomes of the offers on the line when a level of ambition is funded. A precondition has none.
    ///
    /// * `view`: that of the coalition.
    ///
    /// Time O(p log p) for p offers and their clauses, and at worst that for each that is blocked.
    #[must_use]
    pub fn closure(&self, view: &View, level: AmbitionLevel) -> Closure {
        Closure::of(self, view, level)
    }

    /// What all that can take part at the base level come to, and of each offer whether it is among them.
    ///
    /// * `view`: that of the coalition.
    ///
    /// Time O(p log p) for p offers and their clauses.
    pub(crate) fn possible(&self, view: &View) -> (Sum, FxHashMap<Ix<Commitment>, bool>) {
        let Gathering { pledges, offers } = self.offered(view, AmbitionLevel::Base);
        let company = greatest(&offers).company;
        let (parties, money) = company.sum();
        let each = company::numbers(&offers).map(|offer| (pledges[offer as usize].1, company.has(offer)));
        (Sum { parties, amount: euros(money) }, each.collect())
    }

    /// The offers of all who did not decline.
    fn offered(&self, view: &View, level: AmbitionLevel) -> Gathering {
        let willing = self.evidence.iter().filter(|(organisation, _)| {
            self.standing(*organisation).is_some_and(|standing| standing.refusal.is_none())
        });
        gather(view, willing, &self.places, level, true)
    }
}

/// The conditional pledges on a line that are certain.
pub(super) fn certain<'a>(
    view: &View,
    evidence: impl Iterator<Item = (Ix<Organisation>, &'a Evidence)>,
    places: &FxHashMap<Ix<Initiative>, Place>,
) -> FxHashSet<Ix<Commitment>> {
    let Gathering { pledges, offers } = gather(view, evidence, places, AmbitionLevel::Base, false);
    let certain = least(&offers);
    company::numbers(&offers).filter(|offer| certain.has(*offer)).map(|offer| pledges[offer as usize].1).collect()
}
