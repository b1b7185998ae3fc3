//! Files that travel in the binary.

use hyper::body::Bytes;
use poem::{
    Endpoint, Request, Response, Result,
    http::{
        HeaderValue, Method, StatusCode,
        header::{ALLOW, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH},
    },
};
use sha2::{Digest, Sha256};

use super::compress::{self, Packed};

/// A file with all that its response needs.
pub(super) struct Page {
    body: Bytes,
    content_type: &'static str,
    policy: Option<HeaderValue>,
    cache: &'static str,
    etag: String,
    packed: Packed,
}

impl Page {
    /// A file of a type, which browsers ask for again each time and get only when it changed.
    pub(super) fn new(body: impl Into<Bytes>, content_type: &'static str) -> Self {
        let body = body.into();
        let hash = Sha256::digest(&body);
        let etag = hash.iter().take(12).fold(String::from("\""), |etag, byte| format!("{etag}{byte:02x}")) + "\"";
        Self { body, content_type, policy: None, cache: "no-cache", etag, packed: Packed::default() }
    }

    /// The same file under a content security policy of its own.
    pub(super) fn policy(self, policy: HeaderValue) -> Self {
        Self { policy: Some(policy), ..self }
    }

    /// The same file, whose address changes when its content does.
    pub(super) fn for_ever(self) -> Self {
        Self { cache: "public, max-age=31536000, immutable", ..self }
    }

    fn respond(&self, request: &Request) -> Response {
        let mut known = request.headers().get_all(IF_NONE_MATCH).iter();
        let mut response = if known.any(|tags| compress::names_etag(tags, &self.etag)) {
            Response::builder().status(StatusCode::NOT_MODIFIED).finish()
        } else {
            Response::builder()
                .header(CONTENT_TYPE, self.content_type)
                .header(CONTENT_LENGTH, self.body.len())
                .body(self.body.clone())
        };
        let headers = response.headers_mut();
        headers.insert(CACHE_CONTROL, HeaderValue::from_static(self.cache));
        if let Ok(etag) = HeaderValue::try_from(&self.etag) {
            headers.insert(ETAG, etag);
        }
        if let Some(policy) = &self.policy {
            headers.insert(CONTENT_SECURITY_POLICY, policy.clone());
        }
        response
    }
}

impl Endpoint for Page {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        if !is_reading(&request) {
            return Ok(refuse());
        }
        self.packed.pack(&request, self.respond(&request)).await
    }
}

/// An endpoint that is read and takes nothing.
pub(super) struct ReadOnly<E>(pub(super) E);

impl<E: Endpoint<Output = Response>> Endpoint for ReadOnly<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        if is_reading(&request) { self.0.call(request).await } else { Ok(refuse()) }
    }
}

fn is_reading(request: &Request) -> bool {
    matches!(*request.method(), Method::GET | Method::HEAD)
}

fn refuse() -> Response {
    Response::builder()
        .status(StatusCode::METHOD_NOT_ALLOWED)
        .header(ALLOW, "GET, HEAD")
        .content_type("text/plain; charset=utf-8")
        .body("405: this address is read by GET.\n")
}
