//! What a request tells about who sent it.

use network::facts::Language;
use poem::http::{
    HeaderMap,
    header::{ACCEPT_LANGUAGE, AUTHORIZATION},
};

use crate::graphql::error::{ApiError, Code};

/// The token of a request, if it has one.
///
/// # Errors
/// `UNAUTHENTICATED` when it says who sent it in a way that we do not know.
pub(super) fn bearer(headers: &HeaderMap) -> Result<Option<&str>, ApiError> {
    headers.get(AUTHORIZATION).map(|value| token(value.to_str().unwrap_or_default())).transpose()
}

/// The token in what an `Authorization` says.
///
/// # Errors
/// `UNAUTHENTICATED` when it is none that we know.
pub(super) fn token(authorization: &str) -> Result<&str, ApiError> {
    let token = authorization.split_once(' ').and_then(|(scheme, token)| {
        scheme.eq_ignore_ascii_case("bearer").then(|| token.trim()).filter(|token| !token.is_empty())
    });
    let wrong = || {
        ApiError::new(
            Code::Unauthenticated,
            "Authorization hoort `Bearer` en een token te zijn.",
            "Authorization must be `Bearer` and a token.",
        )
    };
    token.ok_or_else(wrong)
}

/// The revision that a client knows of and wants to see at least: `x-network-min-revision`.
///
/// # Errors
/// `BAD_REQUEST` when it is no number.
pub(super) fn min_revision(headers: &HeaderMap) -> Result<Option<i64>, ApiError> {
    let Some(value) = headers.get("x-network-min-revision") else { return Ok(None) };
    let revision = value.to_str().ok().and_then(|text| text.trim().parse().ok()).filter(|revision| *revision >= 0);
    let wrong = || {
        ApiError::new(
            Code::BadRequest,
            "x-network-min-revision hoort een revisie te zijn.",
            "x-network-min-revision must be a revision.",
        )
    };
    revision.map(Some).ok_or_else(wrong)
}

/// Dutch when it is asked for before English, else English.
pub(super) fn language(headers: &HeaderMap) -> Language {
    let asked = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut best = (Language::En, 0.0);
    for part in asked.split(',') {
        let (tag, quality) = part.split_once(';').unwrap_or((part, "q=1"));
        let quality: f64 = quality.trim().strip_prefix("q=").and_then(|text| text.parse().ok()).unwrap_or(1.0);
        let primary = tag.trim().split('-').next().unwrap_or_default().to_ascii_lowercase();
        let language = match primary.as_str() {
            "nl" => Language::Nl,
            "en" => Language::En,
            _ => continue,
        };
        if quality > best.1 {
            best = (language, quality);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use poem::http::HeaderValue;

    use super::*;

    #[test]
    fn the_language_is_the_one_that_is_liked_best() {
        for (asked, expected) in [
            ("nl-NL,nl;q=0.9,en;q=0.8", Language::Nl),
            ("en, nl;q=0.9", Language::En),
            ("de, nl;q=0.2", Language::Nl),
            ("fr", Language::En),
            ("", Language::En),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static(asked));
            assert_eq!(language(&headers), expected, "{asked}");
        }
    }

    #[test]
    fn a_token_comes_after_the_word_bearer() {
        for (given, expected) in [
            ("Bearer dk_1", Some("dk_1")),
            ("bearer  dk_1", Some("dk_1")),
            ("Basic x", None),
            ("Bearer", None),
            ("Bearer ", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(AUTHORIZATION, HeaderValue::from_static(given));
            assert_eq!(bearer(&headers).ok().flatten(), expected, "{given}");
        }
        assert!(matches!(bearer(&HeaderMap::new()), Ok(None)));
    }
}
