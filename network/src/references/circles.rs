//! Hierarchies in which nothing may contain itself, and introductions that may not wait for themselves.

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use super::problem;
use crate::belonging::Belonging;
use crate::facts::*;
use crate::moved::Moved;
use crate::network::Tables;
use crate::problem::{Problem, Wrong};
use crate::table::{Ix, Table};

macro_rules! hierarchies {
    ($($noun:ident: $fact:ident;)*) => {
        /// Rows from which hierarchies are climbed.
        pub(crate) struct Starts {
            $($noun: Vec<Ix<$fact>>,)*
        }

        impl Starts {
            pub(super) fn all(tables: &Tables) -> Self {
                Self { $($noun: tables.$noun.indices().collect(),)* }
            }

            /// Those under which something may have moved.
            pub(crate) fn moved(tables: &Tables, moved: &Moved) -> Self {
                let placed = moved.initiative_parts.iter().filter_map(|row| row.after.as_ref());
                let placed: Vec<_> = placed.filter_map(|part| tables.initiatives.by_id(part.initiative)).collect();
                let mut starts = Self {
                    $($noun: moved.$noun.iter().filter(|row| row.after.is_some()).map(|row| row.ix).collect(),)*
                };
                starts.initiatives.extend(placed);
                starts
            }
        }
    };
}
hierarchies! { organisations: Organisation; bodies: Body; decisions: Decision; agreements: Agreement; statements: Statement; initiatives: Initiative;
contact_moments: ContactMoment; }

/// Hierarchies in which nothing may contain itself: looks upwards from some rows.
pub(crate) fn circles(t: &Tables, belonging: &Belonging, starts: &Starts, problems: &mut Vec<Problem>) {
    fn check<T: Fact>(
        table: &Table<T>,
        starts: &[Ix<T>],
        field: &'static str,
        parents: impl Fn(Ix<T>) -> Vec<Ix<T>>,
        problems: &mut Vec<Problem>,
    ) {
        // Not there: not seen. `false`: on the way; `true`: done. Own stack, so that a deep hierarchy cannot overflow the
        // thread's.
        let mut done: FxHashMap<Ix<T>, bool> = FxHashMap::default();
        for start in starts {
            let mut stack = vec![(*start, false)];
            while let Some((ix, leaving)) = stack.pop() {
                if leaving {
                    done.insert(ix, true);
                } else if let Entry::Vacant(new) = done.entry(ix) {
                    new.insert(false);
                    stack.push((ix, true));
                    for parent in parents(ix) {
                        match done.get(&parent) {
                            None => stack.push((parent, false)),
                            Some(false) => problems.push(problem(table.get(ix), Some(field), Wrong::Circle)),
                            Some(true) => {}
                        }
                    }
                }
            }
        }
    }

    macro_rules! by_field {
        ($($noun:ident $field:ident;)*) => {$(
            let parent = |ix| t.$noun.get(ix).$field.and_then(|id| t.$noun.by_id(id)).into_iter().collect();
            check(&t.$noun, &starts.$noun, stringify!($field), parent, problems);
        )*};
    }
    by_field! { organisations parent; bodies parent; decisions parent; agreements builds_on; statements parent;
    contact_moments after; }
    let above = |ix| {
        let parents = belonging.places_of.of(ix).filter_map(|part| t.initiative_parts.get(part).parent);
        parents.filter_map(|id| t.initiatives.by_id(id)).collect()
    };
    check(&t.initiatives, &starts.initiatives, "parent", above, problems);
}
