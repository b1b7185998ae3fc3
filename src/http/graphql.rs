//! The endpoint `/graphql`, exactly as the GraphQL-over-HTTP draft asks.

use std::sync::Arc;

use poem::{
    Endpoint, Request, Response, Result,
    http::{
        HeaderMap, HeaderValue, Method, StatusCode,
        header::{
            ACCEPT, ALLOW, AUTHORIZATION, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH,
            RETRY_AFTER, VARY, WWW_AUTHENTICATE,
        },
    },
};

use super::{body, compress, negotiate::Media, who};
use crate::graphql::{
    answer::{Answer, AnswerError},
    error::{ApiError, Code},
    executor::{self, Api, ApiRequest, Prepared, our_error},
    masking,
    objects::server::SignIn,
    viewer::Gate,
};

/// Methods that this address knows.
const METHODS: HeaderValue = HeaderValue::from_static("GET, HEAD, POST, OPTIONS");

/// On what of a request an answer depends.
const VARIES: &str = "accept, accept-language, authorization";

/// Answers GraphQL requests.
pub(super) struct GraphQl {
    pub(super) api: Arc<Api>,
    pub(super) gate: Arc<dyn Gate>,
    /// How people sign in by a page, if they can.
    pub(super) sign_in: Option<SignIn>,
}

impl Endpoint for GraphQl {
    type Output = Response;

    async fn call(&self, mut request: Request) -> Result<Response> {
        let Some(media) = Media::accepted(joined(request.headers()).as_deref()) else {
            let message = "Answers are application/graphql-response+json or application/json.";
            return Ok(respond(&refused(Code::NotAcceptable, message), Media::Json));
        };
        let read = match *request.method() {
            Method::GET | Method::HEAD => body::from_address(&request),
            Method::POST => body::from_body(&mut request, self.api.limits()).await,
            Method::OPTIONS => {
                return Ok(Response::builder().status(StatusCode::NO_CONTENT).header(ALLOW, METHODS).finish());
            }
            _ => {
                let mut response = respond(&refused(Code::MethodNotAllowed, "Send queries by GET or POST."), media);
                response.headers_mut().insert(ALLOW, METHODS);
                return Ok(response);
            }
        };
        let prepared = match read {
            Ok(asked) => self.admit(asked, &request).await.and_then(|asked| self.api.prepare(asked)),
            Err(refusal) => Err(executor::refused(refusal, who::language(request.headers()))),
        };
        Ok(match prepared {
            Ok(prepared) => self.answer(prepared, &request, media).await,
            Err(refused) => respond(&refused, media),
        })
    }
}

impl GraphQl {
    /// Finds out who asks, and in which language they are told what went wrong.
    async fn admit(&self, mut asked: ApiRequest, request: &Request) -> Result<ApiRequest, Answer> {
        asked.language = who::language(request.headers());
        let refused = |error: ApiError| our_error(&error, asked.language);
        let bearer = who::bearer(request.headers()).map_err(refused)?;
        if let Some(revision) = who::min_revision(request.headers()).map_err(refused)? {
            self.api.reach(revision).await.map_err(refused)?;
        }
        match self.gate.admit(bearer).await {
            Ok(viewer) => Ok(ApiRequest { viewer, ..asked }),
            Err(error) => {
                let mut answer = refused(error);
                if let (None, Some(error)) = (bearer, answer.errors.first_mut()) {
                    error.extensions.sign_in.clone_from(&self.sign_in);
                }
                Err(answer)
            }
        }
    }

    async fn answer(&self, prepared: Prepared, request: &Request, media: Media) -> Response {
        let is_post = request.method() == Method::POST;
        let Some(etag) = prepared.etag(media.name()).filter(|_| !is_post) else {
            return respond(&self.api.run(prepared).await, media);
        };
        let known = request.headers().get_all(IF_NONE_MATCH).iter().any(|tags| compress::names_etag(tags, &etag));
        let mut response = if known {
            Response::builder().status(StatusCode::NOT_MODIFIED).header(VARY, VARIES).finish()
        } else {
            let answer = self.api.run(prepared).await;
            let response = respond(&answer, media);
            // An answer with errors may be different the next time, so nobody shall keep it.
            if !answer.errors.is_empty() {
                return response;
            }
            response
        };
        let headers = response.headers_mut();
        let shared = !request.headers().contains_key(AUTHORIZATION);
        let cache = if shared { "public, max-age=0, must-revalidate" } else { "private, max-age=0, must-revalidate" };
        headers.insert(CACHE_CONTROL, HeaderValue::from_static(cache));
        if let Ok(etag) = HeaderValue::try_from(etag) {
            headers.insert(ETAG, etag);
        }
        response
    }
}

/// Writes an answer with the status that its media type asks for.
pub(super) fn respond(answer: &Answer, media: Media) -> Response {
    match serde_json::to_vec(answer) {
        Ok(bytes) => written(bytes, answer.failure(), media),
        // Only a map whose keys are no strings could not be written, and answers have none. Still no panic, no detail.
        Err(error) => {
            let masked = AnswerError { path: Vec::new(), ..masking::incident(&error) };
            written(masked.message.into_bytes(), Some(Code::Internal), media)
        }
    }
}

fn written(bytes: Vec<u8>, failure: Option<Code>, media: Media) -> Response {
    let status = failure.map_or(200, |code| match media {
        Media::Json if code.is_about_the_document() => 200,
        _ => code.status(),
    });
    let mut response = Response::builder()
        .status(StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR))
        .header(CONTENT_TYPE, media.content_type())
        .header(CONTENT_LENGTH, bytes.len())
        .header(CACHE_CONTROL, "no-store")
        .header(VARY, VARIES)
        .body(bytes);
    let hint = match failure {
        Some(Code::MethodNotAllowed) => Some((ALLOW, "POST")),
        Some(Code::Unauthenticated) => Some((WWW_AUTHENTICATE, "Bearer")),
        Some(Code::Unavailable) => Some((RETRY_AFTER, "1")),
        _ => None,
    };
    if let Some((name, value)) = hint {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

pub(super) fn refused(code: Code, message: &str) -> Answer {
    Answer::refused(AnswerError::new(code, message))
}

/// All that a client accepts, from as many headers as it sent.
fn joined(headers: &HeaderMap) -> Option<String> {
    let values: Vec<&str> = headers.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok()).collect();
    headers.contains_key(ACCEPT).then(|| values.join(","))
}
