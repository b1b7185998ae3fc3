//! The k contacts that are expected to win the most.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::{Choice, EXACT_UP_TO, exact};

/// A contact that was chosen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pick {
    /// Place of the contact.
    pub contact: usize,
    /// What it adds to those before it: above 0.
    pub gain: f64,
}

/// What contacts to choose, and what comes of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    /// The contacts, each the one that adds most to those before. Fewer than asked when no other adds anything.
    pub picks: Vec<Pick>,
    /// What is expected to be won: Σ v·p, the sum of all gains.
    pub value: f64,
    /// No other choice of as many contacts wins more than this. Equal to `value` when the answer is exact.
    pub upper_bound: f64,
    /// What there is to win: Σ v.
    pub at_stake: f64,
    /// Whether it is proven that no other choice wins more.
    pub exact: bool,
    /// How likely it is that each target is won over, by its place.
    pub probabilities: Vec<f64>,
    /// Places of targets that stay uncovered: with probability 0, or below what was asked. In order.
    pub uncovered: Vec<usize>,
}

impl Choice {
    /// The contacts that are expected to win the most: a choice S of at most k that maximises
    /// F(S) = Σ v·(1 − Π (1 − r)). Of equal choices the one whose contacts come first in their order.
    ///
    /// * `most`: how many contacts at most, k.
    /// * `covered_from`: a target counts as covered when it is won over with at least this probability, from 0 to 1; with
    ///   0 all count that may be won over at all.
    ///
    /// Exact for up to [`EXACT_UP_TO`] contacts, where the order of picks is that of the greedy choice among them, and
    /// whenever the bound proves it. For more contacts at least (1 − 1/e) of the optimum, and mostly more; the bound
    /// tells. Time of the exact choice O(C(n, k)·t) at worst for n contacts and t targets; of the greedy one with its bound
    /// O(k·(n log n + m)) for m chances. Sources: Nemhauser, Wolsey and Fisher 1978, doi:10.1007/BF01588971; lazy evaluation by Minoux 1978,
    /// doi:10.1007/BFb0006528.
    #[must_use]
    pub fn best(&self, most: usize, covered_from: f64) -> Coverage {
        let everybody: Vec<usize> = (0..self.fails.len()).collect();
        let mut picks = self.greedy(&everybody, most);
        let by_all = everybody.len() <= EXACT_UP_TO;
        if by_all && let Some(mut chosen) = exact::best(self, most, &chosen(&picks)) {
            chosen.sort_unstable();
            picks = self.greedy(&chosen, most);
        }
        let open = self.all_fail(chosen(&picks));
        let value = self.value(&open);
        let bound = if by_all { value } else { self.upper_bound(&picks, most).max(value) };
        let uncovered = self.targets.iter().zip(&open).filter(|(_, open)| {
            let probability = 1.0 - **open;
            probability <= 0.0 || probability < covered_from
        });
        Coverage {
            value,
            upper_bound: bound,
            at_stake: self.value(&vec![0.0; self.values.len()]),
            exact: by_all || bound <= value * (1.0 + 1e-12),
            probabilities: self.probabilities(&open),
            uncovered: uncovered.map(|(place, _)| *place).collect(),
            picks: picks.iter().map(|pick| Pick { contact: self.contacts[pick.contact], ..*pick }).collect(),
        }
    }

    /// At each step the contact that adds most, and the first of equals. What a contact adds never grows, not by a last
    /// digit either, as products of floats up to 1 do not: so only those are looked at again that might still be best.
    pub(super) fn greedy(&self, among: &[usize], most: usize) -> Vec<Pick> {
        let mut open = self.all_fail([]);
        // Positive floats are in order of their bits.
        let entry = |contact: usize, open: &[f64]| (self.gain(open, contact).to_bits(), Reverse(contact));
        let mut queue: BinaryHeap<((u64, Reverse<usize>), usize)> =
            among.iter().map(|contact| (entry(*contact, &open), 0)).collect();
        let mut picks: Vec<Pick> = Vec::new();
        while picks.len() < most
            && let Some(((bits, Reverse(contact)), as_of)) = queue.pop()
        {
            let gain = f64::from_bits(bits);
            if gain <= 0.0 {
                break;
            }
            if as_of == picks.len() {
                self.choose(&mut open, contact);
                picks.push(Pick { contact, gain });
            } else {
                queue.push((entry(contact, &open), picks.len()));
            }
        }
        picks
    }

    /// No choice of so many wins more than this: what the first picks have won and the largest gains of all others then,
    /// after each pick and before the first; nor more than all contacts together, nor more than what greed may lose at
    /// most.
    pub(super) fn upper_bound(&self, picks: &[Pick], most: usize) -> f64 {
        let everything = self.value(&self.all_fail(0..self.fails.len()));
        let mut open = self.all_fail([]);
        let mut bound = everything.min(self.value(&open) + self.largest_gains(&open, most));
        for pick in picks {
            self.choose(&mut open, pick.contact);
            // The gain of what is picked counts again, which only raises the bound.
            bound = bound.min(self.value(&open) + self.largest_gains(&open, most));
        }
        let by_greed = self.value(&open) / (1.0 - (-1.0_f64).exp());
        if picks.len() == most { bound.min(by_greed) } else { bound }
    }

    fn largest_gains(&self, open: &[f64], most: usize) -> f64 {
        let mut gains: Vec<f64> = (0..self.fails.len()).map(|contact| self.gain(open, contact)).collect();
        if most < gains.len() {
            gains.select_nth_unstable_by(most, |one, other| other.total_cmp(one));
            gains.truncate(most);
        }
        // In order, as a sum of floats depends on it.
        gains.sort_unstable_by(|one, other| other.total_cmp(one));
        gains.iter().sum()
    }
}

fn chosen(picks: &[Pick]) -> Vec<usize> {
    picks.iter().map(|pick| pick.contact).collect()
}
