//! What is known: a network and how it came to be so, whole or as somebody sees it.
//!
//! What somebody sees is the same value without what is hidden from them. Everything is computed from that value, so
//! nothing that is computed can tell of what is hidden: no count, order, path, error or journal.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::assume::Assumed;
use crate::audience::Sight;
use crate::journal::{Commit, Journal};
use crate::network::{Network, Revision};
use crate::problem::Problem;
use crate::seen::hidden;

/// Which state of knowledge of whom: what tells a network from all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NetworkKey {
    /// The state of knowledge.
    pub revision: Revision,
    /// Of whom; `None`: the whole.
    pub sight: Option<Sight>,
    /// The revision that last took something out of those before it; 0: none.
    pub rewritten_at: i64,
    /// What is assumed in it; `None`: nothing, it was so.
    pub assumed: Option<Assumed>,
}

/// What is known now, whole or as somebody sees it.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The network.
    pub network: Arc<Network>,
    /// Every commit up to its revision.
    pub journal: Journal,
}

impl Snapshot {
    /// The snapshot after one commit more.
    ///
    /// # Errors
    /// When the commit is not about this network.
    pub fn after(&self, commit: Arc<Commit>) -> Result<Self, Vec<Problem>> {
        let network = self.network.apply(&commit.changes, commit.revision)?;
        Ok(Self { network: Arc::new(network), journal: self.journal.with(commit) })
    }

    /// What somebody sees of it: what a database would hold in which nothing else was ever recorded, under the revisions
    /// that they see. It is shared when they see all.
    ///
    /// # Errors
    /// When something that they see points at what they do not see, which no network holds.
    pub fn seen_by(&self, sight: Sight) -> Result<Self, Vec<Problem>> {
        let hidden = hidden(&self.network, sight);
        if hidden.is_empty() && self.journal.commits().all(|commit| commit.is_whole_for(sight)) {
            return Ok(self.clone());
        }
        let journal = Journal::of_shared(self.journal.commits().filter_map(|commit| commit.seen_by(sight)).collect());
        // Before the first commit that they see there is the first filling, which all see.
        let last = journal.commits().next_back().map_or(self.network.revision(), |commit| commit.revision);
        // To take out much costs more than to begin anew.
        let network = if hidden.len() > self.network.n_facts() / 16 {
            let mut facts = self.network.facts();
            facts.keep_seen(sight);
            Network::build(facts, last)?.rewritten_at(self.network.key().rewritten_at)
        } else {
            self.network.apply(&hidden, last)?
        };
        Ok(Self { network: Arc::new(network.with_versions(journal.versions()).of_sight(sight)), journal })
    }

    /// What somebody sees of a later snapshot, from what they see of this one.
    ///
    /// * `whole`: the later one, of which this was seen at an earlier revision.
    /// * `since`: that revision.
    ///
    /// # Errors
    /// When the later one does not follow.
    pub fn seen_later(&self, whole: &Self, since: i64, sight: Sight) -> Result<Self, Vec<Problem>> {
        let mut commits = whole.journal.after(since);
        if self.network.key().sight.is_none() {
            let all = commits.all(|commit| commit.is_whole_for(sight));
            return if all { Ok(whole.clone()) } else { whole.seen_by(sight) };
        }
        let mut seen = self.clone();
        for commit in commits.filter_map(|commit| commit.seen_by(sight)) {
            seen = seen.after(commit)?;
        }
        Ok(seen)
    }
}
