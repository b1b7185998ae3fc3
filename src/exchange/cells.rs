//! One row as a fact: serde reads the struct of the noun from named cells.
//!
//! The `csv` crate can do this too, but its errors do not tell the column for values that parse themselves (dates,
//! codes, keys), and they stop at the first bad cell of a row.

use std::fmt;

use serde::de::value::MapDeserializer;
use serde::de::{DeserializeOwned, Deserializer, Error, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::rows::both;
use super::values;

/// Reads a fact from its cells that are not empty: column and text of each. An empty cell is left out, so that serde
/// makes `None` or an empty list of it, or misses it.
pub(super) fn parse<'a, T: DeserializeOwned>(
    cells: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<T, CellError> {
    T::deserialize(MapDeserializer::new(cells.into_iter().map(|(column, text)| (column, Cell(text)))))
}

/// What is wrong with this one cell of a fact, if anything, in Dutch and English.
pub(super) fn problem_of<T: DeserializeOwned>(column: &str, text: &str) -> Option<[String; 2]> {
    let Err(CellError::Unreadable(message)) = parse::<T>([(column, text)]) else {
        // That the other cells are missing here says nothing about this one.
        return None;
    };
    if message.contains(text) {
        return Some(values::words(text, message));
    }
    let beginning = beginning(text);
    Some(if is_no_day(&message) {
        both(
            format!("\"{beginning}\" is geen dag: schrijf die als 2024-03-14"),
            format!("\"{beginning}\" is no day: write it as 2024-03-14"),
        )
    } else if has_decimal_comma(text) {
        both(
            format!("\"{text}\" heeft een komma: schrijf een getal met een punt, zoals 2.75 ({message})"),
            format!("\"{text}\" has a comma: write a number with a decimal point, as 2.75 ({message})"),
        )
    } else {
        let [nl, en] = values::words(text, message);
        both(format!("\"{beginning}\" is niet te lezen: {nl}"), format!("\"{beginning}\" cannot be read: {en}"))
    })
}

/// Whether this is what chrono says of a text that is no calendar day.
fn is_no_day(message: &str) -> bool {
    ["premature end of input", "input contains invalid characters", "trailing input", "input is out of range"]
        .iter()
        .any(|said| message.contains(said))
}

/// Whether a Dutch spreadsheet may have written this number.
fn has_decimal_comma(text: &str) -> bool {
    text.contains(',') && text.len() <= 40 && text.bytes().all(|byte| byte.is_ascii_digit() || b",.-".contains(&byte))
}

/// Why cells are no fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CellError {
    /// A cell that must be filled is empty.
    Missing,
    /// A text is no value.
    Unreadable(String),
}

impl fmt::Display for CellError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("a cell is empty that must be filled"),
            Self::Unreadable(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for CellError {}

impl Error for CellError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::Unreadable(message.to_string())
    }

    fn missing_field(_: &'static str) -> Self {
        Self::Missing
    }
}

/// The beginning of a text, for messages.
pub(super) fn beginning(text: &str) -> String {
    text.chars().take(40).collect()
}

/// The text of a cell that is not empty.
#[derive(Clone, Copy)]
struct Cell<'a>(&'a str);

impl<'de> IntoDeserializer<'de, CellError> for Cell<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Cell<'_> {
    type Error = CellError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, CellError> {
        visitor.visit_str(self.0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, CellError> {
        visitor.visit_some(self)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, CellError> {
        // Spreadsheets rewrite these in capitals and in their own language.
        match self.0.to_ascii_lowercase().as_str() {
            "true" | "waar" => visitor.visit_bool(true),
            "false" | "onwaar" => visitor.visit_bool(false),
            _ => Err(CellError::Unreadable(format!("\"{}\" is neither true nor false", beginning(self.0)))),
        }
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, CellError> {
        match self.0.parse() {
            Ok(number) => visitor.visit_u32(number),
            Err(_) => Err(CellError::Unreadable(format!("\"{}\" is no whole number from 0 on", beginning(self.0)))),
        }
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct newtype_struct
        seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use network::facts::{Contribution, MunicipalityStatistics, Rule, Seat};

    use super::*;

    #[test]
    fn each_kind_of_value_says_what_is_wrong_with_it() {
        for (problem, expected) in [
            (problem_of::<Seat>("since", "2024-13"), "\"2024-13\" is no date: write 2024,"),
            (problem_of::<Seat>("role", "BOSS"), "\"BOSS\" is none of CHAIR, VICE_CHAIR,"),
            (problem_of::<Seat>("key", "a b"), "\"a b\" is no key: use 1 to 200"),
            (problem_of::<Rule>("ours", "ja"), "\"ja\" is neither true nor false"),
            (problem_of::<Contribution>("amount", "2,75"), "\"2,75\" has a comma: write a number with a decimal point"),
            (problem_of::<Contribution>("amount", "much"), "\"much\" cannot be read: "),
            (problem_of::<MunicipalityStatistics>("inhabitants", "-1"), "\"-1\" is no whole number from 0 on"),
            (
                problem_of::<MunicipalityStatistics>("counted_on", "14-03-2024"),
                "\"14-03-2024\" is no day: write it as 2024-03-14",
            ),
        ] {
            let [_, problem] = problem.unwrap_or_default();
            assert!(problem.starts_with(expected), "{problem}");
        }
    }

    #[test]
    fn a_good_cell_has_no_problem_though_the_row_needs_more() {
        assert_eq!(problem_of::<Seat>("on_behalf_of", "ebrz;uwv"), None);
        assert_eq!(problem_of::<Contribution>("amount", "2.75"), None);
        for text in ["true", "TRUE", "WAAR", "onwaar"] {
            assert_eq!(problem_of::<Rule>("ours", text), None);
        }
    }
}
