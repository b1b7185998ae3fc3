//! When to talk to whom: talks put on working days before the moments at which something is decided.

mod booked;
mod calendar;
mod days;
mod holidays;
mod order;
mod place;
mod plan;
mod reason;
mod stage;

#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use calendar::{Calendar, Recess};
pub use holidays::NationalHoliday;
pub use plan::plan;
pub use stage::{BadWindow, StageWindow, StageWindows, Window};

use crate::codes;

codes! {
    /// Why a talk finds no day.
    pub enum ScheduleConstraint {
        /// It waits for a talk that waits for it.
        Cycle,
        /// The introduction that it needs finds no day, or none that is early enough.
        Prerequisite,
        /// The days on which it would matter are over, or too few of them are left.
        WindowPassed,
        /// The days on which it would matter are fewer working days than it takes.
        WindowTooShort,
        /// There is a recess on the days on which it would matter.
        Recess,
        /// There are holidays on the days on which it would matter.
        Holiday,
        /// Somebody else talks to the same target too shortly before or after.
        Spacing,
        /// Who is to have the talk has as many that week as they can.
        Capacity,
        /// Who is to have the talk has as many that day as they can.
        DayTaken,
    }
}

/// A talk that is wished for. On behalf of which partner does not matter: a target does not want to be talked to every
/// week, whoever sends.
#[derive(Debug, Clone, PartialEq)]
pub struct Talk {
    /// Settles what is equal otherwise: the lower number goes first. No two talks have the same.
    pub order: u32,
    /// Who is to have it.
    pub owner: u32,
    /// With whom: the person, and whom they are spoken to for. With none of them it may come too shortly after another talk.
    pub targets: Vec<u32>,
    /// Working days that it takes, one after the other; at least 1.
    pub days: u8,
    /// What it is worth; of talks that must be had by the same day the one that is worth more goes first.
    pub priority: f64,
    /// The days on which it would matter.
    pub window: Window,
    /// Place of the calendar that says on which days there is nobody to talk to.
    pub calendar: usize,
    /// Places of the talks that have to be over before it: introductions.
    pub after: Vec<usize>,
}

/// A contact that is planned or held already and stays where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fixed {
    /// Whose day it takes.
    pub owners: Vec<u32>,
    /// With whom, as for a [`Talk`].
    pub targets: Vec<u32>,
    /// On which day.
    pub day: NaiveDate,
}

/// What holds for all talks. An installation may set other rules; answers tell which were used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rules {
    /// Days from the last day of a contact to the first day of the next one with the same target, whoever has them, at
    /// least; with 0 they may be on one day.
    pub spacing_days: u16,
    /// Talks that an owner can have in a week, from Monday to Sunday, unless told otherwise. A talk of several days counts
    /// once for each.
    pub per_week: u16,
    /// Talks that an owner can have on a day.
    pub per_day: u16,
}

impl Default for Rules {
    fn default() -> Self {
        Self { spacing_days: 14, per_week: 5, per_day: 1 }
    }
}

/// What is to be planned.
#[derive(Debug, Clone, Copy)]
pub struct Wishes<'a> {
    /// The talks.
    pub talks: &'a [Talk],
    /// What is planned or held already.
    pub fixed: &'a [Fixed],
    /// On which days there is nobody to talk to.
    pub calendars: &'a [Calendar],
    /// Owners who can have more or fewer talks a week than others, with how many. The last one of an owner counts.
    pub per_week: &'a [(u32, u16)],
    /// The first day on which something can be planned.
    pub from: NaiveDate,
    /// What holds for all talks.
    pub rules: &'a Rules,
}

/// A talk on its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned {
    /// Place of the talk.
    pub talk: usize,
    /// The first day.
    pub first: NaiveDate,
    /// The last day; the first one again for a talk of one day.
    pub last: NaiveDate,
    /// Working days that are left in its window afterwards. Talks that wait for it may need it earlier.
    pub slack_days: u32,
}

/// What stands in the way of a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blocker {
    /// Another talk, by its place.
    Talk(usize),
    /// A contact that is fixed, by its place.
    Fixed(usize),
    /// A recess.
    Recess(Recess),
    /// A holiday.
    Holiday(NaiveDate),
}

/// A talk that finds no day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Infeasible {
    /// Place of the talk.
    pub talk: usize,
    /// What binds: without it alone the talk would find a day, and on more days than without any other. When it takes
    /// more than one to be lifted, the one that is in the way on most days. Of equals the first in the list of
    /// [`ScheduleConstraint`].
    pub binding: ScheduleConstraint,
    /// The first day on which that is in the way, and nothing else when there is such a day; `None` when no single day
    /// says it.
    pub day: Option<NaiveDate>,
    /// What stands in the way, on that day if there is one. Empty when it is the window itself, or an owner who can have
    /// no talks.
    pub blockers: Vec<Blocker>,
}

/// Talks on days.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// What was planned, by day and then by order.
    pub planned: Vec<Planned>,
    /// What finds no day, by order.
    pub infeasible: Vec<Infeasible>,
}

/// Why nothing can be planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It waits for a talk that does not exist.
    #[error("talk {talk} comes after talk {after}, which does not exist")]
    NoSuchTalk {
        /// Place of the talk.
        talk: usize,
        /// For what it waits.
        after: usize,
    },
    /// No such calendar.
    #[error("talk {talk} goes by calendar {calendar}, which does not exist")]
    NoSuchCalendar {
        /// Place of the talk.
        talk: usize,
        /// What was given.
        calendar: usize,
    },
    /// It takes no time.
    #[error("talk {talk} takes no day")]
    NoDays {
        /// Place of the talk.
        talk: usize,
    },
}
