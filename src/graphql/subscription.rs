//! Where following starts.

use std::sync::Arc;

use async_graphql::{Context, Subscription};
use futures_util::stream::{self, Stream};
use network::network::Network;

use super::error::ApiError;
use super::objects::change::ChangeKind;
use super::objects::network_change::NetworkChange;
use super::reader::Reader;

/// How far a subscription has told. Put into the data of each of its executions.
#[derive(Debug, Clone, Default)]
pub struct Followed {
    /// The network of the last execution; `None` at the first one.
    pub before: Option<Arc<Network>>,
}

impl Followed {
    /// The revision up to which everything was told; `None` at the first execution.
    #[must_use]
    pub fn revision(&self) -> Option<i64> {
        self.before.as_ref().map(|before| before.revision().number)
    }
}

/// The root of all subscriptions.
pub struct Subscription;

/// The root of all subscriptions, over WebSocket (graphql-transport-ws) at /graphql/ws, or as events (GraphQL over SSE,
/// distinct connections) at /graphql/sse.
#[Subscription]
impl Subscription {
    /// What changed, whenever something did. A client that is slow gets in one event what happened meanwhile. After a broken
    /// connection, go on with `since`: nothing is lost.
    async fn network_changed(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "A revision that the client knows: what was changed after it comes first. Not given: what is changed from now on."
        )]
        since: Option<i32>,
        #[graphql(desc = "Only changes of these kinds, and only events that hold one; all when not given.")]
        kinds: Option<Vec<ChangeKind>>,
    ) -> Result<impl Stream<Item = NetworkChange>, ApiError> {
        let reader = Reader::of(ctx)?;
        let followed = ctx.data::<Followed>();
        let followed = followed.map_err(|missing| ApiError::internal("find what was told already", missing.message))?;
        let before = match &followed.before {
            Some(before) => Some(Arc::clone(before)),
            None => known(reader, since)?,
        };
        let change = before.and_then(|before| NetworkChange::between(reader, &before, kinds.as_deref()));
        Ok(stream::iter(change))
    }
}

/// The network as the client knows it; `None` when nothing has changed since.
fn known(reader: &Reader, since: Option<i32>) -> Result<Option<Arc<Network>>, ApiError> {
    let Some(since) = since.map(i64::from) else { return Ok(None) };
    let newest = reader.network().revision().number;
    if !(0..=newest).contains(&since) {
        return Err(ApiError::bad_user_input(
            format!("since moet een revisie zijn die er is: 0 tot en met {newest}."),
            format!("since must be a revision that there is: 0 to {newest}."),
        ));
    }
    // Before the first commit there was nothing, which is no network: who begins there begins with the first one.
    let mut commits = reader.journal().after(since - 1);
    let Some(last_known) = commits.next() else { return Ok(None) };
    reader.at(last_known.revision).map(Some)
}
