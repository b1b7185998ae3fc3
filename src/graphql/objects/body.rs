//! Organs that meet.

use async_graphql::{Context, ID, Object, Union};
use network::coalition;
use network::facts::{Basis, BodyKind, BodyLevel, Language};
use network::links::Venue;
use network::period::Tense;
use network::source::Confidence;

use super::citation::Citation;
use super::helix::HelixBalance;
use super::milestone::MeetingConnection;
use super::seat::SeatConnection;
use super::{Body, Initiative, Meeting, Name, Organisation, ProgrammeLine, Relation, Seat, name_then_id};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::page::{Order, PageArgs, connection, list};
use crate::graphql::scalars::{Date, PartialDate};

connection! {
    /// A page of bodies.
    BodyConnection, BodyEdge of Body
}

/// What a body steers.
#[derive(Clone, Union)]
pub enum Steered {
    /// A programme line.
    ProgrammeLine(ProgrammeLine),
    /// An initiative.
    Initiative(Initiative),
}

impl Body {
    /// Dutch order of names.
    pub(in crate::graphql) const BY_NAME: Order<Self> = Order {
        name: "name",
        key: |node| {
            name_then_id(node.network().alphabets.bodies.key(node.ix), network::id::FactId::uuid(node.row().id))
        },
    };
}

/// An organ that meets: general board, steering group, portfolio holders' meeting, council (orgaan, overleg).
#[Object(serial)]
impl Body {
    /// Opaque id, the same in every view.
    pub(super) async fn id(&self) -> ID {
        self.global_id()
    }

    /// Key in addresses: `algemeen-bestuur`.
    async fn slug(&self) -> &str {
        &self.row().slug
    }

    /// Name; Dutch unless another language is asked for.
    async fn name(&self, #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>) -> &str {
        let row = self.row();
        super::in_language(lang, &row.name_nl, row.name_en.as_deref())
    }

    /// Other names in use, as in the meeting schedule.
    async fn other_names(&self, ctx: &Context<'_>) -> Result<Vec<Name>, ApiError> {
        let network = self.network();
        let rows = network.belonging.names_of_body.of(self.ix);
        list(ctx, rows.filter(|ix| self.view.fact(&network.names, *ix).is_some()).map(|ix| Name::new(&self.view, ix)))
    }

    /// What it is.
    async fn kind(&self) -> Code<BodyKind> {
        Code(self.row().kind)
    }

    /// Whether it is a democratic organ: only those take decisions (rule R01).
    async fn democratic(&self) -> bool {
        self.row().democratic
    }

    /// Why it is or is not democratic; null when no source says.
    async fn democratic_basis(&self) -> Option<&str> {
        self.row().democratic_basis.as_deref()
    }

    /// Political, official or mixed; null: unknown.
    async fn level(&self) -> Option<Code<BodyLevel>> {
        self.row().level.map(Code)
    }

    /// Whether it stands in the governance chart.
    async fn in_chart(&self) -> bool {
        self.row().in_chart
    }

    /// Whether it stands in the meeting schedule.
    async fn in_schedule(&self) -> bool {
        self.row().in_schedule
    }

    /// When it was set up, as written; null: not known, it counts as always.
    async fn since(&self) -> Option<PartialDate> {
        self.row().since.map(PartialDate)
    }

    /// When it ended, as written; null: it exists.
    async fn until(&self) -> Option<PartialDate> {
        self.row().until.map(PartialDate)
    }

    /// Whether it has ended on the day of the view.
    async fn ended(&self) -> bool {
        self.view.sees(self.ix) == Some(Tense::Ended)
    }

    /// The body it reports to; null: none is known.
    async fn parent(&self) -> Option<Body> {
        let ix = self.network().bodies.by_id(self.row().parent?)?;
        self.view.sees(ix).map(|_| Self::new(&self.view, ix))
    }

    /// Whether a source states its place in the chart or we inferred it; null when nothing is said.
    async fn parent_basis(&self) -> Option<Code<Basis>> {
        self.row().parent_basis.map(Code)
    }

    /// Bodies that report to it, in Dutch order of their names.
    async fn children(&self, ctx: &Context<'_>) -> Result<Vec<Body>, ApiError> {
        let network = self.network();
        let rows = self.view.current(&network.bodies, network.belonging.children_of.of(self.ix));
        let mut rows: Vec<_> = rows.map(|(ix, _)| ix).collect();
        rows.sort_by_key(|ix| network.alphabets.bodies.key(*ix));
        list(ctx, rows.into_iter().map(|ix| Self::new(&self.view, ix)))
    }

    /// The organisation whose organ it is; null: an organ of the network itself.
    async fn organisation(&self) -> Option<Organisation> {
        Organisation::by_id(&self.view, self.row().organisation?)
    }

    /// Lines and initiatives that it steers.
    async fn steers(&self, ctx: &Context<'_>) -> Result<Vec<Steered>, ApiError> {
        let (network, row) = (self.network(), self.row());
        let lines = row.steers_programme_lines.iter().filter_map(|id| network.programme_lines.by_id(*id));
        let lines = lines
            .filter(|ix| self.view.sees(*ix).is_some())
            .map(|ix| Steered::ProgrammeLine(ProgrammeLine::new(&self.view, ix)));
        let initiatives = row.steers_initiatives.iter().filter_map(|id| network.initiatives.by_id(*id));
        let initiatives = initiatives
            .filter(|ix| self.view.sees(*ix).is_some())
            .map(|ix| Steered::Initiative(Initiative::new(&self.view, ix)));
        list(ctx, lines.chain(initiatives))
    }

    /// Seats, chair first. Those that have ended are shown when asked for. At most 100 a page.
    async fn seats(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whether those that have ended are shown as well.", default_with = "Some(false)")]
        include_ended: Option<bool>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<SeatConnection, ApiError> {
        let include_ended = include_ended == Some(true);
        let rows = self.network().belonging.seats_of.of(self.ix);
        let mut rows: Vec<_> = rows
            .filter(|ix| self.view.sees(*ix).is_some_and(|tense| include_ended || tense == Tense::Current))
            .collect();
        let make = |ix: &_| Seat::new(&self.view, *ix);
        rows.sort_by_cached_key(|ix| Seat::BY_ROLE.key_of(&make(ix)));
        Ok(SeatConnection(PageArgs::new(first, after, last, before).over(ctx, &rows, make, Seat::BY_ROLE)?))
    }

    /// Meetings, in the order of their dates; past and to come. At most 100 a page.
    #[allow(clippy::too_many_arguments, reason = "arguments of the API")]
    async fn meetings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Not before this day.")] from: Option<Date>,
        #[graphql(desc = "Not after this day.")] until: Option<Date>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<MeetingConnection, ApiError> {
        let rows = self.network().belonging.meetings_of.of(self.ix);
        Meeting::page(ctx, &self.view, rows, from, until, PageArgs::new(first, after, last, before))
    }

    /// How the organisations on whose behalf its seats are held on the day are balanced, each counted once.
    async fn helix_balance(&self) -> HelixBalance {
        let links = self.view.links_at(Venue::Body(self.ix)).filter(|(_, tense)| *tense == Tense::Current);
        let mut organisations: Vec<_> = links.map(|(link, _)| link.organisation).collect();
        organisations.sort_by_key(|ix| ix.number());
        organisations.dedup();
        HelixBalance(coalition::HelixBalance::of(&self.view, organisations.into_iter()))
    }

    /// Other ties on the day: succeeded by, …
    async fn relations(&self, ctx: &Context<'_>) -> Result<Vec<Relation>, ApiError> {
        let network = self.network();
        let rows = self.view.current(&network.relations, network.belonging.relations_of_body.of(self.ix));
        Relation::list(ctx, &self.view, rows.map(|(ix, _)| ix).collect())
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
