//! The keys of a provider as they are known here: kept while it is away, fetched anew when a token names another one.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::{Mutex, watch};
use tokio::time::sleep;
use tracing::{info, warn};

use super::key_set::{Key, KeySet};
use super::source::Source;

/// How long to wait before a provider is asked again, after it failed or because a token names a key that nobody knows.
const PAUSE: Duration = Duration::from_secs(5);

/// The keys of a provider.
pub(super) struct Keys {
    source: Source,
    /// `None`: they could not be had yet.
    known: watch::Sender<Option<Arc<KeySet>>>,
    /// Held by whoever looks for other keys.
    looking: Mutex<Looking>,
}

/// How looking for keys went.
#[derive(Default)]
struct Looking {
    /// When keys were last looked for because a token named one that nobody knew.
    missed_at: Option<Instant>,
    fails: bool,
}

/// No keys are known yet, so nobody can tell whether a token is good.
#[derive(Debug)]
pub(super) struct NoKeysYet;

impl Keys {
    pub(super) fn new(source: Source) -> Self {
        Self { source, known: watch::Sender::new(None), looking: Mutex::default() }
    }

    /// Keeps them fresh for as long as it is polled.
    pub(super) async fn keep(&self) {
        loop {
            let mut looking = self.looking.lock().await;
            self.look(&mut looking).await;
            let pause = if looking.fails { PAUSE } else { self.source.every() };
            drop(looking);
            sleep(pause).await;
        }
    }

    /// The key with this id; `None` when the provider has none.
    pub(super) async fn find(self: &Arc<Self>, id: Option<&str>) -> Result<Option<Arc<Key>>, NoKeysYet> {
        if let Ok(Some(key)) = self.known(id) {
            return Ok(Some(key));
        }
        let (keys, missed) = (Arc::clone(self), id.map(ToOwned::to_owned));
        // A task of its own: a client that hangs up must not keep others from new keys.
        let looked = tokio::spawn(async move { keys.look_again(missed.as_deref()).await });
        // When it was stopped, what is known is all there is.
        let _ = looked.await;
        self.known(id)
    }

    fn known(&self, id: Option<&str>) -> Result<Option<Arc<Key>>, NoKeysYet> {
        self.known.borrow().as_ref().map(|keys| keys.find(id).cloned()).ok_or(NoKeysYet)
    }

    /// Looks for a key that is not known, unless somebody has done so just now: a flood of bad tokens must not become
    /// a flood of questions to the provider.
    async fn look_again(&self, id: Option<&str>) {
        let mut looking = self.looking.lock().await;
        let is_there = matches!(self.known(id), Ok(Some(_)));
        if !is_there && looking.missed_at.is_none_or(|at| at.elapsed() >= PAUSE) {
            self.look(&mut looking).await;
            looking.missed_at = Some(Instant::now());
        }
    }

    async fn look(&self, looking: &mut Looking) {
        match self.source.keys().await {
            Ok(keys) => {
                self.known.send_replace(Some(Arc::new(keys)));
                if std::mem::take(&mut looking.fails) {
                    info!("The keys of the OIDC provider can be had again");
                }
            }
            Err(error) => {
                if !std::mem::replace(&mut looking.fails, true) {
                    let until = if self.known.borrow().is_some() {
                        "those known go on"
                    } else {
                        "its tokens are answered UNAVAILABLE"
                    };
                    warn!("The keys of the OIDC provider cannot be had; {until}: {:#}", anyhow::Error::new(error));
                }
            }
        }
    }
}
