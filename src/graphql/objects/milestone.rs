//! Dated moments: milestones and meetings.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::NaiveDate;
use network::date::PartialDate as Written;
use network::facts::{self, Language, MilestoneKind};
use network::id::FactId;
use network::source::Confidence;
use network::table::Ix;
use network::view::View;

use super::citation::Citation;
use super::{Agreement, Body, Meeting, Milestone, Organisation, day_then_id};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::page::{Order, PageArgs, connection, list};
use crate::graphql::scalars::{Date, PartialDate};

connection! {
    /// A page of milestones.
    MilestoneConnection, MilestoneEdge of Milestone
}

connection! {
    /// A page of meetings.
    MeetingConnection, MeetingEdge of Meeting
}

/// Whether a date may lie in the days from and until, both included and each perhaps open.
fn within(date: Written, from: Option<Date>, until: Option<Date>) -> bool {
    date.latest().is_none_or(|latest| from.is_none_or(|from| latest >= from.0))
        && date.earliest().is_none_or(|earliest| until.is_none_or(|until| earliest <= until.0))
}

fn start(date: Written) -> NaiveDate {
    date.earliest().unwrap_or(NaiveDate::MIN)
}

impl Milestone {
    const IN_TIME: Order<Self> =
        Order { name: "time", key: |node| day_then_id(start(node.row().date), node.row().id.uuid()) };

    /// The milestones that may lie in these days, in the order of their dates.
    pub(in crate::graphql) fn page(
        ctx: &Context<'_>,
        view: &Arc<View>,
        from: Option<Date>,
        until: Option<Date>,
        page: PageArgs,
    ) -> Result<MilestoneConnection, ApiError> {
        let rows = view.network().milestones.iter();
        let rows = rows.filter(|(ix, row)| view.sees(*ix).is_some() && within(row.date, from, until));
        let mut rows: Vec<_> = rows.map(|(ix, _)| ix).collect();
        let make = |ix: &_| Self::new(view, *ix);
        rows.sort_by_cached_key(|ix| Self::IN_TIME.key_of(&make(ix)));
        Ok(MilestoneConnection(page.over(ctx, &rows, make, Self::IN_TIME)?))
    }
}

/// A dated moment or period of the time line. It is in every view, past or to come (mijlpaal).
#[Object(serial)]
impl Milestone {
    /// Opaque id, the same in every view.
    pub(super) async fn id(&self) -> ID {
        self.global_id()
    }

    /// Key in addresses.
    async fn slug(&self) -> &str {
        &self.row().slug
    }

    /// What happens, in words; Dutch unless another language is asked for.
    async fn text(&self, #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>) -> &str {
        let row = self.row();
        super::in_language(lang, &row.text_nl, row.text_en.as_deref())
    }

    /// A moment, a period, a meeting or a deadline.
    async fn kind(&self) -> Code<MilestoneKind> {
        Code(self.row().kind)
    }

    /// When, as written; approximate dates stay approximate (rule R15).
    async fn date(&self) -> PartialDate {
        PartialDate(self.row().date)
    }

    /// Whether the date is approximate.
    async fn approximate(&self) -> bool {
        self.row().date.is_approximate()
    }

    /// The first day it may be; null: open.
    async fn earliest(&self) -> Option<Date> {
        self.row().date.earliest().map(Date)
    }

    /// The last day it may be; null: open.
    async fn latest(&self) -> Option<Date> {
        self.row().date.latest().map(Date)
    }

    /// Whether the source gives day and month only, and the year follows from the context.
    async fn year_inferred(&self) -> bool {
        self.row().year_inferred
    }

    /// Agreements on whose time line it stands.
    async fn agreements(&self, ctx: &Context<'_>) -> Result<Vec<Agreement>, ApiError> {
        let network = self.network();
        let rows = self.row().agreements.iter().filter_map(|id| network.agreements.by_id(*id));
        list(ctx, rows.filter(|ix| self.view.sees(*ix).is_some()).map(|ix| Agreement::new(&self.view, ix)))
    }

    /// The body that acts; null: none is named.
    async fn body(&self) -> Option<Body> {
        let ix = self.network().bodies.by_id(self.row().body?)?;
        self.view.sees(ix).map(|_| Body::new(&self.view, ix))
    }

    /// The organisation that acts; null: none is named.
    async fn organisation(&self) -> Option<Organisation> {
        Organisation::by_id(&self.view, self.row().organisation?)
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

impl Meeting {
    const IN_TIME: Order<Self> =
        Order { name: "time", key: |node| day_then_id(start(node.row().date), node.row().id.uuid()) };

    /// Those of these meetings that may lie in these days, in the order of their dates.
    pub(in crate::graphql) fn page(
        ctx: &Context<'_>,
        view: &Arc<View>,
        rows: impl Iterator<Item = Ix<facts::Meeting>>,
        from: Option<Date>,
        until: Option<Date>,
        page: PageArgs,
    ) -> Result<MeetingConnection, ApiError> {
        let table = &view.network().meetings;
        let mut rows: Vec<_> =
            rows.filter(|ix| view.sees(*ix).is_some() && within(table.get(*ix).date, from, until)).collect();
        let make = |ix: &_| Self::new(view, *ix);
        rows.sort_by_cached_key(|ix| Self::IN_TIME.key_of(&make(ix)));
        Ok(MeetingConnection(page.over(ctx, &rows, make, Self::IN_TIME)?))
    }
}

/// A meeting of a body. It is in every view, past or to come (vergadering).
#[Object(serial)]
impl Meeting {
    /// Opaque id, the same in every view.
    pub(super) async fn id(&self) -> ID {
        self.global_id()
    }

    /// Of which body; null only when it is not in the view.
    async fn body(&self) -> Option<Body> {
        let ix = self.network().bodies.by_id(self.row().body)?;
        self.view.sees(ix).map(|_| Body::new(&self.view, ix))
    }

    /// What it is called; null: nothing in particular.
    async fn name(
        &self,
        #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>,
    ) -> Option<&str> {
        let row = self.row();
        row.name_nl.as_deref().map(|dutch| super::in_language(lang, dutch, row.name_en.as_deref()))
    }

    /// When, as written.
    async fn date(&self) -> PartialDate {
        PartialDate(self.row().date)
    }

    /// Whether the date is approximate.
    async fn approximate(&self) -> bool {
        self.row().date.is_approximate()
    }

    /// When its papers were sent (rule R09); null: not known.
    async fn papers_sent(&self) -> Option<PartialDate> {
        self.row().papers_sent.map(PartialDate)
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
