//! Tokens that were given out; the database knows their hashes.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use moka::sync::Cache;
use sha2::{Digest, Sha256};
use tokio::time::timeout;
use tracing::warn;

use crate::clock::Clock;
use crate::graphql::error::{ApiError, Code};
use crate::graphql::viewer::{Role, Viewer};
use crate::store::{Store, Token};

/// How tokens begin, so that people and scanners know one when they see it.
pub(super) const PREFIX: &str = "dk_";

/// How long what is known of a token is good for: a token that was taken back works no longer than this.
const GOOD_FOR: Duration = Duration::from_secs(3);

/// How long the database may take to tell of a token.
const PATIENCE: Duration = Duration::from_secs(1);

/// Tokens that are remembered, known and unknown ones.
const REMEMBERED: u64 = 10_000;

/// How exactly the last use of a token is kept.
const USED_EVERY: TimeDelta = TimeDelta::minutes(1);

/// A new token: what its holder gets, shown once, and what is kept of it.
#[must_use]
pub fn new_token(random: &[u8; 32]) -> (String, String) {
    secret(PREFIX, random)
}

/// A secret that begins like this, and what is kept of it.
pub(super) fn secret(prefix: &str, random: &[u8; 32]) -> (String, String) {
    let text = format!("{prefix}{}", URL_SAFE_NO_PAD.encode(random));
    let hash = hash(&text);
    (text, hash)
}

/// What is kept of a secret. It is long enough that nobody guesses it by its hash.
pub(super) fn hash(token: &str) -> String {
    Sha256::digest(token).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Knows people by tokens of the database.
pub(super) struct Tokens {
    store: Store,
    clock: Clock,
    known: Cache<String, Option<Arc<Token>>>,
    /// What was known last of tokens that are there, for when the database is away.
    last: Cache<String, Arc<Token>>,
}

impl Tokens {
    pub(super) fn new(store: Store, clock: Clock) -> Self {
        let known = Cache::builder().max_capacity(REMEMBERED).time_to_live(GOOD_FOR).build();
        let last = Cache::builder().max_capacity(REMEMBERED).build();
        Self { store, clock, known, last }
    }

    async fn find(&self, hash: String) -> Result<Option<Arc<Token>>, ()> {
        if let Some(known) = self.known.get(&hash) {
            return Ok(known);
        }
        let found = match timeout(PATIENCE, self.store.token(&hash)).await {
            Ok(Ok(found)) => found.map(Arc::new),
            away => {
                match away {
                    Ok(Err(error)) => warn!("A token was not looked up: {:#}", anyhow::Error::new(error)),
                    _ => warn!("A token was not looked up within {PATIENCE:?}"),
                }
                // Reading goes on when the database is away, and for those who are known as it does for anybody.
                let last = self.last.get(&hash).ok_or(())?;
                self.known.insert(hash, Some(Arc::clone(&last)));
                return Ok(Some(last));
            }
        };
        match &found {
            Some(token) => self.last.insert(hash.clone(), Arc::clone(token)),
            None => self.last.invalidate(&hash),
        }
        if let Some(token) = &found {
            let now = self.clock.now();
            if token.last_used_at.is_none_or(|used| now - used > USED_EVERY) {
                // Who asks is known, whether that can be written down or not.
                if let Err(error) = self.store.token_used(token.id, now).await {
                    warn!("The last use of a token was not written down: {:#}", anyhow::Error::new(error));
                }
            }
        }
        self.known.insert(hash, found.clone());
        Ok(found)
    }

    /// Whose token this is.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` when it is none of ours, or no longer; `UNAVAILABLE` when the database does not answer and nothing
    /// is known of it.
    pub(super) async fn admit(&self, token: &str) -> Result<Viewer, ApiError> {
        let away = |()| {
            ApiError::new(
                Code::Unavailable,
                "Het token kan nu niet worden opgezocht. Probeer het opnieuw.",
                "The token cannot be looked up now. Try again.",
            )
        };
        let found = self.find(hash(token)).await.map_err(away)?;
        found.and_then(|token| viewer(&token, self.clock.now())).ok_or_else(|| {
            ApiError::new(
                Code::Unauthenticated,
                "Het token is onbekend, verlopen of ingetrokken.",
                "The token is unknown, expired or taken back.",
            )
        })
    }
}

/// Whose token it is; `None` when it works no more.
pub(super) fn viewer(token: &Token, now: DateTime<Utc>) -> Option<Viewer> {
    let works = token.revoked_at.is_none() && token.expires_at.is_none_or(|end| now < end);
    let role = Role::from_code(&token.role).filter(|_| works)?;
    Some(Viewer::known(token.name.clone(), role).acting_for(token.organisation.clone()))
}
