//! Parts of a whole.

use std::fmt;
use std::str::FromStr;

use crate::serde_with_text::text_serde;

/// Part of an initiative that counts in one place, in percent (1–100).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share(u8);

/// Why a number is no [`Share`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{text}\" is no share: write a whole number of percent from 1 to 100")]
pub struct ShareError {
    /// What was written.
    pub text: String,
}

impl ShareError {
    /// In words, in Dutch and English, for who asks for it.
    #[must_use]
    pub fn words(&self) -> [String; 2] {
        let text = &self.text;
        [format!("\"{text}\" is geen deel: geef een heel getal in procenten van 1 tot 100"), self.to_string()]
    }
}

impl Share {
    /// All of it.
    pub const WHOLE: Self = Self(100);

    /// In percent.
    #[must_use]
    pub fn percent(self) -> u8 {
        self.0
    }
}

impl TryFrom<i64> for Share {
    type Error = ShareError;

    fn try_from(percent: i64) -> Result<Self, ShareError> {
        u8::try_from(percent)
            .ok()
            .filter(|percent| (1..=100).contains(percent))
            .map(Self)
            .ok_or_else(|| ShareError { text: percent.to_string() })
    }
}

impl FromStr for Share {
    type Err = ShareError;

    fn from_str(text: &str) -> Result<Self, ShareError> {
        text.parse::<i64>().map_err(|_| ShareError { text: text.to_owned() })?.try_into()
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

text_serde!(Share);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_1_to_100_percent() {
        assert!(Share::try_from(0).is_err() && Share::try_from(101).is_err() && Share::try_from(-1).is_err());
        assert_eq!(Share::try_from(100), Ok(Share::WHOLE));
        assert_eq!("25".parse::<Share>().map(Share::percent), Ok(25));
    }
}
