//! Which pages of other origins may read answers: none, unless settings name them exactly.

use std::sync::Arc;

use poem::{
    Endpoint, EndpointExt, IntoResponse, Request, Response, Result,
    endpoint::BoxEndpoint,
    http::{
        HeaderValue, Method, Uri,
        header::{CONTENT_TYPE, ETAG, HOST, IF_NONE_MATCH, ORIGIN},
    },
    middleware::{Cors, CorsEndpoint},
};

/// Seconds for which a browser may remember what it may send from another origin.
const PREFLIGHT_SECS: i32 = 3600;

/// A text among the origins that no browser would send as one.
#[derive(Debug, thiserror::Error)]
#[error("{origin:?} is no origin; expected scheme://host or scheme://host:port, without a path")]
pub struct CorsError {
    origin: String,
}

/// Opens an endpoint to pages of these origins, and of its own.
pub(super) fn open_to<E: Endpoint + 'static>(
    endpoint: E,
    origins: &[String],
) -> std::result::Result<BoxEndpoint<'static, Response>, CorsError> {
    // poem allows every origin when the list is empty, so there is no list then.
    if origins.is_empty() {
        return Ok(endpoint.map_to_response().boxed());
    }
    if let Some(origin) = origins.iter().find(|origin| !is_origin(origin)) {
        return Err(CorsError { origin: origin.clone() });
    }
    let cors = Cors::new()
        .allow_origins(origins)
        .allow_methods([Method::GET, Method::POST])
        .allow_headers([CONTENT_TYPE, IF_NONE_MATCH])
        .allow_header("graphql-cost")
        .expose_header(ETAG)
        .max_age(PREFLIGHT_SECS);
    let direct = Arc::new(endpoint.map_to_response());
    Ok(Opened { others: Arc::clone(&direct).with(cors), direct }.boxed())
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

fn is_own(request: &Request) -> bool {
    let origin = request.headers().get(ORIGIN).and_then(|origin| origin.to_str().ok());
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    let host = host.or_else(|| request.uri().authority().map(|authority| authority.as_str()));
    let origin_host = origin.and_then(|origin| origin.split_once("://")).map(|(_, host)| host);
    origin_host.is_some() && origin_host == host
}

fn is_origin(text: &str) -> bool {
    let Ok(uri) = text.parse::<Uri>() else { return false };
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else { return false };
    HeaderValue::from_str(text).is_ok() && format!("{scheme}://{authority}") == text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_has_a_scheme_and_a_host_and_nothing_else() {
        for (text, expected) in [
            ("https://kaart.example.nl", true),
            ("http://127.0.0.1:3000", true),
            ("https://kaart.example.nl/", false),
            ("kaart.example.nl", false),
            ("*", false),
            ("", false),
            ("https://é.example", false),
        ] {
            assert_eq!(is_origin(text), expected, "{text}");
        }
    }
}
