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
        nodes { outcome theirPersons { slug } } } } } }";
    let ask = Client::new().post(server.url("/graphql")).json(&json!({ "query": query, "operationName": "Talks" }));
    let answer: Value = ask.bearer_auth(&secret).send().await.unwrap().json().await.unwrap();
    assert!(answer["errors"].is_null(), "{answer}");

    let all = run("readings", &[]);
    assert_eq!(all.code(), Some(0), "{}", all.stderr);
    let lines: Vec<Vec<&str>> = all.stdout.lines().map(|line| line.split('\t').collect()).collect();
    assert!(lines.iter().all(|line| line[1..4] == ["marit", "Talks", "1"]), "{}", all.stdout);
    let talks: Vec<&str> = lines.iter().filter(|line| line[4] == "contact_moments").map(|line| line[5]).collect();
    assert_eq!(talks.len(), 2, "{}", all.stdout);
    let (key, n_lines) = (talks[0], lines.len());
    for (more, count) in [
        (&["--by", "marit"][..], n_lines),
        (&["--by", "nobody"], 0),
        (&["--of", key], 1),
        (&["--from", "2020-01-01", "--until", "2020-12-31"], 0),
        (&["--from", "2020-01-01"], n_lines),
    ] {
        let found = run("readings", more);
        assert_eq!(found.stdout.lines().count(), count, "{more:?}: {}{}", found.stdout, found.stderr);
    }
    let talks = &answer["data"]["network"]["publicAffairs"]["contactMoments"]["nodes"];
    let person = talks[0]["theirPersons"][0]["slug"].as_str().unwrap_or_else(|| panic!("{answer}"));
    let export: Value = serde_json::from_str(&run("person", &["export", "--format", "json", person]).stdout).unwrap();
    let read_by = &export["read_by"][0];
    assert_eq!((&read_by["actor"], &read_by["operation"]), (&json!("marit"), &json!("Talks")), "{export}");
    assert!(read_by["nouns"].as_array().unwrap().contains(&json!("contact_moments")), "{export}");
    let kept = run("retention", &["--dry-run"]);
    assert!(kept.stdout.contains("Who read what: 0 readings would go\n"), "{}{}", kept.stdout, kept.stderr);
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
