//! Following for somebody who comes to see more or less.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use drieklank::graphql::answer::Answer;
use drieklank::graphql::error::ApiError;
use drieklank::graphql::executor::{Api, ApiRequest};
use drieklank::graphql::viewer::{Asker, Role, Viewer};
use drieklank::store::Store;
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use network::audience::Audience;
use serde_json::{Value, json};
use tokio::time::timeout;

use super::clients::*;
use crate::app::{App, NOW, builtin_facts};

const CHANGES: &str = "subscription { networkChanged { revision changes { command kind noun } } }";
const KINDS: &str = "subscription { networkChanged(kinds: [CHANGED]) { revision changes { command kind noun } } }";

/// The region with a name of Zwolle that partners share among themselves.
async fn region() -> Arc<Api> {
    let mut facts = builtin_facts();
    let mut name = facts.names[0].clone();
    name.key = "shared".parse().unwrap();
    name.id = network::id::FactId::from_key("shared");
    name.audience = Audience::Partners;
    facts.names.push(name);
    let store = Store::open("sqlite::memory:").await.unwrap();
    store.fill(&facts, "regio-zwolle", NOW).await.unwrap();
    Arc::new(App::beside(store).await.0.api)
}

/// What an analyst of Kampen follows, as long as they are one, and not only a reader.
fn follow(api: &Arc<Api>, query: &str, analyst: &Arc<AtomicBool>) -> BoxStream<'static, Answer> {
    let analyst = Arc::clone(analyst);
    let gate = move |_: Option<&str>| -> Result<Viewer, ApiError> {
        let role = if analyst.load(Ordering::SeqCst) { Role::Analyst } else { Role::Reader };
        Ok(Viewer::known("jan".to_owned(), role).acting_for(Some("gemeente-kampen".to_owned())))
    };
    let request = ApiRequest { query: Some(query.to_owned()), ..ApiRequest::default() };
    api.answers(request, Asker::new(Arc::new(gate), None)).unwrap().stream
}

/// Lets a subscription look at what there is before something is changed.
async fn silent(answers: &mut BoxStream<'static, Answer>) {
    assert!(timeout(A_WHILE, answers.next()).await.is_err(), "nothing has changed");
}

/// The changes of an event, each as its command, kind and noun.
fn changes(event: &Value) -> Vec<String> {
    let changes = event["data"]["networkChanged"]["changes"].as_array().unwrap_or_else(|| panic!("{event}"));
    let word = |change: &Value, name: &str| change[name].as_str().unwrap().to_owned();
    changes.iter().map(|one| ["command", "kind", "noun"].map(|name| word(one, name)).join(" ")).collect()
}

#[tokio::test]
async fn who_comes_to_see_less_or_more_is_told_what_went_and_came() {
    let api = region().await;
    let analyst = Arc::new(AtomicBool::new(true));
    let (mut all, mut kinds) = (follow(&api, CHANGES, &analyst), follow(&api, KINDS, &analyst));
    silent(&mut all).await;
    silent(&mut kinds).await;
    let leave = "mutation { leaveNetwork(input: { organisation: { slug: \"gemeente-kampen\" }, until: \"2026-11-23\",
        source: { title: \"Brief\" } }) { revision userErrors { code } } }";
    let left = told(&mut answers(&api, leave, json!({}))).await;
    assert_eq!(left["data"]["leaveNetwork"]["userErrors"], json!([]), "{left}");
    let event = told(&mut all).await;
    assert_eq!(changes(&event), ["SIGHT_CHANGED CHANGED partnerships", "SIGHT_CHANGED REMOVED names"]);
    assert_eq!(event["data"]["networkChanged"]["revision"], 2);
    assert_eq!(changes(&told(&mut kinds).await), ["SIGHT_CHANGED CHANGED partnerships"]);

    let join = "mutation { joinNetwork(input: { organisation: { slug: \"gemeente-kampen\" }, since: \"2026-11-24\",
        source: { title: \"Brief\" } }) { revision userErrors { code } } }";
    let joined = told(&mut answers(&api, join, json!({}))).await;
    assert_eq!(joined["data"]["joinNetwork"]["userErrors"], json!([]), "{joined}");
    assert_eq!(changes(&told(&mut all).await), ["SIGHT_CHANGED ADDED names", "SIGHT_CHANGED ADDED partnerships"]);
    assert_eq!(changes(&told(&mut kinds).await), [""; 0], "whatever the kinds, what is on the screen is another");
}

#[tokio::test]
async fn who_may_do_less_is_told_so_when_nothing_happens() {
    let api = region().await;
    let analyst = Arc::new(AtomicBool::new(true));
    let mut all = follow(&api, CHANGES, &analyst);
    silent(&mut all).await;
    analyst.store(false, Ordering::SeqCst);
    assert_eq!(changes(&told(&mut all).await), ["SIGHT_CHANGED REMOVED names"]);
    silent(&mut all).await;
    analyst.store(true, Ordering::SeqCst);
    assert_eq!(changes(&told(&mut all).await), ["SIGHT_CHANGED ADDED names"]);
}
