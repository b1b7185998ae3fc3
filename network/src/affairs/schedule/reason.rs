//! Why a talk finds no day.

use super::calendar::Closed;
use super::days::{Day, number, weekdays};
use super::order::Waiting;
use super::place::Place;
use super::{Blocker, Infeasible, ScheduleConstraint};

/// What can be in the way on a day on which a talk would fit.
const ON_A_DAY: [ScheduleConstraint; 4] = [
    ScheduleConstraint::Prerequisite,
    ScheduleConstraint::Spacing,
    ScheduleConstraint::Capacity,
    ScheduleConstraint::DayTaken,
];

/// Of a talk that waits for itself in the end: for which talks of its circle it waits.
pub(super) fn circle(talk: usize, waiting: &Waiting) -> Infeasible {
    let same = waiting.after[talk].iter().filter(|other| waiting.circles[**other] == waiting.circles[talk]);
    let blockers = same.map(|other| Blocker::Talk(*other)).collect();
    Infeasible { talk, binding: ScheduleConstraint::Cycle, day: None, blockers }
}

/// Of a talk that found no day.
pub(super) fn why(place: &Place) -> Infeasible {
    let told = |binding, day: Option<Day>, blockers| Infeasible {
        talk: place.at,
        binding,
        day: day.map(super::days::day),
        blockers,
    };
    let missing = place.after.iter().filter(|(_, end)| end.is_none());
    let missing: Vec<Blocker> = missing.map(|(other, _)| Blocker::Talk(*other)).collect();
    if !missing.is_empty() {
        return told(ScheduleConstraint::Prerequisite, None, missing);
    }
    // By constraint: days on which it is in the way, and alone so; and the first of each.
    let mut days = [Days::default(); ON_A_DAY.len()];
    let mut alone = [Days::default(); ON_A_DAY.len()];
    for (first, last) in place.fitting() {
        let there = ON_A_DAY.map(|constraint| place.is_in_the_way(constraint, first, last));
        let is_alone = there.iter().filter(|there| **there).count() == 1;
        for at in (0..there.len()).filter(|at| there[*at]) {
            days[at].add(first, last);
            if is_alone {
                alone[at].add(first, last);
            }
        }
    }
    match most(&alone).or_else(|| most(&days)) {
        Some((binding, (first, last))) => told(binding, Some(first), place.blockers(binding, first, last)),
        None => {
            let (binding, blockers) = no_days(place);
            told(binding, None, blockers)
        }
    }
}

/// How many days, and the first of them: the first and last day of a talk.
#[derive(Clone, Copy, Default)]
struct Days {
    count: u32,
    first: Option<(Day, Day)>,
}

impl Days {
    fn add(&mut self, first: Day, last: Day) {
        self.count += 1;
        self.first.get_or_insert((first, last));
    }
}

/// The constraint of most days; the first of equals.
fn most(days: &[Days; ON_A_DAY.len()]) -> Option<(ScheduleConstraint, (Day, Day))> {
    let mut best: Option<(u32, ScheduleConstraint, (Day, Day))> = None;
    for (constraint, days) in ON_A_DAY.into_iter().zip(days) {
        if let Some(first) = days.first
            && best.is_none_or(|(count, ..)| days.count > count)
        {
            best = Some((days.count, constraint, first));
        }
    }
    best.map(|(_, constraint, first)| (constraint, first))
}

/// Of a talk whose window has too few working days.
fn no_days(place: &Place) -> (ScheduleConstraint, Vec<Blocker>) {
    let (from, limit, days) = (place.from, place.limit, i32::from(place.talk.days));
    let closed = |reason| (from..=limit).filter(|day| place.calendar.why_closed(*day) == Some(reason)).count();
    let open = place.calendar.working_days(from, limit);
    let would_do = |more: usize| more > 0 && i32::try_from(more).is_ok_and(|more| open + more >= days);
    let (recess, holidays) = (closed(Closed::Recess), closed(Closed::Holiday));
    let blockers = |reason| place.calendar.closing(from, limit, reason);
    if would_do(recess) {
        (ScheduleConstraint::Recess, blockers(Closed::Recess))
    } else if would_do(holidays) {
        (ScheduleConstraint::Holiday, blockers(Closed::Holiday))
    } else if would_do(recess + holidays) {
        (ScheduleConstraint::Recess, [blockers(Closed::Recess), blockers(Closed::Holiday)].concat())
    } else {
        let begins = number(place.talk.window.first());
        let once = weekdays(limit) - weekdays(begins - 1) >= days;
        // What is left is too little; it may have been enough before.
        let binding =
            if once && begins < from { ScheduleConstraint::WindowPassed } else { ScheduleConstraint::WindowTooShort };
        (binding, Vec::new())
    }
}
