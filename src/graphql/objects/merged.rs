//! Organisations that turned out to be another one.

use async_graphql::{ID, Object};

use super::MergedOrganisation;
use super::citation::Citation;
use crate::graphql::global_id;

/// An organisation that turned out to be another one, which answers to its id and key (samengevoegd).
#[Object(serial)]
impl MergedOrganisation {
    /// The opaque id that it had as an organisation.
    async fn id(&self) -> ID {
        global_id::of_organisation(self.row().id)
    }

    /// The key that it had in addresses.
    async fn slug(&self) -> &str {
        &self.row().slug
    }

    /// On whose word the two are one.
    async fn sources(&self) -> Vec<Citation<'_>> {
        self.citations()
    }
}
