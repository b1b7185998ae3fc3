//! Measures are computed off the threads that answer requests.

use std::sync::Arc;

use async_graphql::Context;
use network::graph::{Graph, Grouping, MOST_STEPS, TooManySteps};

use crate::graphql::error::{ApiError, Code};

/// A measure of nodes, which the graph keeps once it is computed.
type Measure = fn(&Graph) -> Result<(), TooManySteps>;

const GROUPINGS: [Grouping; 2] = [Grouping::Helix, Grouping::Layer];

/// Measures of nodes, by their fields.
const MEASURES: [(&str, Measure); 9] = [
    ("betweenness", |graph| graph.betweenness().map(drop)),
    ("harmonic", |graph| graph.harmonic().map(drop)),
    ("pageRank", |graph| done(graph.page_rank())),
    ("coreNumber", |graph| done(graph.core_numbers())),
    ("constraint", |graph| graph.constraint().map(drop)),
    ("effectiveSize", |graph| graph.effective_size().map(drop)),
    ("articulationPoint", |graph| done(graph.cuts())),
    ("participationCoefficient", |graph| done(GROUPINGS.map(|by| graph.participation(by)))),
    ("brokerage", |graph| GROUPINGS.into_iter().try_for_each(|by| graph.brokerage(by).map(drop))),
];

fn done<T>(_: T) -> Result<(), TooManySteps> {
    Ok(())
}

/// Computes those measures of nodes that are asked for below this field, so that their resolvers find them there.
pub(in crate::graphql::objects) async fn prepare(ctx: &Context<'_>, graph: &Arc<Graph>) -> Result<(), ApiError> {
    let below = ctx.look_ahead();
    let wanted: Vec<Measure> =
        MEASURES.into_iter().filter(|(field, _)| below.field(field).exists()).map(|(_, measure)| measure).collect();
    if wanted.is_empty() {
        return Ok(());
    }
    // What is refused is refused where it stands in the answer.
    let all = move |graph: &Graph| {
        for measure in wanted {
            let _ = measure(graph);
        }
        Ok(())
    };
    off_thread(graph, all).await
}

/// Computes something of a graph.
pub(in crate::graphql::objects) async fn off_thread<T: Send + 'static>(
    graph: &Arc<Graph>,
    measure: impl FnOnce(&Graph) -> Result<T, TooManySteps> + Send + 'static,
) -> Result<T, ApiError> {
    let graph = graph.clone();
    let found = tokio::task::spawn_blocking(move || measure(&graph)).await;
    found.map_err(|stopped| ApiError::internal("measure a graph", stopped))?.map_err(too_many)
}

/// What a client is told of a measure that would take too long.
pub(in crate::graphql::objects) fn too_many(refused: TooManySteps) -> ApiError {
    let steps = refused.steps;
    ApiError::new(
        Code::GraphTooLarge,
        format!("de maat zou {steps} stappen kunnen vragen; meer dan {MOST_STEPS} worden er niet gezet"),
        refused.to_string(),
    )
}
