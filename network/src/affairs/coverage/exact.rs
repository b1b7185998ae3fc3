//! The best of all choices, for few contacts.

use super::Choice;

/// So many contacts that are still to be chosen make a bound worth its time.
const BOUND_FROM: usize = 4;

/// The best choice of k contacts, the first of equals in order; `None` when all contacts may be chosen or none is better
/// than the known one by more than what floats lose.
///
/// * `known`: some choice of at most k, as a first bound.
///
/// Branch and bound, in order: what is left to win after some contacts is at least what is left after the largest gains of
/// those that may follow, as gains never grow.
pub(super) fn best(choice: &Choice, most: usize, known: &[usize]) -> Option<Vec<usize>> {
    let n_contacts = choice.fails.len();
    if most == 0 || most >= n_contacts {
        return None;
    }
    let touched = choice.all_fail(0..n_contacts);
    let targets: Vec<usize> =
        (0..touched.len()).filter(|target| touched[*target] < 1.0 && choice.values[*target] > 0.0).collect();
    let values: Vec<f64> = targets.iter().map(|target| choice.values[*target]).collect();
    let rows = choice.rows(&targets);
    let mut left = values.clone();
    known.iter().for_each(|contact| apply(&mut left, &rows[*contact]));
    let tolerance = values.iter().sum::<f64>() * 1e-12;
    let mut search = Search {
        rows: &rows,
        tolerance,
        // A choice that is as good as the known one and comes before it is to be found.
        least: left.iter().sum::<f64>() + 2.0 * tolerance,
        best: None,
        chosen: Vec::with_capacity(most),
        left: vec![values; most],
    };
    search.go(0, most);
    search.best
}

struct Search<'a> {
    rows: &'a [Vec<f64>],
    /// What two sums must differ by at least to differ.
    tolerance: f64,
    /// What the best choice leaves.
    least: f64,
    best: Option<Vec<usize>>,
    chosen: Vec<usize>,
    /// By how many are chosen: what is left of each target.
    left: Vec<Vec<f64>>,
}

impl Search<'_> {
    fn go(&mut self, from: usize, to_choose: usize) {
        let depth = self.chosen.len();
        let n_contacts = self.rows.len();
        if to_choose == 1 {
            for contact in from..n_contacts {
                let rest = dot(&self.left[depth], &self.rows[contact]);
                if rest < self.least - self.tolerance {
                    self.least = rest;
                    let mut best = self.chosen.clone();
                    best.push(contact);
                    self.best = Some(best);
                }
            }
            return;
        }
        if to_choose >= BOUND_FROM && self.at_least(from, to_choose) >= self.least - self.tolerance {
            return;
        }
        for contact in from..=n_contacts - to_choose {
            let (before, after) = self.left.split_at_mut(depth + 1);
            for ((now, left), fails) in after[0].iter_mut().zip(&before[depth]).zip(&self.rows[contact]) {
                *now = left * fails;
            }
            self.chosen.push(contact);
            self.go(contact + 1, to_choose - 1);
            self.chosen.pop();
        }
    }

    /// What is left at least after so many of those that may follow.
    fn at_least(&self, from: usize, to_choose: usize) -> f64 {
        let left = &self.left[self.chosen.len()];
        let now: f64 = left.iter().sum();
        let mut gains: Vec<f64> = self.rows[from..].iter().map(|row| now - dot(left, row)).collect();
        gains.sort_unstable_by(|one, other| other.total_cmp(one));
        now - gains.iter().take(to_choose).sum::<f64>()
    }
}

fn apply(left: &mut [f64], fails: &[f64]) {
    left.iter_mut().zip(fails).for_each(|(left, fails)| *left *= fails);
}

/// Sum of products, in four sums side by side: a processor does them at once.
fn dot(one: &[f64], other: &[f64]) -> f64 {
    let (fours, rest) = one.as_chunks::<4>();
    let (other_fours, other_rest) = other.as_chunks::<4>();
    let mut sums = [0.0; 4];
    for (one, other) in fours.iter().zip(other_fours) {
        for at in 0..4 {
            sums[at] += one[at] * other[at];
        }
    }
    let tail: f64 = rest.iter().zip(other_rest).map(|(one, other)| one * other).sum();
    sums.iter().sum::<f64>() + tail
}
