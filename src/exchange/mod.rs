//! Datasets: CSV files, one per noun, that an analyst can edit in a spreadsheet; in a folder, a zip, or as the sheets of a
//! workbook. Written from a network and read back.
//!
//! Bytes go in; out come the facts, or *all* problems with file, line and column. What the facts mean together (a
//! reference that leads nowhere, a register number given twice) is for the network; [`Dataset::place`] tells in which
//! line a fact stands, so that those problems can be shown with file and line as well.
//! The format is described in `docs/data-format.md`.

mod builtin;
mod cells;
mod columns;
mod dataset;
mod folder;
mod formula;
mod packed;
mod problem;
mod read;
mod row;
mod table;
mod workbook;
mod write;

pub use builtin::{builtin, builtin_names};
pub use dataset::{Dataset, Place};
pub use folder::read_folder;
pub use packed::read_zip;
pub use problem::{FileProblem, Problems, ReadError};
pub use row::NoRow;
pub use workbook::write_workbook;
pub use write::{CsvTable, WriteError, csv_text, write_folder, write_json, write_zip};
