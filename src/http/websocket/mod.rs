//! The endpoint `/graphql/ws`: graphql-transport-ws, the protocol of the npm package `graphql-ws`.

use std::sync::Arc;

use poem::{
    Endpoint, FromRequest, IntoResponse, Request, Response, Result,
    http::header::{AUTHORIZATION, SEC_WEBSOCKET_PROTOCOL},
    web::websocket::{WebSocket, WebSocketConfig},
};

mod closing;
mod message;
mod session;

use self::session::Session;
use super::cors;
use super::graphql::{refused, respond};
use super::lasting::{Clients, Lasting};
use super::negotiate::Media;
use super::origin::Origin;
use super::settings::{Connections, Settings};
use super::who;
use crate::graphql::{error::Code, executor::Api, viewer::Gate};

/// The name of the protocol.
const PROTOCOL: &str = "graphql-transport-ws";

/// Bytes that a WebSocket reads at once; what is there by default is for fewer of them.
const READ_BYTES: usize = 8 * 1024;

/// Opens WebSockets.
pub(super) struct WebSockets {
    api: Arc<Api>,
    gate: Arc<dyn Gate>,
    clients: Clients,
    origins: Vec<Origin>,
    limits: Connections,
}

impl WebSockets {
    pub(super) fn new(api: &Arc<Api>, gate: &Arc<dyn Gate>, clients: &Clients, settings: &Settings) -> Self {
        Self {
            api: Arc::clone(api),
            gate: Arc::clone(gate),
            clients: clients.clone(),
            origins: settings.cors_origins.clone(),
            limits: settings.connections.clone(),
        }
    }
}

impl Endpoint for WebSockets {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let no = |code, message| Ok(respond(&refused(code, message), Media::Response));
        // No CORS for WebSockets: a browser lets any page open one, with whatever it knows of the user.
        if !cors::lets_in(&request, &self.origins) {
            return no(Code::Forbidden, "Pages of this origin may not connect.");
        }
        let Ok(upgrade) = WebSocket::from_request_without_body(&request).await else {
            return no(Code::BadRequest, "This address speaks WebSocket, with the protocol graphql-transport-ws.");
        };
        let Some(place) = self.clients.enter(&request) else {
            return no(Code::TooManyRequests, "This address has as many open streams as one client may have.");
        };
        let Some(lasting) = Lasting::of(&request) else {
            return no(Code::Unavailable, "The server is stopping.");
        };
        let config = WebSocketConfig::default()
            .read_buffer_size(READ_BYTES)
            .max_message_size(Some(self.limits.message_bytes))
            .max_frame_size(Some(self.limits.message_bytes));
        let (api, gate, limits) = (Arc::clone(&self.api), Arc::clone(&self.gate), self.limits.clone());
        let language = who::language(request.headers());
        let authorization = request.header(AUTHORIZATION).map(ToOwned::to_owned);
        let speaks_it = speaks_it(&request);
        let upgraded = upgrade.protocols([PROTOCOL]).config(config).on_upgrade(move |socket| async move {
            let session = Session::new(socket, api, gate, language, authorization, limits);
            session.run(speaks_it, lasting).await;
            drop(place);
        });
        Ok(upgraded.into_response())
    }
}

/// Whether the client offered our protocol.
fn speaks_it(request: &Request) -> bool {
    let offered = request.headers().get_all(SEC_WEBSOCKET_PROTOCOL);
    let mut offered = offered.iter().filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(','));
    offered.any(|protocol| protocol.trim() == PROTOCOL)
}
