//! The place of one organisation among the others.

use std::sync::Arc;

use async_graphql::{Context, Object};
use network::facts;
use network::graph::{self, Projection, Weighting};
use network::table::Ix;
use network::view::View;

use super::graph::Graph;
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;

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
        Ok(Self { at: graph.place(organisation), graph })
    }

    fn number(&self, measure: impl Fn(&graph::Graph, petgraph::graph::NodeIndex) -> usize) -> Option<i32> {
        self.at.map(|at| i32::try_from(measure(&self.graph, at)).unwrap_or(i32::MAX))
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
        i32::try_from(self.graph.node_count()).unwrap_or(i32::MAX)
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
}
