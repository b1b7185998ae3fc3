//! The fewest contacts that win everybody over with some certainty.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::{Choice, EXACT_UP_TO, Refused};

/// How likely it must be that a target is won over: above 0 and below 1.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Threshold(f64);

impl Threshold {
    /// The number.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }

    /// Whether it is reached when all contacts fail with this probability. A product of floats may miss by a last digit.
    fn is_met(self, open: f64) -> bool {
        open <= 1.0 - self.0 + 1e-12
    }
}

impl TryFrom<f64> for Threshold {
    type Error = Refused;

    fn try_from(threshold: f64) -> Result<Self, Refused> {
        if threshold > 0.0 && threshold < 1.0 { Ok(Self(threshold)) } else { Err(Refused::Threshold { threshold }) }
    }
}

/// The fewest contacts with which every target reaches a threshold, as far as it can.
#[derive(Debug, Clone, PartialEq)]
pub struct Fewest {
    /// Places of the contacts, in order.
    pub contacts: Vec<usize>,
    /// How likely it is that each target is won over, by its place.
    pub probabilities: Vec<f64>,
    /// Places of targets that do not reach the threshold with all contacts together; in order. They are left aside.
    pub infeasible: Vec<usize>,
    /// Whether it is proven that fewer contacts do not do.
    pub exact: bool,
}

impl Choice {
    /// The fewest contacts with which every target is won over with at least this probability. What targets are worth does
    /// not matter. Of as few the ones that come first in their order.
    ///
    /// Exact for up to [`EXACT_UP_TO`] contacts: O(2ⁿ·t) at worst for n contacts and t targets, mostly far less. For
    /// more a greedy choice, without those that it turns out not to need: at most 1 + ln of the largest ratio of what
    /// contacts add times as many. Source: Wolsey 1982, doi:10.1007/BF02579435, with −ln (1 − r) as what adds up.
    #[must_use]
    pub fn fewest(&self, threshold: Threshold) -> Fewest {
        let n_contacts = self.fails.len();
        let by_all = self.all_fail(0..n_contacts);
        let (feasible, infeasible): (Vec<usize>, Vec<usize>) =
            (0..by_all.len()).partition(|target| threshold.is_met(by_all[*target]));
        let greedy = self.greedy_cover(&by_all, threshold);
        let exact = n_contacts <= EXACT_UP_TO;
        let fewest = if exact {
            all(&self.rows(&feasible), feasible.len(), greedy.len(), threshold).unwrap_or(greedy)
        } else {
            greedy
        };
        Fewest {
            probabilities: self.probabilities(&self.all_fail(fewest.iter().copied())),
            exact: exact || fewest.len() <= 1,
            contacts: fewest.into_iter().map(|contact| self.contacts[contact]).collect(),
            infeasible: infeasible.into_iter().map(|target| self.targets[target]).collect(),
        }
    }

    /// Contacts, in order: at each step the one that adds most to what is needed, and the first of equals; then without
    /// those that are not needed, the last first. What a contact adds never grows, so only those are looked at again that
    /// might still be best.
    ///
    /// * `by_all`: what is left of each target when all contacts are chosen: who misses the threshold then is left aside.
    fn greedy_cover(&self, by_all: &[f64], threshold: Threshold) -> Vec<usize> {
        let needed = -(1.0 - threshold.get()).ln();
        let counts = |target: usize| threshold.is_met(by_all[target]);
        let mut open = self.all_fail([]);
        let mut missing = (0..open.len()).filter(|target| counts(*target) && !threshold.is_met(1.0)).count();
        // Positive floats are in order of their bits.
        let entry = |contact: usize, open: &[f64]| {
            let wanted =
                self.fails[contact].iter().filter(|(target, _)| counts(*target) && !threshold.is_met(open[*target]));
            let adds = wanted.fold(0.0, |sum, (target, fails)| sum + (-fails.ln()).min(needed + open[*target].ln()));
            (adds.max(0.0).to_bits(), Reverse(contact))
        };
        let mut queue: BinaryHeap<((u64, Reverse<usize>), usize)> =
            (0..self.fails.len()).map(|contact| (entry(contact, &open), 0)).collect();
        let mut picked: Vec<usize> = Vec::new();
        while missing > 0
            && let Some(((_, Reverse(contact)), as_of)) = queue.pop()
        {
            if as_of != picked.len() {
                queue.push((entry(contact, &open), picked.len()));
                continue;
            }
            for (target, fails) in &self.fails[contact] {
                let before = threshold.is_met(open[*target]);
                open[*target] *= fails;
                missing -= usize::from(counts(*target) && !before && threshold.is_met(open[*target]));
            }
            picked.push(contact);
        }
        picked.sort_unstable();
        self.without_needless(picked, counts, threshold)
    }

    /// Drops each contact, the last first, without which the others do.
    fn without_needless(
        &self,
        mut picked: Vec<usize>,
        counts: impl Fn(usize) -> bool,
        threshold: Threshold,
    ) -> Vec<usize> {
        // By target, who is picked that may win it over.
        let mut by_target: Vec<Vec<(usize, f64)>> = vec![Vec::new(); self.values.len()];
        for contact in &picked {
            self.fails[*contact].iter().for_each(|(target, fails)| by_target[*target].push((*contact, *fails)));
        }
        for at in (0..picked.len()).rev() {
            let contact = picked[at];
            let does_without = self.fails[contact].iter().filter(|(target, _)| counts(*target)).all(|(target, _)| {
                let others = by_target[*target].iter().filter(|(other, _)| *other != contact);
                threshold.is_met(others.map(|(_, fails)| fails).product())
            });
            if does_without {
                self.fails[contact]
                    .iter()
                    .for_each(|(target, _)| by_target[*target].retain(|(other, _)| *other != contact));
                picked.remove(at);
            }
        }
        picked
    }
}

/// The first of all choices with the fewest contacts; `None` when no choice of up to so many does.
fn all(rows: &[Vec<f64>], n_targets: usize, most: usize, threshold: Threshold) -> Option<Vec<usize>> {
    // What is left when all contacts from one on are chosen: who cannot reach the threshold with them never will.
    let mut rest = vec![vec![1.0; n_targets]];
    for row in rows.iter().rev() {
        let after: Vec<f64> = rest[rest.len() - 1].iter().zip(row).map(|(rest, fails)| rest * fails).collect();
        rest.push(after);
    }
    rest.reverse();
    let best: Vec<f64> = (0..n_targets).map(|target| rows.iter().map(|row| row[target]).fold(1.0, f64::min)).collect();
    let search = Search { rows, rest: &rest, best: &best, threshold };
    (0..=most).find_map(|size| {
        let mut chosen = Vec::with_capacity(size);
        search.go(0, size, &vec![1.0; n_targets], &mut chosen).then_some(chosen)
    })
}

struct Search<'a> {
    rows: &'a [Vec<f64>],
    /// By contact: what is left of each target when it and all that follow are chosen.
    rest: &'a [Vec<f64>],
    /// What is left of each target after the one contact that is best for it.
    best: &'a [f64],
    threshold: Threshold,
}

impl Search<'_> {
    /// Whether so many more contacts do; they are then chosen.
    fn go(&self, from: usize, to_choose: usize, open: &[f64], chosen: &mut Vec<usize>) -> bool {
        let Ok(power) = i32::try_from(to_choose) else { return false };
        let reachable = open.iter().zip(&self.rest[from]).zip(self.best).all(|((open, rest), best)| {
            self.threshold.is_met(open * rest) && self.threshold.is_met(open * best.powi(power))
        });
        if !reachable {
            return false;
        }
        if to_choose == 0 {
            return true;
        }
        (from..=self.rows.len() - to_choose).any(|contact| {
            let now: Vec<f64> = open.iter().zip(&self.rows[contact]).map(|(open, fails)| open * fails).collect();
            chosen.push(contact);
            let does = self.go(contact + 1, to_choose - 1, &now, chosen);
            if !does {
                chosen.pop();
            }
            does
        })
    }
}
