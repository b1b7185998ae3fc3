//! Whether the server can answer: the snapshot is there, and so is the database.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::future::BoxFuture;
use tokio::time::{Instant, timeout};
use tracing::warn;

use crate::http::Readiness;
use crate::live::Live;
use crate::store::{Store, StoreError};

/// How long an answer of the database is good for, so that probes cost it next to nothing.
const GOOD_FOR: Duration = Duration::from_secs(3);

/// When what is served was last known to be what the database holds.
#[derive(Clone)]
pub(super) struct InStep(Arc<Mutex<Instant>>);

impl InStep {
    /// It is now.
    pub(super) fn now() -> Self {
        Self(Arc::new(Mutex::new(Instant::now())))
    }

    /// It is again.
    pub(super) fn note(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }

    fn age(&self) -> Duration {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).elapsed()
    }
}

/// How long the database may take.
const PATIENCE: Duration = Duration::from_millis(1_500);

/// The check of a server that reads this snapshot and is kept in this database. It tells how old what is served may be.
pub(super) fn readiness(live: Arc<Live>, store: Store, in_step: InStep) -> Readiness {
    let noted = in_step.clone();
    let database = Arc::new(Cached::new(move || {
        let (store, live, in_step) = (store.clone(), Arc::clone(&live), noted.clone());
        Box::pin(async move {
            let served = live.current().network.revision();
            let check = async {
                let holds = state(store.holds_a_network().await);
                if holds.is_ok() && store.revision().await.is_ok_and(|there| there == Some(served.into())) {
                    in_step.note();
                }
                holds
            };
            timeout(PATIENCE, check).await.unwrap_or_else(|_| Err("the database does not answer".to_owned()))
        })
    }));
    Readiness::new(move || {
        let (database, in_step) = (Arc::clone(&database), in_step.clone());
        async move {
            let checked = database.get().await;
            // Not the revision: anybody may ask, and it counts what not everybody may see.
            let served = format!("as the database held it {} s ago", in_step.age().as_secs());
            checked.map(|()| served.clone()).map_err(|reason| format!("{reason}; what is served is {served}"))
        }
    })
}

/// What a probe may read of what the database said; the rest is in the log.
fn state(holds: Result<bool, StoreError>) -> Result<(), String> {
    match holds {
        Ok(true) => Ok(()),
        Ok(false) => Err("the database holds no network any more".to_owned()),
        Err(error @ StoreError::Replaced { .. }) => {
            warn!("{error}");
            Err("the file of the database was replaced: the server has to be started again".to_owned())
        }
        Err(error) => {
            warn!("The database does not answer: {:#}", anyhow::Error::new(error));
            Err("the database does not answer".to_owned())
        }
    }
}

type Check = dyn Fn() -> BoxFuture<'static, Result<(), String>> + Send + Sync;

/// A check whose outcome is used again for a while.
struct Cached {
    check: Box<Check>,
    last: tokio::sync::Mutex<Option<(Instant, Result<(), String>)>>,
}

impl Cached {
    fn new(check: impl Fn() -> BoxFuture<'static, Result<(), String>> + Send + Sync + 'static) -> Self {
        Self { check: Box::new(check), last: tokio::sync::Mutex::new(None) }
    }

    async fn get(&self) -> Result<(), String> {
        // Whoever comes while it is being checked waits for that outcome.
        let mut last = self.last.lock().await;
        match &*last {
            Some((at, outcome)) if at.elapsed() < GOOD_FOR => outcome.clone(),
            _ => {
                let outcome = (self.check)().await;
                *last = Some((Instant::now(), outcome.clone()));
                outcome
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[tokio::test]
    async fn many_probes_are_one_question() {
        let asked = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&asked);
        let cached = Cached::new(move || {
            counted.fetch_add(1, Ordering::Relaxed);
            Box::pin(async { Err("gone".to_owned()) })
        });
        for _ in 0..10 {
            assert_eq!(cached.get().await, Err("gone".to_owned()));
        }
        assert_eq!(asked.load(Ordering::Relaxed), 1);
    }

    #[test]
    fn a_probe_does_not_read_what_the_driver_said() {
        let failed = StoreError::Empty { database: "/home/jan/network.db".into() };
        assert_eq!(state(Err(failed)), Err("the database does not answer".to_owned()));
        let replaced = state(Err(StoreError::Replaced { path: "/home/jan/network.db".into() }));
        assert!(replaced.is_err_and(|said| said.contains("started again") && !said.contains("jan")));
        assert_eq!(state(Ok(true)), Ok(()));
        assert!(state(Ok(false)).is_err());
    }
}
