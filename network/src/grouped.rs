//! Which rows belong to which.

use std::cmp::Ordering;

use crate::facts::Fact;
use crate::persistent::{Iter, Sorted, by_number};
use crate::table::{Ix, Table};

/// For every row of `K`, the rows of `V` that belong to it, in the order of their ids.
#[derive(Debug)]
pub struct Grouped<K, V>(Sorted<(Ix<K>, Ix<V>)>);

impl<K, V> Clone for Grouped<K, V> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<K: Fact, V: Fact> Grouped<K, V> {
    /// Groups pairs by their key.
    ///
    /// * `pairs`: in the order of the ids of `V`.
    pub(crate) fn new(keys: &Table<K>, pairs: impl Iterator<Item = (Ix<K>, Ix<V>)>) -> Self {
        let pairs: Vec<_> = pairs.collect();
        Self(Sorted::new(&by_number(&pairs, keys.slots(), |(key, _)| key.at())))
    }

    /// The rows that belong to this one.
    pub fn of(&self, key: Ix<K>) -> Of<'_, K, V> {
        Of { key, rest: self.0.from(|(other, _)| other.number() < key.number()) }
    }

    /// Says that a row belongs to another.
    pub(crate) fn insert(&mut self, key: Ix<K>, row: Ix<V>, rows: &Table<V>) {
        self.0.insert((key, row), |other| order(other, &(key, row), rows));
    }

    /// Says that a row no longer belongs to another.
    pub(crate) fn remove(&mut self, key: Ix<K>, row: Ix<V>, rows: &Table<V>) {
        self.0.remove(|other| order(other, &(key, row), rows));
    }
}

fn order<K: Fact, V: Fact>(a: &(Ix<K>, Ix<V>), b: &(Ix<K>, Ix<V>), rows: &Table<V>) -> Ordering {
    let id = |ix| rows.get(ix).id();
    a.0.number().cmp(&b.0.number()).then_with(|| id(a.1).cmp(&id(b.1)))
}

/// The rows that belong to one.
#[derive(Debug)]
pub struct Of<'a, K, V> {
    key: Ix<K>,
    rest: Iter<'a, (Ix<K>, Ix<V>)>,
}

impl<K, V> Clone for Of<'_, K, V> {
    fn clone(&self) -> Self {
        Self { key: self.key, rest: self.rest.clone() }
    }
}

impl<K, V> Iterator for Of<'_, K, V> {
    type Item = Ix<V>;

    fn next(&mut self) -> Option<Ix<V>> {
        self.rest.next().filter(|(key, _)| *key == self.key).map(|(_, row)| *row)
    }
}
