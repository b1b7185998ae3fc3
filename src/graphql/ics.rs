//! A calendar as RFC 5545 writes it.

use chrono::TimeDelta;
use icalendar::{Class, Component, Event, EventLike, EventStatus, Parameter, Property};
use network::calendar::Entry;

/// How often subscribers are to look again (ISO 8601).
const EVERY: &str = "PT1H";

/// Writes a calendar: each entry lasts whole days, and nobody counts as busy by it.
///
/// * `name`: what the calendar is called.
#[must_use]
pub fn written(name: &str, entries: &[Entry]) -> String {
    let mut ics = icalendar::Calendar::empty();
    let name = escaped(name);
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//Drieklank//Drieklank//NL"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("NAME", &*name),
        ("X-WR-CALNAME", &*name),
        ("X-PUBLISHED-TTL", EVERY),
    ] {
        ics.append_property(Property::new(key, value));
    }
    let mut refresh = Property::new("REFRESH-INTERVAL", EVERY);
    ics.append_property(refresh.append_parameter(Parameter::new("VALUE", "DURATION")).done());
    for entry in entries {
        ics.push(event(entry));
    }
    ics.to_string()
}

fn event(entry: &Entry) -> Event {
    let status = match (entry.cancelled, entry.tentative) {
        (true, _) => EventStatus::Cancelled,
        (false, true) => EventStatus::Tentative,
        (false, false) => EventStatus::Confirmed,
    };
    let mut event = Event::with_uid(&format!("{}@drieklank", entry.key));
    event
        .timestamp(entry.changed.recorded_at)
        .last_modified(entry.changed.recorded_at)
        .sequence(u32::try_from(entry.changed.number).unwrap_or(u32::MAX))
        .starts(entry.first)
        // The end of RFC 5545 is the first day after it.
        .ends(entry.last.checked_add_signed(TimeDelta::days(1)).unwrap_or(entry.last))
        .summary(&plain(&entry.summary))
        .class(if entry.confidential { Class::Confidential } else { Class::Public })
        .status(status)
        .add_property("TRANSP", "TRANSPARENT");
    if !entry.description.is_empty() {
        event.description(&plain(&entry.description));
    }
    event.done()
}

/// A text without what no text of a calendar may hold: controls, line feeds apart.
fn plain(text: &str) -> String {
    text.chars().filter(|char| *char == '\n' || !char.is_control()).collect()
}

/// A text as the writer writes those that it knows to be texts.
fn escaped(text: &str) -> String {
    plain(text).replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}
