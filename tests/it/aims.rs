//! What can only be changed together: places of an initiative (rule R06), goals and what serves them (rule R05), and the
//! network itself.

use serde_json::{Value, json};

use crate::app::App;
use crate::changes::refusals;

const RECORD_INITIATIVE: &str = include_str!("../operations/changes/record-initiative.graphql");
const PLACE: &str = include_str!("../operations/changes/place-initiative.graphql");
const GOAL: &str = include_str!("../operations/changes/record-goal.graphql");
const NETWORK: &str = include_str!("../operations/changes/correct-network.graphql");

fn source() -> Value {
    json!({ "title": "Uitvoeringsplan" })
}

/// A place in a line or an initiative.
fn place(kind: &str, slug: &str, share: i32) -> Value {
    json!({ "whole": { kind: { "slug": slug } }, "share": share })
}

#[tokio::test]
async fn an_initiative_comes_with_its_places_and_moves_with_all_of_them() {
    let app = App::writing().await;
    let programme = |places: Value| {
        json!({ "input": { "slug": "groen-blauw", "nameNl": "Groen-blauw", "kind": "PROGRAMME", "example": false,
            "knowledge": false, "places": places, "source": source() } })
    };
    let homeless = app.ask(RECORD_INITIATIVE, programme(json!([]))).await;
    assert_eq!(refusals(&homeless, "recordInitiative"), ["RULE_R06 places"], "{homeless}");
    let lost = app.ask(RECORD_INITIATIVE, programme(json!([place("programmeLine", "nothing", 100)]))).await;
    assert_eq!(refusals(&lost, "recordInitiative"), ["NOT_FOUND places.0.programmeLine"], "{lost}");
    let much = app.ask(RECORD_INITIATIVE, programme(json!([place("programmeLine", "ruimtelijke-opgaven", 101)]))).await;
    assert_eq!(refusals(&much, "recordInitiative"), ["INVALID_VALUE places.0.share"], "{much}");
    let whole = json!([{ "whole": { "programmeLine": { "slug": "ruimtelijke-opgaven" } } }]);
    let recorded = app.ask(RECORD_INITIATIVE, programme(whole)).await;
    insta::assert_json_snapshot!("record-initiative", recorded);

    let project = json!({ "input": { "slug": "dijk", "nameNl": "Dijk", "kind": "PROJECT", "example": false,
        "knowledge": false, "places": [place("initiative", "groen-blauw", 100)], "source": source() } });
    let recorded = app.ask(RECORD_INITIATIVE, project).await;
    assert_eq!(refusals(&recorded, "recordInitiative"), [""; 0], "{recorded}");
    let revision = &recorded["data"]["recordInitiative"]["revision"];
    let moved = |places: Value, source: Value| json!({ "input": { "initiative": { "slug": "dijk" }, "places": places, "source": source, "ifRevision": revision } });
    let (llo, groen) = ("leven-lang-ontwikkelen-leercultuur", "groen-blauw");
    let split = json!([place("initiative", groen, 60), place("initiative", llo, 40)]);
    let too_much = json!([place("initiative", groen, 60), place("initiative", llo, 50)]);
    for (places, source, refusal) in [
        (too_much, source(), "RULE_R06 places"),
        (json!([place("initiative", groen, 50), place("initiative", groen, 50)]), source(), "ALREADY_EXISTS places.1"),
        (json!([place("initiative", groen, 100)]), source(), "ALREADY_EXISTS "),
        (json!([place("initiative", "nothing", 100)]), source(), "NOT_FOUND places.0.parent"),
        (split.clone(), Value::Null, "SOURCE_REQUIRED source"),
    ] {
        let refused = app.ask(PLACE, moved(places, source)).await;
        assert_eq!(refusals(&refused, "placeInitiative"), [refusal], "{refused}");
    }
    let done = app.ask(PLACE, moved(split, source())).await;
    insta::assert_json_snapshot!("place-initiative", done);
    let late = app.ask(PLACE, moved(json!([place("initiative", llo, 100)]), source())).await;
    assert_eq!(refusals(&late, "placeInitiative"), ["VERSION_CONFLICT ifRevision"], "{late}");

    // A place alone can have its confidence corrected, not its share.
    let id = &done["data"]["placeInitiative"]["initiative"]["partOf"][0]["id"];
    let correct = "mutation($input: CorrectPlaceInput!) { correctPlace(input: $input) { place { share confidence } userErrors { code path } } }";
    let other = json!({ "input": { "id": id, "confidence": "LOW", "source": source() } });
    let corrected = app.ask(correct, other).await;
    assert_eq!(corrected["data"]["correctPlace"]["place"]["confidence"], "LOW", "{corrected}");
    let other = json!({ "input": { "id": id, "share": 1, "source": source() } });
    assert_eq!(refusals(&app.ask(correct, other).await, "correctPlace"), ["RULE_R06 share"]);
    let remove =
        "mutation($input: RemoveInput!) { removePlace(input: $input) { place { share } userErrors { code path } } }";
    let gone = app.ask(remove, json!({ "input": { "id": id, "reason": "a trial" } })).await;
    assert_eq!(refusals(&gone, "removePlace"), ["RULE_R06 id"], "the others are no whole: {gone}");
}

#[tokio::test]
async fn with_the_first_goal_of_the_agenda_everything_under_way_has_to_serve_one() {
    let app = App::writing().await;
    let goal = |served_by: Value, text: &str| {
        json!({ "input": { "agreement": { "slug": "meerjarige-agenda-2024-2028" }, "textNl": text, "servedBy": served_by,
            "source": source(), "idempotencyKey": text } })
    };
    let initiative = |slug: &str, goals: Value| {
        json!({ "input": { "slug": slug, "nameNl": slug, "kind": "ACTIVITY", "example": false, "knowledge": false,
            "goals": goals, "source": source() } })
    };
    let first = app.ask(RECORD_INITIATIVE, initiative("cursus", json!([]))).await;
    assert_eq!(refusals(&first, "recordInitiative"), [""; 0], "{first}");
    let aimless = app.ask(GOAL, goal(json!([]), "Werk")).await;
    assert_eq!(refusals(&aimless, "recordGoal"), ["RULE_R05 servedBy"], "{aimless}");
    let lost = app.ask(GOAL, goal(json!([{ "slug": "nothing" }]), "Wonen")).await;
    assert_eq!(refusals(&lost, "recordGoal"), ["NOT_FOUND servedBy.0"], "{lost}");
    let served = goal(json!([{ "slug": "cursus" }]), "Leren");
    let set = app.ask(GOAL, served.clone()).await;
    insta::assert_json_snapshot!("record-goal", set);
    assert_eq!(set, app.ask(GOAL, served).await);
    let seen = "{ network { initiative(by: { slug: \"cursus\" }) { goals { id text } } } }";
    let goals = app.ask(seen, json!({})).await["data"]["network"]["initiative"]["goals"].clone();
    let id = &set["data"]["recordGoal"]["goal"]["id"];
    assert_eq!(goals, json!([{ "id": id, "text": "Leren" }]));

    // An initiative comes with the goals that it serves.
    let refused = app.ask(RECORD_INITIATIVE, initiative("dijk", json!([]))).await;
    assert_eq!(refusals(&refused, "recordInitiative"), ["RULE_R05 goals"], "{refused}");
    let recorded = app.ask(RECORD_INITIATIVE, initiative("dijk", json!([{ "id": id }]))).await;
    assert_eq!(refusals(&recorded, "recordInitiative"), [""; 0], "{recorded}");

    let correct = "mutation($input: CorrectGoalInput!) { correctGoal(input: $input) { goal { text en: text(lang: EN) } userErrors { code path } } }";
    let input = json!({ "id": id, "textEn": "Learning", "source": source() });
    let corrected = app.ask(correct, json!({ "input": input })).await;
    assert_eq!(corrected["data"]["correctGoal"]["goal"], json!({ "text": "Leren", "en": "Learning" }), "{corrected}");
    let remove =
        "mutation($input: RemoveInput!) { removeGoal(input: $input) { goal { id } userErrors { code path } } }";
    let kept = app.ask(remove, json!({ "input": { "id": id, "reason": "a trial" } })).await;
    assert_eq!(refusals(&kept, "removeGoal")[0], "IN_USE id", "{kept}");
}

#[tokio::test]
async fn the_network_itself_can_only_be_corrected() {
    let app = App::writing().await;
    let input = |other: Value| {
        let mut input = json!({ "source": source() });
        input.as_object_mut().unwrap().extend(other.as_object().unwrap().clone());
        json!({ "input": input })
    };
    let mission =
        json!({ "missionNl": "Samen verder", "missionEn": "On together", "strengthEn": null, "ifRevision": 1 });
    let corrected = app.ask(NETWORK, input(mission)).await;
    insta::assert_json_snapshot!("correct-network", corrected);
    for (other, refusal) in [
        (json!({ "nameEn": "Another", "ifRevision": 1 }), "VERSION_CONFLICT ifRevision"),
        (json!({ "missionNl": "Samen verder" }), "ALREADY_EXISTS "),
        (json!({ "nameNl": null }), "INVALID_VALUE nameNl"),
        (json!({ "agenda": { "slug": "nothing" } }), "NOT_FOUND agenda"),
        (json!({ "since": "2020", "until": "2019" }), "INVALID_PERIOD until"),
        (json!({ "missionNl": "Anders", "source": null }), "SOURCE_REQUIRED source"),
    ] {
        let refused = app.ask(NETWORK, input(other)).await;
        assert_eq!(refusals(&refused, "correctNetwork"), [refusal], "{refused}");
    }
}
