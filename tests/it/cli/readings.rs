//! `drieklank readings`: who read what of the desk.

use reqwest::Client;
use serde_json::{Value, json};

use super::program::Home;
use crate::postgres;

async fn who_read_what(url: Option<String>) {
    let home = Home::new();
    let arguments: Vec<&str> = url.iter().flat_map(|url| ["--database-url", url]).collect();
    let server = home.serve(&[&["--dataset", "regio-voorbeeld"][..], &arguments].concat());
    let run = |verb: &str, more: &[&str]| home.run(&[&[verb], more, &arguments].concat(), &[]);
    let made = run("token", &["create", "--name", "marit", "--role", "public-affairs"]);
    let secret = made.stdout.lines().last().unwrap().to_owned();
    let query =
        "query Talks { network { publicAffairs { topics(first: 1) { nodes { title } } contactMoments(first: 2) {
        nodes { outcome } } } } }";
    let ask = Client::new().post(server.url("/graphql")).json(&json!({ "query": query, "operationName": "Talks" }));
    let answer: Value = ask.bearer_auth(&secret).send().await.unwrap().json().await.unwrap();
    assert!(answer["errors"].is_null(), "{answer}");

    let all = run("readings", &[]);
    assert_eq!(all.code(), Some(0), "{}", all.stderr);
    let lines: Vec<Vec<&str>> = all.stdout.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines.len(), 2, "{}", all.stdout);
    assert!(lines.iter().all(|line| line[1..5] == ["marit", "Talks", "1", "contact_moments"]), "{}", all.stdout);
    let key = lines[0][5];
    for (more, count) in [
        (&["--by", "marit"][..], 2),
        (&["--by", "nobody"], 0),
        (&["--of", key], 1),
        (&["--from", "2020-01-01", "--until", "2020-12-31"], 0),
        (&["--from", "2020-01-01"], 2),
    ] {
        let found = run("readings", more);
        assert_eq!(found.stdout.lines().count(), count, "{more:?}: {}{}", found.stdout, found.stderr);
    }
    let unknown = run("readings", &["--of", "nobody"]);
    assert!(unknown.stderr.contains("there is nothing with the key nobody"), "{}", unknown.stderr);
    server.stop();
}

#[tokio::test]
async fn who_read_what_is_told() {
    who_read_what(None).await;
}

#[tokio::test]
async fn who_read_what_is_told_on_postgres_too() {
    who_read_what(Some(postgres::database().await)).await;
}
