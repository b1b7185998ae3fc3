//! Where a page comes from, as browsers write it.

use std::fmt;
use std::str::FromStr;

use poem::http::{HeaderValue, Uri};
use serde::{Deserialize, Serialize};

/// An origin whose pages may read answers: `https://kaart.example.nl`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Origin(String);

/// A text that no browser would send as an origin.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no origin; expected scheme://host or scheme://host:port, without a path")]
pub struct NoOrigin(String);

impl FromStr for Origin {
    type Err = NoOrigin;

    fn from_str(text: &str) -> Result<Self, NoOrigin> {
        text.to_owned().try_into()
    }
}

impl TryFrom<String> for Origin {
    type Error = NoOrigin;

    fn try_from(text: String) -> Result<Self, NoOrigin> {
        if is_origin(&text) { Ok(Self(text)) } else { Err(NoOrigin(text)) }
    }
}

impl From<Origin> for String {
    fn from(origin: Origin) -> Self {
        origin.0
    }
}

impl AsRef<str> for Origin {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_origin(text: &str) -> bool {
    let Ok(uri) = text.parse::<Uri>() else { return false };
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else { return false };
    HeaderValue::from_str(text).is_ok() && format!("{scheme}://{authority}") == text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_has_a_scheme_and_a_host_and_nothing_else() {
        for (text, expected) in [
            ("https://kaart.example.nl", true),
            ("http://127.0.0.1:3000", true),
            ("https://kaart.example.nl/", false),
            ("kaart.example.nl", false),
            ("*", false),
            ("", false),
            ("https://é.example", false),
        ] {
            assert_eq!(text.parse::<Origin>().is_ok(), expected, "{text}");
        }
    }
}
