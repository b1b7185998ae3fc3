//! Which organisations, in which order.

use async_graphql::{Enum, InputObject};
use network::facts;
use network::links::Venue;
use network::period::Tense;
use network::table::Ix;
use network::view::View;

use super::BodyFilter;
use super::by::{AgreementBy, IdentifierInput, InitiativeBy, ProgrammeLineBy, StakeholderGroupBy};
use super::values::{
    CoalitionStatusFilter, CoalitionTierFilter, ConfidenceFilter, GovernmentLayerFilter, HelixFilter, IntFilter,
    OrganisationKindFilter, TextFilter, combined, given,
};

/// Which organisations. All that is given must hold on the day of the view.
#[derive(Debug, Clone, Default, InputObject)]
pub struct OrganisationFilter {
    /// All of these hold.
    and: Option<Vec<OrganisationFilter>>,
    /// At least one of these holds.
    or: Option<Vec<OrganisationFilter>>,
    /// This does not hold.
    not: Option<Box<OrganisationFilter>>,
    /// By key.
    slug: Option<TextFilter>,
    /// By name on the day, Dutch or English.
    name: Option<TextFilter>,
    /// By what it is.
    kind: Option<OrganisationKindFilter>,
    /// By helix.
    helix: Option<HelixFilter>,
    /// By layer of government.
    layer: Option<GovernmentLayerFilter>,
    /// By how sure its row is.
    confidence: Option<ConfidenceFilter>,
    /// By number of inhabitants.
    inhabitants: Option<IntFilter>,
    /// By register number.
    identifier: Option<IdentifierInput>,
    /// Whether it is a partner on the day.
    partner: Option<bool>,
    /// A member of this stakeholder group on the day.
    group: Option<StakeholderGroupBy>,
    /// A part of an organisation like this.
    parent: Option<Box<OrganisationFilter>>,
    /// Lies in the territory of an organisation like this.
    territory: Option<Box<OrganisationFilter>>,
    /// Takes part in something like this on the day.
    participates_in: Option<ParticipatesIn>,
    /// Stands like this towards a programme line.
    standing: Option<StandingFilter>,
}

/// Takes part in something. Give what it shall be; all that is given must hold, each by a participation of its own.
#[derive(Debug, Clone, InputObject)]
pub struct ParticipatesIn {
    /// Holds a seat in a body like this.
    body: Option<BodyFilter>,
    /// Committed itself to this programme line.
    programme_line: Option<ProgrammeLineBy>,
    /// Committed itself to this initiative.
    initiative: Option<InitiativeBy>,
    /// Signed, or committed itself to, this agreement.
    agreement: Option<AgreementBy>,
    /// Whether what has ended counts as well; not when not given.
    include_ended: Option<bool>,
}

/// Where an organisation stands towards a line. All that is given must hold.
#[derive(Debug, Clone, InputObject)]
pub struct StandingFilter {
    /// Towards this line.
    programme_line: ProgrammeLineBy,
    /// By status.
    status: Option<CoalitionStatusFilter>,
    /// By tier.
    tier: Option<CoalitionTierFilter>,
}

/// In which order organisations come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum OrganisationOrder {
    /// Dutch order of names: IJ as I and J; 's-Hertogenbosch under H.
    NameAsc,
    /// Dutch order of names, last first.
    NameDesc,
    /// Most inhabitants first; unknown numbers last.
    InhabitantsDesc,
}

impl OrganisationFilter {
    /// Whether an organisation passes.
    pub(in crate::graphql) fn matches(&self, view: &View, ix: Ix<facts::Organisation>) -> bool {
        let network = view.network();
        let row = network.organisations.get(ix);
        let named = |filter: &TextFilter| {
            [facts::Language::Nl, facts::Language::En].iter().any(|lang| filter.passes(view.name(ix, *lang)))
        };
        let related = |filter: &Option<Box<Self>>, id: Option<network::id::OrganisationId>| {
            filter.as_ref().is_none_or(|filter| {
                let found = id.and_then(|id| network.organisations.by_id(id)).filter(|ix| view.sees(*ix).is_some());
                found.is_some_and(|ix| filter.matches(view, ix))
            })
        };
        combined!(
            self,
            view,
            ix,
            given!(self.slug, &row.slug)
                && self.name.as_ref().is_none_or(named)
                && given!(self.kind, Some(row.kind))
                && given!(self.helix, Some(row.helix))
                && given!(self.layer, row.layer)
                && given!(self.confidence, Some(row.confidence))
                && self.inhabitants.as_ref().is_none_or(|filter| filter.passes(inhabitants(view, ix)))
                && self.identifier.as_ref().is_none_or(|identifier| identifier.find(view) == Some(ix))
                && self.partner.is_none_or(|partner| view.is_partner(ix) == partner)
                && self
                    .group
                    .as_ref()
                    .is_none_or(|group| group.find(view).is_some_and(|group| belongs(view, ix, group)))
                && related(&self.parent, row.parent)
                && related(&self.territory, row.territory)
                && self.participates_in.as_ref().is_none_or(|filter| filter.matches(view, ix))
                && self.standing.as_ref().is_none_or(|filter| filter.matches(view, ix))
        )
    }
}

fn inhabitants(view: &View, ix: Ix<facts::Organisation>) -> Option<i64> {
    view.statistics(ix)?.inhabitants.map(i64::from)
}

fn belongs(view: &View, ix: Ix<facts::Organisation>, group: Ix<facts::StakeholderGroup>) -> bool {
    let network = view.network();
    let mut memberships = view.current(&network.group_memberships, network.belonging.memberships_of.of(ix));
    memberships.any(|(_, row)| network.stakeholder_groups.by_id(row.group) == Some(group))
}

impl ParticipatesIn {
    fn matches(&self, view: &View, ix: Ix<facts::Organisation>) -> bool {
        let ended = self.include_ended == Some(true);
        let takes_part = |here: &dyn Fn(Venue) -> bool| {
            view.links_of(ix).any(|(link, tense)| (ended || tense == Tense::Current) && here(link.venue))
        };
        let body =
            |filter: &BodyFilter| takes_part(&|venue| matches!(venue, Venue::Body(body) if filter.matches(view, body)));
        let at = |place: Option<Venue>| place.is_some_and(|place| takes_part(&|venue| venue == place));
        self.body.as_ref().is_none_or(body)
            && self.programme_line.as_ref().is_none_or(|by| at(by.find(view).map(Venue::ProgrammeLine)))
            && self.initiative.as_ref().is_none_or(|by| at(by.find(view).map(Venue::Initiative)))
            && self.agreement.as_ref().is_none_or(|by| at(by.find(view).map(Venue::Agreement)))
    }
}

impl StandingFilter {
    fn matches(&self, view: &View, ix: Ix<facts::Organisation>) -> bool {
        let standing = self.programme_line.find(view).and_then(|line| view.coalition(line).standing(ix));
        standing.is_some_and(|standing| {
            given!(self.status, Some(standing.status)) && given!(self.tier, Some(standing.tier))
        })
    }
}
