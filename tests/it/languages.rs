//! What is wrong with a request, in the language of who asks, and what of a mutation was done all the same.

use drieklank::graphql::viewer::{Role, Viewer};
use serde_json::{Value, json};

use crate::app::App;

const PLEDGE: &str = "mutation($input: PledgeCommitmentInput!) { pledgeCommitment(input: $input) { revision } }";

fn pledge() -> Value {
    json!({ "organisation": { "slug": "gemeente-kampen" }, "source": { "title": "Brief" },
        "subject": { "programmeLine": { "slug": "economie-en-arbeidsmarkt" } } })
}

/// Code and message of the first error.
fn told(answer: &Value) -> (&str, &str) {
    let error = &answer["errors"][0];
    (error["extensions"]["code"].as_str().unwrap_or_default(), error["message"].as_str().unwrap_or_default())
}

#[tokio::test]
async fn who_may_not_write_is_told_so_in_dutch_and_english() {
    for (viewer, code, nl, en) in [
        (
            Viewer::anonymous(),
            "UNAUTHENTICATED",
            "Onbekend wie dit vraagt: stuur een token mee, als `Authorization: Bearer …`.",
            "Nobody is known to ask: send a token, as in `Authorization: Bearer …`.",
        ),
        (
            Viewer::known("lezer".to_owned(), Role::Reader),
            "FORBIDDEN",
            "Feiten wijzigen vraagt de rol EDITOR.",
            "Changing facts needs the role EDITOR.",
        ),
    ] {
        let app = App::writing().await.asked_by(viewer);
        assert_eq!(told(&app.ask(PLEDGE, json!({ "input": pledge() })).await), (code, en));
        let app = app.in_dutch();
        assert_eq!(told(&app.ask(PLEDGE, json!({ "input": pledge() })).await), (code, nl));
    }
}

#[tokio::test]
async fn a_value_that_cannot_be_is_told_with_its_place() {
    let app = App::writing().await;
    for (field, value, argument, en) in [
        (
            "since",
            json!("1 mei"),
            "input.since",
            "expected PartialDate, a date like \"2024-03-14\", \"2024-03\", \"2024\" or \"2024-02-14~\"",
        ),
        (
            "since",
            json!(2024),
            "input.since",
            "expected PartialDate, a date like \"2024-03-14\", \"2024-03\", \"2024\" or \"2024-02-14~\"",
        ),
        ("confidence", json!("SURE"), "input.confidence", "Confidence has no value SURE"),
        (
            "contributions",
            json!([{ "kind": "BUDGET", "amount": "1_000" }]),
            "input.contributions.0.amount",
            "expected Decimal, a number as text, like \"250000.00\"",
        ),
        (
            "contributions",
            json!([{ "kind": "BUDGET", "amount": "+5" }]),
            "input.contributions.0.amount",
            "expected Decimal, a number as text, like \"250000.00\"",
        ),
        (
            "contributions",
            json!([{ "kind": "BUDGET", "amount": "5." }]),
            "input.contributions.0.amount",
            "expected Decimal, a number as text, like \"250000.00\"",
        ),
        ("contributions", json!([{}]), "input.contributions.0.kind", "is missing (type ContributionKind!)"),
        ("subject", json!({}), "input.subject", "give exactly one field"),
        ("sinds", json!("2024"), "input.sinds", "is no field of PledgeCommitmentInput"),
        ("note", json!(7), "input.note", "expected String"),
    ] {
        let mut input = pledge();
        input[field] = value;
        let answer = app.ask(PLEDGE, json!({ "input": input })).await;
        assert_eq!(told(&answer), ("BAD_USER_INPUT", &*format!("{argument}: {en}")), "{answer}");
        let path: Vec<&str> = argument.split('.').collect();
        assert_eq!(answer["errors"][0]["extensions"]["argument"], json!(path));
        assert!(answer.get("data").is_none(), "{answer}");
    }
    let mut input = pledge();
    input["since"] = json!("1 mei");
    let app = app.in_dutch();
    let answer = app.ask(PLEDGE, json!({ "input": input })).await;
    let (_, message) = told(&answer);
    assert!(message.starts_with("input.since: verwacht PartialDate, een datum zoals "), "{answer}");
    assert_eq!(app.ask("{ network { revision } }", json!({})).await["data"]["network"]["revision"], 1);
}

#[tokio::test]
async fn one_value_that_cannot_be_keeps_all_mutations_of_the_request_from_being_done() {
    let app = App::writing().await;
    let both = "mutation($one: PledgeCommitmentInput!, $two: PledgeCommitmentInput!) {
        one: pledgeCommitment(input: $one) { revision } two: pledgeCommitment(input: $two) { revision } }";
    let mut two = pledge();
    two["since"] = json!("1 mei");
    let answer = app.ask(both, json!({ "one": pledge(), "two": two })).await;
    assert_eq!(answer["errors"][0]["extensions"]["argument"], json!(["input", "since"]), "{answer}");
    assert_eq!(app.ask("{ network { revision } }", json!({})).await["data"]["network"]["revision"], 1);
}

#[tokio::test]
async fn what_was_done_is_told_even_when_something_else_of_the_request_cannot_be_answered() {
    let app = App::writing().await;
    let query = "mutation($input: PledgeCommitmentInput!) {
        one: pledgeCommitment(input: $input) { revision }
        two: pledgeCommitment(input: $input) { revision commitment { organisations { participations(first: 9999) { totalCount } } } } }";
    let answer = app.ask(query, json!({ "input": pledge() })).await;
    assert_eq!(told(&answer).0, "BAD_USER_INPUT", "{answer}");
    assert_eq!(answer["data"]["one"]["revision"], 2, "{answer}");
    assert_eq!(app.ask("{ network { revision } }", json!({})).await["data"]["network"]["revision"], 3);
}
