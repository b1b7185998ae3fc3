//! The lists of a JSON object as rows: a list a noun, an object a fact.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

use csv::ByteRecord;
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::dataset::Dataset;
use super::form::Form;
use super::problem::ReadError;
use super::read::read;
use super::rows::{Files, MOST_COLUMNS, Rows, both};

/// The most members of the object: there are fewer nouns.
const MEMBERS: usize = 1_000;

/// Reads the dataset in a JSON object: of each noun a list of objects, whose members are the columns. What it says of its
/// revision is left aside.
///
/// # Errors
/// As for [`read_bytes`](super::read_bytes).
pub(super) fn read_json(name: String, bytes: Vec<u8>) -> Result<Dataset, ReadError> {
    let lists = lists(&bytes).map_err(ReadError::Unreadable)?;
    read(name, Lists { bytes, lists })
}

struct Lists {
    bytes: Vec<u8>,
    /// Where each list stands.
    lists: Vec<(String, Range<usize>)>,
}

impl fmt::Debug for Lists {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lists").field("lists", &self.lists).finish_non_exhaustive()
    }
}

/// Where the members of the object stand.
fn lists(bytes: &[u8]) -> Result<Vec<(String, Range<usize>)>, [String; 2]> {
    let told = |error: serde_json::Error| {
        // What it fails on is the text of whoever sent it, which is not sent back.
        let (line, column) = (error.line(), error.column());
        both(
            format!("is geen JSON van een dataset: bij regel {line}, positie {column} is het niet te lezen"),
            format!("is no JSON of a dataset: at line {line}, position {column} it cannot be read"),
        )
    };
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let members = reader.deserialize_map(Members).map_err(told)?;
    reader.end().map_err(told)?;
    let mut lists: Vec<(String, Range<usize>)> = Vec::new();
    for (name, raw) in members {
        let text = raw.get();
        let start = text.as_ptr() as usize - bytes.as_ptr() as usize;
        if lists.iter().any(|(known, _)| *known == name) {
            let name: String = name.chars().take(40).collect();
            return Err(both(format!("noemt {name} twee keer"), format!("has {name} twice")));
        }
        if name != "revision" {
            lists.push((name, start..start + text.len()));
        }
    }
    Ok(lists)
}

/// Reads the members of the object without reading what is in them.
struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Vec<(String, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with a list a noun")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            if members.len() == MEMBERS {
                return Err(A::Error::custom("too many members"));
            }
            members.push(member);
        }
        Ok(members)
    }
}

impl Files for Lists {
    fn form(&self) -> Form {
        Form::Json
    }

    fn names(&self) -> Vec<String> {
        self.lists.iter().map(|(name, _)| name.clone()).collect()
    }

    fn rows(&self, name: &str, rows: &mut dyn Rows) -> Result<(), [String; 2]> {
        let range = self.lists.iter().find(|(known, _)| known == name).map(|(_, range)| range.clone());
        let text = range.and_then(|range| self.bytes.get(range)).unwrap_or_default();
        let mut taking = Taking { rows, columns: HashMap::new(), line: 0, stage: Stage::Columns };
        taking.walk(text)?;
        if taking.line == 0 {
            return Ok(());
        }
        let mut names: Vec<(&str, usize)> = taking.columns.iter().map(|(name, at)| (name.as_str(), *at)).collect();
        names.sort_unstable_by_key(|(_, at)| *at);
        let header: ByteRecord = names.into_iter().map(|(name, _)| name).collect();
        if taking.rows.row(0, &header).is_break() {
            return Ok(());
        }
        (taking.line, taking.stage) = (0, Stage::Rows);
        taking.walk(text)
    }
}

/// What is taken from a list: first the names of its columns, then its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Columns,
    Rows,
}

struct Taking<'a> {
    rows: &'a mut dyn Rows,
    /// Each member that any object has, with its place.
    columns: HashMap<String, usize>,
    /// The object that is being read, from 1.
    line: u64,
    stage: Stage,
}

impl Taking<'_> {
    fn walk(&mut self, text: &[u8]) -> Result<(), [String; 2]> {
        let mut reader = serde_json::Deserializer::from_slice(text);
        let walked = reader.deserialize_seq(List(&mut *self));
        walked.map_err(|_| match self.line {
            0 => both("is geen lijst: geef een lijst van objecten", "is no list: give a list of objects"),
            line => {
                both(format!("is vanaf nummer {line} niet te lezen"), format!("cannot be read from item {line} on"))
            }
        })
    }
}

/// Reads the list.
struct List<'t, 'a>(&'t mut Taking<'a>);

impl<'de> Visitor<'de> for List<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        loop {
            self.0.line += 1;
            if list.next_element_seed(Item(self.0))?.is_none() {
                self.0.line -= 1;
                return Ok(());
            }
        }
    }
}

/// Reads an object of the list.
struct Item<'t, 'a>(&'t mut Taking<'a>);

impl<'de> DeserializeSeed<'de> for Item<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Item<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with the columns of the noun")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let taking = self.0;
        if taking.stage == Stage::Columns {
            while let Some((name, IgnoredAny)) = map.next_entry::<Cow<'de, str>, _>()? {
                let at = taking.columns.len();
                if !taking.columns.contains_key(&*name) && at <= MOST_COLUMNS {
                    taking.columns.insert(name.into_owned(), at);
                }
            }
            return Ok(());
        }
        let mut cells: Vec<Option<String>> = vec![None; taking.columns.len()];
        while let Some((name, value)) = map.next_entry::<Cow<'de, str>, &RawValue>()? {
            let Some(cell) = taking.columns.get(&*name).and_then(|at| cells.get_mut(*at)) else { continue };
            match scalar(value) {
                _ if cell.is_some() => {
                    taking.rows.wrong(taking.line, Some(&name), both("staat er twee keer", "stands there twice"));
                }
                Ok(text) => *cell = Some(text),
                Err(wrong) => taking.rows.wrong(taking.line, Some(&name), wrong),
            }
        }
        let record: ByteRecord = cells.into_iter().map(Option::unwrap_or_default).collect();
        // Rows that are not wanted any more are walked past: the list ends where it ends.
        let _ = taking.rows.row(taking.line, &record);
        Ok(())
    }
}

/// A value as the text of a cell.
fn scalar(value: &RawValue) -> Result<String, [String; 2]> {
    let text = value.get();
    match text.as_bytes().first() {
        Some(b'"') => {
            serde_json::from_str(text).map_err(|_| both("is geen tekst die te lezen is", "is no text that can be read"))
        }
        Some(b'{' | b'[') => Err(both(
            "is een lijst of object: geef een tekst, een getal, true, false of null; meer waarden zijn een tekst met ; ertussen",
            "is a list or an object: give a text, a number, true, false or null; several values are one text with ; in between",
        )),
        Some(b'n') => Ok(String::new()),
        // A number is taken as it is written. What has no decimals but says so is a whole one.
        _ if text.contains('.') && !text.contains(['e', 'E']) => {
            let shorter = text.trim_end_matches('0');
            Ok(shorter.strip_suffix('.').unwrap_or(text).to_owned())
        }
        _ => Ok(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use network::network::{Network, Revision};

    use super::super::{MOST_UNPACKED, builtin, read_bytes, write_json};

    fn problems(text: &str) -> String {
        let read = read_bytes("made".into(), text.as_bytes().to_vec(), MOST_UNPACKED);
        read.err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn what_is_written_reads_back_equal() {
        for name in ["regio-zwolle", "regio-voorbeeld"] {
            let facts = builtin(name).and_then(Result::ok).map(|dataset| dataset.facts).unwrap_or_default();
            let revision = Revision { number: 7, recorded_at: chrono::DateTime::UNIX_EPOCH };
            let network = Network::build(facts, revision).unwrap();
            let mut bytes = Vec::new();
            write_json(&network, &mut bytes).unwrap();
            let back = read_bytes(name.into(), bytes, MOST_UNPACKED).map_err(|error| error.to_string()).unwrap();
            assert_eq!(Network::build(back.facts, revision).unwrap().facts(), network.facts());
        }
    }

    #[test]
    fn problems_are_told_with_list_item_and_field() {
        let item = r#""name_nl":"A","kind":"COMPANY","helix":"BUSINESS","source":"us","confidence":"HIGH""#;
        let text = format!(
            r#"{{"organisations":[{{"slug":"a",{item}}},{{"slug":"b",{item},"since":[2024]}},{{"slug":"c",{item},"naam":1}},
            {{"slug":"d","slug":"e",{item}}},{{"slug":null,{item}}}]}}"#
        );
        insta::assert_snapshot!(problems(&text), @"
        organisations, field naam: is unknown: the columns are id, slug, name_nl, name_en, kind, helix, layer, parent, territory, since, until, holder, source, confidence, audience, note
        organisations item 2, field since: is a list or an object: give a text, a number, true, false or null; several values are one text with ; in between
        organisations item 4, field slug: stands there twice
        organisations item 5, field slug: is empty and has to be filled
        ");
        assert_eq!(problems(r#"{"seats":{}}"#), "seats: is no list: give a list of objects");
        assert_eq!(problems(r#"{"seats":[1]}"#), "seats: cannot be read from item 1 on");
        assert_eq!(problems(r#"{"seats":[]"#), "is no JSON of a dataset: at line 1, position 11 it cannot be read");
        assert_eq!(problems(r#"{"seats":[],"seats":[]}"#), "has seats twice");
        assert!(problems(r#"{"zetels":[]}"#).starts_with("zetels: no noun has this name: there are cooperations,"));
        assert_eq!(problems("key,x"), "is no zip of CSV files, no workbook (XLSX) and no JSON object");
        // A number is what is written, not what is nearest to it; an empty list is one.
        let number = |text: &str| {
            let item = r#""key":"c","commitment":"x","source":"us","confidence":"HIGH","kind":"BUDGET","minimum":true"#;
            let text = format!(r#"{{"contributions":[{{{item},"amount":{text}}}],"seats":[]}}"#);
            let read = read_bytes("made".into(), text.into_bytes(), MOST_UNPACKED);
            read.map(|read| read.facts.contributions[0].amount.unwrap_or_default().to_string())
                .map_err(|error| error.to_string())
        };
        assert_eq!(number("12345678901234567.89"), Ok("12345678901234567.89".to_owned()));
        assert_eq!(number("250.0"), Ok("250".to_owned()));
        assert_eq!(
            problems(r#"{"seats":[{"key":"\ud800"}]}"#).lines().next(),
            Some("seats, field body: is missing: its cells have to be filled")
        );
        let deep = format!(r#"{{"seats":[{{"key":{}1{}}}]}}"#, "[".repeat(1_000), "]".repeat(1_000));
        assert!(problems(&deep).contains("seats item 1, field key: is a list or an object"), "{}", problems(&deep));
    }
}
