//! What every response gets: headers that close doors in browsers, and an answer instead of a panic.

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use poem::{
    Endpoint, IntoResponse, Request, Response, Result,
    http::{
        HeaderName, HeaderValue, StatusCode,
        header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS},
    },
};

use super::{graphql::respond, negotiate::Media};
use crate::graphql::{answer::Answer, masking};

/// Headers that a response gets unless it says otherwise. Nothing tells which software this is.
const HEADERS: [(HeaderName, HeaderValue); 7] = [
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'")),
    (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    // Pages that `cors_origins` names ask with CORS, which this does not mind.
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ),
];

/// Where to look when nothing is served at an address.
const NOT_FOUND: &str = "404: nothing is served at this address.
/                the map
/about           a page that says what this is
/graphql         the API
/graphql/ws      the API over WebSocket (graphql-transport-ws)
/graphql/sse     the API as a stream of events (GraphQL over SSE)
/schema.graphql  what can be asked
/health/ready    whether the server can answer
";

/// Hardens what the inner endpoint answers.
pub(super) struct Hardened<E>(pub(super) E);

impl<E: Endpoint> Endpoint for Hardened<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let mut response = match AssertUnwindSafe(self.0.call(request)).catch_unwind().await {
            Ok(Ok(response)) => response.into_response(),
            Ok(Err(error)) => explain(error),
            Err(panic) => respond(&Answer::refused(masking::mask_panic(&*panic)), Media::Json),
        };
        let headers = response.headers_mut();
        for (name, value) in HEADERS {
            headers.entry(name).or_insert(value);
        }
        Ok(response)
    }
}

/// Errors of the router as text; the text of any other stays here, for it may come from a library.
fn explain(error: poem::Error) -> Response {
    let status = error.status();
    let text = match status {
        StatusCode::NOT_FOUND => NOT_FOUND.to_owned(),
        status => format!("{status}\n"),
    };
    // CORS refuses with headers of its own, which are worth keeping.
    let mut response = error.into_response();
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    response.set_body(text);
    response
}
