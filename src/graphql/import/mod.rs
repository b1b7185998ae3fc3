//! Datasets that somebody sends to be taken in.

mod report;

use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use network::audience::Sight;
use network::facts::{Facts, Language};
use network::plan::{Act, Command, ErrorCode, Importing, Rejection, wrong_text};
use sha2::{Digest, Sha256};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

pub use report::{Count, Problem, Report};
pub(super) use report::{placed, shown};

use super::error::{ApiError, Code};
use super::guard::Limits;
use super::mutation::answered::failed;
use super::reader::Reader;
use super::viewer::{Right, Viewer};
use crate::exchange::{ReadError, read_bytes};
use crate::live::Live;
use crate::writer::import::Imported;
use crate::writer::{Idempotency, Wish, Writer};
use report::told;

/// How many are taken in at the same time, and how many may arrive meanwhile: each holds a dataset in memory.
const AT_ONCE: usize = 1;
const ARRIVING: usize = 4;

/// How long others wait for their turn.
const PATIENCE: Duration = Duration::from_secs(10);

/// How many times as large as what may be sent a dataset may be when it is unpacked.
const UNPACKED: u64 = 4;

/// The longest key of a client, in characters.
const KEY_CHARS: usize = 200;

/// How somebody wants a dataset to be taken in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Whether it is only told what would be done.
    pub is_trial: bool,
    /// Whether what they see and the dataset does not hold goes.
    pub replaces: bool,
    /// Why, for the journal.
    pub reason: Option<String>,
    /// The revision that it is meant for: when anything that they see was changed after it, nothing is done.
    pub if_revision: Option<i64>,
    /// A word of their own: sent again within 24 hours with the same dataset, it is not done twice.
    pub idempotency_key: Option<String>,
}

/// Takes in datasets.
pub struct Imports {
    live: Arc<Live>,
    writer: Arc<Writer>,
    /// What a dataset may come to when it is unpacked, in bytes.
    most_unpacked: u64,
    doors: Arc<Semaphore>,
    places: Arc<Semaphore>,
}

impl Imports {
    /// Into the network that this writer writes.
    ///
    /// * `limits`: how large a dataset may be.
    #[must_use]
    pub fn new(live: Arc<Live>, writer: Arc<Writer>, limits: &Limits) -> Self {
        let most_unpacked = UNPACKED * limits.import_bytes as u64;
        Self {
            live,
            writer,
            most_unpacked,
            doors: Arc::new(Semaphore::new(ARRIVING)),
            places: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }

    /// Lets in who may send a dataset. It is asked for before anything is read.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` and `FORBIDDEN`; `UNAVAILABLE` when others take too long.
    pub async fn door(&self, viewer: &Viewer) -> Result<OwnedSemaphorePermit, ApiError> {
        viewer.may(Right::Imports)?;
        place(&self.doors).await
    }

    /// Takes in a dataset, all of it or nothing.
    ///
    /// # Errors
    /// As for [`door`](Self::door); our own failures.
    pub async fn import(
        &self,
        viewer: &Viewer,
        bytes: Vec<u8>,
        wanted: Wanted,
        language: Language,
    ) -> Result<Report, ApiError> {
        let actor = viewer.may(Right::Imports)?.to_owned();
        let place = place(&self.places).await?;
        let reader = Reader::new(Arc::clone(&self.live), self.writer.clock().today(), viewer)?;
        let revision = reader.network().revision().number;
        let refused = |problems, problem_count| Report {
            dry_run: wanted.is_trial,
            revision,
            changed: 0,
            counts: Vec::new(),
            problems,
            problem_count,
            is_conflict: false,
        };
        if let Some((name, words)) = wanted.wrong() {
            let message = format!("{name}: {}", told(words, language));
            return Ok(refused(vec![Problem { message, ..Problem::default() }], 1));
        }
        let idempotency = wanted.idempotency([&bytes[..]]);
        let most_unpacked = self.most_unpacked;
        let reading = tokio::task::spawn_blocking(move || read_bytes("dataset".to_owned(), bytes, most_unpacked));
        let mut dataset = match reading.await.map_err(|stopped| ApiError::internal("read a dataset", stopped))? {
            Ok(dataset) => dataset,
            Err(ReadError::Problems(problems)) => return Ok(refused(shown(&problems, language), problems.total())),
            Err(ReadError::Unreadable(words)) => {
                let message = told(words, language);
                return Ok(refused(vec![Problem { message, ..Problem::default() }], 1));
            }
            Err(error) => return Err(ApiError::internal("read a dataset", error)),
        };
        let asking = Asking { actor, sight: reader.sight(), wanted: &wanted, idempotency };
        // A large dataset is not held twice.
        let facts = std::mem::take(&mut dataset.facts);
        let taken = take_in(&self.writer, facts, asking, Some(place)).await?;
        match taken {
            Ok(imported) => {
                let Imported { ref now, ref counts, .. } = imported;
                let counts = counts.iter().copied().map(Count::from).collect();
                Ok(Report {
                    revision: now.revision().number,
                    changed: imported.changed(),
                    counts,
                    ..refused(Vec::new(), 0)
                })
            }
            Err(rejections) => {
                let conflicts = [ErrorCode::VersionConflict, ErrorCode::IdempotencyKeyReused];
                let is_conflict = rejections.iter().any(|rejection| conflicts.contains(&rejection.code));
                // The files are read again, to show what stands in the cells.
                let placing = tokio::task::spawn_blocking(move || placed(&dataset, rejections, language));
                let placed = placing.await.map_err(|stopped| ApiError::internal("place problems", stopped));
                let (problems, problem_count) = placed?;
                Ok(Report { is_conflict, ..refused(problems, problem_count) })
            }
        }
    }
}

/// A place among few, for who has patience.
async fn place(places: &Arc<Semaphore>) -> Result<OwnedSemaphorePermit, ApiError> {
    let waiting = timeout(PATIENCE, Arc::clone(places).acquire_owned()).await;
    waiting.ok().and_then(Result::ok).ok_or_else(|| {
        ApiError::new(
            Code::Unavailable,
            "Er wordt al een dataset ingelezen; stuur deze zo opnieuw.",
            "Another dataset is being imported; send this one again in a moment.",
        )
    })
}

/// Who wants a dataset to be taken in, and how.
pub(super) struct Asking<'a> {
    pub(super) actor: String,
    pub(super) sight: Sight,
    pub(super) wanted: &'a Wanted,
    pub(super) idempotency: Option<Idempotency>,
}

/// Takes in the facts of a dataset, or tells every reason why not. In a box, as futures that lie inside each other as deep as
/// those of mutations come to an end of what the compiler follows.
///
/// * `place`: held until it is written.
///
/// # Errors
/// Our own failures.
pub(super) fn take_in(
    writer: &Arc<Writer>,
    facts: Facts,
    asking: Asking<'_>,
    place: Option<OwnedSemaphorePermit>,
) -> BoxFuture<'static, Result<Result<Imported, Vec<Rejection>>, ApiError>> {
    let Asking { actor, sight, wanted, idempotency } = asking;
    let importing = Importing { facts: Arc::new(facts), replaces: wanted.replaces, seed: writer.clock().new_id() };
    let command = Command { act: Act::Import(importing), source: None, if_revision: wanted.if_revision };
    let wish = Wish { command, verb: "import", actor, sight, reason: wanted.reason.clone(), idempotency };
    let (writer, is_trial) = (Arc::clone(writer), wanted.is_trial);
    let writing = async move {
        let _place = place;
        writer.import(wish, is_trial).await
    };
    async move {
        // A client that hangs up drops this future. The task goes on, so that commit and publish stay together.
        let written = tokio::spawn(writing).await.map_err(|stopped| ApiError::internal("import", stopped))?;
        written.map_err(|error| failed(Arc::new(error)))
    }
    .boxed()
}

impl Wanted {
    /// What is wrong with what goes with a dataset: which part of it, and why in Dutch and English.
    pub(super) fn wrong(&self) -> Option<(&'static str, [String; 2])> {
        let key = self.idempotency_key.as_deref();
        if key.is_some_and(|key| wrong_text(key).is_some() || key.chars().count() > KEY_CHARS) {
            let nl = format!("een sleutel heeft 1 tot {KEY_CHARS} leesbare tekens");
            return Some(("idempotencyKey", [nl, format!("a key has 1 to {KEY_CHARS} characters that can be read")]));
        }
        Some(("reason", wrong_text(self.reason.as_deref()?)?))
    }

    /// What keeps it from being done twice: the key, which stands for these bytes, taken in so.
    pub(super) fn idempotency<'a>(&self, parts: impl IntoIterator<Item = &'a [u8]>) -> Option<Idempotency> {
        let key = self.idempotency_key.clone()?;
        let mut hash = Sha256::new_with_prefix([u8::from(self.replaces)]);
        for part in parts {
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        }
        let request_hash = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Some(Idempotency { key, request_hash })
    }
}
