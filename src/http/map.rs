//! The map, as it lies in the binary: the page that shows the network to people.

use include_dir::{Dir, include_dir};

use poem::http::{HeaderValue, Uri};

use super::built::Built;
use crate::graphql::objects::server::SignIn;

static MAP: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/web/map/dist");

/// The addresses of its views, which are all one page.
const VIEWS: [&str; 10] = [
    "/",
    "/line/:slug",
    "/organisation/:slug",
    "/programme",
    "/governance",
    "/involvement",
    "/what-if",
    "/desk",
    "/edit",
    // Where a provider of OpenID Connect sends people back to.
    "/signed-in",
];

/// Where its page is: each view, also by its address with a slash behind it, as people type and programs append. It is answered there
/// and not elsewhere, as a redirect to what a path names can be made to lead away from here.
pub(super) fn addresses() -> impl Iterator<Item = String> {
    let slashed = VIEWS.iter().filter(|view| **view != "/").map(|view| format!("{view}/"));
    VIEWS.iter().map(ToString::to_string).chain(slashed)
}

/// What its views ask besides their page.
pub(super) const FILES: &str = "/assets/*path";

/// Its page and files.
pub(super) fn map(sign_in: Option<&SignIn>) -> Built {
    Built::new(&MAP, "/", policy(sign_in))
}

/// Nothing but our own files, and nothing inline. Where people sign in at a provider, the page asks it for their token.
fn policy(sign_in: Option<&SignIn>) -> HeaderValue {
    let issuer = sign_in.and_then(|sign_in| sign_in.issuer.parse::<Uri>().ok()).map(Uri::into_parts);
    let origin = issuer.and_then(|issuer| issuer.scheme.zip(issuer.authority));
    let provider = origin.map(|(scheme, authority)| format!(" {scheme}://{authority}")).unwrap_or_default();
    let policy = format!(
        "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'{provider}; style-src 'self'; \
         img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    );
    // An origin holds no byte that a header may not; if it did, the page would rather stay closed.
    policy.try_into().unwrap_or(HeaderValue::from_static("default-src 'none'"))
}

/// What it asks the API, so that it is trusted.
pub(super) fn documents() -> impl Iterator<Item = String> {
    let folder = MAP.get_dir("documents").into_iter();
    folder.flat_map(Dir::files).filter_map(|file| file.contents_utf8()).map(ToOwned::to_owned)
}
