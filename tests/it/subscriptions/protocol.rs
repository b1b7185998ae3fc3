//! What the protocols ask for, and what becomes of connections.

use std::time::{Duration, Instant};

use drieklank::http::Settings;
use drieklank::http::settings::Connections;
use futures_util::StreamExt;
use reqwest::Client;
use serde_json::json;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::{self, Message};

use super::clients::*;
use crate::tiny;

#[tokio::test]
async fn mutations_travel_over_a_socket_too() {
    let server = Served::start().await;
    let mut socket = server.socket(&[PROTOCOL]).await.unwrap();
    let payload = json!({ "authorization": "Bearer editor" });
    socket.say(json!({ "type": "connection_init", "payload": payload })).await;
    socket.hear().await;
    socket.subscribe("m", PLEDGE, pledge()).await;
    assert_eq!(socket.hear().await["payload"]["data"]["pledgeCommitment"]["revision"], 2);
    assert_eq!(socket.hear().await["type"], "complete");
}

#[tokio::test]
async fn pages_of_other_origins_may_not_connect() {
    let cors_origins = vec!["https://kaart.example.nl".parse().unwrap()];
    let server = Served::with(Settings { cors_origins, ..Settings::default() }).await;
    for (origin, is_let_in) in [
        ("https://kaart.example.nl", true),
        (&*server.url(""), true),
        ("https://kwaad.example", false),
        ("https://kaart.example.nl.kwaad.example", false),
        ("null", false),
    ] {
        match server.socket(&[PROTOCOL, ("origin", origin)]).await {
            Ok(_) => assert!(is_let_in, "{origin}"),
            Err(tungstenite::Error::Http(response)) => {
                assert!(!is_let_in && response.status() == 403, "{origin}: {response:?}");
            }
            Err(other) => panic!("{origin}: {other}"),
        }
    }
}

#[tokio::test]
async fn a_socket_closes_with_the_codes_of_its_protocol() {
    let server = Served::limited(Connections { init_secs: 1, ..Connections::default() }).await;
    let init = json!({ "type": "connection_init" });
    let subscribe = json!({ "type": "subscribe", "id": "1", "payload": { "query": REVISIONS } });
    for (messages, code) in [
        (&[][..], 4408),
        (&[json!("nonsense")], 4400),
        (&[init.clone(), json!({ "type": "subscribe", "id": "1", "payload": {} })], 4400),
        (std::slice::from_ref(&subscribe), 4401),
        (&[init.clone(), subscribe.clone(), subscribe.clone()], 4409),
        (&[init.clone(), init.clone()], 4429),
        (&[init.clone(), json!({ "type": "ping", "payload": { "x": "a".repeat(256 * 1024) } })], 1009),
    ] {
        let mut socket = server.socket(&[PROTOCOL]).await.unwrap();
        for message in messages {
            socket.say(message.clone()).await;
        }
        assert_eq!(socket.closed().await, code, "{code}");
    }
    let mut socket = server.socket(&[]).await.unwrap();
    assert_eq!(socket.closed().await, 4406, "no protocol is offered");
    assert_eq!(reqwest::get(server.url("/graphql/ws")).await.unwrap().status(), 400, "no WebSocket at all");
}

#[tokio::test]
async fn who_answers_no_ping_is_gone() {
    let server = Served::limited(Connections { keep_alive_secs: 1, ..Connections::default() }).await;
    let mut socket = server.greeted().await;
    let began = Instant::now();
    while began.elapsed() < Duration::from_millis(2500) {
        // Reading answers pings.
        let _ = timeout(A_WHILE, socket.0.next()).await;
    }
    socket.subscribe("a", "{ __typename }", json!({})).await;
    assert_eq!(socket.hear().await["type"], "next", "it is still there");
    assert_eq!(socket.hear().await["type"], "complete");
    // A ping, another second, and the time for a farewell.
    tokio::time::sleep(Duration::from_millis(3500)).await;
    let mut last = socket.0.next().await;
    while let Some(Ok(Message::Ping(_))) = last {
        last = timeout(PATIENCE, socket.0.next()).await.expect("an end");
    }
    assert!(!matches!(last, Some(Ok(_))), "it was given up: {last:?}");
}

#[tokio::test]
async fn a_socket_counts_as_a_connection_as_long_as_it_lasts() {
    let server = Served::limited(Connections { max: 1, ..Connections::default() }).await;
    let socket = server.greeted().await;
    let ask = || Client::new().get(server.url("/health/live")).timeout(A_WHILE).send();
    assert!(ask().await.is_err(), "the only place is taken");
    drop(socket);
    assert_eq!(ask().await.unwrap().status(), 200);
}

#[tokio::test]
async fn an_operation_that_cannot_be_executed_ends_with_an_error() {
    let limits = Connections { operations: 2, lasting_per_client: 2, ..Connections::default() };
    let server = Served::limited(limits).await;
    let mut socket = server.greeted().await;
    for (query, code) in [
        ("{ nothing }", "GRAPHQL_VALIDATION_FAILED"),
        ("{", "GRAPHQL_PARSE_FAILED"),
        ("subscription { networkChanged(since: 2) { revision } }", "BAD_USER_INPUT"),
        ("subscription { networkChanged(since: -1) { revision } }", "BAD_USER_INPUT"),
        ("subscription { networkChanged(kinds: [LOST]) { revision } }", "BAD_USER_INPUT"),
        ("subscription { nothing { revision } }", "GRAPHQL_VALIDATION_FAILED"),
        ("subscription { __typename }", "GRAPHQL_VALIDATION_FAILED"),
        ("subscription { a: networkChanged { revision } b: networkChanged { revision } }", "GRAPHQL_VALIDATION_FAILED"),
        (
            "subscription { ...F } fragment F on Subscription { networkChanged { revision } }",
            "GRAPHQL_VALIDATION_FAILED",
        ),
        ("{ network(validAt: \"x\") { revision } }", "BAD_USER_INPUT"),
    ] {
        socket.subscribe("a", query, json!({})).await;
        let heard = socket.hear().await;
        assert_eq!((&heard["type"], &heard["id"]), (&json!("error"), &json!("a")), "{query}: {heard}");
        assert_eq!(heard["payload"][0]["extensions"]["code"], code, "{query}: {heard}");
        let mut events = server.events(query, json!({})).await;
        assert_eq!(events.next().await["errors"][0]["extensions"]["code"], code, "{query}");
        assert_eq!(events.block().await.unwrap(), "event: complete\ndata:");
        assert_eq!(events.block().await, None);
    }
    for id in ["a", "b", "c"] {
        socket.subscribe(id, REVISIONS, json!({})).await;
    }
    let heard = socket.hear().await;
    assert_eq!((&heard["id"], &heard["payload"][0]["extensions"]["code"]), (&json!("c"), &json!("TOO_MANY_REQUESTS")));
    socket.say(json!({ "type": "complete", "id": "a" })).await;
    socket.subscribe("c", "{ __typename }", json!({})).await;
    assert_eq!(socket.hear().await["payload"]["data"]["__typename"], "Query", "there is room again");

    let _second = server.greeted().await;
    let third = server.socket(&[PROTOCOL]).await;
    assert!(matches!(third, Err(tungstenite::Error::Http(response)) if response.status() == 429));
    assert_eq!(server.events("{ __typename }", json!({})).await.response.status(), 429);
}

#[tokio::test]
async fn events_answer_as_their_protocol_says() {
    let server = Served::limited(Connections { keep_alive_secs: 1, ..Connections::default() }).await;
    let mut events = server.events("{ __typename }", json!({})).await;
    let headers = events.response.headers();
    assert_eq!(headers["content-type"], "text/event-stream");
    assert_eq!(headers["cache-control"], "no-store");
    assert_eq!(events.next().await, json!({ "data": { "__typename": "Query" } }));
    assert_eq!(events.block().await.unwrap(), "event: complete\ndata:");
    assert_eq!(events.block().await, None);

    let mut quiet = server.events(REVISIONS, json!({})).await;
    assert_eq!(quiet.block().await.unwrap(), ":", "a sign of life");

    let sse = server.url("/graphql/sse");
    let status = async |request: reqwest::RequestBuilder| request.send().await.unwrap().status().as_u16();
    let client = Client::new();
    let get = |query| client.get(&sse).query(&[("query", query)]);
    assert_eq!(status(get("{ __typename }")).await, 200);
    assert_eq!(status(get("mutation { removeSeat(input: {}) { revision } }")).await, 405);
    assert_eq!(status(get("{ __typename }").header("accept", "application/json")).await, 406);
    assert_eq!(status(client.post(&sse).body("{}")).await, 415);
    assert_eq!(status(client.post(&sse).json(&json!({}))).await, 400);
    assert_eq!(status(client.put(&sse).json(&json!({}))).await, 405);
    let once = client.post(server.url("/graphql")).json(&json!({ "query": REVISIONS }));
    assert_eq!(status(once).await, 400, "that address answers once");
}

#[tokio::test]
async fn a_server_that_stops_ends_what_lasts() {
    let mut server = Served::start().await;
    let mut socket = server.greeted().await;
    socket.subscribe("a", REVISIONS, json!({})).await;
    let mut events = server.events(REVISIONS, json!({})).await;
    let began = Instant::now();
    drop(server.stop.take());
    assert_eq!(socket.closed().await, 1001);
    assert_eq!(events.block().await, None, "it breaks off, and does not say that all was told");
    timeout(PATIENCE, server.task).await.unwrap().unwrap().unwrap();
    assert!(began.elapsed() < Duration::from_secs(5), "nothing had to be cut");
}

#[tokio::test]
async fn a_server_that_stops_tells_first_what_came_of_a_mutation() {
    let server = tiny::Server::start().await;
    let mutation = "mutation { changeSlowly(millis: 500) }";
    let mut socket = Socket::greeted(server.address).await;
    socket.subscribe("m", mutation, json!({})).await;
    let mut events = Events::open(server.address, mutation, json!({})).await;
    tokio::time::sleep(A_WHILE).await;
    let stopped = tokio::spawn(server.stop());
    let heard = socket.hear().await;
    assert!(heard["payload"]["data"]["changeSlowly"].is_number(), "{heard}");
    assert_eq!(socket.hear().await["type"], "complete");
    assert_eq!(socket.closed().await, 1001);
    assert!(events.next().await["data"]["changeSlowly"].is_number());
    assert_eq!(events.block().await.unwrap(), "event: complete\ndata:");
    stopped.await.unwrap().unwrap();
}
