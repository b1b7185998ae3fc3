//! Where one organisation stands towards a line: status, tier, since, strength.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::evidence::{Evidence, Place, Stance, needs_ratification};
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
    places: &FxHashMap<Ix<Initiative>, Place>,
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
    let written = Written { view, network, organisation, places };
    let period = match (status, refusal) {
        (_, Some(ix)) => network.commitments.get(ix).period().unwrap_or_default(),
        (CoalitionStatus::None | CoalitionStatus::Declined, None) => Period::default(),
        (CoalitionStatus::Considering, None) => run(&written, items, Stance::Interest),
        (_, None) => run(&written, items, Stance::Pledge),
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
    let needs_ratification = needs_ratification(network.organisations.get(organisation).kind);
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

/// The unbroken run of evidence of at least this stance that lasts longest: that of the day, or the last one before it.
fn run(written: &Written, items: &[Evidence], least: Stance) -> Period {
    let mut counted: Vec<&Evidence> = items.iter().filter(|item| item.stance >= least).collect();
    if counted.is_empty() {
        // A former one that never was a member: what it showed was interest.
        counted = items.iter().filter(|item| item.stance == Stance::Interest).collect();
    }
    let Some(last) = counted.iter().map(|item| item.span.to).max() else { return Period::default() };
    let mut from = last;
    loop {
        let touching = counted.iter().filter(|item| item.span.to >= from);
        let Some(earliest) = touching.map(|item| item.span.from).min().filter(|earliest| *earliest < from) else {
            break;
        };
        from = earliest;
    }
    let first = counted.iter().filter(|item| item.span.from == from).min_by_key(|item| item.participation);
    let end = counted.iter().filter(|item| item.span.to == last).min_by_key(|item| item.participation);
    Period { since: first.and_then(|item| written.since(item)), until: end.and_then(|item| written.until(item)) }
}

/// Finds the dates of evidence as their sources write them.
struct Written<'a> {
    view: &'a View,
    network: &'a Network,
    organisation: Ix<Organisation>,
    places: &'a FxHashMap<Ix<Initiative>, Place>,
}

impl Written<'_> {
    /// Since when: by the participation itself, or by the membership through which a seat counts; never by a body.
    fn since(&self, item: &Evidence) -> Option<PartialDate> {
        let own = self.own(item).since;
        let begins = |date: &PartialDate| date.earliest() == Some(item.span.from);
        own.filter(begins).or_else(|| self.memberships(item).filter_map(|row| row.since).find(begins)).or(own)
    }

    /// Until when: by the participation itself, or by what it cannot be without and ends first.
    fn until(&self, item: &Evidence) -> Option<PartialDate> {
        let network = self.network;
        let (venue, mut via) = match item.venue {
            Venue::Body(ix) => (network.bodies.get(ix).until, None),
            Venue::Agreement(ix) => (network.agreements.get(ix).until, None),
            Venue::Initiative(ix) => (None, Some(ix)),
            Venue::ProgrammeLine(_) => (None, None),
        };
        let way = std::iter::from_fn(|| {
            let ix = via?;
            via = self.places.get(&ix).and_then(|place| place.via);
            Some(network.initiatives.get(ix).until)
        });
        let others =
            self.memberships(item).map(|row| row.until).chain([network.organisations.get(self.organisation).until]);
        let ends = |date: &PartialDate| date.latest().and_then(|day| day.succ_opt()) == Some(item.span.to);
        [self.own(item).until, venue].into_iter().chain(way).chain(others).flatten().find(ends)
    }

    fn own(&self, item: &Evidence) -> Period {
        let period = match item.participation {
            Participation::Seat(ix) => self.network.seats.get(ix).period(),
            Participation::Commitment(ix) => self.network.commitments.get(ix).period(),
            Participation::Signature(ix) => self.network.signatures.get(ix).period(),
        };
        period.unwrap_or_default()
    }

    /// The memberships of the organisation in the group on whose behalf a seat is held, as far as the view has them.
    fn memberships(&self, item: &Evidence) -> impl Iterator<Item = &GroupMembership> {
        let group = match item.participation {
            Participation::Seat(ix) => self.network.seats.get(ix).on_behalf_of_group,
            _ => None,
        };
        let rows = self.network.belonging.memberships_of.of(self.organisation).iter();
        rows.filter(|ix| self.view.fact(&self.network.group_memberships, **ix).is_some())
            .map(|ix| self.network.group_memberships.get(*ix))
            .filter(move |row| Some(row.group) == group)
    }
}
