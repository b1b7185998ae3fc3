//! Files to take along: `GET /export/network.graphml?validAt=2026-03-14`.

use std::sync::Arc;

use network::facts::Language;
use poem::{
    Body, Endpoint, Request, Response, Result,
    http::{
        HeaderValue, Method, StatusCode,
        header::{AUTHORIZATION, CACHE_CONTROL, CONTENT_DISPOSITION, ETAG, IF_NONE_MATCH, VARY},
    },
};
use sha2::{Digest, Sha256};
use url::form_urlencoded;

use super::{compress, plain, stream, who};
use crate::export::{self, ArgumentError, Asked, Days, Format, WriteError};
use crate::graphql::{
    error::{ApiError, Code},
    executor::Api,
    export::{Export, Exports, Wanted},
    viewer::Gate,
};

/// Answers with files of what the viewer sees.
pub(super) struct Files {
    pub(super) api: Arc<Api>,
    pub(super) gate: Arc<dyn Gate>,
}

impl Endpoint for Files {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let language = who::language(request.headers());
        let Some(format) = request.raw_path_param("file").and_then(Format::of_file) else {
            return Ok(unknown(language));
        };
        Ok(self.answer(format, &request).await.unwrap_or_else(|error| plain::failed(&error, language)))
    }
}

impl Files {
    async fn answer(&self, format: Format, request: &Request) -> Result<Response, ApiError> {
        let arguments: Vec<_> = form_urlencoded::parse(request.uri().query().unwrap_or_default().as_bytes()).collect();
        let asked = Asked::parse(format, arguments.iter().map(|(name, text)| (&**name, &**text))).map_err(wrong)?;
        if let Some(revision) = who::min_revision(request.headers())? {
            self.api.reach(revision).await?;
        }
        let viewer = self.gate.admit(who::bearer(request.headers())?).await?;
        let exports = self.api.exports().ok_or_else(|| {
            ApiError::new(Code::Unavailable, "Deze server maakt geen bestanden.", "This server makes no files.")
        })?;
        let valid_at = if let Days::On(day) = asked.days { Some(day) } else { None };
        let wanted = Wanted { valid_at, known_at: asked.known_at, min_confidence: asked.min_confidence };
        let export = exports.of(&viewer, wanted).await?;

        let etag = etag(&asked, &export);
        let known = request.headers().get_all(IF_NONE_MATCH).iter().any(|tags| compress::names_etag(tags, &etag));
        let mut response = if known {
            Response::builder().status(StatusCode::NOT_MODIFIED).finish()
        } else {
            let body = if *request.method() == Method::HEAD {
                Body::empty()
            } else {
                self.body(exports, &export, &asked).await?
            };
            let name = format!("attachment; filename=\"{}\"", format.file_name());
            Response::builder().content_type(format.media_type()).header(CONTENT_DISPOSITION, name).body(body)
        };
        let headers = response.headers_mut();
        let cache = match request.headers().contains_key(AUTHORIZATION) {
            _ if export.is_confidential() => "private, no-store",
            true => "private, max-age=0, must-revalidate",
            false => "public, max-age=0, must-revalidate",
        };
        headers.insert(CACHE_CONTROL, HeaderValue::from_static(cache));
        headers.insert(VARY, HeaderValue::from_static("authorization"));
        if let Ok(etag) = HeaderValue::try_from(etag) {
            headers.insert(ETAG, etag);
        }
        Ok(response)
    }

    /// The file, as it is written. What it shows of the desk is kept before.
    async fn body(&self, exports: &Exports, export: &Export, asked: &Asked) -> Result<Body, ApiError> {
        let place = exports.place(export)?;
        if export.is_of_desk() {
            let (view, wanted) = (Arc::clone(&export.view), asked.clone());
            let shown = tokio::task::spawn_blocking(move || export::shown(&view, &wanted)).await;
            let shown = shown.map_err(|stopped| ApiError::internal("look what a file shows", stopped))?;
            self.api.shows_in_file(export, asked.format.file_name(), shown.map_err(unfit)?).await?;
        }
        let (view, wanted) = (Arc::clone(&export.view), asked.clone());
        let written = stream::body(move |out| {
            // Held until all of it is sent.
            let _place = place;
            export::write(&view, &wanted, out)
        });
        written.await.map_err(unfit)
    }
}

/// A strong validator: the file is a function of what is hashed here.
fn etag(asked: &Asked, export: &Export) -> String {
    let (key, day) = (export.view.key(), export.view.valid_at());
    let hash = Sha256::digest(format!("{} {asked:?} {key:?} {day}", env!("CARGO_PKG_VERSION")));
    hash.iter().take(12).fold(String::from("\""), |etag, byte| format!("{etag}{byte:02x}")) + "\""
}

fn wrong(error: ArgumentError) -> ApiError {
    ApiError::bad_user_input(error.nl, error.en)
}

fn unfit(error: WriteError) -> ApiError {
    match error {
        WriteError::Unfit { nl, en } => ApiError::bad_user_input(nl, en),
        error => ApiError::internal("write a file", error),
    }
}

/// Says which files there are.
fn unknown(language: Language) -> Response {
    let files: Vec<&str> = Format::ALL.into_iter().map(Format::file_name).collect();
    let files = files.join(", ");
    let text = match language {
        Language::Nl => format!("404: dit bestand is er niet; er zijn {files}.\n"),
        Language::En => format!("404: there is no such file; there are {files}.\n"),
    };
    Response::builder().status(StatusCode::NOT_FOUND).content_type("text/plain; charset=utf-8").body(text)
}
