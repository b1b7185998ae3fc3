//! One file of a dataset: its bytes as facts of one noun.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use csv::ByteRecord;
use network::facts::Fact;
use network::id::FactId;
use network::slug::Slug;
use network::source::SourceText;
use serde::de::DeserializeOwned;

use super::cells;
use super::columns::{Column, columns};
use super::dataset::file_of;
use super::formula;
use super::problem::{FileProblem, Problems};

/// The largest cell, in bytes.
const CELL_BYTES: usize = 64 * 1024;

/// The facts of a file and the lines in which they stand.
pub(super) struct Table<T> {
    pub(super) facts: Vec<T>,
    pub(super) lines: HashMap<Slug, u64>,
}

/// Reads the file of the noun `T`. What cannot be read goes to `problems`; the rest is read on.
pub(super) fn read<T: Fact + DeserializeOwned>(
    bytes: &[u8],
    sources: &mut HashSet<SourceText>,
    problems: &mut Problems,
) -> Table<T> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut report = Report { file: file_of(T::NOUN), problems };
    let mut table = Table { facts: Vec::new(), lines: HashMap::new() };
    let mut ids = HashMap::new();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        // The width of each row is checked below, where a problem has a line.
        .flexible(true)
        .delimiter(delimiter(bytes))
        .from_reader(bytes);
    let mut record = ByteRecord::new();
    let mut header: Option<Header> = None;
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                report.file(format!("failed to read on: {error}"));
                break;
            }
        }
        let line = line_of(&record, bytes);
        if has_open_quote(&record, reader.position().byte(), bytes) {
            // The rows after an open quote would be read as words of one cell, and be lost without a word.
            report.line(line, "a quote is opened here and not closed".into());
            if header.is_none() {
                return table;
            }
            continue;
        }
        let Some(header) = &header else {
            header = Header::read::<T>(&record, line, &mut report);
            if header.is_none() {
                return table;
            }
            continue;
        };
        // Spreadsheets keep lines of delimiters where rows were emptied.
        if record.iter().all(<[u8]>::is_empty) {
            continue;
        }
        let Some(mut fact) = header.fact::<T>(&record, line, &mut report) else { continue };
        if fact.id().is_unset() {
            fact.set_id(T::Id::from_key(fact.key()));
        } else if header.text(&record, "id").is_some_and(|text| T::Id::from_key(text) == fact.id()) {
            report.cell(line, "id", "is no UUID: leave it empty, and the id follows from the key".into());
            continue;
        }
        if let Some(first) = table.lines.get(fact.key()) {
            report.line(line, format!("the key {} stands in line {first} already", fact.key()));
            continue;
        }
        table.lines.insert(fact.key().clone(), line);
        if let Some(first) = ids.insert(fact.id(), line) {
            report.cell(line, "id", format!("the same id stands in line {first} already"));
            continue;
        }
        fact.set_source(shared(sources, fact.source()));
        table.facts.push(fact);
    }
    if header.is_none() {
        report.file("is empty: its first line has to name the columns".into());
    }
    table
}

/// The beginning of what stands in a cell; `None` for an empty one.
pub(super) fn cell(bytes: &[u8], line: u64, column: &str) -> Option<String> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().flexible(true).delimiter(delimiter(bytes)).from_reader(bytes);
    let at = reader.byte_headers().ok()?.iter().position(|name| name.trim_ascii() == column.as_bytes())?;
    let record = reader.byte_records().flatten().find(|record| line_of(record, bytes) == line)?;
    let text = std::str::from_utf8(record.get(at)?).ok()?;
    (!text.is_empty()).then(|| cells::beginning(text))
}

/// `;` when the header line is separated by it, as a Dutch spreadsheet does; else `,`.
fn delimiter(bytes: &[u8]) -> u8 {
    let first = bytes.split(|byte| matches!(byte, b'\n' | b'\r')).find(|line| !line.is_empty()).unwrap_or_default();
    let count = |delimiter| first.iter().filter(|&&byte| byte == delimiter).count();
    if count(b';') > count(b',') { b';' } else { b',' }
}

/// The line in which a record begins, from 1.
fn line_of(record: &ByteRecord, bytes: &[u8]) -> u64 {
    let Some(position) = record.position() else { return 1 };
    // The reader gives where it stood before it skipped empty lines.
    let skipped = usize::try_from(position.byte())
        .ok()
        .and_then(|start| bytes.get(start..))
        .unwrap_or_default()
        .iter()
        .take_while(|byte| matches!(byte, b'\n' | b'\r'))
        .filter(|&&byte| byte == b'\n')
        .count();
    position.line() + skipped as u64
}

/// Whether a record, which ends before the byte `end`, has a quote that is never closed: quotes come in pairs.
fn has_open_quote(record: &ByteRecord, end: u64, bytes: &[u8]) -> bool {
    let start = record.position().map_or(0, csv::Position::byte);
    let range = usize::try_from(start).unwrap_or(usize::MAX)..usize::try_from(end).unwrap_or(usize::MAX);
    bytes.get(range).unwrap_or_default().iter().filter(|&&byte| byte == b'"').count() % 2 == 1
}

/// Equal source texts share one allocation.
fn shared(sources: &mut HashSet<SourceText>, source: &SourceText) -> SourceText {
    if let Some(known) = sources.get(source) {
        return Arc::clone(known);
    }
    sources.insert(Arc::clone(source));
    Arc::clone(source)
}

/// The header line: which column stands where.
struct Header {
    /// Column of each cell; `None` for one that is unknown or given twice.
    cells: Vec<Option<&'static str>>,
    /// Columns that must be filled and are there.
    required: Vec<(usize, &'static str)>,
    /// Whether all columns are there that must be filled.
    complete: bool,
}

impl Header {
    /// `None` when no column is known: its rows would only repeat that.
    fn read<T: Fact + DeserializeOwned>(record: &ByteRecord, line: u64, report: &mut Report<'_>) -> Option<Self> {
        let columns = columns::<T>();
        let known = || columns.iter().map(|column| column.name).collect::<Vec<_>>().join(", ");
        let names: Vec<String> = record.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect();
        let found: Vec<Option<Column>> =
            names.iter().map(|name| columns.iter().find(|column| column.name == name).copied()).collect();
        if found.iter().all(Option::is_none) {
            report.line(line, format!("names no known column: the first line has to name some of {}", known()));
            return None;
        }
        let mut header = Self { cells: Vec::new(), required: Vec::new(), complete: true };
        for (at, (name, column)) in names.into_iter().zip(found).enumerate() {
            match column {
                None => report.cell(line, &name, format!("is unknown: the columns are {}", known())),
                Some(_) if header.cells.iter().flatten().any(|&given| given == name) => {
                    report.cell(line, &name, "stands in the header twice".into());
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
                report.cell(line, column.name, "is missing: its cells have to be filled".into());
                header.complete = false;
            }
        }
        Some(header)
    }

    /// The text of a cell by the name of its column.
    fn text<'r>(&self, record: &'r ByteRecord, column: &str) -> Option<&'r str> {
        let at = self.cells.iter().position(|&name| name == Some(column))?;
        record.get(at).and_then(|cell| std::str::from_utf8(cell).ok())
    }

    /// The fact in this row; `None` when it has problems, which are all reported.
    fn fact<T: Fact + DeserializeOwned>(&self, record: &ByteRecord, line: u64, report: &mut Report<'_>) -> Option<T> {
        if record.len() != self.cells.len() {
            let (found, expected) = (record.len(), self.cells.len());
            report
                .line(line, format!("has {found} cells where the header has {expected}: is a quote or a comma amiss?"));
            return None;
        }
        let before = report.problems.total();
        let mut texts = Vec::with_capacity(record.len());
        for (name, cell) in self.cells.iter().zip(record) {
            let Some(name) = *name else { continue };
            if cell.len() > CELL_BYTES {
                let size = cell.len();
                report.cell(line, name, format!("has {size} bytes, more than {CELL_BYTES}: is a quote missing?"));
            } else if cell.contains(&0) {
                // Databases refuse it in a text.
                report.cell(line, name, "has a zero byte: was the file saved as \"CSV UTF-8\"?".into());
            } else if let Ok(text) = std::str::from_utf8(cell) {
                if !text.is_empty() {
                    texts.push((name, formula::read(text)));
                }
            } else {
                report.cell(line, name, "is not UTF-8: save the file as \"CSV UTF-8\"".into());
            }
        }
        for &(at, name) in &self.required {
            if record.get(at).is_none_or(<[u8]>::is_empty) {
                report.cell(line, name, "is empty and has to be filled".into());
            }
        }
        let parsed = cells::parse::<T>(texts.iter().copied());
        if let Err(error) = &parsed {
            for (name, text) in texts {
                if let Some(problem) = cells::problem_of::<T>(name, text) {
                    report.cell(line, name, problem);
                }
            }
            if report.problems.total() == before && self.complete {
                report.line(line, error.to_string());
            }
        }
        parsed.ok().filter(|_| report.problems.total() == before)
    }
}

/// Where problems of one file go.
struct Report<'a> {
    file: String,
    problems: &'a mut Problems,
}

impl Report<'_> {
    fn file(&mut self, message: String) {
        self.problems.push(FileProblem { file: self.file.clone(), line: None, column: None, cell: None, message });
    }

    fn line(&mut self, line: u64, message: String) {
        self.problems.push(FileProblem {
            file: self.file.clone(),
            line: Some(line),
            column: None,
            cell: None,
            message,
        });
    }

    fn cell(&mut self, line: u64, column: &str, message: String) {
        let column = Some(column.chars().take(40).collect());
        self.problems.push(FileProblem { file: self.file.clone(), line: Some(line), column, cell: None, message });
    }
}
