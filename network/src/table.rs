//! Rows of one noun, found by number, id or key.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use uuid::Uuid;

use crate::facts::Fact;
use crate::id::FactId;
use crate::period::{Period, Span};
use crate::persistent::{Column, Sorted};
use crate::source::Confidence;

/// Number of a row in the table of `T`: small, and only good for one network and those that follow from it. Numbers have no
/// order that means anything.
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

/// What views filter by.
#[derive(Debug, Clone, Copy)]
struct Holds {
    span: Span,
    confidence: Confidence,
}

impl Holds {
    fn new<T: Fact>(row: &T) -> Self {
        Self { span: row.period().map_or(Span::ALWAYS, Period::span), confidence: row.confidence() }
    }
}

/// All facts of one noun. They are handed out in the order of their ids, so that no answer depends on the order of input;
/// a row keeps its number as long as it is there, whatever comes and goes. What views filter by lies in a column of its
/// own. A copy shares everything with its original.
#[derive(Debug, Clone)]
pub struct Table<T: Fact> {
    rows: Column<T, 4>,
    holds: Column<Holds, 10>,
    /// How many references point at each row.
    pointed_at: Column<u32, 9>,
    by_id: Sorted<(T::Id, Ix<T>)>,
    /// Rows with a key that tells nothing of their id, by key and id.
    by_key: Sorted<Ix<T>>,
    /// As long as the network is being built, when everything is looked up several times: the numbers by id as well.
    building: Option<Arc<FxHashMap<T::Id, Ix<T>>>>,
}

/// Whether a row can be found by its key alone: the id derives from the key, or is the key.
fn tells_id<T: Fact>(row: &T) -> bool {
    row.has_id_of_key() || Uuid::try_parse(row.key()).is_ok_and(|id| id == row.id().uuid())
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
        let ids: Vec<_> = rows.iter().map(Fact::id).zip((0u32..).map(Ix::new)).collect();
        let mut own_keys: Vec<Ix<T>> =
            rows.iter().zip((0u32..).map(Ix::new)).filter(|(row, _)| !tells_id(*row)).map(|(_, ix)| ix).collect();
        own_keys.sort_by_key(|ix| (rows[ix.at()].key(), rows[ix.at()].id()));
        let table = Self {
            holds: rows.iter().map(Holds::new).collect::<Vec<_>>().into(),
            pointed_at: vec![0; rows.len()].into(),
            by_id: Sorted::new(&ids),
            by_key: Sorted::new(&own_keys),
            building: Some(Arc::new(ids.iter().copied().collect())),
            rows: rows.into(),
        };
        (table, twice)
    }

    /// The row with this number.
    #[must_use]
    pub fn get(&self, ix: Ix<T>) -> &T {
        self.rows.get(ix.at())
    }

    /// The row with this id.
    #[must_use]
    pub fn by_id(&self, id: T::Id) -> Option<Ix<T>> {
        match &self.building {
            Some(all) => all.get(&id).copied(),
            None => self.by_id.get(|(other, _)| other.cmp(&id)).map(|(_, ix)| *ix),
        }
    }

    /// From now on rows come and go.
    pub(crate) fn is_built(&mut self) {
        self.building = None;
    }

    /// The row with this key.
    #[must_use]
    pub fn by_key(&self, key: &str) -> Option<Ix<T>> {
        let is = |ix: &Ix<T>| **self.get(*ix).key() == *key;
        let derived = || self.by_id(T::Id::from_key(key)).filter(is);
        derived().or_else(|| self.by_id_as_key(key)).or_else(|| self.by_own_key(key))
    }

    fn by_id_as_key(&self, key: &str) -> Option<Ix<T>> {
        let id = Uuid::try_parse(key).ok()?;
        self.by_id(T::Id::from_uuid(id)).filter(|ix| **self.get(*ix).key() == *key)
    }

    fn by_own_key(&self, key: &str) -> Option<Ix<T>> {
        self.by_key.from(|ix| **self.get(*ix).key() < *key).next().copied().filter(|ix| **self.get(*ix).key() == *key)
    }

    /// Whether another row has the key of this one, whose id does not derive from it: those that do tell by themselves.
    pub(crate) fn shares_key(&self, ix: Ix<T>) -> bool {
        let row = self.get(ix);
        match (row.has_id_of_key(), tells_id(row)) {
            (true, _) => false,
            (false, true) => self.by_own_key(row.key()).is_some(),
            (false, false) => self.by_key(row.key()) != Some(ix),
        }
    }

    /// Rows whose key another row has, one of those that share one left out: all at once.
    pub(crate) fn shared_keys(&self) -> Vec<Ix<T>> {
        let any_derives = self.iter().any(|(_, row)| row.has_id_of_key());
        let taken = |key: &str| {
            let is = |ix: &Ix<T>| **self.get(*ix).key() == *key;
            any_derives && self.by_id(T::Id::from_key(key)).filter(is).is_some() || self.by_id_as_key(key).is_some()
        };
        let mut shared = Vec::new();
        let mut last: Option<&T> = None;
        // In order of keys, so that equal ones stand together.
        for ix in self.by_key.iter() {
            let row = self.get(*ix);
            if last.is_some_and(|last| last.key() == row.key()) || taken(row.key()) {
                shared.push(*ix);
            }
            last = Some(row);
        }
        shared
    }

    /// Whether another row has the key from which the id of this one derives.
    pub(crate) fn hides_key(&self, ix: Ix<T>) -> bool {
        let row = self.get(ix);
        row.has_id_of_key() && self.by_own_key(row.key()).or_else(|| self.by_id_as_key(row.key())).is_some()
    }

    /// When the fact holds.
    #[must_use]
    pub fn span(&self, ix: Ix<T>) -> Span {
        self.holds.get(ix.at()).span
    }

    /// How sure the fact is.
    #[must_use]
    pub fn confidence(&self, ix: Ix<T>) -> Confidence {
        self.holds.get(ix.at()).confidence
    }

    /// Whether the row with this number is there; it may have gone, or not have come yet.
    pub(crate) fn has(&self, ix: Ix<T>) -> bool {
        ix.at() < self.slots() && self.by_id(self.get(ix).id()) == Some(ix)
    }

    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All row numbers are below this: rows that went keep theirs.
    #[must_use]
    pub fn slots(&self) -> usize {
        self.rows.len()
    }

    /// All row numbers, in the order of ids.
    pub fn indices(&self) -> impl Iterator<Item = Ix<T>> + Clone {
        self.by_id.iter().map(|(_, ix)| *ix)
    }

    /// All rows with their numbers, in the order of ids.
    pub fn iter(&self) -> impl Iterator<Item = (Ix<T>, &T)> + Clone {
        let mut rows = self.rows.cursor();
        self.indices().map(move |ix| (ix, rows.get(ix.at())))
    }

    /// Adds a row, whose id no other has.
    pub(crate) fn add(&mut self, row: T) -> Ix<T> {
        // A table holds fewer rows than u32 can number: they come from files and tables far below that.
        let ix = Ix::new(u32::try_from(self.slots()).unwrap_or(u32::MAX));
        self.holds.push(Holds::new(&row));
        self.pointed_at.push(0);
        self.rows.push(row);
        self.index(ix);
        ix
    }

    /// Puts another row in the place of one with the same id, or of one that went and had it.
    pub(crate) fn put(&mut self, ix: Ix<T>, row: T) {
        self.holds.set(ix.at(), Holds::new(&row));
        let there = self.by_id(row.id()).is_some();
        if there && self.get(ix).key() == row.key() {
            self.rows.set(ix.at(), row);
            return;
        }
        if there {
            self.unindex(ix);
        }
        self.rows.set(ix.at(), row);
        self.index(ix);
    }

    /// Takes a row out.
    pub(crate) fn remove(&mut self, ix: Ix<T>) {
        self.unindex(ix);
    }

    fn index(&mut self, ix: Ix<T>) {
        let Self { rows, by_id, by_key, .. } = self;
        let row = rows.get(ix.at());
        by_id.insert((row.id(), ix), |(other, _)| other.cmp(&row.id()));
        if !tells_id(row) {
            by_key.insert(ix, |other| by_key_and_id(rows.get(other.at()), row));
        }
    }

    fn unindex(&mut self, ix: Ix<T>) {
        let Self { rows, by_id, by_key, .. } = self;
        let row = rows.get(ix.at());
        by_id.remove(|(other, _)| other.cmp(&row.id()));
        if !tells_id(row) {
            by_key.remove(|other| by_key_and_id(rows.get(other.at()), row));
        }
    }

    /// Whether a reference points at this row.
    pub(crate) fn is_pointed_at(&self, ix: Ix<T>) -> bool {
        *self.pointed_at.get(ix.at()) > 0
    }

    /// Notes that references point at this row, or no longer do.
    pub(crate) fn point_at(&mut self, ix: Ix<T>, more: i32) {
        let count = *self.pointed_at.get(ix.at());
        self.pointed_at.set(ix.at(), count.saturating_add_signed(more));
    }

    /// Notes how many references point at each row.
    pub(crate) fn set_pointed_at(&mut self, counts: Vec<u32>) {
        self.pointed_at = counts.into();
    }
}

fn by_key_and_id<T: Fact>(a: &T, b: &T) -> Ordering {
    (a.key(), a.id()).cmp(&(b.key(), b.id()))
}
