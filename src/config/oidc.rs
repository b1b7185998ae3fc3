//! Settings of an OIDC provider, which only make sense together.

use super::{ConfigError, Settings};
use crate::access::oidc;
use crate::graphql::objects::server::SignIn;

/// Claims, when nobody says other ones.
const ROLE_CLAIM: &str = "roles";
const ORGANISATION_CLAIM: &str = "organisation";
const NAME_CLAIM: &str = "preferred_username";

/// What the map asks for, when nobody says more: that it is a flow of OpenID Connect.
const SCOPE: &str = "openid";

impl Settings {
    /// The provider that was set, taken out of these settings; `None`: there is none.
    pub(super) fn take_oidc(&mut self) -> Result<Option<oidc::Settings>, ConfigError> {
        let texts = [
            ("oidc_audience", &self.oidc_audience),
            ("oidc_role_claim", &self.oidc_role_claim),
            ("oidc_organisation_claim", &self.oidc_organisation_claim),
            ("oidc_name_claim", &self.oidc_name_claim),
            ("oidc_client_id", &self.oidc_client_id),
            ("oidc_scope", &self.oidc_scope),
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

    /// How people sign in to the map at that provider; `None`: only by a token.
    pub(super) fn take_sign_in(&mut self, oidc: Option<&oidc::Settings>) -> Result<Option<SignIn>, ConfigError> {
        let scope = self.oidc_scope.take();
        let Some((client_id, oidc)) = self.oidc_client_id.take().zip(oidc) else {
            let alone = ConfigError::Alone { name: "oidc_scope", other: "oidc_client_id" };
            return scope.map_or(Ok(None), |_| Err(alone));
        };
        let scope = scope.unwrap_or_else(|| SCOPE.to_owned());
        Ok(Some(SignIn { issuer: oidc.issuer.to_string(), client_id, scope }))
    }
}
