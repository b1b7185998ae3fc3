//! Values by number.

use std::sync::Arc;

/// Bits of a number that choose among the children of an inner block.
const FAN_BITS: usize = 4;

/// Values numbered from 0, in blocks of `2^LEAF_BITS`: an even tree, whose lowest blocks hold the values. Blocks are
/// shared between copies.
#[derive(Debug, Clone)]
pub(crate) struct Column<T, const LEAF_BITS: usize> {
    root: Node<T>,
    /// Levels of inner blocks above the lowest.
    height: usize,
    len: usize,
}

#[derive(Debug, Clone)]
enum Node<T> {
    Leaf(Arc<[T]>),
    Inner(Arc<[Node<T>]>),
}

impl<T: Clone, const LEAF_BITS: usize> Column<T, LEAF_BITS> {
    /// How many values there are.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// The value at this number, which is below [`len`](Self::len).
    pub(crate) fn get(&self, at: usize) -> &T {
        &self.leaf(at)[at & ((1 << LEAF_BITS) - 1)]
    }

    /// Values at some numbers, fast when they lie near each other.
    pub(crate) fn cursor(&self) -> Cursor<'_, T, LEAF_BITS> {
        Cursor { column: self, number: usize::MAX, leaf: &[] }
    }

    /// The lowest block in which the value at this number lies.
    fn leaf(&self, at: usize) -> &[T] {
        let mut node = &self.root;
        let mut height = self.height;
        loop {
            match node {
                Node::Leaf(values) => return values,
                Node::Inner(children) => {
                    height -= 1;
                    node = &children[Self::child(at, height)];
                }
            }
        }
    }

    /// Puts another value at this number, which is below [`len`](Self::len).
    pub(crate) fn set(&mut self, at: usize, value: T) {
        let (mut node, mut height) = (&mut self.root, self.height);
        loop {
            match node {
                Node::Leaf(values) => {
                    Arc::make_mut(values)[at & ((1 << LEAF_BITS) - 1)] = value;
                    return;
                }
                Node::Inner(children) => {
                    height -= 1;
                    node = &mut Arc::make_mut(children)[Self::child(at, height)];
                }
            }
        }
    }

    /// Adds a value at the end.
    pub(crate) fn push(&mut self, value: T) {
        if self.len == 1 << (LEAF_BITS + self.height * FAN_BITS) {
            let below = std::mem::replace(&mut self.root, Node::Leaf(Arc::from([])));
            self.root = Node::Inner(Arc::from([below]));
            self.height += 1;
        }
        push(&mut self.root, self.height, self.len, LEAF_BITS, value);
        self.len += 1;
    }

    /// Puts a value at this number, wherever the end is. What lies between gets it as well.
    pub(crate) fn put(&mut self, at: usize, value: T) {
        while self.len < at {
            self.push(value.clone());
        }
        if at < self.len { self.set(at, value) } else { self.push(value) }
    }

    fn child(at: usize, height: usize) -> usize {
        (at >> (LEAF_BITS + height * FAN_BITS)) & ((1 << FAN_BITS) - 1)
    }
}

/// Looks values up one after the other, and keeps at hand where it was last.
#[derive(Debug)]
pub(crate) struct Cursor<'a, T, const LEAF_BITS: usize> {
    column: &'a Column<T, LEAF_BITS>,
    /// Of the block at hand.
    number: usize,
    leaf: &'a [T],
}

impl<T, const LEAF_BITS: usize> Clone for Cursor<'_, T, LEAF_BITS> {
    fn clone(&self) -> Self {
        Self { ..*self }
    }
}

impl<'a, T: Clone, const LEAF_BITS: usize> Cursor<'a, T, LEAF_BITS> {
    /// The value at this number, which is below the column's length.
    pub(crate) fn get(&mut self, at: usize) -> &'a T {
        if self.number != at >> LEAF_BITS {
            self.number = at >> LEAF_BITS;
            self.leaf = self.column.leaf(at);
        }
        &self.leaf[at & ((1 << LEAF_BITS) - 1)]
    }
}

/// Adds a value at number `len` of a tree in which there is room for it.
fn push<T: Clone>(node: &mut Node<T>, height: usize, len: usize, leaf_bits: usize, value: T) {
    match node {
        Node::Leaf(values) => *values = values.iter().cloned().chain([value]).collect(),
        Node::Inner(children) => {
            let at = (len >> (leaf_bits + (height - 1) * FAN_BITS)) & ((1 << FAN_BITS) - 1);
            if at < children.len() {
                push(&mut Arc::make_mut(children)[at], height - 1, len, leaf_bits, value);
            } else {
                let child =
                    (1..height).fold(Node::Leaf(Arc::from([value])), |below, _| Node::Inner(Arc::from([below])));
                *children = children.iter().cloned().chain([child]).collect();
            }
        }
    }
}

impl<T: Clone, const LEAF_BITS: usize> From<Vec<T>> for Column<T, LEAF_BITS> {
    fn from(values: Vec<T>) -> Self {
        let len = values.len();
        let mut values = values.into_iter();
        let mut level = Vec::with_capacity(len.div_ceil(1 << LEAF_BITS));
        while values.len() > 0 {
            level.push(Node::Leaf(values.by_ref().take(1 << LEAF_BITS).collect()));
        }
        let mut height = 0;
        while level.len() > 1 {
            level = level.chunks(1 << FAN_BITS).map(|children| Node::Inner(children.into())).collect();
            height += 1;
        }
        Self { root: level.pop().unwrap_or_else(|| Node::Leaf(Arc::from([]))), height, len }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Blocks of two, so that small columns have high trees.
    type Small = Column<u32, 1>;

    fn values(column: &Small) -> impl Iterator<Item = &u32> {
        let mut cursor = column.cursor();
        (0..column.len()).map(move |at| cursor.get(at))
    }

    proptest! {
        #[test]
        fn a_column_is_a_list(first in prop::collection::vec(any::<u32>(), 0..300), later in prop::collection::vec((any::<prop::sample::Index>(), any::<u32>(), any::<bool>()), 0..300)) {
            let mut list = first.clone();
            let mut column = Small::from(first.clone());
            let before = column.clone();
            for (at, value, push) in later {
                if push || list.is_empty() {
                    list.push(value);
                    column.push(value);
                } else {
                    let at = at.index(list.len());
                    list[at] = value;
                    column.set(at, value);
                }
            }
            prop_assert_eq!(column.len(), list.len());
            prop_assert!(values(&column).eq(&list));
            // What it was made from stays as it was.
            prop_assert!(values(&before).eq(&first));
        }
    }

    #[test]
    fn a_column_grows_by_levels() {
        let mut pushed = Small::from(Vec::new());
        for value in 0..1_000 {
            pushed.push(value);
        }
        let made = Small::from((0..1_000).collect::<Vec<_>>());
        assert_eq!(pushed.height, made.height);
        assert!(values(&pushed).eq(values(&made)));
    }
}
