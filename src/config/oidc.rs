//! Settings of an OIDC provider, which only make sense together.

use super::{ConfigError, Settings};
use crate::access::oidc;

/// Claims, when nobody says other ones.
const ROLE_CLAIM: &str = "roles";
const ORGANISATION_CLAIM: &str = "organisation";
const NAME_CLAIM: &str = "preferred_username";

impl Settings {
    /// The provider that was set, taken out of these settings; `None`: there is none.
    pub(super) fn take_oidc(&mut self) -> Result<Option<oidc::Settings>, ConfigError> {
        let texts = [
            ("oidc_audience", &self.oidc_audience),
            ("oidc_role_claim", &self.oidc_role_claim),
            ("oidc_organisation_claim", &self.oidc_organisation_claim),
            ("oidc_name_claim", &self.oidc_name_claim),
        ];
        if let Some((name, _)) = texts.iter().find(|(_, text)| text.as_deref() == Some("")) {
            return Err(ConfigError::Empty { name });
        }
        let Some(issuer) = self.oidc_issuer.take() else {
            let jwks = self.oidc_jwks.is_some().then_some("oidc_jwks");
            let alone = texts.iter().find(|(_, text)| text.is_some()).map(|(name, _)| *name).or(jwks);
            return alone.map_or(Ok(None), |name| Err(ConfigError::Alone { name, other: "oidc_issuer" }));
        };
        let Some(audience) = self.oidc_audience.take() else {
            return Err(ConfigError::Alone { name: "oidc_issuer", other: "oidc_audience" });
        };
        let or = |said: &mut Option<String>, default: &str| said.take().unwrap_or_else(|| default.to_owned());
        Ok(Some(oidc::Settings {
            issuer,
            audience,
            jwks: self.oidc_jwks.take(),
            role_claim: or(&mut self.oidc_role_claim, ROLE_CLAIM),
            organisation_claim: or(&mut self.oidc_organisation_claim, ORGANISATION_CLAIM),
            name_claim: or(&mut self.oidc_name_claim, NAME_CLAIM),
        }))
    }
}
