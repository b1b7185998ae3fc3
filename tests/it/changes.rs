//! Changes by mutation: what is answered, what is refused, and that both are seen by the next question.

use drieklank::graphql::viewer::{Role, Viewer};
use serde_json::{Value, json};

use crate::app::App;

const PLEDGE: &str = include_str!("../operations/changes/pledge-commitment.graphql");

/// The pledge of the operation's comment, with other values for some fields; null leaves one out.
fn pledge(other: Value) -> Value {
    let mut input = json!({
        "organisation": { "slug": "gemeente-kampen" },
        "subject": { "programmeLine": { "slug": "economie-en-arbeidsmarkt" } },
        "contributions": [{ "kind": "BUDGET", "amount": "250000.00", "unit": "EUR" }],
        "since": "2026-01-01",
        "source": { "title": "Raadsvoorstel", "url": "https://example.org/raadsvoorstel" },
        "idempotencyKey": "k1",
    });
    for (name, value) in other.as_object().unwrap() {
        input[name] = value.clone();
    }
    json!({ "input": input })
}

/// Codes and paths of the refusals.
pub(crate) fn refusals(answer: &Value, mutation: &str) -> Vec<String> {
    let errors = answer["data"][mutation]["userErrors"].as_array().unwrap_or_else(|| panic!("{answer}"));
    let path = |error: &Value| {
        error["path"]
            .as_array()
            .unwrap()
            .iter()
            .map(|part| part.as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
            .join(".")
    };
    errors.iter().map(|error| format!("{} {}", error["code"].as_str().unwrap(), path(error))).collect()
}

async fn revision(app: &App) -> i64 {
    let answer = app.ask("{ network { revision } }", json!({})).await;
    answer["data"]["network"]["revision"].as_i64().unwrap()
}

#[tokio::test]
async fn a_pledge_is_answered_as_its_operation_says_and_seen_at_once() {
    let app = App::writing().await;
    let answer = app.ask(PLEDGE, pledge(json!({}))).await;
    insta::assert_json_snapshot!(answer);
    let seen = "{ network { programmeLine(by: { slug: \"economie-en-arbeidsmarkt\" }) { coalition {
        size members(first: 100) { nodes { organisation { slug } evidence { route sources { title locator url } } } } } } } }";
    let coalition = &app.ask(seen, json!({})).await["data"]["network"]["programmeLine"]["coalition"];
    assert_eq!(coalition["size"], 7);
    let members = coalition["members"]["nodes"].as_array().unwrap();
    let kampen = members.iter().find(|member| member["organisation"]["slug"] == "gemeente-kampen").unwrap();
    assert_eq!(kampen["evidence"][0]["route"], "DIRECT");
    assert_eq!(kampen["evidence"][0]["sources"][0]["url"], "https://example.org/raadsvoorstel");
}

#[tokio::test]
async fn a_key_keeps_a_pledge_from_being_recorded_twice() {
    let app = App::writing().await;
    let first = app.ask(PLEDGE, pledge(json!({}))).await;
    let again = app.ask(PLEDGE, pledge(json!({}))).await;
    assert_eq!(first, again);
    assert_eq!(revision(&app).await, 2);
    let other = app.ask(PLEDGE, pledge(json!({ "since": "2026-02-01" }))).await;
    assert_eq!(refusals(&other, "pledgeCommitment"), ["IDEMPOTENCY_KEY_REUSED idempotencyKey"]);
    // Without the key, a second pledge to the same subject is one of its own.
    let second = app.ask(PLEDGE, pledge(json!({ "idempotencyKey": null }))).await;
    assert_eq!(second["data"]["pledgeCommitment"]["revision"], 3, "{second}");
    assert_ne!(
        first["data"]["pledgeCommitment"]["commitment"]["id"],
        second["data"]["pledgeCommitment"]["commitment"]["id"]
    );
}

#[tokio::test]
async fn a_refusal_names_code_and_path_and_leaves_no_trace() {
    let app = App::writing().await;
    for (other, expected) in [
        (json!({ "until": "2025" }), &["INVALID_PERIOD until"][..]),
        (json!({ "source": null }), &["SOURCE_REQUIRED source"]),
        (json!({ "source": null, "until": "2025" }), &["SOURCE_REQUIRED source", "INVALID_PERIOD until"]),
        (json!({ "organisation": { "slug": "gemeente-atlantis" } }), &["NOT_FOUND organisation"]),
        (json!({ "subject": { "initiative": { "slug": "none" } } }), &["NOT_FOUND initiative"]),
        (json!({ "status": "RATIFIED" }), &["INVALID_VALUE status"]),
        (
            json!({ "organisation": { "slug": "gemeente-atlantis" }, "source": null, "until": "2025", "note": " ",
                "condition": { "all": [] }, "reason": "", "contributions": [] }),
            &[
                "NOT_FOUND organisation",
                "INVALID_VALUE condition",
                "INVALID_VALUE reason",
                "SOURCE_REQUIRED source",
                "INVALID_VALUE note",
                "INVALID_PERIOD until",
            ],
        ),
        (json!({ "condition": { "all": [] } }), &["INVALID_VALUE condition"]),
        (json!({ "idempotencyKey": "" }), &["INVALID_VALUE idempotencyKey"]),
        (
            json!({ "contributions": [{ "kind": "BUDGET", "since": "2026", "until": "2025" }] }),
            &["INVALID_PERIOD contributions.0.until"],
        ),
    ] {
        let answer = app.ask(PLEDGE, pledge(other.clone())).await;
        assert_eq!(refusals(&answer, "pledgeCommitment"), expected, "{other}");
        assert_eq!(answer["data"]["pledgeCommitment"]["commitment"], Value::Null);
        assert_eq!(revision(&app).await, 1, "{other}");
    }
    let accepted = app.ask(PLEDGE, pledge(json!({ "contributions": [] }))).await;
    assert_eq!(refusals(&accepted, "pledgeCommitment"), [""; 0]);
    let open = app.ask("{ network { findings(rules: [\"R04\"]) { totalCount } } }", json!({})).await;
    assert_eq!(open["data"]["network"]["findings"]["totalCount"], 1, "{open}");
}

#[tokio::test]
async fn who_may_not_change_anything_is_told_before_anything_is_looked_at() {
    let nonsense = pledge(json!({ "organisation": { "slug": "gemeente-atlantis" } }));
    for (viewer, code) in [
        (Viewer::anonymous(), "UNAUTHENTICATED"),
        (Viewer::known("reader".into(), Role::Reader), "FORBIDDEN"),
        (Viewer::known("analyst".into(), Role::Analyst), "FORBIDDEN"),
        (Viewer::known("lobby".into(), Role::PublicAffairs), "FORBIDDEN"),
    ] {
        let app = App::writing().await.asked_by(viewer);
        let answer = app.ask(PLEDGE, nonsense.clone()).await;
        assert_eq!(answer["errors"][0]["extensions"]["code"], code, "{answer}");
        assert!(answer.get("data").is_none(), "{answer}");
    }
    // Who is not known is told so whatever they send.
    let app = App::writing().await.asked_by(Viewer::anonymous());
    for wrong in [
        "mutation { recordName(input: { organisation: { slug: \"x\" } }) { revision } }",
        "mutation { recordNothing { revision } }",
    ] {
        let answer = app.ask(wrong, json!({})).await;
        assert_eq!(answer["errors"][0]["extensions"]["code"], "UNAUTHENTICATED", "{answer}");
    }
    let answer = app.in_dutch().ask(PLEDGE, nonsense).await;
    assert!(answer["errors"][0]["message"].as_str().unwrap().starts_with("Onbekend wie dit vraagt"), "{answer}");
}

#[tokio::test]
async fn a_commitment_goes_its_way_from_pledge_to_delivery() {
    let app = App::writing().await;
    let source = json!({ "title": "Besluitenlijst" });
    let pledged = app.ask(PLEDGE, pledge(json!({}))).await;
    let commitment = pledged["data"]["pledgeCommitment"]["commitment"]["id"].clone();
    let council =
        "mutation($input: RecordBodyInput!) { recordBody(input: $input) { body { id } userErrors { code path } } }";
    let input = json!({ "slug": "raad-kampen", "nameNl": "Gemeenteraad van Kampen", "kind": "COUNCIL", "democratic": true,
        "inChart": false, "inSchedule": false, "organisation": { "slug": "gemeente-kampen" }, "source": source });
    let recorded = app.ask(council, json!({ "input": input })).await;
    assert_eq!(refusals(&recorded, "recordBody"), [""; 0], "{recorded}");
    let decide = "mutation($input: RecordDecisionInput!) { recordDecision(input: $input) { decision { id } userErrors { code path } } }";
    let input = json!({ "titleNl": "Bijdrage Economie", "outcome": "ADOPTED", "body": { "slug": "raad-kampen" },
        "date": "2026-03-12", "source": source });
    let decided = app.ask(decide, json!({ "input": input })).await;
    let decision = decided["data"]["recordDecision"]["decision"]["id"].clone();

    let ratify = "mutation($input: RatifyCommitmentInput!) { ratifyCommitment(input: $input) {
        commitment { status ratifiedBy { id } } standings { status tier } userErrors { code path } } }";
    let input = json!({ "commitment": commitment, "decision": decision, "source": source });
    let ratified = app.ask(ratify, json!({ "input": input })).await;
    let payload = &ratified["data"]["ratifyCommitment"];
    assert_eq!(payload["commitment"], json!({ "status": "RATIFIED", "ratifiedBy": { "id": decision } }), "{ratified}");
    assert_eq!(payload["standings"], json!([{ "status": "RATIFIED", "tier": "CORE" }]));

    let realise = "mutation($input: RealiseCommitmentInput!) { realiseCommitment(input: $input) {
        commitment { status contributions { realisedOn } } standings { status } userErrors { code path } } }";
    let input = json!({ "commitment": commitment, "on": "2026-10", "source": source });
    let payload = &app.ask(realise, json!({ "input": input })).await["data"]["realiseCommitment"];
    assert_eq!(payload["commitment"], json!({ "status": "REALISED", "contributions": [{ "realisedOn": "2026-10" }] }));
    assert_eq!(payload["standings"], json!([{ "status": "CONTRIBUTING" }]));

    let withdraw = "mutation($input: WithdrawCommitmentInput!) { withdrawCommitment(input: $input) {
        commitment { status until } standings { status } userErrors { code path } } }";
    let input = json!({ "commitment": commitment, "until": "2026-11-01", "source": source });
    let payload = &app.ask(withdraw, json!({ "input": input })).await["data"]["withdrawCommitment"];
    assert_eq!(payload["commitment"], json!({ "status": "WITHDRAWN", "until": "2026-11-01" }));
    assert_eq!(payload["standings"], json!([{ "status": "FORMER" }]));
    let input = json!({ "commitment": commitment, "until": "2026-11-02", "source": source });
    let again = app.ask(withdraw, json!({ "input": input })).await;
    assert_eq!(refusals(&again, "withdrawCommitment"), ["INVALID_VALUE commitment"]);
}

#[tokio::test]
async fn rules_refuse_what_breaks_them() {
    let app = App::writing().await;
    let source = json!({ "title": "Verslag" });
    let decide = "mutation($input: RecordDecisionInput!) { recordDecision(input: $input) { decision { id } userErrors { code path } } }";
    let input = json!({ "titleNl": "Wij besluiten", "outcome": "ADOPTED", "body": { "slug": "algemeen-bestuur" },
        "date": "2026-03-12", "source": source });
    let refused = app.ask(decide, json!({ "input": input })).await;
    assert_eq!(refusals(&refused, "recordDecision"), ["RULE_R01 outcome"], "{refused}");
    assert_eq!(revision(&app).await, 1);
}

#[tokio::test]
async fn of_two_who_change_the_same_the_second_is_shown_what_the_first_did() {
    let app = App::writing().await;
    let correct = "mutation($input: CorrectOrganisationInput!) { correctOrganisation(input: $input) {
        organisation { name } revision userErrors { code path ... on VersionConflict { current { ... on Organisation { name } } } } } }";
    let id = app.ask("{ network { organisation(by: { slug: \"gemeente-kampen\" }) { id } } }", json!({})).await;
    let id = &id["data"]["network"]["organisation"]["id"];
    let input = |name: &str| json!({ "input": { "id": id, "nameNl": name, "ifRevision": 1, "source": { "title": "Register" } } });
    let first = app.ask(correct, input("Kampen (Ov.)")).await;
    assert_eq!(first["data"]["correctOrganisation"]["revision"], 2, "{first}");
    let second = app.ask(correct, input("Campen")).await;
    let error = &second["data"]["correctOrganisation"]["userErrors"][0];
    assert_eq!(error["code"], "VERSION_CONFLICT", "{second}");
    assert_eq!(error["current"]["name"], "Kampen (Ov.)");
    assert_eq!(second["data"]["correctOrganisation"]["organisation"], Value::Null);
}

#[tokio::test]
async fn a_list_is_emptied_by_null_and_what_is_needed_cannot_be() {
    let app = App::writing().await;
    let correct = "mutation($input: CorrectBodyInput!) { correctBody(input: $input) {
        body { steers { __typename } level } userErrors { code path } } }";
    let id = app.ask("{ network { body(by: { slug: \"economic-board-regio-zwolle\" }) { id } } }", json!({})).await;
    let id = &id["data"]["network"]["body"]["id"];
    let input = |fields: Value| {
        let mut input = json!({ "id": id, "source": { "title": "Verslag" } });
        input.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        json!({ "input": input })
    };
    let emptied = app.ask(correct, input(json!({ "steersProgrammeLines": null, "level": null }))).await;
    assert_eq!(emptied["data"]["correctBody"]["body"], json!({ "steers": [], "level": null }), "{emptied}");
    let needed = app.ask(correct, input(json!({ "nameNl": null }))).await;
    assert_eq!(refusals(&needed, "correctBody"), ["INVALID_VALUE nameNl"]);
}

#[tokio::test]
async fn what_was_never_so_is_removed_unless_others_point_at_it() {
    let app = App::writing().await;
    let remove = "mutation($input: RemoveInput!) { removeOrganisation(input: $input) { organisation { slug } userErrors { code message path } } }";
    let id = app.ask("{ network { organisation(by: { slug: \"gemeente-kampen\" }) { id } } }", json!({})).await;
    let input = json!({ "id": id["data"]["network"]["organisation"]["id"], "reason": "a mistake" });
    let kept = app.ask(remove, json!({ "input": input })).await;
    assert_eq!(refusals(&kept, "removeOrganisation")[0], "IN_USE id", "{kept}");

    let register = "mutation($input: RegisterOrganisationInput!) { registerOrganisation(input: $input) { organisation { id } userErrors { code path } } }";
    let input = json!({ "slug": "proef-bv", "nameNl": "Proef B.V.", "kind": "COMPANY", "helix": "BUSINESS", "source": { "title": "KVK" } });
    let made = app.ask(register, json!({ "input": input })).await;
    let twice = app.ask(register, json!({ "input": input })).await;
    assert_eq!(refusals(&twice, "registerOrganisation"), ["ALREADY_EXISTS slug"], "{twice}");
    let input = json!({ "id": made["data"]["registerOrganisation"]["organisation"]["id"], "reason": "a trial" });
    let gone = app.ask(remove, json!({ "input": input })).await;
    assert_eq!(refusals(&gone, "removeOrganisation"), [""; 0], "{gone}");
    assert_eq!(gone["data"]["removeOrganisation"]["organisation"], Value::Null);
    let found = app.ask("{ network { organisation(by: { slug: \"proef-bv\" }) { id } } }", json!({})).await;
    assert_eq!(found["data"]["network"]["organisation"], Value::Null);
}

#[tokio::test]
async fn what_one_mutation_makes_the_next_of_the_same_request_may_name() {
    let app = App::writing().await;
    let both = "mutation {
        made: registerOrganisation(input: { slug: \"proef-bv\", nameNl: \"Proef\", kind: COMPANY, helix: BUSINESS, source: { title: \"KVK\" } }) {
            organisation { slug } revision userErrors { code path } }
        named: recordName(input: { organisation: { slug: \"proef-bv\" }, name: \"Proefje\", language: NL, kind: ALIAS, source: { title: \"KVK\" } }) {
            name { name } revision userErrors { code path } } }";
    let answer = app.ask(both, json!({})).await;
    assert_eq!(
        answer["data"],
        json!({
            "made": { "organisation": { "slug": "proef-bv" }, "revision": 2, "userErrors": [] },
            "named": { "name": { "name": "Proefje" }, "revision": 3, "userErrors": [] },
        }),
        "{answer}"
    );
}
