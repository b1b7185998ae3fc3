//! The endpoint `/graphql/sse`: GraphQL over Server-Sent Events, one operation for each connection ("distinct connections
//! mode" of its protocol), for networks that let no WebSocket through.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use futures_util::stream::{self, Stream};
use futures_util::{FutureExt, StreamExt};
use poem::{
    Body, Endpoint, Request, Response, Result,
    http::{
        HeaderValue, Method, StatusCode,
        header::{ACCEPT, ALLOW, CACHE_CONTROL, CONTENT_TYPE, VARY},
    },
};
use tokio::time::sleep;

use super::graphql::{refused, respond};
use super::lasting::{Clients, Lasting, Place};
use super::negotiate::{Media, accepts_events};
use super::settings::Connections;
use super::{body, who};
use crate::graphql::answer::Answer;
use crate::graphql::error::Code;
use crate::graphql::executor::{self, Api, ApiRequest, our_error};
use crate::graphql::follow::Answers;
use crate::graphql::viewer::{Asker, Gate};

/// Methods that this address knows.
const METHODS: HeaderValue = HeaderValue::from_static("GET, POST, OPTIONS");

/// A line that clients pass over. It keeps proxies from giving up, and finds out who has gone.
const SIGN_OF_LIFE: &str = ":\n\n";

/// The end of a stream. The empty line of data is there because browsers drop events without data.
const COMPLETE: &str = "event: complete\ndata:\n\n";

/// Answers by streams of events.
pub(super) struct Events {
    api: Arc<Api>,
    gate: Arc<dyn Gate>,
    clients: Clients,
    keep_alive: Duration,
}

impl Events {
    pub(super) fn new(api: &Arc<Api>, gate: &Arc<dyn Gate>, clients: &Clients, limits: &Connections) -> Self {
        let keep_alive = Duration::from_secs(limits.keep_alive_secs.max(1));
        Self { api: Arc::clone(api), gate: Arc::clone(gate), clients: clients.clone(), keep_alive }
    }

    /// What is asked, and by whom; nothing is executed yet.
    async fn open(&self, request: &mut Request) -> Result<Opened, Answer> {
        let accept = request.headers().get(ACCEPT).map(|accept| accept.to_str().unwrap_or_default());
        if !accepts_events(accept) {
            return Err(refused(Code::NotAcceptable, "Answers are streams: accept text/event-stream."));
        }
        let read = match *request.method() {
            Method::GET => body::from_address(request),
            Method::POST => body::from_body(request, self.api.limits()).await,
            _ => return Err(refused(Code::MethodNotAllowed, "Send operations by GET or POST.")),
        };
        let language = who::language(request.headers());
        let asked = read.map_err(|refusal| executor::refused(refusal, language))?;
        let asked = ApiRequest { language, ..asked };
        let bearer = who::bearer(request.headers()).map_err(|error| our_error(&error, language))?;
        let asker = Asker::new(Arc::clone(&self.gate), bearer.map(ToOwned::to_owned));
        // They are let in again for each answer. This tells clients of HTTP what they expect of a bad token: 401.
        asker.admit().await.map_err(|error| our_error(&error, language))?;
        let message = "This address has as many open streams as one client may have.";
        let place = self.clients.enter(request).ok_or_else(|| refused(Code::TooManyRequests, message))?;
        let lasting = Lasting::of(request).ok_or_else(|| refused(Code::Unavailable, "The server is stopping."))?;
        let answers = match self.api.answers(asked, asker) {
            Ok(answers) => answers,
            // The protocol wants what is wrong with a document as an event, for `EventSource` shows no body of a 400.
            Err(refused) if refused.failure().is_some_and(Code::is_about_the_document) => refused.into(),
            Err(refused) => return Err(refused),
        };
        Ok(Opened { answers, lasting, _place: place })
    }
}

impl Endpoint for Events {
    type Output = Response;

    async fn call(&self, mut request: Request) -> Result<Response> {
        if request.method() == Method::OPTIONS {
            return Ok(Response::builder().status(StatusCode::NO_CONTENT).header(ALLOW, METHODS).finish());
        }
        Ok(match self.open(&mut request).await {
            Ok(opened) => Response::builder()
                .header(CONTENT_TYPE, "text/event-stream")
                .header(CACHE_CONTROL, "no-store")
                .header(VARY, "accept, accept-language, authorization")
                // nginx would hold events back until it has a block of them.
                .header("x-accel-buffering", "no")
                .body(Body::from_bytes_stream(opened.events(self.keep_alive))),
            Err(refused) => {
                let mut response = respond(&refused, Media::Response);
                if refused.failure() == Some(Code::MethodNotAllowed) && request.method() != Method::GET {
                    response.headers_mut().insert(ALLOW, METHODS);
                }
                response
            }
        })
    }
}

/// A stream of answers on its way to a client.
struct Opened {
    answers: Answers,
    lasting: Lasting,
    _place: Place,
}

impl Opened {
    /// The answers as events, with signs of life when there is nothing to tell.
    ///
    /// When the server stops, those that last break off without the event that says that all was told, so that clients come again.
    fn events(self, keep_alive: Duration) -> impl Stream<Item = io::Result<String>> + Send {
        let next = move |opened: Option<Self>| {
            async move {
                let mut opened = opened?;
                tokio::select! {
                    () = opened.lasting.stopped(), if opened.answers.last => None,
                    answer = opened.answers.stream.next() => Some(match answer {
                        Some(answer) => (event(&answer), Some(opened)),
                        None => (COMPLETE.to_owned(), None),
                    }),
                    () = sleep(keep_alive) => Some((SIGN_OF_LIFE.to_owned(), Some(opened))),
                }
            }
            .boxed()
        };
        stream::unfold(Some(self), next).map(Ok)
    }
}

/// An answer as an event. JSON has no line breaks of its own, so it is one line of data.
fn event(answer: &Answer) -> String {
    let data = serde_json::to_string(answer).unwrap_or_default();
    format!("event: next\ndata: {data}\n\n")
}
