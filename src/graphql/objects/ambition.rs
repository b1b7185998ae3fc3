//! What initiatives aim at.

use async_graphql::{Context, ID, Object};
use network::facts::{AmbitionLevel, Direction, Language};
use network::source::Confidence;

use super::citation::Citation;
use super::{Ambition, Measure};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::global_id;
use crate::graphql::page::list;
use crate::graphql::scalars::{Decimal, PartialDate};

/// What an initiative aims at on a level of funding (ambitie).
#[Object(serial)]
impl Ambition {
    /// Opaque id, the same in every view: corrections name it.
    pub(super) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// Key of the ambition.
    async fn key(&self) -> &str {
        &self.row().key
    }

    /// On which level of funding.
    async fn level(&self) -> Code<AmbitionLevel> {
        Code(self.row().level)
    }

    /// Row of the source's table: ambitions of one row belong together; null: not in a table.
    async fn row_number(&self) -> Option<u32> {
        self.row().row
    }

    /// What the row is about; null: not stated.
    async fn topic(&self) -> Option<&str> {
        self.row().topic.as_deref()
    }

    /// The ambition in words; Dutch unless another language is asked for.
    async fn text(&self, #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>) -> &str {
        let row = self.row();
        super::in_language(lang, &row.text_nl, row.text_en.as_deref())
    }

    /// Numbers by which it is measured.
    async fn measures(&self, ctx: &Context<'_>) -> Result<Vec<Measure>, ApiError> {
        let network = self.network();
        let rows = self.view.current(&network.measures, network.belonging.measures_of.of(self.ix));
        let mut rows: Vec<_> = rows.collect();
        rows.sort_by(|(_, a), (_, b)| (a.reference, &a.key).cmp(&(b.reference, &b.key)));
        list(ctx, rows.into_iter().map(|(ix, _)| Measure::new(&self.view, ix)))
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

/// A number by which an ambition is measured (maatstaf).
#[Object(serial)]
impl Measure {
    /// Opaque id, the same in every view: corrections name it.
    pub(super) async fn id(&self) -> ID {
        global_id::of(self.row())
    }

    /// What is measured, in one word.
    async fn name(&self) -> &str {
        &self.row().name
    }

    /// Lower bound, or the value when it is one number; null: no number is stated.
    async fn minimum(&self) -> Option<Decimal> {
        self.row().minimum.map(Decimal)
    }

    /// Upper bound; null: as the lower one.
    async fn maximum(&self) -> Option<Decimal> {
        self.row().maximum.map(Decimal)
    }

    /// Unit: EUR, trajectory.
    async fn unit(&self) -> &str {
        &self.row().unit
    }

    /// Per what: month; null: once.
    async fn per(&self) -> Option<&str> {
        self.row().per.as_deref()
    }

    /// Whether the source says about.
    async fn approximate(&self) -> bool {
        self.row().approximate
    }

    /// Which way it should go, where no number is stated; null: a number is.
    async fn direction(&self) -> Option<Code<Direction>> {
        self.row().direction.map(Code)
    }

    /// Whether it is given to compare with, not aimed at.
    async fn reference(&self) -> bool {
        self.row().reference
    }

    /// The period that it is about; null: not stated.
    async fn period(&self) -> Option<PartialDate> {
        self.row().period.map(PartialDate)
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
