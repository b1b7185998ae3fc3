//! What somebody sees, to be written as a file and taken along.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use network::audience::Sight;
use network::source::Confidence;
use network::view::View;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use uuid::Uuid;

use super::error::{ApiError, Code};
use super::reader::Reader;
use super::shown::Reading;
use super::viewer::Viewer;
use crate::clock::Clock;
use crate::live::Live;

/// How many files are made at the same time: each keeps a thread as long as its client reads.
const AT_ONCE: usize = 8;

/// How many of them for whoever shows no token: who reads slowly on purpose keeps nobody from a file who is known.
const OPEN_AT_ONCE: usize = 4;

/// Which view is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The day; `None`: today.
    pub valid_at: Option<NaiveDate>,
    /// As it was known then; `None`: now.
    pub known_at: Option<DateTime<Utc>>,
    /// How sure at least.
    pub min_confidence: Confidence,
}

/// A view of what somebody sees.
#[derive(Debug, Clone)]
pub struct Export {
    /// What they see.
    pub view: Arc<View>,
    /// Who, as the journal says it; empty: nobody knows.
    owner: String,
    sight: Sight,
}

impl Export {
    /// Whether what they see is for them alone.
    #[must_use]
    pub fn is_confidential(&self) -> bool {
        self.sight != Sight::Public
    }

    /// Whether they see the desk.
    #[must_use]
    pub fn is_of_desk(&self) -> bool {
        self.sight.is_of_desk()
    }

    /// What they are shown of the desk in a file.
    pub(super) fn reading(&self, file: &str, facts: Vec<(&'static str, Uuid)>) -> Reading {
        let revision = self.view.network().revision().number.unsigned_abs();
        Reading { actor: self.owner.clone(), operation: Some(format!("export {file}")), revision, facts }
    }
}

/// Hands out views for files.
pub struct Exports {
    live: Arc<Live>,
    clock: Clock,
    places: Arc<Semaphore>,
    open_places: Arc<Semaphore>,
}

impl Exports {
    /// Views of the current network.
    #[must_use]
    pub fn new(live: Arc<Live>, clock: Clock) -> Self {
        let [places, open_places] = [AT_ONCE - OPEN_AT_ONCE, OPEN_AT_ONCE].map(|count| Arc::new(Semaphore::new(count)));
        Self { live, clock, places, open_places }
    }

    /// The view that somebody wants of what they see.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` for a moment at which nothing was known; our own failures.
    pub async fn of(&self, viewer: &Viewer, wanted: Wanted) -> Result<Export, ApiError> {
        let reader = Reader::new(Arc::clone(&self.live), self.clock.today(), viewer)?;
        let (owner, sight) = (viewer.called(), reader.sight());
        // An earlier moment is found by undoing what came later.
        let view = tokio::task::spawn_blocking(move || {
            let network = wanted.known_at.map_or_else(|| Ok(Arc::clone(reader.network())), |at| reader.known(at))?;
            Ok::<_, ApiError>(reader.view_of(&network, wanted.valid_at, Some(wanted.min_confidence)))
        });
        let view = view.await.map_err(|stopped| ApiError::internal("look for what to export", stopped))??;
        Ok(Export { view, owner, sight })
    }

    /// A place among those who are being served.
    ///
    /// # Errors
    /// `UNAVAILABLE` when all are taken.
    pub fn place(&self, export: &Export) -> Result<OwnedSemaphorePermit, ApiError> {
        let places = if export.owner.is_empty() { &self.open_places } else { &self.places };
        Arc::clone(places).try_acquire_owned().map_err(|_| {
            ApiError::new(
                Code::Unavailable,
                "Er worden al te veel bestanden gemaakt; vraag het zo opnieuw.",
                "Too many files are being made already; ask again in a moment.",
            )
        })
    }
}
