//! The network in a view: where every question starts.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use network::coalition::CoalitionStatus;
use network::facts::{self, Language, ProgrammeLineKind, Severity, StatementKind};
use network::graph::{Projection, Weighting};
use network::search::SearchType;
use network::source::Confidence;
use network::timeline::CalendarUnit;
use network::view::View;

use super::affairs::PublicAffairs;
use super::agreement::AgreementConnection;
use super::body::BodyConnection;
use super::change::{Change, ChangeConnection};
use super::citation::{self, Citation};
use super::coalition::counted;
use super::decision::DecisionConnection;
use super::difference::NetworkDifference;
use super::fact::Fact;
use super::finding::{Completeness, Finding, FindingConnection};
use super::graph::Graph;
use super::initiative::InitiativeConnection;
use super::involvement::InvolvementMatrix;
use super::lists;
use super::milestone::{MeetingConnection, MilestoneConnection};
use super::node::{self, Node};
use super::organisation::OrganisationConnection;
use super::person::PersonConnection;
use super::search::SearchResultConnection;
use super::standing;
use super::statement::StatementConnection;
use super::timeline::TimelinePoint;
use super::{
    Agreement, Body, Decision, Document, Initiative, Meeting, Milestone, Organisation, ProgrammeLine, Rule,
    StakeholderGroup,
};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::filters::{
    AgreementBy, AssumptionInput, BodyBy, BodyFilter, DecisionFilter, InitiativeBy, InitiativeFilter, OrganisationBy,
    OrganisationFilter, OrganisationOrder, PersonFilter, ProgrammeLineBy,
};
use crate::graphql::page::{PageArgs, list};
use crate::graphql::reader::Reader;
use crate::graphql::scalars::{Date, DateTime, PartialDate};

/// The network in a view.
pub struct Network {
    view: Arc<View>,
}

impl Network {
    pub(in crate::graphql) fn new(view: Arc<View>) -> Self {
        Self { view }
    }

    fn row(&self) -> &facts::Cooperation {
        self.view.network().cooperation()
    }
}

/// A view of the network: everything below it held on the same day, is sure enough, and is told of the same revision.
#[Object(serial)]
impl Network {
    /// The revision that this answer tells of: it counts the commits.
    async fn revision(&self) -> i64 {
        self.view.network().revision().number
    }

    /// The day on which everything below held.
    async fn valid_at(&self) -> Date {
        Date(self.view.valid_at())
    }

    /// When the revision was recorded.
    async fn known_at(&self) -> DateTime {
        DateTime(self.view.network().revision().recorded_at)
    }

    /// When the first revision was recorded: the earliest `knownAt`, as nothing was known before it.
    async fn first_known_at(&self, ctx: &Context<'_>) -> Result<DateTime, ApiError> {
        let first = Reader::of(ctx)?.first_known();
        Ok(DateTime(first.unwrap_or(self.view.network().revision().recorded_at)))
    }

    /// The least confidence that facts in this view have.
    async fn min_confidence(&self) -> Code<Confidence> {
        Code(self.view.min_confidence())
    }

    /// The journal: what was changed, when, by whom and why, newest first, up to the revision of this view. The first
    /// filling tells no single fact.
    async fn changes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only what came after this revision.")] since: Option<i64>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<ChangeConnection, ApiError> {
        let changes = Change::newest_first(Reader::of(ctx)?, &self.view, since.unwrap_or(0));
        let show = |(commit, at): &(_, usize)| Change::new(&self.view, commit, *at);
        PageArgs::new(first, after, last, before).over(ctx, &changes, show, Change::NEWEST_FIRST).map(ChangeConnection)
    }

    /// What differs between this view and the stored network, assumptions left out, on another day, or as it was known at
    /// another moment.
    async fn changes_since(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The day to compare with; the view's own day when not given.")] valid_at: Option<Date>,
        #[graphql(desc = "The moment of knowledge to compare with; the view's own when not given.")] known_at: Option<
            DateTime,
        >,
    ) -> Result<NetworkDifference, ApiError> {
        let (day, moment) = (valid_at.map(|day| day.0), known_at.map(|moment| moment.0));
        let before = Reader::of(ctx)?.compared(&self.view, day, moment)?;
        Ok(NetworkDifference::new(before, self.view.clone()))
    }

    /// This view with changes that nobody made (stel dat): all below answers as if they held from the day of the view on. They
    /// are made one after the other, of what the viewer sees, and nothing is stored. The revision stays that of the stored
    /// network, which `changesSince` compares with. At most 20 changes; each `assuming` costs 1,000.
    async fn assuming(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is assumed, in order.")] changes: Vec<AssumptionInput>,
    ) -> Result<Network, ApiError> {
        Reader::of(ctx)?.assuming(&self.view, &changes).map(Self::new)
    }

    /// How partners and coalitions came to be: a point for each period, with who came and went, what the coalitions share and
    /// how the money is spread. At most 200 periods.
    #[allow(clippy::too_many_arguments, reason = "arguments of the API")]
    async fn timeline(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The first day.")] from: Date,
        #[graphql(desc = "The last day.")] until: Date,
        #[graphql(desc = "How long a period is; the first and the last may be parts of one.")] every: Code<
            CalendarUnit,
        >,
        #[graphql(
            desc = "From which status on an organisation is a member: CONSIDERING or higher.",
            default_with = "Code(CoalitionStatus::Pledged)"
        )]
        threshold: Code<CoalitionStatus>,
    ) -> Result<Vec<TimelinePoint>, ApiError> {
        counted(threshold.0)?;
        TimelinePoint::all(ctx, &self.view, [from.0, until.0], every.0, threshold.0).await
    }

    /// A node by id, in this view; null when it is not there. The id of an organisation that was merged into another one
    /// gives the one that stays, whose own id differs from the one that was asked for.
    async fn node(&self, #[graphql(desc = "Its opaque id.")] id: ID) -> Option<Node> {
        Node::find(&self.view, &id)
    }

    /// Nodes by id, in this view: one for each id, in the same order, null where there is none. At most 100. Ids of
    /// organisations that were merged into another one give the one that stays.
    async fn nodes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Their opaque ids.")] ids: Vec<ID>,
    ) -> Result<Vec<Option<Node>>, ApiError> {
        node::nodes(ctx, &self.view, &ids)
    }

    /// One fact of any noun by id, in this view, whether it has a page of its own or not: a seat, a talk; null when it is not
    /// there.
    async fn fact(&self, #[graphql(desc = "Its opaque id.")] id: ID) -> Option<Fact> {
        Fact::find(&self.view, &id)
    }

    /// Name of the cooperation; Dutch unless another language is asked for.
    async fn name(&self, #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>) -> &str {
        let row = self.row();
        super::in_language(lang, &row.name_nl, row.name_en.as_deref())
    }

    /// Its mission (missie); null when none is stated.
    async fn mission(
        &self,
        #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>,
    ) -> Option<&str> {
        let row = self.row();
        row.mission_nl.as_deref().map(|dutch| super::in_language(lang, dutch, row.mission_en.as_deref()))
    }

    /// What it calls its strength; null when nothing is stated.
    async fn strength(
        &self,
        #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>,
    ) -> Option<&str> {
        let row = self.row();
        row.strength_nl.as_deref().map(|dutch| super::in_language(lang, dutch, row.strength_en.as_deref()))
    }

    /// Whether it is a legal person.
    async fn legal_entity(&self) -> bool {
        self.row().legal_entity
    }

    /// When it began, as written; null: not known.
    async fn since(&self) -> Option<PartialDate> {
        self.row().since.map(PartialDate)
    }

    /// The organisation that stands for the network as a holder of seats, contacts and money; null when not in the view.
    async fn organisation_of_network(&self) -> Option<Organisation> {
        Organisation::by_id(&self.view, self.row().organisation)
    }

    /// Its running agenda; null when none is known.
    async fn agenda(&self) -> Option<Agreement> {
        let ix = self.view.network().agreements.by_id(self.row().agenda?)?;
        self.view.sees(ix).map(|_| Agreement::new(&self.view, ix))
    }

    /// One organisation; null when it is not there. The id or key of one that was merged into another one gives the one that
    /// stays, whose own id and key differ from those that were asked for.
    async fn organisation(&self, #[graphql(desc = "Which one.")] by: OrganisationBy) -> Option<Organisation> {
        by.find(&self.view).map(|ix| Organisation::new(&self.view, ix))
    }

    /// Organisations that exist on the day, partners and addressees. At most 100 a page.
    #[allow(clippy::too_many_arguments, reason = "arguments of the API")]
    async fn organisations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only organisations like this.")] filter: Option<OrganisationFilter>,
        #[graphql(desc = "In which order; Dutch order of names when not given.")] order_by: Option<OrganisationOrder>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<OrganisationConnection, ApiError> {
        let page = PageArgs::new(first, after, last, before);
        lists::organisations(ctx, &self.view, filter.as_ref(), order_by, page)
    }

    /// One body; null when it is not there.
    async fn body(&self, #[graphql(desc = "Which one.")] by: BodyBy) -> Option<Body> {
        by.find(&self.view).map(|ix| Body::new(&self.view, ix))
    }

    /// Bodies that exist on the day, in Dutch order of their names. At most 100 a page.
    #[allow(clippy::too_many_arguments, reason = "arguments of the API")]
    async fn bodies(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only bodies like this.")] filter: Option<BodyFilter>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<BodyConnection, ApiError> {
        lists::bodies(ctx, &self.view, filter.as_ref(), PageArgs::new(first, after, last, before))
    }

    /// Nodes of the partner map, in Dutch order of their names.
    async fn stakeholder_groups(&self, ctx: &Context<'_>) -> Result<Vec<StakeholderGroup>, ApiError> {
        let sorted = self.view.network().alphabets.groups.sorted();
        list(ctx, sorted.filter(|ix| self.view.sees(*ix).is_some()).map(|ix| StakeholderGroup::new(&self.view, ix)))
    }

    /// One programme line or precondition; null when it is not there.
    async fn programme_line(&self, #[graphql(desc = "Which one.")] by: ProgrammeLineBy) -> Option<ProgrammeLine> {
        by.find(&self.view).map(|ix| ProgrammeLine::new(&self.view, ix))
    }

    /// Programme lines and preconditions, in the order of the agenda.
    async fn programme_lines(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only this kind; both when not given.")] kind: Option<Code<ProgrammeLineKind>>,
    ) -> Result<Vec<ProgrammeLine>, ApiError> {
        let lines = standing::lines(&self.view, kind.map(|kind| kind.0));
        list(ctx, lines.into_iter().map(|ix| ProgrammeLine::new(&self.view, ix)))
    }

    /// One initiative, whether ended or not; null when it is not there.
    async fn initiative(&self, #[graphql(desc = "Which one.")] by: InitiativeBy) -> Option<Initiative> {
        by.find(&self.view).map(|ix| Initiative::new(&self.view, ix))
    }

    /// Initiatives that hold on the day, in Dutch order of their names. At most 100 a page.
    #[allow(clippy::too_many_arguments, reason = "arguments of the API")]
    async fn initiatives(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only initiatives like this.")] filter: Option<InitiativeFilter>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<InitiativeConnection, ApiError> {
        lists::initiatives(ctx, &self.view, filter.as_ref(), PageArgs::new(first, after, last, before))
    }

    /// One agreement, whether ended or not; null when it is not there.
    async fn agreement(&self, #[graphql(desc = "Which one.")] by: AgreementBy) -> Option<Agreement> {
        by.find(&self.view).map(|ix| Agreement::new(&self.view, ix))
    }

    /// Agreements that hold on the day, in Dutch order of their names. At most 100 a page.
    #[allow(clippy::too_many_arguments, reason = "arguments of the API")]
    async fn agreements(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whether those that have ended are shown as well.", default_with = "Some(false)")]
        include_ended: Option<bool>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<AgreementConnection, ApiError> {
        lists::agreements(ctx, &self.view, include_ended == Some(true), PageArgs::new(first, after, last, before))
    }

    /// Decisions, past and to come, in the order of their dates. At most 100 a page.
    #[allow(clippy::too_many_arguments, reason = "arguments of the API")]
    async fn decisions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only decisions like this.")] filter: Option<DecisionFilter>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<DecisionConnection, ApiError> {
        let rows = self.view.network().decisions.indices().filter(|ix| self.view.sees(*ix).is_some());
        let mut rows: Vec<_> =
            rows.filter(|ix| filter.as_ref().is_none_or(|filter| filter.matches(&self.view, *ix))).collect();
        let make = |ix: &_| Decision::new(&self.view, *ix);
        rows.sort_by_cached_key(|ix| Decision::IN_TIME.key_of(&make(ix)));
        Ok(DecisionConnection(PageArgs::new(first, after, last, before).over(ctx, &rows, make, Decision::IN_TIME)?))
    }

    /// Milestones, past and to come, that may lie in these days, in the order of their dates. At most 100 a page.
    #[allow(clippy::too_many_arguments, reason = "arguments of the API")]
    async fn milestones(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Not before this day.")] from: Option<Date>,
        #[graphql(desc = "Not after this day.")] until: Option<Date>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<MilestoneConnection, ApiError> {
        Milestone::page(ctx, &self.view, from, until, PageArgs::new(first, after, last, before))
    }

    /// Meetings, past and to come, that may lie in these days, in the order of their dates. At most 100 a page.
    #[allow(clippy::too_many_arguments, reason = "arguments of the API")]
    async fn meetings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Not before this day.")] from: Option<Date>,
        #[graphql(desc = "Not after this day.")] until: Option<Date>,
        #[graphql(desc = "Only of the body with this id.")] body: Option<ID>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<MeetingConnection, ApiError> {
        let network = self.view.network();
        let body = body.map(|id| BodyBy::Id(id).find(&self.view));
        let of_body = |ix: &_| {
            body.is_none_or(|body| {
                body.is_some_and(|body| network.bodies.get(body).id == network.meetings.get(*ix).body)
            })
        };
        let page = PageArgs::new(first, after, last, before);
        Meeting::page(ctx, &self.view, network.meetings.indices().filter(of_body), from, until, page)
    }

    /// Persons in public office, in Dutch order of their names. At most 100 a page.
    #[allow(clippy::too_many_arguments, reason = "arguments of the API")]
    async fn persons(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only persons like this.")] filter: Option<PersonFilter>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<PersonConnection, ApiError> {
        lists::persons(ctx, &self.view, filter.as_ref(), PageArgs::new(first, after, last, before))
    }

    /// What sources say in words: principles, questions to the partners, aims, action lines, claims. At most 100 a page.
    #[allow(clippy::too_many_arguments, reason = "arguments of the API")]
    async fn statements(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these kinds; all when not given.")] kinds: Option<Vec<Code<StatementKind>>>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<StatementConnection, ApiError> {
        lists::statements(ctx, &self.view, kinds.as_deref(), PageArgs::new(first, after, last, before))
    }

    /// The rules of the cooperation, R01 to R20.
    async fn rules(&self, ctx: &Context<'_>) -> Result<Vec<Rule>, ApiError> {
        let network = self.view.network();
        let rows = network.rules.iter().filter(|(ix, _)| self.view.fact(&network.rules, *ix).is_some());
        let mut rows: Vec<_> = rows.collect();
        rows.sort_by(|(_, a), (_, b)| a.key.cmp(&b.key));
        list(ctx, rows.into_iter().map(|(ix, _)| Rule::new(&self.view, ix)))
    }

    /// Documents that sources cite.
    async fn documents(&self, ctx: &Context<'_>) -> Result<Vec<Document>, ApiError> {
        let rows = self.view.network().documents.indices().filter(|ix| self.view.sees(*ix).is_some());
        list(ctx, rows.map(|ix| Document::new(&self.view, ix)))
    }

    /// Typing-tolerant search over names, keys and register numbers of what holds on the day: beginnings of words, with
    /// or without accents, aliases, abbreviations, one typo a word. Best first. At most 100 a page.
    #[allow(clippy::too_many_arguments, reason = "arguments of the API")]
    async fn search(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What was typed; at most 200 characters.")] text: String,
        #[graphql(desc = "What to look for; everything when not given.")] types: Option<Vec<Code<SearchType>>>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
    ) -> Result<SearchResultConnection, ApiError> {
        SearchResultConnection::new(ctx, &self.view, &text, types, PageArgs::new(first, after, None, None))
    }

    /// Who takes part where: one row an organisation, one cell a content line.
    async fn involvement(
        &self,
        #[graphql(desc = "Only organisations like this; `{ partner: true }` for partners.")] filter: Option<
            OrganisationFilter,
        >,
    ) -> InvolvementMatrix {
        InvolvementMatrix::new(&self.view, filter.as_ref())
    }

    /// What the facts break or leave open of the rules of the cooperation, by rule. At most 100 a page.
    #[allow(clippy::too_many_arguments, reason = "arguments of the API")]
    async fn findings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these rules, as R01; all when not given.")] rules: Option<Vec<String>>,
        #[graphql(desc = "Only this grave; all when not given.")] severity: Option<Code<Severity>>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
    ) -> Result<FindingConnection, ApiError> {
        Finding::page(
            ctx,
            &self.view,
            rules,
            severity.map(|severity| severity.0),
            PageArgs::new(first, after, None, None),
        )
    }

    /// Numbers that a source states beside the numbers that are known.
    async fn completeness(&self, ctx: &Context<'_>) -> Result<Vec<Completeness>, ApiError> {
        Completeness::list(ctx, &self.view)
    }

    /// One named projection as nodes and links. Refused with GRAPH_EMPTY when it has no nodes on the day, and with
    /// GRAPH_TOO_LARGE when it may have more than 5,000,000 links.
    async fn graph(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which nodes and links.")] projection: Code<Projection>,
        #[graphql(
            desc = "What sharing venues weighs, in projections of organisations.",
            default_with = "Code(Weighting::Newman)"
        )]
        weighting: Code<Weighting>,
    ) -> Result<Graph, ApiError> {
        Graph::new(ctx, &self.view, projection.0, weighting.0).await
    }

    /// Planning of lobby contacts; null for viewers who do not plan any.
    async fn public_affairs(&self, ctx: &Context<'_>) -> Result<Option<PublicAffairs>, ApiError> {
        PublicAffairs::new(ctx, &self.view)
    }

    /// On whose word the cooperation's own row stands.
    async fn sources(&self) -> Vec<Citation<'_>> {
        citation::of(self.view.network(), self.row())
    }
}
