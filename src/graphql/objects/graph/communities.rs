//! What a graph falls into.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use network::graph::Graph;
use network::node::NodeIx;
use network::view::View;

use super::measured::{off_thread, too_many};
use crate::graphql::error::ApiError;
use crate::graphql::global_id;
use crate::graphql::objects::node::Node;
use crate::graphql::page::list;
use crate::graphql::scalars::int;

/// A bridge.
pub struct Bridge {
    view: Arc<View>,
    ends: [NodeIx; 2],
}

impl Bridge {
    pub(super) fn new(view: &Arc<View>, graph: &Graph, (one, other): (u32, u32)) -> Self {
        Self { view: view.clone(), ends: [one, other].map(|at| graph.node(at)) }
    }

    /// Who they are whose bridge is shown.
    fn end(&self, at: usize) -> ID {
        let network = self.view.network();
        self.ends.iter().for_each(|end| Node::note(network, *end));
        global_id::encode(network, self.ends[at])
    }
}

/// Two nodes whose tie alone holds two parts of a graph together.
#[Object(serial)]
impl Bridge {
    /// Id of the one.
    async fn source(&self) -> ID {
        self.end(0)
    }

    /// Id of the other; the direction means nothing.
    async fn target(&self) -> ID {
        self.end(1)
    }
}

/// A community.
pub struct Community {
    pub(super) view: Arc<View>,
    pub(super) graph: Arc<Graph>,
    pub(super) number: u32,
}

impl Community {
    async fn places(&self) -> Result<Vec<u32>, ApiError> {
        let number = self.number;
        off_thread(&self.graph, move |graph| {
            let of = &graph.communities()?.of;
            Ok((0u32..).zip(of).filter(|(_, community)| **community == number).map(|(at, _)| at).collect())
        })
        .await
    }
}

/// Nodes that are tied with each other more than chance would have it: how they behave, not what they declared.
#[Object(serial)]
impl Community {
    /// How many nodes.
    async fn size(&self) -> Result<i32, ApiError> {
        let found = self.graph.communities().map_err(too_many)?;
        Ok(int(found.of.iter().filter(|community| **community == self.number).count()))
    }

    /// Its nodes, in the order of the graph; at most 1,000.
    async fn members(&self, ctx: &Context<'_>) -> Result<Vec<Node>, ApiError> {
        let places = self.places().await?;
        list(ctx, places.into_iter().map(|at| Node::new(&self.view, self.graph.node(at))))
    }
}
