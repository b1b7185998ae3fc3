//! Calendars to subscribe to: `GET /calendar/<secret>.ics`.

use std::sync::Arc;

use network::facts::Language;
use poem::{
    Endpoint, Request, Response, Result,
    error::NotFoundError,
    http::{
        HeaderValue, StatusCode,
        header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, ETAG, IF_NONE_MATCH},
    },
};
use sha2::{Digest, Sha256};

use super::{compress, plain};
use crate::graphql::{calendar::Calendar, executor::Api, ics};

/// Answers those who subscribe. What is no calendar, and what was one, is not found alike.
pub(super) struct Calendars(pub(super) Arc<Api>);

impl Endpoint for Calendars {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let secret = request.raw_path_param("file").and_then(|file| file.strip_suffix(".ics"));
        let language = match request.uri().query() {
            Some("lang=en") => Language::En,
            _ => Language::Nl,
        };
        match self.0.calendar(secret.unwrap_or_default(), language).await {
            Ok(Some(calendar)) => Ok(self.respond(&calendar, &request).await),
            Ok(None) => Err(NotFoundError.into()),
            Err(error) => Ok(plain::failed(&error, Language::En)),
        }
    }
}

impl Calendars {
    async fn respond(&self, calendar: &Calendar, request: &Request) -> Response {
        let body = ics::written(&calendar.name, &calendar.entries);
        let hash = Sha256::digest(&body);
        let etag = hash.iter().take(12).fold(String::from("\""), |etag, byte| format!("{etag}{byte:02x}")) + "\"";
        let known = request.headers().get_all(IF_NONE_MATCH).iter().any(|tags| compress::names_etag(tags, &etag));
        let mut response = if known {
            Response::builder().status(StatusCode::NOT_MODIFIED).finish()
        } else {
            if let Err(error) = self.0.shows(calendar).await {
                return plain::failed(&error, Language::En);
            }
            Response::builder()
                .content_type("text/calendar; charset=utf-8")
                .header(CONTENT_LENGTH, body.len())
                .header(CONTENT_DISPOSITION, "inline; filename=\"drieklank.ics\"")
                .body(body)
        };
        let headers = response.headers_mut();
        // What not everybody may see is for who subscribes alone, and stays nowhere in between.
        let is_confidential = calendar.entries.iter().any(|entry| entry.confidential);
        let cache = if is_confidential { "private, no-store" } else { "private, max-age=0, must-revalidate" };
        headers.insert(CACHE_CONTROL, HeaderValue::from_static(cache));
        if let Ok(etag) = HeaderValue::try_from(etag) {
            headers.insert(ETAG, etag);
        }
        response
    }
}
