//! The row that names the columns, and the rows after it by those names.

use csv::ByteRecord;
use network::facts::Fact;
use serde::de::DeserializeOwned;

use super::cells;
use super::columns::{Column, columns};
use super::form::Form;
use super::formula;
use super::rows::{MOST_COLUMNS, both};
use super::table::Report;

/// The largest cell, in bytes.
const CELL_BYTES: usize = 64 * 1024;

/// Which column stands where.
pub(super) struct Header {
    /// Column of each cell; `None` for one that is unknown or given twice.
    cells: Vec<Option<&'static str>>,
    /// Columns that must be filled and are there.
    required: Vec<(usize, &'static str)>,
    /// Whether all columns are there that must be filled.
    complete: bool,
}

impl Header {
    /// `None` when no column is known: its rows would only repeat that.
    pub(super) fn read<T: Fact + DeserializeOwned>(
        record: &ByteRecord,
        line: u64,
        report: &mut Report<'_>,
    ) -> Option<Self> {
        let columns = columns::<T>();
        let known = columns.iter().map(|column| column.name).collect::<Vec<_>>().join(", ");
        if record.len() > MOST_COLUMNS {
            let n = record.len();
            let words = both(
                format!("heeft {n} kolommen, meer dan {MOST_COLUMNS}: de kolommen zijn {known}"),
                format!("has {n} columns, more than {MOST_COLUMNS}: the columns are {known}"),
            );
            report.at(line, None, words);
            return None;
        }
        let names: Vec<String> = record.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect();
        let found: Vec<Option<Column>> =
            names.iter().map(|name| columns.iter().find(|column| column.name == name).copied()).collect();
        if found.iter().all(Option::is_none) {
            let words = both(
                format!("noemt geen bekende kolom: de eerste regel hoort er te noemen uit {known}"),
                format!("names no known column: the first line has to name some of {known}"),
            );
            report.at(line, None, words);
            return None;
        }
        let mut header = Self { cells: Vec::new(), required: Vec::new(), complete: true };
        for (at, (name, column)) in names.into_iter().zip(found).enumerate() {
            match column {
                None if name.is_empty() => {
                    let number = at + 1;
                    let words = both(
                        format!("kolom {number} heeft geen naam: haal die weg, of noem die als een van {known}"),
                        format!("column {number} has no name: take it out, or name it as one of {known}"),
                    );
                    report.at(line, None, words);
                }
                None => {
                    let words = both(
                        format!("is onbekend: de kolommen zijn {known}"),
                        format!("is unknown: the columns are {known}"),
                    );
                    report.at(line, Some(&name), words);
                }
                Some(_) if header.cells.iter().flatten().any(|&given| given == name) => {
                    let words = both("staat twee keer in de kop", "stands in the header twice");
                    report.at(line, Some(&name), words);
                    header.cells.push(None);
                    continue;
                }
                Some(column) if column.required => header.required.push((at, column.name)),
                Some(_) => {}
            }
            header.cells.push(column.map(|column| column.name));
        }
        for column in columns.iter().filter(|column| column.required) {
            if !header.cells.contains(&Some(column.name)) {
                let words =
                    both("ontbreekt: de cellen ervan horen gevuld te zijn", "is missing: its cells have to be filled");
                report.at(line, Some(column.name), words);
                header.complete = false;
            }
        }
        Some(header)
    }

    /// The text of a cell by the name of its column.
    pub(super) fn text<'r>(&self, record: &'r ByteRecord, column: &str) -> Option<&'r str> {
        let at = self.cells.iter().position(|&name| name == Some(column))?;
        record.get(at).and_then(|cell| std::str::from_utf8(cell).ok())
    }

    /// The fact in this row; `None` when it has problems, which are all reported.
    pub(super) fn fact<T: Fact + DeserializeOwned>(
        &self,
        record: &ByteRecord,
        line: u64,
        report: &mut Report<'_>,
    ) -> Option<T> {
        if record.len() != self.cells.len() {
            let (found, expected) = (record.len(), self.cells.len());
            let words = both(
                format!(
                    "heeft {found} cellen waar de kop er {expected} heeft: klopt elk aanhalingsteken en elke komma?"
                ),
                format!("has {found} cells where the header has {expected}: is a quote or a comma amiss?"),
            );
            report.at(line, None, words);
            return None;
        }
        let before = report.problems.total();
        let mut texts = Vec::with_capacity(record.len());
        for (name, cell) in self.cells.iter().zip(record) {
            let Some(name) = *name else { continue };
            match text(cell, report.form) {
                Ok("") => {}
                Ok(text) => texts.push((name, text)),
                Err(words) => report.at(line, Some(name), words),
            }
        }
        for &(at, name) in &self.required {
            if record.get(at).is_none_or(<[u8]>::is_empty) {
                let words = both("is leeg en hoort gevuld te zijn", "is empty and has to be filled");
                report.at(line, Some(name), words);
            }
        }
        let parsed = cells::parse::<T>(texts.iter().copied());
        if let Err(error) = &parsed {
            for (name, text) in texts {
                if let Some(problem) = cells::problem_of::<T>(name, text) {
                    report.at(line, Some(name), problem);
                }
            }
            if report.problems.total() == before && self.complete {
                report.at(line, None, both(error.to_string(), error.to_string()));
            }
        }
        parsed.ok().filter(|_| report.problems.total() == before)
    }
}

/// The text of a cell, or what is wrong with its bytes.
fn text(cell: &[u8], form: Form) -> Result<&str, [String; 2]> {
    if cell.len() > CELL_BYTES {
        let size = cell.len();
        return Err(both(
            format!("heeft {size} bytes, meer dan {CELL_BYTES}: ontbreekt er een aanhalingsteken?"),
            format!("has {size} bytes, more than {CELL_BYTES}: is a quote missing?"),
        ));
    }
    if cell.contains(&0) {
        // Databases refuse it in a text.
        return Err(both(
            "heeft een nulbyte: is het bestand bewaard als \"CSV UTF-8\"?",
            "has a zero byte: was the file saved as \"CSV UTF-8\"?",
        ));
    }
    match std::str::from_utf8(cell) {
        Ok(text) if form == Form::Csv => Ok(formula::read(text)),
        Ok(text) => Ok(text),
        Err(_) => Err(both(
            "is geen UTF-8: bewaar het bestand als \"CSV UTF-8\"",
            "is not UTF-8: save the file as \"CSV UTF-8\"",
        )),
    }
}
