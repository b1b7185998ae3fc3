//! Tables as CSV.

use std::borrow::Cow;
use std::io::Write;

use super::tables::Table;
use super::value::Value;
use crate::exchange::{CsvTable, WriteError};

/// Writes a table. Cells without a value are empty.
pub(super) fn write(table: &Table<'_>, out: &mut impl Write) -> Result<(), WriteError> {
    let header: Vec<&str> = table.columns().map(|column| column.name).collect();
    let mut written = CsvTable::new(out, &header)?;
    table.rows(&mut |cells, _| {
        let texts: Vec<Cow<'_, str>> =
            cells.iter().map(|cell| cell.as_ref().map(Value::text).unwrap_or_default()).collect();
        written.row(&texts)
    })?;
    written.finish().map(drop)
}
