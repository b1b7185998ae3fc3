//! What a plan would change of what is planned now.

use chrono::NaiveDate;

use super::aims::{is_for, is_with};
use super::{ContactPlan, VisitPurpose};
use crate::codes;
use crate::facts::*;
use crate::table::Ix;
use crate::view::View;

codes! {
    /// What becomes of a talk that is planned, or would come.
    pub enum PlanChange {
        /// It is planned and stays on its day.
        Unchanged,
        /// It is planned and would be on another day.
        Moved,
        /// It is not planned yet.
        New,
        /// It is planned, and nothing that is asked for needs it any more or has a day for it.
        Dropped,
    }
}

/// What becomes of a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// What.
    pub change: PlanChange,
    /// Place of the talk of the plan; `None`: none is wished for it. Of one that is dropped it is a talk that finds no day.
    pub visit: Option<usize>,
    /// The talk that is planned now; `None`: there is none.
    pub talk: Option<Ix<ContactMoment>>,
    /// On which day it is now; `None`: there is none.
    pub from: Option<NaiveDate>,
    /// On which day it would be; `None`: none.
    pub to: Option<NaiveDate>,
}

impl ContactPlan {
    /// What the plan would change of what is planned now, in the order of days. A talk of the plan stands for the planned
    /// one with the same target, an introduction for one with the same person: of several the one on the same day, else the
    /// nearest. Each stands for one at most.
    #[must_use]
    pub fn difference(&self, view: &View) -> Vec<Difference> {
        let moments = &view.network().contact_moments;
        let day = |talk: Ix<ContactMoment>| moments.get(talk).date.earliest();
        let mut there: Vec<_> = self.in_place.iter().map(|there| there.talk).collect();
        there.sort_by_key(|talk| (day(*talk), moments.get(*talk).id));
        there.dedup();
        there.retain(|talk| moments.get(*talk).status == ContactStatus::Planned);
        let mut all: Vec<Difference> = there
            .into_iter()
            .map(|talk| {
                let from = day(talk);
                Difference { change: PlanChange::Unchanged, visit: None, talk: Some(talk), from, to: from }
            })
            .collect();
        // What has to be done after talks is no talk itself.
        let talks = self.planned.iter().filter(|planned| self.visits[planned.talk].follow_up.is_none());
        let mut free: Vec<(usize, NaiveDate)> = talks.map(|planned| (planned.talk, planned.first)).collect();
        let mut moved = self.lifted.clone();
        for same_day in [true, false] {
            moved.retain(|talk| {
                let Some(from) = day(*talk) else { return false };
                let fits = |(_, (visit, to)): &(usize, &(usize, NaiveDate))| {
                    (!same_day || *to == from) && self.stands_for(view, *visit, *talk)
                };
                let nearest = free.iter().enumerate().filter(fits).min_by_key(|(_, (_, to))| ((*to - from).abs(), *to));
                let Some((at, (visit, to))) = nearest.map(|(at, found)| (at, *found)) else { return true };
                free.remove(at);
                let change = if same_day { PlanChange::Unchanged } else { PlanChange::Moved };
                let (visit, talk) = (Some(visit), Some(*talk));
                all.push(Difference { change, visit, talk, from: Some(from), to: Some(to) });
                false
            });
        }
        all.extend(moved.into_iter().map(|talk| {
            let mut without_day = self.infeasible.iter().map(|none| none.talk);
            let visit = without_day.find(|visit| self.stands_for(view, *visit, talk));
            Difference { change: PlanChange::Dropped, visit, talk: Some(talk), from: day(talk), to: None }
        }));
        all.extend(free.into_iter().map(|(visit, to)| Difference {
            change: PlanChange::New,
            visit: Some(visit),
            talk: None,
            from: None,
            to: Some(to),
        }));
        // What is equal otherwise stays in the order in which it was found, which goes by days and ids.
        all.sort_by_key(|difference| (difference.to.or(difference.from), difference.change));
        all
    }

    fn stands_for(&self, view: &View, visit: usize, talk: Ix<ContactMoment>) -> bool {
        let (visit, row) = (&self.visits[visit], view.network().contact_moments.get(talk));
        match visit.purpose {
            VisitPurpose::Talk => visit.targets.iter().any(|target| is_for(view, row, *target)),
            VisitPurpose::Introduction => visit.with.is_some_and(|with| is_with(view, row, with)),
            VisitPurpose::FollowUp => false,
        }
    }
}
