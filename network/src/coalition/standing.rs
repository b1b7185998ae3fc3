//! Where one organisation stands towards a line: status, tier, since, strength.

use std::ops::Range;

use chrono::NaiveDate;

use super::evidence::{Evidence, Stance};
use crate::codes;
use crate::date::PartialDate;
use crate::facts::*;
use crate::links::{Participation, Venue};
use crate::network::Network;
use crate::period::{Period, Tense};
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
    /// Since when and until when, as written: of the evidence that starts the unbroken run of its present membership, and
    /// of what ends it.
    pub period: Period,
    /// For ranking and line width only, from 0 to 1; `None` for a precondition.
    pub strength: Option<f64>,
    /// Its evidence among that of the coalition.
    pub(super) evidence: Range<u32>,
    /// The refusal that decides, when it declined.
    pub(super) refusal: Option<Ix<Commitment>>,
}

/// The standing that evidence amounts to. `items` are all of one organisation towards one line, ended ones included, in
/// the order in which they are shown.
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
    let period = match (status, refusal) {
        (_, Some(ix)) => network.commitments.get(ix).period().unwrap_or_default(),
        (CoalitionStatus::None | CoalitionStatus::Declined, None) => Period::default(),
        (CoalitionStatus::Considering, None) => run(network, view.valid_at(), items, Stance::Interest),
        (_, None) => run(network, view.valid_at(), items, Stance::Pledge),
    };
    Standing {
        organisation,
        status,
        tier,
        base: view.is_partner(organisation),
        period,
        strength: Some(strength),
        evidence: at,
        refusal,
    }
}

/// The first rule that fires.
fn status(network: &Network, organisation: Ix<Organisation>, items: &[Evidence]) -> CoalitionStatus {
    let now = |stance: Stance| items.iter().any(|item| item.tense == Tense::Current && item.stance >= stance);
    let needs_ratification = matches!(
        network.organisations.get(organisation).kind,
        OrganisationKind::Municipality | OrganisationKind::Province | OrganisationKind::WaterBoard
    );
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

/// The unbroken run of evidence of at least this stance that has the day, or the last one before it.
fn run(network: &Network, day: NaiveDate, items: &[Evidence], least: Stance) -> Period {
    let mut counted: Vec<&Evidence> = items.iter().filter(|item| item.stance >= least).collect();
    if counted.is_empty() {
        // A former one that never was a member: what it showed was interest.
        counted = items.iter().filter(|item| item.stance == Stance::Interest).collect();
    }
    let ends = |item: &Evidence| if item.tense == Tense::Ended { item.span.to.min(day) } else { item.span.to };
    let Some(last) = counted.iter().map(|item| ends(item)).max() else { return Period::default() };
    let mut from = last;
    loop {
        let touching = counted.iter().filter(|item| ends(item) >= from);
        let Some(earliest) = touching.map(|item| item.span.from).min().filter(|earliest| *earliest < from) else {
            break;
        };
        from = earliest;
    }
    let first = counted.iter().filter(|item| item.span.from == from).min_by_key(|item| item.participation);
    let end = counted.iter().filter(|item| ends(item) == last).min_by_key(|item| item.participation);
    Period {
        since: first.and_then(|item| written(network, item.participation).since),
        until: end.filter(|item| item.span.to < NaiveDate::MAX).and_then(|item| until(network, item)),
    }
}

/// The period of a participation as written.
fn written(network: &Network, participation: Participation) -> Period {
    let period = match participation {
        Participation::Seat(ix) => network.seats.get(ix).period(),
        Participation::Commitment(ix) => network.commitments.get(ix).period(),
        Participation::Signature(ix) => network.signatures.get(ix).period(),
    };
    period.unwrap_or_default()
}

/// Until when evidence holds, as written: its own end, or the end of what it cannot be without.
fn until(network: &Network, item: &Evidence) -> Option<PartialDate> {
    written(network, item.participation).until.or_else(|| match item.venue {
        Venue::Body(ix) => network.bodies.get(ix).until,
        Venue::Initiative(ix) => network.initiatives.get(ix).until,
        Venue::Agreement(ix) => network.agreements.get(ix).until,
        Venue::ProgrammeLine(_) => None,
    })
}
