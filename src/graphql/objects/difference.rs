//! What differs between two views of the network.

use std::sync::{Arc, OnceLock};

use async_graphql::{Context, Object, SimpleObject};
use network::cascade;
use network::coalition::CoalitionStatus;
use network::difference::Difference;
use network::node::NodeIx;
use network::view::View;

use super::cascade::{CoalitionShift, Connectivity};
use super::node::{Node, NodeConnection};
use super::standing::shifts;
use super::{Body, Organisation, ProgrammeLine, Target};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::page::{PageArgs, list};

/// What differs between an earlier view and a later one.
pub struct NetworkDifference {
    before: Arc<View>,
    after: Arc<View>,
    difference: OnceLock<Difference>,
}

impl NetworkDifference {
    pub(super) fn new(before: Arc<View>, after: Arc<View>) -> Self {
        Self { before, after, difference: OnceLock::new() }
    }

    fn difference(&self) -> &Difference {
        self.difference.get_or_init(|| Difference::between(&self.before, &self.after))
    }
}

fn page(ctx: &Context<'_>, view: &Arc<View>, nodes: &[NodeIx], args: PageArgs) -> Result<NodeConnection, ApiError> {
    args.over(ctx, nodes, |node| Node::new(view, *node), Node::BY_NOUN).map(NodeConnection)
}

/// What differs between this view of the network and another one (verschil).
#[Object(serial)]
impl NetworkDifference {
    /// What holds in this view and not in the other, by noun and key.
    async fn added(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<NodeConnection, ApiError> {
        page(ctx, &self.after, &self.difference().added, PageArgs::new(first, after, last, before))
    }

    /// What held in the other view and does not in this one, as it was there, by noun and key.
    async fn removed(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<NodeConnection, ApiError> {
        page(ctx, &self.before, &self.difference().removed, PageArgs::new(first, after, last, before))
    }

    /// What holds in both and is told otherwise, as it is in this view, by noun and key.
    async fn changed(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The first so many, 1 to 100; 25 when not given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "The last so many, 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
    ) -> Result<NodeConnection, ApiError> {
        page(ctx, &self.after, &self.difference().changed, PageArgs::new(first, after, last, before))
    }

    /// Who stands elsewhere towards a content line; at most 1,000.
    async fn standings(&self, ctx: &Context<'_>) -> Result<Vec<StandingChange>, ApiError> {
        list(ctx, StandingChange::between(&self.before, &self.after))
    }

    /// Coalitions that are larger or smaller, have other money, or could come to more or less, and the conditions that are met
    /// no more or now; in the order of the agenda.
    async fn coalitions(&self, ctx: &Context<'_>) -> Result<Vec<CoalitionShift>, ApiError> {
        list(ctx, CoalitionShift::all(&self.before, &self.after).await?.into_iter())
    }

    /// Bodies that had a chair and have none in this view, in Dutch order of their names; at most 1,000.
    async fn bodies_without_chair(&self, ctx: &Context<'_>) -> Result<Vec<Body>, ApiError> {
        let bodies = cascade::without_chair(&self.before, &self.after);
        list(ctx, bodies.into_iter().map(|ix| Body::new(&self.after, ix)))
    }

    /// Bodies in which somebody had a seat and nobody has one in this view, in Dutch order of their names; at most 1,000.
    async fn bodies_without_seats(&self, ctx: &Context<'_>) -> Result<Vec<Body>, ApiError> {
        let bodies = cascade::without_seats(&self.before, &self.after);
        list(ctx, bodies.into_iter().map(|ix| Body::new(&self.after, ix)))
    }

    /// Whether organisations are still connected through what they share.
    async fn connectivity(&self, ctx: &Context<'_>) -> Result<Connectivity, ApiError> {
        Connectivity::new(ctx, &self.before, &self.after).await
    }

    /// Targets to whom there was a way through people who know each other and is none in this view, within three hops from
    /// those of the viewer's organisation, or of all partners; who worked for a partner that is none any more introduces
    /// nobody. In the order of keys; at most 1,000. Null for viewers who plan no contacts.
    async fn targets_out_of_reach(&self, ctx: &Context<'_>) -> Result<Option<Vec<Target>>, ApiError> {
        super::cascade::out_of_reach(ctx, &self.before, &self.after).await
    }
}

/// Who stands elsewhere towards a line (verschoven stand).
#[derive(SimpleObject)]
pub struct StandingChange {
    /// Who.
    organisation: Organisation,
    /// Towards which line.
    programme_line: ProgrammeLine,
    /// Where it stood; null: it had no standing.
    before: Option<Code<CoalitionStatus>>,
    /// Where it stands; the same as before when only its tier is another.
    after: Code<CoalitionStatus>,
}

impl StandingChange {
    /// All that stand elsewhere in a later view.
    pub(super) fn between(before: &View, after: &Arc<View>) -> impl Iterator<Item = Self> {
        shifts(before, after).into_iter().map(|(standing, before)| Self {
            organisation: standing.organisation_node(),
            programme_line: standing.line_node(),
            before: before.map(Code),
            after: Code(standing.status_now()),
        })
    }
}
