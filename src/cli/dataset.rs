//! Datasets by name, folder or file.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use crate::exchange::{Dataset, MOST_UNPACKED, ReadError, builtin, builtin_names, read_bytes, read_folder};

/// The largest zip, workbook or JSON, in bytes.
const FILE_BYTES: u64 = 256 << 20;

/// Why there is no dataset.
#[derive(Debug, thiserror::Error)]
pub(super) enum DatasetError {
    /// Neither a name nor a folder nor a file.
    #[error("{asked} is neither a built-in dataset ({}) nor a folder, zip, workbook or JSON file", builtin_names().collect::<Vec<_>>().join(", "))]
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

/// The built-in dataset of this name, or the one in this folder or file.
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
        let too_large = || failed(io::Error::other(format!("it is larger than {} MiB", FILE_BYTES >> 20)));
        let file = File::open(folder).map_err(failed)?;
        let size = file.metadata().map_err(failed)?.len();
        if size > FILE_BYTES {
            return Err(too_large());
        }
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
        // One byte more than allowed shows that it grew while we read.
        file.take(FILE_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() as u64 > FILE_BYTES {
            return Err(too_large());
        }
        let name = folder.file_stem().map_or_else(|| asked.to_owned(), |stem| stem.to_string_lossy().into_owned());
        return Ok(read_bytes(name, bytes, MOST_UNPACKED)?);
    }
    Err(DatasetError::Unknown { asked: asked.to_owned() })
}
