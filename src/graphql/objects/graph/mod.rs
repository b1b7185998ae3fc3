//! The network as nodes and links.

pub mod communities;
pub mod link;
pub(super) mod measured;
pub mod mixing;
pub mod node;
pub mod shared;

use std::sync::Arc;

use async_graphql::{Context, Object};
use chrono::NaiveDate;
use network::facts::Language;
use network::graph::{self, Grouping, Projection, Weighting};
use network::view::View;

use self::communities::{Bridge, Community};
use self::link::GraphLink;
use self::mixing::{HelixSynergy, Mixing, TripartiteShare};
use self::node::GraphNode;
use self::shared::{Backbone, Interlock};
use crate::graphql::codes::Code;
use crate::graphql::error::{ApiError, Code as ErrorCode};
use crate::graphql::page::list;
use crate::graphql::reader::Reader;
use crate::graphql::scalars::int;

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
        let graph = Self::find(ctx, view, projection, weighting).await?;
        if graph.node_count() == 0 {
            return Err(empty(projection, view.valid_at()));
        }
        Ok(Self { graph, view: view.clone() })
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

/// Says that there is nothing to measure, and where there may be.
fn empty(projection: Projection, day: NaiveDate) -> ApiError {
    let projection = projection.code();
    ApiError::new(
        ErrorCode::GraphEmpty,
        format!(
            "van {projection} is op {day} niets bekend: vraag een andere dag (validAt), een lagere minConfidence of een andere \
             projectie"
        ),
        format!(
            "nothing is known of {projection} on {day}: ask another day (validAt), a lower minConfidence or another projection"
        ),
    )
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

/// The network as nodes and links: a named projection of the view, with what can be measured of it. Links of several kinds
/// between two nodes are one tie for measures. Random parts start from seed 0, so the same network has the same numbers.
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
        int(self.graph.node_count())
    }

    /// How many links.
    async fn link_count(&self) -> i32 {
        int(self.graph.link_count())
    }

    /// The nodes, organisations first, each noun in Dutch order of its names; at most 20,000.
    async fn nodes(&self, ctx: &Context<'_>) -> Result<Vec<GraphNode>, ApiError> {
        within(["knopen", "nodes"], self.graph.node_count(), MOST_NODES)?;
        measured::prepare(ctx, &self.graph).await?;
        let node = |(at, node)| GraphNode { view: self.view.clone(), graph: self.graph.clone(), at, node };
        Ok(self.graph.nodes().map(node).collect())
    }

    /// The links; at most 100,000.
    async fn links(&self) -> Result<Vec<GraphLink>, ApiError> {
        within(["verbindingen", "links"], self.graph.link_count(), MOST_LINKS)?;
        let link = |(source, target, link): (_, _, &graph::Link)| GraphLink {
            view: self.view.clone(),
            graph: self.graph.clone(),
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

    /// How many components: nodes that hang together are one.
    async fn component_count(&self) -> Result<i32, ApiError> {
        let most = measured::off_thread(&self.graph, |graph| Ok(graph.components().iter().max().copied())).await?;
        Ok(most.map_or(0, |most| i32::try_from(most).map_or(i32::MAX, |most| most.saturating_add(1))))
    }

    /// Pairs of nodes whose tie alone holds two parts together; at most 1,000.
    async fn bridges(&self, ctx: &Context<'_>) -> Result<Vec<Bridge>, ApiError> {
        let bridges = measured::off_thread(&self.graph, |graph| Ok(graph.cuts().bridges.clone())).await?;
        list(ctx, bridges.into_iter().map(|bridge| Bridge::new(&self.view, &self.graph, bridge)))
    }

    /// Groups of nodes that are tied with each other more than chance would have it (Leiden, the best of 40 runs), the
    /// largest first; at most 1,000. They tell how nodes behave, not who is in a coalition. Refused with GRAPH_TOO_LARGE
    /// for a graph that would take too long.
    async fn communities(&self, ctx: &Context<'_>) -> Result<Vec<Community>, ApiError> {
        let count = measured::off_thread(&self.graph, |graph| graph.communities().map(|found| found.count)).await?;
        let community = |number| Community { view: self.view.clone(), graph: self.graph.clone(), number };
        list(ctx, (0..u32::try_from(count).unwrap_or(u32::MAX)).map(community))
    }

    /// How much more is tied inside communities than chance would have it, from −0.5 to 1; null without links.
    async fn modularity(&self) -> Result<Option<f64>, ApiError> {
        measured::off_thread(&self.graph, |graph| graph.communities().map(|found| found.modularity)).await
    }

    /// How alike the communities of 20 runs are: the mean adjusted Rand index, 1 when all are the same; null when nothing
    /// could be divided otherwise.
    async fn community_stability(&self) -> Result<Option<f64>, ApiError> {
        measured::off_thread(&self.graph, |graph| graph.communities().map(|found| found.stability)).await
    }

    /// How alike communities and groups are: the adjusted Rand index, 1 when they are the same, 0 when they are as alike as
    /// chance would have it. Null where nodes have no groups, and where nothing could be divided otherwise.
    async fn communities_like(
        &self,
        #[graphql(desc = "By what nodes are grouped.", default_with = "Code(Grouping::Helix)")] by: Code<Grouping>,
    ) -> Result<Option<f64>, ApiError> {
        measured::off_thread(&self.graph, move |graph| graph.communities_like(by.0)).await
    }

    /// Whether links run between groups or inside them. Null without links, and where nodes have no groups.
    async fn mixing(
        &self,
        #[graphql(desc = "By what nodes are grouped.", default_with = "Code(Grouping::Helix)")] by: Code<Grouping>,
    ) -> Result<Option<Mixing>, ApiError> {
        let found = measured::off_thread(&self.graph, move |graph| Ok(graph.mixing(by.0))).await?;
        Ok(found.map(Mixing::from))
    }

    /// In how many venues, hubs too, government, education and business all take part; null when there is no venue.
    async fn tripartite_share(&self) -> Option<TripartiteShare> {
        self.graph.tripartite().map(TripartiteShare::from)
    }

    /// Leydesdorff's synergy of government, education and business, by who takes part in which venue, hubs too.
    async fn helix_synergy(&self) -> Result<HelixSynergy, ApiError> {
        measured::off_thread(&self.graph, |graph| Ok(graph.synergy())).await.map(HelixSynergy)
    }

    /// Which organisations share more venues than chance would have it (stochastic degree sequence model, Benjamini and
    /// Hochberg). Refused with GRAPH_TOO_LARGE for a graph that would take too long.
    async fn backbone(
        &self,
        #[graphql(
            desc = "The part of the links told that may be there by chance, above 0 and below 1.",
            default = 0.05
        )]
        alpha: f64,
    ) -> Result<Backbone, ApiError> {
        Backbone::new(&self.view, &self.graph, alpha).await
    }

    /// Venues that share organisations, hubs left out, most shared first; at most 1,000. Refused with GRAPH_TOO_LARGE for a
    /// graph that would take too long.
    async fn interlocks(&self, ctx: &Context<'_>) -> Result<Vec<Interlock>, ApiError> {
        let found = measured::off_thread(&self.graph, graph::Graph::interlocks).await?;
        let interlock = |found| Interlock { view: self.view.clone(), graph: self.graph.clone(), found };
        list(ctx, found.into_iter().map(interlock))
    }
}
