//! Calendars that people subscribe to, each by the token of its owner.

use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use moka::sync::Cache;
use tokio::time::timeout;
use tracing::warn;
use uuid::Uuid;

use super::tokens::{hash, secret, viewer};
use crate::clock::Clock;
use crate::graphql::calendar::{CalendarFeed, CalendarFeeds, NewFeed};
use crate::graphql::error::{ApiError, Code};
use crate::graphql::viewer::Viewer;
use crate::store::{Feed, Store, StoreError, Token};

/// How addresses of calendars begin, so that people and scanners know one when they see it.
const PREFIX: &str = "dkc_";

/// The most feeds that work for one token.
const MOST_FEEDS: usize = 20;

/// How long what is known of a feed is good for: one that was taken back works no longer than this.
const GOOD_FOR: Duration = Duration::from_secs(3);

/// How long the database may take.
const PATIENCE: Duration = Duration::from_secs(2);

/// Feeds that are remembered, known and unknown ones.
const REMEMBERED: u64 = 10_000;

/// How exactly the last use of a feed is kept.
const USED_EVERY: TimeDelta = TimeDelta::minutes(1);

/// Feeds of the database.
pub struct Feeds {
    store: Store,
    clock: Clock,
    known: Cache<String, Option<Arc<(Feed, Token)>>>,
}

impl Feeds {
    /// Those that this database keeps.
    #[must_use]
    pub fn new(store: Store, clock: Clock) -> Self {
        Self { store, clock, known: Cache::builder().max_capacity(REMEMBERED).time_to_live(GOOD_FOR).build() }
    }

    async fn owner(&self, name: &str) -> Result<Option<Token>, ApiError> {
        answered(self.store.token_named(name)).await
    }

    async fn working(&self, owner: &Token) -> Result<Vec<Feed>, ApiError> {
        let all = answered(self.store.feeds(Some(owner.id))).await?;
        Ok(all.into_iter().filter(|feed| feed.revoked_at.is_none()).collect())
    }

    async fn find(&self, hash: String) -> Result<Option<Arc<(Feed, Token)>>, ApiError> {
        if let Some(known) = self.known.get(&hash) {
            return Ok(known);
        }
        let found = answered(self.store.feed(&hash)).await?.map(Arc::new);
        if let Some(found) = &found {
            let now = self.clock.now();
            if found.0.last_used_at.is_none_or(|used| now - used > USED_EVERY) {
                // It is shown, whether that can be written down or not.
                if let Err(error) = self.store.feed_used(found.0.id, now).await {
                    warn!("The last use of a calendar was not written down: {:#}", anyhow::Error::new(error));
                }
            }
        }
        self.known.insert(hash, found.clone());
        Ok(found)
    }
}

impl CalendarFeeds for Feeds {
    fn create<'a>(&'a self, owner: &'a str, label: &'a str) -> BoxFuture<'a, Result<NewFeed, ApiError>> {
        async move {
            let Some(owner) = self.owner(owner).await? else { return Err(no_token()) };
            if self.working(&owner).await?.len() >= MOST_FEEDS {
                return Err(ApiError::new(
                    Code::Forbidden,
                    format!("Er zijn al {MOST_FEEDS} agenda's; trek er eerst een in."),
                    format!("There are {MOST_FEEDS} calendars already; take one back first."),
                ));
            }
            let mut random = [0; 32];
            getrandom::fill(&mut random)
                .map_err(|error| ApiError::internal("draw random numbers", error.to_string()))?;
            let (secret, hash) = secret(PREFIX, &random);
            let feed = Feed {
                id: self.clock.new_id(),
                token_id: owner.id,
                label: label.to_owned(),
                created_at: self.clock.now(),
                revoked_at: None,
                last_used_at: None,
            };
            answered(self.store.add_feed(&feed, &hash)).await?;
            Ok(NewFeed { feed: told(feed), secret })
        }
        .boxed()
    }

    fn list<'a>(&'a self, owner: &'a str) -> BoxFuture<'a, Result<Vec<CalendarFeed>, ApiError>> {
        async move {
            match self.owner(owner).await? {
                Some(owner) => Ok(self.working(&owner).await?.into_iter().map(told).collect()),
                None => Ok(Vec::new()),
            }
        }
        .boxed()
    }

    fn revoke<'a>(&'a self, owner: &'a str, id: Uuid) -> BoxFuture<'a, Result<Option<CalendarFeed>, ApiError>> {
        async move {
            let Some(owner) = self.owner(owner).await? else { return Ok(None) };
            let now = self.clock.now();
            if !answered(self.store.revoke_feed(id, Some(owner.id), now)).await? {
                return Ok(None);
            }
            // Here it is known at once; others look again within seconds.
            self.known.invalidate_all();
            let all = answered(self.store.feeds(Some(owner.id))).await?;
            Ok(all.into_iter().find(|feed| feed.id == id).map(told))
        }
        .boxed()
    }

    fn admit<'a>(&'a self, secret: &'a str) -> BoxFuture<'a, Result<Option<Viewer>, ApiError>> {
        async move {
            let found = self.find(hash(secret)).await?;
            let works = found.filter(|found| found.0.revoked_at.is_none());
            Ok(works.and_then(|found| viewer(&found.1, self.clock.now())))
        }
        .boxed()
    }
}

fn told(feed: Feed) -> CalendarFeed {
    let Feed { id, label, created_at, revoked_at, last_used_at, .. } = feed;
    CalendarFeed { id, label, created_at, revoked_at, last_used_at }
}

fn no_token() -> ApiError {
    ApiError::new(
        Code::Forbidden,
        "Een agenda is er voor wie een token van deze server heeft: een provider vertelt niet wanneer die een recht \
         intrekt.",
        "A calendar is for who has a token of this server: a provider does not tell when it takes back a right.",
    )
}

/// What the database says, if it does in time.
async fn answered<T>(asked: impl Future<Output = Result<T, StoreError>>) -> Result<T, ApiError> {
    match timeout(PATIENCE, asked).await {
        Ok(Ok(found)) => Ok(found),
        away => {
            match away {
                Ok(Err(error)) => warn!("A calendar was not looked up: {:#}", anyhow::Error::new(error)),
                _ => warn!("A calendar was not looked up within {PATIENCE:?}"),
            }
            Err(ApiError::new(
                Code::Unavailable,
                "De agenda kan nu niet worden opgezocht. Probeer het opnieuw.",
                "The calendar cannot be looked up now. Try again.",
            ))
        }
    }
}
