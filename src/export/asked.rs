//! What is asked for: a format and the arguments of the view, as they stand in an address.

use chrono::{DateTime, NaiveDate, Utc};
use network::coalition::CoalitionStatus;
use network::facts::{AmbitionLevel, Language};
use network::graph::{Projection, Weighting};
use network::source::Confidence;
use network::timeline::CalendarUnit;

use super::format::{About, Format};

/// Which days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Days {
    /// What holds today.
    Today,
    /// What holds on this day.
    On(NaiveDate),
    /// What holds on any day, each with its period.
    Always,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// How it is written.
    pub format: Format,
    /// Of which days.
    pub days: Days,
    /// As it was known at this moment; `None`: now.
    pub known_at: Option<DateTime<Utc>>,
    /// How sure at least.
    pub min_confidence: Confidence,
    /// Which graph.
    pub projection: Projection,
    /// What sharing weighs in it.
    pub weighting: Weighting,
    /// In which language names are told first.
    pub language: Language,
    /// From which status on an organisation is a member.
    pub threshold: CoalitionStatus,
    /// Which level of ambition is taken to be funded.
    pub level: AmbitionLevel,
    /// The first day of a timeline; `None`: that of the year that ends with the last.
    pub from: Option<NaiveDate>,
    /// The last day of a timeline; `None`: that of the view.
    pub until: Option<NaiveDate>,
    /// How long a period of a timeline is.
    pub every: CalendarUnit,
}

/// Why something else has to be asked, in Dutch and English.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{en}")]
pub struct ArgumentError {
    /// In Dutch.
    pub nl: String,
    /// In English.
    pub en: String,
}

impl ArgumentError {
    fn new(nl: String, en: String) -> Self {
        Self { nl, en }
    }
}

impl Asked {
    /// What is in force when nothing else is asked.
    #[must_use]
    pub fn new(format: Format) -> Self {
        Self {
            format,
            days: if format.about() == About::Dataset { Days::Always } else { Days::Today },
            known_at: None,
            min_confidence: Confidence::Unverified,
            // What is measured is mostly of who meets whom, and only there do venues tie.
            projection: if format.about() == About::Measured {
                Projection::OrganisationCoParticipation
            } else {
                Projection::Full
            },
            weighting: Weighting::Newman,
            language: Language::Nl,
            threshold: CoalitionStatus::Pledged,
            level: AmbitionLevel::Base,
            from: None,
            until: None,
            every: CalendarUnit::Month,
        }
    }

    /// Reads arguments: name and text of each.
    ///
    /// # Errors
    /// An argument that the format does not take, one that is given twice, or a text that is no value of it, with what would
    /// be right.
    pub fn parse<'a>(
        format: Format,
        arguments: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, ArgumentError> {
        let mut asked = Self::new(format);
        let mut given: Vec<&str> = Vec::new();
        for (name, text) in arguments {
            let taken = taken(format);
            if !taken.contains(&name) {
                let (file, taken, name) = (format.file_name(), taken.join(", "), beginning(name));
                return Err(ArgumentError::new(
                    format!("{file} kent geen argument {name}; het kent {taken}"),
                    format!("{file} takes no argument {name}; it takes {taken}"),
                ));
            }
            if given.contains(&name) {
                return Err(ArgumentError::new(
                    format!("{name} is meer dan eens gegeven"),
                    format!("{name} is given more than once"),
                ));
            }
            given.push(name);
            asked.set(name, text)?;
        }
        if asked.days == Days::Always && !matches!(format.about(), About::Dataset | About::Graph | About::Record) {
            let file = format.file_name();
            return Err(ArgumentError::new(
                format!("{file} gaat over een dag: validAt is een dag, als 2026-03-14"),
                format!("{file} is of one day: validAt is a day, as 2026-03-14"),
            ));
        }
        if asked.projection != Projection::Full && asked.days == Days::Always {
            return Err(ArgumentError::new(
                "validAt=always gaat alleen met projection=FULL: wat organisaties delen verschilt van dag tot dag"
                    .into(),
                "validAt=always goes with projection=FULL only: what organisations share differs from day to day"
                    .into(),
            ));
        }
        Ok(asked)
    }

    fn set(&mut self, name: &str, text: &str) -> Result<(), ArgumentError> {
        match name {
            "validAt" if text == "always" => self.days = Days::Always,
            "validAt" => {
                let wrong =
                    || wrong(name, text, "een dag, als 2026-03-14, of always", "a day, as 2026-03-14, or always");
                self.days = Days::On(text.parse().map_err(|_| wrong())?);
            }
            "knownAt" => {
                let moment = DateTime::parse_from_rfc3339(text);
                let wrong =
                    || wrong(name, text, "een moment, als 2026-03-14T12:00:00Z", "a moment, as 2026-03-14T12:00:00Z");
                self.known_at = Some(moment.map_err(|_| wrong())?.to_utc());
            }
            "from" => self.from = Some(day(name, text)?),
            "until" => self.until = Some(day(name, text)?),
            "minConfidence" => self.min_confidence = coded(name, text)?,
            "projection" => self.projection = coded(name, text)?,
            "weighting" => self.weighting = coded(name, text)?,
            "threshold" => self.threshold = threshold(name, text)?,
            "level" => self.level = coded(name, text)?,
            "every" => self.every = coded(name, text)?,
            _ => self.language = coded(name, text)?,
        }
        Ok(())
    }
}

/// The arguments that a format takes.
fn taken(format: Format) -> &'static [&'static str] {
    match format.about() {
        About::Dataset => &["knownAt"],
        About::Graph | About::Measured => {
            &["validAt", "knownAt", "minConfidence", "language", "projection", "weighting"]
        }
        About::Record | About::Analysis => &["validAt", "knownAt", "minConfidence", "language"],
        About::Coalitions => &["validAt", "knownAt", "minConfidence", "language", "threshold"],
        About::Offers => &["validAt", "knownAt", "minConfidence", "language", "level"],
        About::Times => &["from", "until", "every", "knownAt", "minConfidence", "language", "threshold"],
    }
}

fn day(name: &str, text: &str) -> Result<NaiveDate, ArgumentError> {
    text.parse().map_err(|_| wrong(name, text, "een dag, als 2026-03-14", "a day, as 2026-03-14"))
}

/// A status from which on members are counted.
fn threshold(name: &str, text: &str) -> Result<CoalitionStatus, ArgumentError> {
    let counted = |status: &CoalitionStatus| *status >= CoalitionStatus::Considering;
    text.parse().ok().filter(counted).ok_or_else(|| {
        const KNOWN: &str = "CONSIDERING, PLEDGED, RATIFIED, CONTRIBUTING";
        wrong(name, text, &format!("een van {KNOWN}"), &format!("one of {KNOWN}"))
    })
}

fn coded<T: std::str::FromStr<Err = network::codes::UnknownCode>>(name: &str, text: &str) -> Result<T, ArgumentError> {
    text.parse::<T>().map_err(|unknown| {
        let known = unknown.known;
        wrong(name, text, &format!("een van {known}"), &format!("one of {known}"))
    })
}

fn wrong(name: &str, text: &str, nl: &str, en: &str) -> ArgumentError {
    let text = beginning(text);
    ArgumentError::new(
        format!("{name} hoort {nl} te zijn, en niet \"{text}\""),
        format!("{name} is {en}, not \"{text}\""),
    )
}

/// The beginning of what somebody sent, without what could confuse a terminal.
fn beginning(text: &str) -> String {
    text.chars().filter(|char| !char.is_control()).take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(format: Format, arguments: &[(&str, &str)]) -> String {
        Asked::parse(format, arguments.iter().copied()).err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn arguments_are_those_of_the_view() {
        let arguments =
            [("validAt", "2024-03-14"), ("minConfidence", "HIGH"), ("language", "EN"), ("weighting", "COUNT")];
        let asked = Asked::parse(Format::Gexf, arguments).unwrap();
        assert_eq!(asked.days, Days::On(NaiveDate::from_ymd_opt(2024, 3, 14).unwrap()));
        assert_eq!((asked.min_confidence, asked.weighting), (Confidence::High, Weighting::Count));
        let known = Asked::parse(Format::Csv, [("knownAt", "2026-11-24T13:00:00+01:00")]).unwrap();
        assert_eq!(known.known_at.map(|moment| moment.to_rfc3339()).as_deref(), Some("2026-11-24T12:00:00+00:00"));
    }

    #[test]
    fn what_cannot_be_asked_is_told_with_what_would_be_right() {
        for (format, arguments, expected) in [
            (Format::Dot, &[("date", "2024")][..], "network.dot takes no argument date; it takes validAt, knownAt,"),
            (Format::Csv, &[("validAt", "always")], "network.zip takes no argument validAt; it takes knownAt"),
            (Format::Dot, &[("validAt", "2024")], "validAt is a day, as 2026-03-14, or always, not \"2024\""),
            (Format::Dot, &[("knownAt", "now")], "knownAt is a moment, as 2026-03-14T12:00:00Z, not \"now\""),
            (Format::Dot, &[("minConfidence", "SURE")], "minConfidence is one of UNVERIFIED, LOW, MEDIUM, HIGH, not"),
            (Format::Dot, &[("language", "NL"), ("language", "EN")], "language is given more than once"),
            (
                Format::Standings,
                &[("validAt", "always")],
                "standings.csv is of one day: validAt is a day, as 2026-03-14",
            ),
            (Format::Measures, &[("validAt", "always")], "measures.csv is of one day: validAt is a day"),
            (Format::Timeline, &[("validAt", "2024-01-01")], "timeline.csv takes no argument validAt; it takes from,"),
            (Format::Timeline, &[("from", "always")], "from is a day, as 2026-03-14, not \"always\""),
            (Format::Timeline, &[("every", "DAY")], "every is one of WEEK, MONTH, QUARTER, YEAR, not \"DAY\""),
            (
                Format::Helices,
                &[("threshold", "FORMER")],
                "threshold is one of CONSIDERING, PLEDGED, RATIFIED, CONTRIBUTING, not \"FORMER\"",
            ),
            (
                Format::Gexf,
                &[("validAt", "always"), ("projection", "ORGANISATION_CO_SEAT")],
                "validAt=always goes with projection=FULL only",
            ),
        ] {
            let told = refusal(format, arguments);
            assert!(told.starts_with(expected), "{told}");
        }
    }
}
