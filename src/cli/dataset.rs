//! Datasets by name or folder, and their problems by file and line.

use std::path::Path;

use network::problem::Problem;

use crate::exchange::{Dataset, FileProblem, ReadError, builtin, builtin_names, read_folder};

/// Why there is no dataset.
#[derive(Debug, thiserror::Error)]
pub(super) enum DatasetError {
    /// Neither a name nor a folder.
    #[error("{asked} is neither a built-in dataset ({}) nor a folder", builtin_names().collect::<Vec<_>>().join(", "))]
    Unknown { asked: String },
    /// Found, but not readable.
    #[error(transparent)]
    Read(#[from] ReadError),
}

/// The built-in dataset of this name, or the one in this folder.
pub(super) fn find(asked: &str) -> Result<Dataset, DatasetError> {
    if let Some(dataset) = builtin(asked) {
        return Ok(dataset?);
    }
    let folder = Path::new(asked);
    if folder.is_dir() {
        return Ok(read_folder(folder)?);
    }
    Err(DatasetError::Unknown { asked: asked.to_owned() })
}

/// A problem of the facts as a problem of the file that they stand in.
pub(super) fn in_file(dataset: &Dataset, problem: Problem) -> FileProblem {
    let place = dataset.place(problem.noun, &problem.key);
    FileProblem {
        file: place.as_ref().map_or_else(|| format!("{}.csv", problem.noun), |place| place.file.clone()),
        line: place.map(|place| place.line),
        column: problem.field.map(ToOwned::to_owned),
        message: problem.message,
    }
}
