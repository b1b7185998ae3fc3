//! What was changed, and what was known before.

use serde_json::{Value, json};

use crate::app::App;

const KNOWN_THEN: &str = include_str!("../operations/changes/known-then.graphql");
const PLEDGE: &str = include_str!("../operations/changes/pledge-commitment.graphql");

/// Runs a mutation that is not refused.
async fn done(app: &App, mutation: &str, document: &str, input: Value) -> Value {
    let answer = app.ask(document, json!({ "input": input })).await;
    assert_eq!(answer["data"][mutation]["userErrors"], json!([]), "{answer}");
    answer["data"][mutation].clone()
}

async fn pledge(app: &App, organisation: &str, since: &str) -> Value {
    let input = json!({
        "organisation": { "slug": organisation },
        "subject": { "programmeLine": { "slug": "economie-en-arbeidsmarkt" } },
        "since": since,
        "source": { "title": "Brief" },
        "reason": "came by post",
    });
    done(app, "pledgeCommitment", PLEDGE, input).await["commitment"]["id"].clone()
}

/// When the newest revision was recorded.
async fn now(app: &App) -> Value {
    app.ask("{ network { knownAt } }", json!({})).await["data"]["network"]["knownAt"].clone()
}

/// Who was in the coalition on a day, as it was known at a moment.
async fn members(app: &App, valid_at: &str, known_at: &Value) -> Vec<String> {
    let answer = app.ask(KNOWN_THEN, json!({ "validAt": valid_at, "knownAt": known_at })).await;
    let nodes = &answer["data"]["network"]["programmeLine"]["coalition"]["members"]["nodes"];
    let nodes = nodes.as_array().unwrap_or_else(|| panic!("{answer}"));
    nodes.iter().map(|node| node["organisation"]["slug"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn what_was_known_then_is_what_holds_without_what_was_recorded_later() {
    let app = App::writing().await;
    let day = "2024-03-14";
    let first = now(&app).await;
    let known = members(&app, day, &first).await;
    // A pledge that was registered late, one whose end was corrected, and one that was recorded by mistake.
    pledge(&app, "gemeente-kampen", "2024-01-01").await;
    let hardenberg = pledge(&app, "gemeente-hardenberg", "2024-01-01").await;
    let mistake = pledge(&app, "gemeente-dalfsen", "2024-01-01").await;
    let second = now(&app).await;
    let withdraw =
        "mutation($input: WithdrawCommitmentInput!) { withdrawCommitment(input: $input) { userErrors { code path } } }";
    let input = json!({ "commitment": hardenberg, "until": "2024-02-01", "source": { "title": "Brief" } });
    done(&app, "withdrawCommitment", withdraw, input).await;
    let remove = "mutation($input: RemoveInput!) { removeCommitment(input: $input) { userErrors { code path } } }";
    done(&app, "removeCommitment", remove, json!({ "id": mistake, "reason": "another Dalfsen" })).await;
    let third = now(&app).await;

    let with = |more: &[&str]| {
        let mut all: Vec<String> = known.iter().cloned().chain(more.iter().map(ToString::to_string)).collect();
        all.sort();
        all
    };
    for (moment, more) in [
        (&first, &[][..]),
        (&second, &["gemeente-kampen", "gemeente-hardenberg", "gemeente-dalfsen"]),
        (&third, &["gemeente-kampen"]),
    ] {
        let mut found = members(&app, day, moment).await;
        found.sort();
        assert_eq!(found, with(more), "{moment}");
    }
    let before = app.ask(KNOWN_THEN, json!({ "validAt": day, "knownAt": "2020-01-01T00:00:00Z" })).await;
    assert_eq!(before["errors"][0]["extensions"]["code"], "BAD_USER_INPUT", "{before}");

    // As known now is now.
    // The earliest moment is told, and something was known at it.
    let earliest = app.ask("{ network { firstKnownAt } }", json!({})).await["data"]["network"]["firstKnownAt"].clone();
    assert_eq!(earliest, first);
    let whole = "query($knownAt: DateTime) { network(knownAt: $knownAt) { revision organisations(first: 100) { nodes {
        slug standings { status strength } participations(first: 100, includeEnded: true) { totalCount } } } } }";
    assert_eq!(app.ask(whole, json!({ "knownAt": third })).await, app.ask(whole, json!({})).await);
}

#[tokio::test]
async fn the_journal_tells_who_changed_what_and_why() {
    let app = App::writing().await;
    let id = pledge(&app, "gemeente-kampen", "2026-01-01").await;
    let correct =
        "mutation($input: WithdrawCommitmentInput!) { withdrawCommitment(input: $input) { userErrors { code path } } }";
    let input =
        json!({ "commitment": id, "until": "2026-06-30", "source": { "title": "Besluit" }, "reason": "no money" });
    done(&app, "withdrawCommitment", correct, input).await;
    let changes = "query($since: Int) { network { changes(since: $since) { totalCount nodes {
        revision command actor reason kind noun node { __typename } fields { name before after } } } } }";
    insta::assert_json_snapshot!(app.ask(changes, json!({})).await["data"]["network"]["changes"]);
    let later = app.ask(changes, json!({ "since": 2 })).await;
    assert_eq!(later["data"]["network"]["changes"]["totalCount"], 1);

    let history =
        "query($slug: String!) { network { organisation(by: { slug: $slug }) { history { nodes { command } } } } }";
    let told = app.ask(history, json!({ "slug": "gemeente-kampen" })).await;
    let nodes = &told["data"]["network"]["organisation"]["history"]["nodes"];
    assert_eq!(nodes, &json!([{ "command": "WITHDRAW_COMMITMENT" }, { "command": "PLEDGE_COMMITMENT" }]));
    let other = app.ask(history, json!({ "slug": "gemeente-zwolle" })).await;
    assert_eq!(other["data"]["network"]["organisation"]["history"]["nodes"], json!([]));

    let anybody = app.asked_by(drieklank::graphql::viewer::Viewer::anonymous());
    let told = anybody.ask("{ network { changes { nodes { actor } } } }", json!({})).await;
    assert_eq!(told["data"]["network"]["changes"]["nodes"][0]["actor"], Value::Null);
}

#[tokio::test]
async fn two_moments_and_two_days_are_compared() {
    let app = App::writing().await;
    let first = now(&app).await;
    pledge(&app, "gemeente-kampen", "2026-01-01").await;
    let since =
        "query($validAt: Date, $knownAt: DateTime) { network { changesSince(validAt: $validAt, knownAt: $knownAt) {
        added { totalCount nodes { __typename } } removed { totalCount } changed { totalCount }
        standings { organisation { slug } programmeLine { slug } before after } } } }";
    let answer = app.ask(since, json!({ "knownAt": first })).await;
    assert_eq!(
        answer["data"]["network"]["changesSince"],
        json!({
            "added": { "totalCount": 1, "nodes": [{ "__typename": "Commitment" }] },
            "removed": { "totalCount": 0 },
            "changed": { "totalCount": 0 },
            "standings": [{
                "organisation": { "slug": "gemeente-kampen" },
                "programmeLine": { "slug": "economie-en-arbeidsmarkt" },
                "before": "NONE",
                "after": "PLEDGED",
            }],
        })
    );
    let nothing = app.ask(since, json!({})).await;
    assert_eq!(nothing["data"]["network"]["changesSince"]["added"]["totalCount"], 0);
    let earlier = app.ask(since, json!({ "validAt": "2019-12-31" })).await;
    assert!(earlier["data"]["network"]["changesSince"]["added"]["totalCount"].as_i64() > Some(5), "{earlier}");
    let coalition =
        "query($knownAt: DateTime) { network { programmeLine(by: { slug: \"economie-en-arbeidsmarkt\" }) { coalition {
        changesSince(knownAt: $knownAt) { joined { slug } left { slug } } } } } }";
    let joined = app.ask(coalition, json!({ "knownAt": first })).await;
    let change = &joined["data"]["network"]["programmeLine"]["coalition"]["changesSince"];
    assert_eq!(change, &json!({ "joined": [{ "slug": "gemeente-kampen" }], "left": [] }));
}
