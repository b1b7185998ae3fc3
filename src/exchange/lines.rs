//! The bytes of a CSV file as rows.

use csv::{ByteRecord, Position, ReaderBuilder};

use super::rows::{Rows, both};

/// Hands over the records of a file, each with the line in which it begins.
pub(super) fn rows(bytes: &[u8], rows: &mut dyn Rows) -> Result<(), [String; 2]> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        // Who takes the rows checks the width of each, where a problem has a line.
        .flexible(true)
        .delimiter(delimiter(bytes))
        .from_reader(bytes);
    let mut record = ByteRecord::new();
    let mut is_first = true;
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            Err(error) => {
                return Err(both(format!("verder lezen lukte niet: {error}"), format!("failed to read on: {error}")));
            }
        }
        let line = line_of(&record, bytes);
        if has_open_quote(&record, reader.position().byte(), bytes) {
            // The rows after an open quote would be read as words of one cell, and be lost without a word.
            let words =
                both("hier gaat een aanhalingsteken open dat nergens sluit", "a quote is opened here and not closed");
            rows.wrong(line, None, words);
            if is_first {
                return Ok(());
            }
            continue;
        }
        is_first = false;
        if rows.row(line, &record).is_break() {
            return Ok(());
        }
    }
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
    let start = record.position().map_or(0, Position::byte);
    let range = usize::try_from(start).unwrap_or(usize::MAX)..usize::try_from(end).unwrap_or(usize::MAX);
    bytes.get(range).unwrap_or_default().iter().filter(|&&byte| byte == b'"').count() % 2 == 1
}
