//! Register numbers: two organisations are the same only if one agrees (rule R16), so a number names one organisation.

use std::cmp::Ordering;

use crate::facts::*;
use crate::moved::Moved;
use crate::network::Tables;
use crate::persistent::Sorted;
use crate::table::{Ix, Table};

/// Register numbers in the order of register, number and id. Upper and lower case are the same.
#[derive(Debug, Clone)]
pub(crate) struct Numbers(Sorted<Ix<Identifier>>);

impl Numbers {
    pub(crate) fn new(tables: &Tables) -> Self {
        let mut rows: Vec<_> = tables.identifiers.iter().collect();
        rows.sort_by(|(_, a), (_, b)| order(a, b));
        Self(Sorted::new(&rows.into_iter().map(|(ix, _)| ix).collect::<Vec<_>>()))
    }

    /// Follows rows that moved.
    pub(crate) fn follow(&mut self, before: &Tables, after: &Tables, moved: &Moved) {
        for row in moved.identifiers.iter() {
            if let Some(was) = &row.before {
                self.0.remove(|other| order(before.identifiers.get(*other), was));
            }
        }
        for row in moved.identifiers.iter() {
            if let Some(is) = &row.after {
                self.0.insert(row.ix, |other| order(after.identifiers.get(*other), is));
            }
        }
    }

    /// The row of a register number.
    pub(crate) fn find(&self, rows: &Table<Identifier>, scheme: &str, value: &str) -> Option<Ix<Identifier>> {
        self.all(rows, scheme, value).next()
    }

    /// Another row with the number of this one, the first in the order of ids.
    pub(crate) fn taken<'a>(&self, tables: &'a Tables, ix: Ix<Identifier>) -> Option<&'a Identifier> {
        let rows = &tables.identifiers;
        let row = rows.get(ix);
        self.all(rows, &row.scheme, &row.value).find(|other| *other != ix).map(|other| rows.get(other))
    }

    fn all<'a>(
        &'a self,
        rows: &'a Table<Identifier>,
        scheme: &str,
        value: &str,
    ) -> impl Iterator<Item = Ix<Identifier>> + 'a {
        let wanted = (folded(scheme), folded(value));
        let number = move |ix: &Ix<Identifier>| {
            let row = rows.get(*ix);
            (folded(&row.scheme), folded(&row.value)).cmp(&wanted)
        };
        let from = self.0.from(|ix| number(ix) == Ordering::Less);
        from.copied().take_while(move |ix| number(ix) == Ordering::Equal)
    }
}

/// A register or number without what people write in several ways: capitals, and spaces around it.
fn folded(text: &str) -> String {
    text.trim().to_uppercase()
}

fn order(a: &Identifier, b: &Identifier) -> Ordering {
    let number = |row: &Identifier| (folded(&row.scheme), folded(&row.value), row.id);
    number(a).cmp(&number(b))
}
