//! What makes facts unreadable as a network.

use std::fmt;

/// One thing in the facts that has to be mended before they are a network: an unreadable value, a broken reference, a
/// register number given twice (rule R16). Whoever read the facts knows in which line or row it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Noun, which is also the name of the file and of the table: `seats`.
    pub noun: &'static str,
    /// Key of the fact.
    pub key: String,
    /// Field in question; `None` when it is the fact as a whole.
    pub field: Option<&'static str>,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.noun, self.key)?;
        if let Some(field) = self.field {
            write!(f, ", {field}")?;
        }
        write!(f, ": {}", self.message)
    }
}
