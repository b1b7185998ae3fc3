//! Where one organisation stands towards a line: status, tier, strength.

use super::Weights;
use super::evidence::{Evidence, Stance};
use crate::codes;
use crate::competence::needs_ratification;
use crate::facts::*;
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
    /// The refusal that decides, when it declined.
    pub(super) refusal: Option<Ix<Commitment>>,
}

/// The standing that evidence amounts to. `items` are all of one organisation towards one line, ended ones included.
pub(super) fn standing(
    view: &View,
    organisation: Ix<Organisation>,
    base: bool,
    items: &[Evidence],
    refusal: Option<Ix<Commitment>>,
) -> Standing {
    let mut sum = Sum::default();
    for item in items.iter().filter(|item| item.stance > Stance::Declined) {
        sum.add(item, view.weights());
    }
    let needs_ratification = needs_ratification(view.network().sort(organisation).0);
    let status = if refusal.is_some() { CoalitionStatus::Declined } else { sum.status(needs_ratification) };
    let tier = match status {
        CoalitionStatus::Ratified | CoalitionStatus::Contributing if sum.means => CoalitionTier::Core,
        CoalitionStatus::Pledged | CoalitionStatus::Ratified | CoalitionStatus::Contributing => CoalitionTier::Willing,
        CoalitionStatus::Considering => CoalitionTier::Prospect,
        CoalitionStatus::Declined | CoalitionStatus::None | CoalitionStatus::Former => CoalitionTier::Outside,
    };
    let strength = if status == CoalitionStatus::Declined { 0.0 } else { 1.0 - sum.doubt };
    Standing { organisation, status, tier, base, strength: Some(strength), refusal }
}

/// What evidence says together.
struct Sum {
    /// The most that holds on the day.
    now: Option<Stance>,
    /// Whether there was anything, now or before.
    ever: bool,
    /// Whether a pledge delivered in the last twelve months.
    delivered: bool,
    /// Whether something ratified or delivered names a contribution.
    means: bool,
    /// The chance that none of the evidence holds, as weights have it.
    doubt: f64,
}

impl Default for Sum {
    fn default() -> Self {
        Self { now: None, ever: false, delivered: false, means: false, doubt: 1.0 }
    }
}

impl Sum {
    fn add(&mut self, item: &Evidence, weights: &Weights) {
        self.ever = true;
        if item.tense != Tense::Current {
            return;
        }
        self.now = self.now.max(Some(item.stance));
        self.delivered |= item.stance >= Stance::Pledge && item.recent;
        self.means |= item.means && (item.stance == Stance::Ratified || item.recent);
        self.doubt *= 1.0 - item.weight * item.factor * weights.confidence(item.confidence);
    }

    /// The first rule that fires.
    fn status(&self, needs_ratification: bool) -> CoalitionStatus {
        match self.now {
            Some(now) if self.delivered && (now == Stance::Ratified || !needs_ratification) => {
                CoalitionStatus::Contributing
            }
            Some(Stance::Ratified) => CoalitionStatus::Ratified,
            Some(Stance::Pledge) => CoalitionStatus::Pledged,
            Some(_) => CoalitionStatus::Considering,
            None if self.ever => CoalitionStatus::Former,
            None => CoalitionStatus::None,
        }
    }
}
