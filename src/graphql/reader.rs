//! What a request stands on: one snapshot, one today.

use std::any::TypeId;
use std::sync::Arc;

use async_graphql::{Context, Data};
use chrono::{DateTime, NaiveDate, Utc};
use network::findings::Finding;
use network::journal::Journal;
use network::network::{Network, Revision};
use network::source::Confidence;
use network::view::View;

use super::error::ApiError;
use crate::live::{Live, Snapshot};

/// Put into the data of each request: the network as it was when the request came, and the day that is today for it.
#[derive(Debug)]
pub struct Reader {
    live: Arc<Live>,
    snapshot: Arc<Snapshot>,
    today: NaiveDate,
}

impl Reader {
    /// Pins the current network.
    #[must_use]
    pub fn new(live: Arc<Live>, today: NaiveDate) -> Self {
        let snapshot = live.current();
        Self { live, snapshot, today }
    }

    /// The reader of the request that a resolver works for.
    ///
    /// # Errors
    /// `INTERNAL` when the executor did not put one there.
    pub fn of<'a>(ctx: &Context<'a>) -> Result<&'a Self, ApiError> {
        ctx.data::<Self>().map_err(|missing| ApiError::internal("find the reader of the request", missing.message))
    }

    /// The reader among the data of a request; `None` when nobody put one there.
    pub(super) fn among(data: &Data) -> Option<&Self> {
        data.get(&TypeId::of::<Self>())?.downcast_ref()
    }

    /// The pinned network.
    #[must_use]
    pub fn network(&self) -> &Arc<Network> {
        &self.snapshot.network
    }

    /// Every commit up to the pinned network.
    #[must_use]
    pub fn journal(&self) -> &Journal {
        &self.snapshot.journal
    }

    /// A view of the pinned network; nothing given: today, everything.
    #[must_use]
    pub fn view(&self, valid_at: Option<NaiveDate>, min_confidence: Option<Confidence>) -> Arc<View> {
        self.view_of(self.network(), valid_at, min_confidence)
    }

    /// A view of this network; nothing given: today, everything.
    #[must_use]
    pub fn view_of(
        &self,
        network: &Arc<Network>,
        valid_at: Option<NaiveDate>,
        min_confidence: Option<Confidence>,
    ) -> Arc<View> {
        let day = valid_at.unwrap_or(self.today);
        Arc::new(self.live.view(Arc::clone(network), day, min_confidence.unwrap_or(Confidence::Unverified)))
    }

    /// The network as it was known at a moment.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` before the first revision.
    pub fn known(&self, moment: DateTime<Utc>) -> Result<Arc<Network>, ApiError> {
        let Some(commit) = self.snapshot.journal.known_at(moment) else {
            let first = self.snapshot.journal.commits().next().map(|commit| commit.revision.recorded_at);
            let [nl, en] = first.map_or_else(Default::default, |at| {
                let at = at.to_rfc3339();
                [format!("; de eerste revisie is van {at}"), format!("; the first revision is of {at}")]
            });
            return Err(ApiError::bad_user_input(
                format!("knownAt: toen was er niets bekend{nl}"),
                format!("knownAt: nothing was known then{en}"),
            ));
        };
        self.at(commit.revision)
    }

    /// The network as it was known at a revision of the journal.
    ///
    /// # Errors
    /// When the journal does not fit the network.
    pub fn at(&self, revision: Revision) -> Result<Arc<Network>, ApiError> {
        self.live.known(&self.snapshot, revision).map_err(|problems| {
            let first = problems.first().map(ToString::to_string).unwrap_or_default();
            ApiError::internal("undo what came later", first)
        })
    }

    /// The view to compare a view with; nothing given: its own day and moment.
    ///
    /// # Errors
    /// As [`known`](Self::known).
    pub fn compared(
        &self,
        view: &View,
        valid_at: Option<NaiveDate>,
        known_at: Option<DateTime<Utc>>,
    ) -> Result<Arc<View>, ApiError> {
        let network = known_at.map_or_else(|| Ok(Arc::clone(view.network())), |moment| self.known(moment))?;
        Ok(self.view_of(&network, Some(valid_at.unwrap_or(view.valid_at())), Some(view.min_confidence())))
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
