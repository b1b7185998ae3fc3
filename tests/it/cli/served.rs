//! `drieklank serve`: starting, keeping, stopping.

use std::net::TcpListener;
use std::path::Path;
use std::time::Duration;

use sea_orm::{ConnectionTrait, Database};
use serde_json::Value;

use super::program::Home;
use crate::postgres;

const NAME: &str = "{ network { organisation(by: { slug: \"gemeente-zwolle\" }) { name } } }";

/// Changes a database past the program.
async fn change(database: &Path, sql: &str) {
    let url = format!("sqlite://{}", database.display());
    let connection = Database::connect(&url).await.unwrap();
    connection.execute_unprepared(sql).await.unwrap();
    connection.close().await.unwrap();
}

/// The first block of this language in README.md.
fn readme(language: &str) -> String {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let (_, block) = readme.split_once(&format!("```{language}\n")).expect("a block of that language");
    block.split_once("```").expect("its end").0.to_owned()
}

#[tokio::test]
async fn the_first_start_in_an_empty_folder_answers_the_readme() {
    let home = Home::new();
    let server = home.serve(&[]);
    for told in ["Filled ", "with the dataset regio-zwolle", "Loaded the network of Regio Zwolle", "network.db", "_ms="]
    {
        assert!(server.start.contains(told), "{told} in:\n{}", server.start);
    }
    assert!(home.database().is_file());

    let text = server.ask_text(&readme("graphql")).await;
    let answer: Value = serde_json::from_str(&text).unwrap();
    let coalition = &answer["data"]["network"]["programmeLine"]["coalition"];
    assert_eq!(coalition["size"], 30, "{answer}");
    let members = coalition["members"]["nodes"].as_array().unwrap();
    assert_eq!(members.len(), 30);
    for member in members {
        let sources = member["evidence"].as_array().unwrap().iter().flat_map(|e| e["sources"].as_array().unwrap());
        assert!(sources.count() > 0, "{member}");
    }
    // README shows the beginning of the answer, with other line breaks, and … for the rest.
    let words = |text: &str| text.split_whitespace().collect::<String>();
    let shown = words(readme("json").split('…').next().unwrap());
    assert!(words(&text).starts_with(&shown), "README shows {shown}");
    server.stop();
}

#[tokio::test]
async fn a_stop_leaves_the_file_whole() {
    for _ in 0..5 {
        let home = Home::new();
        home.serve(&[]).stop();
        assert!(!home.database().with_extension("db-wal").exists(), "everything stands in the file itself");
        let said = home.run(&["check"], &[]);
        assert!(said.stdout.contains("network.db: no problems"), "{}{}", said.stdout, said.stderr);
    }
}

#[tokio::test]
async fn a_server_whose_file_is_gone_answers_and_is_not_ready() {
    let home = Home::new();
    let server = home.serve(&[]);
    std::fs::remove_file(home.database()).unwrap();
    let ready = reqwest::get(server.url("/health/ready")).await.unwrap();
    assert_eq!(ready.status(), 503);
    let said = ready.text().await.unwrap();
    let [reason, served] = said.split("; ").collect::<Vec<_>>()[..] else { panic!("{said}") };
    assert_eq!(reason, "not ready: the database does not answer");
    assert!(served.starts_with("what is served is as the database held it "), "{served}");
    assert!(server.ask_text(NAME).await.contains("Zwolle"));
    server.stop();
}

#[tokio::test]
async fn a_second_start_keeps_what_is_there() {
    let home = Home::new();
    home.serve(&[]).stop();
    change(&home.database(), "UPDATE organisations SET name_nl = 'Zwolle zelf' WHERE slug = 'gemeente-zwolle'").await;
    let server = home.serve(&["--dataset", "atlantis"]);
    assert!(!server.start.contains("Filled"), "{}", server.start);
    assert!(server.start.contains("atlantis is not read"), "{}", server.start);
    assert_eq!(server.ask(NAME).await["data"]["network"]["organisation"]["name"], "Zwolle zelf");
    server.stop();
}

#[tokio::test]
async fn postgres_is_filled_once_and_kept_too() {
    let url = postgres::database().await;
    let home = Home::new();
    for is_first in [true, false] {
        let server = home.serve(&["--database-url", &url]);
        assert_eq!(server.start.contains("Filled postgres database test_"), is_first, "{}", server.start);
        assert_eq!(server.ask(NAME).await["data"]["network"]["organisation"]["name"], "Gemeente Zwolle");
        server.stop();
    }
}

#[tokio::test]
async fn a_try_out_leaves_nothing_behind() {
    let home = Home::new();
    let server = home.serve(&["--database-url", "sqlite::memory:"]);
    assert_eq!(server.ask(NAME).await["data"]["network"]["organisation"]["name"], "Gemeente Zwolle");
    server.stop();
    assert_eq!(home.path().read_dir().unwrap().count(), 0);
}

#[tokio::test]
async fn a_database_that_cannot_be_read_names_table_row_and_reason() {
    let home = Home::new();
    home.serve(&[]).stop();
    change(&home.database(), "UPDATE bodies SET since = '2024-13' WHERE slug = 'regiegroep'").await;
    let said = home.run(&["serve", "--listen", "127.0.0.1:0"], &[]);
    assert_eq!(said.code(), Some(1), "{}", said.stderr);
    for told in ["table bodies, row regiegroep", "column since: \"2024-13\" is no date"] {
        assert!(said.stderr.contains(told), "{told} in:\n{}", said.stderr);
    }
}

#[test]
fn an_address_that_is_taken_is_told_and_nothing_is_made() {
    let home = Home::new();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let said = home.run(&["--listen", &address], &[]);
    assert_eq!(said.code(), Some(1), "{}", said.stderr);
    assert!(
        said.stderr.contains(&format!("failed to listen on {address}: another program listens there")),
        "{}",
        said.stderr
    );
    assert!(said.stderr.contains("--listen"), "{}", said.stderr);
    assert_eq!(home.path().read_dir().unwrap().count(), 0);
}

#[tokio::test]
async fn asked_to_stop_it_finishes_and_says_so() {
    let home = Home::new();
    let server = home.serve(&["--database-url", "sqlite::memory:"]);
    let answer: Value = server.ask(NAME).await;
    assert!(answer["errors"].is_null(), "{answer}");
    server.terminate();
    let (status, said) = server.ended();
    assert!(status.success(), "{status} {said}");
    assert!(said.contains("Stopping") && said.trim_end().ends_with("Stopped"), "{said}");
}

#[tokio::test]
async fn a_server_whose_database_is_gone_lives_answers_and_is_not_ready() {
    let home = Home::new();
    let server = home.serve(&[]);
    change(&home.database(), "DROP TABLE revision").await;
    let status = async |path| reqwest::get(server.url(path)).await.unwrap().status().as_u16();
    assert_eq!(status("/health/ready").await, 503);
    let said = reqwest::get(server.url("/health/ready")).await.unwrap().text().await.unwrap();
    assert!(said.starts_with("not ready: the database does not answer; "), "{said}");
    assert_eq!(status("/health/live").await, 200);
    assert_eq!(server.ask(NAME).await["data"]["network"]["organisation"]["name"], "Gemeente Zwolle");
    server.stop();
}

#[tokio::test]
async fn a_healthy_server_is_ready() {
    let server = Home::new().serve(&["--database-url", "sqlite::memory:"]);
    // A probe gets its answer at once, also the second one, which is told from memory.
    for _ in 0..2 {
        let request = reqwest::Client::new().get(server.url("/health/ready")).timeout(Duration::from_secs(5));
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.text().await.unwrap(), "ready: as the database held it 0 s ago\n");
    }
    server.stop();
}
