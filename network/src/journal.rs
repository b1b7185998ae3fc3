//! The journal: every commit in order, from the first filling on.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use rustc_hash::FxHashSet;
use uuid::Uuid;

use crate::change::{Change, inverse};
use crate::network::{Network, Revision};
use crate::persistent::{Column, Sorted};
use crate::privacy::rewrites_the_past;
use crate::problem::Problem;

/// One commit: what was changed, by whom, when and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Commit {
    /// The revision that it made, and when it was recorded.
    pub revision: Revision,
    /// Who.
    pub actor: String,
    /// What was asked for: `PLEDGE_COMMITMENT`.
    pub command: String,
    /// Why; `None`: not said.
    pub reason: Option<String>,
    /// What was changed, in order. Nothing for the first filling, which tells no single fact.
    pub changes: Vec<Change>,
}

/// All commits. A copy, and one with a commit more, share them.
#[derive(Debug, Clone)]
pub struct Journal {
    /// In order of their revisions. There are gaps where somebody does not see what was changed.
    commits: Column<Arc<Commit>, 5>,
    /// Which changes are about which fact: the fact itself and all that it points at, before and after. By id, and by the
    /// places of commit and change.
    about: Sorted<(Uuid, u32, u32)>,
}

impl Default for Journal {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl Journal {
    /// Puts commits in order.
    #[must_use]
    pub fn new(mut commits: Vec<Commit>) -> Self {
        commits.sort_by_key(|commit| commit.revision.number);
        Self::of_shared(commits.into_iter().map(Arc::new).collect())
    }

    /// Commits that are in order.
    pub(crate) fn of_shared(commits: Vec<Arc<Commit>>) -> Self {
        let mut about: Vec<_> = (0..).zip(&commits).flat_map(|(place, commit)| subjects(place, commit)).collect();
        about.sort_unstable();
        Self { commits: commits.into(), about: Sorted::new(&about) }
    }

    /// With one commit more.
    #[must_use]
    pub fn with(&self, commit: Arc<Commit>) -> Self {
        let mut more = self.clone();
        // Revisions are counted by u32 for longer than a region lasts.
        for subject in subjects(u32::try_from(self.len()).unwrap_or(u32::MAX), &commit) {
            more.about.insert(subject, |other| other.cmp(&subject));
        }
        more.commits.push(commit);
        more
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.commits.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All commits, the first one first.
    pub fn commits(&self) -> impl DoubleEndedIterator<Item = &Arc<Commit>> {
        self.between(0, self.len())
    }

    /// The commits after a revision.
    pub fn after(&self, revision: i64) -> impl DoubleEndedIterator<Item = &Arc<Commit>> {
        self.between(self.place_after(revision), self.len())
    }

    /// The commits up to a revision.
    pub fn up_to(&self, revision: i64) -> impl DoubleEndedIterator<Item = &Arc<Commit>> {
        self.between(0, self.place_after(revision))
    }

    /// The commit that made a revision, and the one before it.
    #[must_use]
    pub fn of(&self, revision: i64) -> Option<(Option<&Arc<Commit>>, &Arc<Commit>)> {
        let mut last = self.up_to(revision).rev();
        let own = last.next().filter(|commit| commit.revision.number == revision)?;
        Some((last.next(), own))
    }

    /// Whether one of them made this revision, and not another one with its number.
    #[must_use]
    pub fn holds(&self, revision: Revision) -> bool {
        self.of(revision.number).is_some_and(|(_, own)| own.revision == revision)
    }

    /// The last commit that was recorded at a moment or before; `None` before the first one.
    #[must_use]
    pub fn known_at(&self, moment: DateTime<Utc>) -> Option<&Arc<Commit>> {
        // Clocks may be set back between two commits; what came later in order was known later.
        self.commits().rev().find(|commit| commit.revision.recorded_at <= moment)
    }

    /// The changes about any of these facts up to a revision, the newest first: the commit, and the place of the
    /// change in it.
    #[must_use]
    pub fn about(&self, ids: &FxHashSet<Uuid>, up_to: i64) -> Vec<(Arc<Commit>, usize)> {
        let mut found: Vec<(u32, u32)> = Vec::new();
        for id in ids {
            let about = self.about.from(|(other, ..)| other < id).take_while(|(other, ..)| other == id);
            found.extend(about.map(|(_, place, at)| (*place, *at)));
        }
        found.sort_unstable();
        found.dedup();
        let last = self.place_after(up_to);
        let within = found.into_iter().filter(|(place, _)| (*place as usize) < last);
        let mut within: Vec<_> =
            within.map(|(place, at)| (Arc::clone(self.commits.get(place as usize)), at as usize)).collect();
        within.sort_by_key(|(commit, at)| (std::cmp::Reverse(commit.revision.number), *at));
        within
    }

    /// The revision that last changed each fact, of those that were changed after the first filling; of each the last one
    /// comes last.
    pub fn versions(&self) -> impl Iterator<Item = (Uuid, i64)> {
        versions(self.commits())
    }

    /// The revision that last took something out of those before it; 0: none did.
    #[must_use]
    pub fn rewritten_at(&self) -> i64 {
        let mut rewriting = self.commits().rev().filter(|commit| rewrites_the_past(&commit.command));
        rewriting.next().map_or(0, |commit| commit.revision.number)
    }

    /// A network as it was known at an earlier revision: what came later is undone.
    ///
    /// # Errors
    /// When the journal is not that of the network.
    pub fn undo(&self, network: &Network, to: Revision) -> Result<Network, Vec<Problem>> {
        let undone: Vec<Change> =
            self.after(to.number).rev().flat_map(|commit| inverse(commit.changes.clone())).collect();
        Ok(network.apply(&undone, to)?.with_versions(versions(self.up_to(to.number))))
    }

    fn between(&self, from: usize, to: usize) -> impl DoubleEndedIterator<Item = &Arc<Commit>> {
        (from..to).map(|at| self.commits.get(at))
    }

    /// The place of the first commit after a revision.
    fn place_after(&self, revision: i64) -> usize {
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = from.midpoint(to);
            if self.commits.get(middle).revision.number <= revision { from = middle + 1 } else { to = middle }
        }
        from
    }
}

fn versions<'a>(commits: impl Iterator<Item = &'a Arc<Commit>>) -> impl Iterator<Item = (Uuid, i64)> {
    commits.flat_map(|commit| commit.changes.iter().map(|change| (change.fact().uuid(), commit.revision.number)))
}

/// What each change of a commit is about.
fn subjects(place: u32, commit: &Commit) -> Vec<(Uuid, u32, u32)> {
    let mut subjects = Vec::new();
    for (at, change) in (0..).zip(&commit.changes) {
        for fact in [change.before(), change.after()].into_iter().flatten() {
            subjects.extend(fact.subjects().into_iter().map(|id| (id, place, at)));
        }
    }
    subjects.sort_unstable();
    subjects.dedup();
    subjects
}
