//! Several values in one cell.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use crate::serde_with_text::Text;

/// The fields of facts that hold several values: with none they are empty, and not left out.
pub const FIELDS: [&str; 9] = [
    "agreements",
    "covers",
    "goals",
    "on_behalf_of",
    "our_persons",
    "steers_initiatives",
    "steers_programme_lines",
    "their_persons",
    "topics",
];

/// Values separated by `;` in text: `vno-ncw-regio-zwolle;mkb-nederland-regio-zwolle`. Their order says nothing and each
/// counts once, so they lie in order: a list is equal to itself wherever it was kept.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct List<T>(Vec<T>);

impl<T: Ord> List<T> {
    /// With one value more, unless it is there already.
    pub fn insert(&mut self, item: T) {
        if let Err(at) = self.0.binary_search(&item) {
            // Most lists have one value.
            self.0.reserve_exact(1);
            self.0.insert(at, item);
        }
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: Ord> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut items: Vec<T> = items.into_iter().collect();
        items.sort_unstable();
        items.dedup();
        Self(items)
    }
}

impl<T: FromStr + Ord> FromStr for List<T> {
    type Err = T::Err;

    fn from_str(text: &str) -> Result<Self, T::Err> {
        text.split(';').map(str::trim).filter(|part| !part.is_empty()).map(str::parse).collect()
    }
}

impl<T: fmt::Display> fmt::Display for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().enumerate().try_for_each(|(at, item)| {
            if at > 0 {
                f.write_str(";")?;
            }
            item.fmt(f)
        })
    }
}

impl<T: fmt::Display> serde::Serialize for List<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, T: FromStr<Err: fmt::Display> + Ord> serde::Deserialize<'de> for List<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_holds_several_values() {
        assert_eq!("c; b;;a;b".parse(), Ok(List(vec!["a".to_owned(), "b".to_owned(), "c".to_owned()])));
        let mut list: List<u8> = [3, 1].into_iter().collect();
        list.insert(2);
        list.insert(3);
        assert_eq!(list, List(vec![1, 2, 3]));
        assert_eq!("".parse(), Ok(List::<String>::default()));
    }
}
