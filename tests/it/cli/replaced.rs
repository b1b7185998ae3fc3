//! A SQLite file in whose place another one is put while a server has it open.

use std::time::{Duration, Instant};

use reqwest::{Client, StatusCode};
use serde_json::{Value, json};

use super::program::{Home, Server};

const PLEDGE: &str = include_str!("../../operations/changes/pledge-commitment.graphql");

/// Pledges in the name of a token; how that was answered.
async fn pledge(server: &Server, token: &str) -> (StatusCode, Value) {
    let input = json!({
        "organisation": { "slug": "gemeente-kampen" },
        "subject": { "programmeLine": { "slug": "economie-en-arbeidsmarkt" } },
        "source": { "title": "Brief" },
    });
    let request = Client::new().post(server.url("/graphql")).bearer_auth(token);
    let request = request.json(&json!({ "query": PLEDGE, "variables": { "input": input } }));
    let answer = request.send().await.unwrap();
    (answer.status(), answer.json().await.unwrap())
}

/// The revision that a pledge made.
fn made(answer: &(StatusCode, Value)) -> &Value {
    &answer.1["data"]["pledgeCommitment"]["revision"]
}

async fn ready(server: &Server) -> String {
    reqwest::get(server.url("/health/ready")).await.unwrap().text().await.unwrap()
}

#[tokio::test]
async fn nothing_is_acknowledged_into_a_file_that_was_replaced() {
    let home = Home::new();
    let server = home.serve(&[]);
    let said = home.run(&["token", "create", "--name", "desk", "--role", "editor"], &[]);
    let token = said.stdout.lines().last().unwrap().to_owned();
    assert_eq!(made(&pledge(&server, &token).await), 2);
    assert_eq!(home.run(&["backup", "copy.db"], &[]).code(), Some(0));
    assert_eq!(made(&pledge(&server, &token).await), 3);

    std::fs::rename(home.path().join("copy.db"), home.database()).unwrap();
    // At once, and after everybody has noticed.
    for _ in 0..2 {
        let (status, answer) = pledge(&server, &token).await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "{answer}");
        assert_eq!(answer["errors"][0]["extensions"]["code"], "UNAVAILABLE", "{answer}");
        tokio::time::sleep(Duration::from_millis(1_500)).await;
    }
    let said = ready(&server).await;
    assert!(said.starts_with("not ready: the file of the database was replaced: the server has to be"), "{said}");
    let answer = server.ask("{ network { revision } }").await;
    assert_eq!(answer["data"]["network"]["revision"], 3, "questions are answered from memory");
    server.terminate();
    let (status, said) = server.ended();
    assert!(status.success(), "{said}");
    assert!(said.contains("is not the file that was opened") && said.contains("start it again"), "{said}");

    // What stood beside the old file has not come into the new one.
    let checked = home.run(&["check"], &[]);
    assert!(checked.stdout.contains("network.db: no problems"), "{}{}", checked.stdout, checked.stderr);
    let server = home.serve(&[]);
    assert_eq!(server.ask("{ network { revision } }").await["data"]["network"]["revision"], 2);
    assert_eq!(made(&pledge(&server, &token).await), 3);
    server.stop();
}

#[tokio::test]
async fn a_file_that_comes_back_is_gone_on_with() {
    let home = Home::new();
    let server = home.serve(&[]);
    let said = home.run(&["token", "create", "--name", "desk", "--role", "editor"], &[]);
    let token = said.stdout.lines().last().unwrap().to_owned();
    assert_eq!(made(&pledge(&server, &token).await), 2);
    let away = home.path().join("away.db");
    std::fs::rename(home.database(), &away).unwrap();
    assert_eq!(pledge(&server, &token).await.0, StatusCode::SERVICE_UNAVAILABLE);
    assert!(!home.database().exists(), "none is made in its place");
    std::fs::rename(&away, home.database()).unwrap();
    let began = Instant::now();
    while made(&pledge(&server, &token).await) != 3 {
        assert!(began.elapsed() < Duration::from_secs(10), "it does not go on");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    server.stop();
    assert!(home.run(&["check"], &[]).stdout.contains("no problems"));
}
