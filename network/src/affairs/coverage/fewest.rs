//! The fewest contacts that win everybody over with some certainty.

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
        let rows = self.rows(&feasible);
        let greedy = greedy(&rows, feasible.len(), threshold);
        let exact = n_contacts <= EXACT_UP_TO;
        let fewest = if exact { all(&rows, feasible.len(), greedy.len(), threshold).unwrap_or(greedy) } else { greedy };
        Fewest {
            probabilities: self.probabilities(&self.all_fail(fewest.iter().copied())),
            exact: exact || fewest.len() <= 1,
            contacts: fewest.into_iter().map(|contact| self.contacts[contact]).collect(),
            infeasible: infeasible.into_iter().map(|target| self.targets[target]).collect(),
        }
    }
}

/// Contacts, in order: at each step the one that adds most to what is needed, then without those that are not needed.
fn greedy(rows: &[Vec<f64>], n_targets: usize, threshold: Threshold) -> Vec<usize> {
    let needed = -(1.0 - threshold.get()).ln();
    let mut open = vec![1.0_f64; n_targets];
    let mut picked: Vec<usize> = Vec::new();
    while open.iter().any(|open| !threshold.is_met(*open)) {
        let adds = |row: &Vec<f64>| -> f64 {
            let each = row.iter().zip(&open).filter(|(_, open)| !threshold.is_met(**open));
            each.map(|(fails, open)| (-fails.ln()).min(needed + open.ln())).sum()
        };
        let free = (0..rows.len()).filter(|contact| !picked.contains(contact));
        let mut best: Option<(usize, f64)> = None;
        for (contact, adds) in free.map(|contact| (contact, adds(&rows[contact]))) {
            if best.is_none_or(|(_, most)| adds > most) {
                best = Some((contact, adds));
            }
        }
        let Some((contact, _)) = best else { break };
        open.iter_mut().zip(&rows[contact]).for_each(|(open, fails)| *open *= fails);
        picked.push(contact);
    }
    picked.sort_unstable();
    for at in (0..picked.len()).rev() {
        let without = |target: usize| {
            let others = picked.iter().enumerate().filter(|(other, _)| *other != at);
            others.map(|(_, contact)| rows[*contact][target]).product::<f64>()
        };
        if (0..n_targets).all(|target| threshold.is_met(without(target))) {
            picked.remove(at);
        }
    }
    picked
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
