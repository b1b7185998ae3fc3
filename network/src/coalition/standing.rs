//! Where one organisation stands towards a line: status, tier, strength.

use std::ops::Range;

use super::evidence::{Evidence, Stance, needs_ratification};
use crate::codes;
use crate::facts::*;
use crate::network::Network;
use crate::period::Tense;
use crate::table::Ix;
use crate::view::View;

codes! {
    /// Where an organisation stands towards a programme line. Ordered from no to yes: it is a member of the coalition
    /// from the threshold upward (Pledged, unless asked otherwise).
    pub enum CoalitionStatus {
        /// Its latest declaration is a refusal.
        Declined,
        /// Nothing is known.
        None,
        /// It took part before, not now.
        Former,
        /// An intention, a seat that is no full seat, or a pledge whose condition is not met.
        Considering,
        /// An active pledge, a signature or a full seat.
        Pledged,
        /// A commitment or signature that a competent organ adopted.
        Ratified,
        /// A contribution was delivered in the last twelve months.
        Contributing,
    }

    /// How near to the heart of a coalition.
    pub enum CoalitionTier {
        /// Ratified, with means (kern).
        Core,
        /// Another member (willend).
        Willing,
        /// Considering (kansrijk).
        Prospect,
        /// Outside.
        Outside,
    }
}

/// Where an organisation stands towards a line on the day of a view.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// Who.
    pub organisation: Ix<Organisation>,
    /// Where it stands.
    pub status: CoalitionStatus,
    /// How near to the heart.
    pub tier: CoalitionTier,
    /// Whether it takes part in the base.
    pub base: bool,
    /// For ranking and line width only, from 0 to 1; `None` for a precondition.
    pub strength: Option<f64>,
    /// Its evidence among that of the coalition.
    pub(super) evidence: Range<u32>,
    /// The refusal that decides, when it declined.
    pub(super) refusal: Option<Ix<Commitment>>,
}

/// The standing that evidence amounts to. `items` are all of one organisation towards one line, ended ones included.
pub(super) fn standing(
    view: &View,
    organisation: Ix<Organisation>,
    items: &[Evidence],
    at: Range<u32>,
    refusal: Option<Ix<Commitment>>,
) -> Standing {
    let network = &**view.network();
    let status = if refusal.is_some() { CoalitionStatus::Declined } else { status(network, organisation, items) };
    let holding = || items.iter().filter(|item| item.tense == Tense::Current && item.stance > Stance::Declined);
    let means = || holding().any(|item| item.means && (item.stance == Stance::Ratified || item.recent));
    let tier = match status {
        CoalitionStatus::Ratified | CoalitionStatus::Contributing if means() => CoalitionTier::Core,
        CoalitionStatus::Pledged | CoalitionStatus::Ratified | CoalitionStatus::Contributing => CoalitionTier::Willing,
        CoalitionStatus::Considering => CoalitionTier::Prospect,
        CoalitionStatus::Declined | CoalitionStatus::None | CoalitionStatus::Former => CoalitionTier::Outside,
    };
    let weights = view.weights();
    let strength = if status == CoalitionStatus::Declined {
        0.0
    } else {
        1.0 - holding()
            .map(|item| 1.0 - item.weight * item.factor * weights.confidence(item.confidence))
            .product::<f64>()
    };
    Standing {
        organisation,
        status,
        tier,
        base: view.is_partner(organisation),
        strength: Some(strength),
        evidence: at,
        refusal,
    }
}

/// The first rule that fires.
fn status(network: &Network, organisation: Ix<Organisation>, items: &[Evidence]) -> CoalitionStatus {
    let now = |stance: Stance| items.iter().any(|item| item.tense == Tense::Current && item.stance >= stance);
    let needs_ratification = needs_ratification(network.sorts[organisation.at()].0);
    let delivered =
        items.iter().any(|item| item.tense == Tense::Current && item.stance >= Stance::Pledge && item.recent);
    let before = items.iter().any(|item| item.stance > Stance::Declined);
    if delivered && (now(Stance::Ratified) || !needs_ratification) {
        CoalitionStatus::Contributing
    } else if now(Stance::Ratified) {
        CoalitionStatus::Ratified
    } else if now(Stance::Pledge) {
        CoalitionStatus::Pledged
    } else if now(Stance::Interest) {
        CoalitionStatus::Considering
    } else if before {
        CoalitionStatus::Former
    } else {
        CoalitionStatus::None
    }
}
