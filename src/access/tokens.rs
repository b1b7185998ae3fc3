//! Tokens that were given out; the database knows their hashes.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use moka::sync::Cache;
use sha2::{Digest, Sha256};
use tracing::warn;

use crate::clock::Clock;
use crate::graphql::error::{ApiError, Code};
use crate::graphql::viewer::{Role, Viewer};
use crate::store::{Store, StoreError, Token};

/// How tokens begin, so that people and scanners know one when they see it.
pub(super) const PREFIX: &str = "dk_";

/// How long what is known of a token is good for: a token that was taken back works no longer than this.
const GOOD_FOR: Duration = Duration::from_secs(3);

/// Tokens that are remembered, known and unknown ones.
const REMEMBERED: u64 = 10_000;

/// How exactly the last use of a token is kept.
const USED_EVERY: TimeDelta = TimeDelta::minutes(1);

/// A new token: what its holder gets, shown once, and what is kept of it.
#[must_use]
pub fn new_token(random: &[u8; 32]) -> (String, String) {
    let text = format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(random));
    let hash = hash(&text);
    (text, hash)
}

fn hash(token: &str) -> String {
    Sha256::digest(token).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Knows people by tokens of the database.
pub(super) struct Tokens {
    store: Store,
    clock: Clock,
    known: Cache<String, Option<Arc<Token>>>,
}

impl Tokens {
    pub(super) fn new(store: Store, clock: Clock) -> Self {
        let known = Cache::builder().max_capacity(REMEMBERED).time_to_live(GOOD_FOR).build();
        Self { store, clock, known }
    }

    async fn find(&self, hash: String) -> Result<Option<Arc<Token>>, StoreError> {
        if let Some(known) = self.known.get(&hash) {
            return Ok(known);
        }
        let found = self.store.token(&hash).await?.map(Arc::new);
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
    /// `UNAUTHENTICATED` when it is none of ours, or no longer; `INTERNAL` when the database does not answer.
    pub(super) async fn admit(&self, token: &str) -> Result<Viewer, ApiError> {
        let found = self.find(hash(token)).await.map_err(|failed| ApiError::internal("look up a token", failed))?;
        let known = found.filter(|token| is_valid(token, self.clock.now())).and_then(|token| {
            let role = Role::from_code(&token.role)?;
            Some(Viewer::known(token.name.clone(), role).acting_for(token.organisation.clone()))
        });
        known.ok_or_else(|| ApiError::new(Code::Unauthenticated, "The token is unknown, expired or taken back."))
    }
}

fn is_valid(token: &Token, now: DateTime<Utc>) -> bool {
    token.revoked_at.is_none() && token.expires_at.is_none_or(|end| now < end)
}
