//! Where every question starts.

use async_graphql::{Context, ID, Object};
use network::source::Confidence;

use super::codes::Code;
use super::error::ApiError;
use super::objects::network_view::Network;
use super::objects::node::{self, Node};
use super::objects::server::Server;
use super::reader::Reader;
use super::scalars::{Date, DateTime};
use super::viewer::Viewer;

/// The root of all questions.
pub struct Query;

/// The root of all questions: the network as it held on a day, and nodes by id.
#[Object(serial)]
impl Query {
    /// The network as it held on a day, as it was known at a moment, told only what is sure enough. Nothing given: today, as
    /// known now, everything. Everything below holds on that day and was known at that moment.
    async fn network(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The day; today in Amsterdam when not given.")] valid_at: Option<Date>,
        #[graphql(
            desc = "The moment of which the knowledge is told; now when not given. Before the first revision nothing was known: BAD_USER_INPUT."
        )]
        known_at: Option<DateTime>,
        #[graphql(
            desc = "Facts less sure than this are left out, with all that cannot be without them; UNVERIFIED, which is everything, when not given."
        )]
        min_confidence: Option<Code<Confidence>>,
    ) -> Result<Network, ApiError> {
        let reader = Reader::of(ctx)?;
        let network = known_at.map_or_else(|| Ok(reader.network().clone()), |moment| reader.known(moment.0))?;
        let (day, confidence) = (valid_at.map(|day| day.0), min_confidence.map(|confidence| confidence.0));
        Ok(Network::new(reader.view_of(&network, day, confidence)))
    }

    /// A node by id, as it is today; null when there is none. The id of an organisation that was merged into another one gives
    /// the one that stays, whose own id differs from the one that was asked for.
    async fn node(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its opaque id.")] id: ID,
    ) -> Result<Option<Node>, ApiError> {
        Ok(Node::find(&Reader::of(ctx)?.view(None, None), &id))
    }

    /// Nodes by id, as they are today: one for each id, in the same order, null where there is none. At most 100. Ids of
    /// organisations that were merged into another one give the one that stays.
    async fn nodes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Their opaque ids.")] ids: Vec<ID>,
    ) -> Result<Vec<Option<Node>>, ApiError> {
        node::nodes(ctx, &Reader::of(ctx)?.view(None, None), &ids)
    }

    /// Who is asking: name, role, what they may do.
    async fn viewer(&self, ctx: &Context<'_>) -> Result<Viewer, ApiError> {
        Viewer::of(ctx).cloned()
    }

    /// This server: version, revision, limits, what a request costs.
    async fn server(&self) -> Server {
        Server
    }
}
