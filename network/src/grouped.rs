//! Which rows belong to which: adjacency in compressed sparse rows.

use crate::facts::Fact;
use crate::table::{Ix, Table};

/// For every row of `K`, the items that belong to it, in the order in which they were given.
#[derive(Debug)]
pub struct Grouped<K, V> {
    offsets: Vec<u32>,
    items: Vec<V>,
    key: std::marker::PhantomData<fn() -> K>,
}

impl<K: Fact, V: Copy> Grouped<K, V> {
    /// Groups pairs by their key. Time and space in proportion to keys and pairs.
    pub fn new(keys: &Table<K>, pairs: impl Iterator<Item = (Ix<K>, V)> + Clone) -> Self {
        let mut offsets = vec![0u32; keys.len() + 1];
        for (key, _) in pairs.clone() {
            offsets[key.at() + 1] += 1;
        }
        for at in 1..offsets.len() {
            offsets[at] += offsets[at - 1];
        }
        let mut next = offsets.clone();
        // Any item will do to fill the places with: each is written once.
        let mut items = pairs
            .clone()
            .next()
            .map_or_else(Vec::new, |(_, first)| vec![first; offsets.last().map_or(0, |end| *end as usize)]);
        for (key, item) in pairs {
            let at = &mut next[key.at()];
            items[*at as usize] = item;
            *at += 1;
        }
        Self { offsets, items, key: std::marker::PhantomData }
    }

    /// The items that belong to this row.
    #[must_use]
    pub fn of(&self, key: Ix<K>) -> &[V] {
        &self.items[self.offsets[key.at()] as usize..self.offsets[key.at() + 1] as usize]
    }

    /// Where the items of this row lie among all items.
    #[must_use]
    pub fn range(&self, key: Ix<K>) -> std::ops::Range<usize> {
        self.offsets[key.at()] as usize..self.offsets[key.at() + 1] as usize
    }

    /// All items, those of the first row first.
    #[must_use]
    pub fn items(&self) -> &[V] {
        &self.items
    }
}
