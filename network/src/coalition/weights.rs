//! What evidence weighs: for ranking and line width only, never for who is a member.

use serde::{Deserialize, Serialize};

use crate::facts::{ContributionKind, SeatRole};
use crate::source::Confidence;

/// Weights of the strength of a standing. All are numbers from 0 to 1; an installation may set others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Weights {
    /// A commitment that brings money.
    pub budget: f64,
    /// A commitment that brings people's time.
    pub capacity: f64,
    /// A commitment in kind.
    pub in_kind: f64,
    /// A commitment that brings knowledge.
    pub expertise: f64,
    /// A commitment that brings contacts.
    pub network: f64,
    /// A commitment that names no contribution.
    pub no_contribution: f64,
    /// A seat as chair or vice chair.
    pub chair: f64,
    /// A seat as member.
    pub member: f64,
    /// Another seat.
    pub other_seat: f64,
    /// A signature under an agreement that covers the line.
    pub signature: f64,
    /// Factor of an intention, and of a seat that only shows interest.
    pub intended: f64,
    /// Factor of a pledge, a signature, a full seat.
    pub pledged: f64,
    /// Factor of what a competent organ ratified.
    pub ratified: f64,
    /// Factor of what was delivered.
    pub realised: f64,
    /// Factor of high confidence.
    pub high: f64,
    /// Factor of medium confidence.
    pub medium: f64,
    /// Factor of low confidence.
    pub low: f64,
    /// Factor of what is unverified.
    pub unverified: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            budget: 0.9,
            capacity: 0.8,
            in_kind: 0.7,
            expertise: 0.5,
            network: 0.5,
            no_contribution: 0.5,
            chair: 0.7,
            member: 0.6,
            other_seat: 0.2,
            signature: 0.6,
            intended: 0.3,
            pledged: 0.6,
            ratified: 0.9,
            realised: 1.0,
            high: 1.0,
            medium: 0.8,
            low: 0.5,
            unverified: 0.25,
        }
    }
}

impl Weights {
    /// Weight of a kind of contribution.
    #[must_use]
    pub fn contribution(&self, kind: ContributionKind) -> f64 {
        match kind {
            ContributionKind::Budget => self.budget,
            ContributionKind::Capacity => self.capacity,
            ContributionKind::InKind => self.in_kind,
            ContributionKind::Expertise => self.expertise,
            ContributionKind::Network => self.network,
        }
    }

    /// Weight of a seat.
    #[must_use]
    pub fn seat(&self, role: SeatRole) -> f64 {
        match role {
            SeatRole::Chair | SeatRole::ViceChair => self.chair,
            SeatRole::Member => self.member,
            SeatRole::Secretary | SeatRole::Adviser | SeatRole::Observer => self.other_seat,
        }
    }

    /// Factor of a confidence.
    #[must_use]
    pub fn confidence(&self, confidence: Confidence) -> f64 {
        match confidence {
            Confidence::High => self.high,
            Confidence::Medium => self.medium,
            Confidence::Low => self.low,
            Confidence::Unverified => self.unverified,
        }
    }

    /// The first weight that is no number from 0 to 1.
    #[must_use]
    pub fn invalid(&self) -> Option<(&'static str, f64)> {
        let all = [
            ("budget", self.budget),
            ("capacity", self.capacity),
            ("in_kind", self.in_kind),
            ("expertise", self.expertise),
            ("network", self.network),
            ("no_contribution", self.no_contribution),
            ("chair", self.chair),
            ("member", self.member),
            ("other_seat", self.other_seat),
            ("signature", self.signature),
            ("intended", self.intended),
            ("pledged", self.pledged),
            ("ratified", self.ratified),
            ("realised", self.realised),
            ("high", self.high),
            ("medium", self.medium),
            ("low", self.low),
            ("unverified", self.unverified),
        ];
        all.into_iter().find(|(_, weight)| !(0.0..=1.0).contains(weight))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_lies_between_0_and_1() {
        assert_eq!(Weights::default().invalid(), None);
        assert_eq!(Weights { chair: 1.5, ..Weights::default() }.invalid(), Some(("chair", 1.5)));
        assert!(Weights { low: f64::NAN, ..Weights::default() }.invalid().is_some());
    }
}
