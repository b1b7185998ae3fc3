//! Nodes of a graph, with their measures.

use std::sync::Arc;

use async_graphql::{ID, Object, SimpleObject};
use network::graph::{self, Grouping};
use network::measure;
use network::view::View;

use super::measured::too_many;
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::global_id;
use crate::graphql::objects::node::Node;
use crate::graphql::scalars::int;

/// A node of a graph.
pub struct GraphNode {
    pub(super) view: Arc<View>,
    pub(super) graph: Arc<graph::Graph>,
    pub(super) at: petgraph::graph::NodeIndex,
    pub(super) node: network::node::NodeIx,
}

/// A node of a graph, with its measures.
#[Object(serial)]
impl GraphNode {
    /// Its id, as links name it.
    pub(super) async fn id(&self) -> ID {
        Node::note(self.view.network(), self.node);
        global_id::encode(self.view.network(), self.node)
    }

    /// What it is.
    async fn node(&self) -> Node {
        Node::new(&self.view, self.node)
    }

    /// How many links it has.
    async fn degree(&self) -> i32 {
        int(self.graph.degree(self.at))
    }

    /// The sum of the strengths of its links; null where links have no strength.
    async fn weighted_degree(&self) -> Option<f64> {
        self.graph.weighted_degree(self.at)
    }

    /// How many different nodes it is linked with.
    async fn partners(&self) -> i32 {
        int(self.graph.partners(self.at))
    }

    /// The share of shortest paths between two others that run through it, from 0 to 1 (Brandes); 0 with fewer than three
    /// nodes. Strengths are not used. Refused with GRAPH_TOO_LARGE for a graph that would take too long.
    async fn betweenness(&self) -> Result<f64, ApiError> {
        Ok(self.graph.betweenness().map_err(too_many)?[self.at.index()])
    }

    /// How near it is to the others: the sum of 1/d over all of them, d the number of links on the shortest way; who cannot
    /// be reached adds 0. From 0 to nodeCount − 1. Refused with GRAPH_TOO_LARGE for a graph that would take too long.
    async fn harmonic(&self) -> Result<f64, ApiError> {
        Ok(self.graph.harmonic().map_err(too_many)?[self.at.index()])
    }

    /// How often a walker who follows links at random is there, strong ones more often; with all others together 1.
    async fn page_rank(&self) -> f64 {
        self.graph.page_rank()[self.at.index()]
    }

    /// The largest k for which it is among nodes that all have at least k partners among each other; 0 without links.
    async fn core_number(&self) -> i32 {
        int(self.graph.core_numbers()[self.at.index()])
    }

    /// Burt's constraint: how much of its links lead back to the same few. Low for who sits between others that are not
    /// linked with each other; null without links. Refused with GRAPH_TOO_LARGE for a graph that would take too long.
    async fn constraint(&self) -> Result<Option<f64>, ApiError> {
        Ok(self.graph.constraint().map_err(too_many)?[self.at.index()])
    }

    /// Burt's effective size: its partners, less with how many of them each of these is linked on average; null without
    /// links. Refused with GRAPH_TOO_LARGE for a graph that would take too long.
    async fn effective_size(&self) -> Result<Option<f64>, ApiError> {
        Ok(self.graph.effective_size().map_err(too_many)?[self.at.index()])
    }

    /// Whether others that hang together fall apart without it.
    async fn articulation_point(&self) -> bool {
        self.graph.cuts().articulation[self.at.index()]
    }

    /// Over how many groups its links are spread: 1 − Σ share², 0 when all are with one group. Null without links, and where
    /// nodes have no groups: only organisations do.
    async fn participation_coefficient(
        &self,
        #[graphql(desc = "By what nodes are grouped.", default_with = "Code(Grouping::Helix)")] by: Code<Grouping>,
    ) -> Option<f64> {
        self.graph.participation(by.0)?[self.at.index()]
    }

    /// In which roles it stands between two that are not linked. Null where nodes have no groups: only organisations do.
    /// Refused with GRAPH_TOO_LARGE for a graph that would take too long.
    async fn brokerage(
        &self,
        #[graphql(desc = "By what nodes are grouped.", default_with = "Code(Grouping::Helix)")] by: Code<Grouping>,
    ) -> Result<Option<Brokerage>, ApiError> {
        let found = self.graph.brokerage(by.0).map_err(too_many)?;
        Ok(found.map(|found| found[self.at.index()].into()))
    }
}

/// How often somebody stands between two that are not linked, by the groups of the three: who hands on, from whom and to
/// whom (Gould and Fernandez). Links have no direction, so each such pair counts in both directions.
#[derive(SimpleObject)]
pub struct Brokerage {
    /// All three are of one group.
    coordinator: i64,
    /// From another group to its own.
    gatekeeper: i64,
    /// From its own group to another; as often as gatekeeper, as links have no direction.
    representative: i64,
    /// Between two of one group, to which it does not belong itself; also called itinerant broker.
    consultant: i64,
    /// Between two groups, of which none is its own.
    liaison: i64,
}

impl From<measure::Brokerage> for Brokerage {
    fn from(found: measure::Brokerage) -> Self {
        let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        Self {
            coordinator: count(found.coordinator),
            gatekeeper: count(found.gatekeeper),
            representative: count(found.representative),
            consultant: count(found.consultant),
            liaison: count(found.liaison),
        }
    }
}
