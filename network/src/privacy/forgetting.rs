//! Forgetting: a function of one fact, applied to all that is and ever was known.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rustc_hash::FxHashMap;
use uuid::Uuid;

use super::class::{Class, Classed, EachFact, Fate, Words, show};
use super::erasure::fact_is_about;
use super::names::Names;
use super::rewrites_the_past;
use crate::any_fact::AnyFact;
use crate::change::Change;
use crate::facts::*;
use crate::for_each_noun;
use crate::id::FactId;
use crate::journal::{Commit, Journal};
use crate::network::{Network, Revision};
use crate::problem::Problem;
use crate::put_back::difference;
use crate::slug::Slug;
use crate::snapshot::Snapshot;

/// Who is erased.
#[derive(Debug, Clone)]
pub(super) struct Erased {
    /// The ids by which they are known, and what each is called.
    pub(super) called: Vec<(Uuid, Slug)>,
    /// What stands where their name stood in words.
    pub(super) pseudonym: Slug,
    pub(super) names: Names,
}

impl Erased {
    fn ids(&self) -> Vec<Uuid> {
        self.called.iter().map(|(id, _)| *id).collect()
    }
}

/// What has to be forgotten.
#[derive(Debug, Clone)]
pub struct Forgetting {
    fates: FxHashMap<Uuid, Fate>,
    erased: Option<Erased>,
}

/// Who lets something be forgotten, and what for.
#[derive(Debug, Clone)]
pub struct By {
    /// The revision that it makes.
    pub revision: Revision,
    /// Who.
    pub actor: String,
    /// What it is called: [`ERASE_PERSON`](super::ERASE_PERSON) or [`APPLY_RETENTION`](super::APPLY_RETENTION).
    pub command: &'static str,
    /// Why; `None`: not said.
    pub reason: Option<String>,
}

/// What is known after something was forgotten.
#[derive(Debug)]
pub struct Forgotten {
    /// Network and journal, with the commit that tells of it.
    pub after: Snapshot,
    /// What became another of the facts that are.
    pub changes: Vec<Change>,
    /// The commits that became others.
    pub rewritten: Vec<Rewritten>,
    /// The commit that tells of it: which facts were touched, and nothing of what they were.
    pub commit: Arc<Commit>,
    /// What was done, for people.
    pub report: Report,
}

/// A commit that became another one.
#[derive(Debug, Clone, PartialEq)]
pub struct Rewritten {
    /// Its revision.
    pub revision: i64,
    /// As it is now; `None`: nothing is left of it.
    pub commit: Option<Arc<Commit>>,
}

/// What was done, in numbers and places. It holds nothing of what was forgotten.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// How many facts went, by noun.
    pub gone: BTreeMap<&'static str, usize>,
    /// How many facts stay without something that they told, by noun.
    pub changed: BTreeMap<&'static str, usize>,
    /// How many commits were rewritten.
    pub commits_changed: usize,
    /// How many commits went: they told of nothing else.
    pub commits_gone: usize,
    /// Where the name stood in the words of other facts and reasons, and the pseudonym stands now.
    pub replaced: BTreeSet<Place>,
    /// Where a last name still stands: whose it is, people have to see.
    pub look_at: BTreeSet<Place>,
}

/// A field of a fact, or the reason or actor of a commit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Noun of the fact, or `commits`.
    pub noun: &'static str,
    /// Its key, or the revision of the commit.
    pub key: String,
    /// The field.
    pub field: &'static str,
}

impl Report {
    fn note(&mut self, stood: Stood, place: Place) {
        if stood.may_stand {
            self.look_at.insert(place.clone());
        }
        if stood.is_replaced {
            self.replaced.insert(place);
        }
    }
}

impl Forgetting {
    pub(super) fn new(fates: FxHashMap<Uuid, Fate>, erased: Option<Erased>) -> Self {
        Self { fates, erased }
    }

    /// Whether there is nothing to forget.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fates.is_empty()
    }

    /// What is known after it was forgotten, everywhere.
    ///
    /// # Errors
    /// When what is left would be no network, as when a key is taken.
    pub fn forget(&self, before: &Snapshot, by: By) -> Result<Forgotten, Vec<Problem>> {
        let mut report = Report::default();
        let By { revision, actor, command, reason } = by;
        let network = Network::build(self.facts(before.network.facts(), &mut report), revision)?;
        let changes = difference(&before.network, &network);
        let touched: Vec<Change> = changes.iter().filter_map(untold).collect();
        for change in &changes {
            let counted = if change.after().is_some() { &mut report.changed } else { &mut report.gone };
            *counted.entry(change.fact().noun()).or_default() += 1;
        }
        let mut commits = Vec::with_capacity(before.journal.len() + 1);
        let mut rewritten = Vec::new();
        for commit in before.journal.commits() {
            let after = self.commit(commit, &mut report);
            if after.as_deref() != Some(&**commit) {
                *(if after.is_some() { &mut report.commits_changed } else { &mut report.commits_gone }) += 1;
                rewritten.push(Rewritten { revision: commit.revision.number, commit: after.clone() });
            }
            commits.extend(after);
        }
        // A commit without facts is seen by all, who must not read why somebody was erased whom they never saw.
        let reason = reason.filter(|_| !touched.is_empty()).map(|reason| self.without_name(reason));
        let commit = Arc::new(Commit { revision, actor, command: command.to_owned(), reason, changes: touched });
        commits.push(Arc::clone(&commit));
        let journal = Journal::of_shared(commits);
        let network = network.with_versions(journal.versions()).rewritten_at(revision.number);
        Ok(Forgotten { after: Snapshot { network: Arc::new(network), journal }, changes, rewritten, commit, report })
    }

    /// A text without the name of who is erased.
    fn without_name(&self, text: String) -> String {
        let replaced = self.erased.as_ref().and_then(|erased| erased.names.replaced(&text, &erased.pseudonym));
        replaced.unwrap_or(text)
    }

    /// What is left of a fact; `None`: nothing.
    fn row<T: Classed>(&self, row: T, report: &mut Report) -> Option<T> {
        let id = row.id().uuid();
        let fate = self.fates.get(&id).copied();
        let is_gone = self.erased.as_ref().is_some_and(|erased| fact_is_about(&row, &erased.ids()));
        if is_gone || fate == Some(Fate::Gone) {
            return None;
        }
        let mut after = row;
        let mut told: Vec<(&'static str, Stood)> = Vec::new();
        after.words(&mut |field, class, words| {
            let said = self.erased.as_ref();
            match class {
                Class::Text if fate >= Some(Fate::Cleared) => take_out(words),
                Class::Source if fate >= Some(Fate::Emptied) => take_out(words),
                Class::Own => {
                    let mut called = said.into_iter().flat_map(|erased| &erased.called);
                    if let Some((_, pseudonym)) = called.find(|(own, _)| *own == id) {
                        words.put(pseudonym);
                    }
                }
                _ => {
                    let Some(erased) = said else { return };
                    let stood = without(words, class, erased);
                    if class != Class::Key || fate.is_none() {
                        told.push((field, stood));
                    } else if erased.names.stand_in_key(text(words)) {
                        words.put(&format!("key-{}", &id.simple().to_string()[..8]));
                    }
                }
            }
        });
        for (field, stood) in told.into_iter().filter(|(_, stood)| *stood != Stood::default()) {
            report.note(stood, Place { noun: T::NOUN, key: after.key().to_string(), field });
        }
        Some(after)
    }

    fn change(&self, change: &Change, report: &mut Report) -> Option<Change> {
        let mut left = |fact: Option<&AnyFact>| fact.and_then(|fact| self.fact(fact, report));
        match (left(change.before()), left(change.after())) {
            (None, None) => None,
            (None, Some(after)) => Some(Change::Added(after)),
            (Some(before), None) => Some(Change::Removed(before)),
            (Some(before), Some(after)) => Some(Change::Changed { before, after }),
        }
    }

    fn fact(&self, fact: &AnyFact, report: &mut Report) -> Option<AnyFact> {
        let mut leaving = Leaving { forgetting: self, report, left: None };
        show(fact, &mut leaving);
        leaving.left
    }

    /// What is left of a commit; `None`: nothing.
    fn commit(&self, commit: &Arc<Commit>, report: &mut Report) -> Option<Arc<Commit>> {
        let mut changes = Vec::with_capacity(commit.changes.len());
        // Why something about them alone was changed is about them too; why it was forgotten is not.
        let mut all_theirs = !rewrites_the_past(&commit.command);
        for change in &commit.changes {
            let left = self.change(change, report);
            all_theirs &= left.is_none() || self.fates.get(&change.fact().uuid()) >= Some(&Fate::Cleared);
            changes.extend(left);
        }
        if changes.is_empty() && !commit.changes.is_empty() {
            return None;
        }
        let reason = commit.reason.clone().filter(|_| changes.is_empty() || !all_theirs);
        let mut left = Commit { changes, reason, ..Commit::clone(commit) };
        if let Some(erased) = &self.erased {
            for (field, words) in [("reason", &mut left.reason as &mut dyn Words), ("actor", &mut left.actor)] {
                let place = Place { noun: "commits", key: commit.revision.number.to_string(), field };
                report.note(without(words, Class::Title, erased), place);
            }
        }
        Some(if left == **commit { Arc::clone(commit) } else { Arc::new(left) })
    }
}

/// That a fact was touched, without what it was.
fn untold(change: &Change) -> Option<Change> {
    let (Some(_), Some(after)) = (change.before(), change.after()) else { return None };
    Some(Change::Changed { before: after.clone(), after: after.clone() })
}

fn text(words: &dyn Words) -> &str {
    words.get().unwrap_or_default()
}

fn take_out(words: &mut dyn Words) {
    if words.get().is_some_and(|words| !words.is_empty()) {
        words.empty();
    }
}

/// How a name stood in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Stood {
    /// It stood there for sure, and the pseudonym stands there now.
    is_replaced: bool,
    /// A last name stands there still.
    may_stand: bool,
}

/// Puts the pseudonym where the name stands.
fn without(words: &mut dyn Words, class: Class, erased: &Erased) -> Stood {
    let replaced = if class == Class::Name { None } else { erased.names.replaced(text(words), &erased.pseudonym) };
    if let Some(replaced) = &replaced {
        words.put(replaced);
    }
    // Keys of others who are called the same are too many to look at.
    let may_stand = class != Class::Key && erased.names.may_stand_in(text(words));
    Stood { is_replaced: replaced.is_some(), may_stand }
}

struct Leaving<'a> {
    forgetting: &'a Forgetting,
    report: &'a mut Report,
    left: Option<AnyFact>,
}

impl EachFact for Leaving<'_> {
    fn fact<T: Classed + Into<AnyFact>>(&mut self, fact: &T) {
        self.left = self.forgetting.row(fact.clone(), self.report).map(Into::into);
    }
}

macro_rules! facts {
    ($($noun:ident $fact:ident,)*) => {
        impl Forgetting {
            /// What is left of facts.
            fn facts(&self, facts: Facts, report: &mut Report) -> Facts {
                Facts { $($noun: facts.$noun.into_iter().filter_map(|row| self.row(row, report)).collect(),)* }
            }
        }
    };
}
for_each_noun!(facts);
