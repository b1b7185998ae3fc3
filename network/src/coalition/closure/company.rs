//! Who is in a coalition: offers that are in, and how far counters have come by them.

use super::offers::Offers;

/// A coalition of offers.
#[derive(Debug, Clone)]
pub(super) struct Company<'a> {
    offers: &'a Offers,
    /// Of each offer, whether it is in.
    inside: Vec<bool>,
    /// Of each party, how many of its offers are in.
    members: Vec<u32>,
    values: Vec<i128>,
    n_parties: usize,
    money: i128,
}

impl<'a> Company<'a> {
    /// Nobody.
    pub(super) fn nobody(offers: &'a Offers) -> Self {
        Self {
            offers,
            inside: vec![false; offers.len()],
            members: vec![0; offers.moves.len()],
            values: vec![0; offers.n_counters],
            n_parties: 0,
            money: 0,
        }
    }

    /// Everybody.
    pub(super) fn everybody(offers: &'a Offers) -> Self {
        let mut all = Self::nobody(offers);
        for offer in numbers(offers) {
            all.join(offer, |_, _, _| {});
        }
        all
    }

    /// Whether an offer is in.
    pub(super) fn has(&self, offer: u32) -> bool {
        self.inside[offer as usize]
    }

    /// How many parties are in, and with how much money.
    pub(super) fn sum(&self) -> (usize, i128) {
        (self.n_parties, self.money)
    }

    /// How far a counter has come.
    pub(super) fn value(&self, counter: u32) -> i128 {
        self.values[counter as usize]
    }

    /// Whether what an offer waits for holds as things are.
    pub(super) fn satisfies(&self, offer: u32) -> bool {
        self.offers.needs[offer as usize].holds(&|counter| self.value(counter))
    }

    /// Whether what an offer outside waits for would hold with it.
    pub(super) fn would_satisfy(&self, offer: u32) -> bool {
        let alone = self.members[self.offers.parties[offer as usize] as usize] == 0;
        let with = |counter| self.value(counter) + self.offers.own(offer, counter, alone);
        self.offers.needs[offer as usize].holds(&with)
    }

    /// Takes an offer in.
    ///
    /// * `moved`: is told each counter that rose, from where to where.
    pub(super) fn join(&mut self, offer: u32, moved: impl FnMut(u32, i128, i128)) {
        let party = self.offers.parties[offer as usize] as usize;
        self.inside[offer as usize] = true;
        self.members[party] += 1;
        let is_new = self.members[party] == 1;
        self.n_parties += usize::from(is_new);
        self.money += self.offers.amounts[offer as usize];
        self.turn(offer, is_new, 1, moved);
    }

    /// Lets an offer go.
    ///
    /// * `moved`: is told each counter that fell, from where to where.
    pub(super) fn leave(&mut self, offer: u32, moved: impl FnMut(u32, i128, i128)) {
        let party = self.offers.parties[offer as usize] as usize;
        self.inside[offer as usize] = false;
        self.members[party] -= 1;
        let is_gone = self.members[party] == 0;
        self.n_parties -= usize::from(is_gone);
        self.money -= self.offers.amounts[offer as usize];
        self.turn(offer, is_gone, -1, moved);
    }

    fn turn(&mut self, offer: u32, with_party: bool, sign: i128, mut moved: impl FnMut(u32, i128, i128)) {
        let offers = self.offers;
        let amount = offers.money.map(|counter| (counter, offers.amounts[offer as usize]));
        let party = offers.parties[offer as usize] as usize;
        let of_party = if with_party { offers.moves[party].as_slice() } else { &[] };
        for (counter, by) in of_party.iter().copied().chain(amount) {
            let value = &mut self.values[counter as usize];
            let before = *value;
            *value += sign * by;
            moved(counter, before, *value);
        }
    }
}

/// The numbers of all offers.
pub(super) fn numbers(offers: &Offers) -> impl Iterator<Item = u32> + use<> {
    // As many as rows, which are numbered by u32.
    0..u32::try_from(offers.len()).unwrap_or(u32::MAX)
}
