//! Whom to talk to: the few contacts that reach the most of what is at stake.

mod best;
mod exact;
mod fewest;

#[cfg(test)]
mod tests;

pub use best::{Coverage, Pick};
pub use fewest::{Fewest, Threshold};

/// Up to so many contacts all choices are looked at.
pub const EXACT_UP_TO: usize = 20;

/// Somebody who is to be won over.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    /// Settles what is equal otherwise: the lower number goes first. No two targets have the same.
    pub order: u32,
    /// What it is worth to win them over: 0 or more, in whatever unit.
    pub value: f64,
}

/// A talk that we could have: with whom, on what, by which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contact {
    /// Settles what is equal otherwise: the lower number goes first. No two contacts have the same.
    pub order: u32,
}

/// That a contact wins a target over.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chance {
    /// Place of the contact.
    pub contact: usize,
    /// Place of the target.
    pub target: usize,
    /// How likely it is: from 0 to 1. What is not told is 0; of several the highest counts.
    pub chance: f64,
}

/// Why there is nothing to choose from.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum Refused {
    /// Worth less than nothing, or no number.
    #[error("target {target} is worth {value}, which is no number from 0")]
    Value {
        /// Place of the target.
        target: usize,
        /// What was given.
        value: f64,
    },
    /// No probability.
    #[error("the chance of contact {contact} with target {target} is {chance}, which is no number from 0 to 1")]
    Chance {
        /// Place of the contact.
        contact: usize,
        /// Place of the target.
        target: usize,
        /// What was given.
        chance: f64,
    },
    /// No such contact or target.
    #[error("there is no contact {contact} or no target {target}")]
    Unknown {
        /// Place of the contact.
        contact: usize,
        /// Place of the target.
        target: usize,
    },
    /// No threshold.
    #[error("{threshold} is no number above 0 and below 1")]
    Threshold {
        /// What was given.
        threshold: f64,
    },
}

/// Contacts to choose from, and what each may do. A target is won over with probability 1 − Π (1 − r) over the contacts
/// that are chosen, **assuming that they work or fail independently**.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Place of each target and contact as it was given, by rank: inside, all go by their place in the order.
    targets: Vec<usize>,
    contacts: Vec<usize>,
    values: Vec<f64>,
    /// By contact: the targets that it may win over, each with the probability that it fails. In order.
    fails: Vec<Vec<(usize, f64)>>,
}

impl Choice {
    /// Lays out what there is to choose from.
    ///
    /// # Errors
    /// [`Refused`] for the first number that is out of its range, or that is the place of nothing.
    pub fn new(targets: &[Target], contacts: &[Contact], chances: &[Chance]) -> Result<Self, Refused> {
        for (target, Target { value, .. }) in targets.iter().enumerate() {
            if !(value.is_finite() && *value >= 0.0) {
                return Err(Refused::Value { target, value: *value });
            }
        }
        let (target_places, target_ranks) = ranked(targets, |target| target.order);
        let (contact_places, contact_ranks) = ranked(contacts, |contact| contact.order);
        let mut fails: Vec<Vec<(usize, f64)>> = vec![Vec::new(); contacts.len()];
        for Chance { contact, target, chance } in chances.iter().copied() {
            if !(0.0..=1.0).contains(&chance) {
                return Err(Refused::Chance { contact, target, chance });
            }
            let (Some(by), Some(whom)) = (contact_ranks.get(contact), target_ranks.get(target)) else {
                return Err(Refused::Unknown { contact, target });
            };
            if chance > 0.0 {
                fails[*by].push((*whom, 1.0 - chance));
            }
        }
        for row in &mut fails {
            row.sort_unstable_by(|(one, fails), (other, other_fails)| {
                one.cmp(other).then(fails.total_cmp(other_fails))
            });
            row.dedup_by_key(|(target, _)| *target);
        }
        let values = target_places.iter().map(|place| targets[*place].value).collect();
        Ok(Self { targets: target_places, contacts: contact_places, values, fails })
    }

    /// For each target how likely it is that all of these contacts fail.
    fn all_fail(&self, contacts: impl IntoIterator<Item = usize>) -> Vec<f64> {
        let mut open = vec![1.0; self.values.len()];
        contacts.into_iter().for_each(|contact| self.choose(&mut open, contact));
        open
    }

    /// Adds a contact to those that are chosen.
    fn choose(&self, open: &mut [f64], contact: usize) {
        self.fails[contact].iter().for_each(|(target, fails)| open[*target] *= fails);
    }

    /// What is expected to be won.
    fn value(&self, open: &[f64]) -> f64 {
        self.values.iter().zip(open).fold(0.0, |sum, (value, open)| sum + value * (1.0 - open))
    }

    /// What one more contact adds.
    fn gain(&self, open: &[f64], contact: usize) -> f64 {
        // Not `sum`, which makes −0 of nothing.
        let add = |sum, (target, fails): &(usize, f64)| sum + self.values[*target] * open[*target] * (1.0 - fails);
        self.fails[contact].iter().fold(0.0, add)
    }

    /// The probability of each target, by its place as it was given.
    fn probabilities(&self, open: &[f64]) -> Vec<f64> {
        let mut told = vec![0.0; open.len()];
        self.targets.iter().zip(open).for_each(|(place, open)| told[*place] = 1.0 - open);
        told
    }

    /// The chances of all contacts with some targets, as full rows of the probability that they fail.
    fn rows(&self, targets: &[usize]) -> Vec<Vec<f64>> {
        let row = |fails: &Vec<(usize, f64)>| {
            let of = |target: &usize| {
                fails.binary_search_by_key(target, |(target, _)| *target).map_or(1.0, |at| fails[at].1)
            };
            targets.iter().map(of).collect()
        };
        self.fails.iter().map(row).collect()
    }
}

/// Places by rank, and ranks by place.
fn ranked<T>(given: &[T], order: impl Fn(&T) -> u32) -> (Vec<usize>, Vec<usize>) {
    let mut places: Vec<usize> = (0..given.len()).collect();
    places.sort_by_key(|place| order(&given[*place]));
    let mut ranks = vec![0; given.len()];
    places.iter().enumerate().for_each(|(rank, place)| ranks[*place] = rank);
    (places, ranks)
}
