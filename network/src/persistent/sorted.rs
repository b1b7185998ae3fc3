//! Items in an order.

use std::cmp::Ordering;
use std::slice;
use std::sync::Arc;

/// Bytes of a lowest block, at most, and children of an inner one. Copying one costs about as much as the other: what is
/// shared is counted, child by child.
const LEAF_BYTES: usize = 6 * 1_024;
const FAN: usize = 16;

/// Levels of inner blocks, at most: far above what u32 row numbers can fill, even when all blocks are half full.
const LEVELS: usize = 12;

/// Items in an order that whoever changes it names: an even tree, whose lowest blocks hold the items. Blocks are shared
/// between copies. Equal items may stand there several times.
#[derive(Debug, Clone)]
pub(crate) struct Sorted<T> {
    root: Node<T>,
    len: usize,
}

#[derive(Debug, Clone)]
enum Node<T> {
    Leaf(Arc<[T]>),
    /// Each child with its first item.
    Inner(Arc<[(T, Node<T>)]>),
}

impl<T: Clone> Sorted<T> {
    /// Items of a lowest block, at most.
    const LEAF: usize = if size_of::<T>() > LEAF_BYTES / 32 { 32 } else { LEAF_BYTES / size_of::<T>() };

    /// Items that are in order already.
    pub(crate) fn new(items: &[T]) -> Self {
        // Room to grow before the first block has to be parted.
        let leaves = items.chunks(Self::LEAF * 3 / 4);
        let mut level: Vec<(T, Node<T>)> =
            leaves.filter_map(|leaf| Some((leaf.first()?.clone(), Node::Leaf(leaf.into())))).collect();
        while level.len() > 1 {
            level = level
                .chunks(FAN * 3 / 4)
                .filter_map(|children| Some((children.first()?.0.clone(), Node::Inner(children.into()))))
                .collect();
        }
        Self { root: level.pop().map_or_else(|| Node::Leaf(Arc::from([])), |(_, root)| root), len: items.len() }
    }

    /// How many items there are.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// All items in order.
    pub(crate) fn iter(&self) -> Iter<'_, T> {
        self.from(|_| false)
    }

    /// The items in order from the first of which `before` is false; it is true of all before that.
    pub(crate) fn from(&self, before: impl Fn(&T) -> bool) -> Iter<'_, T> {
        let mut iter = Iter { leaf: [].iter(), above: Default::default(), depth: 0 };
        let mut node = &self.root;
        loop {
            match node {
                Node::Leaf(items) => {
                    iter.leaf = items[items.partition_point(&before)..].iter();
                    return iter;
                }
                Node::Inner(children) => {
                    // The place may lie among the items of the last child that begins before it.
                    let at = children.partition_point(|(first, _)| before(first)).saturating_sub(1);
                    iter.push(children[at + 1..].iter());
                    node = &children[at].1;
                }
            }
        }
    }

    /// An item that compares equal; `order` tells where items stand, seen from the wanted one.
    pub(crate) fn get(&self, order: impl Fn(&T) -> Ordering) -> Option<&T> {
        let mut node = &self.root;
        loop {
            match node {
                Node::Leaf(items) => {
                    let at = items.binary_search_by(order).ok()?;
                    return items.get(at);
                }
                Node::Inner(children) => node = &children[child(children, &order)].1,
            }
        }
    }

    /// Puts an item in its place; `order` tells where items stand, seen from it.
    pub(crate) fn insert(&mut self, item: T, order: impl Fn(&T) -> Ordering) {
        if let Some(right) = insert(&mut self.root, item, &order, Self::LEAF) {
            let left = std::mem::replace(&mut self.root, Node::Leaf(Arc::from([])));
            let children = [left, right].into_iter().filter_map(|node| Some((node.first()?.clone(), node)));
            self.root = Node::Inner(children.collect());
        }
        self.len += 1;
    }

    /// Puts an item in the place of one that compares equal; whether there was one.
    pub(crate) fn replace(&mut self, item: T, order: impl Fn(&T) -> Ordering) -> bool {
        replace(&mut self.root, item, &order)
    }

    /// Takes out an item that compares equal; whether there was one.
    pub(crate) fn remove(&mut self, order: impl Fn(&T) -> Ordering) -> bool {
        let removed = remove(&mut self.root, &order);
        if removed {
            self.len -= 1;
            while let Node::Inner(children) = &self.root {
                match &**children {
                    [] => self.root = Node::Leaf(Arc::from([])),
                    [(_, only)] => self.root = only.clone(),
                    _ => break,
                }
            }
        }
        removed
    }
}

/// Items in the order of small numbers; those with the same one stay in order. Time in proportion to items and numbers.
///
/// * `n`: what all numbers are below.
pub(crate) fn by_number<T: Copy>(items: &[T], n: usize, number: impl Fn(&T) -> usize) -> Vec<T> {
    let mut next = vec![0usize; n + 1];
    for item in items {
        next[number(item) + 1] += 1;
    }
    for at in 1..next.len() {
        next[at] += next[at - 1];
    }
    // Any item will do to fill the places with: each is written once.
    let mut sorted = items.to_vec();
    for item in items {
        let place = &mut next[number(item)];
        sorted[*place] = *item;
        *place += 1;
    }
    sorted
}

/// The last child that begins at or before the wanted item.
fn child<T>(children: &[(T, Node<T>)], order: impl Fn(&T) -> Ordering) -> usize {
    children.partition_point(|(first, _)| order(first) != Ordering::Greater).saturating_sub(1)
}

impl<T> Node<T> {
    fn first(&self) -> Option<&T> {
        match self {
            Self::Leaf(items) => items.first(),
            Self::Inner(children) => children.first().map(|(first, _)| first),
        }
    }
}

/// Puts an item in; gives what no longer fits, to stand after the node.
fn insert<T: Clone>(node: &mut Node<T>, item: T, order: &impl Fn(&T) -> Ordering, most: usize) -> Option<Node<T>> {
    match node {
        Node::Leaf(items) => {
            let at = items.partition_point(|other| order(other) == Ordering::Less);
            let mut all = Vec::with_capacity(items.len() + 1);
            all.extend_from_slice(&items[..at]);
            all.push(item);
            all.extend_from_slice(&items[at..]);
            let right = (all.len() > most).then(|| Node::Leaf(all[most / 2..].into()));
            *items = if right.is_some() { all[..most / 2].into() } else { all.into() };
            right
        }
        Node::Inner(children) => {
            let at = child(children, order);
            let own = &mut Arc::make_mut(children)[at];
            let right = insert(&mut own.1, item, order, most);
            if let Some(first) = own.1.first() {
                own.0 = first.clone();
            }
            let right = right.and_then(|node| Some((node.first()?.clone(), node)))?;
            let mut all = children.to_vec();
            all.insert(at + 1, right);
            let right = (all.len() > FAN).then(|| Node::Inner(all[FAN / 2..].into()));
            *children = if right.is_some() { all[..FAN / 2].into() } else { all.into() };
            right
        }
    }
}

/// Puts an item in the place of an equal one.
fn replace<T: Clone>(node: &mut Node<T>, item: T, order: &impl Fn(&T) -> Ordering) -> bool {
    match node {
        Node::Leaf(items) => {
            let Ok(at) = items.binary_search_by(order) else { return false };
            Arc::make_mut(items)[at] = item;
            true
        }
        Node::Inner(children) => {
            let at = child(children, order);
            let own = &mut Arc::make_mut(children)[at];
            let replaced = replace(&mut own.1, item, order);
            if let Some(first) = own.1.first() {
                own.0 = first.clone();
            }
            replaced
        }
    }
}

/// Takes an item out; blocks without items go with it.
fn remove<T: Clone>(node: &mut Node<T>, order: &impl Fn(&T) -> Ordering) -> bool {
    match node {
        Node::Leaf(items) => {
            let at = items.partition_point(|other| order(other) == Ordering::Less);
            let found = items.get(at).is_some_and(|item| order(item) == Ordering::Equal);
            if found {
                *items = items[..at].iter().chain(&items[at + 1..]).cloned().collect();
            }
            found
        }
        Node::Inner(children) if children.is_empty() => false,
        Node::Inner(children) => {
            let at = child(children, order);
            let own = &mut Arc::make_mut(children)[at];
            let removed = remove(&mut own.1, order);
            match own.1.first() {
                Some(first) => own.0 = first.clone(),
                None => *children = children[..at].iter().chain(&children[at + 1..]).cloned().collect(),
            }
            removed
        }
    }
}

/// Items in order.
#[derive(Debug, Clone)]
pub(crate) struct Iter<'a, T> {
    leaf: slice::Iter<'a, T>,
    /// Children that come later, those of the root first.
    above: [slice::Iter<'a, (T, Node<T>)>; LEVELS],
    depth: usize,
}

impl<'a, T> Iter<'a, T> {
    fn push(&mut self, later: slice::Iter<'a, (T, Node<T>)>) {
        self.above[self.depth] = later;
        self.depth += 1;
    }
}

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = &'a T;

    #[inline]
    fn next(&mut self) -> Option<&'a T> {
        loop {
            if let Some(item) = self.leaf.next() {
                return Some(item);
            }
            let level = self.depth.checked_sub(1)?;
            match self.above[level].next() {
                None => self.depth = level,
                Some((_, child)) => {
                    let mut node = child;
                    loop {
                        match node {
                            Node::Leaf(items) => {
                                self.leaf = items.iter();
                                break;
                            }
                            Node::Inner(children) => {
                                let mut later = children.iter();
                                let Some((_, first)) = later.next() else { break };
                                self.push(later);
                                node = first;
                            }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(sorted: &Sorted<u16>, list: &[u16]) {
        assert_eq!(sorted.len(), list.len());
        assert!(sorted.iter().eq(list));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn items_stand_in_order(first in prop::collection::vec(0u16..2_000, 0..3_000), later in prop::collection::vec((0u16..2_000, any::<bool>()), 0..3_000), from in 0u16..2_000) {
            let mut list = first;
            list.sort_unstable();
            let start = list.clone();
            let mut sorted = Sorted::new(&list);
            let before = sorted.clone();
            for (item, put) in later {
                let place = list.binary_search(&item);
                if put {
                    list.insert(place.unwrap_or_else(|at| at), item);
                    sorted.insert(item, |other| other.cmp(&item));
                } else {
                    prop_assert_eq!(sorted.get(|other| other.cmp(&item)).copied(), place.ok().map(|_| item));
                    prop_assert_eq!(sorted.replace(item, |other| other.cmp(&item)), place.is_ok());
                    prop_assert_eq!(sorted.remove(|other| other.cmp(&item)), place.is_ok());
                    if let Ok(at) = place {
                        list.remove(at);
                    }
                }
            }
            check(&sorted, &list);
            check(&before, &start);
            let rest: Vec<u16> = sorted.from(|other| *other < from).copied().collect();
            prop_assert_eq!(&rest[..], &list[list.partition_point(|other| *other < from)..]);
        }
    }

    #[test]
    fn small_numbers_are_sorted_by_counting() {
        let items = [(2, 'a'), (0, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        let sorted = by_number(&items, 3, |(number, _)| *number);
        assert_eq!(sorted, [(0, 'b'), (0, 'e'), (1, 'd'), (2, 'a'), (2, 'c')]);
        assert!(by_number(&[], 0, |number: &usize| *number).is_empty());
    }

    #[test]
    fn an_order_grows_from_nothing_and_shrinks_to_nothing() {
        let mut sorted = Sorted::new(&[]);
        let n = 50_000u32;
        // In an order that has nothing to do with that of the items.
        let items = || (0..n).map(|at| at.wrapping_mul(2_654_435_761) % n.next_power_of_two());
        for item in items() {
            sorted.insert(item, |other| other.cmp(&item));
        }
        let mut list: Vec<u32> = items().collect();
        list.sort_unstable();
        assert!(sorted.iter().eq(&list));
        for item in items() {
            assert!(sorted.remove(|other| other.cmp(&item)));
        }
        assert_eq!((sorted.len(), sorted.iter().next()), (0, None));
    }
}
