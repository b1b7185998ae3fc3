//! Talks that are planned and no longer fit, so that they are to be planned anew.

use chrono::{Datelike, NaiveDate};
use rustc_hash::FxHashSet;

use super::Asked;
use super::aims::{Aim, is_for};
use crate::affairs::numbered::talks;
use crate::affairs::schedule::NationalHoliday;
use crate::facts::*;
use crate::id::PersonId;
use crate::table::Ix;
use crate::view::View;

/// Planned talks of ours with the targets that lie on a day on which talking does not help any more, or on which there is
/// nobody to talk to; with the introductions that only they wait for. What others plan, what is over and what serves
/// something else is not ours to move.
pub(super) fn lifted(view: &View, asked: &Asked, aims: &[Aim]) -> FxHashSet<Ix<ContactMoment>> {
    let network = view.network();
    let ours: FxHashSet<PersonId> = asked.ours.iter().map(|ix| network.persons.get(*ix).id).collect();
    let may_move = |day: NaiveDate, row: &ContactMoment| {
        row.status == ContactStatus::Planned
            && day >= asked.from
            && row.our_persons.iter().any(|person| ours.contains(person))
    };
    let planned: Vec<_> = talks(view).filter(|(_, day, row)| may_move(*day, row)).collect();
    let mut lifted = FxHashSet::default();
    for (ix, day, row) in &planned {
        let Some(aim) = aims.iter().find(|aim| is_for(view, row, aim.target)) else { continue };
        let helps = aim.stages.iter().any(|stage| (stage.window.first()..=stage.window.last()).contains(day));
        let body = network.targets.get(aim.target).body.and_then(|id| network.bodies.by_id(id));
        if !helps || is_closed(asked, *day, body) {
            lifted.insert(*ix);
        }
    }
    // An introduction goes with the last talk that waits for it, and the one before it with that.
    loop {
        let waits = |id, is_lifted: bool| {
            let mut waiting = talks(view).filter(|(_, _, row)| row.after == Some(id));
            waiting.any(|(ix, ..)| lifted.contains(&ix) == is_lifted)
        };
        let more: Vec<_> = planned
            .iter()
            .filter(|(ix, _, row)| !lifted.contains(ix) && waits(row.id, true) && !waits(row.id, false))
            .map(|(ix, ..)| *ix)
            .collect();
        if more.is_empty() {
            return lifted;
        }
        lifted.extend(more);
    }
}

/// Whether a day is a holiday, or lies in a recess of everybody or of a body.
fn is_closed(asked: &Asked, day: NaiveDate, body: Option<Ix<Body>>) -> bool {
    let is_national = || NationalHoliday::of_years(day.year()..=day.year()).iter().any(|(holiday, _)| *holiday == day);
    let mut recesses = asked.recesses.iter().filter(|of| of.body.is_none() || of.body == body);
    asked.holidays.contains(&day)
        || asked.national_holidays && is_national()
        || recesses.any(|of| (of.recess.first..=of.recess.last).contains(&day))
}
