//! The page for who builds on this server, and the icon.

use poem::http::HeaderValue;

use super::{page::Page, settings::Settings};

/// A page without scripts.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
);

/// The page at `/about`, with the address of the server in its example, and without a link to GraphiQL where that is not served.
pub(super) fn about(settings: &Settings) -> Page {
    let html = include_str!("pages/about.html")
        .replace("{{repository}}", env!("CARGO_PKG_REPOSITORY"))
        .replace("{{listen}}", &settings.listen.to_string());
    let html = match html.split_once("{{graphiql}}").zip(html.split_once("{{/graphiql}}")) {
        Some(((before, _), (_, after))) if !settings.serves_graphiql() => format!("{}{}", before.trim_end(), after),
        _ => html.replace("{{graphiql}}", "").replace("{{/graphiql}}", ""),
    };
    Page::new(html, "text/html; charset=utf-8").policy(POLICY)
}

/// How the page at `/about` looks.
pub(super) fn style() -> Page {
    Page::new(include_str!("pages/about.css"), "text/css; charset=utf-8")
}

/// Three circles that touch.
pub(super) fn icon() -> Page {
    Page::new(include_str!("pages/icon.svg"), "image/svg+xml")
}
