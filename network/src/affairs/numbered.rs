//! Who is reached by what, and numbers for them, as the algorithms of this module call them.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;
use uuid::Uuid;

use crate::facts::{ContactMoment, ContactStatus, Target};
use crate::id::FactId;
use crate::table::Ix;
use crate::view::View;

/// Who is reached, whatever topic it is for: the organisation, person or body of a target.
#[must_use]
pub fn reached(target: &Target) -> Option<Uuid> {
    let organisation = target.organisation.map(FactId::uuid);
    organisation.or(target.person.map(FactId::uuid)).or(target.body.map(FactId::uuid))
}

/// Talks that were held or are planned, each with its day: the first one that it may mean.
pub(super) fn talks(view: &View) -> impl Iterator<Item = (Ix<ContactMoment>, NaiveDate, &ContactMoment)> {
    let table = &view.network().contact_moments;
    let there =
        table.iter().filter(|(ix, row)| row.status != ContactStatus::Cancelled && view.fact(table, *ix).is_some());
    there.filter_map(|(ix, row)| Some((ix, row.date.earliest()?, row)))
}

/// Who was reached by a talk: whom it was to reach, and who was there.
pub(super) fn spoken_to<'a>(view: &'a View, talk: &'a ContactMoment) -> impl Iterator<Item = Uuid> + 'a {
    let targets = &view.network().targets;
    let target = talk.target.and_then(|id| targets.by_id(id)).and_then(|ix| reached(targets.get(ix)));
    let there = talk.their_persons.iter().map(|id| id.uuid()).filter(move |id| Some(*id) != target);
    target.into_iter().chain(there)
}

/// A number for each, in the order in which they are first asked for.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    known: FxHashMap<Uuid, u32>,
}

impl Numbers {
    pub(super) fn of(&mut self, whom: Uuid) -> u32 {
        if let Some(number) = self.known.get(&whom) {
            return *number;
        }
        let number = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        self.known.insert(whom, number);
        number
    }
}
