//! The network as nodes and links.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use network::facts::Language;
use network::graph::{self, LinkKind, Projection, Weighting};
use network::view::View;

use super::node::Node;
use crate::graphql::codes::Code;
use crate::graphql::error::{ApiError, Code as ErrorCode};
use crate::graphql::global_id;
use crate::graphql::reader::Reader;

/// Nodes of a graph that one answer may hold.
pub const MOST_NODES: usize = 20_000;
/// Links of a graph that one answer may hold.
pub const MOST_LINKS: usize = 100_000;

/// A projection of a view.
pub struct Graph {
    view: Arc<View>,
    graph: Arc<graph::Graph>,
}

impl Graph {
    /// Makes or finds the projection.
    pub(in crate::graphql) async fn new(
        ctx: &Context<'_>,
        view: &Arc<View>,
        projection: Projection,
        weighting: Weighting,
    ) -> Result<Self, ApiError> {
        Ok(Self { graph: Self::find(ctx, view, projection, weighting).await?, view: view.clone() })
    }

    /// Makes or finds the projection, off the threads that answer requests.
    pub(super) async fn find(
        ctx: &Context<'_>,
        view: &Arc<View>,
        projection: Projection,
        weighting: Weighting,
    ) -> Result<Arc<graph::Graph>, ApiError> {
        let (live, shared) = (Reader::of(ctx)?.live().clone(), view.clone());
        let made = tokio::task::spawn_blocking(move || live.graph(&shared, projection, weighting)).await;
        made.map_err(|stopped| ApiError::internal("make a projection", stopped))?.map_err(|too_large| {
            let links = too_large.links;
            ApiError::new(
                ErrorCode::GraphTooLarge,
                format!("de graaf zou {links} verbindingen kunnen hebben; dat is te veel"),
                too_large.to_string(),
            )
        })
    }
}

fn within([nl, en]: [&str; 2], count: usize, most: usize) -> Result<(), ApiError> {
    if count <= most {
        return Ok(());
    }
    Err(ApiError::new(
        ErrorCode::GraphTooLarge,
        format!("de graaf heeft {count} {nl}; in een antwoord passen er {most}"),
        format!("the graph has {count} {en}; one answer holds at most {most}"),
    ))
}

fn number(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// The network as nodes and links: a named projection of the view.
#[Object(serial)]
impl Graph {
    /// Which projection.
    async fn projection(&self) -> Code<Projection> {
        Code(self.graph.projection())
    }

    /// What sharing venues weighs in it.
    async fn weighting(&self) -> Code<Weighting> {
        Code(self.graph.weighting())
    }

    /// The revision of the network that it shows.
    async fn revision(&self) -> i64 {
        self.view.network().revision().number
    }

    /// Version of the method by which it is made; another version may give other numbers.
    async fn method_version(&self) -> &str {
        "1"
    }

    /// How many nodes.
    async fn node_count(&self) -> i32 {
        number(self.graph.node_count())
    }

    /// How many links.
    async fn link_count(&self) -> i32 {
        number(self.graph.link_count())
    }

    /// The nodes, organisations first, each noun in Dutch order of its names; at most 20,000.
    async fn nodes(&self) -> Result<Vec<GraphNode>, ApiError> {
        within(["knopen", "nodes"], self.graph.node_count(), MOST_NODES)?;
        let node = |(at, node)| GraphNode { view: self.view.clone(), graph: self.graph.clone(), at, node };
        Ok(self.graph.nodes().map(node).collect())
    }

    /// The links; at most 100,000.
    async fn links(&self) -> Result<Vec<GraphLink>, ApiError> {
        within(["verbindingen", "links"], self.graph.link_count(), MOST_LINKS)?;
        let link = |(source, target, link): (_, _, &graph::Link)| GraphLink {
            view: self.view.clone(),
            source,
            target,
            link: *link,
        };
        Ok(self.graph.links().map(link).collect())
    }

    /// What a reader should know: hubs that were left out.
    async fn warnings(
        &self,
        #[graphql(desc = "Which language; EN when not given.")] lang: Option<Code<Language>>,
    ) -> Vec<String> {
        let lang = lang.map_or(Language::En, |lang| lang.0);
        self.graph.warnings().iter().map(|warning| warning.message(&self.view, lang)).collect()
    }
}

/// A node of a graph.
pub struct GraphNode {
    view: Arc<View>,
    graph: Arc<graph::Graph>,
    at: petgraph::graph::NodeIndex,
    node: network::node::NodeIx,
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
        number(self.graph.degree(self.at))
    }

    /// The sum of the strengths of its links; null where links have no strength.
    async fn weighted_degree(&self) -> Option<f64> {
        self.graph.weighted_degree(self.at)
    }

    /// How many different nodes it is linked with.
    async fn partners(&self) -> i32 {
        number(self.graph.partners(self.at))
    }
}

/// A link of a graph.
pub struct GraphLink {
    view: Arc<View>,
    source: network::node::NodeIx,
    target: network::node::NodeIx,
    link: graph::Link,
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
}
