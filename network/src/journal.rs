//! The journal: every commit in order, from the first filling on.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use rustc_hash::FxHashMap;
use uuid::Uuid;

use crate::change::{Change, inverse};
use crate::network::{Network, Revision};
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

/// All commits. Cheap to clone: commits are shared.
#[derive(Debug, Clone, Default)]
pub struct Journal {
    /// In order of their revisions, which have no gaps.
    commits: Vec<Arc<Commit>>,
}

impl Journal {
    /// Puts commits in order.
    #[must_use]
    pub fn new(mut commits: Vec<Commit>) -> Self {
        commits.sort_by_key(|commit| commit.revision.number);
        Self { commits: commits.into_iter().map(Arc::new).collect() }
    }

    /// With one commit more.
    #[must_use]
    pub fn with(&self, commit: Commit) -> Self {
        let mut commits = Vec::with_capacity(self.commits.len() + 1);
        commits.extend_from_slice(&self.commits);
        commits.push(Arc::new(commit));
        Self { commits }
    }

    /// All commits, the first one first.
    #[must_use]
    pub fn commits(&self) -> &[Arc<Commit>] {
        &self.commits
    }

    /// The commits after a revision.
    #[must_use]
    pub fn after(&self, revision: i64) -> &[Arc<Commit>] {
        &self.commits[self.commits.partition_point(|commit| commit.revision.number <= revision)..]
    }

    /// The commits up to a revision.
    #[must_use]
    pub fn up_to(&self, revision: i64) -> &[Arc<Commit>] {
        &self.commits[..self.commits.partition_point(|commit| commit.revision.number <= revision)]
    }

    /// The last commit that was recorded at a moment or before; `None` before the first one.
    #[must_use]
    pub fn known_at(&self, moment: DateTime<Utc>) -> Option<&Arc<Commit>> {
        // Clocks may be set back between two commits; what came later in order was known later.
        self.commits.iter().rev().find(|commit| commit.revision.recorded_at <= moment)
    }

    /// The revision that last changed each fact, of those that were changed after the first filling.
    #[must_use]
    pub fn versions(&self) -> FxHashMap<Uuid, i64> {
        let touched = |commit: &Arc<Commit>| {
            let number = commit.revision.number;
            commit.changes.iter().map(move |change| (change.fact().uuid(), number)).collect::<Vec<_>>()
        };
        self.commits.iter().flat_map(touched).collect()
    }

    /// A network as it was known at an earlier revision: what came later is undone.
    ///
    /// # Errors
    /// When the journal is not that of the network.
    pub fn undo(&self, network: &Network, to: Revision) -> Result<Network, Vec<Problem>> {
        let later = self.after(to.number);
        let undone: Vec<Change> = later.iter().rev().flat_map(|commit| inverse(commit.changes.clone())).collect();
        let versions = Self { commits: self.commits[..self.commits.len() - later.len()].to_vec() }.versions();
        Ok(network.apply(&undone, to)?.with_versions(versions))
    }
}
