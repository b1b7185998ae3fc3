//! What a reader hands over.

use std::collections::HashMap;
use std::sync::Arc;

use network::facts::Facts;
use network::slug::Slug;

use super::read::Files;
use super::table;

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
    /// Name of the file: `seats.csv`.
    pub file: String,
    /// Line in it, from 1; the header is line 1.
    pub line: u64,
}

impl Dataset {
    /// Where the fact of this noun with this key stands; `None` when there is none.
    #[must_use]
    pub fn place(&self, noun: &str, key: &str) -> Option<Place> {
        let line = *self.places.get(noun)?.get(&key.parse::<Slug>().ok()?)?;
        Some(Place { file: file_of(noun), line })
    }

    /// Whether there is a file of this noun.
    #[must_use]
    pub fn has_file(&self, noun: &str) -> bool {
        self.places.contains_key(noun)
    }

    /// The beginning of what stands in a column there, read anew; `None` for an empty cell.
    #[must_use]
    pub fn cell(&self, place: &Place, column: &str) -> Option<String> {
        table::cell(&self.files.open(&place.file).ok()?, place.line, column)
    }
}

/// Name of the file of a noun.
pub(super) fn file_of(noun: &str) -> String {
    format!("{noun}.csv")
}
