//! From the bytes of a request to what the executor takes.

use std::borrow::Cow;
use std::time::Duration;

use async_graphql::Variables;
use poem::{
    Body, Request,
    error::ReadBodyError,
    http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE},
};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use tokio::time::timeout;

use crate::graphql::{
    error::Code,
    executor::ApiRequest,
    guard::{Limits, Refusal},
};

/// The parameters of a POST, as the body holds them, and of an operation over a WebSocket.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Posted {
    query: Option<String>,
    document_id: Option<String>,
    operation_name: Option<String>,
    variables: Option<Variables>,
    extensions: Option<Map<String, Value>>,
}

impl Posted {
    /// Whether it says what to execute.
    pub(super) fn names_a_document(&self) -> bool {
        self.query.is_some() || self.document_id.is_some()
    }
}

impl From<Posted> for ApiRequest {
    fn from(posted: Posted) -> Self {
        Self {
            query: posted.query,
            document_id: posted.document_id,
            variables: posted.variables.unwrap_or_default(),
            operation_name: posted.operation_name,
            wants_cost: asks_for_cost(posted.extensions.as_ref()),
            ..Self::default()
        }
    }
}

/// The parameters of a GET; variables and extensions are JSON inside them.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Queried {
    query: Option<String>,
    document_id: Option<String>,
    operation_name: Option<String>,
    variables: Option<String>,
    extensions: Option<String>,
}

/// Reads the parameters of a GET from its address.
pub(super) fn from_address(request: &Request) -> Result<ApiRequest, Refusal> {
    let queried: Queried = request.params().map_err(|_| bad("The parameters cannot be read; each may stand once."))?;
    let extensions: Option<Map<String, Value>> = json_parameter("extensions", queried.extensions.as_deref())?;
    let variables: Option<Variables> = json_parameter("variables", queried.variables.as_deref())?;
    Ok(ApiRequest {
        query: queried.query,
        document_id: queried.document_id,
        variables: variables.unwrap_or_default(),
        operation_name: queried.operation_name,
        wants_cost: asks_for_cost(extensions.as_ref()) || is_told_cost(request),
        queries_only: true,
        ..ApiRequest::default()
    })
}

/// Reads the parameters of a POST from its body, within the limits of size and time.
pub(super) async fn from_body(request: &mut Request, limits: &Limits) -> Result<ApiRequest, Refusal> {
    hold_head(request, limits)?;
    let bytes = read(request.take_body(), limits).await?;
    // A list of requests would pass as a list of the parameters of one.
    if bytes.iter().find(|byte| !byte.is_ascii_whitespace()) != Some(&b'{') {
        return Err(bad("The body must be one JSON object; lists of requests are not executed."));
    }
    let posted: Posted = serde_json::from_slice(&bytes).map_err(|error| {
        // Where it fails helps; what it fails on is the client's own text, which is not sent back.
        let (line, column) = (error.line(), error.column());
        if error.to_string().starts_with("recursion limit exceeded") {
            let message = "The variables have more brackets inside each other than a request may have.";
            return Refusal::new(Code::CostLimit, message);
        }
        bad(format!("The body is no GraphQL request in JSON: line {line}, column {column} cannot be used."))
    })?;
    let asked = ApiRequest::from(posted);
    Ok(ApiRequest { wants_cost: asked.wants_cost || is_told_cost(request), ..asked })
}

/// Refuses by the head alone what need not be read.
fn hold_head(request: &Request, limits: &Limits) -> Result<(), Refusal> {
    let header = |name| request.headers().get(name).map(|value| value.to_str().unwrap_or_default());
    if !header(CONTENT_TYPE).is_some_and(is_json_in_utf8) {
        let message = "The body must be JSON in UTF-8: content-type: application/json.";
        return Err(Refusal::new(Code::UnsupportedMediaType, message));
    }
    if header(CONTENT_ENCODING).is_some_and(|coding| !coding.eq_ignore_ascii_case("identity")) {
        return Err(Refusal::new(Code::UnsupportedMediaType, "The body must not be compressed."));
    }
    let declared = header(CONTENT_LENGTH).and_then(|length| length.parse::<usize>().ok());
    if declared.is_some_and(|length| length > limits.body_bytes) {
        return Err(too_large(limits));
    }
    Ok(())
}

fn is_json_in_utf8(content_type: &str) -> bool {
    let mut parts = content_type.split(';').map(str::trim);
    let is_json = parts.next().is_some_and(|media| media.eq_ignore_ascii_case("application/json"));
    is_json
        && parts.all(|parameter| match parameter.split_once('=') {
            Some((key, value)) if key.trim().eq_ignore_ascii_case("charset") => {
                value.trim().trim_matches('"').eq_ignore_ascii_case("utf-8")
            }
            _ => true,
        })
}

async fn read(body: Body, limits: &Limits) -> Result<impl std::ops::Deref<Target = [u8]>, Refusal> {
    match timeout(Duration::from_secs(limits.body_secs), body.into_bytes_limit(limits.body_bytes)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(ReadBodyError::PayloadTooLarge)) => Err(too_large(limits)),
        Ok(Err(_)) => Err(bad("The body broke off.")),
        Err(_) => {
            let message = format!("The body did not arrive within {} s.", limits.body_secs);
            Err(Refusal::new(Code::RequestTimeout, message))
        }
    }
}

fn json_parameter<T: DeserializeOwned>(name: &str, text: Option<&str>) -> Result<Option<T>, Refusal> {
    match text {
        None | Some("" | "null") => Ok(None),
        // The target types are maps, but a list would pass as one of pairs for some; objects only.
        Some(text) if text.trim_start().starts_with('{') => serde_json::from_str(text).map(Some).map_err(|error| {
            bad(format!("The parameter {name} is no JSON object: column {} cannot be used.", error.column()))
        }),
        Some(_) => Err(bad(format!("The parameter {name} must be a JSON object."))),
    }
}

/// The cost is asked for in the request's extensions (`{"cost": true}`) …
fn asks_for_cost(extensions: Option<&Map<String, Value>>) -> bool {
    extensions.and_then(|extensions| extensions.get("cost")) == Some(&Value::Bool(true))
}

/// … or by a header (`GraphQL-Cost: 1`).
fn is_told_cost(request: &Request) -> bool {
    request.headers().get("graphql-cost").is_some_and(|value| value == "1")
}

fn bad(message: impl Into<Cow<'static, str>>) -> Refusal {
    Refusal::new(Code::BadRequest, message)
}

fn too_large(limits: &Limits) -> Refusal {
    Refusal::new(Code::PayloadTooLarge, format!("The body is larger than {} bytes.", limits.body_bytes))
}
