//! Rows of one noun, found by number, id or key.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::facts::Fact;
use crate::id::FactId;
use crate::period::{Period, Span};
use crate::slug::Slug;
use crate::source::Confidence;

/// Number of a row in the table of `T`: small, and only good for one network.
pub struct Ix<T>(u32, PhantomData<fn() -> T>);

impl<T> Ix<T> {
    /// Row number `at`.
    #[must_use]
    pub fn new(at: u32) -> Self {
        Self(at, PhantomData)
    }

    /// The number as an index.
    #[must_use]
    pub fn at(self) -> usize {
        self.0 as usize
    }

    /// The number.
    #[must_use]
    pub fn number(self) -> u32 {
        self.0
    }
}

impl<T> Clone for Ix<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Ix<T> {}

impl<T> PartialEq for Ix<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for Ix<T> {}

impl<T> PartialOrd for Ix<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Ix<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}

impl<T> Hash for Ix<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<T> fmt::Debug for Ix<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

/// All facts of one noun, ordered by id, so that no answer depends on the order of input. What views filter by lies in
/// columns of its own.
#[derive(Debug)]
pub struct Table<T: Fact> {
    rows: Vec<T>,
    spans: Vec<Span>,
    confidences: Vec<Confidence>,
    by_id: FxHashMap<T::Id, Ix<T>>,
    /// Only the keys from which the id does not derive; made when it is first asked for, as most nouns never are.
    by_key: OnceLock<FxHashMap<Slug, Ix<T>>>,
}

/// Whether the id of a row derives from its key, as those of datasets do.
fn derives<T: Fact>(row: &T) -> bool {
    row.id().uuid().get_version_num() == 5
}

impl<T: Fact> Table<T> {
    /// Puts facts in order. Facts whose id another one has already are handed back.
    #[must_use]
    pub fn new(mut rows: Vec<T>) -> (Self, Vec<T>) {
        if !rows.is_sorted_by(|a, b| a.id() < b.id()) {
            rows.sort_by_key(Fact::id);
        }
        let mut twice = Vec::new();
        if rows.windows(2).any(|pair| pair[0].id() == pair[1].id()) {
            let mut once: Vec<T> = Vec::with_capacity(rows.len());
            for row in rows {
                match once.last() {
                    Some(last) if last.id() == row.id() => twice.push(row),
                    _ => once.push(row),
                }
            }
            rows = once;
        }
        let spans = rows.iter().map(|row| row.period().map_or(Span::ALWAYS, Period::span)).collect();
        let confidences = rows.iter().map(Fact::confidence).collect();
        let mut by_id = FxHashMap::with_capacity_and_hasher(rows.len(), rustc_hash::FxBuildHasher);
        by_id.extend(rows.iter().map(Fact::id).zip((0u32..).map(Ix::new)));
        (Self { rows, spans, confidences, by_id, by_key: OnceLock::new() }, twice)
    }

    /// The fact in this row.
    #[must_use]
    pub fn get(&self, ix: Ix<T>) -> &T {
        &self.rows[ix.at()]
    }

    /// The row with this id.
    #[must_use]
    pub fn by_id(&self, id: T::Id) -> Option<Ix<T>> {
        self.by_id.get(&id).copied()
    }

    /// The row with this key.
    #[must_use]
    pub fn by_key(&self, key: &str) -> Option<Ix<T>> {
        let derived = self.by_id(T::Id::from_key(key)).filter(|ix| **self.get(*ix).key() == *key);
        let given = || {
            self.by_key.get_or_init(|| {
                let own = self.iter().filter(|(_, row)| !derives(*row));
                own.map(|(ix, row)| (row.key().clone(), ix)).collect()
            })
        };
        derived.or_else(|| key.parse().ok().and_then(|slug: Slug| given().get(&slug).copied()))
    }

    /// When the fact holds.
    #[must_use]
    pub fn span(&self, ix: Ix<T>) -> Span {
        self.spans[ix.at()]
    }

    /// How sure the fact is.
    #[must_use]
    pub fn confidence(&self, ix: Ix<T>) -> Confidence {
        self.confidences[ix.at()]
    }

    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// All row numbers, in order.
    pub fn indices(&self) -> impl DoubleEndedIterator<Item = Ix<T>> + ExactSizeIterator + use<T> {
        // A table holds at most u32::MAX rows: rows come from files and tables far below that.
        (0..u32::try_from(self.rows.len()).unwrap_or(u32::MAX)).map(Ix::new)
    }

    /// All rows with their numbers, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Ix<T>, &T)> + ExactSizeIterator {
        self.indices().zip(&self.rows)
    }
}
