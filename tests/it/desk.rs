//! What the desk answers on the made-up region.

use std::fs;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use drieklank::graphql::viewer::{Role, Viewer};
use network::id::{FactId, PersonId};
use serde_json::{Value, json};

use crate::app::App;

/// The region, asked by who plans contacts for this organisation.
fn planner(organisation: &str) -> App {
    let facts = drieklank::exchange::builtin("regio-voorbeeld").expect("built in").expect("readable").facts;
    let viewer = Viewer::known("desk".to_owned(), Role::PublicAffairs);
    App::over(facts).asked_by(viewer.acting_for(Some(organisation.to_owned())))
}

fn person(slug: &str) -> String {
    URL_SAFE_NO_PAD.encode([b"Person:", &PersonId::from_key(slug).uuid().as_bytes()[..]].concat())
}

async fn affairs(app: &App, fields: &str) -> Value {
    let answer = app.ask(&format!("{{ network {{ publicAffairs {{ {fields} }} }} }}"), json!({})).await;
    assert!(answer["errors"].is_null(), "{answer}");
    answer["data"]["network"]["publicAffairs"].clone()
}

#[tokio::test]
async fn who_can_introduce_us_works_as_consumers_send_it() {
    let app = planner("regiobureau-voorbeeld");
    let query = fs::read_to_string("tests/operations/desk/who-can-introduce-us.graphql").unwrap();
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
        insta::with_settings!({ snapshot_path => "../operations/desk/snapshots", prepend_module_to_snapshot => false }, {
            insta::assert_json_snapshot!(name, answer);
        });
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
