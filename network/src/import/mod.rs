//! What facts from outside come to: which are new, which are told otherwise, which are there already, and which would go.
//!
//! A row from outside is the fact that has its id, else the one that has its key; an organisation is also the one that has
//! one of its register numbers (rule R16), or into which it was merged. Names and abbreviations say nothing: SBB is also
//! Staatsbosbeheer. A fact that is there already keeps its id and its key, and what points at the row points at it.

mod every;
mod known;
#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use uuid::Uuid;

use crate::any_fact::AnyFact;
use crate::audience::Sight;
use crate::change::Change;
use crate::double::doubles;
use crate::facts::*;
use crate::for_each_noun;
use crate::id::FactId;
use crate::network::{Network, Noun, Revision};
use crate::problem::{Problem, Wrong};
use crate::slug::Slug;
pub use every::{Refused, every};
use known::Known;

/// What becomes of facts that are there and not among those from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// They stay.
    Merge,
    /// They go, as far as these see them; `None`: all of them.
    Replace(Option<Sight>),
}

/// How facts from outside are taken.
#[derive(Debug, Clone, Copy)]
pub struct Terms<'a> {
    /// What becomes of the others.
    pub mode: Mode,
    /// What ids of new facts are made from, where nobody outside may say which they get; `None`: they keep those that they have.
    pub seed: Option<Uuid>,
    /// Persons who were erased: rows that tell of them bring nothing.
    pub erased: &'a HashSet<Uuid>,
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
    /// Whether nothing may be said twice.
    is_strict: bool,
    /// By noun and key here the key outside, where that is another one.
    pub(crate) keys: FxHashMap<(&'static str, Slug), Slug>,
}

impl Import {
    /// Whether there is a network with them.
    ///
    /// # Errors
    /// What keeps it from being one, and what the network would say twice with them, each under the key outside. A source that
    /// names its own ids may say something twice itself.
    pub fn holds(&self, network: &Arc<Network>, next: Revision) -> Result<(), Vec<Problem>> {
        let after = network.judged_after(&self.changes, next).map_err(|problems| self.outside(problems))?;
        let doubles = doubles(network, &after, &self.changes).into_iter();
        let doubles = doubles.filter(|double| self.is_strict || !double.is_together);
        let doubles: Vec<Problem> = doubles.map(|double| double.problem).collect();
        if doubles.is_empty() { Ok(()) } else { Err(self.outside(doubles)) }
    }

    fn outside(&self, mut problems: Vec<Problem>) -> Vec<Problem> {
        for Problem { noun, key, .. } in &mut problems {
            if let Some(outside) = key.parse().ok().and_then(|key: Slug| self.keys.get(&(*noun, key))) {
                *key = outside.to_string();
            }
        }
        problems
    }
}

/// Works out what facts from outside come to. Whether the network holds together after that is for [`Network::apply`].
///
/// Time in proportion to the facts from outside, and to those that are there when they replace them.
///
/// # Errors
/// Rows that are one and the same fact of the network, and rows that would bring back who was erased.
pub fn import(network: &Network, facts: Facts, terms: Terms<'_>) -> Result<Import, Vec<Problem>> {
    let known = Known::new(network, &facts, terms.seed);
    let mut importing = Importing {
        network,
        known,
        terms,
        came: Came::default(),
        counts: Vec::new(),
        keys: FxHashMap::default(),
        problems: Vec::new(),
    };
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
    let is_strict = terms.seed.is_some();
    Ok(Import { changes, counts: importing.counts, is_strict, keys: importing.keys })
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
    terms: Terms<'a>,
    came: Came,
    counts: Vec<Counts>,
    keys: FxHashMap<(&'static str, Slug), Slug>,
    problems: Vec<Problem>,
}

impl Importing<'_> {
    /// Whether a row is somebody who was erased, by id or, as a new one, by the key that they had, or points at them.
    fn tells_of_erased<T: Fact>(&self, row: &T, is_new: bool) -> bool {
        let erased = self.terms.erased;
        let of_key = || T::Id::from_key(row.key()).uuid();
        let has_their_key = || is_new && T::NOUN == Person::NOUN && erased.contains(&of_key());
        let mut tells = erased.contains(&row.id().uuid()) || has_their_key();
        if !erased.is_empty() {
            row.pointing(&mut |reference| tells |= erased.contains(&reference.id));
        }
        tells
    }

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
            let problem = |wrong| Problem { noun: T::NOUN, key: key.to_string(), field: None, wrong };
            let is_of_erased = self.tells_of_erased(&row, false);
            let Some(row) = self.known.turned(table, row) else {
                self.problems.push(problem(Wrong::NotAsSaid));
                continue;
            };
            if !told.insert(row.id().uuid()) {
                self.problems.push(problem(Wrong::OneFact { key: row.key().to_string() }));
                continue;
            }
            let there = table.by_id(row.id()).map(|ix| table.get(ix));
            if there != Some(&row) && (is_of_erased || self.tells_of_erased(&row, there.is_none())) {
                self.problems.push(problem(Wrong::OfErased));
                continue;
            }
            let has_other_key = there.filter(|there| there.key() != row.key());
            if let Some(there) = has_other_key.filter(|_| self.terms.seed.is_some()) {
                self.problems.push(problem(Wrong::KeyStays { key: there.key().to_string() }));
                continue;
            }
            if *row.key() != key {
                self.keys.insert((T::NOUN, row.key().clone()), key);
            }
            match there {
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
        if let Mode::Replace(sight) = self.terms.mode {
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
