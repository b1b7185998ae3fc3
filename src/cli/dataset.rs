//! Datasets by name or folder, and their problems by file and line.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use network::facts::Language;
use network::problem::{Problem, Wrong};

use super::counted;
use crate::exchange::{Dataset, FileProblem, Place, ReadError, builtin, builtin_names, read_folder, read_zip};

/// For how many problems the file is read again, to show what stands in the cell.
const SHOWN: usize = 1_000;

/// The largest zip, in bytes.
const ZIP_BYTES: u64 = 256 << 20;

/// Why there is no dataset.
#[derive(Debug, thiserror::Error)]
pub(super) enum DatasetError {
    /// Neither a name nor a folder nor a file.
    #[error("{asked} is neither a built-in dataset ({}) nor a folder or zip", builtin_names().collect::<Vec<_>>().join(", "))]
    Unknown { asked: String },
    /// A file that cannot be read.
    #[error("failed to read the file {asked}")]
    File {
        asked: String,
        #[source]
        source: io::Error,
    },
    /// Found, but not readable.
    #[error(transparent)]
    Read(#[from] ReadError),
}

/// The built-in dataset of this name, or the one in this folder or zip.
pub(super) fn find(asked: &str) -> Result<Dataset, DatasetError> {
    if let Some(dataset) = builtin(asked) {
        return Ok(dataset?);
    }
    let folder = Path::new(asked);
    if folder.is_dir() {
        return Ok(read_folder(folder)?);
    }
    if folder.is_file() {
        let failed = |source| DatasetError::File { asked: asked.to_owned(), source };
        let mut bytes = Vec::new();
        File::open(folder).map_err(failed)?.take(ZIP_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() as u64 > ZIP_BYTES {
            return Err(failed(io::Error::other(format!("it is larger than {} MiB", ZIP_BYTES >> 20))));
        }
        let name = folder.file_stem().map_or_else(|| asked.to_owned(), |stem| stem.to_string_lossy().into_owned());
        return Ok(read_zip(name, bytes)?);
    }
    Err(DatasetError::Unknown { asked: asked.to_owned() })
}

/// Problems of the facts as problems of the files that they stand in, file by file, each from top to bottom. A file that
/// is not there is one problem, however many cells name its rows.
pub(super) fn in_files(dataset: &Dataset, problems: Vec<Problem>) -> Vec<FileProblem> {
    let mut missing: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut told = Vec::new();
    for problem in problems {
        match problem.wrong {
            Wrong::Dangling { noun, .. } if !dataset.has_file(noun) => *missing.entry(noun).or_default() += 1,
            _ => told.push(in_file(dataset, problem)),
        }
    }
    told.extend(missing.into_iter().map(|(noun, n_cells)| FileProblem {
        file: format!("{noun}.csv"),
        line: None,
        column: None,
        cell: None,
        message: format!("is missing: {} of other files name its rows", counted(n_cells, "cell", "cells")),
    }));
    told.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    for problem in told.iter_mut().take(SHOWN) {
        problem.cell = cell(dataset, problem);
    }
    told
}

fn in_file(dataset: &Dataset, problem: Problem) -> FileProblem {
    let place = dataset.place(problem.noun, &problem.key);
    FileProblem {
        file: place.as_ref().map_or_else(|| format!("{}.csv", problem.noun), |place| place.file.clone()),
        line: place.map(|place| place.line),
        column: problem.field.map(ToOwned::to_owned),
        cell: None,
        message: problem.wrong.message(Language::En),
    }
}

fn cell(dataset: &Dataset, problem: &FileProblem) -> Option<String> {
    let place = Place { file: problem.file.clone(), line: problem.line? };
    dataset.cell(&place, problem.column.as_deref()?)
}
