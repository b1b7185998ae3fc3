//! Datasets: tables, one per noun, that an analyst can edit in a spreadsheet: CSV files in a folder or a zip, the sheets of a
//! workbook, the lists of a JSON object. Written from a network and read back.
//!
//! Bytes go in; out come the facts, or *all* problems with file, line and column. Whatever it lies in, a table is handed over
//! row by row (`rows`) and read in one way (`table`). What the facts mean together (a
//! reference that leads nowhere, a register number given twice) is for the network; [`Dataset::place`] tells in which
//! line a fact stands, so that those problems can be shown with file and line as well.
//! The format is described in `docs/data-format.md`.

mod book;
mod builtin;
mod bytes;
mod cells;
mod columns;
mod dataset;
mod folder;
mod form;
mod formula;
mod header;
mod lines;
mod listed;
mod packed;
mod placed;
mod problem;
mod read;
mod row;
mod rows;
mod table;
mod texts;
mod values;
mod workbook;
mod write;

pub use builtin::{builtin, builtin_names};
pub use bytes::{Kind, MOST_UNPACKED, read_bytes};
pub use dataset::{Dataset, Place};
pub use folder::read_folder;
pub use form::Form;
pub use placed::Told;
pub use problem::{FileProblem, Problems, ReadError};
pub use row::NoRow;
pub use texts::read_texts;
pub use workbook::write_workbook;
pub use write::{CsvTable, WriteError, csv_text, write_folder, write_json, write_zip};
