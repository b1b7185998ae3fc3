//! Who read what of the desk, kept in the database.

use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use tokio::time::timeout;
use tracing::warn;

use crate::clock::Clock;
use crate::graphql::error::{ApiError, Code};
use crate::graphql::shown::{ReadLog, Reading};
use crate::store::{ReadingEntry, Store};

/// How long the database may take to keep it.
const PATIENCE: Duration = Duration::from_secs(3);

/// How much of the name of an operation is kept, in characters.
const NAME_CHARS: usize = 100;

/// Keeps it in the database.
pub struct DatabaseLog {
    store: Store,
    clock: Clock,
}

impl DatabaseLog {
    /// A log in this database.
    #[must_use]
    pub fn new(store: Store, clock: Clock) -> Self {
        Self { store, clock }
    }
}

impl ReadLog for DatabaseLog {
    fn keep(&self, reading: Reading) -> BoxFuture<'_, Result<(), ApiError>> {
        async move {
            let Reading { actor, operation, revision, facts } = reading;
            let entry = ReadingEntry {
                id: self.clock.new_id(),
                read_at: self.clock.now(),
                actor,
                operation: operation.map(|name| name.chars().take(NAME_CHARS).collect()),
                revision: i64::try_from(revision).unwrap_or(i64::MAX),
                facts: facts.into_iter().map(|(noun, id)| (noun.to_owned(), id)).collect(),
            };
            let why = match timeout(PATIENCE, self.store.add_reading(&entry)).await {
                Ok(Ok(())) => return Ok(()),
                Ok(Err(error)) => format!("{:#}", anyhow::Error::new(error)),
                Err(_) => format!("it took longer than {} s", PATIENCE.as_secs()),
            };
            warn!("Who read what of the desk could not be kept: {why}");
            Err(ApiError::new(
                Code::Unavailable,
                "Wie vertrouwelijke gegevens leest wordt vastgelegd, en dat kan nu niet. Vroeg u een wijziging, lees dan \
                 later terug of zij er is.",
                "Who reads confidential records is logged, and that cannot be done now. If you asked for a change, read \
                 later whether it is there.",
            ))
        }
        .boxed()
    }
}
