//! National holidays (feestdagen).

use std::ops::RangeInclusive;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::codes;

codes! {
    /// A national holiday: a day that the Algemene termijnenwet (article 3, first and second paragraph) calls a generally
    /// recognised holiday, or treats as one.
    pub enum NationalHoliday {
        /// The first of January (nieuwjaarsdag).
        NewYearsDay,
        /// The Friday before Easter (Goede Vrijdag): treated as a holiday.
        GoodFriday,
        /// The Monday after Easter (tweede paasdag).
        EasterMonday,
        /// The day on which the birthday of the King is celebrated (koningsdag): 27 April, or the 26th when that is a Sunday.
        KingsDay,
        /// The fifth of May (bevrijdingsdag), in every year.
        LiberationDay,
        /// The Thursday 39 days after Easter (hemelvaartsdag).
        AscensionDay,
        /// The Monday 50 days after Easter (tweede pinksterdag).
        WhitMonday,
        /// The 25th of December (eerste kerstdag).
        ChristmasDay,
        /// The 26th of December (tweede kerstdag).
        BoxingDay,
    }
}

impl NationalHoliday {
    /// Its day in a year; `None` in years without an Easter as it is reckoned now (before 1583), and beyond the calendar.
    #[must_use]
    pub fn day(self, year: i32) -> Option<NaiveDate> {
        let easter = || computus::gregorian_naive(year).ok().filter(|_| year >= 1583);
        let after_easter = |days| easter()?.checked_add_days(Days::new(days));
        let fixed = |month, day| NaiveDate::from_ymd_opt(year, month, day);
        match self {
            Self::NewYearsDay => fixed(1, 1),
            Self::GoodFriday => easter()?.checked_sub_days(Days::new(2)),
            Self::EasterMonday => after_easter(1),
            Self::KingsDay => {
                let birthday = fixed(4, 27)?;
                if birthday.weekday() == Weekday::Sun { birthday.pred_opt() } else { Some(birthday) }
            }
            Self::LiberationDay => fixed(5, 5),
            Self::AscensionDay => after_easter(39),
            Self::WhitMonday => after_easter(50),
            Self::ChristmasDay => fixed(12, 25),
            Self::BoxingDay => fixed(12, 26),
        }
    }

    /// All of these years, by day. Two may fall on one day, as Ascension Day on the fifth of May.
    #[must_use]
    pub fn of_years(years: RangeInclusive<i32>) -> Vec<(NaiveDate, Self)> {
        use strum::IntoEnumIterator as _;

        let of_year = |year| Self::iter().filter_map(move |holiday| Some((holiday.day(year)?, holiday)));
        let mut all: Vec<_> = years.flat_map(of_year).collect();
        all.sort_unstable();
        all
    }
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator as _;

    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn easter_is_where_tables_have_it() {
        // Astronomical Almanac, with the earliest and the latest there can be.
        for (year, easter) in [
            (1583, "1583-04-10"),
            (1818, "1818-03-22"),
            (1943, "1943-04-25"),
            (1954, "1954-04-18"),
            (1981, "1981-04-19"),
            (2000, "2000-04-23"),
            (2008, "2008-03-23"),
            (2011, "2011-04-24"),
            (2024, "2024-03-31"),
            (2025, "2025-04-20"),
            (2026, "2026-04-05"),
            (2027, "2027-03-28"),
            (2028, "2028-04-16"),
            (2029, "2029-04-01"),
            (2030, "2030-04-21"),
            (2038, "2038-04-25"),
            (2049, "2049-04-18"),
            (2076, "2076-04-19"),
            (2285, "2285-03-22"),
        ] {
            let monday = date(easter).checked_add_days(Days::new(1));
            assert_eq!(NationalHoliday::EasterMonday.day(year), monday, "{year}");
        }
        assert_eq!(NationalHoliday::EasterMonday.day(1582), None);
        assert_eq!(NationalHoliday::EasterMonday.day(i32::MAX), None);
    }

    #[test]
    fn the_year_2027_has_these() {
        let all = NationalHoliday::of_years(2027..=2027);
        let told: Vec<String> = all.iter().map(|(day, holiday)| format!("{day} {holiday}")).collect();
        assert_eq!(
            told,
            [
                "2027-01-01 NEW_YEARS_DAY",
                "2027-03-26 GOOD_FRIDAY",
                "2027-03-29 EASTER_MONDAY",
                "2027-04-27 KINGS_DAY",
                "2027-05-05 LIBERATION_DAY",
                "2027-05-06 ASCENSION_DAY",
                "2027-05-17 WHIT_MONDAY",
                "2027-12-25 CHRISTMAS_DAY",
                "2027-12-26 BOXING_DAY",
            ]
        );
    }

    #[test]
    fn the_birthday_of_the_king_is_no_sunday() {
        assert_eq!(NationalHoliday::KingsDay.day(2025), Some(date("2025-04-26")));
        assert_eq!(NationalHoliday::KingsDay.day(2026), Some(date("2026-04-27")));
        assert_eq!(NationalHoliday::KingsDay.day(2031), Some(date("2031-04-26")));
        assert!(
            (1900..2200)
                .all(|year| NationalHoliday::KingsDay.day(year).is_some_and(|day| day.weekday() != Weekday::Sun))
        );
    }

    #[test]
    fn those_that_go_by_easter_keep_to_their_weekday() {
        for year in 1583..2600 {
            let weekday = |holiday: NationalHoliday| holiday.day(year).map(|day| day.weekday());
            assert_eq!(weekday(NationalHoliday::GoodFriday), Some(Weekday::Fri), "{year}");
            assert_eq!(weekday(NationalHoliday::AscensionDay), Some(Weekday::Thu), "{year}");
            assert_eq!(weekday(NationalHoliday::WhitMonday), Some(Weekday::Mon), "{year}");
            let easter = NationalHoliday::EasterMonday.day(year).and_then(|day| day.pred_opt()).expect("a day");
            let (first, last) = (date(&format!("{year:04}-03-22")), date(&format!("{year:04}-04-25")));
            assert!((first..=last).contains(&easter), "{easter}");
            assert_eq!(NationalHoliday::iter().filter(|holiday| holiday.day(year).is_some()).count(), 9);
        }
    }
}
