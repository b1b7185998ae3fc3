//! A dataset as a workbook (XLSX): a sheet a noun, all cells texts, so that no spreadsheet rewrites them.

use std::io::Write;

use network::network::Network;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::write::{Sheets, WriteError, hand_over};

/// What a sheet and a cell hold at most, header included.
const SHEET_ROWS: u32 = 1_048_576;
const CELL_CHARS: usize = 32_767;

/// Writes a dataset as a workbook: the same bytes for the same facts. Rows lie on the disk until all of them are there.
///
/// # Errors
/// [`WriteError::Unfit`] when a noun has more rows, or a cell more text, than a workbook holds; nothing was written then.
pub fn write_workbook(network: &Network, out: impl Write + Send) -> Result<(), WriteError> {
    let mut book = Workbook::new();
    // No clock: the same facts are the same bytes.
    let moment = ExcelDateTime::from_ymd(1980, 1, 1).map_err(failed)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&moment));
    let mut sheets = Book { book, noun: "", at: 0, next: 0 };
    hand_over(network, &mut sheets)?;
    sheets.book.save_to_writer(out).map_err(failed)
}

fn failed(error: XlsxError) -> WriteError {
    match error {
        XlsxError::IoError(error) => error.into(),
        error => std::io::Error::other(error).into(),
    }
}

struct Book {
    book: Workbook,
    noun: &'static str,
    /// The sheet that is being written, and its next row.
    at: usize,
    next: u32,
}

impl Book {
    fn write<'c>(&mut self, cells: impl Iterator<Item = &'c str>) -> Result<(), WriteError> {
        let noun = self.noun;
        if self.next == SHEET_ROWS {
            return Err(WriteError::Unfit {
                nl: format!("{noun} heeft meer dan {SHEET_ROWS} rijen, meer dan een werkblad houdt: neem CSV"),
                en: format!("{noun} has more than {SHEET_ROWS} rows, more than a sheet holds: take CSV"),
            });
        }
        let sheet = self.book.worksheet_from_index(self.at).map_err(failed)?;
        for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            if cell.chars().count() > CELL_CHARS {
                let line = self.next + 1;
                return Err(WriteError::Unfit {
                    nl: format!("een cel in rij {line} van {noun} is langer dan {CELL_CHARS} tekens: neem CSV"),
                    en: format!("a cell in row {line} of {noun} is longer than {CELL_CHARS} characters: take CSV"),
                });
            }
            sheet.write_string(self.next, column, cell).map_err(failed)?;
        }
        self.next += 1;
        Ok(())
    }
}

impl Sheets for Book {
    fn begin(&mut self, noun: &'static str, header: &[&str]) -> Result<(), WriteError> {
        self.at = self.book.worksheets().len();
        let sheet = self.book.add_worksheet_with_constant_memory().map_err(failed)?;
        sheet.set_name(noun).map_err(failed)?;
        (self.noun, self.next) = (noun, 0);
        self.write(header.iter().copied())
    }

    fn row(&mut self, cells: &[String]) -> Result<(), WriteError> {
        self.write(cells.iter().map(String::as_str))
    }
}
