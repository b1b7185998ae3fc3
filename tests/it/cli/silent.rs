//! Answers come from memory: no statement reaches the database.

use std::collections::BTreeMap;
use std::time::Duration;

use sea_orm::{ConnectionTrait, Database, DatabaseConnection, Statement};
use serde_json::{Value, json};

use super::program::Home;
use crate::postgres;

/// Transactions that a database has seen; every statement outside one is one of its own.
async fn transactions(watcher: &DatabaseConnection, database: &str) -> i64 {
    // A connection reports what it did when it has been idle for a second.
    tokio::time::sleep(Duration::from_millis(2_500)).await;
    let count = "SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = $1";
    let statement = Statement::from_sql_and_values(watcher.get_database_backend(), count, [database.into()]);
    let row = watcher.query_one_raw(statement).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

#[tokio::test]
async fn no_answer_sends_a_statement_to_the_database() {
    let url = postgres::database().await;
    let database = url.split('?').next().unwrap().rsplit('/').next().unwrap().to_owned();
    // Watched from another database, so that watching does not count.
    let watcher = Database::connect(url.replace(&database, "postgres")).await.unwrap();
    let home = Home::new();
    let server = home.serve(&["--database-url", &url]);

    let before = transactions(&watcher, &database).await;
    assert!(before > 0, "filling and loading are seen");
    let cases: BTreeMap<String, Vec<Value>> =
        serde_json::from_str(&std::fs::read_to_string("tests/operations/cases.json").unwrap()).unwrap();
    for (name, variables) in &cases {
        let query = std::fs::read_to_string(format!("tests/operations/{name}.graphql")).unwrap();
        for variables in variables {
            let body = json!({ "query": query, "variables": variables });
            let request = reqwest::Client::new().post(server.url("/graphql")).json(&body);
            let answer: Value = request.send().await.unwrap().json().await.unwrap();
            assert!(answer.get("data").is_some() && answer.get("errors").is_none(), "{name}: {answer}");
        }
    }
    assert_eq!(transactions(&watcher, &database).await, before, "statements of resolvers");

    // The readiness check does ask the database: the count would have shown it.
    assert!(reqwest::get(server.url("/health/ready")).await.unwrap().status().is_success());
    assert!(transactions(&watcher, &database).await > before);
    server.stop();
}
