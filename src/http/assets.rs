//! GraphiQL and the landing page, as they lie in the binary.

use std::{collections::HashMap, path::Path, sync::OnceLock};

use include_dir::{Dir, include_dir};
use poem::{Endpoint, Request, Response, Result, error::NotFoundError};

use super::{page::Page, settings::Settings};

static GRAPHIQL: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/web/graphiql/dist");
static EXAMPLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/web/graphiql/examples");

/// Scripts and workers from here only. Monaco writes styles while it runs, which no hash or nonce can foresee.
const GRAPHIQL_POLICY: &str = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; \
    style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'";

/// A page without scripts.
const LANDING_POLICY: &str =
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The queries that GraphiQL shows at a first visit; its line with variables is left out, as there.
pub(super) fn examples() -> impl Iterator<Item = String> {
    let texts = EXAMPLES.files().filter_map(|file| file.contents_utf8());
    texts.map(|text| text.split_inclusive('\n').filter(|line| !line.starts_with("# Variables: ")).collect())
}

/// The page at `/`, with the address of the server in its example, and without a link to GraphiQL where that is not served.
pub(super) fn landing(settings: &Settings) -> Page {
    let html = include_str!("pages/landing.html")
        .replace("{{repository}}", env!("CARGO_PKG_REPOSITORY"))
        .replace("{{listen}}", &settings.listen.to_string());
    let html = match html.split_once("{{graphiql}}").zip(html.split_once("{{/graphiql}}")) {
        Some(((before, _), (_, after))) if !settings.serves_graphiql() => format!("{}{}", before.trim_end(), after),
        _ => html.replace("{{graphiql}}", "").replace("{{/graphiql}}", ""),
    };
    Page::new(html, "text/html; charset=utf-8").policy(LANDING_POLICY)
}

/// How the page at `/` looks.
pub(super) fn landing_style() -> Page {
    Page::new(include_str!("pages/landing.css"), "text/css; charset=utf-8")
}

/// Three circles that touch.
pub(super) fn icon() -> Page {
    Page::new(include_str!("pages/icon.svg"), "image/svg+xml")
}

/// Everything below `/graphiql`. The build is read from the binary when somebody first asks for it: seven megabytes that
/// a server without curious people never takes into memory.
#[derive(Default)]
pub(super) struct GraphiQl {
    pages: OnceLock<HashMap<String, Page>>,
}

impl GraphiQl {
    fn pages(&self) -> &HashMap<String, Page> {
        self.pages.get_or_init(|| {
            let mut pages = HashMap::new();
            collect(&GRAPHIQL, &mut pages);
            pages
        })
    }
}

impl Endpoint for GraphiQl {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let path = request.path_params::<String>().unwrap_or_default();
        let path = if path.is_empty() { "index.html" } else { &*path };
        match self.pages().get(path) {
            Some(page) => page.call(request).await,
            None => Err(NotFoundError.into()),
        }
    }
}

fn collect(dir: &'static Dir<'static>, pages: &mut HashMap<String, Page>) {
    for file in dir.files() {
        let content_type = content_type(file.path());
        let mut page = Page::new(file.contents(), content_type);
        page = if content_type.starts_with("text/html") { page.policy(GRAPHIQL_POLICY) } else { page.for_ever() };
        // A worker takes the policy of its own response.
        if content_type.starts_with("text/javascript") {
            page = page.policy(GRAPHIQL_POLICY);
        }
        pages.insert(file.path().to_string_lossy().replace('\\', "/"), page);
    }
    dir.dirs().for_each(|dir| collect(dir, pages));
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
