//! Organisations by the ids and keys that they have, or had before they were merged into another one.

use crate::facts::*;
use crate::id::{FactId, MergedOrganisationId, OrganisationId};
use crate::network::{Network, Tables};
use crate::problem::{Problem, Wrong};
use crate::references::problem;
use crate::table::Ix;

impl Network {
    /// The organisation with this id, or the one that it was merged into.
    #[must_use]
    pub fn organisation(&self, id: OrganisationId) -> Option<Ix<Organisation>> {
        let merged = || self.merged_organisations.by_id(MergedOrganisationId::from_uuid(id.uuid()));
        self.organisations.by_id(id).or_else(|| self.stays(merged()?))
    }

    /// The organisation with this key, or the one that it was merged into.
    #[must_use]
    pub fn organisation_by_key(&self, key: &str) -> Option<Ix<Organisation>> {
        self.organisations.by_key(key).or_else(|| self.stays(self.merged_organisations.by_key(key)?))
    }

    /// What was merged into an organisation, in the order of their ids.
    pub fn merged_into(&self, id: OrganisationId) -> impl Iterator<Item = Ix<MergedOrganisation>> {
        self.merged_organisations.iter().filter(move |(_, row)| row.into == id).map(|(ix, _)| ix)
    }

    fn stays(&self, merged: Ix<MergedOrganisation>) -> Option<Ix<Organisation>> {
        // One step is enough: it always points at an organisation, never at another one that was merged.
        self.organisations.by_id(self.merged_organisations.get(merged).into)
    }
}

/// Organisations that are there although they were merged into another one: who is meant by id or key would be open.
pub(crate) fn problems(tables: &Tables, problems: &mut Vec<Problem>) {
    let there = |row: &MergedOrganisation| {
        tables.organisations.by_id(OrganisationId::from_uuid(row.id.uuid())).is_some()
            || tables.organisations.by_key(&row.slug).is_some()
    };
    let rows = tables.merged_organisations.iter().filter(|(_, row)| there(row));
    problems.extend(rows.map(|(_, row)| problem(row, Some("slug"), Wrong::GivenTwice)));
}
