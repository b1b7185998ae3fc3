//! The bytes of a CSV file as rows.

use std::cell::Cell;
use std::io::{self, Read};

use csv::{ByteRecord, Position, ReaderBuilder};

use super::rows::{Rows, both};

/// The most bytes of a record: the reader holds one in memory.
const RECORD_BYTES: usize = 4 << 20;

/// Hands over the records of a file, each with the line in which it begins.
pub(super) fn rows(bytes: &[u8], rows: &mut dyn Rows) -> Result<(), [String; 2]> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(both("is UTF-16: bewaar het als \"CSV UTF-8\"", "is UTF-16: save it as \"CSV UTF-8\""));
    }
    let left = Cell::new(RECORD_BYTES);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        // Who takes the rows checks the width of each, where a problem has a line.
        .flexible(true)
        .delimiter(delimiter(bytes))
        .from_reader(Bounded { bytes, left: &left });
    let mut record = ByteRecord::new();
    let mut is_first = true;
    loop {
        left.set(RECORD_BYTES);
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            Err(_) if left.get() == 0 => {
                let mib = RECORD_BYTES >> 20;
                let words = both(
                    format!("hier begint een rij van meer dan {mib} MiB: ontbreekt er een aanhalingsteken?"),
                    format!("a row of more than {mib} MiB begins here: is a quote missing?"),
                );
                rows.wrong(reader.position().line(), None, words);
                return Ok(());
            }
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

/// Bytes, of which no more are handed over than are left for one record.
struct Bounded<'a> {
    bytes: &'a [u8],
    left: &'a Cell<usize>,
}

impl Read for Bounded<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = buffer.len().min(self.left.get());
        if most == 0 && !self.bytes.is_empty() {
            return Err(io::Error::other("the record goes on"));
        }
        let n_bytes = self.bytes.read(&mut buffer[..most])?;
        self.left.set(self.left.get() - n_bytes);
        Ok(n_bytes)
    }
}

/// `;` when the header line is separated by it, as a Dutch spreadsheet does, or a tab; else `,`.
fn delimiter(bytes: &[u8]) -> u8 {
    let first = bytes.split(|byte| matches!(byte, b'\n' | b'\r')).find(|line| !line.is_empty()).unwrap_or_default();
    let count = |delimiter| first.iter().filter(|&&byte| byte == delimiter).count();
    let [commas, semicolons, tabs] = [b',', b';', b'\t'].map(count);
    match semicolons.max(tabs) {
        more if more <= commas => b',',
        more if more == semicolons => b';',
        _ => b'\t',
    }
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

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;

    /// Rows and what is wrong, as text.
    #[derive(Default)]
    struct Told(Vec<String>);

    impl Rows for Told {
        fn row(&mut self, line: u64, cells: &ByteRecord) -> ControlFlow<()> {
            let cells: Vec<_> = cells.iter().map(String::from_utf8_lossy).collect();
            self.0.push(format!("{line}: {}", cells.join("|")));
            ControlFlow::Continue(())
        }

        fn wrong(&mut self, line: u64, _: Option<&str>, [_, message]: [String; 2]) {
            self.0.push(format!("{line}: {message}"));
        }
    }

    fn told(bytes: &[u8]) -> Vec<String> {
        let mut told = Told::default();
        match rows(bytes, &mut told) {
            Ok(()) => told.0,
            Err([_, message]) => vec![message],
        }
    }

    #[test]
    fn cells_lie_between_commas_semicolons_or_tabs() {
        assert_eq!(told(b"a,b;c\n1,2\n"), ["1: a|b;c", "2: 1|2"]);
        assert_eq!(told(b"a;b;c\n1;2;3\n"), ["1: a|b|c", "2: 1|2|3"]);
        assert_eq!(told(b"a\tb\n1\t2,5\n"), ["1: a|b", "2: 1|2,5"]);
    }

    #[test]
    fn utf_16_is_told_as_such() {
        assert_eq!(told(b"\xFF\xFEa\0,\0"), ["is UTF-16: save it as \"CSV UTF-8\""]);
    }

    #[test]
    fn a_record_without_end_is_not_taken_into_memory() {
        let long = vec![b'a'; RECORD_BYTES + 9000];
        let file = |cell: &[u8]| [b"a,b\n1,2\n\"", cell, b"\",x\n"].concat();
        let expected = ["1: a|b", "2: 1|2", "3: a row of more than 4 MiB begins here: is a quote missing?"];
        assert_eq!(told(&file(&long)), expected);
        let fits = told(&file(&long[..RECORD_BYTES / 2]));
        assert_eq!((fits.len(), fits[2].len()), (3, RECORD_BYTES / 2 + 5));
        // Each of many has room of its own.
        let many = b"aaaaaaaaa,b\n".repeat(RECORD_BYTES / 8);
        assert_eq!(told(&many).len(), RECORD_BYTES / 8);
    }
}
