//! A schedule beside what is planned: the difference, the plan as a calendar, holidays, and how people want to be informed.

use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty, ICalendarStatus};
use chrono::TimeDelta;
use network::date::PartialDate;
use network::facts::{Facts, InformChannel};
use network::id::{DecisionMomentId, FactId, PersonId};
use serde_json::{Value, json};

use crate::app::App;
use crate::desk::{hold, operation, planner_of, region};

const OURS: &str = "regiobureau-voorbeeld";

async fn schedule(app: &App, input: Value, fields: &str) -> Value {
    let query = format!(
        "query($input: ScheduleInput!) {{ network {{ publicAffairs {{ schedule(input: $input) {{ {fields} }} }} }} }}"
    );
    let answer = app.ask(&query, json!({ "input": input })).await;
    assert!(answer["errors"].is_null(), "{answer}");
    answer["data"]["network"]["publicAffairs"]["schedule"].clone()
}

/// The region in which a decision is so many days later.
fn later(days: i64) -> Facts {
    let mut facts = region();
    let deal = DecisionMomentId::from_key("toekenning-tweede-deal");
    let later = |date: PartialDate| PartialDate::from_day(date.earliest().unwrap() + TimeDelta::days(days)).unwrap();
    facts.decision_moments.iter_mut().filter(|row| row.id == deal).for_each(|row| row.date = later(row.date));
    let stages = facts.decision_stages.iter_mut().filter(|row| row.decision_moment == deal);
    stages.for_each(|row| row.date = later(row.date));
    facts
}

#[tokio::test]
async fn talks_that_no_longer_fit_are_told_with_where_they_would_go() {
    let app = planner_of(later(60), "gemeente-waterbroek");
    let input = json!({ "topics": ["tweede-regio-deal"], "replan": true });
    let answer = app.ask(&operation("replan-when-decisions-move"), json!({ "input": input })).await;
    assert!(answer["errors"].is_null(), "{answer}");
    hold("replan-when-decisions-move", &answer);
    // Without it all talks stay, and there is nothing to move.
    let stays = schedule(&app, json!({ "topics": ["tweede-regio-deal"] }), "difference { change }").await;
    let changes: Vec<&str> =
        stays["difference"].as_array().unwrap().iter().map(|one| one["change"].as_str().unwrap()).collect();
    assert!(changes.iter().all(|change| ["UNCHANGED", "NEW"].contains(change)), "{changes:?}");
}

#[tokio::test]
async fn a_plan_is_a_calendar_that_another_parser_reads() {
    let app = planner_of(region(), OURS);
    let fields = "calendar en: calendar(lang: EN) planned { first purpose person { name } }";
    let plan = schedule(&app, json!({}), fields).await;
    let text = plan["calendar"].as_str().unwrap();
    assert!(text.lines().all(|line| line.len() <= 75), "lines are folded");
    let calendar = ICalendar::parse(text).expect("a calendar");
    let events: Vec<_> =
        calendar.components.iter().filter(|one| one.component_type == ICalendarComponentType::VEvent).collect();
    let planned = plan["planned"].as_array().unwrap();
    assert_eq!(events.len(), planned.len());
    let property = |event: &calcard::icalendar::ICalendarComponent, property: &ICalendarProperty| {
        event.property(property).and_then(|entry| entry.values[0].as_text()).unwrap_or_default().to_owned()
    };
    let mut uids: Vec<&str> = events.iter().map(|event| event.uid().expect("a UID")).collect();
    uids.sort_unstable();
    uids.dedup();
    assert_eq!(uids.len(), events.len(), "each is one of its own");
    for event in &events {
        assert_eq!(event.status(), Some(&ICalendarStatus::Tentative), "{event:?}");
        assert_eq!(property(event, &ICalendarProperty::Class), "CONFIDENTIAL");
    }
    let summaries: Vec<String> = events.iter().map(|event| property(event, &ICalendarProperty::Summary)).collect();
    assert!(summaries.contains(&"Voorstel gesprek: Wouter van Emmelkate".to_owned()), "{summaries:#?}");
    assert!(plan["en"].as_str().unwrap().contains("SUMMARY:Proposed talk: Wouter van Emmelkate"));
    // The same talk is the same entry in a plan of later.
    let later = schedule(&app, json!({ "from": "2027-01-04" }), "calendar").await;
    let again = ICalendar::parse(later["calendar"].as_str().unwrap()).expect("a calendar");
    let same = again.components.iter().filter_map(|event| event.uid()).filter(|uid| uids.contains(uid)).count();
    assert!(same > 5, "{same}");
}

#[tokio::test]
async fn national_holidays_are_named_where_they_stand_in_the_way() {
    let app = planner_of(region(), OURS);
    let fields = "rules { nationalHolidays closedDays { first holiday nationalHoliday } } planned { first }";
    let plan = schedule(&app, json!({}), fields).await;
    let closed = plan["rules"]["closedDays"].as_array().unwrap();
    let christmas = json!({ "first": "2026-12-25", "holiday": true, "nationalHoliday": "CHRISTMAS_DAY" });
    assert!(closed.contains(&christmas), "{plan}");
    let days = |plan: &Value| -> Vec<String> {
        let planned = plan["planned"].as_array().unwrap();
        planned.iter().map(|one| one["first"].as_str().unwrap().to_owned()).collect()
    };
    assert!(!days(&plan).contains(&"2027-05-06".to_owned()), "{plan}");
    let without = schedule(&app, json!({ "nationalHolidays": false }), fields).await;
    assert_eq!(without["rules"], json!({ "nationalHolidays": false, "closedDays": [] }));
    assert!(days(&without).contains(&"2027-05-06".to_owned()), "Ascension Day {without}");
    let given = schedule(&app, json!({ "holidays": ["2026-12-25", "2026-12-24"] }), fields).await;
    let given = given["rules"]["closedDays"].as_array().unwrap().clone();
    let on = |day: &str| given.iter().filter(|closed| closed["first"] == day).count();
    assert_eq!((on("2026-12-24"), on("2026-12-25")), (1, 1), "a day is told once");
}

#[tokio::test]
async fn a_planned_talk_tells_how_they_want_to_be_informed() {
    let mut facts = region();
    // The office of whom the talk is with has said so of the topic.
    let dg = PersonId::from_key("wouter-van-emmelkate");
    let office = facts.offices.iter().find(|row| row.person == dg && row.until.is_none()).unwrap().organisation;
    let topic = network::id::TopicId::from_key("tweede-regio-deal");
    let mut said = facts.preferences[0].clone();
    for (key, topic, channel) in
        [("dg.alles", None, InformChannel::Newsletter), ("dg.deal", Some(topic), InformChannel::Letter)]
    {
        said.key = key.parse().unwrap();
        said.id = network::id::PreferenceId::from_key(key);
        (said.organisation, said.topic, said.person, said.channel) = (office, topic, None, channel);
        said.frequency = Some("vooraf".to_owned());
        facts.preferences.push(said.clone());
    }
    let app = planner_of(facts, OURS);
    let fields = "calendar planned { person { slug } preference { channel frequency topic { slug } } }";
    let plan = schedule(&app, json!({ "topics": ["tweede-regio-deal"] }), fields).await;
    let planned = plan["planned"].as_array().unwrap();
    let of = |slug: &str| &planned.iter().find(|one| one["person"]["slug"] == slug).unwrap()["preference"];
    let expected = json!({ "channel": "LETTER", "frequency": "vooraf", "topic": { "slug": "tweede-regio-deal" } });
    assert_eq!(*of("wouter-van-emmelkate"), expected, "{plan}");
    let unfolded = plan["calendar"].as_str().unwrap().replace("\r\n ", "");
    assert!(unfolded.contains("Informeren per: brief\\, vooraf"), "{unfolded}");
    assert!(planned.iter().any(|one| one["preference"].is_null()), "most have said nothing");
}
