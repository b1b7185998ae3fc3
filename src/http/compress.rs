//! Compression of answers, when a client asks for it and it is worth the time.
//!
//! poem's own middleware also unpacks what clients send, which would open a way around the limit on bodies.

use hyper::body::Bytes;
use poem::{
    Body, Endpoint, IntoResponse, Request, Response, Result,
    http::{
        HeaderValue, Method, StatusCode,
        header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, ETAG, VARY},
    },
    web::{Compress, CompressionAlgo, CompressionLevel},
};

use tokio::sync::OnceCell;

use super::negotiate::Coding;

/// Bodies below this fit one packet anyway.
const WORTH_IT: usize = 1024;

/// What a compressed body's validator ends in: another coding is another sequence of bytes.
const MARKS: [(Coding, &str); 2] = [(Coding::Br, "-br"), (Coding::Gzip, "-gzip")];

/// Compresses what the inner endpoint answers.
pub(super) struct Compressed<E>(pub(super) E);

impl<E: Endpoint> Endpoint for Compressed<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let coding = accepted(&request);
        let mut response = self.0.call(request).await?.into_response();
        if !is_worth_it(&response) {
            return Ok(response);
        }
        response.headers_mut().append(VARY, HeaderValue::from_static("accept-encoding"));
        let Some(coding) = coding else { return Ok(response) };
        mark_etag(&mut response, coding);
        // The fastest level takes most of what can be had from JSON, at a tenth of the time.
        Ok(compressed(response, coding, CompressionLevel::Fastest))
    }
}

/// A file that stays as it is, in the codings that somebody asked for: compressed once, and better than an answer is.
#[derive(Default)]
pub(super) struct Packed {
    br: OnceCell<Bytes>,
    gzip: OnceCell<Bytes>,
}

impl Packed {
    /// The response with this file, in the coding that the request asks for.
    pub(super) async fn pack(&self, request: &Request, mut response: Response) -> Result<Response> {
        let Some(coding) = accepted(request).filter(|_| is_worth_it(&response)) else { return Ok(response) };
        let kept = match coding {
            Coding::Br => &self.br,
            Coding::Gzip => &self.gzip,
        };
        let body = response.take_body();
        let bytes = kept.get_or_try_init(|| pack(body, coding)).await?.clone();
        mark_etag(&mut response, coding);
        let headers = response.headers_mut();
        headers.append(VARY, HeaderValue::from_static("accept-encoding"));
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(coding.name()));
        headers.insert(CONTENT_LENGTH, bytes.len().into());
        response.set_body(bytes);
        Ok(response)
    }
}

async fn pack(body: Body, coding: Coding) -> Result<Bytes> {
    // Above it Brotli takes ten times as long for the last twelfth.
    let level = CompressionLevel::Precise(7);
    Ok(compressed(Response::builder().body(body), coding, level).into_body().into_bytes().await?)
}

fn accepted(request: &Request) -> Option<Coding> {
    let accepted = request.headers().get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    accepted.and_then(Coding::accepted).filter(|_| request.method() != Method::HEAD)
}

fn compressed(response: Response, coding: Coding, level: CompressionLevel) -> Response {
    let algorithm = match coding {
        Coding::Br => CompressionAlgo::BR,
        Coding::Gzip => CompressionAlgo::GZIP,
    };
    Compress::new(response, algorithm).with_quality(level).into_response()
}

/// Texts whose length is known and large. A stream of events has no length and must not wait for a full block.
fn is_worth_it(response: &Response) -> bool {
    let length = response.header(CONTENT_LENGTH).and_then(|length| length.parse::<usize>().ok());
    let is_text = response
        .content_type()
        .is_some_and(|media| ["json", "javascript", "text/", "xml"].iter().any(|kind| media.contains(kind)));
    response.status() == StatusCode::OK
        && is_text
        && length.is_some_and(|length| length >= WORTH_IT)
        && !response.headers().contains_key(CONTENT_ENCODING)
}

fn mark_etag(response: &mut Response, coding: Coding) {
    let mark = MARKS.iter().find(|(marked, _)| *marked == coding).map_or("", |(_, mark)| mark);
    let plain = response.header(ETAG).and_then(|etag| etag.strip_suffix('"')).map(|etag| format!("{etag}{mark}\""));
    if let Some(Ok(etag)) = plain.map(HeaderValue::try_from) {
        response.headers_mut().insert(ETAG, etag);
    }
}

/// Whether an `If-None-Match` names a validator, in any coding that this server uses.
pub(super) fn names_etag(if_none_match: &HeaderValue, etag: &str) -> bool {
    let Ok(tags) = if_none_match.to_str() else { return false };
    tags.split(',').map(str::trim).any(|tag| {
        let tag = tag.strip_prefix("W/").unwrap_or(tag);
        let stem = tag.strip_suffix('"').unwrap_or(tag);
        let stem = MARKS.iter().find_map(|(_, mark)| stem.strip_suffix(mark)).unwrap_or(stem);
        tag == "*" || Some(stem) == etag.strip_suffix('"')
    })
}
