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
async fn what_is_wrong_with_an_argument_of_a_question_is_told_with_its_place() {
    let app = App::builtin();
    let pages = "query($first: Int) { network { bodies(first: $first) { totalCount } } }";
    let graph = "query($rows: Int = 1.5) { network { bodies(first: $rows) { totalCount } } }";
    let range = "expected a whole number from -2147483648 to 2147483647";
    let confidence = "query($sure: Confidence) { network(minConfidence: $sure) { revision } }";
    for (query, variables, argument, en) in [
        ("{ network { bodies(first: \"x\") { totalCount } } }", json!({}), "first", "expected Int"),
        ("{ network { bodies(first: 3000000000) { totalCount } } }", json!({}), "first", range),
        (pages, json!({ "first": "x" }), "first", "expected Int"),
        (pages, json!({ "first": 3_000_000_000_u32 }), "first", range),
        (graph, json!({}), "rows", "expected Int"),
        ("{ network(minConfidence: SURE) { revision } }", json!({}), "minConfidence", "Confidence has no value SURE"),
        (confidence, json!({ "sure": "SURE" }), "minConfidence", "Confidence has no value SURE"),
        ("{ network { organisation { slug } } }", json!({}), "by", "is missing"),
        (
            "{ network { publicAffairs { schedule(input: { capacities: [{ perWeek: 2 }] }) { planned { first } } } } }",
            json!({}),
            "input.capacities.0.person",
            "is missing (type ID!)",
        ),
    ] {
        let answer = app.ask(query, variables).await;
        assert_eq!(told(&answer), ("BAD_USER_INPUT", &*format!("{argument}: {en}")), "{query} {answer}");
        let path: Vec<&str> = argument.split('.').collect();
        assert_eq!(answer["errors"][0]["extensions"]["argument"], json!(path), "{query} {answer}");
        assert!(answer.get("data").is_none(), "{answer}");
    }
    // Inside an input, from a variable inside a literal.
    let inside = "query($most: Int!) { network { publicAffairs { schedule(input: { capacities: [
        { person: \"x\", perWeek: 1 }, { person: \"x\", perWeek: $most }] }) { planned { first } } } } }";
    let desk = Viewer::known("desk".to_owned(), Role::PublicAffairs);
    let answer = App::builtin().asked_by(desk).in_dutch().ask(inside, json!({ "most": -3_000_000_000_i64 })).await;
    let nl = "input.capacities.1.perWeek: verwacht een heel getal van -2147483648 tot en met 2147483647";
    assert_eq!(told(&answer), ("BAD_USER_INPUT", nl), "{answer}");
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
