//! Which persons.

use async_graphql::InputObject;
use network::facts;
use network::table::Ix;
use network::view::View;

use super::OrganisationFilter;
use super::values::{TextFilter, combined, given};

/// Which persons. All that is given must hold on the day of the view.
#[derive(Debug, Clone, Default, InputObject)]
pub struct PersonFilter {
    /// All of these hold.
    and: Option<Vec<PersonFilter>>,
    /// At least one of these holds.
    or: Option<Vec<PersonFilter>>,
    /// This does not hold.
    not: Option<Box<PersonFilter>>,
    /// By key.
    slug: Option<TextFilter>,
    /// By name.
    name: Option<TextFilter>,
    /// Holds an office at an organisation like this.
    office_at: Option<OrganisationFilter>,
}

impl PersonFilter {
    /// Whether a person passes.
    pub(in crate::graphql) fn matches(&self, view: &View, ix: Ix<facts::Person>) -> bool {
        let network = view.network();
        let row = network.persons.get(ix);
        let office = |filter: &OrganisationFilter| {
            let mut offices = view.current(&network.offices, network.belonging.offices_of.of(ix));
            offices.any(|(_, office)| {
                network.organisations.by_id(office.organisation).is_some_and(|ix| filter.matches(view, ix))
            })
        };
        combined!(
            self,
            view,
            ix,
            given!(self.slug, &row.slug) && given!(self.name, &row.name) && self.office_at.as_ref().is_none_or(office)
        )
    }
}
