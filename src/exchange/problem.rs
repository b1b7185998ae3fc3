//! What has to be mended before a dataset can be read.

use std::fmt;
use std::io;

/// How many problems are kept; the rest is counted. Nobody mends more in one go, and a broken file of a million rows
/// must not fill the memory with messages.
const KEPT: usize = 10_000;

/// One thing in a file that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileProblem {
    /// Name of the file: `organisations.csv`.
    pub file: String,
    /// Line, from 1; `None` when it is the file as a whole.
    pub line: Option<u64>,
    /// Name of the column; `None` when it is the line as a whole.
    pub column: Option<String>,
    /// What stands in the cell, when the message does not say it.
    pub cell: Option<String>,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for FileProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, " line {line}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column {column}")?;
        }
        if let Some(cell) = &self.cell {
            write!(f, " (\"{cell}\")")?;
        }
        write!(f, ": {}", self.message)
    }
}

/// All problems of a dataset, file by file, each file from top to bottom.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems {
    found: Vec<FileProblem>,
    total: usize,
}

impl Problems {
    /// The problems; the first ten thousand when there are more.
    #[must_use]
    pub fn found(&self) -> &[FileProblem] {
        &self.found
    }

    /// How many there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.total
    }

    pub(super) fn push(&mut self, problem: FileProblem) {
        self.total += 1;
        if self.found.len() < KEPT {
            self.found.push(problem);
        }
    }
}

impl fmt::Display for Problems {
    /// One problem a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, problem) in self.found.iter().enumerate() {
            if at > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        match self.total - self.found.len() {
            0 => Ok(()),
            more => write!(f, "\nand {more} more"),
        }
    }
}

impl std::error::Error for Problems {}

/// Why a dataset could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The folder itself cannot be opened.
    #[error("failed to read the folder {folder}")]
    Folder {
        /// The folder as it was given.
        folder: String,
        /// What the operating system says.
        #[source]
        source: io::Error,
    },
    /// What was given is no zip of a dataset: what is wrong with it.
    #[error("{0}")]
    Zip(String),
    /// Its files have to be mended.
    #[error("{0}")]
    Problems(Problems),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flood_of_problems_is_counted_and_not_kept() {
        let mut problems = Problems::default();
        for line in 1..=KEPT as u64 + 7 {
            let file = "seats.csv".to_owned();
            problems.push(FileProblem { file, line: Some(line), column: None, cell: None, message: "broken".into() });
        }
        assert_eq!(problems.found().len(), KEPT);
        assert_eq!(problems.total(), KEPT + 7);
        assert!(problems.to_string().ends_with("seats.csv line 10000: broken\nand 7 more"));
    }
}
