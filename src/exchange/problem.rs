//! What has to be mended before a dataset can be read.

use std::fmt;
use std::io;

use network::facts::Language;

use super::form::Form;

/// How many problems are kept; the rest is counted. Nobody mends more in one go, and a broken file of a million rows
/// must not fill the memory with messages.
const KEPT: usize = 10_000;

/// One thing in a file that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileProblem {
    /// What the dataset lies in.
    pub form: Form,
    /// Name of the file (`organisations.csv`), sheet or list (`organisations`).
    pub file: String,
    /// Line, row or item, from 1; `None` when it is all of it.
    pub line: Option<u64>,
    /// Name of the column; `None` when it is the line as a whole.
    pub column: Option<String>,
    /// What stands in the cell, when the message does not say it.
    pub cell: Option<String>,
    /// What is wrong and what to do, in Dutch and English.
    pub message: [String; 2],
}

impl FileProblem {
    /// What is wrong and what to do, with what stands in the cell.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let [nl, en] = &self.message;
        let message = if language == Language::Nl { nl } else { en };
        self.cell.as_ref().map_or_else(|| message.clone(), |cell| format!("(\"{cell}\") {message}"))
    }
}

impl fmt::Display for FileProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [table, line, column] = match self.form {
            Form::Csv => ["", "line", "column"],
            Form::Workbook => ["sheet ", "row", "column"],
            Form::Json => ["", "item", "field"],
        };
        write!(f, "{table}{}", self.file)?;
        if let Some(number) = self.line {
            write!(f, " {line} {number}")?;
        }
        if let Some(name) = &self.column {
            write!(f, ", {column} {name}")?;
        }
        if let Some(cell) = &self.cell {
            write!(f, " (\"{cell}\")")?;
        }
        write!(f, ": {}", self.message[1])
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
    /// What was given is no zip, workbook or JSON of a dataset: what is wrong with it, in Dutch and English.
    #[error("{}", .0[1])]
    Unreadable([String; 2]),
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
            let message = ["stuk".to_owned(), "broken".to_owned()];
            let form = Form::Csv;
            problems.push(FileProblem { form, file, line: Some(line), column: None, cell: None, message });
        }
        assert_eq!(problems.found().len(), KEPT);
        assert_eq!(problems.total(), KEPT + 7);
        assert!(problems.to_string().ends_with("seats.csv line 10000: broken\nand 7 more"));
    }
}
