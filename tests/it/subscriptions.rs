//! Following the network over WebSocket and over events, with clients that are not ours.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use drieklank::graphql::error::{ApiError, Code};
use drieklank::graphql::executor::{Api, ApiRequest};
use drieklank::graphql::viewer::{Asker, Role, Viewer};
use drieklank::http::settings::Connections;
use drieklank::http::{self, Readiness, Settings};
use futures_util::{SinkExt, StreamExt};
use reqwest::{Client, Response};
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{self, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use crate::app::App;
use crate::tiny;

const FOLLOW: &str = include_str!("../operations/subscriptions/follow-changes.graphql");
const PLEDGE: &str = include_str!("../operations/changes/pledge-commitment.graphql");
const REVISIONS: &str = "subscription($since: Int) { networkChanged(since: $since) { revision } }";
const PROTOCOL: (&str, &str) = ("sec-websocket-protocol", "graphql-transport-ws");

/// Longer than anything takes that comes at all.
const PATIENCE: Duration = Duration::from_secs(10);
/// Long enough for what would come by mistake.
const A_WHILE: Duration = Duration::from_millis(300);

/// The built-in region with a writer, served. The token `editor` changes facts; `guest` reads until it is taken back.
struct Served {
    address: SocketAddr,
    guest_is_known: Arc<AtomicBool>,
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<std::io::Result<()>>,
}

impl Served {
    async fn start() -> Self {
        Self::with(Settings::default()).await
    }

    async fn limited(connections: Connections) -> Self {
        Self::with(Settings { connections, ..Settings::default() }).await
    }

    async fn with(settings: Settings) -> Self {
        let api = Arc::new(App::writing().await.api);
        let guest_is_known = Arc::new(AtomicBool::new(true));
        let gate = gate(&guest_is_known);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let endpoint = http::routes(api, Arc::new(gate), &settings, Readiness::new(|| async { Ok(String::new()) }));
        let (stop, stopped) = oneshot::channel::<()>();
        let task = tokio::spawn(async move {
            http::serve(listener, endpoint, &settings.connections, async {
                let _ = stopped.await;
            })
            .await
        });
        Self { address, guest_is_known, stop: Some(stop), task }
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Pledges something; the revision that this made.
    async fn pledge(&self) -> i64 {
        let body = json!({ "query": PLEDGE, "variables": pledge() });
        let request = Client::new().post(self.url("/graphql")).header("authorization", "Bearer editor").json(&body);
        let answer: Value = request.send().await.unwrap().json().await.unwrap();
        answer["data"]["pledgeCommitment"]["revision"].as_i64().unwrap_or_else(|| panic!("{answer}"))
    }

    /// Opens a WebSocket.
    async fn socket(&self, headers: &[(&'static str, &str)]) -> Result<Socket, tungstenite::Error> {
        Socket::open(self.address, headers).await
    }

    /// Opens a WebSocket and is let in.
    async fn greeted(&self) -> Socket {
        Socket::greeted(self.address).await
    }

    /// Opens a stream of events.
    async fn events(&self, query: &str, variables: Value) -> Events {
        Events::open(self.address, query, variables).await
    }
}

fn gate(guest_is_known: &Arc<AtomicBool>) -> impl Fn(Option<&str>) -> Result<Viewer, ApiError> + Send + Sync + 'static {
    let guest_is_known = Arc::clone(guest_is_known);
    move |bearer| match bearer {
        None => Ok(Viewer::anonymous()),
        Some("editor") => Ok(Viewer::known("desk".to_owned(), Role::Editor)),
        Some("guest") if guest_is_known.load(Ordering::SeqCst) => Ok(Viewer::known("guest".to_owned(), Role::Reader)),
        Some(_) => Err(ApiError::new(Code::Unauthenticated, "The token is unknown, expired or taken back.")),
    }
}

/// A pledge that may be made again and again.
fn pledge() -> Value {
    json!({ "input": {
        "organisation": { "slug": "gemeente-kampen" },
        "subject": { "programmeLine": { "slug": "economie-en-arbeidsmarkt" } },
        "contributions": [],
        "since": "2026-01-01",
        "reason": "Raadsbesluit",
        "source": { "title": "Raadsvoorstel" },
    } })
}

/// A WebSocket, from the side of the client.
struct Socket(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Socket {
    async fn open(address: SocketAddr, headers: &[(&'static str, &str)]) -> Result<Self, tungstenite::Error> {
        let mut request = format!("ws://{address}/graphql/ws").into_client_request().unwrap();
        for (name, value) in headers {
            request.headers_mut().insert(*name, value.parse().unwrap());
        }
        let (socket, _) = connect_async(request).await?;
        Ok(Self(socket))
    }

    async fn greeted(address: SocketAddr) -> Self {
        let mut socket = Self::open(address, &[PROTOCOL]).await.unwrap();
        socket.say(json!({ "type": "connection_init" })).await;
        assert_eq!(socket.hear().await, json!({ "type": "connection_ack" }));
        socket
    }

    async fn say(&mut self, message: Value) {
        self.0.send(Message::text(message.to_string())).await.unwrap();
    }

    async fn subscribe(&mut self, id: &str, query: &str, variables: Value) {
        let payload = json!({ "query": query, "variables": variables });
        self.say(json!({ "type": "subscribe", "id": id, "payload": payload })).await;
    }

    /// The next message.
    async fn hear(&mut self) -> Value {
        loop {
            match timeout(PATIENCE, self.0.next()).await.expect("a message").expect("no end").unwrap() {
                Message::Text(text) => return serde_json::from_str(&text).unwrap(),
                Message::Close(frame) => panic!("closed: {frame:?}"),
                _ => {}
            }
        }
    }

    async fn hears_nothing(&mut self) {
        let heard = timeout(A_WHILE, self.hear()).await;
        assert!(heard.is_err(), "{heard:?}");
    }

    /// The code with which the server closes.
    async fn closed(&mut self) -> u16 {
        loop {
            match timeout(PATIENCE, self.0.next()).await.expect("an end") {
                Some(Ok(Message::Close(Some(frame)))) => return frame.code.into(),
                Some(Ok(_)) => {}
                other => panic!("no close: {other:?}"),
            }
        }
    }
}

/// A stream of events, from the side of the client.
struct Events {
    response: Response,
    text: String,
}

impl Events {
    async fn open(address: SocketAddr, query: &str, variables: Value) -> Self {
        let body = json!({ "query": query, "variables": variables });
        let request = Client::new().post(format!("http://{address}/graphql/sse"));
        let request = request.header("accept", "text/event-stream").json(&body);
        Self { response: request.send().await.unwrap(), text: String::new() }
    }

    /// Everything up to the next empty line; `None` at the end.
    async fn block(&mut self) -> Option<String> {
        loop {
            if let Some((block, rest)) = self.text.split_once("\n\n") {
                let (block, rest) = (block.to_owned(), rest.to_owned());
                self.text = rest;
                return Some(block);
            }
            let chunk = timeout(PATIENCE, self.response.chunk()).await.expect("something").unwrap()?;
            self.text.push_str(std::str::from_utf8(&chunk).unwrap());
        }
    }

    /// The next answer.
    async fn next(&mut self) -> Value {
        let block = self.block().await.expect("an event");
        let data = block.strip_prefix("event: next\ndata: ").unwrap_or_else(|| panic!("{block}"));
        serde_json::from_str(data).unwrap()
    }
}

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
        ("subscription { networkChanged(kinds: [LOST]) { revision } }", "GRAPHQL_VALIDATION_FAILED"),
        ("subscription { nothing { revision } }", "GRAPHQL_VALIDATION_FAILED"),
        ("subscription { __typename }", "GRAPHQL_VALIDATION_FAILED"),
        ("subscription { a: networkChanged { revision } b: networkChanged { revision } }", "GRAPHQL_VALIDATION_FAILED"),
        (
            "subscription { ...F } fragment F on Subscription { networkChanged { revision } }",
            "GRAPHQL_VALIDATION_FAILED",
        ),
        ("mutation { removeSeat(input: {}) { revision } }", "GRAPHQL_VALIDATION_FAILED"),
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
