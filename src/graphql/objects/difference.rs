//! What differs between two views of the network.

use std::sync::{Arc, OnceLock};

use async_graphql::{Context, Object, SimpleObject};
use network::coalition::CoalitionStatus;
use network::difference::Difference;
use network::node::NodeIx;
use network::view::View;

use super::node::{Node, NodeConnection};
use super::standing::shifts;
use super::{Organisation, ProgrammeLine};
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
