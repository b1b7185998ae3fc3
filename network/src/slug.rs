//! Keys of facts.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use crate::serde_with_text::text_serde;

/// The key of a fact: 1 to 200 characters of `A–Z a–z 0–9 . _ -`, the same in addresses, files and rows.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Box<str>);

/// Why a text is no [`Slug`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{text}\" is no key: use 1 to 200 letters, digits, dots, dashes and underscores")]
pub struct SlugError {
    /// What was written.
    pub text: String,
}

impl SlugError {
    /// In words, in Dutch and English, for who asks for it.
    #[must_use]
    pub fn words(&self) -> [String; 2] {
        let text = &self.text;
        let nl = format!(
            "\"{text}\" is geen sleutel: gebruik 1 tot 200 letters, cijfers, punten, streepjes en lage streepjes"
        );
        [nl, self.to_string()]
    }
}

impl FromStr for Slug {
    type Err = SlugError;

    fn from_str(text: &str) -> Result<Self, SlugError> {
        let valid = (1..=200).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'));
        if valid { Ok(Self(text.into())) } else { Err(SlugError { text: text.chars().take(40).collect() }) }
    }
}

impl Deref for Slug {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

text_serde!(Slug);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_no_spaces_or_separators() {
        assert!("gemeente-zwolle".parse::<Slug>().is_ok());
        for text in ["", "a b", "a;b", "é", "a/b"] {
            assert!(text.parse::<Slug>().is_err(), "{text}");
        }
        assert!("x".repeat(201).parse::<Slug>().is_err());
    }
}
