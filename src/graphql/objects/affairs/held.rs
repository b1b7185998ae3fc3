//! What every record of the desk tells of itself.

use std::sync::Arc;

use async_graphql::Object;
use network::audience::Audience;
use network::facts::Fact;
use network::id::OrganisationId;
use network::source::Confidence;
use network::view::View;

use crate::graphql::codes::Code;
use crate::graphql::objects::Organisation;
use crate::graphql::objects::citation::Citation;

/// Who holds a record, who may see it, and on whose word it stands. Its fields are those of each record.
pub struct Held<'a> {
    view: &'a Arc<View>,
    holder: Option<OrganisationId>,
    audience: Audience,
    confidence: Confidence,
    note: Option<&'a str>,
    sources: Vec<Citation<'a>>,
}

impl<'a> Held<'a> {
    pub(super) fn new<T: Fact>(
        view: &'a Arc<View>,
        row: &T,
        note: Option<&'a str>,
        sources: Vec<Citation<'a>>,
    ) -> Self {
        let (holder, audience, confidence) = (row.holder(), row.audience(), row.confidence());
        Self { view, holder, audience, confidence, note, sources }
    }
}

/// What every record of the desk tells of itself.
#[Object(serial)]
impl Held<'_> {
    /// The partner that holds it; null: none, or none that the view has.
    async fn holder(&self) -> Option<Organisation> {
        Organisation::by_id(self.view, self.holder?)
    }

    /// Who may see it.
    async fn audience(&self) -> Code<Audience> {
        Code(self.audience)
    }

    /// How sure.
    async fn confidence(&self) -> Code<Confidence> {
        Code(self.confidence)
    }

    /// A remark; null: none.
    async fn note(&self) -> Option<&str> {
        self.note
    }

    /// On whose word.
    async fn sources(&self) -> &[Citation<'_>] {
        &self.sources
    }
}
