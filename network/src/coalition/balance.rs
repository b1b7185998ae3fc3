//! How government, education and business are balanced.

use crate::facts::{Helix, Organisation};
use crate::table::Ix;
use crate::view::View;

/// How many organisations of each helix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HelixBalance {
    /// Government.
    pub government: usize,
    /// Education.
    pub education: usize,
    /// Business.
    pub business: usize,
    /// Intermediaries, counted apart.
    pub intermediary: usize,
}

/// The part of one helix.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HelixShare {
    /// Which.
    pub helix: Helix,
    /// How many organisations.
    pub count: usize,
    /// Of the three O's together, from 0 to 1; `None` for intermediaries, and when there is none of the three.
    pub share: Option<f64>,
}

impl HelixBalance {
    /// Counts organisations, each one once.
    pub fn of(view: &View, organisations: impl Iterator<Item = Ix<Organisation>>) -> Self {
        let mut balance = Self::default();
        for organisation in organisations {
            match view.network().organisations.get(organisation).helix {
                Helix::Government => balance.government += 1,
                Helix::Education => balance.education += 1,
                Helix::Business => balance.business += 1,
                Helix::Intermediary => balance.intermediary += 1,
            }
        }
        balance
    }

    fn three(self) -> [usize; 3] {
        [self.government, self.education, self.business]
    }

    /// Whether government, education and business are there, in this order.
    #[must_use]
    pub fn present(self) -> [bool; 3] {
        self.three().map(|count| count > 0)
    }

    /// Each helix with its share, the three O's first.
    #[must_use]
    pub fn shares(self) -> [HelixShare; 4] {
        let all: usize = self.three().iter().sum();
        #[expect(clippy::cast_precision_loss, reason = "counts of organisations are far below 2^52")]
        let share = |count: usize| (all > 0).then(|| count as f64 / all as f64);
        let part = |helix, count| HelixShare { helix, count, share: share(count) };
        [
            part(Helix::Government, self.government),
            part(Helix::Education, self.education),
            part(Helix::Business, self.business),
            HelixShare { helix: Helix::Intermediary, count: self.intermediary, share: None },
        ]
    }

    /// Whether each of the three O's is there (rule R12); `None` when nobody is known.
    #[must_use]
    pub fn tripartite(self) -> Option<bool> {
        let known = self.three().iter().sum::<usize>() + self.intermediary > 0;
        known.then(|| self.present() == [true; 3])
    }

    /// Pielou's evenness over the three O's: 1 when all are equally many, 0 when there is one only; `None` when there is
    /// none. Source: Pielou 1966, doi:10.1016/0022-5193(66)90013-0.
    #[must_use]
    pub fn evenness(self) -> Option<f64> {
        let shares = self.shares();
        shares[0].share?;
        let entropy: f64 = shares
            .iter()
            .filter_map(|part| part.share)
            .filter(|share| *share > 0.0)
            .map(|share| -share * share.ln())
            .sum();
        // Minus zero would show as "-0.0".
        Some((entropy + 0.0) / 3f64.ln())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evenness_is_one_when_all_three_are_equally_many() {
        let balance =
            |government, education, business| HelixBalance { government, education, business, intermediary: 2 };
        assert!((balance(5, 5, 5).evenness().expect("known") - 1.0).abs() < 1e-12);
        assert_eq!(balance(30, 0, 0).evenness(), Some(0.0));
        assert_eq!(balance(30, 0, 0).tripartite(), Some(false));
        assert_eq!(balance(1, 1, 1).tripartite(), Some(true));
        assert_eq!(balance(0, 0, 0).evenness(), None);
        assert_eq!(balance(0, 0, 0).tripartite(), Some(false));
        assert_eq!(HelixBalance::default().tripartite(), None);
        let half = balance(2, 2, 0).evenness().expect("known");
        assert!((half - 2f64.ln() / 3f64.ln()).abs() < 1e-12);
    }
}
