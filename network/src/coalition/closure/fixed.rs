//! The least and the greatest coalition in which everybody is satisfied. Clauses are monotone, so that both are one,
//! whatever the order of the offers (Knaster and Tarski).

use super::company::{Company, numbers};
use super::offers::{Marks, Offers};

/// The least: grown from nobody by adding whoever is satisfied once it has joined.
///
/// Time O(c log c) for c clauses, as each offer is looked at again only when a counter that it waits for comes far enough.
pub(super) fn least(offers: &Offers) -> Company<'_> {
    let rising = offers.rising();
    let mut company = Company::nobody(offers);
    let mut waiting: Vec<u32> = numbers(offers).collect();
    while let Some(offer) = waiting.pop() {
        if !company.has(offer) && company.would_satisfy(offer) {
            company.join(offer, |counter, from, to| waiting.extend(rising.between(counter, from, to)));
        }
    }
    company
}

/// The greatest, and who fell out in which round.
pub(super) struct Greatest<'a> {
    pub company: Company<'a>,
    /// Offers that fell out, those of a round together: they are not satisfied by those who are left by then.
    pub rounds: Vec<Vec<u32>>,
    falling: Marks,
}

/// What a coalition comes to: how many parties, and with how much money.
pub(super) type Sum = (usize, i128);

/// The greatest: from everybody down, by dropping all at once who are not satisfied, round by round.
///
/// Time O(c log c) for c clauses.
pub(super) fn greatest(offers: &Offers) -> Greatest<'_> {
    let falling = offers.falling();
    let mut company = Company::everybody(offers);
    let mut rounds = Vec::new();
    let mut doubtful: Vec<u32> = numbers(offers).collect();
    loop {
        let out = unsatisfied(&company, &mut doubtful, None);
        if out.is_empty() {
            return Greatest { company, rounds, falling };
        }
        drop_all(&mut company, &out, &falling, &mut doubtful);
        rounds.push(out);
    }
}

/// An offer that fell out.
pub(super) struct Fallen {
    pub offer: u32,
    /// In which round, from 1.
    pub round: u32,
    /// How large the greatest coalition would be if it waited for nothing.
    pub freed: Sum,
}

impl Greatest<'_> {
    /// Goes through the rounds again.
    ///
    /// * `seen`: is shown each offer that falls out, and the coalition that does not satisfy it.
    ///
    /// Time O(b · c log c) at worst, for b that fall out and c of their clauses; little where rounds are few.
    pub(super) fn again(&self, offers: &Offers, mut seen: impl FnMut(u32, &Company<'_>)) -> Vec<Fallen> {
        let mut company = Company::everybody(offers);
        let mut fallen = Vec::new();
        for ((round, out), at) in (1..).zip(&self.rounds).zip(1..) {
            out.iter().for_each(|offer| seen(*offer, &company));
            out.iter().for_each(|offer| company.leave(*offer, |_, _, _| {}));
            // With one of them in, nobody but who falls out next can fall out next.
            let next = self.rounds.get(at).map_or(&[][..], Vec::as_slice);
            let freed = |offer: &u32| Fallen { offer: *offer, round, freed: self.freed(&mut company, *offer, next) };
            fallen.extend(out.iter().map(freed));
        }
        fallen
    }

    /// How large the greatest coalition would be if an offer waited for nothing.
    ///
    /// * `company`: who is left after the round in which it fell out; the same afterwards.
    fn freed(&self, company: &mut Company<'_>, offer: u32, next: &[u32]) -> Sum {
        company.join(offer, |_, _, _| {});
        let (mut doubtful, mut gone) = (next.to_vec(), vec![]);
        loop {
            let out = unsatisfied(company, &mut doubtful, Some(offer));
            if out.is_empty() {
                break;
            }
            drop_all(company, &out, &self.falling, &mut doubtful);
            gone.extend(out);
        }
        let sum = company.sum();
        gone.into_iter().for_each(|back| company.join(back, |_, _, _| {}));
        company.leave(offer, |_, _, _| {});
        sum
    }
}

/// Those of the doubtful ones who are in and not satisfied.
///
/// * `free`: waits for nothing.
fn unsatisfied(company: &Company<'_>, doubtful: &mut Vec<u32>, free: Option<u32>) -> Vec<u32> {
    doubtful.sort_unstable();
    doubtful.dedup();
    let out = |offer: &u32| Some(*offer) != free && company.has(*offer) && !company.satisfies(*offer);
    doubtful.drain(..).filter(out).collect()
}

/// Drops offers, and gathers who is to be looked at again.
fn drop_all(company: &mut Company<'_>, out: &[u32], falling: &Marks, doubtful: &mut Vec<u32>) {
    for offer in out {
        company.leave(*offer, |counter, from, to| doubtful.extend(falling.between(counter, to, from)));
    }
}
