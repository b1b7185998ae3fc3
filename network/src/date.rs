//! Partial and approximate dates, kept as written: a subset of EDTF (ISO 8601-2).

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use crate::serde_with_text::text_serde;

/// A date as its source gives it: `2024`, `2024-03`, `2024-03-14`, `2024-02-14~`, `2023-07/2024-01~`, `[2022..2023]`,
/// `[..2018]`, `[2019..]`.
///
/// `~` marks an approximate date; `a/b` lasts from the first to the second; `[a..b]` is one unknown moment in that
/// span. It shows as it was written (rule R15) and counts as its [`earliest`](Self::earliest) day where something
/// starts, as its [`latest`](Self::latest) where something ends.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PartialDate(Form);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Form {
    Moment(Point),
    Interval(Point, Point),
    OneOf(Option<Point>, Option<Point>),
}

/// A year, a month or a day, perhaps approximate.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Point {
    year: i16,
    /// 0: the whole year.
    month: u8,
    /// 0: the whole month.
    day: u8,
    approximate: bool,
}

/// Why a text is no [`PartialDate`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{text}\" is no date: write 2024, 2024-03, 2024-03-14, 2024-02-14~, 2023-07/2024-01~, [2022..2023] or [..2018]"
)]
pub struct DateError {
    /// What was written.
    pub text: String,
}

impl DateError {
    /// In words, in Dutch and English, for who asks for it.
    #[must_use]
    pub fn words(&self) -> [String; 2] {
        let en = self.to_string();
        let nl = en.replace("is no date: write", "is geen datum: schrijf").replace(" or [", " of [");
        [nl, en]
    }
}

impl PartialDate {
    /// This day.
    ///
    /// # Errors
    /// When the year has no four digits.
    pub fn from_day(day: NaiveDate) -> Result<Self, DateError> {
        day.format("%Y-%m-%d").to_string().parse()
    }

    /// The first day it may mean; `None` when it is open at that side (`[..2018]`).
    #[must_use]
    pub fn earliest(self) -> Option<NaiveDate> {
        match self.0 {
            Form::Moment(point) | Form::Interval(point, _) => Some(point.first()),
            Form::OneOf(earliest, _) => earliest.map(Point::first),
        }
    }

    /// The last day it may mean, that day included; `None` when it is open at that side (`[2019..]`).
    #[must_use]
    pub fn latest(self) -> Option<NaiveDate> {
        match self.0 {
            Form::Moment(point) | Form::Interval(_, point) => Some(point.last()),
            Form::OneOf(_, latest) => latest.map(Point::last),
        }
    }

    /// Whether the source is not sure: `~` or a span in which the moment lies.
    #[must_use]
    pub fn is_approximate(self) -> bool {
        match self.0 {
            Form::Moment(point) => point.approximate,
            Form::Interval(a, b) => a.approximate || b.approximate,
            Form::OneOf(..) => true,
        }
    }
}

impl Point {
    fn first(self) -> NaiveDate {
        // Parsed points are valid days, so the fallback is never taken.
        NaiveDate::from_ymd_opt(i32::from(self.year), u32::from(self.month.max(1)), u32::from(self.day.max(1)))
            .unwrap_or_default()
    }

    fn last(self) -> NaiveDate {
        if self.day > 0 {
            return self.first();
        }
        let (year, month) = match self.month {
            0 | 12 => (i32::from(self.year) + 1, 1),
            month => (i32::from(self.year), u32::from(month) + 1),
        };
        NaiveDate::from_ymd_opt(year, month, 1).and_then(|day| day.pred_opt()).unwrap_or_default()
    }

    fn parse(text: &str) -> Option<Self> {
        let (digits, approximate) = match text.strip_suffix('~') {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let mut parts = digits.split('-');
        let year = number(parts.next()?, 4)?;
        let month = parts.next().map_or(Some(0), |part| number(part, 2).filter(|month| (1..=12).contains(month)))?;
        let day = parts.next().map_or(Some(0), |part| number(part, 2).filter(|day| (1..=31).contains(day)))?;
        if parts.next().is_some() {
            return None;
        }
        let valid = NaiveDate::from_ymd_opt(i32::from(year), month.max(1).into(), day.max(1).into())?;
        Some(Self {
            year: i16::try_from(valid.year()).ok()?,
            month: month.try_into().ok()?,
            day: day.try_into().ok()?,
            approximate,
        })
    }
}

/// Exactly `digits` ASCII digits as a number.
fn number(text: &str, digits: usize) -> Option<u16> {
    (text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let form = || {
            if let Some(inner) = text.strip_prefix('[') {
                let (earliest, latest) = inner.strip_suffix(']')?.split_once("..")?;
                let side = |text: &str| if text.is_empty() { Some(None) } else { Point::parse(text).map(Some) };
                let (earliest, latest) = (side(earliest)?, side(latest)?);
                (earliest.is_some() || latest.is_some()).then_some(Form::OneOf(earliest, latest))
            } else if let Some((first, second)) = text.split_once('/') {
                Some(Form::Interval(Point::parse(first)?, Point::parse(second)?))
            } else {
                Point::parse(text).map(Form::Moment)
            }
        };
        let ordered = |date: &Self| match (date.earliest(), date.latest()) {
            (Some(earliest), Some(latest)) => earliest <= latest,
            _ => true,
        };
        form().map(PartialDate).filter(ordered).ok_or_else(|| DateError { text: text.chars().take(40).collect() })
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        if self.approximate { f.write_str("~") } else { Ok(()) }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = |f: &mut fmt::Formatter<'_>, point: &Option<Point>| point.map_or(Ok(()), |point| point.fmt(f));
        match &self.0 {
            Form::Moment(point) => point.fmt(f),
            Form::Interval(first, second) => write!(f, "{first}/{second}"),
            Form::OneOf(earliest, latest) => {
                f.write_str("[")?;
                side(f, earliest)?;
                f.write_str("..")?;
                side(f, latest)?;
                f.write_str("]")
            }
        }
    }
}

impl fmt::Debug for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

text_serde!(PartialDate);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn span(text: &str) -> String {
        let date: PartialDate = text.parse().expect("a date");
        let day = |day: Option<NaiveDate>| day.map_or("open".into(), |day| day.to_string());
        format!("{} to {}{}", day(date.earliest()), day(date.latest()), if date.is_approximate() { " ~" } else { "" })
    }

    #[test]
    fn a_date_means_a_span_of_days() {
        assert_eq!(span("2024"), "2024-01-01 to 2024-12-31");
        assert_eq!(span("2024-02"), "2024-02-01 to 2024-02-29");
        assert_eq!(span("2024-12"), "2024-12-01 to 2024-12-31");
        assert_eq!(span("2024-03-14"), "2024-03-14 to 2024-03-14");
        assert_eq!(span("2024-02-14~"), "2024-02-14 to 2024-02-14 ~");
        assert_eq!(span("2019~"), "2019-01-01 to 2019-12-31 ~");
        assert_eq!(span("2023-07/2024-01~"), "2023-07-01 to 2024-01-31 ~");
        assert_eq!(span("[2022..2023]"), "2022-01-01 to 2023-12-31 ~");
        assert_eq!(span("[..2018]"), "open to 2018-12-31 ~");
        assert_eq!(span("[2019-05..]"), "2019-05-01 to open ~");
    }

    #[test]
    fn what_is_no_date_is_named() {
        for text in [
            "",
            "24",
            "2024-3",
            "2024-13",
            "2024-02-30",
            "2024-00",
            "20240314",
            "2024/",
            "[..]",
            "2024..2023",
            "[2024..2023]",
            "2024-05/2024-01",
            "2024-03-14T10:00",
            "２０２４",
            "-2024",
            "2024-03-14-01",
        ] {
            let refused = text.parse::<PartialDate>().expect_err(text);
            assert!(refused.to_string().starts_with(&format!("\"{text}\" is no date")), "{refused}");
        }
    }

    proptest! {
        #[test]
        fn what_reads_shows_as_it_was_written(text in "\\[?([0-9]{4}(-[0-1][0-9](-[0-3][0-9])?)?~?)?(/|\\.\\.)?([0-9]{4}(-[0-1][0-9])?~?)?\\]?") {
            if let Ok(date) = text.parse::<PartialDate>() {
                prop_assert_eq!(date.to_string(), text);
            }
        }
    }
}
