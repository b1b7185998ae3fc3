//! What a request stands on: one snapshot, one today, and who asks in which language.

use std::sync::Arc;
use std::time::Duration;

use async_graphql::Data;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use network::facts::Language;
use network::network::Revision;
use tokio::sync::watch;
use tokio::time::timeout;

use super::calendar::CalendarFeeds;
use super::error::{ApiError, Code};
use super::executor::{ApiRequest, Pin, Pinned, Version};
use super::guard::Limits;
use super::objects::server::SignIn;
use super::reader::Reader;
use crate::clock::Clock;
use crate::live::Live;
use crate::writer::Writer;

/// The language in which refusals are told. Put into the data of each request.
#[derive(Debug, Clone, Copy)]
pub struct Spoken(pub Language);

/// How long a request waits for a revision that its client knows of.
const PATIENCE: Duration = Duration::from_secs(2);

/// Pins each request to the network as it is when it comes, and to the day that is today then.
pub struct PinToNow {
    live: Arc<Live>,
    limits: Limits,
    clock: Clock,
    writer: Option<Arc<Writer>>,
    feeds: Option<Arc<dyn CalendarFeeds>>,
    sign_in: Option<SignIn>,
}

impl PinToNow {
    /// For questions.
    ///
    /// * `limits`: those in force, for clients that ask the server about itself.
    #[must_use]
    pub fn new(live: Arc<Live>, limits: Limits, clock: Clock) -> Self {
        Self { live, limits, clock, writer: None, feeds: None, sign_in: None }
    }

    /// For changes as well.
    #[must_use]
    pub fn with_writer(self, writer: Arc<Writer>) -> Self {
        Self { writer: Some(writer), ..self }
    }

    /// For calendars as well.
    #[must_use]
    pub fn with_feeds(self, feeds: Arc<dyn CalendarFeeds>) -> Self {
        Self { feeds: Some(feeds), ..self }
    }

    /// For pages on which people sign in.
    #[must_use]
    pub fn with_sign_in(self, sign_in: Option<SignIn>) -> Self {
        Self { sign_in, ..self }
    }
}

impl Pin for PinToNow {
    fn pin(&self, request: &ApiRequest) -> Result<Pinned, ApiError> {
        let day = self.clock.today();
        let reader = Reader::new(Arc::clone(&self.live), day, &request.viewer)?;
        // Revisions count from 1.
        let revision = reader.network().revision().number.unsigned_abs();
        let rewritten_at = reader.network().key().rewritten_at.unsigned_abs();
        let mut data = Data::default();
        data.insert(reader);
        data.insert(self.limits.clone());
        data.insert(request.viewer.clone());
        data.insert(Spoken(request.language));
        if let Some(writer) = &self.writer {
            data.insert(Arc::clone(writer));
        }
        if let Some(feeds) = &self.feeds {
            data.insert(Arc::clone(feeds));
        }
        if let Some(sign_in) = &self.sign_in {
            data.insert(sign_in.clone());
        }
        Ok(Pinned { data, version: Version { revision, rewritten_at, day } })
    }

    fn reach(&self, revision: i64) -> BoxFuture<'_, Result<(), ApiError>> {
        async move {
            let mut revisions = self.live.revisions();
            if revisions.borrow_and_update().number >= revision {
                return Ok(());
            }
            if let Some(writer) = &self.writer {
                // Whoever follows the database catches up soon; looking now is sooner. If it does not answer, we wait.
                let _ = writer.catch_up().await;
            }
            let come = timeout(PATIENCE, revisions.wait_for(|known| known.number >= revision)).await;
            come.map(drop).map_err(|_| {
                ApiError::new(
                    Code::Unavailable,
                    format!("Revisie {revision} is hier nog niet; vraag het opnieuw."),
                    format!("Revision {revision} has not arrived here yet; ask again."),
                )
            })
        }
        .boxed()
    }

    fn revisions(&self) -> Option<watch::Receiver<Revision>> {
        Some(self.live.revisions())
    }
}
