//! The one way in which the network changes: plan, commit, apply, publish.

use std::sync::Arc;

use chrono::{SubsecRound, TimeDelta};
use network::change::Change;
use network::journal::Commit;
use network::network::{Network, Revision};
use network::plan::{Command, ErrorCode, Planned, Policy, Rejection, Target, plan};
use network::problem::Problem;
use tokio::sync::Mutex;

use crate::clock::Clock;
use crate::live::{Live, Snapshot};
pub use crate::store::Idempotency;
pub use crate::store::StoreError;
use crate::store::{Entry, Store, Written};

/// How often a command is planned anew because somebody else was first.
const TRIES: usize = 32;

/// How long a key keeps a request from being done twice.
const REMEMBERED: TimeDelta = TimeDelta::hours(24);

/// What somebody wants, and who.
#[derive(Debug, Clone)]
pub struct Wish {
    /// What to change.
    pub command: Command,
    /// What it is called: `pledge_commitment`.
    pub verb: &'static str,
    /// Who wants it.
    pub actor: String,
    /// Why.
    pub reason: Option<String>,
    /// What keeps it from being done twice.
    pub idempotency: Option<Idempotency>,
}

/// What came of a wish.
#[derive(Debug)]
pub enum Outcome {
    /// It is done, and in the database.
    Done(Done),
    /// It was refused; nothing was done.
    Refused(Vec<Rejection>),
}

/// What was done.
#[derive(Debug, Clone)]
pub struct Done {
    /// The network before.
    pub before: Arc<Network>,
    /// The network after.
    pub after: Arc<Network>,
    /// What was changed.
    pub commit: Arc<Commit>,
    /// What it was about in the first place.
    pub subject: Target,
}

/// Why a wish could neither be done nor refused.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Others were first, again and again.
    #[error("others were first {TRIES} times")]
    Crowded,
    /// The journal does not fit the network.
    #[error("the journal does not fit the network: {}", .0.first().map(ToString::to_string).unwrap_or_default())]
    Journal(Vec<Problem>),
    /// Planning panicked.
    #[error("planning stopped")]
    Stopped(#[from] tokio::task::JoinError),
}

/// Writes, one wish after the other.
#[derive(Debug)]
pub struct Writer {
    store: Store,
    live: Arc<Live>,
    clock: Clock,
    source_required: bool,
    turn: Mutex<()>,
}

impl Writer {
    /// A writer of this database, which publishes to readers of this snapshot.
    ///
    /// * `source_required`: whether every change needs somebody's word.
    #[must_use]
    pub fn new(store: Store, live: Arc<Live>, clock: Clock, source_required: bool) -> Self {
        Self { store, live, clock, source_required, turn: Mutex::new(()) }
    }

    /// The clock, which also makes ids.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Does what is wished, or tells why not. What is done is in the database before it is seen.
    ///
    /// The caller lets it run to its end: a future that is dropped half-way may leave a commit that nobody was told of.
    ///
    /// # Errors
    /// When it could neither be done nor refused. Nothing was done then, unless it is [`StoreError::Unknown`].
    pub async fn write(&self, wish: Wish) -> Result<Outcome, WriteError> {
        let _turn = self.turn.lock().await;
        for _ in 0..TRIES {
            // Each time, as whoever was first may have done the same for the same client.
            if let Some(sent) = &wish.idempotency
                && let Some(outcome) = self.sent_before(&wish.actor, sent).await?
            {
                return Ok(outcome);
            }
            let snapshot = self.live.current();
            let now = self.clock.now().trunc_subsecs(6);
            let Revision { number, .. } = snapshot.network.revision();
            let next = Revision { number: number + 1, recorded_at: now };
            let policy = Policy { source_required: self.source_required, today: self.clock.today() };
            let Planned { changes, after, subject } = match planned(&snapshot, &wish.command, policy, next).await? {
                Ok(planned) => planned,
                Err(rejections) => return Ok(Outcome::Refused(rejections)),
            };
            if self.commit(&wish, number, next, &changes).await? == Written::MovedOn {
                self.follow().await?;
                continue;
            }
            let commit = Commit {
                revision: next,
                actor: wish.actor.clone(),
                command: wish.verb.to_uppercase(),
                reason: wish.reason.clone(),
                changes,
            };
            let after = Arc::new(after);
            let journal = snapshot.journal.with(commit);
            let commit = journal.commits().next_back().cloned();
            self.live.publish(Snapshot { network: Arc::clone(&after), journal });
            let before = Arc::clone(&snapshot.network);
            return commit
                .map(|commit| Outcome::Done(Done { before, after, commit, subject }))
                .ok_or(WriteError::Crowded);
        }
        Err(WriteError::Crowded)
    }

    /// Commits; when the database did not say whether that holds, it is asked.
    async fn commit(
        &self,
        wish: &Wish,
        before: i64,
        next: Revision,
        changes: &[Change],
    ) -> Result<Written, WriteError> {
        let entry = Entry {
            actor: wish.actor.clone(),
            command: wish.verb.to_uppercase(),
            reason: wish.reason.clone(),
            recorded_at: next.recorded_at,
            idempotency: wish.idempotency.clone(),
        };
        match self.store.commit(before, changes, &entry).await {
            Err(StoreError::Unknown { revision, source }) => match self.store.commits_after(before).await {
                Ok(later) => match later.first() {
                    Some(commit) if commit.changes == changes && commit.revision == next => {
                        Ok(Written::As(next.into()))
                    }
                    Some(_) => Ok(Written::MovedOn),
                    None => Err(StoreError::Commit { revision, source }.into()),
                },
                // It stays unknown, and must not be told as anything else.
                Err(_) => Err(StoreError::Unknown { revision, source }.into()),
            },
            written => Ok(written?),
        }
    }

    /// The revision that readers see.
    #[must_use]
    pub fn revision(&self) -> i64 {
        self.live.current().network.revision().number
    }

    /// Takes over what others have committed.
    ///
    /// # Errors
    /// When the database does not answer, or its journal does not fit.
    pub async fn catch_up(&self) -> Result<(), WriteError> {
        let _turn = self.turn.lock().await;
        self.follow().await
    }

    async fn follow(&self) -> Result<(), WriteError> {
        let mut snapshot = Snapshot::clone(&self.live.current());
        let commits = self.store.commits_after(snapshot.network.revision().number).await?;
        if commits.is_empty() {
            return Ok(());
        }
        for commit in commits {
            snapshot = snapshot.after(commit).map_err(WriteError::Journal)?;
        }
        self.live.publish(snapshot);
        Ok(())
    }

    /// What came of the request that was sent with this key before, within a day; `None` when there was none.
    async fn sent_before(&self, actor: &str, sent: &Idempotency) -> Result<Option<Outcome>, WriteError> {
        let since = self.clock.now() - REMEMBERED;
        let Some((revision, request_hash)) = self.store.sent_before(actor, &sent.key, since).await? else {
            return Ok(None);
        };
        if request_hash != sent.request_hash {
            return Ok(Some(Outcome::Refused(vec![Rejection::new(
                ErrorCode::IdempotencyKeyReused,
                &["idempotencyKey"],
                "met deze sleutel is al iets anders gestuurd",
                "something else was sent with this key before",
            )])));
        }
        if self.live.current().network.revision().number < revision {
            self.follow().await?;
        }
        let snapshot = self.live.current();
        let Some((Some(earlier), commit)) = snapshot.journal.of(revision) else { return Ok(None) };
        let Some(first) = commit.changes.first() else { return Ok(None) };
        let subject = Target { noun: first.fact().noun(), id: first.fact().uuid() };
        let known = |to| self.live.known(&snapshot, to).map_err(|problems| WriteError::Journal(problems.to_vec()));
        let (before, after) = (known(earlier.revision)?, known(commit.revision)?);
        Ok(Some(Outcome::Done(Done { before, after, commit: Arc::clone(commit), subject })))
    }
}

/// Plans off the threads that answer others.
async fn planned(
    snapshot: &Arc<Snapshot>,
    command: &Command,
    policy: Policy,
    next: Revision,
) -> Result<Result<Planned, Vec<Rejection>>, WriteError> {
    let (network, command) = (Arc::clone(&snapshot.network), command.clone());
    Ok(tokio::task::spawn_blocking(move || plan(&network, &command, &policy, next)).await?)
}
