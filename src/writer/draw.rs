//! Wishes planned one after the other, each on what its wisher sees of what the ones before come to.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use network::audience::Sight;
use network::journal::Commit;
use network::network::{Network, Revision};
use network::plan::{Planned, Policy, Rejection, fit, plan};
use network::problem::Problem;

use super::{Done, Wish, WriteError};
use crate::live::{Live, Snapshot};

/// What one wish comes to, after all before it.
pub(super) struct Step {
    pub(super) done: Done,
    /// The whole network after it.
    pub(super) after: Arc<Network>,
}

pub(super) type Drawn = Result<Step, Vec<Rejection>>;

/// The whole network as it will be, and what is seen of it.
pub(super) struct Drawing {
    live: Arc<Live>,
    start: Arc<Snapshot>,
    whole: Arc<Network>,
    /// Of those who see less than the whole; the others see the whole.
    seen: HashMap<Sight, Arc<Network>>,
}

impl Drawing {
    pub(super) fn new(live: Arc<Live>, start: Arc<Snapshot>) -> Self {
        Self { live, whole: Arc::clone(&start.network), start, seen: HashMap::new() }
    }

    /// Plans them all.
    ///
    /// # Errors
    /// When what somebody sees is no network, which no writer leaves behind.
    pub(super) fn all(
        mut self,
        wishes: &[Wish],
        policy: &Policy,
        now: DateTime<Utc>,
    ) -> Result<Vec<Drawn>, WriteError> {
        for wish in wishes {
            let seen = self.live.seen_by(&self.start, wish.sight).map_err(WriteError::Journal)?;
            self.seen.entry(wish.sight).or_insert_with(|| Arc::clone(&seen.network));
        }
        wishes.iter().map(|wish| self.one(wish, policy, now).map_err(WriteError::Journal)).collect()
    }

    fn one(&mut self, wish: &Wish, policy: &Policy, now: DateTime<Utc>) -> Result<Drawn, Vec<Problem>> {
        let next = Revision { number: self.whole.revision().number + 1, recorded_at: now };
        let before = Arc::clone(self.seen.get(&wish.sight).unwrap_or(&self.whole));
        let Planned { changes, after, subject } = match plan(&before, &wish.command, policy, next) {
            Ok(planned) => planned,
            Err(rejections) => return Ok(Err(rejections)),
        };
        let sees_all = Arc::ptr_eq(&before, &self.whole);
        let (changes, whole) = if sees_all {
            (changes, Arc::new(after))
        } else {
            match fit(&self.whole, changes, wish.sight, next) {
                Ok((changes, whole)) => (changes, Arc::new(whole)),
                Err(rejections) => return Ok(Err(rejections)),
            }
        };
        let (command, reason) = (wish.verb.to_uppercase(), wish.reason.clone());
        let commit = Arc::new(Commit { revision: next, actor: wish.actor.clone(), command, reason, changes });
        self.follow(&commit, &whole)?;
        let after = Arc::clone(self.seen.get(&wish.sight).unwrap_or(&whole));
        Ok(Ok(Step { done: Done { before, after, commit, subject }, after: whole }))
    }

    /// Lets everybody see what they may of a commit.
    fn follow(&mut self, commit: &Arc<Commit>, whole: &Arc<Network>) -> Result<(), Vec<Problem>> {
        for (sight, seen) in &mut self.seen {
            let seen_of_it = commit.seen_by(*sight);
            if Arc::ptr_eq(seen, &self.whole) && seen_of_it.as_ref().is_some_and(|part| Arc::ptr_eq(part, commit)) {
                *seen = Arc::clone(whole);
            } else if let Some(part) = seen_of_it {
                *seen = Arc::new(seen.apply(&part.changes, part.revision)?.of_sight(*sight));
            }
        }
        self.whole = Arc::clone(whole);
        Ok(())
    }
}
