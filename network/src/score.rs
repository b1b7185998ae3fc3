//! Judgements in numbers: how much, and where somebody stands.

use std::fmt;
use std::str::FromStr;

use crate::serde_with_text::text_serde;

/// How much of something, from 1 (little) to 5 (much).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u8);

/// Where somebody stands towards something, from -2 (against) to 2 (for).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position(i8);

/// Why a number is no score or position.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{text}\" does not fit: write a whole number from {from} to {to}")]
pub struct ScaleError {
    text: String,
    from: i8,
    to: i8,
}

impl ScaleError {
    /// In words, in Dutch and English, for who asks for it.
    #[must_use]
    pub fn words(&self) -> [String; 2] {
        let Self { text, from, to } = self;
        [format!("\"{text}\" past niet: geef een heel getal van {from} tot en met {to}"), self.to_string()]
    }
}

macro_rules! scale {
    ($name:ident($number:ident) from $from:literal to $to:literal) => {
        impl $name {
            /// As a number.
            #[must_use]
            pub fn number(self) -> i8 {
                i8::try_from(self.0).unwrap_or($to)
            }
        }

        impl TryFrom<i64> for $name {
            type Error = ScaleError;

            fn try_from(number: i64) -> Result<Self, ScaleError> {
                let within = $number::try_from(number).ok().filter(|number| ($from..=$to).contains(number));
                within.map(Self).ok_or_else(|| ScaleError { text: number.to_string(), from: $from, to: $to })
            }
        }

        impl FromStr for $name {
            type Err = ScaleError;

            fn from_str(text: &str) -> Result<Self, ScaleError> {
                let wrong = |_| ScaleError { text: text.chars().take(20).collect(), from: $from, to: $to };
                text.parse::<i64>().map_err(wrong)?.try_into()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        text_serde!($name);
    };
}
scale!(Score(u8) from 1 to 5);
scale!(Position(i8) from -2 to 2);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_has_two_ends() {
        let score = |text: &str| text.parse::<Score>().map(Score::number).ok();
        assert_eq!(["0", "1", "5", "6", "x", "", "1.5"].map(score), [None, Some(1), Some(5), None, None, None, None]);
        let position = |text: &str| text.parse::<Position>().map(Position::number).ok();
        assert_eq!(["-3", "-2", "0", "2", "3"].map(position), [None, Some(-2), Some(0), Some(2), None]);
    }
}
