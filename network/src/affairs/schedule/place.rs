//! Where one talk could be, and what is in the way.

use super::booked::Booked;
use super::days::{Day, number, week};
use super::{Blocker, Calendar, ScheduleConstraint, Talk, Wishes};

/// One talk that looks for its days.
pub(super) struct Place<'a> {
    pub(super) at: usize,
    pub(super) talk: &'a Talk,
    pub(super) calendar: &'a Calendar,
    /// The first day on which it can be, and the last one.
    pub(super) from: Day,
    pub(super) limit: Day,
    booked: &'a Booked<'a>,
    /// What has to be over before it, and when that is.
    pub(super) after: Vec<(usize, Option<Day>)>,
}

impl<'a> Place<'a> {
    pub(super) fn new(
        wishes: &Wishes<'a>,
        booked: &'a Booked<'a>,
        at: usize,
        after: &[usize],
        ends: &[Option<Day>],
    ) -> Self {
        let talk = &wishes.talks[at];
        Self {
            at,
            talk,
            calendar: &wishes.calendars[talk.calendar],
            from: number(talk.window.first().max(wishes.from)),
            limit: number(talk.window.last()),
            booked,
            after: after.iter().map(|other| (*other, ends[*other])).collect(),
        }
    }

    /// The working days from one to another.
    pub(super) fn working_days(&self, first: Day, last: Day) -> impl Iterator<Item = Day> + '_ {
        (first..=last).filter(|day| self.calendar.opens(*day))
    }

    /// All days on which it would fit if nothing was in the way: the first and the last of each.
    pub(super) fn fitting(&self) -> impl Iterator<Item = (Day, Day)> + '_ {
        let starts = self.working_days(self.from, self.limit);
        starts.map_while(|first| Some((first, self.calendar.end(first, self.talk.days, self.limit)?)))
    }

    /// The first days on which nothing is in the way.
    pub(super) fn earliest(&self) -> Option<(Day, Day)> {
        let mut not_before = self.after.iter().try_fold(self.from, |day, (_, end)| Some(day.max((*end)? + 1)))?;
        while not_before <= self.limit {
            let first = self.calendar.next_open(not_before, self.limit)?;
            let last = self.calendar.end(first, self.talk.days, self.limit)?;
            match self.skip(first, last) {
                None => return Some((first, last)),
                Some(next) => not_before = next.max(first + 1),
            }
        }
        None
    }

    /// The first later day that might do; `None` when nothing is in the way on these.
    fn skip(&self, first: Day, last: Day) -> Option<Day> {
        if let Some(next) = self.booked.after(&self.talk.targets, first, last) {
            return Some(next);
        }
        if let Some(full) = self.full_week(first, last) {
            // The Monday after; a talk of several days may begin within the week that is full before it.
            return Some(if self.talk.days == 1 { (full + 1) * 7 + 1 } else { first + 1 });
        }
        self.taken_day(first, last).map(|_| first + 1)
    }

    /// The first week in which the owner can have no more.
    fn full_week(&self, first: Day, last: Day) -> Option<i32> {
        let owner = self.talk.owner;
        (week(first)..=week(last)).find(|at| {
            let own = self.working_days(first.max(at * 7 + 1), last.min(at * 7 + 7)).count();
            own > 0 && self.booked.week(owner, *at).len() + own > self.booked.per_week(owner)
        })
    }

    /// The first day on which the owner can have no more.
    fn taken_day(&self, first: Day, last: Day) -> Option<Day> {
        self.working_days(first, last).find(|day| self.booked.is_day_taken(self.talk.owner, *day))
    }

    /// Whether this is in the way on these days. One that is in the way of no single day never is.
    pub(super) fn is_in_the_way(&self, constraint: ScheduleConstraint, first: Day, last: Day) -> bool {
        match constraint {
            ScheduleConstraint::Prerequisite => self.late(first).next().is_some(),
            ScheduleConstraint::Spacing => self.booked.too_close(&self.talk.targets, first, last).next().is_some(),
            ScheduleConstraint::Capacity => self.full_week(first, last).is_some(),
            ScheduleConstraint::DayTaken => self.taken_day(first, last).is_some(),
            _ => false,
        }
    }

    /// Who stands there.
    pub(super) fn blockers(&self, constraint: ScheduleConstraint, first: Day, last: Day) -> Vec<Blocker> {
        let owner = self.talk.owner;
        let mut there: Vec<Blocker> = match constraint {
            ScheduleConstraint::Prerequisite => self.late(first).map(Blocker::Talk).collect(),
            ScheduleConstraint::Spacing => {
                let mut close: Vec<_> = self.booked.too_close(&self.talk.targets, first, last).collect();
                close.sort_by_key(|(first, ..)| *first);
                close.into_iter().map(|(.., what)| *what).collect()
            }
            ScheduleConstraint::Capacity => {
                let week = self.full_week(first, last);
                week.map_or(&[] as &[_], |week| self.booked.week(owner, week)).iter().map(|(_, what)| *what).collect()
            }
            ScheduleConstraint::DayTaken => {
                let day = self.taken_day(first, last);
                day.into_iter().flat_map(|day| self.booked.day_taken(owner, day)).collect()
            }
            _ => Vec::new(),
        };
        // A talk of several days stands in a week several times, and one with several targets among each of theirs.
        let mut told = Vec::new();
        there.retain(|blocker| {
            !told.contains(blocker) && {
                told.push(*blocker);
                true
            }
        });
        there
    }

    /// What it waits for and is not over before this day.
    fn late(&self, first: Day) -> impl Iterator<Item = usize> + '_ {
        self.after.iter().filter(move |(_, end)| end.is_some_and(|end| end >= first)).map(|(other, _)| *other)
    }
}
