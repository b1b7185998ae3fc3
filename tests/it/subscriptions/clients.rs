//! A server that is followed, and clients of it that are not ours.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_graphql::Variables;
use drieklank::graphql::answer::Answer;
use drieklank::graphql::error::{ApiError, Code};
use drieklank::graphql::executor::{Api, ApiRequest};
use drieklank::graphql::viewer::{Asker, Role, Viewer};
use drieklank::http::settings::Connections;
use drieklank::http::{self, Readiness, Settings};
use futures_util::stream::BoxStream;
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

pub(super) const FOLLOW: &str = include_str!("../../operations/subscriptions/follow-changes.graphql");
pub(super) const PLEDGE: &str = include_str!("../../operations/changes/pledge-commitment.graphql");
pub(super) const REVISIONS: &str = "subscription($since: Int) { networkChanged(since: $since) { revision } }";
pub(super) const PROTOCOL: (&str, &str) = ("sec-websocket-protocol", "graphql-transport-ws");

/// Longer than anything takes that comes at all.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);
/// Long enough for what would come by mistake.
pub(super) const A_WHILE: Duration = Duration::from_millis(300);

/// The built-in region with a writer, served. The token `editor` changes facts; `guest` reads until it is taken back.
pub(super) struct Served {
    address: SocketAddr,
    pub(super) guest_is_known: Arc<AtomicBool>,
    pub(super) stop: Option<oneshot::Sender<()>>,
    pub(super) task: JoinHandle<std::io::Result<()>>,
}

impl Served {
    pub(super) async fn start() -> Self {
        Self::with(Settings::default()).await
    }

    pub(super) async fn limited(connections: Connections) -> Self {
        Self::with(Settings { connections, ..Settings::default() }).await
    }

    pub(super) async fn with(settings: Settings) -> Self {
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

    pub(super) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Pledges something; the revision that this made.
    pub(super) async fn pledge(&self) -> i64 {
        let body = json!({ "query": PLEDGE, "variables": pledge() });
        let request = Client::new().post(self.url("/graphql")).header("authorization", "Bearer editor").json(&body);
        let answer: Value = request.send().await.unwrap().json().await.unwrap();
        answer["data"]["pledgeCommitment"]["revision"].as_i64().unwrap_or_else(|| panic!("{answer}"))
    }

    /// Opens a WebSocket.
    pub(super) async fn socket(&self, headers: &[(&'static str, &str)]) -> Result<Socket, tungstenite::Error> {
        Socket::open(self.address, headers).await
    }

    /// Opens a WebSocket and is let in.
    pub(super) async fn greeted(&self) -> Socket {
        Socket::greeted(self.address).await
    }

    /// Opens a stream of events.
    pub(super) async fn events(&self, query: &str, variables: Value) -> Events {
        Events::open(self.address, query, variables).await
    }
}

pub(super) fn gate(
    guest_is_known: &Arc<AtomicBool>,
) -> impl Fn(Option<&str>) -> Result<Viewer, ApiError> + Send + Sync + 'static {
    let guest_is_known = Arc::clone(guest_is_known);
    move |bearer| match bearer {
        None => Ok(Viewer::anonymous()),
        Some("editor") => Ok(Viewer::known("desk".to_owned(), Role::Editor)),
        Some("guest") if guest_is_known.load(Ordering::SeqCst) => Ok(Viewer::known("guest".to_owned(), Role::Reader)),
        Some(_) => {
            Err(ApiError::new(Code::Unauthenticated, "Onbekend token.", "The token is unknown, expired or taken back."))
        }
    }
}

/// A pledge that may be made again and again.
pub(super) fn pledge() -> Value {
    json!({ "input": {
        "organisation": { "slug": "gemeente-kampen" },
        "subject": { "programmeLine": { "slug": "economie-en-arbeidsmarkt" } },
        "contributions": [],
        "since": "2026-01-01",
        "reason": "Raadsbesluit",
        "source": { "title": "Raadsvoorstel" },
    } })
}

/// The answers of an API to an editor, without a server in between.
pub(super) fn answers(api: &Arc<Api>, query: &str, variables: Value) -> BoxStream<'static, Answer> {
    let gate = Arc::new(gate(&Arc::new(AtomicBool::new(true))));
    let variables = Variables::from_json(variables);
    let request = ApiRequest { query: Some(query.to_owned()), variables, ..ApiRequest::default() };
    api.answers(request, Asker::new(gate, Some("editor".to_owned()))).unwrap().stream
}

/// The next of them.
pub(super) async fn told(answers: &mut BoxStream<'static, Answer>) -> Value {
    let answer = timeout(PATIENCE, answers.next()).await.expect("an answer in time").expect("an answer");
    serde_json::to_value(&answer).unwrap()
}

/// A WebSocket, from the side of the client.
pub(super) struct Socket(pub(super) WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Socket {
    pub(super) async fn open(
        address: SocketAddr,
        headers: &[(&'static str, &str)],
    ) -> Result<Self, tungstenite::Error> {
        let mut request = format!("ws://{address}/graphql/ws").into_client_request().unwrap();
        for (name, value) in headers {
            request.headers_mut().insert(*name, value.parse().unwrap());
        }
        let (socket, _) = connect_async(request).await?;
        Ok(Self(socket))
    }

    pub(super) async fn greeted(address: SocketAddr) -> Self {
        let mut socket = Self::open(address, &[PROTOCOL]).await.unwrap();
        socket.say(json!({ "type": "connection_init" })).await;
        assert_eq!(socket.hear().await, json!({ "type": "connection_ack" }));
        socket
    }

    pub(super) async fn say(&mut self, message: Value) {
        self.0.send(Message::text(message.to_string())).await.unwrap();
    }

    pub(super) async fn subscribe(&mut self, id: &str, query: &str, variables: Value) {
        let payload = json!({ "query": query, "variables": variables });
        self.say(json!({ "type": "subscribe", "id": id, "payload": payload })).await;
    }

    /// The next message.
    pub(super) async fn hear(&mut self) -> Value {
        loop {
            match timeout(PATIENCE, self.0.next()).await.expect("a message").expect("no end").unwrap() {
                Message::Text(text) => return serde_json::from_str(&text).unwrap(),
                Message::Close(frame) => panic!("closed: {frame:?}"),
                _ => {}
            }
        }
    }

    pub(super) async fn hears_nothing(&mut self) {
        let heard = timeout(A_WHILE, self.hear()).await;
        assert!(heard.is_err(), "{heard:?}");
    }

    /// The code with which the server closes.
    pub(super) async fn closed(&mut self) -> u16 {
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
pub(super) struct Events {
    pub(super) response: Response,
    pub(super) text: String,
}

impl Events {
    pub(super) async fn open(address: SocketAddr, query: &str, variables: Value) -> Self {
        let body = json!({ "query": query, "variables": variables });
        let request = Client::new().post(format!("http://{address}/graphql/sse"));
        let request = request.header("accept", "text/event-stream").json(&body);
        Self { response: request.send().await.unwrap(), text: String::new() }
    }

    /// Everything up to the next empty line; `None` at the end.
    pub(super) async fn block(&mut self) -> Option<String> {
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
    pub(super) async fn next(&mut self) -> Value {
        let block = self.block().await.expect("an event");
        let data = block.strip_prefix("event: next\ndata: ").unwrap_or_else(|| panic!("{block}"));
        serde_json::from_str(data).unwrap()
    }
}
