//! Following a server that lags behind: another one on the same database was faster.

use std::sync::Arc;

use drieklank::graphql::executor::Api;
use drieklank::store::Store;
use drieklank::writer::Writer;
use futures_util::StreamExt;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::time::{sleep, timeout};

use super::clients::*;
use crate::app::App;

const CHANGES: &str = "subscription($since: Int) { networkChanged(since: $since) { revision changes { revision } } }";

/// A region to which one server writes.
struct Region {
    url: String,
    ahead: Arc<Api>,
    _folder: TempDir,
}

/// A server that looks at the database only when it is told to.
struct Behind {
    api: Arc<Api>,
    writer: Arc<Writer>,
}

impl Region {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("network.db").display());
        let (app, _) = App::writing_to(Store::open(&url).await.unwrap()).await;
        Self { url, ahead: Arc::new(app.api), _folder: folder }
    }

    async fn behind(&self) -> Behind {
        let (app, writer) = App::beside(Store::open(&self.url).await.unwrap()).await;
        Behind { api: Arc::new(app.api), writer }
    }

    async fn pledge(&self) -> i64 {
        let answer = told(&mut answers(&self.ahead, PLEDGE, pledge())).await;
        answer["data"]["pledgeCommitment"]["revision"].as_i64().unwrap_or_else(|| panic!("{answer}"))
    }
}

/// The revisions whose changes an event tells.
fn revisions(answer: &Value) -> Vec<i64> {
    let changes = answer["data"]["networkChanged"]["changes"].as_array().unwrap_or_else(|| panic!("{answer}"));
    let mut revisions: Vec<_> = changes.iter().map(|change| change["revision"].as_i64().unwrap()).collect();
    revisions.dedup();
    revisions
}

#[tokio::test]
async fn since_a_revision_that_another_server_made_is_gone_on_from() {
    for (query, variables) in [
        (CHANGES.to_owned(), json!({ "since": 2 })),
        (CHANGES.replace("Int)", "Int = 2)"), json!({})),
        (CHANGES.replace("($since: Int)", "").replace("$since", "2"), json!({})),
    ] {
        // It knows the first revision, and finds the second when it is asked for.
        let region = Region::new().await;
        let behind = region.behind().await;
        assert_eq!(region.pledge().await, 2);
        let mut answers = answers(&behind.api, &query, variables);
        assert!(timeout(A_WHILE, answers.next()).await.is_err(), "{query}: nothing has changed since");
        assert_eq!(region.pledge().await, 3);
        behind.writer.catch_up().await.unwrap();
        assert_eq!(revisions(&told(&mut answers).await), [3], "{query}");
    }
}

#[tokio::test]
async fn since_a_revision_that_has_not_arrived_is_waited_for() {
    let region = Region::new().await;
    let behind = region.behind().await;
    let mut answers = answers(&behind.api, CHANGES, json!({ "since": 2 }));
    let next = tokio::spawn(async move { told(&mut answers).await });
    sleep(A_WHILE).await;
    for revision in [2, 3] {
        assert_eq!(region.pledge().await, revision);
        behind.writer.catch_up().await.unwrap();
    }
    assert_eq!(revisions(&next.await.unwrap()), [3]);
}
