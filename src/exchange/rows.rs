//! Tables as they are handed over, whatever they lie in: row by row, the names of the columns first.

use std::fmt;
use std::ops::ControlFlow;

use csv::ByteRecord;

use super::form::Form;

/// The most columns that a table may have; nouns have fewer by far.
pub(super) const MOST_COLUMNS: usize = 1_000;

/// Takes the rows of a table.
pub(super) trait Rows {
    /// The next row.
    ///
    /// * `line`: where it stands, from 1; 0: nowhere, as the names of the columns do that a list of JSON has.
    ///
    /// Breaks when the rows that follow are not wanted.
    fn row(&mut self, line: u64, cells: &ByteRecord) -> ControlFlow<()>;

    /// Something that cannot be a row or a cell, in Dutch and English.
    fn wrong(&mut self, line: u64, column: Option<&str>, message: [String; 2]);
}

/// Tables that can be read by name. One is read at a time, so that a big dataset is never in memory twice.
pub(super) trait Files: fmt::Debug + Send + Sync {
    /// What they lie in.
    fn form(&self) -> Form;

    /// Their names: of CSV files, sheets, lists.
    fn names(&self) -> Vec<String>;

    /// Hands over the rows of one, or tells what is wrong with it.
    fn rows(&self, name: &str, rows: &mut dyn Rows) -> Result<(), [String; 2]>;
}

/// A message in Dutch and English.
pub(super) fn both(nl: impl Into<String>, en: impl Into<String>) -> [String; 2] {
    [nl.into(), en.into()]
}
