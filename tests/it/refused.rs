//! What no change may do, by whatever way: texts and numbers that no fact may hold, and rules that are broken later or by
//! taking something away.

use serde_json::{Value, json};

use crate::app::App;
use crate::changes::refusals;

const PLEDGE: &str = "mutation($input: PledgeCommitmentInput!) { pledgeCommitment(input: $input) {
    commitment { id contributions { id } } revision userErrors { code path } } }";
const REGISTER: &str = "mutation($input: RegisterOrganisationInput!) { registerOrganisation(input: $input) {
    organisation { id } userErrors { code path message } } }";
const CORRECT: &str = "mutation($input: CorrectOrganisationInput!) { correctOrganisation(input: $input) {
    revision userErrors { code path } } }";
const INITIATIVE: &str = "mutation($input: RecordInitiativeInput!) { recordInitiative(input: $input) {
    initiative { id } userErrors { code path } } }";

fn source() -> Value {
    json!({ "title": "Brief" })
}

/// Refusals of a mutation whose input is this.
async fn refused(app: &App, query: &str, name: &str, input: Value) -> Vec<String> {
    refusals(&app.ask(query, json!({ "input": input })).await, name)
}

#[tokio::test]
async fn a_text_can_be_read_and_kept_by_every_database() {
    let app = App::writing().await;
    let long = "x".repeat(70_000);
    for (field, value, path) in [
        ("nameNl", "nul\u{0}teken", "nameNl"),
        ("nameNl", "", "nameNl"),
        ("nameNl", "   ", "nameNl"),
        ("nameEn", "", "nameEn"),
        ("nameNl", &long, "nameNl"),
        ("note", "bel\u{7}", "note"),
        ("reason", " ", "reason"),
        ("reason", "\u{0}", "reason"),
        ("idempotencyKey", "\u{0}", "idempotencyKey"),
    ] {
        let mut input =
            json!({ "slug": "nieuw", "nameNl": "Nieuw", "kind": "COMPANY", "helix": "BUSINESS", "source": source() });
        input[field] = value.into();
        let told = refused(&app, REGISTER, "registerOrganisation", input).await;
        assert_eq!(told, [format!("INVALID_VALUE {path}")], "{field}");
    }
    let input = json!({ "slug": "nieuw", "nameNl": "Nieuw", "kind": "COMPANY", "helix": "BUSINESS",
        "source": { "title": "Brief", "locator": "\u{0}" } });
    assert_eq!(refused(&app, REGISTER, "registerOrganisation", input).await, ["INVALID_VALUE source.locator"]);

    let number =
        "mutation($input: RegisterIdentifierInput!) { registerIdentifier(input: $input) { userErrors { code path } } }";
    let input = json!({ "organisation": { "slug": "gemeente-zwolle" }, "scheme": "KVK", "value": "1".repeat(201), "source": source() });
    assert_eq!(refused(&app, number, "registerIdentifier", input).await, ["INVALID_VALUE value"]);
    // However it is written, a number names one organisation (R16).
    for (organisation, value, refusals) in
        [("gemeente-zwolle", "123x", vec![]), ("gemeente-kampen", " 123X ", vec!["ALREADY_EXISTS value"])]
    {
        let input =
            json!({ "organisation": { "slug": organisation }, "scheme": "KVK", "value": value, "source": source() });
        assert_eq!(refused(&app, number, "registerIdentifier", input).await, refusals);
    }
    let pledge = json!({ "organisation": { "slug": "gemeente-kampen" }, "source": source(),
        "subject": { "programmeLine": { "slug": "economie-en-arbeidsmarkt" } },
        "contributions": [{ "kind": "BUDGET", "amount": "-5", "unit": "EUR", "minimum": false }] });
    assert_eq!(refused(&app, PLEDGE, "pledgeCommitment", pledge).await, ["INVALID_VALUE contributions.0.amount"]);
}

#[tokio::test]
async fn a_web_address_is_one_that_a_browser_may_go_to() {
    let app = App::writing().await;
    for url in ["javascript:alert(1)", "data:text/html,x", "not a url", "", "http://a b"] {
        let input = json!({ "slug": "nieuw", "nameNl": "Nieuw", "kind": "COMPANY", "helix": "BUSINESS",
            "source": { "title": "Brief", "url": url } });
        let answer = app.ask(REGISTER, json!({ "input": input })).await;
        let argument = &answer["errors"][0]["extensions"]["argument"];
        assert_eq!(*argument, json!(["input", "source", "url"]), "{url}: {answer}");
    }
    let contact = "mutation($input: RecordContactDetailInput!) { recordContactDetail(input: $input) { userErrors { code path } } }";
    let input = json!({ "organisation": { "slug": "gemeente-zwolle" }, "kind": "WEBSITE", "value": "javascript:alert(1)",
        "source": source() });
    assert_eq!(refused(&app, contact, "recordContactDetail", input).await, ["INVALID_VALUE value"]);
}

#[tokio::test]
async fn who_read_an_older_revision_is_told_that_first() {
    let app = App::writing().await;
    let found = app.ask("{ network { organisation(by: { slug: \"gemeente-zwolle\" }) { id } } }", json!({})).await;
    let id = found["data"]["network"]["organisation"]["id"].clone();
    let correct = async |revision: i64, name: &str| {
        let input = json!({ "id": id, "nameNl": name, "ifRevision": revision, "source": source() });
        refused(&app, CORRECT, "correctOrganisation", input).await
    };
    assert!(correct(1, "Zwolle (Ov.)").await.is_empty());
    // Also when what it should become is what somebody else has made of it.
    assert_eq!(correct(1, "Zwolle (Ov.)").await, ["VERSION_CONFLICT ifRevision"]);
    assert_eq!(correct(99, "Zwolle").await, ["INVALID_VALUE ifRevision"]);
}

#[tokio::test]
async fn what_is_ratified_keeps_a_contribution() {
    let app = App::writing().await;
    let pledge = json!({ "organisation": { "slug": "gemeente-kampen" },
        "subject": { "programmeLine": { "slug": "economie-en-arbeidsmarkt" } }, "source": source() });
    let without = app.ask(PLEDGE, json!({ "input": pledge })).await;
    let id = without["data"]["pledgeCommitment"]["commitment"]["id"].clone();
    let correct =
        "mutation($input: CorrectCommitmentInput!) { correctCommitment(input: $input) { userErrors { code path } } }";
    let input = json!({ "id": id, "status": "RATIFIED", "source": source() });
    assert_eq!(refused(&app, correct, "correctCommitment", input).await, ["RULE_R04 "]);

    let mut with = pledge.clone();
    with["contributions"] = json!([{ "kind": "CAPACITY", "minimum": false }]);
    let with = app.ask(PLEDGE, json!({ "input": with })).await;
    let commitment = &with["data"]["pledgeCommitment"]["commitment"];
    let input = json!({ "id": commitment["id"], "status": "RATIFIED", "source": source() });
    assert!(refused(&app, correct, "correctCommitment", input).await.is_empty(), "{with}");
    let remove = "mutation($input: RemoveInput!) { removeContribution(input: $input) { userErrors { code path } } }";
    let input = json!({ "id": commitment["contributions"][0]["id"], "reason": "a trial" });
    assert_eq!(refused(&app, remove, "removeContribution", input).await, ["RULE_R04 "]);
}

#[tokio::test]
async fn rules_hold_for_what_begins_later_too() {
    let app = App::writing().await;
    let initiative = |kind: &str, since: &str, until: &str, places: Value| {
        json!({ "slug": "later", "nameNl": "Later", "kind": kind, "example": false, "knowledge": false, "since": since,
            "until": until, "places": places, "source": source() })
    };
    let deal = |share: i32| json!([{ "whole": { "agreement": { "slug": "regio-deal-tranche-5" } }, "share": share }]);
    for (input, refusal) in [
        (initiative("PROGRAMME", "2030", "2031", json!([])), "RULE_R06 "),
        (initiative("PROJECT", "2030", "2031", deal(100)), "RULE_R11 "),
        (initiative("PROJECT", "2027-06", "2028", deal(100)), "RULE_R11 "),
    ] {
        assert_eq!(refused(&app, INITIATIVE, "recordInitiative", input.clone()).await, [refusal], "{input}");
    }
    // What goes takes its places along, which it could not lose one by one.
    let line = json!([{ "whole": { "programmeLine": { "slug": "economie-en-arbeidsmarkt" } }, "share": 100 }]);
    let made = app.ask(INITIATIVE, json!({ "input": initiative("PROGRAMME", "2030", "2031", line) })).await;
    let id = made["data"]["recordInitiative"]["initiative"]["id"].clone();
    let remove = "mutation($input: RemoveInput!) { removeInitiative(input: $input) { userErrors { code path } } }";
    let input = json!({ "id": id, "reason": "a trial" });
    assert!(refused(&app, remove, "removeInitiative", input).await.is_empty(), "{made}");
}
