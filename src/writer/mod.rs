//! The one way in which the network changes: plan, commit, apply, publish.

mod batch;
mod draw;
pub mod erase;
mod follow;
pub mod forget;
pub mod import;

use std::collections::VecDeque;
use std::sync::{Arc, MutexGuard, PoisonError};

use chrono::TimeDelta;
use network::audience::Sight;
use network::import::Counts;
use network::journal::Commit;
use network::network::Network;
use network::plan::{Command, ErrorCode, Pointer, Policy, Rejection};
use network::problem::Problem;
use tokio::sync::oneshot::error::TryRecvError;
use tokio::sync::{Mutex, oneshot};

use batch::Waiting;

use crate::clock::Clock;
use crate::live::Live;
pub use crate::store::Idempotency;
pub use crate::store::StoreError;
use crate::store::{ErasureList, ErasureListError, Store};

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
    /// What they see: nothing else tells them whether it can be done.
    pub sight: Sight,
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
    /// What they saw of the network before.
    pub before: Arc<Network>,
    /// What they see of it after.
    pub after: Arc<Network>,
    /// What was changed.
    pub commit: Arc<Commit>,
    /// What it was about in the first place.
    pub subject: Pointer,
    /// Of an import, what it came to by noun.
    pub counts: Vec<Counts>,
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
    /// What is in the database is no network, or its journal does not fit.
    #[error("what is in the database is no network: {}", .0.first().map(ToString::to_string).unwrap_or_default())]
    Journal(Vec<Problem>),
    /// Whoever wrote it was stopped before it could tell what came of it.
    #[error("who wrote it was stopped")]
    Unheard,
    /// The list of who was erased cannot be read.
    #[error(transparent)]
    Erased(#[from] ErasureListError),
    /// Planning panicked.
    #[error("planning stopped")]
    Stopped(#[from] tokio::task::JoinError),
}

/// Writes, one batch of wishes after the other.
#[derive(Debug)]
pub struct Writer {
    store: Store,
    live: Arc<Live>,
    clock: Clock,
    source_required: bool,
    erasure_list: Option<ErasureList>,
    turn: Mutex<()>,
    queue: std::sync::Mutex<VecDeque<Waiting>>,
}

impl Writer {
    /// A writer of this database, which publishes to readers of this snapshot.
    ///
    /// * `source_required`: whether every change needs somebody's word.
    #[must_use]
    pub fn new(store: Store, live: Arc<Live>, clock: Clock, source_required: bool) -> Self {
        let (turn, queue) = (Mutex::new(()), std::sync::Mutex::default());
        Self { store, live, clock, source_required, erasure_list: None, turn, queue }
    }

    /// The same, with a list of who was erased beside the database.
    #[must_use]
    pub fn with_erasure_list(self, erasure_list: Option<ErasureList>) -> Self {
        Self { erasure_list, ..self }
    }

    /// The clock, which also makes ids.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// How changes are judged today.
    #[must_use]
    pub fn policy(&self) -> Policy {
        Policy { source_required: self.source_required, today: self.clock.today(), erased: Arc::default() }
    }

    /// Does what is wished, or tells why not. What is done is in the database before it is seen. What is wished while
    /// something else is being written is done together.
    ///
    /// The caller lets it run to its end: a future that is dropped half-way may leave a commit that nobody was told of.
    ///
    /// # Errors
    /// When it could neither be done nor refused. Nothing was done then, unless it is [`StoreError::Unknown`].
    pub async fn write(&self, wish: Wish) -> Result<Outcome, Arc<WriteError>> {
        let (tell, mut told) = oneshot::channel();
        self.queue().push_back(Waiting { wish, tell });
        let _turn = self.turn.lock().await;
        loop {
            match told.try_recv() {
                Ok(told) => return told,
                // It waits still: nobody who had the turn has taken it.
                Err(TryRecvError::Empty) => self.batch().await,
                Err(TryRecvError::Closed) => return Err(Arc::new(WriteError::Unheard)),
            }
        }
    }

    fn queue(&self) -> MutexGuard<'_, VecDeque<Waiting>> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The revision that readers see.
    #[must_use]
    pub fn revision(&self) -> i64 {
        self.live.current().network.revision().number
    }

    /// What came of the request that was sent with this key before, within a day; `None` when there was none.
    async fn sent_before(&self, wish: &Wish, sent: &Idempotency) -> Result<Option<Outcome>, WriteError> {
        let since = self.clock.now() - REMEMBERED;
        let Some((revision, request_hash)) = self.store.sent_before(&wish.actor, &sent.key, since).await? else {
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
        let snapshot = self.live.seen_by(&self.live.current(), wish.sight).map_err(WriteError::Journal)?;
        let Some((Some(earlier), commit)) = snapshot.journal.of(revision) else { return Ok(None) };
        let Some(first) = commit.changes.first() else { return Ok(None) };
        let subject = Pointer { noun: first.fact().noun(), id: first.fact().uuid() };
        let known = |to| self.live.known(&snapshot, to).map_err(|problems| WriteError::Journal(problems.to_vec()));
        let (before, after) = (known(earlier.revision)?, known(commit.revision)?);
        Ok(Some(Outcome::Done(Done { before, after, commit: Arc::clone(commit), subject, counts: Vec::new() })))
    }
}
