//! Where following starts.

use std::sync::Arc;

use async_graphql::{Context, Subscription};
use futures_util::stream::{self, Stream};
use network::audience::Sight;
use network::network::{Network, Revision};

use super::error::ApiError;
use super::objects::change::ChangeKind;
use super::objects::network_change::NetworkChange;
use super::reader::Reader;
use crate::live::Snapshot;

/// How far a subscription has told. Put into the data of each of its executions.
#[derive(Debug, Clone, Default)]
pub struct Followed {
    /// What was seen at the last execution; `None` at the first one.
    pub before: Option<Arc<Snapshot>>,
    /// The revision of the whole network at the last execution, whatever of it was seen; `None` at the first one.
    pub looked_at: Option<Revision>,
    /// What the asker could see at the last execution; `None` at the first one.
    pub sight: Option<Sight>,
}

impl Followed {
    /// As far as this execution looks.
    #[must_use]
    pub fn by(reader: &Reader) -> Self {
        Self {
            before: Some(Arc::clone(reader.snapshot())),
            looked_at: Some(reader.newest()),
            sight: Some(reader.sight()),
        }
    }
}

/// The root of all subscriptions.
pub struct Subscription;

/// The root of all subscriptions, over WebSocket (graphql-transport-ws) at /graphql/ws, or as events (GraphQL over SSE,
/// distinct connections) at /graphql/sse.
#[Subscription]
impl Subscription {
    /// What changed, whenever something did. A client that is slow gets in one event what happened meanwhile. After a broken
    /// connection, go on with `since`: nothing is lost. When the database was put back, or lost its last commits, an event
    /// tells what differs from what was told before, as changes by the command `PUT_BACK`, and the revision that there is
    /// now, which may be a lower one or another one of the same number. So does an event when the client may see more or less
    /// than before, as when the organisation that it acts for joins or leaves the network: by the command `SIGHT_CHANGED`.
    async fn network_changed(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "A revision that the client knows: what was changed after it comes first. Not given: what is changed from now on. One that there is not, as when the database was put back meanwhile, is waited for two seconds at most, as another server may have been faster, and then refused: ask anew then what is shown."
        )]
        since: Option<i32>,
        #[graphql(
            desc = "Only changes of these kinds, and only events that hold one, or tell that the database was put back or that the client sees more or less; all when not given."
        )]
        kinds: Option<Vec<ChangeKind>>,
    ) -> Result<impl Stream<Item = NetworkChange>, ApiError> {
        let reader = Reader::of(ctx)?;
        let followed = ctx.data::<Followed>();
        let followed = followed.map_err(|missing| ApiError::internal("find what was told already", missing.message))?;
        let before = match &followed.before {
            Some(before) => Some(Arc::clone(before)),
            None => known(reader, since)?,
        };
        let turned = followed.sight.is_some_and(|sight| sight != reader.sight());
        let change = before.and_then(|before| NetworkChange::between(reader, &before, turned, kinds.as_deref()));
        Ok(stream::iter(change))
    }
}

/// The network as the client knows it; `None` when nothing has changed since.
fn known(reader: &Reader, since: Option<i32>) -> Result<Option<Arc<Snapshot>>, ApiError> {
    let Some(since) = since.map(i64::from) else { return Ok(None) };
    let newest = reader.network().revision().number;
    if !(0..=newest).contains(&since) {
        let (mut nl, mut en) = (
            format!("since moet een revisie zijn die er is: 0 tot en met {newest}."),
            format!("since must be a revision that there is: 0 to {newest}."),
        );
        if since > newest {
            nl.push_str(
                " Is een latere eerder verteld, dan is de database teruggezet: vraag opnieuw op wat er getoond wordt, en \
                 volg zonder since.",
            );
            en.push_str(
                " If a later one was told before, the database was put back: ask anew what is shown, and follow without \
                 since.",
            );
        }
        return Err(ApiError::bad_user_input(nl, en));
    }
    // Before the first commit there was nothing, which is no network: who begins there begins with the first one.
    let first = reader.journal().commits().next();
    let last_known = reader.journal().up_to(since).next_back().or(first);
    let Some(last_known) = last_known else { return Ok(None) };
    let mut network = reader.at(last_known.revision)?;
    if network.key().rewritten_at > since {
        // What the client knows of it may hold what was taken out later.
        network = Arc::new(Network::clone(&network).rewritten_at(0));
    }
    Ok(Some(Arc::new(Snapshot { network, journal: reader.journal().clone() })))
}
