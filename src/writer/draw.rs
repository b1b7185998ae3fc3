//! Wishes planned one after the other, each on what its wisher sees of what the ones before come to.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use network::audience::Sight;
use network::id::{FactId, PersonId};
use network::journal::Commit;
use network::network::{Network, Revision};
use network::plan::{Planned, Policy, Rejection, barred, fit, let_go, plan};
use network::problem::Problem;
use uuid::Uuid;

use super::{Done, Wish};
use crate::live::{Live, Snapshot};

/// What one wish comes to, after all before it.
pub(super) type Drawn = Result<Done, Vec<Rejection>>;

/// What there will be, and what each wisher sees of it.
pub(super) struct Drawing {
    whole: Arc<Snapshot>,
    seen: HashMap<Sight, Arc<Snapshot>>,
}

impl Drawing {
    /// Begins with what there is.
    ///
    /// # Errors
    /// When what somebody sees is no network, which no writer leaves behind.
    pub(super) fn new(live: &Live, start: Arc<Snapshot>, wishes: &[Wish]) -> Result<Self, Vec<Problem>> {
        let seen = wishes.iter().map(|wish| Ok((wish.sight, live.seen_by(&start, wish.sight)?)));
        Ok(Self { seen: seen.collect::<Result<_, Vec<Problem>>>()?, whole: start })
    }

    /// Plans all wishes, and tells what there is after them.
    ///
    /// # Errors
    /// As for [`new`](Self::new).
    pub(super) fn all(
        mut self,
        wishes: &[Wish],
        policy: &Policy,
        now: DateTime<Utc>,
    ) -> Result<(Vec<Drawn>, Arc<Snapshot>), Vec<Problem>> {
        let drawn: Result<_, _> = wishes.iter().map(|wish| self.one(wish, policy, now)).collect();
        Ok((drawn?, self.whole))
    }

    fn one(&mut self, wish: &Wish, policy: &Policy, now: DateTime<Utc>) -> Result<Drawn, Vec<Problem>> {
        let next = Revision { number: self.whole.network.revision().number + 1, recorded_at: now };
        let before = Arc::clone(&self.seen.get(&wish.sight).unwrap_or(&self.whole).network);
        let policy = &self.known_to(&before, policy);
        let planned = plan(&before, &wish.command, policy, next).and_then(|planned| {
            let barred = barred(&before, &wish.command.act, &planned, wish.sight);
            if !barred.is_empty() {
                return Err(barred);
            }
            let Planned { changes, after, subject, imported } = planned;
            let sees_all = Arc::ptr_eq(&before, &self.whole.network);
            let fitted = if sees_all { (changes, after) } else { fit(&self.whole.network, changes, wish.sight, next)? };
            Ok((fitted, subject, imported.counts))
        });
        let ((changes, whole), subject, counts) = match planned {
            Ok(((changes, after), subject, counts)) => (let_go(changes, after, next)?, subject, counts),
            Err(rejections) => return Ok(Err(rejections)),
        };
        let (command, reason) = (wish.verb.to_uppercase(), wish.reason.clone());
        let commit = Arc::new(Commit { revision: next, actor: wish.actor.clone(), command, reason, changes });
        let journal = self.whole.journal.with(Arc::clone(&commit));
        self.follow(Snapshot { network: Arc::new(whole), journal })?;
        let after = Arc::clone(&self.seen.get(&wish.sight).unwrap_or(&self.whole).network);
        Ok(Ok(Done { before, after, commit, subject, counts }))
    }

    /// The policy without who was erased and is here for others only: whoever does not see them is told nothing of them.
    fn known_to(&self, seen: &Network, policy: &Policy) -> Policy {
        let is_there = |network: &Network, id: &Uuid| network.persons.by_id(PersonId::from_uuid(*id)).is_some();
        let erased = policy.erased.iter().filter(|id| is_there(seen, id) || !is_there(&self.whole.network, id));
        Policy { erased: Arc::new(erased.copied().collect()), ..policy.clone() }
    }

    /// Lets everybody see what they may of what came.
    fn follow(&mut self, whole: Snapshot) -> Result<(), Vec<Problem>> {
        let since = self.whole.network.revision().number;
        for (sight, seen) in &mut self.seen {
            *seen = Arc::new(seen.seen_later(&whole, since, *sight)?);
        }
        self.whole = Arc::new(whole);
        Ok(())
    }
}
