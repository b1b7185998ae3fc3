//! Which media type and which coding an answer gets.

/// A media type of GraphQL answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Media {
    /// `application/graphql-response+json`: the status tells whether the request was good.
    Response,
    /// `application/json`: older clients expect 200 whenever GraphQL understood the request.
    Json,
}

impl Media {
    /// The media type without parameters.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Response => "application/graphql-response+json",
            Self::Json => "application/json",
        }
    }

    /// The whole header.
    pub(super) fn content_type(self) -> &'static str {
        match self {
            Self::Response => "application/graphql-response+json; charset=utf-8",
            Self::Json => "application/json; charset=utf-8",
        }
    }

    /// The type that a client likes best among those it accepts; `None` when it accepts neither.
    ///
    /// A client that says nothing, or takes anything, gets `application/json`.
    pub(super) fn accepted(accept: Option<&str>) -> Option<Self> {
        let Some(accept) = accept.filter(|accept| !accept.trim().is_empty()) else { return Some(Self::Json) };
        let response = quality(accept, &["application/graphql-response+json"]);
        let json = quality(accept, &["application/json", "application/*", "*/*"]);
        match (response, json) {
            (0, 0) => None,
            (response, json) if response >= json => Some(Self::Response),
            _ => Some(Self::Json),
        }
    }
}

/// Whether a client takes a stream of events. One that says nothing takes anything.
pub(super) fn accepts_events(accept: Option<&str>) -> bool {
    accept.is_none_or(|accept| quality(accept, &["text/event-stream", "text/*", "*/*"]) > 0)
}

/// A coding for bodies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    /// Brotli.
    Br,
    /// Gzip.
    Gzip,
}

impl Coding {
    /// As `Content-Encoding` says it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Br => "br",
            Self::Gzip => "gzip",
        }
    }

    /// The coding that a client likes best among those it asks for; Brotli when it likes both.
    pub(super) fn accepted(accept_encoding: &str) -> Option<Self> {
        match (quality(accept_encoding, &["br", "*"]), quality(accept_encoding, &["gzip", "x-gzip", "*"])) {
            (0, 0) => None,
            (br, gzip) if br >= gzip => Some(Self::Br),
            _ => Some(Self::Gzip),
        }
    }
}

/// How much a header wants something, in thousandths; 0 when it does not.
///
/// * `names`: what it may be called, the most specific name first; the first that the header mentions counts.
fn quality(header: &str, names: &[&str]) -> u16 {
    let mentioned = |name: &&str| {
        header.split(',').find_map(|range| {
            let mut parts = range.split(';').map(str::trim);
            parts.next().filter(|first| first.eq_ignore_ascii_case(name))?;
            let weight = parts.find_map(|parameter| {
                let (key, value) = parameter.split_once('=')?;
                key.trim().eq_ignore_ascii_case("q").then(|| thousandths(value.trim()))
            });
            Some(weight.unwrap_or(1000))
        })
    };
    names.iter().find_map(mentioned).unwrap_or(0)
}

/// A weight such as `0.85` in thousandths; what cannot be read counts as refused.
fn thousandths(weight: &str) -> u16 {
    let (whole, fraction) = weight.split_once('.').unwrap_or((weight, ""));
    match (whole, fraction.len()) {
        ("1", _) if fraction.bytes().all(|digit| digit == b'0') => 1000,
        ("0", 0..=3) => format!("{fraction:0<3}").parse().unwrap_or(0),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_media_type_follows_what_the_client_accepts() {
        for (accept, expected) in [
            (None, Some(Media::Json)),
            (Some(""), Some(Media::Json)),
            (Some("*/*"), Some(Media::Json)),
            (Some("application/*"), Some(Media::Json)),
            (Some("application/json"), Some(Media::Json)),
            (Some("APPLICATION/JSON; charset=utf-8"), Some(Media::Json)),
            (Some("application/graphql-response+json"), Some(Media::Response)),
            (Some("application/graphql-response+json, application/json;q=0.9"), Some(Media::Response)),
            (Some("application/json, application/graphql-response+json"), Some(Media::Response)),
            (Some("application/json, application/graphql-response+json;q=0.9"), Some(Media::Json)),
            (Some("application/json, multipart/mixed"), Some(Media::Json)),
            (Some("text/html,application/xhtml+xml,*/*;q=0.8"), Some(Media::Json)),
            (Some("application/json;q=0, */*"), None),
            (Some("text/html"), None),
            (Some("application/json;q=0"), None),
            (Some("application/json;q=nonsense"), None),
        ] {
            assert_eq!(Media::accepted(accept), expected, "{accept:?}");
        }
    }

    #[test]
    fn a_coding_is_used_only_when_asked_for() {
        for (accept, expected) in [
            ("", None),
            ("identity", None),
            ("gzip", Some(Coding::Gzip)),
            ("gzip, deflate, br", Some(Coding::Br)),
            ("gzip;q=1.0, br;q=0.5", Some(Coding::Gzip)),
            ("br;q=0, *;q=0.1", Some(Coding::Gzip)),
            ("gzip;q=0", None),
            ("zstd", None),
        ] {
            assert_eq!(Coding::accepted(accept), expected, "{accept}");
        }
    }
}
