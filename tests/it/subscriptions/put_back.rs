//! Following a database that is put back, or lost its last commits.

use std::sync::Arc;

use drieklank::graphql::answer::Answer;
use drieklank::graphql::executor::Api;
use drieklank::store::Store;
use drieklank::writer::Writer;
use drieklank::writer::forget::Forget;
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::time::timeout;

use super::clients::*;
use crate::app::App;

/// A region that is followed, and its database in the hands of an operator.
struct Followed {
    api: Arc<Api>,
    writer: Arc<Writer>,
    database: DatabaseConnection,
    _folder: TempDir,
}

impl Followed {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("network.db").display());
        let (app, writer) = App::writing_to(Store::open(&url).await.unwrap()).await;
        let database = Database::connect(&url).await.unwrap();
        Self { api: Arc::new(app.api), writer, database, _folder: folder }
    }

    fn answers(&self, query: &str, variables: Value) -> BoxStream<'static, Answer> {
        answers(&self.api, query, variables)
    }

    async fn pledge(&self) -> i64 {
        let answer = told(&mut self.answers(PLEDGE, pledge())).await;
        answer["data"]["pledgeCommitment"]["revision"].as_i64().unwrap_or_else(|| panic!("{answer}"))
    }

    /// Takes the database back to a revision, as a backup of then would be.
    async fn put_back(&self, to: i64) {
        let facts = format!("SELECT fact_id FROM changes WHERE revision > {to}");
        for statement in [
            format!("DELETE FROM contributions WHERE id IN ({facts})"),
            format!("DELETE FROM commitments WHERE id IN ({facts})"),
            format!("DELETE FROM changes WHERE revision > {to}"),
            format!("DELETE FROM commits WHERE revision > {to}"),
            format!(
                "UPDATE revision SET value = {to}, recorded_at = (SELECT recorded_at FROM commits WHERE revision = {to})"
            ),
        ] {
            self.database.execute_unprepared(&statement).await.unwrap();
        }
    }
}

/// The kinds of changes by the command `PUT_BACK`, and nothing but those.
fn kinds(change: &Value) -> Vec<&str> {
    let changes = change["changes"].as_array().unwrap();
    assert!(
        changes.iter().all(|one| one["command"] == "PUT_BACK" && one["revision"] == change["revision"]),
        "{change}"
    );
    changes.iter().map(|one| one["kind"].as_str().unwrap()).collect()
}

const CHANGES: &str = "subscription($kinds: [ChangeKind!]) { networkChanged(since: 1, kinds: $kinds) {
    revision truncated changes { revision command kind noun } standings { before after } } }";

#[tokio::test]
async fn who_follows_is_told_that_the_database_went_back() {
    let region = Followed::new().await;
    let mut all = region.answers(CHANGES, json!({}));
    let mut added = region.answers(CHANGES, json!({ "kinds": ["ADDED"] }));
    region.pledge().await;
    assert_eq!(region.pledge().await, 3);
    for answers in [&mut all, &mut added] {
        assert_eq!(told(answers).await["data"]["networkChanged"]["revision"], 3);
    }

    region.put_back(2).await;
    region.writer.catch_up().await.unwrap();
    let answer = told(&mut all).await;
    let change = &answer["data"]["networkChanged"];
    assert_eq!((&change["revision"], &change["truncated"]), (&json!(2), &json!(false)), "{answer}");
    assert!(!kinds(change).is_empty() && kinds(change).iter().all(|kind| *kind == "REMOVED"), "{answer}");
    let answer = told(&mut added).await;
    let change = &answer["data"]["networkChanged"];
    assert_eq!((&change["revision"], &change["changes"]), (&json!(2), &json!([])), "also who waits for other kinds");
    for answers in [&mut all, &mut added] {
        assert!(timeout(A_WHILE, answers.next()).await.is_err(), "nothing is told twice");
    }
    assert_eq!(region.pledge().await, 3, "and it goes on from there");
    let answer = told(&mut all).await;
    assert!(answer["data"]["networkChanged"]["changes"][0]["command"] == "PLEDGE_COMMITMENT", "{answer}");
}

#[tokio::test]
async fn another_revision_of_the_same_number_is_told() {
    let region = Followed::new().await;
    let mut answers = region.answers(CHANGES, json!({}));
    region.pledge().await;
    assert_eq!(region.pledge().await, 3);
    assert_eq!(told(&mut answers).await["data"]["networkChanged"]["revision"], 3);
    region.put_back(1).await;
    region.pledge().await;
    assert_eq!(region.pledge().await, 3);
    let answer = told(&mut answers).await;
    let change = &answer["data"]["networkChanged"];
    assert_eq!(change["revision"], 3, "{answer}");
    let kinds = kinds(change);
    assert!(kinds.contains(&"REMOVED") && kinds.contains(&"ADDED"), "two went and two others came: {answer}");
}

#[tokio::test]
async fn a_database_that_shares_nothing_with_what_was_told_has_to_be_asked_anew() {
    let region = Followed::new().await;
    let mut answers = region.answers(CHANGES, json!({}));
    region.pledge().await;
    assert_eq!(told(&mut answers).await["data"]["networkChanged"]["revision"], 2);
    region.put_back(1).await;
    for table in ["commits", "revision"] {
        let other = format!("UPDATE {table} SET recorded_at = '2020-01-01T00:00:00Z'");
        region.database.execute_unprepared(&other).await.unwrap();
    }
    region.writer.catch_up().await.unwrap();
    let answer = told(&mut answers).await;
    let change = &answer["data"]["networkChanged"];
    assert_eq!((&change["revision"], &change["truncated"]), (&json!(1), &json!(true)), "{answer}");
}

#[tokio::test]
async fn since_a_revision_that_is_gone_is_answered_with_what_to_do() {
    let region = Followed::new().await;
    region.pledge().await;
    let answer = told(&mut region.answers(REVISIONS, json!({ "since": 12 }))).await;
    let error = &answer["errors"][0];
    assert_eq!(error["extensions"]["code"], "BAD_USER_INPUT", "{answer}");
    let said = "since must be a revision that there is: 0 to 2. If a later one was told before, the database was put back: ask anew \
        what is shown, and follow without since.";
    assert_eq!(error["message"], said);
}

#[tokio::test]
async fn who_follows_is_told_to_ask_anew_when_somebody_was_erased() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("network.db").display());
    let store = Store::open(&url).await.unwrap();
    let facts = drieklank::exchange::builtin("regio-voorbeeld").unwrap().unwrap().facts;
    store.fill(&facts, "regio-voorbeeld", crate::app::NOW).await.unwrap();
    let (app, writer) = App::beside(store.clone()).await;
    let api = Arc::new(app.api);
    let followed =
        "subscription($since: Int) { networkChanged(since: $since) { revision truncated changes { command } } }";
    let mut events = answers(&api, followed, json!({}));
    assert!(timeout(A_WHILE, events.next()).await.is_err());
    let clock = drieklank::clock::Clock::system();
    let forget = Forget { store: &store, clock: &clock, actor: "operator", reason: Some("verzoek"), is_trial: false };
    forget.erase("willemijn-de-vries").await.unwrap().unwrap();
    writer.catch_up().await.unwrap();
    let anew = json!({ "revision": 2, "truncated": true, "changes": [] });
    assert_eq!(told(&mut events).await["data"]["networkChanged"], anew);
    assert!(timeout(A_WHILE, events.next()).await.is_err(), "once");
    // So is who comes again and knows only what was before.
    let mut late = answers(&api, followed, json!({ "since": 1 }));
    assert_eq!(told(&mut late).await["data"]["networkChanged"], anew);
    assert!(timeout(A_WHILE, late.next()).await.is_err(), "once");
    let journal = "{ network { changes(first: 100) { nodes { command reason fields { name } } } } }";
    let answer = told(&mut answers(&api, journal, json!({}))).await;
    let touched = &answer["data"]["network"]["changes"]["nodes"];
    assert_eq!(touched[0], json!({ "command": "ERASE_PERSON", "reason": "verzoek", "fields": [] }), "{answer}");
}
