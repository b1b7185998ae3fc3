//! Pages that were built from `web/`, as they lie in the binary.

use std::{
    collections::HashMap,
    path::Path,
    sync::{Arc, OnceLock},
};

use include_dir::Dir;
use poem::{
    Endpoint, IntoResponse, Request, Response, Result,
    error::NotFoundError,
    http::{
        HeaderValue, StatusCode,
        header::{ACCEPT, ACCEPT_ENCODING},
    },
};

use super::page::Page;

const INDEX: &str = "index.html";

/// A folder of pages under one policy. It is read from the binary when somebody first asks for it: megabytes that a server without
/// curious people never takes into memory.
pub(super) struct Built {
    dir: &'static Dir<'static>,
    base: &'static str,
    policy: HeaderValue,
    pages: OnceLock<HashMap<String, Page>>,
}

impl Built {
    /// * `base`: the address below which it is served.
    pub(super) fn new(dir: &'static Dir<'static>, base: &'static str, policy: HeaderValue) -> Self {
        Self { dir, base, policy, pages: OnceLock::new() }
    }

    fn pages(&self) -> &HashMap<String, Page> {
        self.pages.get_or_init(|| {
            let mut pages = HashMap::new();
            collect(self.dir, &self.policy, &mut pages);
            pages
        })
    }

    async fn answer(&self, path: &str, request: Request) -> Result<Response> {
        match self.pages().get(path) {
            Some(page) => page.call(request).await,
            None => Err(NotFoundError.into()),
        }
    }
}

impl Endpoint for Built {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let path =
            request.uri().path().strip_prefix(self.base).filter(|path| !path.is_empty()).unwrap_or(INDEX).to_owned();
        self.answer(&path, request).await
    }
}

/// Its page, whatever the address: what follows in it is for the page.
pub(super) struct Index(pub(super) Arc<Built>);

impl Endpoint for Index {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        self.0.answer(INDEX, request).await
    }
}

/// Leads people who come to an address where nothing is to a page; programs are told in words.
pub(super) struct Astray<E> {
    pub(super) routes: E,
    pub(super) page: Option<Arc<Built>>,
}

impl<E: Endpoint> Endpoint for Astray<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let accept = request.headers().get(ACCEPT).and_then(|accept| accept.to_str().ok());
        let page = self.page.as_ref().filter(|_| accept.is_some_and(|accept| accept.contains("text/html")));
        let mut again = Request::builder().method(request.method().clone()).finish();
        if let Some(codings) = request.headers().get(ACCEPT_ENCODING) {
            again.headers_mut().insert(ACCEPT_ENCODING, codings.clone());
        }
        match (self.routes.call(request).await, page) {
            (Err(error), Some(page)) if error.status() == StatusCode::NOT_FOUND => {
                let mut response = page.answer(INDEX, again).await?;
                if response.status() == StatusCode::OK {
                    response.set_status(StatusCode::NOT_FOUND);
                }
                Ok(response)
            }
            (answered, _) => answered.map(IntoResponse::into_response),
        }
    }
}

fn collect(dir: &'static Dir<'static>, policy: &HeaderValue, pages: &mut HashMap<String, Page>) {
    for file in dir.files() {
        let content_type = content_type(file.path());
        let mut page = Page::new(file.contents(), content_type);
        page = if content_type.starts_with("text/html") { page.policy(policy.clone()) } else { page.for_ever() };
        // A worker takes the policy of its own response.
        if content_type.starts_with("text/javascript") {
            page = page.policy(policy.clone());
        }
        pages.insert(file.path().to_string_lossy().replace('\\', "/"), page);
    }
    dir.dirs().for_each(|dir| collect(dir, policy, pages));
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("ttf") => "font/ttf",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}
