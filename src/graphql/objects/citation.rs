//! On whose word.

use crate::graphql::shown;
use async_graphql::Object;
use network::facts::Fact;
use network::network::Network;
use network::source;

use crate::graphql::scalars::Url;

/// One part of a source.
pub struct Citation<'a>(pub &'a source::Citation);

/// The citations of a fact.
pub(super) fn of<'a, T: Fact>(network: &'a Network, fact: &T) -> Vec<Citation<'a>> {
    shown::note_row(fact);
    network.citations(fact).iter().map(Citation).collect()
}

/// A document or page on whose word a fact stands (bron).
#[Object(serial)]
impl Citation<'_> {
    /// Title of the document, or the address of the page, or the words of the source.
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// Where in it, or for what it is cited; null: as a whole.
    async fn locator(&self) -> Option<&str> {
        self.0.locator.as_deref()
    }

    /// Web address; null when it is not on the web.
    async fn url(&self) -> Option<Url> {
        self.0.url.clone().map(Url)
    }
}
