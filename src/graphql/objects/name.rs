//! Names in time.

use async_graphql::{ID, Object};
use network::facts::{Language, NameKind};
use network::period::Tense;
use network::source::Confidence;

use super::Name;
use super::citation::Citation;
use crate::graphql::codes::Code;
use crate::graphql::global_id;
use crate::graphql::scalars::PartialDate;

/// One name of an organisation, a body or a programme line, for a period (naam).
#[Object(serial)]
impl Name {
    /// Opaque id, the same in every view: corrections name it.
    pub(super) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// The name.
    async fn name(&self) -> &str {
        &self.row().name
    }

    /// In which language.
    async fn language(&self) -> Code<Language> {
        Code(self.row().language)
    }

    /// Official, short, abbreviation or alias.
    async fn kind(&self) -> Code<NameKind> {
        Code(self.row().kind)
    }

    /// Since when; null: always.
    async fn since(&self) -> Option<PartialDate> {
        self.row().since.map(PartialDate)
    }

    /// Until when; null: it is in use.
    async fn until(&self) -> Option<PartialDate> {
        self.row().until.map(PartialDate)
    }

    /// Whether it is no longer in use on the day of the view.
    async fn ended(&self) -> bool {
        self.network().names.span(self.ix).tense(self.view.valid_at()) == Tense::Ended
    }

    /// How sure.
    async fn confidence(&self) -> Code<Confidence> {
        Code(self.row().confidence)
    }

    /// Who may see it.
    async fn audience(&self) -> Code<network::audience::Audience> {
        Code(self.row().audience)
    }

    /// A remark; null when there is none.
    async fn note(&self) -> Option<&str> {
        self.row().note.as_deref()
    }

    /// On whose word.
    async fn sources(&self) -> Vec<Citation<'_>> {
        self.citations()
    }
}
