//! What cannot be read in a database, row by row.

use std::fmt;

/// How many are named before we give up.
const MOST: usize = 100;

/// A cell that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Name of the table.
    pub table: &'static str,
    /// The row: its key and id, as far as they can be read.
    pub row: String,
    /// Name of the column.
    pub column: &'static str,
    /// What is wrong with what stands there.
    pub reason: String,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "table {}, row {}, column {}: {}", self.table, self.row, self.column, self.reason)
    }
}

/// The cells that cannot be read: at most 100 of them, and how many there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems {
    /// The first ones.
    pub named: Vec<Unreadable>,
    /// How many there are in all.
    pub count: usize,
}

impl Problems {
    pub(super) fn push(&mut self, problem: Unreadable) {
        self.count += 1;
        if self.named.len() < MOST {
            self.named.push(problem);
        }
    }

    pub(super) fn append(&mut self, other: Self) {
        self.count += other.count;
        self.named.extend(other.named);
        self.named.truncate(MOST);
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.named {
            write!(f, "\n{problem}")?;
        }
        match self.count - self.named.len() {
            0 => Ok(()),
            more => write!(f, "\nand {more} more"),
        }
    }
}
