//! Which columns a noun has: read off its struct, so that there is no second list to keep.

use std::fmt;
use std::iter;

use network::list::FIELDS;
use serde::de::value::MapDeserializer;
use serde::de::{DeserializeOwned, Deserializer, Error, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

/// A column of a noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Column {
    /// Its name: the field of the struct.
    pub(super) name: &'static str,
    /// Whether its cells must be filled.
    pub(super) required: bool,
}

/// The columns of a noun, in the order of its struct.
pub(super) fn columns<T: DeserializeOwned>() -> Vec<Column> {
    let Err(Answer::Fields(names)) = T::deserialize(AskFields) else {
        return Vec::new();
    };
    names.iter().map(|&name| Column { name, required: !may_be_empty::<T>(name) }).collect()
}

fn may_be_empty<T: DeserializeOwned>(name: &'static str) -> bool {
    // Made of the key, or public, when a file does not tell.
    ["id", "audience"].contains(&name)
        || FIELDS.contains(&name)
        || matches!(T::deserialize(MapDeserializer::new(iter::once((name, AskKind)))), Err(Answer::Optional))
}

/// What a struct tells by the way it asks for its values. It always comes as an error, so that nothing has to be built.
#[derive(Debug)]
enum Answer {
    Fields(&'static [&'static str]),
    Optional,
    Other,
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an answer, not a fault")
    }
}

impl std::error::Error for Answer {}

impl Error for Answer {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::Other
    }
}

struct AskFields;

impl<'de> Deserializer<'de> for AskFields {
    type Error = Answer;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Answer> {
        Err(Answer::Other)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Answer> {
        Err(Answer::Fields(fields))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

struct AskKind;

impl<'de> IntoDeserializer<'de, Answer> for AskKind {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for AskKind {
    type Error = Answer;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Answer> {
        Err(Answer::Other)
    }

    fn deserialize_option<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Answer> {
        Err(Answer::Optional)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use network::facts::{Contribution, Seat};

    use super::super::cells;
    use super::*;

    fn required<T: DeserializeOwned>() -> Vec<&'static str> {
        columns::<T>().into_iter().filter(|column| column.required).map(|column| column.name).collect()
    }

    #[test]
    fn columns_are_the_fields_of_the_struct() {
        let names: Vec<_> = columns::<Seat>().into_iter().map(|column| column.name).collect();
        insta::assert_snapshot!(names.join(" "), @"id key body role holder on_behalf_of on_behalf_of_group supplied_by since until source confidence audience note");
        insta::assert_snapshot!(required::<Seat>().join(" "), @"key body role source confidence");
        insta::assert_snapshot!(required::<Contribution>().join(" "), @"key kind minimum source confidence");
    }

    #[test]
    fn the_format_is_described_to_the_last_column_and_code() {
        let page = include_str!("../../docs/data-format.md");
        let section = |title: &str| {
            let (_, from) = page.split_once(&format!("\n### {title}\n")).unwrap_or_default();
            from.split("\n#").next().unwrap_or_default()
        };
        let (_, common) = page.split_once("\n## The nouns\n").unwrap_or_default();
        let common = common.split("\n#").next().unwrap_or_default();
        let mut missing = Vec::new();
        macro_rules! check {
            ($($noun:ident $fact:ident,)*) => {$(
                for column in columns::<network::facts::$fact>() {
                    let filled = if column.required { "yes" } else { "" };
                    let row = format!("\n| `{}` | {filled} |", column.name);
                    let Some(row) = [section(stringify!($noun)), common].into_iter().find(|table| table.contains(&row))
                        .and_then(|table| table.split(&row).nth(1)?.lines().next()) else {
                        missing.push(format!("{} {}", stringify!($noun), column.name));
                        continue;
                    };
                    // A text that is no code is answered with those that exist.
                    let answer = cells::problem_of::<network::facts::$fact>(column.name, "?").unwrap_or_default()[1].clone();
                    let Some((_, codes)) = answer.split_once(" is none of ") else { continue };
                    let title = row.split_once("| [").and_then(|(_, from)| from.split_once(']')).unwrap_or_default().0;
                    let table = section(title);
                    missing.extend(codes.split(", ").filter(|code| !table.contains(&format!("\n| `{code}` |")))
                        .map(|code| format!("{} {} {code}", stringify!($noun), column.name)));
                }
            )*};
        }
        network::for_each_noun!(check);
        assert_eq!(missing, Vec::<String>::new());
    }
}
