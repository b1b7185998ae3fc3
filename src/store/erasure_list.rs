//! The list of who was erased, in a file beside the database: no backup holds who was erased after it.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::erasures::{Erasure, NoErasure};

/// A file with a line for each who was erased.
#[derive(Debug, Clone)]
pub struct ErasureList {
    file: PathBuf,
}

/// Why the list could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum ErasureListError {
    /// The file cannot be read.
    #[error("failed to read {}", file.display())]
    Read {
        /// Which file.
        file: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// A line is none.
    #[error("failed to read {} line {number}", file.display())]
    Line {
        /// Which file.
        file: PathBuf,
        /// Which line; the first one is 1.
        number: usize,
        /// Why.
        #[source]
        source: NoErasure,
    },
    /// The file cannot be written.
    #[error("failed to write {}", file.display())]
    Write {
        /// Which file.
        file: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
}

impl ErasureList {
    /// The list in this file, which need not be there yet.
    #[must_use]
    pub fn new(file: PathBuf) -> Self {
        Self { file }
    }

    /// Where it is.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Everybody on the list; nobody when there is none.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn read(&self) -> Result<Vec<Erasure>, ErasureListError> {
        let file = || self.file.clone();
        let text = match fs::read_to_string(&self.file) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(source) => return Err(ErasureListError::Read { file: file(), source }),
        };
        let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
        let read = |(number, line): (usize, &str)| {
            line.parse().map_err(|source| ErasureListError::Line { file: file(), number, source })
        };
        lines.map(read).collect()
    }

    /// Adds who is not on it yet.
    ///
    /// # Errors
    /// When it cannot be read or written.
    pub fn add(&self, erasures: &[Erasure]) -> Result<(), ErasureListError> {
        let known = self.read()?;
        let new: String = erasures
            .iter()
            .filter(|erasure| known.iter().all(|known| known.person != erasure.person))
            .map(|erasure| format!("{erasure}\n"))
            .collect();
        if new.is_empty() {
            return Ok(());
        }
        let file = OpenOptions::new().create(true).append(true).open(&self.file);
        let written = file.and_then(|mut file| file.write_all(new.as_bytes()).and_then(|()| file.sync_all()));
        written.map_err(|source| ErasureListError::Write { file: self.file.clone(), source })
    }
}
