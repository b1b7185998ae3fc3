//! What organisations share: beyond chance, and where.

use std::sync::Arc;

use async_graphql::{Context, Object};
use network::graph::Graph;
use network::measure::{self, Sharing, Undefined};
use network::node::NodeIx;
use network::view::View;

use super::measured::off_thread;
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::objects::Organisation;
use crate::graphql::objects::node::Node;
use crate::graphql::objects::participation::Venue;
use crate::graphql::page::list;
use crate::graphql::scalars::int;

/// A backbone.
pub struct Backbone {
    view: Arc<View>,
    graph: Arc<Graph>,
    alpha: f64,
    found: Result<Found, Undefined>,
}

struct Found {
    tested: usize,
    links: Vec<Sharing>,
}

impl Backbone {
    pub(super) async fn new(view: &Arc<View>, graph: &Arc<Graph>, alpha: f64) -> Result<Self, ApiError> {
        if !(alpha > 0.0 && alpha < 1.0) {
            return Err(ApiError::bad_user_input(
                format!("alpha is {alpha}; het moet groter dan 0 en kleiner dan 1 zijn"),
                format!("alpha is {alpha}; it must be above 0 and below 1"),
            ));
        }
        let found = off_thread(graph, move |graph| {
            let tested = graph.backbone()?.as_ref().map_err(|undefined| *undefined);
            Ok(tested
                .map(|tested| Found { tested: tested.tested, links: tested.significant(alpha).copied().collect() }))
        });
        Ok(Self { view: view.clone(), graph: graph.clone(), alpha, found: found.await? })
    }
}

/// Organisations that share more venues than chance would have it, when each takes part in as many as it does and each venue
/// has as many as it has.
#[Object(serial)]
impl Backbone {
    /// The part of the links told that may be there by chance.
    async fn alpha(&self) -> f64 {
        self.alpha
    }

    /// How many pairs were tested: all of two that each take part in some venue. Null when nothing can be tested.
    async fn tested_count(&self) -> Option<i32> {
        self.found.as_ref().ok().map(|found| int(found.tested))
    }

    /// How many pairs share more than chance would have it; null when nothing can be tested.
    async fn link_count(&self) -> Option<i32> {
        self.found.as_ref().ok().map(|found| int(found.links.len()))
    }

    /// Those pairs, in the order of the graph; at most 1,000. Empty when nothing can be tested.
    async fn links(&self, ctx: &Context<'_>) -> Result<Vec<BackboneLink>, ApiError> {
        let links = self.found.iter().flat_map(|found| &found.links);
        let link =
            |sharing: &Sharing| BackboneLink { view: self.view.clone(), graph: self.graph.clone(), sharing: *sharing };
        list(ctx, links.map(link))
    }

    /// Why nothing can be tested; null when something was.
    async fn reason(&self) -> Option<Code<Undefined>> {
        self.found.as_ref().err().map(|undefined| Code(*undefined))
    }
}

/// A link of a backbone.
pub struct BackboneLink {
    view: Arc<View>,
    graph: Arc<Graph>,
    sharing: Sharing,
}

/// Two that share more venues than chance would have it.
#[Object(serial)]
impl BackboneLink {
    /// The one.
    async fn source(&self) -> Node {
        Node::new(&self.view, self.graph.node(self.sharing.one))
    }

    /// The other; the direction means nothing.
    async fn target(&self) -> Node {
        Node::new(&self.view, self.graph.node(self.sharing.other))
    }

    /// How many venues they share.
    async fn shared_count(&self) -> i32 {
        int(self.sharing.shared)
    }

    /// The chance that they share at least so many, from 0 to 1.
    async fn p_value(&self) -> f64 {
        self.sharing.p_value
    }
}

/// An interlock.
pub struct Interlock {
    pub(super) view: Arc<View>,
    pub(super) graph: Arc<Graph>,
    pub(super) found: measure::Interlock,
}

/// Two venues in which the same organisations take part (interlock).
#[Object(serial)]
impl Interlock {
    /// The two venues.
    async fn venues(&self) -> Vec<Venue> {
        [self.found.one, self.found.other].map(|at| Venue::new(&self.view, self.graph.venues()[at].0)).into()
    }

    /// How many organisations take part in both.
    async fn size(&self) -> i32 {
        int(self.found.shared.len())
    }

    /// Who takes part in both, in Dutch order of their names; at most 1,000.
    async fn organisations(&self, ctx: &Context<'_>) -> Result<Vec<Organisation>, ApiError> {
        let organisation = |at: &u32| match self.graph.node(*at) {
            NodeIx::Organisation(ix) => Some(Organisation::new(&self.view, ix)),
            _ => None,
        };
        list(ctx, self.found.shared.iter().filter_map(organisation))
    }
}
