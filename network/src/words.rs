//! Facts in words.

use chrono::{Datelike, NaiveDate};

use crate::date::PartialDate;
use crate::facts::Language;

const MONTHS: [[&str; 2]; 12] = [
    ["januari", "January"],
    ["februari", "February"],
    ["maart", "March"],
    ["april", "April"],
    ["mei", "May"],
    ["juni", "June"],
    ["juli", "July"],
    ["augustus", "August"],
    ["september", "September"],
    ["oktober", "October"],
    ["november", "November"],
    ["december", "December"],
];

/// A date as people write it: "14 March 2024", "about February 2024", "a moment in 2022 to 2023". It stays as vague as
/// it is (rule R15).
#[must_use]
pub fn date_in_words(date: PartialDate, language: Language) -> String {
    let text = date.to_string();
    let pick = |nl: &'static str, en: &'static str| if language == Language::Nl { nl } else { en };
    if let Some(inner) = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) {
        let (from, to) = inner.split_once("..").unwrap_or((inner, inner));
        return match (from, to) {
            ("", to) => format!("{} {}", pick("uiterlijk", "at the latest"), point(to, language)),
            (from, "") => format!("{} {}", pick("niet voor", "not before"), point(from, language)),
            (from, to) => {
                let (some, till) = (pick("een moment in", "a moment in"), pick("tot en met", "to"));
                format!("{some} {} {till} {}", point(from, language), point(to, language))
            }
        };
    }
    match text.split_once('/') {
        Some((from, to)) => format!("{} {} {}", point(from, language), pick("tot en met", "to"), point(to, language)),
        None => point(&text, language),
    }
}

/// `2024`, `2024-03` or `2024-03-14`, perhaps with `~`, in words.
fn point(text: &str, language: Language) -> String {
    let (text, about) = match text.strip_suffix('~') {
        Some(rest) => (rest, if language == Language::Nl { "omstreeks " } else { "about " }),
        None => (text, ""),
    };
    let mut parts = text.split('-');
    let year = parts.next().unwrap_or_default();
    let month =
        parts.next().and_then(|month| month.parse::<usize>().ok()).and_then(|month| MONTHS.get(month.wrapping_sub(1)));
    let month = month.map(|names| names[usize::from(language == Language::En)]);
    let day = parts.next().map(|day| day.trim_start_matches('0'));
    match (month, day) {
        (Some(month), Some(day)) => format!("{about}{day} {month} {year}"),
        (Some(month), None) => format!("{about}{month} {year}"),
        (None, _) => format!("{about}{year}"),
    }
}

/// A day as people write it.
#[must_use]
pub fn day_in_words(day: NaiveDate, language: Language) -> String {
    point(&format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day()), language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_reads_as_people_write_it() {
        let words = |text: &str, language| date_in_words(text.parse().expect("a date"), language);
        assert_eq!(words("2024-03-14", Language::En), "14 March 2024");
        assert_eq!(words("2024-03-04", Language::Nl), "4 maart 2024");
        assert_eq!(words("2024-02-14~", Language::Nl), "omstreeks 14 februari 2024");
        assert_eq!(words("2023-07/2024-01~", Language::En), "July 2023 to about January 2024");
        assert_eq!(words("[2022..2023]", Language::En), "a moment in 2022 to 2023");
        assert_eq!(words("[..2018]", Language::Nl), "uiterlijk 2018");
        assert_eq!(words("2019~", Language::En), "about 2019");
    }
}
