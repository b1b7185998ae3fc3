//! Following the network over WebSocket and over events, with clients that are not ours.

mod behind;
mod clients;
mod protocol;
mod put_back;
mod sights;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use drieklank::graphql::executor::{Api, ApiRequest};
use drieklank::graphql::viewer::Asker;
use futures_util::StreamExt;
use reqwest::Client;
use serde_json::json;
use tokio::time::timeout;

use clients::*;

use crate::app::App;

#[tokio::test]
async fn a_change_reaches_those_who_follow() {
    let server = Served::start().await;
    let mut socket = server.greeted().await;
    socket.subscribe("a", FOLLOW, json!({ "since": 1 })).await;
    let mut events = server.events(FOLLOW, json!({ "since": 1 })).await;
    socket.hears_nothing().await;
    assert_eq!(server.pledge().await, 2);

    let heard = socket.hear().await;
    assert_eq!((&heard["type"], &heard["id"]), (&json!("next"), &json!("a")), "{heard}");
    let change = &heard["payload"]["data"]["networkChanged"];
    assert_eq!(change["revision"], 2);
    assert!(change["recordedAt"].as_str().unwrap().starts_with("2026-11-24T12:00:"), "{change}");
    let changed: Vec<_> = change["changes"].as_array().unwrap().iter().map(|change| &change["kind"]).collect();
    assert!(!changed.is_empty() && changed.iter().all(|kind| **kind == json!("ADDED")), "{heard}");
    assert_eq!(change["changes"][0]["reason"], "Raadsbesluit");
    assert!(heard.to_string().contains("\"__typename\":\"Commitment\""), "{heard}");
    assert_eq!(
        change["standings"],
        json!([{
            "organisation": { "slug": "gemeente-kampen" },
            "programmeLine": { "slug": "economie-en-arbeidsmarkt" },
            "before": "NONE",
            "after": "PLEDGED",
        }])
    );
    assert_eq!(events.next().await["data"]["networkChanged"], *change, "the same by events");
}

#[tokio::test]
async fn who_comes_again_with_since_has_missed_nothing() {
    let server = Served::start().await;
    let mut socket = server.greeted().await;
    socket.subscribe("a", REVISIONS, json!({ "since": 1 })).await;
    server.pledge().await;
    assert_eq!(socket.hear().await["payload"]["data"]["networkChanged"]["revision"], 2);
    drop(socket);
    server.pledge().await;
    server.pledge().await;

    let counted = "subscription { networkChanged(since: 2) { revision truncated changes { revision } } }";
    let mut socket = server.greeted().await;
    socket.subscribe("a", counted, json!({})).await;
    let heard = socket.hear().await;
    let change = &heard["payload"]["data"]["networkChanged"];
    assert_eq!((&change["revision"], &change["truncated"]), (&json!(4), &json!(false)));
    let mut revisions: Vec<_> =
        change["changes"].as_array().unwrap().iter().map(|change| change["revision"].as_i64().unwrap()).collect();
    assert!(revisions.is_sorted(), "oldest first: {revisions:?}");
    revisions.dedup();
    assert_eq!(revisions, [3, 4], "both that were missed, in one event");
    socket.hears_nothing().await;

    for (since, revisions) in [(0, &[4][..]), (1, &[4]), (3, &[4]), (4, &[])] {
        let mut events = server.events(REVISIONS, json!({ "since": since })).await;
        for revision in revisions {
            assert_eq!(events.next().await["data"]["networkChanged"]["revision"], *revision, "since {since}");
        }
        assert!(timeout(A_WHILE, events.block()).await.is_err(), "nothing more since {since}");
    }
}

#[tokio::test]
async fn only_the_kinds_that_are_asked_for_are_told() {
    let server = Served::start().await;
    let mut socket = server.greeted().await;
    for (id, kinds) in [("added", "[ADDED]"), ("gone", "[REMOVED]"), ("both", "[REMOVED, CHANGED]")] {
        let query = format!("subscription {{ networkChanged(since: 1, kinds: {kinds}) {{ changes {{ kind }} }} }}");
        socket.subscribe(id, &query, json!({})).await;
    }
    server.pledge().await;
    let heard = socket.hear().await;
    assert_eq!((&heard["type"], &heard["id"]), (&json!("next"), &json!("added")), "{heard}");
    socket.hears_nothing().await;
}

#[tokio::test]
async fn who_is_slow_is_told_in_one_event_what_happened_meanwhile() {
    let app = App::writing().await;
    let api: Arc<Api> = Arc::new(app.api);
    let gate = Arc::new(gate(&Arc::new(AtomicBool::new(true))));
    let asker = Asker::new(gate, Some("editor".to_owned()));
    let request = |query: &str, variables| ApiRequest {
        query: Some(query.to_owned()),
        variables: async_graphql::Variables::from_json(variables),
        ..ApiRequest::default()
    };
    let mut answers = api.answers(request(REVISIONS, json!({ "since": 1 })), asker.clone()).unwrap().stream;
    for (n_changes, revision) in [(1, 2), (20, 22), (1, 23)] {
        for _ in 0..n_changes {
            let mut pledged = api.answers(request(PLEDGE, pledge()), asker.clone()).unwrap().stream;
            assert!(pledged.next().await.unwrap().data.is_some());
            assert!(pledged.next().await.is_none(), "one answer to a mutation");
        }
        let answer = serde_json::to_value(answers.next().await.unwrap()).unwrap();
        assert_eq!(answer["data"]["networkChanged"]["revision"], revision);
    }
    assert!(timeout(A_WHILE, answers.next()).await.is_err(), "nothing is told twice");
}

#[tokio::test]
async fn a_token_counts_for_each_event() {
    let server = Served::start().await;
    for (payload, code) in [
        (json!({ "authorization": "Bearer nonsense" }), 4403),
        (json!({ "authorization": "guest" }), 4403),
        (json!({ "Authorization": 7 }), 4403),
    ] {
        let mut socket = server.socket(&[PROTOCOL]).await.unwrap();
        socket.say(json!({ "type": "connection_init", "payload": payload })).await;
        assert_eq!(socket.closed().await, code, "{payload}");
    }
    let unknown = Client::new().get(server.url("/graphql/sse?query={__typename}")).bearer_auth("nonsense");
    assert_eq!(unknown.send().await.unwrap().status(), 401);

    let mut by_header = server.socket(&[PROTOCOL, ("authorization", "Bearer guest")]).await.unwrap();
    by_header.say(json!({ "type": "connection_init" })).await;
    by_header.hear().await;
    by_header.subscribe("v", "{ viewer { name } }", json!({})).await;
    assert_eq!(by_header.hear().await["payload"]["data"]["viewer"]["name"], "guest");
    assert_eq!(by_header.hear().await, json!({ "type": "complete", "id": "v" }));

    let mut socket = server.socket(&[PROTOCOL]).await.unwrap();
    let payload = json!({ "authorization": "Bearer guest" });
    socket.say(json!({ "type": "connection_init", "payload": payload })).await;
    socket.hear().await;
    socket.subscribe("a", "subscription { networkChanged(since: 1) { changes { actor } } }", json!({})).await;
    server.pledge().await;
    let heard = socket.hear().await;
    assert_eq!(heard["payload"]["data"]["networkChanged"]["changes"][0]["actor"], "desk", "{heard}");
    server.guest_is_known.store(false, Ordering::SeqCst);
    server.pledge().await;
    let heard = socket.hear().await;
    assert_eq!((&heard["type"], &heard["id"]), (&json!("error"), &json!("a")), "{heard}");
    assert_eq!(heard["payload"][0]["extensions"]["code"], "UNAUTHENTICATED");
    server.pledge().await;
    socket.hears_nothing().await;
}

#[tokio::test]
async fn a_token_that_was_taken_back_ends_also_what_is_silent() {
    let server = Served::start().await;
    let mut socket = server.socket(&[PROTOCOL, ("authorization", "Bearer guest")]).await.unwrap();
    socket.say(json!({ "type": "connection_init" })).await;
    socket.hear().await;
    socket.subscribe("a", REVISIONS, json!({})).await;
    let mut anybody = server.greeted().await;
    anybody.subscribe("a", REVISIONS, json!({})).await;
    let body = json!({ "query": REVISIONS });
    let request = Client::new().post(server.url("/graphql/sse")).bearer_auth("guest");
    let response = request.header("accept", "text/event-stream").json(&body).send().await.unwrap();
    let mut events = Events { response, text: String::new() };
    socket.hears_nothing().await;

    server.guest_is_known.store(false, Ordering::SeqCst);
    let heard = socket.hear().await;
    assert_eq!((&heard["type"], &heard["id"]), (&json!("error"), &json!("a")), "{heard}");
    assert_eq!(heard["payload"][0]["extensions"]["code"], "UNAUTHENTICATED");
    assert_eq!(events.next().await["errors"][0]["extensions"]["code"], "UNAUTHENTICATED");
    assert_eq!(events.block().await.unwrap(), "event: complete\ndata:");
    server.pledge().await;
    assert_eq!(anybody.hear().await["payload"]["data"]["networkChanged"]["revision"], 2, "others go on");
}
