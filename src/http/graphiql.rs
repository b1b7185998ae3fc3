//! GraphiQL, as it lies in the binary.

use include_dir::{Dir, include_dir};

use poem::http::HeaderValue;

use super::built::Built;

static GRAPHIQL: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/web/graphiql/dist");
static EXAMPLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/web/graphiql/examples");

/// Scripts and workers from here only. Monaco writes styles while it runs, which no hash or nonce can foresee.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; \
    style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'",
);

/// Everything below `/graphiql`.
pub(super) fn graphiql() -> Built {
    Built::new(&GRAPHIQL, "/graphiql/", POLICY)
}

/// The queries that GraphiQL shows at a first visit; its line with variables is left out, as there.
pub(super) fn examples() -> impl Iterator<Item = String> {
    let texts = EXAMPLES.files().filter_map(|file| file.contents_utf8());
    texts.map(|text| text.split_inclusive('\n').filter(|line| !line.starts_with("# Variables: ")).collect())
}
