//! The coalition of the willing of a line.

use std::sync::Arc;

use async_graphql::{Context, Object, SimpleObject};
use network::coalition::{self, CoalitionStatus};
use network::facts::{self, AmbitionLevel, ContributionKind};
use network::graph::{self, Projection, Weighting};
use network::node::NodeIx;
use network::table::Ix;
use network::view::View;
use rustc_hash::FxHashSet;

use super::closure::CoalitionClosure;
use super::coalition_compared::{CoalitionChange, CoalitionOverlap};
use super::graph::{Graph, measured};
use super::helix::HelixBalance;
use super::pivotality::{Pivotality, RequirementInput};
use super::standing::{Standing, StandingConnection};
use super::{Organisation, ProgrammeLine};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::filters::{OrganisationFilter, ProgrammeLineBy};
use crate::graphql::page::{PageArgs, list};
use crate::graphql::reader::Reader;
use crate::graphql::scalars::{Date, DateTime, Decimal, int};

/// A coalition at a threshold.
pub struct Coalition {
    view: Arc<View>,
    coalition: Arc<coalition::Coalition>,
    threshold: CoalitionStatus,
}

impl Coalition {
    pub(super) fn new(
        view: &Arc<View>,
        line: Ix<facts::ProgrammeLine>,
        threshold: CoalitionStatus,
    ) -> Result<Self, ApiError> {
        counted(threshold)?;
        Ok(Self { coalition: view.coalition(line).clone(), view: view.clone(), threshold })
    }

    fn page<'a>(
        &self,
        ctx: &Context<'_>,
        standings: impl Iterator<Item = &'a coalition::Standing>,
        filter: Option<&OrganisationFilter>,
        page: PageArgs,
    ) -> Result<StandingConnection, ApiError> {
        let standings =
            standings.filter(|standing| filter.is_none_or(|filter| filter.matches(&self.view, standing.organisation)));
        let rows: Vec<Ix<facts::Organisation>> = standings.map(|standing| standing.organisation).collect();
        let make = |ix: &Ix<facts::Organisation>| Standing::new(&self.view, &self.coalition, *ix);
        Ok(StandingConnection(page.over(ctx, &rows, make, Standing::BY_NAME)?))
    }
}

/// Refuses a threshold at which no members are counted.
pub(super) fn counted(threshold: CoalitionStatus) -> Result<(), ApiError> {
    if threshold >= CoalitionStatus::Considering {
        return Ok(());
    }
    Err(ApiError::bad_user_input(
        format!("threshold is {threshold}; leden tellen vanaf CONSIDERING, PLEDGED, RATIFIED of CONTRIBUTING"),
        format!("threshold is {threshold}; members are counted from CONSIDERING, PLEDGED, RATIFIED or CONTRIBUTING on"),
    ))
}

impl Coalition {
    /// Where members stand among all organisations.
    async fn graph(&self, ctx: &Context<'_>) -> Result<Arc<graph::Graph>, ApiError> {
        Graph::find(ctx, &self.view, Projection::OrganisationCoParticipation, Weighting::Newman).await
    }

    fn nodes(&self) -> FxHashSet<NodeIx> {
        self.coalition.members(self.threshold).map(|standing| standing.organisation.into()).collect()
    }
}

/// Who is in the coalition of the willing of a line (coalitie), and why: a declared, dated, evidenced, burden-carrying
/// opt-in. Never the output of a clustering. For a precondition: all partners, by rule.
#[Object(serial)]
impl Coalition {
    /// The line.
    async fn programme_line(&self) -> ProgrammeLine {
        ProgrammeLine::new(&self.view, self.coalition.line())
    }

    /// From which status on an organisation is a member.
    async fn threshold(&self) -> Code<CoalitionStatus> {
        Code(self.threshold)
    }

    /// How many members.
    async fn size(&self) -> i32 {
        int(self.coalition.members(self.threshold).count())
    }

    /// Members, in Dutch order of their names. At most 100 a page.
    #[allow(clippy::too_many_arguments, reason = "arguments of the API")]
    async fn members(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only organisations like this.")] filter: Option<OrganisationFilter>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<StandingConnection, ApiError> {
        let page = PageArgs::new(first, after, last, before);
        self.page(ctx, self.coalition.members(self.threshold), filter.as_ref(), page)
    }

    /// Where all partners stand, and others with evidence, members or not, in Dutch order of their names. At most 100 a
    /// page.
    #[allow(clippy::too_many_arguments, reason = "arguments of the API")]
    async fn standings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these statuses; all when not given.")] status: Option<Vec<Code<CoalitionStatus>>>,
        #[graphql(desc = "Only organisations like this.")] filter: Option<OrganisationFilter>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<StandingConnection, ApiError> {
        let page = PageArgs::new(first, after, last, before);
        let wanted = |standing: &&coalition::Standing| {
            status.as_ref().is_none_or(|status| status.contains(&Code(standing.status)))
        };
        self.page(ctx, self.coalition.standings().iter().filter(wanted), filter.as_ref(), page)
    }

    /// How many stand where, from no to yes; statuses that do not occur are left out.
    async fn count_by_status(&self) -> Vec<StatusCount> {
        let counts = self.coalition.count_by_status().into_iter();
        counts.map(|(status, number)| StatusCount { status: Code(status), count: int(number) }).collect()
    }

    /// How government, education and business are balanced among the members.
    async fn helix_balance(&self) -> HelixBalance {
        let members = self.coalition.members(self.threshold).map(|standing| standing.organisation);
        HelixBalance(coalition::HelixBalance::of(&self.view, members))
    }

    /// What the members bring together, by kind and unit.
    async fn contributions(&self) -> Vec<ContributionTotal> {
        let totals = self.coalition.contribution_totals(&self.view, self.threshold).into_iter();
        totals
            .map(|total| ContributionTotal {
                kind: Code(total.kind),
                unit: total.unit,
                per: total.per,
                parties: int(total.parties),
                without_amount: int(total.without_amount),
                pledged: Decimal(total.pledged.normalize()),
                ratified: Decimal(total.ratified.normalize()),
                realised: Decimal(total.realised.normalize()),
            })
            .collect()
    }

    /// On how many shoulders the money rests; null when no member pledged an amount in euros.
    async fn concentration(&self) -> Option<Concentration> {
        self.coalition.concentration(&self.view, self.threshold).map(Concentration)
    }

    /// Conditional offers: who is certain to take part, who only together with others, who is blocked and by what.
    async fn closure(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "The level of ambition that is taken to be funded.",
            default_with = "Code(AmbitionLevel::Base)"
        )]
        level: Code<AmbitionLevel>,
    ) -> Result<CoalitionClosure, ApiError> {
        CoalitionClosure::new(ctx, &self.view, self.coalition.line(), level.0).await
    }

    /// Members by how far they stand between others in ORGANISATION_CO_PARTICIPATION, most first (betweenness), then in Dutch
    /// order of their names. At most 100 a page. Refused with GRAPH_TOO_LARGE for a graph that would take too long.
    async fn brokers(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
    ) -> Result<StandingConnection, ApiError> {
        let graph = self.graph(ctx).await?;
        let values = measured::off_thread(&graph, |graph| graph.betweenness().map(<[f64]>::to_vec)).await?;
        let members = self.coalition.members(self.threshold).map(|standing| standing.organisation);
        let broker = |ix| Standing {
            betweenness: graph.place(ix).map_or(0.0, |at| values[at.index()]),
            ..Standing::new(&self.view, &self.coalition, ix)
        };
        let mut brokers: Vec<Standing> = members.map(broker).collect();
        brokers.sort_by_cached_key(|broker| Standing::BY_BETWEENNESS.key_of(broker));
        let page = PageArgs::new(first, after, None, None);
        Ok(StandingConnection(page.over(ctx, &brokers, Clone::clone, Standing::BY_BETWEENNESS)?))
    }

    /// Members without whom others of them, that hang together by what they share among themselves, no longer do: its
    /// articulation points, by ORGANISATION_CO_PARTICIPATION, in Dutch order of their names; at most 1,000.
    async fn indispensable(&self, ctx: &Context<'_>) -> Result<Vec<Organisation>, ApiError> {
        let (graph, members) = (self.graph(ctx).await?, self.nodes());
        let found = measured::off_thread(&graph, move |graph| Ok(graph.indispensable(&members))).await?;
        let organisation = |node| match node {
            NodeIx::Organisation(ix) => Some(Organisation::new(&self.view, ix)),
            _ => None,
        };
        list(ctx, found.into_iter().filter_map(organisation))
    }

    /// Whether members behave as one group: how alike the communities of ORGANISATION_CO_PARTICIPATION are to members on the
    /// one side and all others on the other (adjusted Rand index), 1 when they are the same, 0 when they are as alike as chance
    /// would have it. Null when nothing could be divided otherwise.
    async fn community_agreement(&self, ctx: &Context<'_>) -> Result<Option<f64>, ApiError> {
        let (graph, members) = (self.graph(ctx).await?, self.nodes());
        measured::off_thread(&graph, move |graph| graph.communities_like_members(&members)).await
    }

    /// How often each party decides whether those that join meet all requirements (Banzhaf). Of at most 200 parties.
    async fn pivotality(
        &self,
        #[graphql(desc = "What must be brought together, all of it; 1 to 10.")] requirements: Vec<RequirementInput>,
        #[graphql(desc = "Which of those that have a standing might join; all when not given.")] among: Option<
            OrganisationFilter,
        >,
    ) -> Result<Pivotality, ApiError> {
        Pivotality::new(&self.view, &self.coalition, &requirements, among.as_ref()).await
    }

    /// Who is in another coalition as well, at the same threshold; null when there is no such line.
    async fn overlap(&self, #[graphql(desc = "The other line.")] with: ProgrammeLineBy) -> Option<CoalitionOverlap> {
        let line = with.find(&self.view)?;
        let other = self.view.coalition(line);
        let overlap = coalition::Overlap::of(&self.view, &self.coalition, other, self.threshold);
        Some(CoalitionOverlap::new(&self.view, line, overlap))
    }

    /// How it differs from what it was on another day, or from what was known at another moment: who joined and who left
    /// since.
    async fn changes_since(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The day to compare with; the view's own day when not given.")] valid_at: Option<Date>,
        #[graphql(desc = "The moment of knowledge to compare with; the view's own when not given.")] known_at: Option<
            DateTime,
        >,
    ) -> Result<CoalitionChange, ApiError> {
        let (day, moment) = (valid_at.map(|day| day.0), known_at.map(|moment| moment.0));
        let before = Reader::of(ctx)?.compared(&self.view, day, moment)?;
        let id = self.view.network().programme_lines.get(self.coalition.line()).id;
        let line = before.network().programme_lines.by_id(id);
        let line = line.ok_or_else(|| {
            ApiError::bad_user_input("knownAt: de lijn was toen niet bekend", "knownAt: the line was not known then")
        })?;
        let then = before.coalition(line).clone();
        let change = coalition::CoalitionChange::between(
            (before.network(), &then),
            (self.view.network(), &self.coalition),
            self.threshold,
        );
        Ok(CoalitionChange { before, after: self.view.clone(), change })
    }

    /// What evidence weighs in `strength`.
    async fn weights(&self) -> Weights {
        let weights = self.view.weights();
        Weights {
            budget: weights.budget,
            capacity: weights.capacity,
            in_kind: weights.in_kind,
            expertise: weights.expertise,
            network: weights.network,
            no_contribution: weights.no_contribution,
            chair: weights.chair,
            member: weights.member,
            other_seat: weights.other_seat,
            signature: weights.signature,
            intended: weights.intended,
            pledged: weights.pledged,
            ratified: weights.ratified,
            realised: weights.realised,
            high: weights.high,
            medium: weights.medium,
            low: weights.low,
            unverified: weights.unverified,
        }
    }
}

/// How many organisations have a status.
#[derive(SimpleObject)]
pub struct StatusCount {
    /// The status.
    status: Code<CoalitionStatus>,
    /// How many.
    count: i32,
}

/// Contributions of one kind in one unit, added up over the members. An amount that counts in part for the line is taken
/// in part.
#[derive(SimpleObject)]
pub struct ContributionTotal {
    /// Kind of means.
    kind: Code<ContributionKind>,
    /// Unit of the amounts; null: none is stated.
    unit: Option<String>,
    /// Per what; null: once.
    per: Option<String>,
    /// How many members bring some.
    parties: i32,
    /// How many contributions have no amount.
    without_amount: i32,
    /// Everything pledged, ratified or not.
    pledged: Decimal,
    /// Of that, what competent organs ratified.
    ratified: Decimal,
    /// Of that, what was delivered.
    realised: Decimal,
}

/// The concentration of money.
pub struct Concentration(pub(super) coalition::Concentration);

/// On how many shoulders the money of a coalition rests: over all euros pledged once, not per year or per inhabitant.
#[Object(serial)]
impl Concentration {
    /// All euros together.
    async fn total(&self) -> Decimal {
        Decimal(self.0.total().normalize())
    }

    /// Herfindahl–Hirschman index: the sum of the squared shares, from 1 / contributors to 1 (one pays all).
    async fn hhi(&self) -> f64 {
        self.0.hhi()
    }

    /// As many equal contributors would be as concentrated: 1 / HHI.
    async fn effective_contributors(&self) -> f64 {
        self.0.effective_contributors()
    }

    /// The fewest members whose withdrawal leaves less than the required amount. Null when no withdrawal does.
    async fn breakpoint(
        &self,
        #[graphql(desc = "Required euros; half of the total when not given.")] required: Option<Decimal>,
    ) -> Option<i32> {
        let required = required.map_or_else(|| self.0.total() / rust_decimal::Decimal::TWO, |required| required.0);
        self.0.breakpoint(required).map(int)
    }
}

/// What evidence weighs in the strength of a standing: numbers from 0 to 1, settings of this server.
#[derive(SimpleObject)]
pub struct Weights {
    /// A commitment that brings money.
    budget: f64,
    /// A commitment that brings people's time.
    capacity: f64,
    /// A commitment in kind.
    in_kind: f64,
    /// A commitment that brings knowledge.
    expertise: f64,
    /// A commitment that brings contacts.
    network: f64,
    /// A commitment that names no contribution.
    no_contribution: f64,
    /// A seat as chair or vice chair.
    chair: f64,
    /// A seat as member.
    member: f64,
    /// Another seat.
    other_seat: f64,
    /// A signature.
    signature: f64,
    /// Factor of an intention, and of a seat that only shows interest.
    intended: f64,
    /// Factor of a pledge, a signature, a full seat.
    pledged: f64,
    /// Factor of what a competent organ ratified.
    ratified: f64,
    /// Factor of what was delivered.
    realised: f64,
    /// Factor of high confidence.
    high: f64,
    /// Factor of medium confidence.
    medium: f64,
    /// Factor of low confidence.
    low: f64,
    /// Factor of what is unverified.
    unverified: f64,
}
