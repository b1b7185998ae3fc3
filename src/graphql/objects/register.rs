//! What registers and websites tell of an organisation: numbers, contact details, figures.

use async_graphql::{ID, Object};
use network::facts::ContactKind;
use network::source::Confidence;

use super::citation::Citation;
use super::{Contact, Identifier, MunicipalityStatistics};
use crate::graphql::codes::Code;
use crate::graphql::global_id;
use crate::graphql::scalars::{Date, Decimal};

/// A register number: by these, and only by these, two organisations are the same (rule R16).
#[Object(serial)]
impl Identifier {
    /// Opaque id, the same in every view: corrections name it.
    pub(super) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// The register: TOOI, CBS, OIN, RSIN, KVK, WIKIDATA, ISO_3166_2.
    async fn scheme(&self) -> &str {
        &self.row().scheme
    }

    /// The number or code.
    async fn value(&self) -> &str {
        &self.row().value
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

/// A public contact detail.
#[Object(serial)]
impl Contact {
    /// Opaque id, the same in every view: corrections name it.
    pub(super) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// Website, e-mail, …
    async fn kind(&self) -> Code<ContactKind> {
        Code(self.row().kind)
    }

    /// Address or number.
    async fn value(&self) -> &str {
        &self.row().value
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

/// Figures of a municipality, as a register gives them.
#[Object(serial)]
impl MunicipalityStatistics {
    /// Opaque id, the same in every view: corrections name it.
    pub(super) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// The day on which they were counted; null when the source does not say.
    async fn counted_on(&self) -> Option<Date> {
        self.row().counted_on.map(Date)
    }

    /// Number of inhabitants; null when unknown.
    async fn inhabitants(&self) -> Option<u32> {
        self.row().inhabitants
    }

    /// Area in square kilometres; null when unknown.
    async fn area_km2(&self) -> Option<Decimal> {
        self.row().area_km2.map(Decimal)
    }

    /// Seats of the municipal council; null when unknown.
    async fn council_seats(&self) -> Option<u32> {
        self.row().council_seats
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
