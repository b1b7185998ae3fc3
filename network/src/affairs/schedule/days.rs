//! Days as numbers, for counting.

use chrono::{Datelike, NaiveDate};

/// A day: 1 is the first of January of the year 1, a Monday.
pub(super) type Day = i32;

pub(super) fn number(day: NaiveDate) -> Day {
    day.num_days_from_ce()
}

/// The day of a number that came from a day.
pub(super) fn day(number: Day) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(number).unwrap_or_default()
}

/// Number of the week, from Monday to Sunday: ISO weeks one after the other.
pub(super) fn week(day: Day) -> i32 {
    (day - 1).div_euclid(7)
}

pub(super) fn is_weekend(day: Day) -> bool {
    (day - 1).rem_euclid(7) > 4
}

/// Days from Monday to Friday up to and with this one; only differences mean something.
pub(super) fn weekdays(day: Day) -> i32 {
    day.div_euclid(7) * 5 + day.rem_euclid(7).min(5)
}
