//! The map, as it lies in the binary: the page that shows the network to people.

use include_dir::{Dir, include_dir};

use super::built::Built;

static MAP: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/web/map/dist");

/// Nothing but our own files, and nothing inline.
const POLICY: &str = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'; \
    img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The addresses of its views, which are all one page.
pub(super) const VIEWS: [&str; 3] = ["/", "/line/:slug", "/organisation/:slug"];

/// What its views ask besides their page.
pub(super) const FILES: &str = "/assets/*path";

/// Its page and files.
pub(super) fn map() -> Built {
    Built::new(&MAP, "/", POLICY)
}

/// What it asks the API, so that it is trusted.
pub(super) fn documents() -> impl Iterator<Item = String> {
    let folder = MAP.get_dir("documents").into_iter();
    folder.flat_map(Dir::files).filter_map(|file| file.contents_utf8()).map(ToOwned::to_owned)
}
