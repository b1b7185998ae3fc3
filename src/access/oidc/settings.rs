//! Which provider is believed, and where its tokens say what.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use reqwest::Url;
use serde::Deserialize;

/// A provider of OpenID Connect, and what its tokens say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Who gives the tokens out, as their `iss` says it.
    pub issuer: Issuer,
    /// For whom they must be, as their `aud` says it.
    pub audience: String,
    /// Where the keys are; `None`: where the provider's configuration says.
    pub jwks: Option<Jwks>,
    /// Claim that holds the role, or several.
    pub role_claim: String,
    /// Claim that holds the key of the organisation for which somebody acts.
    pub organisation_claim: String,
    /// Claim that holds the name for the journal.
    pub name_claim: String,
}

/// The address of a provider, exactly as it writes it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Issuer(String);

/// A text that cannot be the address of a provider.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no issuer; expected https://host, with or without a path")]
pub struct NoIssuer(String);

impl Issuer {
    /// As it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where it describes itself (OpenID Connect Discovery 1.0, section 4).
    pub(super) fn configuration(&self) -> String {
        format!("{}/.well-known/openid-configuration", self.0.trim_end_matches('/'))
    }
}

impl FromStr for Issuer {
    type Err = NoIssuer;

    fn from_str(text: &str) -> Result<Self, NoIssuer> {
        text.to_owned().try_into()
    }
}

impl TryFrom<String> for Issuer {
    type Error = NoIssuer;

    fn try_from(text: String) -> Result<Self, NoIssuer> {
        let is_one = address(&text).is_some_and(|url| url.query().is_none() && url.fragment().is_none());
        if is_one { Ok(Self(text)) } else { Err(NoIssuer(text)) }
    }
}

impl fmt::Display for Issuer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where the keys of a provider are.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Jwks {
    /// At an address.
    Url(Url),
    /// In a file.
    File(PathBuf),
}

/// A text that says nowhere where keys could be. It is not shown, as it may hold a password.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this is no place of keys; expected https://host/path without a password, or the path of a file")]
pub struct NoJwks;

impl FromStr for Jwks {
    type Err = NoJwks;

    fn from_str(text: &str) -> Result<Self, NoJwks> {
        text.to_owned().try_into()
    }
}

impl TryFrom<String> for Jwks {
    type Error = NoJwks;

    fn try_from(text: String) -> Result<Self, NoJwks> {
        match address(&text) {
            Some(url) => Ok(Self::Url(url)),
            None if text.is_empty() || text.contains("://") => Err(NoJwks),
            None => Ok(Self::File(text.into())),
        }
    }
}

/// An address that can be fetched. It holds no password, so it may be shown.
pub(super) fn address(text: &str) -> Option<Url> {
    let url = text.parse::<Url>().ok()?;
    let is_open = url.username().is_empty() && url.password().is_none();
    (matches!(url.scheme(), "http" | "https") && is_open).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issuer_is_an_address_without_a_question() {
        for (text, expected) in [
            ("https://login.example.nl/realms/regio", true),
            ("https://login.example.nl/", true),
            ("http://127.0.0.1:8080", true),
            ("login.example.nl", false),
            ("ftp://login.example.nl", false),
            ("https://login.example.nl/?a=b", false),
            ("https://me:secret@login.example.nl", false),
            ("", false),
        ] {
            assert_eq!(text.parse::<Issuer>().is_ok(), expected, "{text}");
        }
    }

    #[test]
    fn a_provider_describes_itself_below_its_address() {
        for text in ["https://login.example.nl/realms/regio", "https://login.example.nl/realms/regio/"] {
            let expected = "https://login.example.nl/realms/regio/.well-known/openid-configuration";
            assert_eq!(text.parse().map(|issuer: Issuer| issuer.configuration()).as_deref(), Ok(expected));
        }
    }

    #[test]
    fn keys_are_at_an_address_or_in_a_file() {
        assert!(matches!("https://login.example.nl/keys".parse(), Ok(Jwks::Url(_))));
        assert_eq!("/etc/drieklank/keys.json".parse(), Ok(Jwks::File("/etc/drieklank/keys.json".into())));
        for nowhere in ["", "ftp://login.example.nl/keys", "https://me:secret@login.example.nl/keys"] {
            assert_eq!(nowhere.parse::<Jwks>(), Err(NoJwks), "{nowhere}");
        }
    }
}
