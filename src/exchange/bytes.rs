//! A dataset in one file: which kind it is, by its first bytes.

use super::book::read_book;
use super::dataset::Dataset;
use super::listed::read_json;
use super::packed::{is_book, read_zip};
use super::problem::ReadError;
use super::rows::both;

/// What the parts of a zip or workbook come to at most when they are unpacked, where nobody says otherwise, in bytes.
pub const MOST_UNPACKED: u64 = 512 << 20;

/// What some programs write before a text in UTF-8.
const BOM: &[u8] = b"\xEF\xBB\xBF";

/// A kind of file that holds a dataset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A zip of CSV files.
    Zip,
    /// A workbook (XLSX), which is a zip too.
    Workbook,
    /// A JSON object.
    Json,
}

impl Kind {
    /// The kind of a file, by what it begins with; `None`: none of them.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return Some(if is_book(bytes) { Self::Workbook } else { Self::Zip });
        }
        let text = bytes.strip_prefix(BOM).unwrap_or(bytes);
        (text.trim_ascii_start().first() == Some(&b'{')).then_some(Self::Json)
    }
}

/// Reads the dataset in a zip of CSV files, a workbook or a JSON object.
///
/// * `name`: what the dataset is called.
/// * `most_unpacked`: what its parts may come to together when they are unpacked, in bytes.
///
/// # Errors
/// [`ReadError::Unreadable`] when it is none of them, or one that is not opened here; [`ReadError::Problems`] with
/// everything that has to be mended in it.
pub fn read_bytes(name: String, bytes: Vec<u8>, most_unpacked: u64) -> Result<Dataset, ReadError> {
    match Kind::of(&bytes) {
        Some(Kind::Zip) => read_zip(name, bytes, most_unpacked),
        Some(Kind::Workbook) => read_book(name, bytes, most_unpacked),
        Some(Kind::Json) => read_json(name, bytes.strip_prefix(BOM).map(<[u8]>::to_vec).unwrap_or(bytes)),
        None => Err(ReadError::Unreadable(both(
            "is geen zip met CSV-bestanden, geen werkmap (XLSX) en geen JSON-object",
            "is no zip of CSV files, no workbook (XLSX) and no JSON object",
        ))),
    }
}
