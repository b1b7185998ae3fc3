//! The network as a graph: named projections of a view, for the map and for measures.
//!
//! A projection is made from a view and holds only what that view shows, so no measure can tell what the view hides.

mod full;
mod groups;
mod link;
mod measured;
mod members;
mod persons;
mod shared;
mod warning;

use petgraph::graph::{NodeIndex, UnGraph};
use petgraph::visit::EdgeRef;
use rustc_hash::{FxHashMap, FxHashSet};

pub use groups::Grouping;
pub use link::{Link, LinkKind};
pub use measured::{MOST_STEPS, TooManySteps};
pub use warning::Warning;

use crate::codes;
use crate::links::{Participation, Venue};
pub use crate::measure::Weighting;
use crate::node::NodeIx;
use crate::view::View;

codes! {
    /// Which nodes and links of the network make a graph.
    pub enum Projection {
        /// Everything, isolated nodes and agreements too; the network is its own organisation. Links of several kinds.
        Full,
        /// Organisations that share a body, line, initiative or agreement.
        OrganisationCoParticipation,
        /// Organisations that share a body by seats.
        OrganisationCoSeat,
        /// Organisations that share a line, initiative or agreement by commitments.
        OrganisationCoCommitment,
        /// Persons and their ties.
        PersonContact,
    }
}

/// Links that a projection may need at most.
pub const MOST_LINKS: u64 = 5_000_000;

/// Why a projection was not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the projection may need {links} links; {MOST_LINKS} is the most that is computed")]
pub struct TooLarge {
    /// Links that it may need: every pair in every shared venue.
    pub links: u64,
}

/// A projection of a view. Undirected; no node is linked with itself.
#[derive(Debug, Clone)]
pub struct Graph {
    projection: Projection,
    weighting: Weighting,
    graph: UnGraph<NodeIx, Link>,
    by_node: FxHashMap<NodeIx, NodeIndex>,
    warnings: Vec<Warning>,
    /// Venues that are shared, hubs left out, with the places of who takes part, in order.
    venues: Vec<(Venue, Vec<u32>)>,
    /// Of each venue, hubs too, whether government, education and business take part.
    presence: Vec<[bool; 3]>,
    groups: Option<groups::Groups>,
    measured: measured::Measured,
}

/// Makes a projection of a view. The weighting is for the projections of organisations; others have no use for it.
///
/// The order of nodes and links does not depend on the order of input: nodes in Dutch order of their names, links in that
/// of their nodes.
///
/// * [`Projection::Full`]: organisations, stakeholder groups, bodies, programme lines, initiatives, agreements and
///   persons that are there on the day. Several facts of one kind between two nodes are one link, so two nodes have at
///   most one link of a kind. See [`LinkKind`].
/// * Projections of organisations: partners, and whoever takes part in a venue of the kind in question; a partner that
///   shares nothing stands alone. Two are linked once. What is looked at holds on the day; who refused or withdrew does
///   not take part. A venue shared by more than half of the view's organisations is a hub and left out, with a warning.
/// * [`Projection::PersonContact`]: persons who are there on the day, and the ties among them that are declared or rest on
///   talks, as reliable as they are on the day. Where the view has none, as that of the public, they stand alone.
///
/// Time and space in proportion to nodes and to the pairs in shared venues.
///
/// # Errors
/// [`TooLarge`] when the included venues have more than [`MOST_LINKS`] pairs of organisations: Σ n(n−1)/2.
pub fn project(view: &View, projection: Projection, weighting: Weighting) -> Result<Graph, TooLarge> {
    let mut graph = Graph::new(projection, weighting);
    match projection {
        Projection::Full => full::fill(&mut graph, view),
        Projection::OrganisationCoParticipation => {
            shared::fill(&mut graph, view, LinkKind::CoParticipation, |_| true)?;
        }
        Projection::OrganisationCoSeat => {
            let seats = |participation| matches!(participation, Participation::Seat(_));
            shared::fill(&mut graph, view, LinkKind::CoSeat, seats)?;
        }
        Projection::OrganisationCoCommitment => {
            let commitments = |participation| matches!(participation, Participation::Commitment(_));
            shared::fill(&mut graph, view, LinkKind::CoCommitment, commitments)?;
        }
        Projection::PersonContact => persons::fill(&mut graph, view),
    }
    Ok(graph)
}

impl Graph {
    fn new(projection: Projection, weighting: Weighting) -> Self {
        Self {
            projection,
            weighting,
            graph: UnGraph::default(),
            by_node: FxHashMap::default(),
            warnings: Vec::new(),
            venues: Vec::new(),
            presence: Vec::new(),
            groups: None,
            measured: measured::Measured::default(),
        }
    }

    fn add(&mut self, nodes: impl Iterator<Item = impl Into<NodeIx>>) {
        for node in nodes.map(Into::into) {
            self.by_node.insert(node, self.graph.add_node(node));
        }
    }

    /// Of what it is a projection.
    #[must_use]
    pub fn projection(&self) -> Projection {
        self.projection
    }

    /// What sharing weighs in it.
    #[must_use]
    pub fn weighting(&self) -> Weighting {
        self.weighting
    }

    /// The graph itself, for algorithms.
    #[must_use]
    pub fn petgraph(&self) -> &UnGraph<NodeIx, Link> {
        &self.graph
    }

    /// What a reader should know about it.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// Venues in which organisations take part, hubs left out, each with the places of who does, in order. Empty where links
    /// are no shared venues.
    #[must_use]
    pub fn venues(&self) -> &[(Venue, Vec<u32>)] {
        &self.venues
    }

    fn columns(&self) -> Vec<&[u32]> {
        self.venues.iter().map(|(_, members)| &**members).collect()
    }

    /// Number of nodes.
    #[must_use]
    pub fn node_count(&self) -> usize {
        self.graph.node_count()
    }

    /// Number of links.
    #[must_use]
    pub fn link_count(&self) -> usize {
        self.graph.edge_count()
    }

    /// All nodes, in order, with their places.
    pub fn nodes(&self) -> impl ExactSizeIterator<Item = (NodeIndex, NodeIx)> {
        self.graph.node_indices().map(|at| (at, self.graph[at]))
    }

    /// The node at a place.
    ///
    /// # Panics
    /// When there are fewer nodes.
    #[must_use]
    pub fn node(&self, at: u32) -> NodeIx {
        self.graph[NodeIndex::new(at as usize)]
    }

    /// All links, in order: from where, to where, and the link. Links of one-mode projections have no direction.
    pub fn links(&self) -> impl ExactSizeIterator<Item = (NodeIx, NodeIx, &Link)> {
        self.graph.edge_references().map(|link| (self.graph[link.source()], self.graph[link.target()], link.weight()))
    }

    /// The place of a node; `None` when it is not in the projection.
    #[must_use]
    pub fn place(&self, node: impl Into<NodeIx>) -> Option<NodeIndex> {
        self.by_node.get(&node.into()).copied()
    }

    /// Number of links of a node.
    #[must_use]
    pub fn degree(&self, at: NodeIndex) -> usize {
        self.graph.edges(at).count()
    }

    /// Sum of the strengths of a node's links; 0 for a node without links. `None` in [`Projection::Full`], where links
    /// of different kinds do not add up.
    #[must_use]
    pub fn weighted_degree(&self, at: NodeIndex) -> Option<f64> {
        (self.projection != Projection::Full)
            .then(|| self.graph.edges(at).filter_map(|link| link.weight().strength).sum())
    }

    /// Number of different nodes to which a node is linked: at most its degree.
    #[must_use]
    pub fn partners(&self, at: NodeIndex) -> usize {
        self.graph.neighbors(at).collect::<FxHashSet<_>>().len()
    }
}
