//! Who may do what: tokens that were given out, and what anybody may do without one.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use moka::sync::Cache;
use sha2::{Digest, Sha256};
use tracing::warn;

use crate::clock::Clock;
use crate::graphql::error::{ApiError, Code};
use crate::graphql::viewer::{Gate, Role, Viewer};
use crate::store::{Store, StoreError, Token};

/// How tokens begin, so that people and scanners know one when they see it.
const PREFIX: &str = "dk_";

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

/// Lets people in by tokens of the database.
pub struct Tokens {
    store: Store,
    clock: Clock,
    anonymous: bool,
    known: Cache<String, Option<Arc<Token>>>,
}

impl Tokens {
    /// * `anonymous`: whether anybody may read what is public.
    #[must_use]
    pub fn new(store: Store, clock: Clock, anonymous: bool) -> Self {
        let known = Cache::builder().max_capacity(REMEMBERED).time_to_live(GOOD_FOR).build();
        Self { store, clock, anonymous, known }
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
}

impl Gate for Tokens {
    fn admit<'a>(&'a self, bearer: Option<&'a str>) -> BoxFuture<'a, Result<Viewer, ApiError>> {
        async move {
            let Some(bearer) = bearer else {
                let message = "This server asks everybody who they are: send a token, as in `Authorization: Bearer …`.";
                let refused = || ApiError::new(Code::Unauthenticated, message);
                return self.anonymous.then(Viewer::anonymous).ok_or_else(refused);
            };
            let found =
                self.find(hash(bearer)).await.map_err(|failed| ApiError::internal("look up a token", failed))?;
            let valid = found.filter(|token| is_valid(token, self.clock.now()));
            let known = valid.and_then(|token| {
                let role = Role::from_code(&token.role)?;
                Some(Viewer::known(token.name.clone(), role).acting_for(token.organisation.clone()))
            });
            known.ok_or_else(|| ApiError::new(Code::Unauthenticated, "The token is unknown, expired or taken back."))
        }
        .boxed()
    }
}

fn is_valid(token: &Token, now: DateTime<Utc>) -> bool {
    token.revoked_at.is_none() && token.expires_at.is_none_or(|end| now < end)
}
