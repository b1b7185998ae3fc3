//! People whom a provider of OpenID Connect knows: they bring a JWT that it signed (RFC 7519, RFC 8725, RFC 9068).

mod claims;
mod key_set;
mod keys;
mod settings;
mod source;

pub use self::settings::{Issuer, Jwks, NoIssuer, NoJwks, Settings};

use std::borrow::Cow;
use std::sync::Arc;

use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::{Algorithm, AlgorithmFamily, Header, Validation, decode, decode_header};
use tracing::debug;

use self::claims::Claims;
use self::keys::{Keys, NoKeysYet};
use self::source::Source;
use crate::clock::Clock;
use crate::graphql::error::{ApiError, Code};
use crate::graphql::viewer::Viewer;

/// Knows people by tokens of one provider.
pub struct Oidc {
    settings: Settings,
    keys: Arc<Keys>,
    clock: Clock,
}

/// Why a token is refused, in words for who sent it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Refusal {
    #[error("is no signed JWT that can be read")]
    Unreadable,
    #[error("is a JWT for another purpose")]
    Purpose,
    #[error("is not signed by a key and in a way that the provider publishes")]
    Key,
    #[error("is not signed by the provider")]
    Signature,
    #[error("is of another issuer")]
    Issuer,
    #[error("is for another audience")]
    Audience,
    #[error("has expired")]
    Expired,
    #[error("does not count yet")]
    Early,
    #[error("needs a claim {0} that can be used")]
    Claim(&'static str),
}

impl Refusal {
    fn dutch(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Unreadable => "is geen leesbaar ondertekend JWT",
            Self::Purpose => "is een JWT voor iets anders",
            Self::Key => "is niet ondertekend met een sleutel en op een wijze die de provider bekendmaakt",
            Self::Signature => "is niet door de provider ondertekend",
            Self::Issuer => "komt van een andere uitgever",
            Self::Audience => "is voor een ander publiek",
            Self::Expired => "is verlopen",
            Self::Early => "geldt nog niet",
            Self::Claim(name) => return Cow::Owned(format!("heeft een bruikbare claim {name} nodig")),
        })
    }
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        Self::new(
            Code::Unauthenticated,
            format!("Het token van de identiteitsprovider geldt hier niet: het {}.", refusal.dutch()),
            format!("The token {refusal}."),
        )
    }
}

impl From<NoKeysYet> for ApiError {
    fn from(_: NoKeysYet) -> Self {
        Self::new(
            Code::Unavailable,
            "De sleutels van de identiteitsprovider zijn er nu niet; vraag het opnieuw.",
            "The keys of the identity provider cannot be had now; ask again.",
        )
    }
}

impl Oidc {
    /// Nothing is fetched yet.
    #[must_use]
    pub fn new(settings: Settings, clock: Clock) -> Self {
        let source = Source::new(settings.issuer.clone(), settings.jwks.clone());
        Self { settings, keys: Arc::new(Keys::new(source)), clock }
    }

    /// Fetches the keys, and keeps them fresh for as long as it is polled.
    pub async fn keep_keys(&self) {
        self.keys.keep().await;
    }

    /// Whom this token stands for.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` when the provider did not give it out, or not for us and now; `UNAVAILABLE` when its keys could
    /// not be had yet.
    pub(super) async fn admit(&self, jwt: &str) -> Result<Viewer, ApiError> {
        let header = decode_header(jwt).map_err(|_| Refusal::Unreadable).and_then(hold_header)?;
        let key = self.keys.find(header.kid.as_deref()).await?;
        let key = key.filter(|key| key.algorithms.contains(&header.alg)).ok_or(Refusal::Key)?;
        let decoded = decode::<Claims>(jwt, &key.decoding, &self.validation(header.alg)).map_err(|error| {
            debug!("A token of the OIDC provider is refused: {error}");
            refusal(error.kind())
        })?;
        claims::hold_time(&decoded.claims, self.clock.now())?;
        Ok(claims::viewer(&decoded.claims, &self.settings)?)
    }

    /// What the library shall look at beside the signature. Times are ours, as it would ask another clock.
    fn validation(&self, algorithm: Algorithm) -> Validation {
        let mut validation = Validation::new(algorithm);
        validation.set_issuer(&[self.settings.issuer.as_str()]);
        validation.set_audience(&[&self.settings.audience]);
        validation.set_required_spec_claims(&["iss", "aud"]);
        validation.validate_exp = false;
        validation
    }
}

/// Passes on the header of a token that may be one for us.
fn hold_header(header: Header) -> Result<Header, Refusal> {
    if header.alg.family() == AlgorithmFamily::Hmac {
        return Err(Refusal::Key);
    }
    // Extensions that must be understood, and none is.
    if header.crit.is_some() {
        return Err(Refusal::Purpose);
    }
    // Other kinds, such as `logout+jwt`, are signed by the same keys (RFC 8725, section 3.11).
    let is_for_access = header.typ.as_deref().is_none_or(|kind| {
        ["jwt", "at+jwt", "application/jwt", "application/at+jwt"].iter().any(|known| kind.eq_ignore_ascii_case(known))
    });
    if is_for_access { Ok(header) } else { Err(Refusal::Purpose) }
}

fn refusal(kind: &ErrorKind) -> Refusal {
    match kind {
        ErrorKind::InvalidIssuer => Refusal::Issuer,
        ErrorKind::InvalidAudience => Refusal::Audience,
        ErrorKind::MissingRequiredClaim(name) if name == "iss" => Refusal::Claim("iss"),
        ErrorKind::MissingRequiredClaim(_) => Refusal::Claim("aud"),
        ErrorKind::InvalidSignature => Refusal::Signature,
        _ => Refusal::Unreadable,
    }
}
