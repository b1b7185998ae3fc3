//! On which days there is somebody to talk to.

use chrono::NaiveDate;

use super::Blocker;
use super::days::{Day, day, is_weekend, number, weekdays};

/// Days on which a council or board does not meet, and its members are not to be spoken to (reces).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Recess {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

/// Working days: Monday to Friday without holidays and recesses.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    /// In order.
    holidays: Vec<Day>,
    /// In order of their first day.
    recesses: Vec<Recess>,
    /// All of them as stretches of days that do not touch, in order, each with the weekdays in all up to its end.
    closed: Vec<(Day, Day, i32)>,
}

/// Why there is nobody to talk to on a weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Closed {
    Holiday,
    Recess,
}

impl Calendar {
    /// The calendar with these holidays and recesses, in any order. A recess whose last day comes before its first one has
    /// no days.
    #[must_use]
    pub fn new(holidays: &[NaiveDate], recesses: &[Recess]) -> Self {
        let mut holidays: Vec<Day> = holidays.iter().map(|day| number(*day)).collect();
        holidays.sort_unstable();
        holidays.dedup();
        let mut recesses: Vec<Recess> = recesses.iter().copied().filter(|recess| recess.first <= recess.last).collect();
        recesses.sort_unstable();
        let mut stretches: Vec<(Day, Day)> = holidays.iter().map(|day| (*day, *day)).collect();
        stretches.extend(recesses.iter().map(|recess| (number(recess.first), number(recess.last))));
        stretches.sort_unstable();
        let mut merged: Vec<(Day, Day)> = Vec::new();
        for (first, last) in stretches {
            match merged.last_mut().filter(|(_, before)| first <= *before + 1) {
                Some((_, before)) => *before = (*before).max(last),
                None => merged.push((first, last)),
            }
        }
        let mut so_far = 0;
        let closed = merged.into_iter().map(|(first, last)| {
            so_far += weekdays(last) - weekdays(first - 1);
            (first, last, so_far)
        });
        Self { closed: closed.collect(), holidays, recesses }
    }

    /// Whether it is a working day.
    #[must_use]
    pub fn is_open(&self, day: NaiveDate) -> bool {
        self.opens(number(day))
    }

    pub(super) fn opens(&self, day: Day) -> bool {
        let at = self.closed.partition_point(|(first, ..)| *first <= day);
        let inside = at.checked_sub(1).is_some_and(|at| self.closed[at].1 >= day);
        !inside && !is_weekend(day)
    }

    /// Working days from one day to another, both included; 0 when there are none.
    pub(super) fn working_days(&self, first: Day, last: Day) -> i32 {
        if first > last {
            return 0;
        }
        weekdays(last) - weekdays(first - 1) - (self.closed_up_to(last) - self.closed_up_to(first - 1))
    }

    /// Weekdays without work up to and with a day.
    fn closed_up_to(&self, day: Day) -> i32 {
        let at = self.closed.partition_point(|(first, ..)| *first <= day);
        let Some((_, last, so_far)) = at.checked_sub(1).map(|at| self.closed[at]) else { return 0 };
        so_far - (weekdays(last) - weekdays(day.min(last)))
    }

    /// The last of so many working days that begin with this one; `None` when it lies after the limit.
    pub(super) fn end(&self, first: Day, days: u8, limit: Day) -> Option<Day> {
        let mut open = (first..=limit).filter(|day| self.opens(*day));
        open.nth(usize::from(days.max(1)) - 1)
    }

    /// The first working day from one on; `None` when it lies after the limit.
    pub(super) fn next_open(&self, from: Day, limit: Day) -> Option<Day> {
        (from..=limit).find(|day| self.opens(*day))
    }

    /// The first of so many working days that end at the limit or before; `None` when it lies before the first day.
    pub(super) fn latest_start(&self, first: Day, limit: Day, days: u8) -> Option<Day> {
        let mut open = (first..=limit).rev().filter(|day| self.opens(*day));
        open.nth(usize::from(days.max(1)) - 1)
    }

    /// Why a weekday is no working day: a recess, when it lies in one.
    pub(super) fn why_closed(&self, at: Day) -> Option<Closed> {
        if is_weekend(at) || self.opens(at) {
            None
        } else if self.recess_on(day(at)).is_some() {
            Some(Closed::Recess)
        } else {
            Some(Closed::Holiday)
        }
    }

    /// What closes the weekdays between two days for this reason: each recess or holiday once, in order.
    pub(super) fn closing(&self, first: Day, last: Day, reason: Closed) -> Vec<Blocker> {
        match reason {
            Closed::Recess => {
                let touched =
                    self.recesses.iter().filter(|recess| recess.first <= day(last) && recess.last >= day(first));
                touched.map(|recess| Blocker::Recess(*recess)).collect()
            }
            Closed::Holiday => {
                let within = self.holidays.iter().filter(|day| (first..=last).contains(day));
                let alone = within.filter(|day| self.why_closed(**day) == Some(Closed::Holiday));
                alone.map(|at| Blocker::Holiday(day(*at))).collect()
            }
        }
    }

    fn recess_on(&self, day: NaiveDate) -> Option<&Recess> {
        let begun = self.recesses.partition_point(|recess| recess.first <= day);
        self.recesses[..begun].iter().find(|recess| recess.last >= day)
    }
}
