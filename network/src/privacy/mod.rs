//! Personal data: where it lies, what is told of a person, and how it is forgotten.
//!
//! To forget is a function of one fact. It is applied to every fact, as it is and as it ever was in the journal, so that the
//! network of each revision becomes what that function makes of it: nothing that is computed from an earlier one can bring
//! back what was forgotten, and what the function leaves alone is told as before.

mod class;
mod disclosure;
mod erasure;
mod forgetting;
mod names;
mod retention;
mod subject;
#[cfg(test)]
mod tests;
mod words;

pub use class::{Class, FIELDS, Fate};
pub use disclosure::{Ground, Participant, Scope, Talk, Told, Withheld};
pub use erasure::{erasure, find_person, pseudonym};
pub use forgetting::{By, Forgetting, Forgotten, Place, Report, Rewritten};
pub use retention::{Expiry, Kept, Periods};
pub use subject::{Change, Mention, PersonData, Record, Section, person_data};
pub use words::{field_in_words, value_in_words};

/// What an erasure is called in the journal.
pub const ERASE_PERSON: &str = "ERASE_PERSON";

/// What is recorded when periods of retention are over.
pub const APPLY_RETENTION: &str = "APPLY_RETENTION";

/// Whether a command of the journal also took something out of what came before it.
#[must_use]
pub fn rewrites_the_past(command: &str) -> bool {
    command == ERASE_PERSON || command == APPLY_RETENTION
}
