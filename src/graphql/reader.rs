//! What a request stands on: one snapshot, one today.

use std::any::TypeId;
use std::sync::Arc;

use async_graphql::{Context, Data};
use chrono::{DateTime, NaiveDate, Utc};
use network::audience::Sight;
use network::findings::Finding;
use network::journal::Journal;
use network::network::{Network, Revision};
use network::problem::Problem;
use network::source::Confidence;
use network::view::View;

use super::error::ApiError;
use super::filters::AssumptionInput;
use super::viewer::Viewer;
use crate::live::{Live, Snapshot};

/// Put into the data of each request: what its viewer sees of the network as it was when the request came, and the day
/// that is today for it.
#[derive(Debug)]
pub struct Reader {
    live: Arc<Live>,
    snapshot: Arc<Snapshot>,
    newest: Revision,
    sight: Sight,
    today: NaiveDate,
}

impl Reader {
    /// Pins what somebody sees of the current network.
    ///
    /// # Errors
    /// When what they see is no network, which no writer leaves behind.
    pub fn new(live: Arc<Live>, today: NaiveDate, viewer: &Viewer) -> Result<Self, ApiError> {
        let whole = live.current();
        let sight = viewer.sight(&whole.network, today);
        let snapshot = live.seen_by(&whole, sight).map_err(|problems| unseen(&problems))?;
        Ok(Self { live, snapshot, newest: whole.network.revision(), sight, today })
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

    /// The pinned network with its journal.
    #[must_use]
    pub fn snapshot(&self) -> &Arc<Snapshot> {
        &self.snapshot
    }

    /// The pinned network.
    #[must_use]
    pub fn network(&self) -> &Arc<Network> {
        &self.snapshot.network
    }

    /// What the viewer sees of the network as it is now, whatever was pinned.
    ///
    /// # Errors
    /// As for [`new`](Self::new).
    pub fn now(&self) -> Result<Arc<Network>, ApiError> {
        let seen = self.live.seen_by(&self.live.current(), self.sight);
        seen.map(|snapshot| Arc::clone(&snapshot.network)).map_err(|problems| unseen(&problems))
    }

    /// The revision of the whole at that moment, seen or not: up to where this request looked.
    #[must_use]
    pub fn newest(&self) -> Revision {
        self.newest
    }

    /// What the viewer may see.
    #[must_use]
    pub fn sight(&self) -> Sight {
        self.sight
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

    /// When the first revision was recorded; `None` while there is none.
    #[must_use]
    pub fn first_known(&self) -> Option<DateTime<Utc>> {
        self.snapshot.journal.commits().next().map(|commit| commit.revision.recorded_at)
    }

    /// The network as it was known at a moment.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` before the first revision.
    pub fn known(&self, moment: DateTime<Utc>) -> Result<Arc<Network>, ApiError> {
        let Some(commit) = self.snapshot.journal.known_at(moment) else {
            let [nl, en] = self.first_known().map_or_else(Default::default, |at| {
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

    /// A view with what is assumed in it.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` for what cannot be assumed.
    pub fn assuming(&self, view: &View, inputs: &[AssumptionInput]) -> Result<Arc<View>, ApiError> {
        let assumptions = AssumptionInput::all(view, inputs)?;
        let network = self.live.assumed(view, &assumptions).map_err(|wrong| {
            let input = inputs.get(wrong.at);
            input.map_or_else(
                || ApiError::internal("find what cannot be assumed", format!("assumption {}", wrong.at)),
                |input| input.wrong(wrong.at, "", wrong.words.clone()),
            )
        })?;
        Ok(self.view_of(&network, Some(view.valid_at()), Some(view.min_confidence())))
    }

    /// The view to compare a view with: of the stored network, whatever is assumed in the view. Nothing given: its own day
    /// and moment.
    ///
    /// # Errors
    /// As [`known`](Self::known).
    pub fn compared(
        &self,
        view: &View,
        valid_at: Option<NaiveDate>,
        known_at: Option<DateTime<Utc>>,
    ) -> Result<Arc<View>, ApiError> {
        let network = match known_at {
            Some(moment) => self.known(moment)?,
            None if view.network().key().assumed.is_some() => self.at(view.network().revision())?,
            None => Arc::clone(view.network()),
        };
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

fn unseen(problems: &[Problem]) -> ApiError {
    let first = problems.first().map(ToString::to_string).unwrap_or_default();
    ApiError::internal("leave out what somebody may not see", first)
}
