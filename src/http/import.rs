//! Datasets that are sent to be taken in: `POST /import?dryRun=true`.

use std::sync::Arc;
use std::time::Duration;

use network::facts::Language;
use poem::{
    Body, Endpoint, Request, Response, Result,
    error::ReadBodyError,
    http::{
        HeaderMap, Method, StatusCode,
        header::{ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE},
    },
};
use tokio::time::timeout;
use url::form_urlencoded;

use super::{plain, who};
use crate::exchange::Kind;
use crate::graphql::{
    error::{ApiError, Code},
    executor::Api,
    guard::Limits,
    import::{Report, Wanted},
    viewer::Gate,
};

/// Media types of what holds a dataset. None of them may be sent by a page of another origin without asking first.
const MEDIA: [(&str, Kind); 4] = [
    ("application/zip", Kind::Zip),
    ("application/x-zip-compressed", Kind::Zip),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Kind::Workbook),
    ("application/json", Kind::Json),
];

/// Takes in datasets of who may change facts.
pub(super) struct Imports {
    pub(super) api: Arc<Api>,
    pub(super) gate: Arc<dyn Gate>,
}

impl Endpoint for Imports {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let language = who::language(request.headers());
        if *request.method() != Method::POST {
            let refused = Response::builder().status(StatusCode::METHOD_NOT_ALLOWED).header(ALLOW, "POST");
            let text = "405: send a dataset by POST: a zip of CSV files, a workbook (XLSX) or JSON.\n";
            return Ok(refused.content_type("text/plain; charset=utf-8").body(text));
        }
        Ok(match self.answer(request, language).await {
            Ok(report) => respond(&report),
            Err(error) => plain::failed(&error, language),
        })
    }
}

impl Imports {
    async fn answer(&self, mut request: Request, language: Language) -> Result<Report, ApiError> {
        let wanted = wanted(&request)?;
        let viewer = self.gate.admit(who::bearer(request.headers())?).await?;
        let imports = self.api.imports().ok_or_else(|| {
            ApiError::new(Code::Unavailable, "Deze server leest geen datasets in.", "This server imports no datasets.")
        })?;
        let limits = self.api.limits();
        // Whoever may send none, and what is none, is told so before anything is read.
        let door = imports.door(&viewer).await?;
        let kind = kind(request.headers(), limits)?;
        let bytes = read(request.take_body(), limits).await?;
        if Kind::of(&bytes) != Some(kind) {
            return Err(unsupported());
        }
        let report = imports.import(&viewer, bytes, wanted, language).await;
        drop(door);
        report
    }
}

/// What the address and the head say of how it is taken in.
fn wanted(request: &Request) -> Result<Wanted, ApiError> {
    let mut wanted = Wanted::default();
    let mut given: Vec<String> = Vec::new();
    for (name, text) in form_urlencoded::parse(request.uri().query().unwrap_or_default().as_bytes()) {
        let wrong = |nl: &str, en: &str| ApiError::bad_user_input(format!("{name}: {nl}"), format!("{name}: {en}"));
        if given.contains(&name.to_string()) {
            return Err(wrong("is twee keer gegeven", "is given twice"));
        }
        match (&*name, &*text) {
            ("dryRun", "true" | "false") => wanted.is_trial = text == "true",
            ("dryRun", _) => return Err(wrong("geef true of false", "give true or false")),
            ("mode", "merge" | "replace") => wanted.replaces = text == "replace",
            ("mode", _) => return Err(wrong("geef merge of replace", "give merge or replace")),
            ("reason", _) => wanted.reason = Some(text.to_string()),
            ("ifRevision", number) => {
                let number = number.parse::<i64>().ok().filter(|number| *number >= 0);
                wanted.if_revision = Some(number.ok_or_else(|| wrong("geef een revisie", "give a revision"))?);
            }
            _ => {
                let (nl, en) =
                    ("er zijn dryRun, mode, reason en ifRevision", "there are dryRun, mode, reason and ifRevision");
                return Err(ApiError::bad_user_input(
                    format!("dit argument is onbekend: {nl}"),
                    format!("this argument is unknown: {en}"),
                ));
            }
        }
        given.push(name.into_owned());
    }
    let key = request.headers().get("idempotency-key").map(|value| value.to_str().unwrap_or_default().to_owned());
    Ok(Wanted { idempotency_key: key, ..wanted })
}

/// What the head says that it is, when that may be sent.
fn kind(headers: &HeaderMap, limits: &Limits) -> Result<Kind, ApiError> {
    let header = |name| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    if header(CONTENT_ENCODING).is_some_and(|coding| !coding.eq_ignore_ascii_case("identity")) {
        return Err(unsupported());
    }
    let media = header(CONTENT_TYPE).and_then(|media| media.split(';').next()).unwrap_or_default().trim();
    let known = MEDIA.iter().find(|(name, _)| media.eq_ignore_ascii_case(name));
    let declared = header(CONTENT_LENGTH).and_then(|length| length.parse::<usize>().ok());
    if declared.is_some_and(|length| length > limits.import_bytes) {
        return Err(too_large(limits));
    }
    known.map(|(_, kind)| *kind).ok_or_else(unsupported)
}

async fn read(body: Body, limits: &Limits) -> Result<Vec<u8>, ApiError> {
    match timeout(Duration::from_secs(limits.import_secs), body.into_bytes_limit(limits.import_bytes)).await {
        Ok(Ok(bytes)) => Ok(bytes.into()),
        Ok(Err(ReadBodyError::PayloadTooLarge)) => Err(too_large(limits)),
        Ok(Err(_)) => Err(ApiError::new(Code::BadRequest, "De dataset brak af.", "The dataset broke off.")),
        Err(_) => {
            let secs = limits.import_secs;
            Err(ApiError::new(
                Code::RequestTimeout,
                format!("De dataset kwam niet binnen {secs} s aan."),
                format!("The dataset did not arrive within {secs} s."),
            ))
        }
    }
}

fn unsupported() -> ApiError {
    ApiError::new(
        Code::UnsupportedMediaType,
        "Stuur een zip met CSV-bestanden (application/zip), een werkmap (XLSX) of JSON (application/json), met het Content-Type daarvan en niet gecomprimeerd.",
        "Send a zip of CSV files (application/zip), a workbook (XLSX) or JSON (application/json), with its Content-Type and not compressed.",
    )
}

fn too_large(limits: &Limits) -> ApiError {
    let mib = limits.import_bytes >> 20;
    ApiError::new(
        Code::PayloadTooLarge,
        format!("De dataset is groter dan {mib} MiB."),
        format!("The dataset is larger than {mib} MiB."),
    )
}

fn respond(report: &Report) -> Response {
    let status = match report {
        Report { is_conflict: true, .. } => StatusCode::CONFLICT,
        Report { problem_count: 0, .. } => StatusCode::OK,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    // Numbers and texts can always be written.
    let body = serde_json::to_vec(report).unwrap_or_default();
    let response = Response::builder().status(status).header(CACHE_CONTROL, "no-store");
    response.content_type("application/json; charset=utf-8").body(body)
}
