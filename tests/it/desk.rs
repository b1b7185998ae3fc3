//! What the desk answers on the made-up region.

use std::fs;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use drieklank::graphql::viewer::{Role, Viewer};
use network::facts::Facts;
use network::id::{BodyId, DecisionMomentId, FactId, PersonId};
use serde_json::{Value, json};

use crate::app::App;

pub(crate) fn region() -> Facts {
    drieklank::exchange::builtin("regio-voorbeeld").expect("built in").expect("readable").facts
}

/// The region, asked by who plans contacts for this organisation.
fn planner(organisation: &str) -> App {
    planner_of(region(), organisation)
}

pub(crate) fn planner_of(facts: Facts, organisation: &str) -> App {
    let viewer = Viewer::known("desk".to_owned(), Role::PublicAffairs);
    App::over(facts).asked_by(viewer.acting_for(Some(organisation.to_owned())))
}

pub(crate) fn person(slug: &str) -> String {
    URL_SAFE_NO_PAD.encode([b"Person:", &PersonId::from_key(slug).uuid().as_bytes()[..]].concat())
}

fn body(slug: &str) -> String {
    URL_SAFE_NO_PAD.encode([b"Body:", &BodyId::from_key(slug).uuid().as_bytes()[..]].concat())
}

pub(crate) fn operation(name: &str) -> String {
    fs::read_to_string(format!("tests/operations/desk/{name}.graphql")).unwrap()
}

/// Holds an answer against its snapshot beside the operation.
pub(crate) fn hold(name: &str, answer: &Value) {
    insta::with_settings!({ snapshot_path => "../operations/desk/snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_json_snapshot!(name, answer);
    });
}

async fn affairs(app: &App, fields: &str) -> Value {
    let answer = app.ask(&format!("{{ network {{ publicAffairs {{ {fields} }} }} }}"), json!({})).await;
    assert!(answer["errors"].is_null(), "{answer}");
    answer["data"]["network"]["publicAffairs"].clone()
}

#[tokio::test]
async fn who_can_introduce_us_works_as_consumers_send_it() {
    let app = planner("regiobureau-voorbeeld");
    let query = operation("who-can-introduce-us");
    let dg = person("wouter-van-emmelkate");
    for (name, variables) in [
        ("who-can-introduce-us", json!({ "to": dg })),
        ("who-can-introduce-us-avoiding", json!({ "to": dg, "avoid": [person("evert-lammertsen")] })),
    ] {
        let answer = app.ask(&query, variables).await;
        let routes = answer["data"]["network"]["publicAffairs"]["routes"]["routes"].as_array().unwrap().clone();
        for route in &routes {
            let hops = route["hops"].as_array().unwrap();
            let product: f64 = hops.iter().map(|hop| hop["probability"].as_f64().unwrap()).product();
            assert!((route["reliability"].as_f64().unwrap() - product).abs() < 1e-9, "{route}");
        }
        // A strong way of three beats a stale one of one.
        assert_eq!(routes[0]["hops"].as_array().map(Vec::len), Some(3), "{answer}");
        hold(name, &answer);
    }
    for nobody in ["bm9ib2R5", &person("nobody")] {
        let answer = app.ask(&query, json!({ "to": nobody })).await;
        assert_eq!(answer["errors"][0]["message"], "to: there is no person, organisation, body or target with this id");
    }
}

#[tokio::test]
async fn a_way_that_only_its_holder_sees_is_there_for_nobody_else() {
    let routes = format!("routes(to: \"{}\", maxHops: 5) {{ routes {{ reliability }} }}", person("olaf-krikke"));
    let of = async |organisation: &str| affairs(&planner(organisation), &routes).await["routes"]["routes"].clone();
    assert_ne!(of("provincie-noordermarke").await, json!([]));
    assert_eq!(of("gemeente-waterbroek").await, json!([]));
}

#[tokio::test]
async fn the_best_talks_are_found_and_so_is_what_they_leave() {
    let app = planner("regiobureau-voorbeeld");
    let mut last = 0.0;
    for talks in 1..=5 {
        let plan =
            affairs(&app, &format!("coverage(talks: {talks}) {{ value upperBound atStake exact talks {{ gain }} }}"))
                .await;
        let plan = &plan["coverage"];
        let number = |name: &str| plan[name].as_f64().unwrap();
        assert!(number("value") >= last && number("value") <= number("upperBound") + 1e-9, "{plan}");
        assert!(number("upperBound") <= number("atStake") + 1e-9, "{plan}");
        let gains: f64 = plan["talks"].as_array().unwrap().iter().map(|talk| talk["gain"].as_f64().unwrap()).sum();
        assert!((gains - number("value")).abs() < 1e-9, "{plan}");
        last = number("value");
    }
}

#[tokio::test]
async fn partners_hear_of_opposite_stories_and_of_whom_nobody_has_seen() {
    let app = planner("regiobureau-voorbeeld");
    let told = affairs(
        &app,
        "oneVoiceConflicts { daysApart earlierPartner { slug } laterPartner { slug } topic { slug } }
         doubleContacts { daysApart } staleTargets(days: 60) { topic { status } } overdueFollowUps { due doneOn }",
    )
    .await;
    insta::assert_json_snapshot!(told["oneVoiceConflicts"]);
    assert!(told["doubleContacts"].as_array().unwrap().iter().all(|double| double["daysApart"].as_u64() < Some(14)));
    let stale = told["staleTargets"].as_array().unwrap();
    assert!(!stale.is_empty());
    assert!(stale.iter().all(|target| ["ACTIVE", "PROPOSED"].contains(&target["topic"]["status"].as_str().unwrap())));
    let overdue = told["overdueFollowUps"].as_array().unwrap();
    assert!(!overdue.is_empty() && overdue.iter().all(|late| late["doneOn"].is_null()), "{overdue:?}");
}

/// The schools' holidays around Christmas.
fn christmas() -> Value {
    json!({ "recesses": [{ "first": "2026-12-19", "last": "2027-01-03" }] })
}

#[tokio::test]
async fn talks_are_planned_around_decisions_as_consumers_ask_for_it() {
    let app = planner("regiobureau-voorbeeld");
    let query = operation("plan-around-decisions");
    let mut input = christmas();
    input["topics"] = json!(["tweede-regio-deal"]);
    hold("plan-around-decisions", &app.ask(&query, json!({ "input": input })).await);
    // In the weeks before committee and council; the states are in recess, and nobody has time for more than one a week.
    input["stages"] = json!(["COMMITTEE", "COUNCIL"]);
    input["perWeek"] = json!(1);
    input["recesses"] = json!([{ "first": "2027-01-01", "last": "2027-02-28", "body": body("staten-zuiderlanden") }]);
    hold("plan-around-decisions-tight", &app.ask(&query, json!({ "input": input })).await);
}

/// The days of talks, by whom and what they are for.
async fn days(app: &App, valid_at: &str) -> Vec<(String, String)> {
    let query =
        "query($input: ScheduleInput!, $day: Date) { network(validAt: $day) { publicAffairs { schedule(input: $input) {
        planned { purpose first targets { id } window { decisionMoment { slug } } } } } } }";
    let answer = app.ask(query, json!({ "input": christmas(), "day": valid_at })).await;
    assert!(answer["errors"].is_null(), "{answer}");
    let planned = answer["data"]["network"]["publicAffairs"]["schedule"]["planned"].as_array().unwrap().clone();
    let talks = planned.iter().filter(|contact| contact["purpose"] == "TALK");
    let told = |value: &Value| value.as_str().unwrap().to_owned();
    talks.map(|talk| (told(&talk["window"]["decisionMoment"]["slug"]), told(&talk["first"]))).collect()
}

#[tokio::test]
async fn when_a_decision_moves_or_time_goes_by_the_schedule_is_another() {
    let of = |days: &[(String, String)], decision: &str| -> Vec<String> {
        days.iter().filter(|(of, _)| of == decision).map(|(_, day)| day.clone()).collect()
    };
    let as_it_is = days(&planner("regiobureau-voorbeeld"), "2026-11-26").await;
    let mut facts = region();
    let deal = DecisionMomentId::from_key("toekenning-tweede-deal");
    let later = |date: network::date::PartialDate| {
        let day = date.earliest().unwrap() + chrono::TimeDelta::days(28);
        network::date::PartialDate::from_day(day).unwrap()
    };
    facts.decision_moments.iter_mut().filter(|row| row.id == deal).for_each(|row| row.date = later(row.date));
    let stages = facts.decision_stages.iter_mut().filter(|row| row.decision_moment == deal);
    stages.for_each(|row| row.date = later(row.date));
    let moved = days(&planner_of(facts, "regiobureau-voorbeeld"), "2026-11-26").await;
    let award = "toekenning-tweede-deal";
    assert!(of(&as_it_is, award).contains(&"2027-02-05".to_owned()), "{as_it_is:?}");
    assert!(of(&moved, award).contains(&"2027-03-08".to_owned()), "{moved:?}");
    assert_eq!(of(&as_it_is, "omgevingsvisie-meerweg").len(), of(&moved, "omgevingsvisie-meerweg").len());
    // The same question has the same answer; on another day what is over is planned no more.
    assert_eq!(as_it_is, days(&planner("regiobureau-voorbeeld"), "2026-11-26").await);
    let in_spring = days(&planner("regiobureau-voorbeeld"), "2027-03-15").await;
    assert!(!in_spring.is_empty() && in_spring.iter().all(|(_, day)| day.as_str() >= "2027-03-15"), "{in_spring:?}");
    assert!(of(&in_spring, award).is_empty(), "{in_spring:?}");
}

#[tokio::test]
async fn a_schedule_that_cannot_be_is_refused_with_the_reason() {
    let app = planner("regiobureau-voorbeeld");
    let query = operation("plan-around-decisions");
    for (input, message) in [
        (json!({ "topics": ["no-such"] }), "topics: there is no topic with this key"),
        (json!({ "targets": ["bm9ib2R5"] }), "targets: there is no target with this id"),
        (json!({ "spacingDays": 367 }), "spacingDays is 367; it must be from 0 to 366"),
        (json!({ "perWeek": -1 }), "perWeek is -1; it must be from 0 to 100"),
        (json!({ "maxHops": 6 }), "maxHops is 6; it must be from 1 to 5"),
        (
            json!({ "recesses": [{ "first": "2027-01-02", "last": "2027-01-01" }] }),
            "recesses: 2027-01-01 comes before 2027-01-02",
        ),
        (
            json!({ "recesses": [{ "first": "2027-01-01", "last": "2027-01-01", "body": "bm9ib2R5" }] }),
            "recesses: there is no body with this id",
        ),
        (
            json!({ "capacities": [{ "person": "bm9ib2R5", "perWeek": 1 }] }),
            "capacities: there is no person with this id",
        ),
        (json!({ "persons": ["bm9ib2R5"] }), "persons: there is no person, organisation, body or target with this id"),
    ] {
        let answer = app.ask(&query, json!({ "input": input })).await;
        assert_eq!(answer["errors"][0]["message"], message, "{answer}");
    }
    // Nobody of ours: nothing can be planned, and nothing is.
    let nobody = json!({ "input": { "persons": [] } });
    let answer = app.ask(&query, nobody).await;
    assert_eq!(answer["data"]["network"]["publicAffairs"]["schedule"]["planned"], json!([]), "{answer}");
}

#[tokio::test]
async fn targets_in_an_open_window_without_contact_are_told_as_consumers_ask_for_it() {
    let app = planner("regiobureau-voorbeeld");
    let answer = app.ask(&operation("targets-without-contact"), json!({})).await;
    hold("targets-without-contact", &answer);
}

#[tokio::test]
async fn who_has_a_say_is_told_beside_what_people_said() {
    let app = planner("regiobureau-voorbeeld");
    let answer = app.ask(&operation("who-has-a-say"), json!({ "topic": "tweede-regio-deal" })).await;
    let targets = answer["data"]["network"]["publicAffairs"]["targets"]["nodes"].as_array().unwrap().clone();
    for influence in targets.iter().map(|target| &target["influence"]) {
        let part = |name: &str| influence[name].as_f64().unwrap();
        let sum = part("right") + part("place") + part("deciders");
        assert!((part("points") - sum.min(100.0)).abs() < 1e-9, "{influence}");
        if let Some(declared) = influence["declared"].as_f64() {
            assert!((part("gap") - (part("points") - (declared - 1.0) * 25.0)).abs() < 1e-9, "{influence}");
        }
    }
    hold("who-has-a-say", &answer);
    // The tie with who decides is one that only its holder sees, and so is what it adds.
    let of = async |organisation: &str| {
        let told =
            planner(organisation).ask(&operation("who-has-a-say"), json!({ "topic": "tweede-regio-deal" })).await;
        told["data"]["network"]["publicAffairs"]["targets"]["nodes"].clone()
    };
    assert_ne!(of("gemeente-waterbroek").await, of("regiobureau-voorbeeld").await);
}

#[tokio::test]
async fn who_speaks_for_us_is_found_where_we_have_no_seat() {
    let app = planner("regiobureau-voorbeeld");
    let query = operation("who-speaks-for-us");
    hold("who-speaks-for-us", &app.ask(&query, json!({ "to": body("bo-bereikbaarheid") })).await);
    let of_person = app.ask(&query, json!({ "to": person("ruben-hartgerink") })).await;
    let heard = of_person["data"]["network"]["publicAffairs"]["representation"]["heard"].as_array().unwrap().clone();
    assert!(heard.iter().any(|voice| voice["partner"]["slug"] == "provincie-noordermarke"), "{of_person}");
    let answer = app.ask(&query, json!({ "to": "bm9ib2R5" })).await;
    assert_eq!(answer["errors"][0]["message"], "to: there is no person, organisation, body or target with this id");
}

#[tokio::test]
async fn what_is_kept_no_longer_is_told_in_advance_to_who_sees_it() {
    let of = async |organisation: &str, days: i32| {
        let query = format!("expiring(days: {days}) {{ kind noun id key on }}");
        affairs(&planner(organisation), &query).await["expiring"].clone()
    };
    let soon = of("gemeente-waterbroek", 0).await;
    let first = &soon[0];
    assert_eq!((&first["kind"], &first["noun"]), (&json!("FOLLOW_UPS"), &json!("follow_ups")), "{soon}");
    assert_eq!((&first["key"], &first["on"]), (&json!("2025-06-24.waterbroek.wouter.1"), &json!("2026-07-12")));
    let later = of("gemeente-waterbroek", 365).await;
    let later = later.as_array().unwrap();
    assert!(later.len() > soon.as_array().unwrap().len());
    assert!(later.is_sorted_by_key(|one| one["on"].as_str().map(ToOwned::to_owned)));
    assert!(
        later.iter().any(|one| one["kind"] == "CONTACT_NOTES" && one["key"] == "2025-08-19.noordermarke.willemijn")
    );
    let app = planner("gemeente-waterbroek");
    let wrong = app.ask("{ network { publicAffairs { expiring(days: -1) { key } } } }", json!({})).await;
    assert_eq!(wrong["errors"][0]["message"], "days cannot lie below 0");
}
