//! Datasets: folders of CSV files, one per noun, that an analyst can edit in a spreadsheet.
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
mod problem;
mod read;
mod table;
mod write;

pub use builtin::{builtin, builtin_names};
pub use dataset::{Dataset, Place};
pub use folder::read_folder;
pub use problem::{FileProblem, Problems, ReadError};
pub use write::csv_text;
