//! What readers see: one immutable network at a time, and what was computed from it before.

use std::sync::Arc;

use arc_swap::ArcSwap;
use chrono::NaiveDate;
use moka::sync::Cache;
use network::coalition::Weights;
use network::findings::{Finding, findings};
use network::graph::{Graph, Projection, TooLarge, Weighting, project};
use network::network::Network;
use network::source::Confidence;
use network::view::{Memo, View, ViewKey};

/// The current network, swapped as a whole, and results that belong to views of it. Results of older revisions fall out
/// of the caches by themselves, as nobody asks for them any more.
#[derive(Debug)]
pub struct Live {
    current: ArcSwap<Network>,
    weights: Arc<Weights>,
    views: Cache<ViewKey, Arc<Memo>>,
    graphs: Cache<(ViewKey, Projection, Weighting), Arc<Graph>>,
    findings: Cache<ViewKey, Arc<[Finding]>>,
}

/// Bytes of a node or a link of a graph, and of a finding with its message: what they were measured to take, rounded up.
const GRAPH_ITEM_BYTES: usize = 64;
const FINDING_BYTES: usize = 512;

/// A weight of this many bytes.
fn bytes(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

impl Live {
    /// Starts with a network.
    ///
    /// * `cache_bytes`: what results may take in memory together, in bytes.
    #[must_use]
    pub fn new(network: Network, weights: Weights, cache_bytes: u64) -> Self {
        let half = cache_bytes / 2;
        let views = Cache::builder().max_capacity(half).weigher(|_, memo: &Arc<Memo>| bytes(memo.weight_bytes()));
        let graphs = Cache::builder()
            .max_capacity(half / 2)
            .weigher(|_, graph: &Arc<Graph>| bytes((graph.node_count() + graph.link_count()) * GRAPH_ITEM_BYTES));
        let findings = Cache::builder()
            .max_capacity(half / 2)
            .weigher(|_, findings: &Arc<[Finding]>| bytes((findings.len() + 1) * FINDING_BYTES));
        Self {
            current: ArcSwap::from_pointee(network),
            weights: Arc::new(weights),
            views: views.build(),
            graphs: graphs.build(),
            findings: findings.build(),
        }
    }

    /// The network as it is now. A request takes it once and keeps it to its end.
    #[must_use]
    pub fn current(&self) -> Arc<Network> {
        self.current.load_full()
    }

    /// A view of a network. What was computed for one with the same key is used again.
    #[must_use]
    pub fn view(&self, network: Arc<Network>, valid_at: NaiveDate, min_confidence: Confidence) -> View {
        let view = View::new(network, valid_at, min_confidence, self.weights.clone());
        let memo = self.views.get_with(view.key(), || Arc::new(Memo::new(view.network())));
        view.sharing(memo)
    }

    /// A projection of a view, computed once.
    ///
    /// # Errors
    /// When it would have too many links.
    pub fn graph(&self, view: &View, projection: Projection, weighting: Weighting) -> Result<Arc<Graph>, TooLarge> {
        let made = self
            .graphs
            .try_get_with((view.key(), projection, weighting), || project(view, projection, weighting).map(Arc::new));
        made.map_err(|too_large| *too_large)
    }

    /// The findings of a view, computed once.
    #[must_use]
    pub fn findings(&self, view: &View) -> Arc<[Finding]> {
        self.findings.get_with(view.key(), || findings(view).into())
    }
}
