//! `drieklank backup` and `restore`: nothing is lost, on either kind of database.

use sea_orm::{ConnectionTrait, Database, DbBackend, Statement};
use serde_json::{Value, json};

use super::program::{Home, Server};
use crate::postgres;

const PLEDGE: &str = include_str!("../../operations/changes/pledge-commitment.graphql");

/// Everything that can be told of a network, its past included.
const EVERYTHING: &str = "{ viewer { name } network { revision knownAt
    organisations(first: 100) { nodes { slug name standings { status strength since } } }
    changes(first: 100) { nodes { revision recordedAt actor command reason noun fields { name before after } } } } }";

async fn ask(server: &Server, token: &str, query: &str, variables: Value) -> Value {
    let request = reqwest::Client::new().post(server.url("/graphql")).bearer_auth(token);
    let answer = request.json(&json!({ "query": query, "variables": variables })).send().await.unwrap();
    answer.json().await.unwrap()
}

async fn pledge(server: &Server, token: &str, organisation: &str) {
    let input = json!({
        "organisation": { "slug": organisation },
        "subject": { "programmeLine": { "slug": "economie-en-arbeidsmarkt" } },
        "contributions": [{ "kind": "BUDGET", "amount": "1.10", "unit": "EUR" }],
        "source": { "title": "Brief" },
        "reason": "trial",
    });
    let answer = ask(server, token, PLEDGE, json!({ "input": input })).await;
    assert_eq!(answer["data"]["pledgeCommitment"]["userErrors"], json!([]), "{answer}");
}

#[tokio::test]
async fn a_network_moves_from_sqlite_to_postgres_and_back_without_loss() {
    let home = Home::new();
    let server = home.serve(&[]);
    let made = home.run(&["token", "create", "--name", "desk", "--role", "editor"], &[]);
    let token = made.stdout.lines().last().unwrap().to_owned();
    pledge(&server, &token, "gemeente-kampen").await;
    pledge(&server, &token, "gemeente-hattem").await;
    let told = ask(&server, &token, EVERYTHING, Value::Null).await;
    assert_eq!(told["data"]["network"]["revision"], 3, "{told}");

    // While the server runs.
    let said = home.run(&["backup", "first.db"], &[]);
    assert_eq!(said.code(), Some(0), "{}", said.stderr);
    assert_eq!(said.stdout, "first.db: revision 3, with its journal and tokens\n");
    pledge(&server, &token, "gemeente-dalfsen").await;
    server.stop();

    let url = postgres::database().await;
    let said = home.run(&["restore", "first.db", "--database-url", &url], &[]);
    assert_eq!(said.code(), Some(0), "{}", said.stderr);
    let server = home.serve(&["--database-url", &url]);
    assert_eq!(ask(&server, &token, EVERYTHING, Value::Null).await, told);
    assert_eq!(home.run(&["backup", "second.db", "--database-url", &url], &[]).code(), Some(0));
    server.stop();

    let server = home.serve(&["--database-url", "sqlite://second.db"]);
    assert_eq!(ask(&server, &token, EVERYTHING, Value::Null).await, told);
    server.stop();
}

#[tokio::test]
async fn nothing_is_overwritten_and_nothing_half_done_gets_a_name() {
    let home = Home::new();
    home.serve(&[]).stop();
    assert_eq!(home.run(&["backup", "copy.db"], &[]).code(), Some(0));
    let again = home.run(&["backup", "copy.db"], &[]);
    assert!(again.code() == Some(1) && again.stderr.contains("copy.db is there already"), "{}", again.stderr);
    let filled = home.run(&["restore", "copy.db"], &[]);
    assert!(filled.code() == Some(1) && filled.stderr.contains("holds a network already"), "{}", filled.stderr);
    let nothing = home.run(&["restore", "none.db", "--database-url", "sqlite://new.db"], &[]);
    assert!(nothing.code() == Some(1) && nothing.stderr.contains("there is no database none.db"), "{}", nothing.stderr);
    let empty = home.run(&["backup", "other.db", "--database-url", "sqlite://new.db"], &[]);
    assert_eq!(empty.code(), Some(1), "{}", empty.stderr);
    let nowhere = home.run(&["backup", "new/copy.db"], &[]);
    assert!(nowhere.code() == Some(1) && nowhere.stderr.contains("there is no folder new"), "{}", nowhere.stderr);
    std::fs::write(home.path().join("late.db-wal"), "of another database").unwrap();
    let mixed = home.run(&["backup", "late.db"], &[]);
    assert!(mixed.code() == Some(1) && mixed.stderr.contains("late.db-wal is of another"), "{}", mixed.stderr);
    assert_eq!(home.files(), ["copy.db", "data", "late.db-wal"], "nothing else was made");
}

#[tokio::test]
async fn a_restore_that_fails_leaves_nothing() {
    let home = Home::new();
    home.serve(&["--database-url", "sqlite://full.db"]).stop();
    let write = |name: &str, bytes: &[u8]| std::fs::write(home.path().join(name), bytes).unwrap();
    write("empty.db", b"");
    write("text.db", b"no database at all, but long enough to be looked at by whoever opens files");
    write("broken.db", &std::fs::read(home.path().join("full.db")).unwrap());
    write("later.db", &std::fs::read(home.path().join("full.db")).unwrap());
    let change = async |file: &str, statement: &str| {
        let database = Database::connect(format!("sqlite://{}", home.path().join(file).display())).await.unwrap();
        database.execute_unprepared(statement).await.unwrap();
        database.close().await.unwrap();
    };
    change("broken.db", "UPDATE seats SET since = 'spring'").await;
    change("later.db", "INSERT INTO seaql_migrations VALUES ('m99_later', 0)").await;
    let postgres = postgres::database().await;
    let before = home.files();
    for (file, said) in [
        ("none.db", "there is no database none.db"),
        ("empty.db", "there is no database empty.db"),
        ("text.db", "file is not a database"),
        ("broken.db", "spring"),
        ("later.db", "belongs to a newer version"),
    ] {
        for url in ["sqlite://new.db", "sqlite://new/new.db", &postgres] {
            let failed = home.run(&["restore", file, "--database-url", url], &[]);
            assert_eq!(failed.code(), Some(1), "{file} to {url}");
            assert!(failed.stderr.contains(said), "{file} to {url}: {}", failed.stderr);
        }
        assert_eq!(home.files(), before, "{file}");
    }
    // Also when it is the target that will have nothing: tables and rows are one transaction.
    let database = Database::connect(&postgres).await.unwrap();
    database.execute_unprepared("CREATE TABLE tokens (own text)").await.unwrap();
    let failed = home.run(&["restore", "full.db", "--database-url", &postgres], &[]);
    assert!(failed.code() == Some(1) && failed.stderr.contains("nothing was written"), "{}", failed.stderr);
    let tables = "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'";
    let counted = database.query_one_raw(Statement::from_string(DbBackend::Postgres, tables)).await.unwrap().unwrap();
    assert_eq!(counted.try_get_by_index::<i64>(0), Ok(1), "its own table alone");
}
