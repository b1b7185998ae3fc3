//! Who is in two coalitions.

use super::{Coalition, CoalitionStatus};
use crate::facts::Organisation;
use crate::table::Ix;
use crate::view::View;

/// Two coalitions compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Overlap {
    /// Who is in both, in Dutch order of their names.
    pub shared: Vec<Ix<Organisation>>,
    /// Size of the first.
    pub size: usize,
    /// Size of the second.
    pub other_size: usize,
    /// Partners on the day: the population from which both are drawn. A member that is no partner counts as one.
    pub population: usize,
}

impl Overlap {
    /// Compares the members of two coalitions in one view.
    #[must_use]
    pub fn of(view: &View, one: &Coalition, other: &Coalition, threshold: CoalitionStatus) -> Self {
        let is_in =
            |coalition: &Coalition, ix| coalition.standing(ix).is_some_and(|standing| standing.status >= threshold);
        let shared =
            one.members(threshold).map(|standing| standing.organisation).filter(|ix| is_in(other, *ix)).collect();
        let population = view
            .organisations()
            .iter()
            .filter(|ix| view.is_partner(**ix) || is_in(one, **ix) || is_in(other, **ix))
            .count();
        Self { shared, size: one.members(threshold).count(), other_size: other.members(threshold).count(), population }
    }

    /// Shared members by all members: from 0 to 1; `None` when both are empty.
    #[must_use]
    pub fn jaccard(&self) -> Option<f64> {
        ratio(self.shared.len(), self.size + self.other_size - self.shared.len())
    }

    /// Shared members by members of the smaller: from 0 to 1; `None` when one is empty.
    #[must_use]
    pub fn coefficient(&self) -> Option<f64> {
        ratio(self.shared.len(), self.size.min(self.other_size))
    }

    /// How many times as many are shared as chance would have it; `None` when one is empty.
    #[must_use]
    pub fn lift(&self) -> Option<f64> {
        ratio(self.shared.len() * self.population, self.size * self.other_size)
    }

    /// The chance that at least so many are shared when members are drawn at random: the upper tail of the
    /// hypergeometric distribution. `None` when there is nobody to draw from.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts of organisations are far below 2^52")]
    pub fn p_value(&self) -> Option<f64> {
        if self.population == 0 {
            return None;
        }
        let mut logs = vec![0.0; self.population + 1];
        for n in 1..=self.population {
            logs[n] = logs[n - 1] + (n as f64).ln();
        }
        let choose = |n: usize, k: usize| logs[n] - logs[k] - logs[n - k];
        let (a, b, n) = (self.size, self.other_size, self.population);
        let all = choose(n, b);
        let tail = (self.shared.len()..=a.min(b)).filter(|k| b - k <= n - a);
        Some(tail.map(|k| (choose(a, k) + choose(n - a, b - k) - all).exp()).sum::<f64>().min(1.0))
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of organisations are far below 2^52")]
fn ratio(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn overlap(shared: u32, size: usize, other_size: usize, population: usize) -> Overlap {
        Overlap { shared: (0..shared).map(Ix::new).collect(), size, other_size, population }
    }

    #[test]
    fn overlap_is_measured_against_chance() {
        let four = overlap(4, 30, 6, 45);
        assert!((four.jaccard().expect("members") - 4.0 / 32.0).abs() < 1e-12);
        assert!((four.coefficient().expect("members") - 4.0 / 6.0).abs() < 1e-12);
        assert!((four.lift().expect("members") - 1.0).abs() < 1e-12);
        // C(30,k)·C(15,6−k)/C(45,6) for k = 4, 5, 6: (2,877,525 + 2,137,590 + 593,775) / 8,145,060.
        assert!((four.p_value().expect("members") - 0.688_624_9).abs() < 1e-6, "{:?}", four.p_value());
        assert_eq!(overlap(0, 0, 0, 0).jaccard(), None);
    }
}
