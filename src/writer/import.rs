//! Taking in facts from outside: planned while others write, and written when nobody was first.

use std::collections::HashSet;
use std::sync::Arc;

use network::change::Change;
use network::import::Counts;
use network::network::Network;
use network::plan::{Policy, Rejection};
use uuid::Uuid;

use super::{Done, Outcome, TRIES, Wish, WriteError, Writer};
use crate::live::Snapshot;
use crate::store::Written;

/// How often an import is planned beside what others write. After that it is planned in its own turn, and others wait.
const BESIDE: usize = 4;

/// What an import came to, or would come to.
#[derive(Debug)]
pub struct Imported {
    /// What was done; `None`: nothing, as it was a trial or there was nothing to do.
    pub done: Option<Done>,
    /// What they see of the network now.
    pub now: Arc<Network>,
    /// What it comes to by noun.
    pub counts: Vec<Counts>,
}

impl Imported {
    /// How many facts come, become others or go, of those that they see.
    #[must_use]
    pub fn changed(&self) -> usize {
        self.counts.iter().map(|counts| counts.added + counts.changed + counts.removed).sum()
    }
}

impl Writer {
    /// Takes in what is wished, or tells every reason why not. No other change waits while it is planned, unless others were
    /// first again and again.
    ///
    /// * `is_trial`: whether it is only told what would be done.
    ///
    /// # Errors
    /// As for [`write`](Self::write).
    pub async fn import(&self, wish: Wish, is_trial: bool) -> Result<Result<Imported, Vec<Rejection>>, WriteError> {
        if let Some(sent) = wish.idempotency.as_ref().filter(|_| !is_trial) {
            let _turn = self.turn.lock().await;
            if let Some(earlier) = self.sent_before(&wish, sent).await? {
                return Ok(told_again(earlier));
            }
        }
        for attempt in 0..TRIES {
            let held = if attempt < BESIDE || is_trial { None } else { Some(self.turn.lock().await) };
            let start = self.live.current();
            let policy = Policy { erased: Arc::new(self.erased().await?), ..self.policy() };
            let before = start.network.revision();
            let (mut drawn, after) = self.draw(start, vec![wish.clone()], policy).await?;
            let done = match drawn.pop() {
                Some(Ok(done)) => done,
                refused => return Ok(Err(refused.and_then(Result::err).unwrap_or_default())),
            };
            if is_trial || done.commit.changes.is_empty() {
                return Ok(Ok(Imported { done: None, now: done.before, counts: done.counts }));
            }
            let _turn = match held {
                Some(turn) => turn,
                None => self.turn.lock().await,
            };
            if let Some(sent) = &wish.idempotency
                && let Some(earlier) = self.sent_before(&wish, sent).await?
            {
                return Ok(told_again(earlier));
            }
            if self.live.current().network.revision() != before {
                continue;
            }
            let drawn = [Ok(done)];
            if self.commit(before.number, vec![wish.idempotency.clone()], &drawn).await? == Written::MovedOn {
                self.follow().await?;
                continue;
            }
            self.live.publish(Snapshot::clone(&after));
            let [drawn] = drawn;
            return Ok(drawn.map(|done| Imported {
                now: Arc::clone(&done.after),
                counts: done.counts.clone(),
                done: Some(done),
            }));
        }
        Err(WriteError::Crowded)
    }

    /// Everybody who was erased, here or where the list beside the database says so.
    async fn erased(&self) -> Result<HashSet<Uuid>, WriteError> {
        let mut erased: HashSet<Uuid> = self.store.erasures().await?.iter().map(|erasure| erasure.person).collect();
        if let Some(list) = &self.erasure_list {
            erased.extend(list.read()?.iter().map(|erasure| erasure.person));
        }
        Ok(erased)
    }
}

/// What came of an import that was sent before. What was the same then is not kept.
fn told_again(earlier: Outcome) -> Result<Imported, Vec<Rejection>> {
    let done = match earlier {
        Outcome::Done(done) => done,
        Outcome::Refused(rejections) => return Err(rejections),
    };
    let mut counts: Vec<Counts> = Vec::new();
    for change in &done.commit.changes {
        let noun = change.fact().noun();
        let at = counts.iter().position(|counts| counts.noun == noun).unwrap_or_else(|| {
            counts.push(Counts { noun, added: 0, changed: 0, removed: 0, same: 0 });
            counts.len() - 1
        });
        match change {
            Change::Added(_) => counts[at].added += 1,
            Change::Changed { .. } => counts[at].changed += 1,
            Change::Removed(_) => counts[at].removed += 1,
        }
    }
    Ok(Imported { now: Arc::clone(&done.after), counts, done: Some(done) })
}
