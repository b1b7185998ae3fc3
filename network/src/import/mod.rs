//! What facts from outside come to: which are new, which are told otherwise, which are there already, and which would go.
//!
//! A row from outside is the fact that has its id, else the one that has its key; an organisation is also the one that has
//! one of its register numbers (rule R16), or into which it was merged. Names and abbreviations say nothing: SBB is also
//! Staatsbosbeheer. A fact that is there already keeps its id and its key, and what points at the row points at it.

mod known;
#[cfg(test)]
mod tests;

use rustc_hash::FxHashSet;
use uuid::Uuid;

use crate::any_fact::AnyFact;
use crate::audience::Sight;
use crate::change::Change;
use crate::facts::*;
use crate::for_each_noun;
use crate::id::FactId;
use crate::network::{Network, Noun};
use crate::problem::{Problem, Wrong};
use known::Known;

/// What becomes of facts that are there and not among those from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// They stay.
    Merge,
    /// They go, as far as these see them; `None`: all of them.
    Replace(Option<Sight>),
}

/// How many facts of a noun come, are told otherwise, go, and are there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// The noun: `seats`.
    pub noun: &'static str,
    /// New ones.
    pub added: usize,
    /// Those that are told otherwise.
    pub changed: usize,
    /// Those that go.
    pub removed: usize,
    /// Those that are there as they are told.
    pub same: usize,
}

/// What facts from outside come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// What has to be changed: what comes, what becomes another, what goes.
    pub changes: Vec<Change>,
    /// Of each noun that has anything, in the order of nouns.
    pub counts: Vec<Counts>,
}

/// Works out what facts from outside come to. Whether the network holds together after that is for [`Network::apply`].
///
/// Time in proportion to the facts from outside, and to those that are there when they replace them.
///
/// # Errors
/// Rows that are one and the same fact of the network.
pub fn import(network: &Network, facts: Facts, mode: Mode) -> Result<Import, Vec<Problem>> {
    let known = Known::new(network, &facts);
    let mut importing =
        Importing { network, known, mode, came: Came::default(), counts: Vec::new(), problems: Vec::new() };
    macro_rules! nouns {
        ($($noun:ident $fact:ident,)*) => { $(importing.noun(facts.$noun);)* };
    }
    for_each_noun!(nouns);
    if !importing.problems.is_empty() {
        return Err(importing.problems);
    }
    let Came { added, changed, mut removed } = importing.came;
    // What points at others goes before them.
    removed.reverse();
    let changes = added.into_iter().chain(changed).chain(removed).collect();
    Ok(Import { changes, counts: importing.counts })
}

#[derive(Default)]
struct Came {
    added: Vec<Change>,
    changed: Vec<Change>,
    removed: Vec<Change>,
}

struct Importing<'a> {
    network: &'a Network,
    known: Known,
    mode: Mode,
    came: Came,
    counts: Vec<Counts>,
    problems: Vec<Problem>,
}

impl Importing<'_> {
    fn noun<T: Noun + Into<AnyFact>>(&mut self, rows: Vec<T>)
    where
        for<'f> &'f T: TryFrom<&'f AnyFact>,
    {
        let table = T::table(self.network);
        let mut counts = Counts { noun: T::NOUN, added: 0, changed: 0, removed: 0, same: 0 };
        let mut told: FxHashSet<Uuid> = FxHashSet::default();
        for row in rows {
            if self.known.was_merged(row.id().uuid()) {
                counts.same += 1;
                continue;
            }
            let key = row.key().clone();
            let Some(row) = self.known.turned(table, row) else {
                self.problems.push(Problem {
                    noun: T::NOUN,
                    key: key.to_string(),
                    field: None,
                    wrong: Wrong::NotAsSaid,
                });
                continue;
            };
            if !told.insert(row.id().uuid()) {
                self.problems.push(Problem {
                    noun: T::NOUN,
                    key: key.to_string(),
                    field: None,
                    wrong: Wrong::GivenTwice,
                });
                continue;
            }
            match table.by_id(row.id()).map(|ix| table.get(ix)) {
                None => {
                    counts.added += 1;
                    self.came.added.push(Change::Added(row.into()));
                }
                Some(there) if *there == row => counts.same += 1,
                Some(there) => {
                    counts.changed += 1;
                    let (before, after) = (there.clone().into(), row.into());
                    self.came.changed.push(Change::Changed { before, after });
                }
            }
        }
        if let Mode::Replace(sight) = self.mode {
            let goes = |row: &T| !told.contains(&row.id().uuid()) && sight.is_none_or(|sight| sight.sees(row));
            let going = table.iter().map(|(_, row)| row).filter(|row| goes(row));
            let before = self.came.removed.len();
            self.came.removed.extend(going.map(|row| Change::Removed(row.clone().into())));
            counts.removed = self.came.removed.len() - before;
        }
        if counts.added + counts.changed + counts.removed + counts.same > 0 {
            self.counts.push(counts);
        }
    }
}
