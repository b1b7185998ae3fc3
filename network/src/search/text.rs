//! What is typed, and how words are compared.

use std::str::FromStr;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Characters that a text to search for may have.
pub const MOST_CHARS: usize = 200;

/// Words that count; more are not looked at.
pub const MOST_WORDS: usize = 8;

/// A text to search for.
///
/// Upper and lower case, diacritics and ligatures do not matter. Apostrophes, dashes and the like split a word, and are
/// looked for without them as well: `olst-wijhe` finds `Olst-Wijhe`, `Olst Wijhe` and `Olstwijhe`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchText {
    /// The different words, split everywhere.
    pub(super) split: Vec<String>,
    /// The same split at spaces only; equal to `split` when nothing else splits.
    pub(super) joined: Vec<String>,
    /// All of it in one word, as a register number or key may be written.
    pub(super) whole: String,
}

/// Why a text cannot be searched for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a text to search for has at most {MOST_CHARS} characters; this one has {chars}")]
pub struct SearchTextError {
    /// Characters that it has.
    pub chars: usize,
}

impl FromStr for SearchText {
    type Err = SearchTextError;

    fn from_str(text: &str) -> Result<Self, SearchTextError> {
        let chars = text.chars().count();
        if chars > MOST_CHARS {
            return Err(SearchTextError { chars });
        }
        let folded = fold(text);
        let split = first_words(chunks(&folded).flatten().map(ToOwned::to_owned));
        let joined = first_words(chunks(&folded).map(|parts| parts.concat()));
        Ok(Self { split, joined, whole: in_one_word(text) })
    }
}

fn first_words(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut first: Vec<String> = Vec::new();
    for word in words {
        if first.len() < MOST_WORDS && !first.contains(&word) {
            first.push(word);
        }
    }
    first
}

/// What stands between two spaces, in its parts: `VNO-NCW` gives `vno` and `ncw`. The text is folded.
pub(super) fn chunks(folded: &str) -> impl Iterator<Item = Vec<&str>> {
    folded.split_whitespace().map(parts).filter(|parts| !parts.is_empty())
}

fn parts(chunk: &str) -> Vec<&str> {
    chunk.split(|char: char| !char.is_alphanumeric()).filter(|part| !part.is_empty()).collect()
}

/// All letters and digits of a text, folded.
pub(super) fn in_one_word(text: &str) -> String {
    fold(text).chars().filter(|char| char.is_alphanumeric()).collect()
}

/// A text without case, diacritics and ligatures.
pub(super) fn fold(text: &str) -> String {
    // An ASCII text, as most are, has nothing to decompose.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for char in text.nfkd().flat_map(char::to_lowercase).filter(|char| !is_combining_mark(*char)) {
        match char {
            // Letters that Unicode does not decompose.
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ł' => folded.push('l'),
            'ı' => folded.push('i'),
            'ς' => folded.push('σ'),
            other => folded.push(other),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> SearchText {
        text.parse().expect("a text to search for")
    }

    #[test]
    fn case_diacritics_and_ligatures_do_not_matter() {
        for (written, folded) in [
            ("Ĳsselham", "ijsselham"),
            ("Ijsselham", "ijsselham"),
            ("ÉÉN coördinator", "een coordinator"),
            ("Straße Œuvre Ærø", "strasse oeuvre aero"),
            ("ﬁets", "fiets"),
            ("İstanbul", "istanbul"),
        ] {
            assert_eq!(fold(written), folded, "{written}");
        }
    }

    #[test]
    fn apostrophes_and_dashes_split_and_join() {
        let hertogenbosch = text("’s-Hertogenbosch (gem.)");
        assert_eq!(hertogenbosch.split, ["s", "hertogenbosch", "gem"]);
        assert_eq!(hertogenbosch.joined, ["shertogenbosch", "gem"]);
        assert_eq!(text("NL-OV").whole, "nlov");
        assert_eq!(text(" – ' ").split, Vec::<String>::new());
    }

    #[test]
    fn only_a_short_text_and_its_first_words_count() {
        assert_eq!(SearchText::from_str(&"é".repeat(201)), Err(SearchTextError { chars: 201 }));
        assert_eq!(text("a b c d a e f g h i j").split, ["a", "b", "c", "d", "e", "f", "g", "h"]);
    }
}
