//! What a coalition brings together, and on how many shoulders it rests.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::evidence::Stance;
use super::{Coalition, CoalitionStatus, Standing};
use crate::date::PartialDate;
use crate::facts::{Commitment, Contribution, ContributionKind};
use crate::links::Participation;
use crate::table::Ix;
use crate::view::View;

/// A contribution that a member brings to a line, and how it counts there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// Of which commitment.
    pub commitment: Ix<Commitment>,
    /// Which.
    pub contribution: Ix<Contribution>,
    /// The part of its amount that counts for the line; `None`: no amount is stated.
    pub amount: Option<Decimal>,
    /// Whether a competent organ ratified it.
    pub ratified: bool,
    /// Whether it was delivered by the day.
    pub realised: bool,
}

/// Contributions of one kind in one unit, added up over the members. An amount that counts in part for the line is taken
/// in part.
#[derive(Debug, Clone, PartialEq)]
pub struct ContributionTotal {
    /// Kind of means.
    pub kind: ContributionKind,
    /// Unit of the amounts; `None`: none stated.
    pub unit: Option<String>,
    /// Per what; `None`: once.
    pub per: Option<String>,
    /// How many members bring some.
    pub parties: usize,
    /// Contributions without an amount.
    pub without_amount: usize,
    /// Everything pledged, ratified or not.
    pub pledged: Decimal,
    /// What competent organs ratified.
    pub ratified: Decimal,
    /// What was delivered.
    pub realised: Decimal,
}

/// How concentrated the money of a coalition is.
#[derive(Debug, Clone, PartialEq)]
pub struct Concentration {
    /// Euros of each member, largest first.
    amounts: Vec<Decimal>,
}

impl Coalition {
    /// What the members bring together, by kind and unit.
    #[must_use]
    pub fn contribution_totals(&self, view: &View, threshold: CoalitionStatus) -> Vec<ContributionTotal> {
        let network = view.network();
        let mut totals: BTreeMap<(ContributionKind, Option<String>, Option<String>), ContributionTotal> =
            BTreeMap::new();
        for standing in self.members(threshold) {
            let mut seen = Vec::new();
            for counted in self.counted(view, standing) {
                let row = network.contributions.get(counted.contribution);
                let key = (row.kind, row.unit.clone(), row.per.clone());
                let total = totals.entry(key.clone()).or_insert_with(|| ContributionTotal {
                    kind: row.kind,
                    unit: row.unit.clone(),
                    per: row.per.clone(),
                    parties: 0,
                    without_amount: 0,
                    pledged: Decimal::ZERO,
                    ratified: Decimal::ZERO,
                    realised: Decimal::ZERO,
                });
                if !seen.contains(&key) {
                    seen.push(key);
                    total.parties += 1;
                }
                let Some(amount) = counted.amount else {
                    total.without_amount += 1;
                    continue;
                };
                total.pledged = total.pledged.saturating_add(amount);
                if counted.ratified {
                    total.ratified = total.ratified.saturating_add(amount);
                }
                if counted.realised {
                    total.realised = total.realised.saturating_add(amount);
                }
            }
        }
        totals.into_values().collect()
    }

    /// What an organisation pledged, ratified or not: each contribution with how it counts for the line.
    pub fn counted<'a>(&'a self, view: &'a View, standing: &'a Standing) -> impl Iterator<Item = Counted> + 'a {
        let pledged = self.contributions(view, standing).filter(|(item, _)| item.stance >= Stance::Pledge);
        pledged.filter_map(|(item, contribution)| {
            let Participation::Commitment(commitment) = item.participation else { return None };
            let row = view.network().contributions.get(contribution);
            let delivered = |date: PartialDate| date.earliest().is_none_or(|day| day <= view.valid_at());
            Some(Counted {
                commitment,
                contribution,
                amount: row.amount.map(|amount| self.part(item, amount)),
                ratified: item.stance == Stance::Ratified,
                realised: row.realised_on.is_some_and(delivered),
            })
        })
    }

    /// How concentrated the money is; `None` when no member pledged an amount in euros.
    #[must_use]
    pub fn concentration(&self, view: &View, threshold: CoalitionStatus) -> Option<Concentration> {
        let mut amounts: Vec<Decimal> = self
            .members(threshold)
            .map(|standing| self.money(view, standing))
            .filter(|amount| *amount > Decimal::ZERO)
            .collect();
        amounts.sort_by(|a, b| b.cmp(a));
        (!amounts.is_empty()).then_some(Concentration { amounts })
    }

    /// The euros that an organisation pledged once (not per year or per inhabitant), ratified or not.
    #[must_use]
    pub fn money(&self, view: &View, standing: &Standing) -> Decimal {
        let network = view.network();
        let is_money = |row: &Contribution| {
            row.kind == ContributionKind::Budget && row.unit.as_deref() == Some("EUR") && row.per.is_none()
        };
        self.counted(view, standing)
            .filter(|counted| is_money(network.contributions.get(counted.contribution)))
            .filter_map(|counted| counted.amount)
            .fold(Decimal::ZERO, Decimal::saturating_add)
    }

    /// The part of an amount that counts for the line.
    fn part(&self, item: &super::Evidence, amount: Decimal) -> Decimal {
        part(amount, self.share(item))
    }
}

/// The part of an amount that a share (from 0 to 1) is.
pub(super) fn part(amount: Decimal, share: f64) -> Decimal {
    if share >= 1.0 { amount } else { amount * Decimal::try_from(share).unwrap_or(Decimal::ONE) }
}

impl Concentration {
    /// All euros pledged once (not per year or per inhabitant).
    #[must_use]
    pub fn total(&self) -> Decimal {
        self.amounts.iter().fold(Decimal::ZERO, |total, amount| total.saturating_add(*amount))
    }

    /// Herfindahl–Hirschman index of the members' shares: from 1 / members to 1.
    #[must_use]
    pub fn hhi(&self) -> f64 {
        let total = self.total().to_f64().unwrap_or(f64::NAN);
        self.amounts.iter().filter_map(ToPrimitive::to_f64).map(|amount| (amount / total).powi(2)).sum()
    }

    /// As many equal contributors would be as concentrated: 1 / HHI.
    #[must_use]
    pub fn effective_contributors(&self) -> f64 {
        1.0 / self.hhi()
    }

    /// The fewest members whose withdrawal leaves less than `required` euros; 0 when there is less already.
    #[must_use]
    pub fn breakpoint(&self, required: Decimal) -> Option<usize> {
        let mut left = self.total();
        if left < required {
            return Some(0);
        }
        // Taking the largest first is best for a single sum.
        for (at, amount) in self.amounts.iter().enumerate() {
            left -= amount;
            if left < required {
                return Some(at + 1);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_equal_contributors_are_four() {
        let amounts = vec![Decimal::from(25); 4];
        let concentration = Concentration { amounts };
        assert!((concentration.hhi() - 0.25).abs() < 1e-12);
        assert!((concentration.effective_contributors() - 4.0).abs() < 1e-12);
        assert_eq!(concentration.breakpoint(Decimal::from(60)), Some(2));
        assert_eq!(concentration.breakpoint(Decimal::from(101)), Some(0));
        assert_eq!(concentration.breakpoint(Decimal::ZERO), None);
    }
}
