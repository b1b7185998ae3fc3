//! When something held.

use chrono::NaiveDate;

use crate::date::PartialDate;

/// A period as written: `until` names the last day, month or year in which it held; empty is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Period {
    /// Since when.
    pub since: Option<PartialDate>,
    /// Until when.
    pub until: Option<PartialDate>,
}

/// Days from `from` up to but not including `to`. Open sides are [`NaiveDate::MIN`] and [`NaiveDate::MAX`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// The first day.
    pub from: NaiveDate,
    /// The first day after.
    pub to: NaiveDate,
}

/// Where a span lies, seen from a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tense {
    /// It is over.
    Ended,
    /// It holds.
    Current,
    /// It has not begun.
    Future,
}

impl Period {
    /// From since to until.
    #[must_use]
    pub fn new(since: Option<PartialDate>, until: Option<PartialDate>) -> Self {
        Self { since, until }
    }

    /// Its days: a start counts from its earliest day, an end to its latest.
    #[must_use]
    pub fn span(self) -> Span {
        Span {
            from: self.since.and_then(PartialDate::earliest).unwrap_or(NaiveDate::MIN),
            to: self.until.and_then(PartialDate::latest).and_then(|day| day.succ_opt()).unwrap_or(NaiveDate::MAX),
        }
    }
}

impl Span {
    /// All days.
    pub const ALWAYS: Self = Self { from: NaiveDate::MIN, to: NaiveDate::MAX };

    /// Whether it holds on this day.
    #[must_use]
    pub fn contains(self, day: NaiveDate) -> bool {
        self.from <= day && day < self.to
    }

    /// Whether it has no day.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.to <= self.from
    }

    /// The days that both have.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { from: self.from.max(other.from), to: self.to.min(other.to) }
    }

    /// From the first day of both to the last, the days between included.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self { from: self.from.min(other.from), to: self.to.max(other.to) }
    }

    /// Where it lies, seen from this day.
    #[must_use]
    pub fn tense(self, day: NaiveDate) -> Tense {
        if self.from > day {
            Tense::Future
        } else if day < self.to {
            Tense::Current
        } else {
            Tense::Ended
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(since: &str, until: &str) -> Span {
        let date = |text: &str| (!text.is_empty()).then(|| text.parse().expect("a date"));
        Period::new(date(since), date(until)).span()
    }

    #[test]
    fn until_names_the_last_day_month_or_year() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        assert!(span("2020", "2023").contains(day("2023-12-31")));
        assert!(!span("2020", "2023").contains(day("2024-01-01")));
        assert!(span("[..2018]", "").contains(day("1813-01-01")));
        assert!(span("2024-03-14", "2024-03-14").contains(day("2024-03-14")));
        assert!(span("2024-03-14", "2024-03-13").is_empty());
        assert_eq!(span("2024", "").tense(day("2023-12-31")), Tense::Future);
        assert_eq!(span("", "2022").tense(day("2023-01-01")), Tense::Ended);
    }
}
