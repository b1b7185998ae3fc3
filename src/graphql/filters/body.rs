//! Which bodies.

use async_graphql::InputObject;
use network::facts;
use network::links::Venue;
use network::period::Tense;
use network::table::Ix;
use network::view::View;

use super::OrganisationFilter;
use super::by::{OrganisationBy, ProgrammeLineBy};
use super::values::{BodyKindFilter, BodyLevelFilter, TextFilter, combined, given};

/// Which bodies. All that is given must hold on the day of the view.
#[derive(Debug, Clone, Default, InputObject)]
pub struct BodyFilter {
    /// All of these hold.
    and: Option<Vec<BodyFilter>>,
    /// At least one of these holds.
    or: Option<Vec<BodyFilter>>,
    /// This does not hold.
    not: Option<Box<BodyFilter>>,
    /// By key.
    slug: Option<TextFilter>,
    /// By name, Dutch or English.
    name: Option<TextFilter>,
    /// By what it is.
    kind: Option<BodyKindFilter>,
    /// By who meets.
    level: Option<BodyLevelFilter>,
    /// Whether it is a democratic organ.
    democratic: Option<bool>,
    /// Whether it stands in the governance chart.
    in_chart: Option<bool>,
    /// Whether it stands in the meeting schedule.
    in_schedule: Option<bool>,
    /// Steers this line.
    steers: Option<ProgrammeLineBy>,
    /// Reports to a body like this.
    parent: Option<Box<BodyFilter>>,
    /// An organ of this organisation.
    organisation: Option<OrganisationBy>,
    /// Has a seat on behalf of an organisation like this.
    seat_for: Option<Box<OrganisationFilter>>,
}

impl BodyFilter {
    /// Whether a body passes.
    pub(in crate::graphql) fn matches(&self, view: &View, ix: Ix<facts::Body>) -> bool {
        let network = view.network();
        let row = network.bodies.get(ix);
        let named = |filter: &TextFilter| {
            filter.passes(&row.name_nl) || row.name_en.as_ref().is_some_and(|name| filter.passes(name))
        };
        let parent = || row.parent.and_then(|id| network.bodies.by_id(id)).filter(|ix| view.sees(*ix).is_some());
        let steered =
            |line| row.steers_programme_lines.iter().any(|id| network.programme_lines.by_id(*id) == Some(line));
        let organisation = || row.organisation.and_then(|id| network.organisations.by_id(id));
        let seated = |filter: &OrganisationFilter| {
            let mut links = view.links_at(Venue::Body(ix));
            links.any(|(link, tense)| tense == Tense::Current && filter.matches(view, link.organisation))
        };
        combined!(
            self,
            view,
            ix,
            given!(self.slug, &row.slug)
                && self.name.as_ref().is_none_or(named)
                && given!(self.kind, Some(row.kind))
                && given!(self.level, row.level)
                && self.democratic.is_none_or(|democratic| row.democratic == democratic)
                && self.in_chart.is_none_or(|in_chart| row.in_chart == in_chart)
                && self.in_schedule.is_none_or(|in_schedule| row.in_schedule == in_schedule)
                && self.steers.as_ref().is_none_or(|by| by.find(view).is_some_and(steered))
                && self.parent.as_ref().is_none_or(|filter| parent().is_some_and(|ix| filter.matches(view, ix)))
                && self
                    .organisation
                    .as_ref()
                    .is_none_or(|by| by.find(view).is_some_and(|ix| organisation() == Some(ix)))
                && self.seat_for.as_ref().is_none_or(|filter| seated(filter))
        )
    }
}
