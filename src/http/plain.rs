//! Errors at addresses that answer with files: as text.

use network::facts::Language;
use poem::{
    Response,
    http::{
        StatusCode,
        header::{CACHE_CONTROL, RETRY_AFTER, WWW_AUTHENTICATE},
    },
};

use crate::graphql::{
    error::{ApiError, Code},
    masking,
};

/// Says in words what is wrong, and nothing of the address.
pub(super) fn failed(error: &ApiError, language: Language) -> Response {
    let (status, text) = match error {
        ApiError::Client { code, message } => (code.status(), message.told(language).to_owned()),
        ApiError::Internal { .. } => (Code::Internal.status(), masking::incident(error).message),
    };
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response =
        Response::builder().status(status).content_type("text/plain; charset=utf-8").header(CACHE_CONTROL, "no-store");
    if status == StatusCode::SERVICE_UNAVAILABLE {
        response = response.header(RETRY_AFTER, "60");
    }
    if status == StatusCode::UNAUTHORIZED {
        response = response.header(WWW_AUTHENTICATE, "Bearer");
    }
    response.body(format!("{text}\n"))
}
