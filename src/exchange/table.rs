//! One table of a dataset: its rows as facts of one noun.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;
use std::sync::Arc;

use csv::ByteRecord;
use network::facts::Fact;
use network::id::FactId;
use network::slug::Slug;
use network::source::SourceText;
use serde::de::DeserializeOwned;

use super::cells;
use super::form::Form;
use super::header::Header;
use super::problem::{FileProblem, Problems};
use super::rows::{Files, Rows, both};

/// The facts of a table and the lines in which they stand.
pub(super) struct Table<T> {
    pub(super) facts: Vec<T>,
    pub(super) lines: HashMap<Slug, u64>,
}

/// Reads the table of the noun `T`. What cannot be read goes to `problems`; the rest is read on.
///
/// * `hand_over`: hands over its rows.
pub(super) fn read<T: Fact + DeserializeOwned>(
    form: Form,
    hand_over: impl FnOnce(&mut dyn Rows) -> Result<(), [String; 2]>,
    sources: &mut HashSet<SourceText>,
    problems: &mut Problems,
) -> Table<T> {
    let table = Table { facts: Vec::new(), lines: HashMap::new() };
    let report = Report { form, file: form.file_of(T::NOUN), problems };
    let mut reading = Reading { table, ids: HashMap::new(), header: None, is_begun: false, sources, report };
    let handed = hand_over(&mut reading);
    let Reading { table, is_begun, mut report, .. } = reading;
    match handed {
        Err(message) => report.file(message),
        // A list may be empty.
        Ok(()) if !is_begun && form != Form::Json => {
            let [regel, line] = form.line();
            report.file(both(
                format!("is leeg: de eerste {regel} hoort de kolommen te noemen"),
                format!("is empty: its first {line} has to name the columns"),
            ));
        }
        Ok(()) => {}
    }
    table
}

struct Reading<'a, T: Fact> {
    table: Table<T>,
    ids: HashMap<T::Id, u64>,
    header: Option<Header>,
    /// Whether there was anything at all.
    is_begun: bool,
    sources: &'a mut HashSet<SourceText>,
    report: Report<'a>,
}

impl<T: Fact + DeserializeOwned> Rows for Reading<'_, T> {
    fn row(&mut self, line: u64, cells: &ByteRecord) -> ControlFlow<()> {
        self.is_begun = true;
        let Some(header) = &self.header else {
            self.header = Header::read::<T>(cells, line, &mut self.report);
            return if self.header.is_some() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) };
        };
        // Spreadsheets keep lines of delimiters where rows were emptied.
        if cells.iter().all(<[u8]>::is_empty) {
            return ControlFlow::Continue(());
        }
        if let Some(fact) = header.fact::<T>(cells, line, &mut self.report) {
            let text_of_id = header.text(cells, "id").map(ToOwned::to_owned);
            self.fact(fact, line, text_of_id.as_deref());
        }
        ControlFlow::Continue(())
    }

    fn wrong(&mut self, line: u64, column: Option<&str>, message: [String; 2]) {
        self.is_begun = true;
        self.report.at(line, column, message);
    }
}

impl<T: Fact> Reading<'_, T> {
    /// Keeps a fact, unless its key or id was given before.
    fn fact(&mut self, mut fact: T, line: u64, text_of_id: Option<&str>) {
        if fact.id().is_unset() {
            fact.set_id(T::Id::from_key(fact.key()));
        } else if text_of_id.is_some_and(|text| T::Id::from_key(text) == fact.id()) {
            let words = both(
                "is geen UUID: laat het leeg, dan volgt de id uit de sleutel",
                "is no UUID: leave it empty, and the id follows from the key",
            );
            self.report.at(line, Some("id"), words);
            return;
        }
        if let Some(first) = self.table.lines.get(fact.key()) {
            let (key, [regel, line_word]) = (fact.key(), self.report.form.line());
            let words = both(
                format!("de sleutel {key} staat al in {regel} {first}"),
                format!("the key {key} stands in {line_word} {first} already"),
            );
            self.report.at(line, None, words);
            return;
        }
        self.table.lines.insert(fact.key().clone(), line);
        if let Some(first) = self.ids.insert(fact.id(), line) {
            let [regel, line_word] = self.report.form.line();
            let words = both(
                format!("dezelfde id staat al in {regel} {first}"),
                format!("the same id stands in {line_word} {first} already"),
            );
            self.report.at(line, Some("id"), words);
            return;
        }
        fact.set_source(shared(self.sources, fact.source()));
        self.table.facts.push(fact);
    }
}

/// Equal source texts share one allocation.
fn shared(sources: &mut HashSet<SourceText>, source: &SourceText) -> SourceText {
    if let Some(known) = sources.get(source) {
        return Arc::clone(known);
    }
    sources.insert(Arc::clone(source));
    Arc::clone(source)
}

/// The beginnings of what stands in these cells of one table, each a line and a column; none for an empty one. Read anew, once
/// for all of them.
pub(super) fn cells(files: &dyn Files, name: &str, wanted: &HashSet<(u64, String)>) -> HashMap<(u64, String), String> {
    let mut looking = Looking { wanted, columns: None, found: HashMap::new(), last: 0 };
    looking.last = wanted.iter().map(|(line, _)| *line).max().unwrap_or_default();
    // What cannot be read again is not shown.
    let _ = files.rows(name, &mut looking);
    looking.found
}

struct Looking<'a> {
    wanted: &'a HashSet<(u64, String)>,
    columns: Option<Vec<String>>,
    found: HashMap<(u64, String), String>,
    /// The last line in which something is wanted.
    last: u64,
}

impl Rows for Looking<'_> {
    fn row(&mut self, line: u64, cells: &ByteRecord) -> ControlFlow<()> {
        let Some(columns) = &self.columns else {
            let names = cells.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned());
            self.columns = Some(names.collect());
            return ControlFlow::Continue(());
        };
        for (column, cell) in columns.iter().zip(cells) {
            let place = (line, column.clone());
            let text = std::str::from_utf8(cell).ok().filter(|text| !text.is_empty());
            if let Some(text) = text.filter(|_| self.wanted.contains(&place)) {
                self.found.insert(place, cells::beginning(text));
            }
        }
        if line >= self.last { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn wrong(&mut self, _: u64, _: Option<&str>, _: [String; 2]) {}
}

/// Where problems of one table go.
pub(super) struct Report<'a> {
    pub(super) form: Form,
    pub(super) file: String,
    pub(super) problems: &'a mut Problems,
}

impl Report<'_> {
    /// What is wrong with all of it.
    fn file(&mut self, message: [String; 2]) {
        self.at(0, None, message);
    }

    /// What is wrong with a line or a cell.
    pub(super) fn at(&mut self, line: u64, column: Option<&str>, message: [String; 2]) {
        let column = column.map(|name| name.chars().take(40).collect());
        let line = (line > 0).then_some(line);
        self.problems.push(FileProblem { form: self.form, file: self.file.clone(), line, column, cell: None, message });
    }
}
