//! Whose yes decides whether a coalition meets its thresholds.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Coalition;
use crate::facts::Organisation;
use crate::measure::{Banzhaf, Quota, banzhaf};
use crate::table::Ix;
use crate::view::View;

/// Parties of which it is told at most.
pub const MOST_PARTIES: usize = 200;

/// Where the sample of many parties starts.
const SEED: u64 = 0;

/// What a coalition must bring together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Requirement {
    /// At least this part of the parties, from 0 to 1.
    Parties(f64),
    /// Parties with at least this part of the inhabitants of all parties, from 0 to 1. Who has none that are known adds none.
    Inhabitants(f64),
    /// At least so many euros, of those that each pledged to the line once.
    Euros(Decimal),
}

/// Why nothing was computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there are {parties} parties; {MOST_PARTIES} is the most of which it is told")]
pub struct TooManyParties {
    /// How many there are.
    pub parties: usize,
}

impl Coalition {
    /// How often each of these parties decides whether those that join meet all quotas: see [`banzhaf`].
    ///
    /// # Errors
    /// [`TooManyParties`] when there are more than 200.
    pub fn pivotality(
        &self,
        view: &View,
        parties: &[Ix<Organisation>],
        quotas: &[Requirement],
    ) -> Result<Banzhaf, TooManyParties> {
        if parties.len() > MOST_PARTIES {
            return Err(TooManyParties { parties: parties.len() });
        }
        let quotas: Vec<Quota> = quotas.iter().map(|requirement| self.quota(view, parties, *requirement)).collect();
        Ok(banzhaf(parties.len(), &quotas, SEED))
    }

    fn quota(&self, view: &View, parties: &[Ix<Organisation>], requirement: Requirement) -> Quota {
        let brought = |party: &Ix<Organisation>| match requirement {
            Requirement::Parties(_) => 1,
            Requirement::Inhabitants(_) => view.statistics(*party).and_then(|row| row.inhabitants).map_or(0, u64::from),
            Requirement::Euros(_) => self.standing(*party).map_or(0, |standing| cents(self.money(view, standing))),
        };
        let brings: Vec<u64> = parties.iter().map(brought).collect();
        let needed = match requirement {
            Requirement::Parties(share) | Requirement::Inhabitants(share) => part(brings.iter().sum(), share),
            Requirement::Euros(amount) => cents(amount),
        };
        Quota { brings, needed }
    }
}

/// Whole cents, rounded up; what is so much that it matters to nobody is cut off, so that sums stay within bounds.
fn cents(euros: Decimal) -> u64 {
    const MOST: u64 = u64::MAX >> 9;
    euros.max(Decimal::ZERO).saturating_mul(Decimal::ONE_HUNDRED).ceil().to_u64().map_or(MOST, |cents| cents.min(MOST))
}

/// The least whole number that is at least this part of a whole.
#[expect(clippy::cast_precision_loss, reason = "inhabitants and parties are far below 2^52")]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share from 0 to 1 of it")]
fn part(whole: u64, share: f64) -> u64 {
    // Two thirds of 21 are 14, also where 2/3 is a little more.
    (whole as f64 * share.clamp(0.0, 1.0) - 1e-6).ceil() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_a_whole_number_of_parties() {
        assert_eq!(
            [part(21, 2.0 / 3.0), part(22, 2.0 / 3.0), part(22, 0.5), part(5, 0.0), part(5, 1.0)],
            [14, 15, 11, 0, 5]
        );
        assert_eq!([cents(Decimal::new(1_001, 3)), cents(Decimal::NEGATIVE_ONE)], [101, 0]);
        assert_eq!(cents(Decimal::MAX), u64::MAX >> 9);
    }
}
