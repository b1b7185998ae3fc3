//! What can be set about serving.

use std::net::{Ipv4Addr, SocketAddr};

use serde::{Deserialize, Serialize};

use super::origin::Origin;
use crate::graphql::{guard::Limits, objects::server::SignIn, trusted};

/// Settings of the server; every part has a default that suits a try-out on one's own machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Address to listen on (127.0.0.1:8000).
    pub listen: SocketAddr,
    /// Exact origins whose pages may read answers, such as `https://kaart.example.nl`; none by default.
    pub cors_origins: Vec<Origin>,
    /// Whether GraphiQL is served at `/graphiql` (yes).
    pub graphiql: bool,
    /// Limits on connections and on how slow a client may be.
    pub connections: Connections,
    /// Limits on documents and answers.
    pub limits: Limits,
    /// How people sign in to the map, besides by a token; not by default.
    pub sign_in: Option<SignIn>,
    /// Which documents are executed.
    pub trusted_documents: trusted::Settings,
}

impl Settings {
    /// Whether GraphiQL is there to write queries: not where nothing but trusted documents is executed.
    #[must_use]
    pub fn serves_graphiql(&self) -> bool {
        self.graphiql && self.trusted_documents.mode != trusted::Mode::AllowListOnly
    }

    /// Whether the map is there: it asks by the ids of trusted documents.
    #[must_use]
    pub fn serves_map(&self) -> bool {
        self.trusted_documents.mode != trusted::Mode::Off
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8000)),
            cors_origins: Vec::new(),
            graphiql: true,
            connections: Connections::default(),
            limits: Limits::default(),
            sign_in: None,
            trusted_documents: trusted::Settings::default(),
        }
    }
}

/// Limits on connections.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Connections {
    /// Connections at the same time (10,000); more wait in the system's queue.
    pub max: usize,
    /// Seconds in which the head of a request must have arrived, and for which a connection may idle (10).
    pub head_secs: u64,
    /// Header fields of a request (64).
    pub headers: usize,
    /// Bytes that a connection buffers, and so of a request's head (128 KiB).
    pub buffer_bytes: usize,
    /// Seconds that writing may make no progress (30).
    pub stalled_write_secs: u64,
    /// Requests at the same time on one HTTP/2 connection (100).
    pub streams: u32,
    /// Seconds between signs of life on an HTTP/2 connection, a WebSocket or a stream of events (20).
    pub keep_alive_secs: u64,
    /// Seconds in which a WebSocket must have said who it is (10).
    pub init_secs: u64,
    /// Bytes of a message over a WebSocket (256 KiB).
    pub message_bytes: usize,
    /// Operations at the same time on one WebSocket (50).
    pub operations: usize,
    /// WebSockets and streams of events that one address may hold open (1,000).
    pub lasting_per_client: usize,
    /// Seconds that running requests may take to finish when the server stops (10).
    pub stop_secs: u64,
}

impl Default for Connections {
    fn default() -> Self {
        Self {
            max: 10_000,
            head_secs: 10,
            headers: 64,
            buffer_bytes: 128 * 1024,
            stalled_write_secs: 30,
            streams: 100,
            keep_alive_secs: 20,
            init_secs: 10,
            message_bytes: 256 * 1024,
            operations: 50,
            lasting_per_client: 1000,
            stop_secs: 10,
        }
    }
}
