//! Decisions of bodies.

use async_graphql::{Context, ID, Object};
use chrono::NaiveDate;
use network::facts::{DecisionOutcome, Language};
use network::id::FactId;
use network::source::Confidence;

use super::citation::Citation;
use super::{Agreement, Body, Decision, Initiative, ProgrammeLine, day_then_id};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::page::{Order, connection, list};
use crate::graphql::scalars::PartialDate;

connection! {
    /// A page of decisions.
    DecisionConnection, DecisionEdge of Decision
}

impl Decision {
    /// In the order of their dates.
    pub(in crate::graphql) const IN_TIME: Order<Self> = Order {
        name: "time",
        key: |node| day_then_id(node.row().date.earliest().unwrap_or(NaiveDate::MIN), node.row().id.uuid()),
    };
}

/// What a body adopted, endorsed or advised. It is in every view; for a status it counts from its date on (besluit).
#[Object(serial)]
impl Decision {
    /// Opaque id, the same in every view.
    pub(super) async fn id(&self) -> ID {
        self.global_id()
    }

    /// What was decided; Dutch unless another language is asked for.
    async fn title(
        &self,
        #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>,
    ) -> &str {
        let row = self.row();
        super::in_language(lang, &row.title_nl, row.title_en.as_deref())
    }

    /// Adopted, endorsed or advised.
    async fn outcome(&self) -> Code<DecisionOutcome> {
        Code(self.row().outcome)
    }

    /// Which body; null only when it is not in the view.
    async fn body(&self) -> Option<Body> {
        let ix = self.network().bodies.by_id(self.row().body)?;
        self.view.sees(ix).map(|_| Body::new(&self.view, ix))
    }

    /// The agreement it is about; null: none.
    async fn agreement(&self) -> Option<Agreement> {
        let ix = self.network().agreements.by_id(self.row().agreement?)?;
        self.view.sees(ix).map(|_| Agreement::new(&self.view, ix))
    }

    /// The initiative it is about; null: none.
    async fn initiative(&self) -> Option<Initiative> {
        let ix = self.network().initiatives.by_id(self.row().initiative?)?;
        self.view.sees(ix).map(|_| Initiative::new(&self.view, ix))
    }

    /// The programme line it is about; null: none.
    async fn programme_line(&self) -> Option<ProgrammeLine> {
        let ix = self.network().programme_lines.by_id(self.row().programme_line?)?;
        self.view.sees(ix).map(|_| ProgrammeLine::new(&self.view, ix))
    }

    /// The adopted decision within which it was taken; null: none is known.
    async fn parent(&self) -> Option<Decision> {
        let ix = self.network().decisions.by_id(self.row().parent?)?;
        self.view.sees(ix).map(|_| Self::new(&self.view, ix))
    }

    /// Decisions taken within it.
    async fn children(&self, ctx: &Context<'_>) -> Result<Vec<Decision>, ApiError> {
        let id = self.row().id;
        let rows =
            self.network().decisions.iter().filter(|(ix, row)| row.parent == Some(id) && self.view.sees(*ix).is_some());
        list(ctx, rows.map(|(ix, _)| Self::new(&self.view, ix)))
    }

    /// When, as written.
    async fn date(&self) -> PartialDate {
        PartialDate(self.row().date)
    }

    /// How many separate decisions it stands for when it is collective: 22 councils and 4 states are 26. Null: for itself.
    async fn expected(&self) -> Option<u32> {
        self.row().expected
    }

    /// The period for which it was decided; null: not limited.
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
