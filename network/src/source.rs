//! On whose word a fact stands.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::codes;

codes! {
    /// How sure a fact is. Ordered: `Unverified` is the least.
    pub enum Confidence {
        /// General knowledge, no stored source found.
        Unverified,
        /// Weak or indirect source.
        Low,
        /// One secondary source or a well supported inference.
        Medium,
        /// Stated by the presentation, by the organisation itself or by a register.
        High,
    }
}

/// The source of a fact as written: one or more parts separated by `; `, each a web address, `deck:HEADING` (document
/// and place in it), words, or a title in quotes with its address and the place in parentheses. Shared between facts that have the same one.
pub type SourceText = Arc<str>;

/// One part of a source: a document or page, with the place in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// Title of the document, or the page's address without the scheme, or the words of the source.
    pub title: String,
    /// Where in the document, or what the source is cited for; `None` when the whole of it.
    pub locator: Option<String>,
    /// Web address; `None` when the source is not on the web.
    pub url: Option<String>,
}

/// Splits a source text into its citations. `title_of` gives the title and address of a document by its key.
pub fn citations<'a>(text: &str, title_of: impl Fn(&str) -> Option<(&'a str, Option<&'a str>)>) -> Vec<Citation> {
    parts(text).map(str::trim).filter(|part| !part.is_empty()).map(|part| citation(part, &title_of)).collect()
}

/// The parts of a source text. A title or place in quotes may hold what else parts them.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let quoted = text.len() - after_quotes(text.trim_start()).map_or(text, |(_, rest)| after_place(rest)).len();
        let end = text[quoted..].find("; ").map(|end| quoted + end);
        rest = end.map(|end| &text[end + 2..]);
        Some(end.map_or(text, |end| &text[..end]))
    })
}

/// A text that stands in quotes at the beginning, and what follows them. A quote in it is doubled.
fn after_quotes(text: &str) -> Option<(String, &str)> {
    let text = text.strip_prefix('"')?;
    let mut from = 0;
    loop {
        let at = from + text[from..].find('"')?;
        if !text[at + 1..].starts_with('"') {
            return Some((text[..at].replace("\"\"", "\""), &text[at + 1..]));
        }
        from = at + 2;
    }
}

/// The address that follows a title, if any, and what follows that.
fn after_address(rest: &str) -> (Option<&str>, &str) {
    let rest = rest.trim_start();
    match rest.split_once(' ') {
        Some((url, rest)) if is_address(url) => (Some(url), rest.trim_start()),
        None if is_address(rest) => (Some(rest), ""),
        _ => (None, rest),
    }
}

/// What follows a title, from where it may be parted: after a place in quotes.
fn after_place(rest: &str) -> &str {
    let (url, place) = after_address(rest);
    let is_parted = url.is_some_and(|url| url.ends_with(';'));
    let quoted = place.strip_prefix('(').filter(|_| !is_parted).and_then(after_quotes);
    quoted.map_or(rest, |(_, rest)| rest)
}

/// A text in quotes.
fn in_quotes(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// A source as text, from which [`citations`] reads the same title, place and address, whatever documents there are: the
/// title alone when it is read as that, else in quotes, then the address, then the place in parentheses, in quotes too
/// when it holds what parts sources.
#[must_use]
pub fn written(citation: &Citation) -> String {
    let Citation { title, locator, url } = citation;
    let alone = citations(title, |_| Some(("", None))) == [citation.clone()];
    if alone && !title.starts_with('"') {
        return title.clone();
    }
    let mut text = in_quotes(title);
    text.extend(url.iter().flat_map(|url| [" ", url]));
    if let Some(locator) = locator {
        let parted = locator.contains("; ") || locator.starts_with('"');
        text.push_str(&format!(" ({})", if parted { in_quotes(locator) } else { locator.clone() }));
    }
    text
}

/// What [`written`] made.
fn quoted(part: &str) -> Option<Citation> {
    let (title, rest) = after_quotes(part)?;
    let (url, rest) = after_address(rest);
    let rest = rest.trim_end();
    let locator = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let unquoted = |text: &str| after_quotes(text).filter(|(_, rest)| rest.is_empty()).map(|(text, _)| text);
    (locator.is_some() || rest.is_empty()).then(|| Citation {
        title,
        locator: locator.map(|text| unquoted(text).unwrap_or_else(|| text.to_owned())),
        url: url.map(ToOwned::to_owned),
    })
}

fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

fn citation<'a>(part: &str, title_of: &impl Fn(&str) -> Option<(&'a str, Option<&'a str>)>) -> Citation {
    if let Some(citation) = quoted(part) {
        return citation;
    }
    if let Some(start) = part.find("https://").or_else(|| part.find("http://")) {
        let (before, from) = part.split_at(start);
        let (url, after) = from.split_at(from.find(' ').unwrap_or(from.len()));
        let said = [before.trim().trim_end_matches(':'), after.trim()].join(" ");
        let said = said.trim();
        let page = url.split_once("://").map_or(url, |(_, page)| page).trim_end_matches('/');
        return Citation {
            title: page.to_owned(),
            locator: (!said.is_empty()).then(|| said.to_owned()),
            url: Some(url.to_owned()),
        };
    }
    // "label: deck:HEADING" as well as "deck:HEADING".
    for (at, _) in part.match_indices(':') {
        let (head, place) = (&part[..at], part[at + 1..].trim());
        let (label, key) = head.rsplit_once(' ').map_or(("", head), |(label, key)| (label.trim_end_matches(':'), key));
        if let Some((title, url)) = title_of(key) {
            let place = if label.is_empty() { place.to_owned() } else { format!("{place} ({label})") };
            return Citation { title: title.to_owned(), locator: Some(place), url: url.map(ToOwned::to_owned) };
        }
    }
    Citation { title: part.to_owned(), locator: None, url: None }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(text: &str) -> Vec<String> {
        citations(text, |key| (key == "deck").then_some(("Regio Zwolle stapt door", None)))
            .into_iter()
            .map(|citation| {
                format!(
                    "{} | {} | {}",
                    citation.title,
                    citation.locator.unwrap_or_default(),
                    citation.url.unwrap_or_default()
                )
            })
            .collect()
    }

    #[test]
    fn a_source_is_read_as_it_was_given() {
        let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        for (title, locator, url, as_text) in [
            ("Brief", "", "", "Brief"),
            ("Raadsvoorstel", "p. 3", "https://a.nl/x", "\"Raadsvoorstel\" https://a.nl/x (p. 3)"),
            ("Notulen", "p. 3 (onder 2)", "", "\"Notulen\" (p. 3 (onder 2))"),
            ("a; b", "", "https://a.nl", "\"a; b\" https://a.nl"),
            ("zie https://a.nl/x, onder", "x", "", "\"zie https://a.nl/x, onder\" (x)"),
            ("zie https://a.nl/x", "", "", "\"zie https://a.nl/x\""),
            ("\"Brief\"", "x; y", "", "\"\"\"Brief\"\"\" (\"x; y\")"),
            ("Zie \"Brief\"", "", "", "Zie \"Brief\""),
        ] {
            let given = Citation { title: title.into(), locator: text(locator), url: text(url) };
            assert_eq!(written(&given), as_text);
            let more = format!("{}; {}", written(&given), "common usage");
            assert_eq!(
                citations(&more, |_| None),
                [given, Citation { title: "common usage".into(), locator: None, url: None }]
            );
        }
    }

    #[test]
    fn a_title_cites_no_document() {
        let given = Citation { title: "deck:BESTUUR".into(), locator: None, url: None };
        assert_eq!(written(&given), "\"deck:BESTUUR\"");
        assert_eq!(shown(&written(&given)), ["deck:BESTUUR |  | "]);
    }

    proptest! {
        #[test]
        fn whatever_is_given_is_read_back(
            title in "[a-c\"();: ]{0,8}[a-c\"();:]",
            locator in prop::option::of("[a-c\"();:]|[a-c\"();:][a-c\"();: ]{0,8}[a-c\"();:]"),
            url in prop::option::of("https?://[a-c\"();:]{0,4}[a-c\"()]"),
        ) {
            let given = Citation { title: title.trim().to_owned(), locator, url };
            let document = |key: &str| key.contains('a').then_some(("A document", None));
            prop_assert_eq!(citations(&written(&given), document), [given.clone()], "{}", written(&given));
            let usage = Citation { title: "common usage".into(), locator: None, url: None };
            for (text, expected) in [
                (format!("{}; common usage", written(&given)), [given.clone(), usage.clone()]),
                (format!("common usage; {}", written(&given)), [usage, given]),
            ] {
                prop_assert_eq!(citations(&text, document), expected, "{}", text);
            }
        }
    }

    #[test]
    fn a_source_is_a_list_of_documents_and_pages() {
        assert_eq!(
            shown("count: deck:BESTUUR DB; name: https://plaatsengids.nl/regio-zwolle; deck:PAGE (4 provincies)"),
            [
                "Regio Zwolle stapt door | BESTUUR DB (count) | ",
                "plaatsengids.nl/regio-zwolle | name | https://plaatsengids.nl/regio-zwolle",
                "Regio Zwolle stapt door | PAGE (4 provincies) | ",
            ]
        );
        assert_eq!(shown("common usage"), ["common usage |  | "]);
        assert_eq!(shown("https://a.nl/x/ (register, 2026)"), ["a.nl/x | (register, 2026) | https://a.nl/x/"]);
    }
}
