//! Datasets that travel in the binary.

use include_dir::{Dir, include_dir};

use super::dataset::Dataset;
use super::form::Form;
use super::lines;
use super::problem::ReadError;
use super::read::read;
use super::rows::{Files, Rows, both};

static DATA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/data");

/// The built-in dataset with this name (`regio-zwolle`, or the made-up `regio-voorbeeld`); `None` when there is none.
#[must_use]
pub fn builtin(name: &str) -> Option<Result<Dataset, ReadError>> {
    let dir = DATA.dirs().find(|dir| dir.path().to_str() == Some(name))?;
    Some(read(name.to_owned(), dir))
}

/// Names of the built-in datasets, in order.
pub fn builtin_names() -> impl Iterator<Item = &'static str> {
    DATA.dirs().filter_map(|dir| dir.path().to_str())
}

impl Files for &Dir<'static> {
    fn form(&self) -> Form {
        Form::Csv
    }

    fn names(&self) -> Vec<String> {
        self.files()
            .filter(|file| file.path().extension().is_some_and(|extension| extension == "csv"))
            .filter_map(|file| file.path().file_name()?.to_str().map(ToOwned::to_owned))
            .collect()
    }

    fn rows(&self, name: &str, rows: &mut dyn Rows) -> Result<(), [String; 2]> {
        match self.get_file(self.path().join(name)) {
            Some(file) => lines::rows(file.contents(), rows),
            None => Err(both("is niet ingebouwd", "is not built in")),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};
    use std::fmt::Debug;
    use std::sync::Arc;

    use chrono::{DateTime, NaiveDate};
    use network::facts::{Fact, Organisation};
    use network::findings::findings;
    use network::id::FactId;
    use network::network::{Network, Revision};
    use network::source::Confidence;
    use network::view::View;
    use proptest::prelude::*;
    use serde::Serialize;
    use serde::de::DeserializeOwned;

    use super::super::cells;
    use super::super::columns::columns;
    use super::super::form::Form;
    use super::super::lines;
    use super::super::problem::Problems;
    use super::super::row::Row;
    use super::super::table;
    use super::super::{CsvTable, WriteError};
    use super::*;

    /// What `csv` writes of these facts, with ids.
    fn written<T: Serialize>(facts: &[T]) -> Result<Vec<u8>, csv::Error> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        for fact in facts {
            writer.serialize(fact)?;
        }
        writer.into_inner().map_err(|error| error.into_error().into())
    }

    /// What an export writes of these facts.
    fn in_rows<T: Fact + Serialize + DeserializeOwned>(network: &Network, facts: &[T]) -> Result<Vec<u8>, WriteError> {
        let header: Vec<&str> = columns::<T>().iter().map(|column| column.name).collect();
        let mut table = CsvTable::new(Vec::new(), &header)?;
        let mut row = Row::default();
        for fact in facts {
            table.row(row.of(network, fact)?)?;
        }
        table.finish()
    }

    fn read_back<T: Fact + DeserializeOwned>(bytes: &[u8]) -> (Vec<T>, Problems) {
        let mut problems = Problems::default();
        let table = table::read(Form::Csv, |rows| lines::rows(bytes, rows), &mut HashSet::new(), &mut problems);
        (table.facts, problems)
    }

    #[test]
    fn what_is_written_of_every_noun_reads_back_equal() -> Result<(), Box<dyn std::error::Error>> {
        for dataset in builtin_names().filter_map(builtin) {
            let dataset = dataset?;
            macro_rules! check {
                ($($noun:ident $fact:ident,)*) => {$(
                    let facts = &dataset.facts.$noun;
                    if !facts.is_empty() {
                        let (back, problems) = read_back::<network::facts::$fact>(&written(facts)?);
                        assert_eq!(problems.to_string(), "");
                        assert_eq!(&back, facts);
                    }
                )*};
            }
            network::for_each_noun!(check);
        }
        Ok(())
    }

    #[test]
    fn the_columns_that_must_be_filled_are_those_without_which_a_row_is_no_fact()
    -> Result<(), Box<dyn std::error::Error>> {
        fn check<T: Fact + Serialize + DeserializeOwned + Debug>(facts: &[T]) -> Result<(), csv::Error> {
            let Some(fact) = facts.first() else { return Ok(()) };
            let bytes = written(std::slice::from_ref(fact))?;
            let mut reader = csv::Reader::from_reader(&bytes[..]);
            let header = reader.headers()?.clone();
            let row: HashMap<String, String> = reader.deserialize().next().transpose()?.unwrap_or_default();
            assert_eq!(header.iter().collect::<Vec<_>>(), columns::<T>().iter().map(|c| c.name).collect::<Vec<_>>());
            for column in columns::<T>() {
                let others = row.iter().filter(|(name, text)| *name != column.name && !text.is_empty());
                let parsed = cells::parse::<T>(others.map(|(name, text)| (name.as_str(), text.as_str())));
                assert_eq!(parsed.is_err(), column.required, "{} {}", T::NOUN, column.name);
            }
            Ok(())
        }
        for dataset in builtin_names().filter_map(builtin) {
            let dataset = dataset?;
            macro_rules! check {
                ($($noun:ident $fact:ident,)*) => { $(check(&dataset.facts.$noun)?;)* };
            }
            network::for_each_noun!(check);
        }
        Ok(())
    }

    #[test]
    fn the_region_and_a_made_up_one_are_built_in() {
        assert_eq!(builtin_names().collect::<Vec<_>>(), ["regio-voorbeeld", "regio-zwolle"]);
        assert!(builtin("atlantis").is_none());
    }

    #[test]
    fn the_made_up_region_has_all_nouns_and_says_of_each_fact_that_it_is_made_up()
    -> Result<(), Box<dyn std::error::Error>> {
        let dataset = builtin("regio-voorbeeld").transpose()?.ok_or("no such dataset")?;
        macro_rules! check {
            ($($noun:ident $fact:ident,)*) => {$(
                assert!(!dataset.facts.$noun.is_empty(), "no {}", stringify!($noun));
                for fact in &dataset.facts.$noun {
                    let (key, source) = (fact.key(), fact.source());
                    assert!(source.starts_with("verzonnen:"), "{} {key}: {source}", stringify!($noun));
                }
            )*};
        }
        network::for_each_noun!(check);
        Ok(())
    }

    #[test]
    fn the_made_up_region_breaks_each_rule_that_facts_can_break() -> Result<(), Box<dyn std::error::Error>> {
        let dataset = builtin("regio-voorbeeld").transpose()?.ok_or("no such dataset")?;
        let revision = Revision { number: 1, recorded_at: DateTime::UNIX_EPOCH };
        let network = Network::build(dataset.facts, revision)
            .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
        let day = NaiveDate::from_ymd_opt(2026, 11, 26).ok_or("no such day")?;
        let view = View::new(Arc::new(network), day, Confidence::Unverified, Arc::default());
        let mut broken: Vec<&str> = findings(&view).iter().map(|finding| finding.rule.code()).collect();
        broken.dedup();
        let rules = ["R01", "R04", "R05", "R06", "R07", "R09", "R11", "R12", "R13", "R14", "R17", "R18", "R19"];
        assert_eq!(broken, rules);
        Ok(())
    }

    #[test]
    fn any_words_survive_a_file() {
        let dataset = builtin("regio-zwolle").and_then(Result::ok).map(|dataset| dataset.facts).unwrap_or_default();
        let mut facts: Vec<_> = dataset.organisations.iter().take(2).cloned().collect();
        let network = Network::build(dataset, Revision { number: 1, recorded_at: DateTime::UNIX_EPOCH }).unwrap();
        for fact in &mut facts {
            fact.note = None;
        }
        proptest!(|(name in "\\PC{1,40}", note in "[ ;,\"\r\n'=a-zé“\u{feff}]{1,40}")| {
            let mut facts = facts.clone();
            facts[0].name_nl = name;
            facts[1].note = Some(note);
            let csv = in_rows(&network, &facts).map_err(|error| TestCaseError::fail(error.to_string()))?;
            let (back, problems) = read_back::<Organisation>(&csv);
            prop_assert_eq!(problems.to_string(), "");
            prop_assert_eq!(&back, &facts);
        });
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), header in any::<bool>()) {
            let mut text = if header { b"slug,name_nl,kind,helix,source,confidence,id\n".to_vec() } else { Vec::new() };
            text.extend(bytes);
            let (facts, _) = read_back::<Organisation>(&text);
            prop_assert!(facts.iter().all(|fact| !fact.id().is_unset() && !fact.name_nl.is_empty()));
        }
    }
}
