//! Which pages of other origins may read answers: none, unless settings name them exactly.

use std::sync::Arc;

use poem::{
    Endpoint, EndpointExt, IntoResponse, Request, Response, Result,
    endpoint::BoxEndpoint,
    http::{
        Method,
        header::{ACCEPT_LANGUAGE, AUTHORIZATION, CONTENT_TYPE, ETAG, HOST, IF_NONE_MATCH, ORIGIN},
    },
    middleware::{Cors, CorsEndpoint},
};

use super::origin::Origin;

/// Seconds for which a browser may remember what it may send from another origin.
const PREFLIGHT_SECS: i32 = 3600;

/// Opens an endpoint to pages of these origins, and of its own.
pub(super) fn open_to<E: Endpoint + 'static>(endpoint: E, origins: &[Origin]) -> BoxEndpoint<'static, Response> {
    // poem allows every origin when the list is empty, so there is no list then.
    if origins.is_empty() {
        return endpoint.map_to_response().boxed();
    }
    let cors = Cors::new()
        .allow_origins(origins.iter().map(Origin::as_ref))
        .allow_methods([Method::GET, Method::POST])
        .allow_headers([CONTENT_TYPE, IF_NONE_MATCH])
        .allow_headers([AUTHORIZATION, ACCEPT_LANGUAGE])
        .allow_header("graphql-cost")
        .allow_header("idempotency-key")
        .allow_header("x-network-min-revision")
        .expose_header(ETAG)
        .max_age(PREFLIGHT_SECS);
    let direct = Arc::new(endpoint.map_to_response());
    Opened { others: Arc::clone(&direct).with(cors), direct }.boxed()
}

/// poem refuses origins that are not listed, the server's own pages too; those need no permission.
struct Opened<E> {
    direct: Arc<E>,
    others: CorsEndpoint<Arc<E>>,
}

impl<E: Endpoint<Output = Response>> Endpoint for Opened<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        if is_own(&request) {
            self.direct.call(request).await
        } else {
            self.others.call(request).await.map(IntoResponse::into_response)
        }
    }
}

/// Whether whoever sent this may open a WebSocket, to which CORS does not apply: no page, an own one, or one of these.
pub(super) fn lets_in(request: &Request, origins: &[Origin]) -> bool {
    let Some(origin) = request.headers().get(ORIGIN) else { return true };
    is_own(request) || origins.iter().any(|allowed| origin == allowed.as_ref())
}

fn is_own(request: &Request) -> bool {
    let origin = request.headers().get(ORIGIN).and_then(|origin| origin.to_str().ok());
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    let host = host.or_else(|| request.uri().authority().map(|authority| authority.as_str()));
    let origin_host = origin.and_then(|origin| origin.split_once("://")).map(|(_, host)| host);
    origin_host.is_some() && origin_host == host
}
