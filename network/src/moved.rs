//! What changes come to, row by row: as it was before the first and as it is after the last of them.

use rustc_hash::FxHashMap;

use crate::any_fact::AnyFact;
use crate::change::Change;
use crate::facts::*;
use crate::for_each_noun;
use crate::network::{Noun, Tables};
use crate::period::Period;
use crate::problem::{Problem, Wrong};
use crate::references::problem;
use crate::table::Ix;

/// A row that came, went or became another.
#[derive(Debug)]
pub(crate) struct Move<T> {
    /// Its number.
    pub ix: Ix<T>,
    /// As it was; `None`: it was not there.
    pub before: Option<T>,
    /// As it is; `None`: it is gone.
    pub after: Option<T>,
}

impl<T: Fact> Move<T> {
    /// Whether it holds at other times than before, or came or went.
    pub(crate) fn other_span(&self) -> bool {
        let span = |row: &Option<T>| row.as_ref().map(|row| row.period().map(Period::span));
        span(&self.before) != span(&self.after)
    }
}

/// The rows of one noun that moved, each once.
#[derive(Debug)]
pub(crate) struct Moves<T: Fact> {
    rows: Vec<Move<T>>,
    places: FxHashMap<T::Id, usize>,
}

impl<T: Fact> Default for Moves<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), places: FxHashMap::default() }
    }
}

impl<T: Fact> Moves<T> {
    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Move<T>> {
        self.rows.iter()
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

impl<T: Noun> Moves<T> {
    /// Changes one row; gives what is wrong with that.
    fn change(&mut self, tables: &mut Tables, before: Option<&T>, after: Option<&T>) -> Option<Problem> {
        let table = T::table_mut(tables);
        let row = before.or(after)?;
        let there = table.by_id(row.id());
        if let Some(before) = before
            && there.map(|ix| table.get(ix)) != Some(before)
        {
            return Some(problem(before, None, Wrong::NotAsSaid));
        }
        let known = self.places.get(&row.id()).copied();
        let ix = match (there, known, after) {
            (Some(_), _, Some(after)) if before.is_none() => return Some(problem(after, None, Wrong::GivenTwice)),
            (Some(ix), _, Some(after)) => {
                table.put(ix, after.clone());
                ix
            }
            (Some(ix), _, None) => {
                table.remove(ix);
                ix
            }
            // It went by an earlier change, and others may point at its number.
            (None, Some(at), Some(after)) => {
                table.put(self.rows[at].ix, after.clone());
                self.rows[at].ix
            }
            (None, None, Some(after)) => table.add(after.clone()),
            (None, _, None) => return None,
        };
        match known {
            Some(at) => self.rows[at].after = after.cloned(),
            None => {
                self.places.insert(row.id(), self.rows.len());
                self.rows.push(Move { ix, before: before.cloned(), after: after.cloned() });
            }
        }
        None
    }
}

macro_rules! moved {
    ($($noun:ident $fact:ident,)*) => {
        /// The rows that moved.
        #[derive(Debug, Default)]
        pub(crate) struct Moved {
            $(pub $noun: Moves<$fact>,)*
        }

        impl Moved {
            /// Changes the rows.
            ///
            /// # Errors
            /// All changes that are about a fact that is not there, or not as they say, or that is there already.
            pub(crate) fn new(tables: &mut Tables, changes: &[Change]) -> Result<Self, Vec<Problem>> {
                let mut moved = Self::default();
                let mut problems = Vec::new();
                for change in changes {
                    let (before, after) = (change.before(), change.after());
                    let changed = match change.fact() {
                        $(AnyFact::$fact(_) => {
                            let of_noun = |fact: Option<&'_ AnyFact>| fact.and_then(|fact| <&$fact>::try_from(fact).ok().cloned());
                            moved.$noun.change(tables, of_noun(before).as_ref(), of_noun(after).as_ref())
                        })*
                    };
                    problems.extend(changed);
                }
                if problems.is_empty() { Ok(moved) } else { Err(problems) }
            }

            /// Everything of every noun that moved, for what treats all nouns alike.
            pub(crate) fn each(&self, visitor: &mut impl EachMove) {
                $(self.$noun.iter().for_each(|row| visitor.moved(row));)*
            }
        }
    };
}
for_each_noun!(moved);

/// What is done with each row that moved, whatever its noun.
pub(crate) trait EachMove {
    /// A row moved.
    fn moved<T: Noun>(&mut self, row: &Move<T>);
}
