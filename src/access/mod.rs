//! Who may do what: tokens that were given out, people whom a provider knows, and what anybody may do without either.

pub mod oidc;

mod feeds;
mod readings;
mod tokens;

pub use self::feeds::Feeds;
pub use self::readings::DatabaseLog;
pub use self::tokens::new_token;

use std::sync::Arc;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;

use self::oidc::Oidc;
use self::tokens::Tokens;
use crate::clock::Clock;
use crate::graphql::error::{ApiError, Code};
use crate::graphql::viewer::{Gate, Viewer};
use crate::store::Store;

/// The gate: lets people in by what they bring along.
pub struct Access {
    tokens: Tokens,
    oidc: Option<Arc<Oidc>>,
    anonymous: bool,
}

impl Access {
    /// * `oidc`: the provider whose tokens count as well, if any.
    /// * `anonymous`: whether anybody may read what is public.
    #[must_use]
    pub fn new(store: Store, clock: Clock, oidc: Option<Arc<Oidc>>, anonymous: bool) -> Self {
        Self { tokens: Tokens::new(store, clock), oidc, anonymous }
    }
}

impl Gate for Access {
    fn admit<'a>(&'a self, bearer: Option<&'a str>) -> BoxFuture<'a, Result<Viewer, ApiError>> {
        async move {
            match (bearer, &self.oidc) {
                (None, _) if self.anonymous => Ok(Viewer::anonymous()),
                (None, _) => {
                    let nl =
                        "Deze server vraagt iedereen wie het is: stuur een token mee, als `Authorization: Bearer …`.";
                    let en = "This server asks everybody who they are: send a token, as in `Authorization: Bearer …`.";
                    Err(ApiError::new(Code::Unauthenticated, nl, en))
                }
                (Some(jwt), Some(oidc)) if is_jwt(jwt) => oidc.admit(jwt).await,
                (Some(token), _) => self.tokens.admit(token).await,
            }
        }
        .boxed()
    }
}

/// Whether a token has the shape of a signed JWT: three parts, and not the beginning of ours.
fn is_jwt(token: &str) -> bool {
    !token.starts_with(tokens::PREFIX) && token.split('.').count() == 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_of_a_provider_has_three_parts() {
        for (token, expected) in
            [("eyJ.eyJ.c2ln", true), ("eyJ.eyJ.", true), ("dk_a.b.c", false), ("dk_abc", false), ("a.b", false)]
        {
            assert_eq!(is_jwt(token), expected, "{token}");
        }
    }
}
