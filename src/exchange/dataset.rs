//! What a reader hands over.

use std::collections::HashMap;
use std::sync::Arc;

use network::facts::Facts;
use network::slug::Slug;

use super::form::Form;
use super::rows::Files;

/// The facts of one network, and where they stood.
#[derive(Debug, Clone)]
pub struct Dataset {
    /// Name of the dataset: the name of its folder.
    pub name: String,
    /// Its facts. Every one has an id.
    pub facts: Facts,
    /// Per noun the line of each key.
    pub(super) places: HashMap<&'static str, HashMap<Slug, u64>>,
    /// Where they stood.
    pub(super) files: Arc<dyn Files>,
}

/// Where a fact stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Name of the file (`seats.csv`), sheet or list (`seats`).
    pub file: String,
    /// Line, row or item in it, from 1; the header of a file is line 1.
    pub line: u64,
}

impl Dataset {
    /// What it lies in.
    #[must_use]
    pub fn form(&self) -> Form {
        self.files.form()
    }

    /// Where the fact of this noun with this key stands; `None` when there is none.
    #[must_use]
    pub fn place(&self, noun: &str, key: &str) -> Option<Place> {
        let line = *self.places.get(noun)?.get(&key.parse::<Slug>().ok()?)?;
        Some(Place { file: self.form().file_of(noun), line })
    }

    /// Whether there is a file, sheet or list of this noun.
    #[must_use]
    pub fn has_file(&self, noun: &str) -> bool {
        self.places.contains_key(noun)
    }

    pub(super) fn files(&self) -> &dyn Files {
        &*self.files
    }
}
