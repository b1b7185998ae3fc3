//! What a request stands on: one snapshot, one today.

use std::sync::Arc;

use async_graphql::Context;
use chrono::NaiveDate;
use network::findings::Finding;
use network::network::Network;
use network::source::Confidence;
use network::view::View;

use super::error::ApiError;
use crate::live::Live;

/// Put into the data of each request: the network as it was when the request came, and the day that is today for it.
#[derive(Debug)]
pub struct Reader {
    live: Arc<Live>,
    network: Arc<Network>,
    today: NaiveDate,
}

impl Reader {
    /// Pins the current network.
    #[must_use]
    pub fn new(live: Arc<Live>, today: NaiveDate) -> Self {
        let network = Arc::clone(&live.current().network);
        Self { live, network, today }
    }

    /// The reader of the request that a resolver works for.
    ///
    /// # Errors
    /// `INTERNAL` when the executor did not put one there.
    pub fn of<'a>(ctx: &Context<'a>) -> Result<&'a Self, ApiError> {
        ctx.data::<Self>().map_err(|missing| ApiError::internal("find the reader of the request", missing.message))
    }

    /// The pinned network.
    #[must_use]
    pub fn network(&self) -> &Arc<Network> {
        &self.network
    }

    /// A view of the pinned network; nothing given: today, everything.
    #[must_use]
    pub fn view(&self, valid_at: Option<NaiveDate>, min_confidence: Option<Confidence>) -> Arc<View> {
        let day = valid_at.unwrap_or(self.today);
        Arc::new(self.live.view(self.network.clone(), day, min_confidence.unwrap_or(Confidence::Unverified)))
    }

    /// Another day of a view.
    #[must_use]
    pub fn on(&self, view: &View, valid_at: NaiveDate) -> Arc<View> {
        Arc::new(self.live.view(view.network().clone(), valid_at, view.min_confidence()))
    }

    /// The day that is today for this request.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// Where snapshots and results lie.
    #[must_use]
    pub fn live(&self) -> &Arc<Live> {
        &self.live
    }

    /// The findings of a view.
    #[must_use]
    pub fn findings(&self, view: &View) -> Arc<[Finding]> {
        self.live.findings(view)
    }
}
