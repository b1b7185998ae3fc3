//! Since when and until when an organisation takes part in a line, as its sources write it.

use super::evidence::{Evidence, Stance};
use super::{Coalition, CoalitionStatus, Standing};
use crate::date::PartialDate;
use crate::facts::*;
use crate::links::{Participation, Venue};
use crate::network::Network;
use crate::period::Period;
use crate::table::Ix;
use crate::view::View;

impl Coalition {
    /// Since when and until when a standing holds, as written: the date of the evidence that starts the unbroken run of its
    /// present membership, and of what ends it. For a precondition the period of the partnership, for a refusal its own.
    #[must_use]
    pub fn period(&self, view: &View, standing: &Standing) -> Period {
        let network = &**view.network();
        if self.kind() == ProgrammeLineKind::Precondition {
            let partnership = view.partnership(standing.organisation);
            return partnership.and_then(|(ix, _)| network.partnerships.get(ix).period()).unwrap_or_default();
        }
        if let Some(refusal) = standing.refusal {
            return network.commitments.get(refusal).period().unwrap_or_default();
        }
        let least = match standing.status {
            CoalitionStatus::None | CoalitionStatus::Declined => return Period::default(),
            CoalitionStatus::Considering => Stance::Interest,
            _ => Stance::Pledge,
        };
        let written = Written { coalition: self, view, network, organisation: standing.organisation };
        run(&written, self.items(standing).iter(), least)
    }
}

/// The unbroken run of evidence of at least this stance that lasts longest: that of the day, or the last one before it.
fn run<'e>(written: &Written, items: impl Iterator<Item = &'e Evidence> + Clone, least: Stance) -> Period {
    let mut counted: Vec<&Evidence> = items.clone().filter(|item| item.stance >= least).collect();
    if counted.is_empty() {
        // A former one that never was a member: what it showed was interest.
        counted = items.filter(|item| item.stance == Stance::Interest).collect();
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
    let first = counted
        .iter()
        .filter(|item| item.span.from == from)
        .min_by_key(|item| item.participation.place(written.network));
    let end =
        counted.iter().filter(|item| item.span.to == last).min_by_key(|item| item.participation.place(written.network));
    Period { since: first.and_then(|item| written.since(item)), until: end.and_then(|item| written.until(item)) }
}

/// Finds the dates of evidence as their sources write them.
struct Written<'a> {
    coalition: &'a Coalition,
    view: &'a View,
    network: &'a Network,
    organisation: Ix<Organisation>,
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
            via = self.coalition.places.get(&ix).and_then(|place| place.via);
            Some(network.initiatives.get(ix).until)
        });
        let owner = match item.venue {
            Venue::Body(ix) => network.bodies.get(ix).organisation.and_then(|id| network.organisations.by_id(id)),
            _ => None,
        };
        let organisations = [Some(self.organisation), owner].into_iter().flatten();
        let ended = organisations.map(|ix| network.organisations.get(ix).until);
        let others = self.memberships(item).map(|row| row.until).chain(ended);
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
        let rows = self.network.belonging.memberships_of.of(self.organisation);
        rows.filter(|ix| self.view.fact(&self.network.group_memberships, *ix).is_some())
            .map(|ix| self.network.group_memberships.get(ix))
            .filter(move |row| Some(row.group) == group)
    }
}
