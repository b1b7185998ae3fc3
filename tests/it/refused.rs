//! What no change may do, by whatever way: texts and numbers that no fact may hold, and rules that are broken later or by
//! taking something away.

use async_graphql::Variables;
use drieklank::graphql::executor::ApiRequest;
use drieklank::graphql::viewer::{Role, Viewer};
use network::facts::Language;
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

/// Answers a mutation that takes one input and shows the id of a thing; with code, path and message of refusals.
async fn change(app: &App, mutation: &str, shows: &str, language: Language, input: &Value) -> Value {
    let ty = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
    let shows = if shows.is_empty() { String::new() } else { format!("{shows} {{ id }}") };
    let query = format!(
        "mutation($input: {ty}!) {{ {mutation}(input: $input) {{ {shows} revision userErrors {{ code path message }} }} }}"
    );
    let request = ApiRequest {
        query: Some(query),
        variables: Variables::from_json(json!({ "input": input })),
        viewer: Viewer::known("desk".to_owned(), Role::Admin),
        language,
        ..ApiRequest::default()
    };
    let prepared = app.api.prepare(request).unwrap_or_else(|refused| panic!("{refused:?}"));
    serde_json::to_value(app.api.run(prepared).await).unwrap()
}

/// Does it, and hands out the id of what it shows.
async fn made(app: &App, mutation: &str, shows: &str, input: Value) -> Value {
    let answer = change(app, mutation, shows, Language::En, &input).await;
    assert_eq!(refusals(&answer, mutation), [""; 0], "{answer}");
    answer["data"][mutation][shows]["id"].clone()
}

/// Code and path of the only refusal, with its message.
async fn told(app: &App, mutation: &str, language: Language, input: Value) -> (String, String) {
    let answer = change(app, mutation, "", language, &input).await;
    let refusals = refusals(&answer, mutation);
    assert_eq!(refusals.len(), 1, "{answer}");
    let message = answer["data"][mutation]["userErrors"][0]["message"].as_str().unwrap().to_owned();
    (refusals[0].clone(), message)
}

async fn told_en(app: &App, mutation: &str, input: Value) -> (String, String) {
    told(app, mutation, Language::En, input).await
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
async fn all_that_is_wrong_with_an_input_is_told_at_once() {
    let app = App::writing().await;
    let organisation = json!({ "slug": "twee woorden", "nameNl": " ", "kind": "COMPANY", "helix": "BUSINESS",
        "parent": { "slug": "nergens" }, "since": "2024", "until": "2020" });
    let told = [
        "NOT_FOUND parent",
        "INVALID_VALUE slug",
        "SOURCE_REQUIRED source",
        "INVALID_VALUE nameNl",
        "INVALID_PERIOD until",
    ];
    assert_eq!(refused(&app, REGISTER, "registerOrganisation", organisation).await, told);

    let id = app.ask("{ network { organisation(by: { slug: \"gemeente-zwolle\" }) { id } } }", json!({})).await;
    let id = id["data"]["network"]["organisation"]["id"].clone();
    let first = json!({ "id": id, "note": "one", "source": source() });
    assert!(refused(&app, CORRECT, "correctOrganisation", first).await.is_empty());
    let late = json!({ "id": id, "ifRevision": 1, "parent": { "slug": "nergens" }, "since": "2024", "until": "2020" });
    let told = ["NOT_FOUND parent", "SOURCE_REQUIRED source", "VERSION_CONFLICT ifRevision", "INVALID_PERIOD until"];
    assert_eq!(refused(&app, CORRECT, "correctOrganisation", late).await, told);
    // Without what it is about, nothing is known of what becomes of it.
    let nothing = json!({ "id": "x", "since": "2024", "until": "2020" });
    let told = ["NOT_FOUND id", "SOURCE_REQUIRED source"];
    assert_eq!(refused(&app, CORRECT, "correctOrganisation", nothing).await, told);
    let merge =
        "mutation($input: MergeOrganisationsInput!) { mergeOrganisations(input: $input) { userErrors { code path } } }";
    let two = json!({ "duplicate": { "slug": "nergens" }, "into": { "slug": "ergens" } });
    let told = ["NOT_FOUND duplicate", "NOT_FOUND into", "SOURCE_REQUIRED source"];
    assert_eq!(refused(&app, merge, "mergeOrganisations", two).await, told);
    let goal = "mutation($input: RecordGoalInput!) { recordGoal(input: $input) { userErrors { code path } } }";
    let input = json!({ "agreement": { "slug": "nergens" }, "textNl": "", "servedBy": [{ "slug": "niets" }] });
    let told = ["NOT_FOUND agreement", "NOT_FOUND servedBy.0", "SOURCE_REQUIRED source", "INVALID_VALUE textNl"];
    assert_eq!(refused(&app, goal, "recordGoal", input).await, told);
    let place =
        "mutation($input: PlaceInitiativeInput!) { placeInitiative(input: $input) { userErrors { code path } } }";
    let whole = json!({ "programmeLine": { "slug": "economie-en-arbeidsmarkt" } });
    let input = json!({ "initiative": { "slug": "niets" }, "places": [{ "whole": whole, "share": 0 }] });
    let told = ["NOT_FOUND initiative", "INVALID_VALUE places.0.share", "SOURCE_REQUIRED source"];
    assert_eq!(refused(&app, place, "placeInitiative", input).await, told);
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
    assert_eq!(refused(&app, correct, "correctCommitment", input).await, ["RULE_R04 status"]);

    let mut with = pledge.clone();
    with["contributions"] = json!([{ "kind": "CAPACITY", "minimum": false }]);
    let with = app.ask(PLEDGE, json!({ "input": with })).await;
    let commitment = &with["data"]["pledgeCommitment"]["commitment"];
    let input = json!({ "id": commitment["id"], "status": "RATIFIED", "source": source() });
    assert!(refused(&app, correct, "correctCommitment", input).await.is_empty(), "{with}");
    let remove = "mutation($input: RemoveInput!) { removeContribution(input: $input) { userErrors { code path } } }";
    let input = json!({ "id": commitment["contributions"][0]["id"], "reason": "a trial" });
    assert_eq!(refused(&app, remove, "removeContribution", input).await, ["RULE_R04 id"]);
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
        (initiative("PROGRAMME", "2030", "2031", json!([])), "RULE_R06 places"),
        (initiative("PROJECT", "2030", "2031", deal(100)), "RULE_R11 until"),
        (initiative("PROJECT", "2027-06", "2028", deal(100)), "RULE_R11 until"),
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

#[tokio::test]
async fn what_cannot_be_read_is_told_in_both_languages_and_at_its_field() {
    let app = App::writing().await;
    let pledge = |condition: Value| {
        json!({ "organisation": { "slug": "gemeente-kampen" }, "condition": condition, "source": source(),
            "subject": { "programmeLine": { "slug": "economie-en-arbeidsmarkt" } } })
    };
    let others = json!({ "parties": { "atLeast": 3, "kind": "MUNICIPALITY" } });
    let deep = (0..8).fold(others.clone(), |clause, _| json!({ "all": [clause] }));
    let register = |slug: &str| json!({ "slug": slug, "nameNl": "Nieuw", "kind": "COMPANY", "helix": "BUSINESS", "source": source() });
    let decision = json!({ "titleNl": "Besluit", "outcome": "ADOPTED", "body": { "slug": "raden-en-staten" }, "date": "2024",
        "source": source() });
    for (mutation, input, refusal, nl, en) in [
        (
            "pledgeCommitment",
            pledge(json!({ "not": { "includes": { "slug": "gemeente-zwolle" } } })),
            "NOT_MONOTONE condition.not",
            "een voorwaarde mag niet vragen dat iemand niet meedoet: schrijf wie",
            "a condition may not ask that someone stays out: write who",
        ),
        (
            "pledgeCommitment",
            pledge(json!({ "all": [others, { "any": [{ "not": others }] }] })),
            "NOT_MONOTONE condition.all.1.any.0.not",
            "een voorwaarde mag niet",
            "a condition may not",
        ),
        (
            "pledgeCommitment",
            pledge(json!({ "all": [] })),
            "INVALID_VALUE condition",
            "is geen voorwaarde: noem in \"all\"",
            "is no condition: name in \"all\"",
        ),
        (
            "pledgeCommitment",
            pledge(json!({ "all": [{ "any": [] }] })),
            "INVALID_VALUE condition",
            "is geen voorwaarde: noem",
            "is no condition: name",
        ),
        (
            "pledgeCommitment",
            pledge(deep),
            "INVALID_VALUE condition",
            "is te groot: geef ten hoogste 100 clausules, 8",
            "is too large: give at most 100 clauses, 8",
        ),
        (
            "pledgeCommitment",
            pledge(json!({ "any": [others, { "includes": { "slug": "gemeente-atlantis" } }] })),
            "NOT_FOUND condition.any.1.includes",
            "deze organisatie is er niet",
            "this organisation is not there",
        ),
        (
            "pledgeCommitment",
            pledge(json!({ "parties": { "atLeast": 0 } })),
            "INVALID_VALUE condition.parties.atLeast",
            "geef 1 of meer",
            "give 1 or more",
        ),
        (
            "pledgeCommitment",
            pledge(json!({ "budget": { "atLeast": "0" } })),
            "INVALID_VALUE condition.budget.atLeast",
            "geef meer dan 0 euro",
            "give more than 0 euros",
        ),
        (
            "pledgeCommitment",
            pledge(json!({ "inhabitants": { "atLeastPct": 101 } })),
            "INVALID_VALUE condition.inhabitants.atLeastPct",
            "\"101\" is geen deel",
            "\"101\" is no share",
        ),
        (
            "registerOrganisation",
            register("twee woorden"),
            "INVALID_VALUE slug",
            "\"twee woorden\" is geen sleutel",
            "\"twee woorden\" is no key",
        ),
    ] {
        for (language, begins) in [(Language::Nl, nl), (Language::En, en)] {
            let (path, message) = told(&app, mutation, language, input.clone()).await;
            assert_eq!(path, refusal, "{message}");
            assert!(message.starts_with(begins), "{message}");
            assert!(!message.contains("line 1") && !message.contains("expected"), "{message}");
        }
    }
    // Names of fields are those of inputs.
    let seat = json!({ "body": { "slug": "algemeen-bestuur" }, "role": "MEMBER", "source": source(),
        "onBehalfOf": [{ "slug": "gemeente-kampen" }], "onBehalfOfGroup": { "slug": "groep-onderwijs" } });
    let (path, message) = told_en(&app, "grantSeat", seat).await;
    assert_eq!(path, "INVALID_VALUE onBehalfOf");
    assert_eq!(message, "give exactly one of onBehalfOf, onBehalfOfGroup; 2 are given");
    let id = made(&app, "recordDecision", "decision", decision).await;
    let emptied = json!({ "id": id, "titleNl": null, "titleEn": null, "source": source() });
    let (path, message) = told(&app, "correctDecision", Language::Nl, emptied).await;
    assert_eq!((&*path, &*message), ("INVALID_VALUE titleNl", "dit veld kan niet leeg zijn"));
}

#[tokio::test]
async fn a_commitment_is_ratified_by_who_may_and_delivered_when_it_was_pledged() {
    let app = App::writing().await;
    let pledge = |status: &str| {
        json!({ "organisation": { "slug": "gemeente-kampen" }, "status": status, "since": "2026-01-01", "source": source(),
            "subject": { "programmeLine": { "slug": "economie-en-arbeidsmarkt" } },
            "contributions": [{ "kind": "CAPACITY", "amount": "1", "unit": "fte" }] })
    };
    let pledged = made(&app, "pledgeCommitment", "commitment", pledge("PLEDGED")).await;
    let intended = made(&app, "pledgeCommitment", "commitment", pledge("INTENDED")).await;
    let found = app
        .ask(
            "{ network { agreement(by: { slug: \"meerjarige-agenda-2024-2028\" }) { decisions(first: 100) { nodes { id outcome } } } } }",
            json!({}),
        )
        .await;
    let decisions =
        found["data"]["network"]["agreement"]["decisions"]["nodes"].as_array().unwrap_or_else(|| panic!("{found}"));
    let with = |outcome: &str| decisions.iter().find(|decision| decision["outcome"] == outcome).unwrap()["id"].clone();
    let ratify = |decision: Value| json!({ "commitment": pledged, "decision": decision, "source": source() });
    let refused = told_en(&app, "ratifyCommitment", ratify(with("ENDORSED"))).await;
    assert_eq!(refused.0, "INVALID_VALUE decision");
    assert_eq!(refused.1, "this decision was not adopted: only one that was ratifies");
    let school = json!({ "slug": "bestuur-deltion", "nameNl": "Bestuur", "kind": "BOARD", "democratic": false, "inChart": false,
        "inSchedule": false, "organisation": { "slug": "deltion-college" }, "source": source() });
    made(&app, "recordBody", "body", school).await;
    let theirs = json!({ "titleNl": "Besluit", "outcome": "ADOPTED", "body": { "slug": "bestuur-deltion" }, "date": "2026-03",
        "source": source() });
    let theirs = made(&app, "recordDecision", "decision", theirs).await;
    assert_eq!(told_en(&app, "ratifyCommitment", ratify(theirs)).await.0, "INVALID_VALUE decision");
    // What councils and states adopted together, they adopted for each of them.
    made(&app, "ratifyCommitment", "commitment", ratify(with("ADOPTED"))).await;
    assert_eq!(told_en(&app, "ratifyCommitment", ratify(with("ADOPTED"))).await.0, "ALREADY_EXISTS decision");

    let realise = |commitment: &Value, on: &str| json!({ "commitment": commitment, "on": on, "source": source() });
    for (commitment, on, refusal) in
        [(&intended, "2026-06", "INVALID_VALUE commitment"), (&pledged, "2025", "INVALID_PERIOD on")]
    {
        assert_eq!(told_en(&app, "realiseCommitment", realise(commitment, on)).await.0, refusal);
    }
    made(&app, "realiseCommitment", "commitment", realise(&pledged, "2026-06")).await;
    assert_eq!(told_en(&app, "realiseCommitment", realise(&pledged, "2026-06")).await.0, "ALREADY_EXISTS commitment");
    let withdrawn = json!({ "id": pledged, "status": "WITHDRAWN", "source": source() });
    assert_eq!(told_en(&app, "correctCommitment", withdrawn).await.0, "INVALID_VALUE until");
}

#[tokio::test]
async fn nothing_is_said_twice_of_the_same_days() {
    let app = App::writing().await;
    let zwolle = json!({ "slug": "gemeente-zwolle" });
    let onderwijs = json!({ "slug": "groep-onderwijs" });
    let seat = json!({ "body": { "slug": "algemeen-bestuur" }, "role": "MEMBER", "onBehalfOf": [zwolle], "since": "2026",
        "source": source() });
    let seat_id = made(&app, "grantSeat", "seat", seat.clone()).await;
    let relation = json!({ "kind": "REPRESENTS", "fromOrganisation": { "slug": "regiobureau" }, "toOrganisation": zwolle,
        "source": source() });
    made(&app, "recordRelation", "relation", relation.clone()).await;
    let rijk = json!({ "kind": "PART_OF", "fromOrganisation": { "slug": "ministerie-bzk" },
        "toOrganisation": { "slug": "rijk" }, "source": source() });
    let signature = json!({ "organisation": { "slug": "gemeente-dalfsen" }, "since": "2023", "source": source(),
        "agreement": { "slug": "verklaring-samen-verder-met-ruimtelijke-ontwikkeling" } });
    let partner = json!({ "organisation": { "slug": "provincie-overijssel" }, "source": source() });
    let member = json!({ "organisation": { "slug": "deltion-college" }, "group": onderwijs, "source": source() });
    for (mutation, input, refusal, named) in [
        ("grantSeat", seat.clone(), "ALREADY_EXISTS body", "seats "),
        ("recordRelation", relation, "ALREADY_EXISTS kind", "relations "),
        ("recordRelation", rijk, "ALREADY_EXISTS kind", "relations ministerie-bzk.part-of.rijk "),
        ("signAgreement", signature, "ALREADY_EXISTS organisation", "signatures gemeente-dalfsen.samen-verder "),
        ("joinNetwork", partner, "ALREADY_EXISTS organisation", "partnerships provincie-overijssel "),
        ("joinGroup", member, "ALREADY_EXISTS organisation", "group_memberships "),
    ] {
        let (path, message) = told_en(&app, mutation, input).await;
        assert_eq!(path, refusal, "{message}");
        assert!(message.starts_with(named) && message.ends_with("says this of the same days"), "{message}");
    }
    let place = json!({ "whole": { "programmeLine": { "slug": "ruimtelijke-opgaven" } }, "share": 50 });
    let initiative = json!({ "slug": "dijk", "nameNl": "Dijk", "kind": "PROJECT", "example": false, "knowledge": false,
        "places": [place, place], "source": source() });
    assert_eq!(told_en(&app, "recordInitiative", initiative).await.0, "ALREADY_EXISTS places.1");

    // What has ended does not end again, and may begin again.
    let end = json!({ "id": seat_id, "until": "2026-06", "source": source() });
    made(&app, "endSeat", "seat", end.clone()).await;
    assert_eq!(told_en(&app, "endSeat", end).await.0, "ALREADY_EXISTS id");
    let mut later = seat;
    later["since"] = json!("2026-07");
    made(&app, "grantSeat", "seat", later).await;
}

#[tokio::test]
async fn nothing_is_tied_to_itself() {
    let app = App::writing().await;
    let own = json!({ "slug": "regio-zwolle" });
    let relation = json!({ "kind": "PART_OF", "fromOrganisation": own, "toOrganisation": own, "source": source() });
    assert_eq!(told_en(&app, "recordRelation", relation).await.0, "INVALID_VALUE toOrganisation");
    let partner = json!({ "organisation": own, "source": source() });
    let (path, message) = told(&app, "joinNetwork", Language::Nl, partner).await;
    assert_eq!(path, "INVALID_VALUE organisation");
    assert_eq!(message, "de organisatie die voor het netwerk staat is geen deelnemer ervan");
    let kampen = json!({ "slug": "gemeente-kampen" });
    let network = json!({ "organisation": kampen, "source": source() });
    assert_eq!(told_en(&app, "correctNetwork", network).await.0, "INVALID_VALUE organisation");
    let merge = json!({ "duplicate": kampen, "into": own, "source": source() });
    assert_eq!(told_en(&app, "mergeOrganisations", merge).await.0, "INVALID_VALUE duplicate");

    let initiative = |slug: &str, places: Value| {
        json!({ "slug": slug, "nameNl": slug, "kind": "PROJECT", "example": false, "knowledge": false, "places": places,
            "source": source() })
    };
    let within = |slug: &str| json!([{ "whole": { "initiative": { "slug": slug } } }]);
    made(&app, "recordInitiative", "initiative", initiative("dijk", json!([]))).await;
    made(&app, "recordInitiative", "initiative", initiative("klei", within("dijk"))).await;
    let circle = json!({ "initiative": { "slug": "dijk" }, "places": within("klei"), "source": source() });
    assert_eq!(told_en(&app, "placeInitiative", circle).await.0, "INVALID_VALUE places.0.parent");
}
