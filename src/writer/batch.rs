//! Wishes that wait, done together: one transaction, and one wait for the disk.

use std::sync::Arc;

use chrono::SubsecRound;
use network::plan::Policy;
use tokio::sync::oneshot;

use super::draw::{Drawing, Drawn};
use super::{Idempotency, Outcome, TRIES, Wish, WriteError, Writer};
use crate::live::Snapshot;
use crate::store::{Entry, StoreError, Written};

/// The most that are done together.
const MOST: usize = 64;

/// What is told to whoever wished.
pub(super) type Told = Result<Outcome, Arc<WriteError>>;

/// A wish, and who waits for what comes of it.
#[derive(Debug)]
pub(super) struct Waiting {
    pub(super) wish: Wish,
    pub(super) tell: oneshot::Sender<Told>,
}

impl Writer {
    /// Does the wishes that wait first. Whoever calls has the turn.
    pub(super) async fn batch(&self) {
        let mut batch = self.first();
        let Err(error) = self.together(&mut batch).await else { return };
        if batch.len() > 1 && is_of_one(&error) {
            for waiting in batch {
                let mut alone = vec![waiting];
                if let Err(error) = self.together(&mut alone).await {
                    fail(alone, error);
                }
            }
        } else {
            fail(batch, error);
        }
    }

    /// Takes the wishes that wait first. Of those that were sent with the same key one has to be done before the next is
    /// looked at.
    fn first(&self) -> Vec<Waiting> {
        let mut queue = self.queue();
        let mut batch: Vec<Waiting> = Vec::new();
        while let Some(next) = queue.front() {
            let key = |wish: &Wish| wish.idempotency.as_ref().map(|sent| (wish.actor.clone(), sent.key.clone()));
            let own = key(&next.wish);
            let known = own.is_some() && batch.iter().any(|waiting| key(&waiting.wish) == own);
            if known || batch.len() == MOST {
                break;
            }
            batch.extend(queue.pop_front());
        }
        batch
    }

    /// Does them all, tells each, and leaves nobody in the batch.
    async fn together(&self, batch: &mut Vec<Waiting>) -> Result<(), WriteError> {
        for _ in 0..TRIES {
            // Each time, as whoever was first may have done the same for the same client.
            self.tell_sent_before(batch).await?;
            if batch.is_empty() {
                return Ok(());
            }
            let newest = self.revision();
            if batch.iter().any(|waiting| waiting.wish.command.if_revision.is_some_and(|meant| meant > newest)) {
                // Who read it from another server knows more than this one.
                self.follow().await?;
            }
            let start = self.live.current();
            let wishes: Vec<Wish> = batch.iter().map(|waiting| waiting.wish.clone()).collect();
            let before = start.network.revision();
            let (drawn, after) = self.draw(start, wishes, self.policy()).await?;
            let sent = batch.iter().map(|waiting| waiting.wish.idempotency.clone()).collect();
            if self.commit(before.number, sent, &drawn).await? == Written::MovedOn {
                self.follow().await?;
                continue;
            }
            if after.network.revision() != before {
                self.live.publish(Snapshot::clone(&after));
            }
            tell(batch, drawn);
            return Ok(());
        }
        Err(WriteError::Crowded)
    }

    /// Plans wishes on a snapshot, off the threads that answer others: what each comes to, and what there is after them.
    pub(super) async fn draw(
        &self,
        start: Arc<Snapshot>,
        wishes: Vec<Wish>,
        policy: Policy,
    ) -> Result<(Vec<Drawn>, Arc<Snapshot>), WriteError> {
        let now = self.clock.now().trunc_subsecs(6);
        let live = Arc::clone(&self.live);
        let draw = move || Drawing::new(&live, start, &wishes)?.all(&wishes, &policy, now);
        tokio::task::spawn_blocking(draw).await?.map_err(WriteError::Journal)
    }

    async fn tell_sent_before(&self, batch: &mut Vec<Waiting>) -> Result<(), WriteError> {
        for waiting in std::mem::take(batch) {
            let sent = match &waiting.wish.idempotency {
                Some(sent) => self.sent_before(&waiting.wish, sent).await,
                None => Ok(None),
            };
            match sent {
                Ok(Some(outcome)) => drop(waiting.tell.send(Ok(outcome))),
                Ok(None) => batch.push(waiting),
                Err(error) => drop(waiting.tell.send(Err(Arc::new(error)))),
            }
        }
        Ok(())
    }

    /// Commits what was drawn; when the database did not say whether that holds, it is asked.
    ///
    /// * `sent`: what keeps each from being done twice.
    pub(super) async fn commit(
        &self,
        before: i64,
        sent: Vec<Option<Idempotency>>,
        drawn: &[Drawn],
    ) -> Result<Written, WriteError> {
        let done = sent.into_iter().zip(drawn).filter_map(|(sent, drawn)| Some((sent, drawn.as_ref().ok()?)));
        let entries: Vec<Entry> = done
            .map(|(idempotency, done)| Entry {
                actor: done.commit.actor.clone(),
                command: done.commit.command.clone(),
                reason: done.commit.reason.clone(),
                recorded_at: done.commit.revision.recorded_at,
                idempotency,
                changes: done.commit.changes.clone(),
            })
            .collect();
        let commits = || drawn.iter().flatten().map(|done| &*done.commit);
        let Some(last) = commits().next_back().map(|commit| commit.revision) else {
            return Ok(Written::As(self.live.current().network.revision().into()));
        };
        match self.store.commit(before, &entries).await {
            Err(StoreError::Unknown { revision, source }) => match self.store.commits_after(before).await {
                Ok(later) if later.is_empty() => Err(StoreError::Commit { revision, source }.into()),
                Ok(later) if later.iter().take(entries.len()).eq(commits()) => Ok(Written::As(last.into())),
                Ok(_) => Ok(Written::MovedOn),
                // It stays unknown, and must not be told as anything else.
                Err(_) => Err(StoreError::Unknown { revision, source }.into()),
            },
            written => Ok(written?),
        }
    }
}

/// Tells everybody what came of their wish, and leaves nobody in the batch.
fn tell(batch: &mut Vec<Waiting>, drawn: Vec<Drawn>) {
    for (waiting, drawn) in batch.drain(..).zip(drawn) {
        let outcome = drawn.map_or_else(Outcome::Refused, Outcome::Done);
        // Who does not wait any more is told nothing; it is done all the same.
        let _ = waiting.tell.send(Ok(outcome));
    }
}

/// Whether it may be one wish that fails, and the others with it.
fn is_of_one(error: &WriteError) -> bool {
    match error {
        WriteError::Store(StoreError::Unknown { .. }) => false,
        WriteError::Store(store) => !store.is_outage(),
        WriteError::Stopped(_) => true,
        WriteError::Crowded | WriteError::Journal(_) | WriteError::Unheard | WriteError::Erased(_) => false,
    }
}

fn fail(batch: Vec<Waiting>, error: WriteError) {
    let error = Arc::new(error);
    for waiting in batch {
        // Who does not wait any more is told nothing.
        let _ = waiting.tell.send(Err(Arc::clone(&error)));
    }
}
