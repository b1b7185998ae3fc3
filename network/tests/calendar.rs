//! What stands in somebody's calendar, on the made-up region.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops at what it did not expect")]

mod facts;

use facts::{region, view};
use network::audience::Sight;
use network::calendar::{Asked, Entry, entries};
use network::facts::{ContactStatus, Facts, Language};
use network::id::{FactId, OrganisationId};
use network::journal::Journal;

const DAY: &str = "2026-11-26";

fn of(mut facts: Facts, sight: Sight, language: Language, desk: bool) -> Vec<Entry> {
    facts.keep_seen(sight);
    entries(&view(facts, DAY), &Asked { journal: &Journal::default(), language, desk })
}

fn desk() -> Sight {
    Sight::Desk(Some(OrganisationId::from_key("regiobureau-voorbeeld")))
}

fn told(entries: &[Entry]) -> Vec<String> {
    let told = entries.iter().map(|entry| {
        let until = if entry.first == entry.last { String::new() } else { format!("..{}", entry.last) };
        let marks =
            [(entry.confidential, " (confidential)"), (entry.cancelled, " (off)"), (entry.tentative, " (about)")];
        let marks: String = marks.iter().filter(|(is, _)| *is).map(|(_, mark)| *mark).collect();
        format!("{}{until} {}{marks} | {}", entry.first, entry.summary, entry.description.replace('\n', " / "))
    });
    told.collect()
}

#[test]
fn who_plans_contacts_has_meetings_decisions_and_talks() {
    let all = of(region("regio-voorbeeld"), desk(), Language::Nl, true);
    insta::assert_debug_snapshot!(told(&all).iter().filter(|line| line.as_str() >= "2026-12").collect::<Vec<_>>());
    let mut keys: Vec<_> = all.iter().map(|entry| &entry.key).collect();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), all.len(), "each has a key of its own");
    assert!(all.iter().all(|entry| entry.last >= "2025-11-25".parse().expect("a day")), "a year back and no further");
}

#[test]
fn others_have_meetings_only_and_nothing_confidential() {
    let public = of(region("regio-voorbeeld"), Sight::Public, Language::En, false);
    assert!(public.len() > 10);
    assert!(public.iter().all(|entry| entry.key.starts_with("meeting-") && !entry.confidential), "{:?}", told(&public));
    assert!(told(&public).contains(&"2026-12-03 Meeting of the general board | General board".to_owned()));
}

#[test]
fn what_is_called_off_says_so_and_what_is_not_sure_too() {
    let mut facts = region("regio-voorbeeld");
    let talk = facts.contact_moments.iter_mut().find(|row| row.status == ContactStatus::Planned).expect("a talk");
    talk.status = ContactStatus::Cancelled;
    talk.date = "2026-12-14/2026-12-18".parse().expect("a date");
    let key = format!("talk-{}", talk.id.uuid());
    facts.meetings[0].date = "2027-02-14~".parse().expect("a date");
    facts.meetings[1].date = "2027-02".parse().expect("a date");
    facts.meetings[2].date = "2027".parse().expect("a date");
    let gone = format!("meeting-{}", facts.meetings[2].id.uuid());
    let all = of(facts, desk(), Language::Nl, true);
    let talk = all.iter().find(|entry| entry.key == key).expect("the talk");
    assert!(talk.cancelled && talk.tentative && talk.confidential);
    let about = told(&all).into_iter().filter(|line| line.starts_with("2027-02") && line.contains("(about)"));
    assert_eq!(
        about.collect::<Vec<_>>(),
        [
            "2027-02-01..2027-02-28 Vergadering algemeen bestuur (about) | Algemeen Bestuur",
            "2027-02-14 Vergadering algemeen bestuur (about) | Algemeen Bestuur"
        ]
    );
    assert!(all.iter().all(|entry| entry.key != gone), "a whole year is no day");
}
