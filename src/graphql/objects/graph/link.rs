//! Links of a graph.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use network::graph::{self, LinkKind};
use network::view::View;

use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::global_id;
use crate::graphql::objects::node::Node;
use crate::graphql::objects::participation::Venue;
use crate::graphql::page::list;

/// A link of a graph.
pub struct GraphLink {
    pub(super) view: Arc<View>,
    pub(super) graph: Arc<graph::Graph>,
    pub(super) source: network::node::NodeIx,
    pub(super) target: network::node::NodeIx,
    pub(super) link: graph::Link,
}

impl GraphLink {
    /// Who they are whose link is shown.
    fn ends(&self) -> [ID; 2] {
        let network = self.view.network();
        [self.source, self.target].map(|node| {
            Node::note(network, node);
            global_id::encode(network, node)
        })
    }
}

/// A link of a graph.
#[Object(serial)]
impl GraphLink {
    /// Id of the node it runs from; in projections of organisations the direction means nothing.
    async fn source(&self) -> ID {
        let [source, _] = self.ends();
        source
    }

    /// Id of the node it runs to.
    async fn target(&self) -> ID {
        let [_, target] = self.ends();
        target
    }

    /// Why the two are linked.
    async fn kind(&self) -> Code<LinkKind> {
        Code(self.link.kind)
    }

    /// How strong the tie is. In projections of organisations what sharing weighs; in FULL only of evidence, from 0 to 1;
    /// null for all other links.
    async fn strength(&self) -> Option<f64> {
        self.link.strength
    }

    /// Where both take part, at most 1,000; empty where links are no shared venues.
    async fn shared_venues(&self, ctx: &Context<'_>) -> Result<Vec<Venue>, ApiError> {
        let ends = self.graph.place(self.source).zip(self.graph.place(self.target));
        let shared = ends.map(|(source, target)| self.graph.shared_venues(source, target)).unwrap_or_default();
        list(ctx, shared.into_iter().map(|at| Venue::new(&self.view, self.graph.venues()[at].0)))
    }
}
