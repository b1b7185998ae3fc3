//! What each sight sees of the newest snapshot, made when it is first asked for and followed from then on.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::ArcSwap;
use network::audience::Sight;
use network::network::Revision;
use network::problem::Problem;

use super::Snapshot;

/// As many sights as are kept; a region has some fifty. With more, all are made anew when they are asked for.
const MOST: usize = 1_000;

/// What was seen, and of which revision of the whole.
#[derive(Debug, Clone)]
struct Seen {
    of: Revision,
    snapshot: Arc<Snapshot>,
}

/// What each sight sees. They share with the whole all that is equal.
#[derive(Debug, Default)]
pub(super) struct Sights {
    seen: ArcSwap<HashMap<Sight, Seen>>,
    /// One makes, others wait, and readers of what is there wait for nobody.
    making: Mutex<()>,
}

impl Sights {
    /// Lets go of all of them.
    pub(super) fn forget(&self) {
        let _making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        self.seen.store(Arc::default());
    }

    /// What this sight sees of this snapshot.
    pub(super) fn of(&self, whole: &Arc<Snapshot>, sight: Sight) -> Result<Arc<Snapshot>, Vec<Problem>> {
        let there = || self.seen.load().get(&sight).filter(|seen| seen.of == whole.network.revision()).cloned();
        if let Some(seen) = there() {
            return Ok(seen.snapshot);
        }
        let _making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(seen) = there() {
            return Ok(seen.snapshot);
        }
        let before = self.seen.load().get(&sight).cloned();
        let snapshot = match before.filter(|before| before.precedes(whole)) {
            Some(before) => before.snapshot.seen_later(whole, before.of.number, sight)?,
            None => whole.seen_by(sight)?,
        };
        let shares = Arc::ptr_eq(&snapshot.network, &whole.network);
        let snapshot = if shares { Arc::clone(whole) } else { Arc::new(snapshot) };
        let mut seen = HashMap::clone(&self.seen.load());
        if seen.len() >= MOST {
            seen.clear();
        }
        seen.insert(sight, Seen { of: whole.network.revision(), snapshot: Arc::clone(&snapshot) });
        self.seen.store(Arc::new(seen));
        Ok(snapshot)
    }
}

impl Seen {
    /// Whether a snapshot came after this one: not after another one with its number, and with nothing taken out of the past
    /// since.
    fn precedes(&self, whole: &Snapshot) -> bool {
        let rewritten_at = |snapshot: &Snapshot| snapshot.network.key().rewritten_at;
        rewritten_at(&self.snapshot) == rewritten_at(whole) && whole.journal.holds(self.of)
    }
}
