//! Conditional offers as plain numbers: what each brings, and which counters must have come how far before it counts.

use rustc_hash::FxHashMap;

use crate::condition::Clause;

/// What an offer waits for: a clause over counters.
#[derive(Debug)]
pub(super) enum Need {
    /// It waits for nothing.
    Met,
    /// Nothing can meet it.
    Unmet,
    /// Every one of these.
    All(Vec<Need>),
    /// One of these.
    Any(Vec<Need>),
    /// A counter has come this far.
    AtLeast {
        /// Which.
        counter: u32,
        /// How far.
        least: i128,
    },
}

/// Offers of parties. An offer raises the counter of money by its amount; a party raises others, once, whatever it offers.
#[derive(Debug, Default)]
pub(super) struct Offers {
    /// Of each offer, the party.
    pub parties: Vec<u32>,
    /// Of each offer, the money that it brings: never less than nothing.
    pub amounts: Vec<i128>,
    /// Of each offer, what it waits for.
    pub needs: Vec<Need>,
    /// Of each party, the counters that it raises and by how much.
    pub moves: Vec<Vec<(u32, i128)>>,
    /// The counter of money, when somebody waits for some.
    pub money: Option<u32>,
    /// How many counters there are.
    pub n_counters: usize,
}

impl Offers {
    /// How many offers.
    pub(super) fn len(&self) -> usize {
        self.parties.len()
    }

    /// Of each counter, the values at which an offer may stop being satisfied, in order, with the offer.
    pub(super) fn falling(&self) -> Marks {
        self.marks(|_, _, least, marks| marks.push(least))
    }

    /// Of each counter, the values from which on an offer may be satisfied, in order, with the offer: as soon as its own
    /// part makes up for the rest, and when its party is in by another offer.
    pub(super) fn rising(&self) -> Marks {
        self.marks(|offer, counter, least, marks| {
            let own = self.own(offer, counter, true);
            marks.push(least - own);
            if own > 0 && Some(counter) != self.money {
                marks.push(least);
            }
        })
    }

    /// By how much an offer raises a counter when it joins.
    ///
    /// * `alone`: whether its party is not in by another offer.
    pub(super) fn own(&self, offer: u32, counter: u32, alone: bool) -> i128 {
        if Some(counter) == self.money {
            return self.amounts[offer as usize];
        }
        let moves = &self.moves[self.parties[offer as usize] as usize];
        moves.iter().find(|(own, _)| alone && *own == counter).map_or(0, |(_, by)| *by)
    }

    fn marks(&self, mark: impl Fn(u32, u32, i128, &mut Vec<i128>)) -> Marks {
        let mut marks = vec![Vec::new(); self.n_counters];
        let (mut values, mut leaves) = (Vec::new(), Vec::new());
        for (offer, need) in (0..).zip(&self.needs) {
            need.leaves(&mut leaves);
            for (counter, least) in leaves.drain(..) {
                mark(offer, counter, least, &mut values);
                marks[counter as usize].extend(values.drain(..).map(|value| (value, offer)));
            }
        }
        for marks in &mut marks {
            marks.sort_unstable();
            marks.dedup();
        }
        Marks(marks)
    }
}

impl Need {
    fn leaves(&self, found: &mut Vec<(u32, i128)>) {
        match self {
            Self::Met | Self::Unmet => {}
            Self::All(needs) | Self::Any(needs) => needs.iter().for_each(|need| need.leaves(found)),
            Self::AtLeast { counter, least } => found.push((*counter, *least)),
        }
    }

    /// Whether it is met where a counter has come as far as `value` says.
    pub(super) fn holds(&self, value: &impl Fn(u32) -> i128) -> bool {
        match self {
            Self::Met => true,
            Self::Unmet => false,
            Self::All(needs) => needs.iter().all(|need| need.holds(value)),
            Self::Any(needs) => needs.iter().any(|need| need.holds(value)),
            Self::AtLeast { counter, least } => value(*counter) >= *least,
        }
    }

    /// The first part of the clause that it was made of that does not hold: of alternatives all of them together.
    pub(super) fn failing<'c>(&self, clause: &'c Clause, value: &impl Fn(u32) -> i128) -> Option<&'c Clause> {
        match (self, clause) {
            (Self::All(needs), Clause::All(clauses)) => {
                needs.iter().zip(clauses).find_map(|(need, clause)| need.failing(clause, value))
            }
            _ => (!self.holds(value)).then_some(clause),
        }
    }
}

/// Of each counter, values at which offers are to be looked at again, in order.
#[derive(Debug)]
pub(super) struct Marks(Vec<Vec<(i128, u32)>>);

impl Marks {
    /// The offers whose mark lies above one value and not above the other.
    pub(super) fn between(&self, counter: u32, above: i128, to: i128) -> impl Iterator<Item = u32> + '_ {
        let marks = &self.0[counter as usize];
        let from = marks.partition_point(|(mark, _)| *mark <= above);
        marks[from..].iter().take_while(move |(mark, _)| *mark <= to).map(|(_, offer)| *offer)
    }
}

/// Numbers things as they come.
#[derive(Debug)]
pub(super) struct Numbered<T>(FxHashMap<T, u32>);

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<T: std::hash::Hash + Eq> Numbered<T> {
    /// The number of a thing, new or not.
    pub(super) fn number(&mut self, thing: T) -> u32 {
        // There are fewer than rows, which are numbered by u32.
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        *self.0.entry(thing).or_insert(next)
    }

    /// The number of a thing that has one.
    pub(super) fn find(&self, thing: &T) -> Option<u32> {
        self.0.get(thing).copied()
    }

    /// All with their numbers, in no order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&T, u32)> {
        self.0.iter().map(|(thing, number)| (thing, *number))
    }

    /// How many.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}
