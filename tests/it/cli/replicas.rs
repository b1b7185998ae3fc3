//! Several processes on one database: a change through one is seen by all.

use std::time::{Duration, Instant};

use reqwest::Client;
use sea_orm::{ConnectionTrait, Database};
use serde_json::{Value, json};

use super::program::{Home, Server};
use crate::postgres;

const PLEDGE: &str = include_str!("../../operations/changes/pledge-commitment.graphql");

/// Pledges in the name of a token; gives the revision.
async fn pledge(server: &Server, token: &str, organisation: &str) -> i64 {
    let input = json!({
        "organisation": { "slug": organisation },
        "subject": { "programmeLine": { "slug": "economie-en-arbeidsmarkt" } },
        "source": { "title": "Brief" },
    });
    let request = Client::new().post(server.url("/graphql")).bearer_auth(token);
    let request = request.json(&json!({ "query": PLEDGE, "variables": { "input": input } }));
    let answer: Value = request.send().await.unwrap().json().await.unwrap();
    answer["data"]["pledgeCommitment"]["revision"].as_i64().unwrap_or_else(|| panic!("{answer}"))
}

/// The revision that a server shows, at least this one.
async fn revision(server: &Server, at_least: i64) -> i64 {
    let request = Client::new().post(server.url("/graphql")).header("x-network-min-revision", at_least);
    let answer: Value =
        request.json(&json!({ "query": "{ network { revision } }" })).send().await.unwrap().json().await.unwrap();
    answer["data"]["network"]["revision"].as_i64().unwrap_or_else(|| panic!("{answer}"))
}

async fn all_see_what_one_writes(home: &Home, arguments: &[&str], n_servers: usize) {
    let servers: Vec<Server> = (0..n_servers).map(|_| home.serve(arguments)).collect();
    let create = ["token"].iter().chain(arguments).chain(&["create", "--name", "desk", "--role", "editor"]).copied();
    let token = home.run(&create.collect::<Vec<_>>(), &[]).stdout.lines().last().unwrap().to_owned();
    let mut written = 1;
    // In turns, so that each follows the others and is followed by them.
    for (at, organisation) in ["gemeente-kampen", "gemeente-dalfsen", "gemeente-zwolle"].into_iter().enumerate() {
        let here = pledge(&servers[at % n_servers], &token, organisation).await;
        assert_eq!(here, written + 1, "no update is lost");
        written = here;
        for server in &servers {
            // Who passes the revision that it knows of reads its own write, whoever it asks.
            assert_eq!(revision(server, written).await, written);
        }
    }
    // Who waits sees it too.
    let began = Instant::now();
    let newest = pledge(&servers[0], &token, "gemeente-hattem").await;
    for server in &servers {
        while revision(server, 0).await < newest {
            assert!(began.elapsed() < Duration::from_secs(10), "it has not come");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
    let not_yet = Client::new().post(servers[0].url("/graphql")).header("x-network-min-revision", newest + 1);
    let refused = not_yet.json(&json!({ "query": "{ network { revision } }" })).send().await.unwrap();
    assert_eq!(refused.status().as_u16(), 503);
    let answer: Value = refused.json().await.unwrap();
    assert_eq!(answer["errors"][0]["extensions"]["code"], "UNAVAILABLE");
    servers.into_iter().for_each(Server::stop);
}

#[tokio::test]
async fn three_servers_on_one_postgres_see_what_each_writes() {
    let url = postgres::database().await;
    all_see_what_one_writes(&Home::new(), &["--database-url", &url], 3).await;
}

#[tokio::test]
async fn two_servers_on_one_file_see_what_each_writes() {
    all_see_what_one_writes(&Home::new(), &[], 2).await;
}

#[tokio::test]
async fn questions_outlive_an_outage_and_changes_come_back_by_themselves() {
    let url = postgres::database().await;
    let database = url.split('?').next().unwrap().rsplit('/').next().unwrap().to_owned();
    let operator = Database::connect(url.replace(&database, "postgres")).await.unwrap();
    let home = Home::new();
    let server = home.serve(&["--database-url", &url]);
    let made = home.run(&["token", "--database-url", &url, "create", "--name", "desk", "--role", "editor"], &[]);
    let token = made.stdout.lines().last().unwrap().to_owned();
    assert_eq!(pledge(&server, &token, "gemeente-kampen").await, 2);

    let close = format!("ALTER DATABASE \"{database}\" ALLOW_CONNECTIONS false");
    operator.execute_unprepared(&close).await.unwrap();
    let end = format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'");
    operator.execute_unprepared(&end).await.unwrap();
    assert_eq!(revision(&server, 0).await, 2, "questions are answered from memory");
    let input = json!({ "slug": "iemand", "name": "Iemand", "source": { "title": "Brief" } });
    let query = "mutation($input: RecordPersonInput!) { recordPerson(input: $input) { revision } }";
    let body = json!({ "query": query, "variables": { "input": input } });
    let send = || Client::new().post(server.url("/graphql")).bearer_auth(&token).json(&body).send();
    let refused = send().await.unwrap();
    assert_eq!(refused.status().as_u16(), 503);
    let answer: Value = refused.json().await.unwrap();
    assert_eq!(answer["errors"][0]["extensions"]["code"], "UNAVAILABLE", "{answer}");
    let text = answer.to_string();
    assert!(!text.contains("FATAL") && !text.contains(&database), "{text}");
    assert_eq!(reqwest::get(server.url("/health/ready")).await.unwrap().status().as_u16(), 503);
    // Also of those who are known, when it is longer ago that their token was looked up than that counts.
    tokio::time::sleep(Duration::from_millis(3_200)).await;
    let ask = Client::new().post(server.url("/graphql")).json(&json!({ "query": "{ network { revision } }" }));
    let known = ask.try_clone().unwrap().bearer_auth(&token).send().await.unwrap();
    assert_eq!(known.json::<Value>().await.unwrap()["data"]["network"]["revision"], 2);
    assert_eq!(ask.bearer_auth("dk_unknown").send().await.unwrap().status().as_u16(), 503);

    operator.execute_unprepared(&close.replace("false", "true")).await.unwrap();
    let began = Instant::now();
    loop {
        let answer: Value = send().await.unwrap().json().await.unwrap();
        if answer["data"]["recordPerson"]["revision"] == 3 {
            break;
        }
        assert!(began.elapsed() < Duration::from_secs(10), "{answer}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    while reqwest::get(server.url("/health/ready")).await.unwrap().status().as_u16() != 200 {
        assert!(began.elapsed() < Duration::from_secs(10), "it does not become ready again");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    server.stop();
}

#[tokio::test]
async fn a_database_that_lost_its_last_commits_is_followed_all_the_same() {
    // As after a standby took over that had not received them yet.
    let url = postgres::database().await;
    let arguments = ["--database-url", &url];
    let home = Home::new();
    let servers = [home.serve(&arguments), home.serve(&arguments)];
    let made = home.run(&["token", "--database-url", &url, "create", "--name", "desk", "--role", "editor"], &[]);
    let token = made.stdout.lines().last().unwrap().to_owned();
    assert_eq!(pledge(&servers[0], &token, "gemeente-kampen").await, 2);
    assert_eq!(pledge(&servers[1], &token, "gemeente-dalfsen").await, 3);

    let database = Database::connect(&url).await.unwrap();
    for statement in [
        "DELETE FROM commitments WHERE id IN (SELECT fact_id FROM changes WHERE revision = 3)",
        "DELETE FROM changes WHERE revision = 3",
        "DELETE FROM commits WHERE revision = 3",
        "UPDATE revision SET value = 2, recorded_at = (SELECT recorded_at FROM commits WHERE revision = 2)",
    ] {
        database.execute_unprepared(statement).await.unwrap();
    }
    // Another commit takes the number of the one that was lost.
    assert_eq!(pledge(&servers[0], &token, "gemeente-zwolle").await, 3);
    let began = Instant::now();
    for server in &servers {
        loop {
            let query = r#"{ network { changes(first: 1) { nodes { revision fields { name after } } } } }"#;
            let newest = server.ask(query).await.to_string();
            if newest.contains("gemeente-zwolle") {
                break;
            }
            assert!(began.elapsed() < Duration::from_secs(10), "{newest}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
    servers.into_iter().for_each(Server::stop);
}
