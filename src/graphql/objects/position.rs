//! The place of one organisation among the others.

use std::sync::Arc;

use async_graphql::{Context, Object};
use network::facts;
use network::graph::{self, Grouping, Projection, TooManySteps, Weighting};
use network::table::Ix;
use network::view::View;

use super::graph::node::Brokerage;
use super::graph::{Graph, measured};
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::scalars::int;

/// The place of an organisation in a projection.
pub struct Position {
    graph: Arc<graph::Graph>,
    at: Option<petgraph::graph::NodeIndex>,
}

impl Position {
    pub(super) async fn new(
        ctx: &Context<'_>,
        view: &Arc<View>,
        organisation: Ix<facts::Organisation>,
        projection: Projection,
    ) -> Result<Self, ApiError> {
        let graph = Graph::find(ctx, view, projection, Weighting::Newman).await?;
        measured::prepare(ctx, &graph).await?;
        Ok(Self { at: graph.place(organisation), graph })
    }

    /// What was measured of it.
    fn of<T: Copy>(&self, all: Result<&[T], TooManySteps>) -> Result<Option<T>, ApiError> {
        let all = all.map_err(measured::too_many)?;
        Ok(self.at.map(|at| all[at.index()]))
    }

    fn number(&self, measure: impl Fn(&graph::Graph, petgraph::graph::NodeIndex) -> usize) -> Option<i32> {
        self.at.map(|at| int(measure(&self.graph, at)))
    }
}

/// The place of an organisation in a projection of the network (positie).
#[Object(serial)]
impl Position {
    /// In which projection.
    async fn projection(&self) -> Code<Projection> {
        Code(self.graph.projection())
    }

    /// How many nodes the projection has.
    async fn node_count(&self) -> i32 {
        int(self.graph.node_count())
    }

    /// How many links it has; null when it is not in the projection.
    async fn degree(&self) -> Option<i32> {
        self.number(graph::Graph::degree)
    }

    /// The sum of the strengths of its links, after Newman; null when it is not in the projection or links have none.
    async fn weighted_degree(&self) -> Option<f64> {
        self.at.and_then(|at| self.graph.weighted_degree(at))
    }

    /// How many different nodes it is linked with; null when it is not in the projection.
    async fn partners(&self) -> Option<i32> {
        self.number(graph::Graph::partners)
    }

    /// The share of shortest paths between two others that run through it, from 0 to 1; null when it is not in the
    /// projection. Refused with GRAPH_TOO_LARGE for a graph that would take too long, as are the others below.
    async fn betweenness(&self) -> Result<Option<f64>, ApiError> {
        self.of(self.graph.betweenness())
    }

    /// How near it is to the others: the sum of 1/d over all of them, d the number of links on the shortest way; from 0 to
    /// nodeCount − 1. Null when it is not in the projection.
    async fn harmonic(&self) -> Result<Option<f64>, ApiError> {
        self.of(self.graph.harmonic())
    }

    /// How often a walker who follows links at random is there; with all others together 1. Null when it is not in the
    /// projection.
    async fn page_rank(&self) -> Result<Option<f64>, ApiError> {
        self.of(Ok(self.graph.page_rank()))
    }

    /// The largest k for which it is among nodes that all have at least k partners among each other; null when it is not
    /// in the projection.
    async fn core_number(&self) -> Result<Option<i32>, ApiError> {
        Ok(self.of(Ok(self.graph.core_numbers()))?.map(int))
    }

    /// Burt's constraint: how much of its links lead back to the same few; null without links, and when it is not in the
    /// projection.
    async fn constraint(&self) -> Result<Option<f64>, ApiError> {
        Ok(self.of(self.graph.constraint())?.flatten())
    }

    /// Burt's effective size: its partners, less with how many of them each of these is linked on average; null without
    /// links, and when it is not in the projection.
    async fn effective_size(&self) -> Result<Option<f64>, ApiError> {
        Ok(self.of(self.graph.effective_size())?.flatten())
    }

    /// Whether others that hang together fall apart without it; null when it is not in the projection.
    async fn articulation_point(&self) -> Result<Option<bool>, ApiError> {
        self.of(Ok(&self.graph.cuts().articulation[..]))
    }

    /// In which roles it stands between two that are not linked; null when it is not in the projection, and where nodes have
    /// no groups.
    async fn brokerage(
        &self,
        #[graphql(desc = "By what nodes are grouped.", default_with = "Code(Grouping::Helix)")] by: Code<Grouping>,
    ) -> Result<Option<Brokerage>, ApiError> {
        match self.graph.brokerage(by.0).map_err(measured::too_many)? {
            Some(all) => Ok(self.of(Ok(all))?.map(Brokerage::from)),
            None => Ok(None),
        }
    }
}
