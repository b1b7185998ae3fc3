//! What of the desk an answer shows: noted while it is made, and kept before it is sent.
//!
//! Each object of the schema reads its row through `note`, so that nothing that is shown can be left out of the log.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use futures_util::future::BoxFuture;
use network::audience::Audience;
use network::facts::Fact;
use network::id::FactId;
use uuid::Uuid;

use super::error::ApiError;

/// Somebody was shown something that not all partners may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Who, as the journal says it.
    pub actor: String,
    /// The name of the operation, when it has one.
    pub operation: Option<String>,
    /// The revision that was read.
    pub revision: u64,
    /// The facts: noun and id.
    pub facts: Vec<(&'static str, Uuid)>,
}

/// Where it is kept who read what.
pub trait ReadLog: Send + Sync + 'static {
    /// Keeps it.
    ///
    /// # Errors
    /// `UNAVAILABLE` when it cannot be kept: nothing is shown then.
    fn keep(&self, reading: Reading) -> BoxFuture<'_, Result<(), ApiError>>;
}

/// What was noted so far.
#[derive(Default)]
struct Shown {
    facts: RefCell<BTreeSet<(&'static str, Uuid)>>,
    /// Whether what is read now is only compared.
    aside: Cell<bool>,
}

tokio::task_local! {
    static SHOWN: Shown;
}

/// Notes that a fact is shown, when only the desk may see it.
pub(super) fn note(audience: Audience, noun: &'static str, id: impl FnOnce() -> Uuid) {
    if audience < Audience::PublicAffairs {
        return;
    }
    // Outside an answer, as in tests of single objects, there is nobody to whom it is shown.
    let _ = SHOWN.try_with(|shown| {
        if !shown.aside.get() {
            shown.facts.borrow_mut().insert((noun, id()));
        }
    });
}

/// Notes that a fact is shown.
pub(super) fn note_row<T: Fact>(row: &T) {
    note(row.audience(), T::NOUN, || row.id().uuid());
}

/// Reads facts to compare them: that shows nothing.
pub(super) fn aside<T>(read: impl FnOnce() -> T) -> T {
    let before = SHOWN.try_with(|shown| shown.aside.replace(true));
    let done = read();
    if let Ok(before) = before {
        let _ = SHOWN.try_with(|shown| shown.aside.set(before));
    }
    done
}

/// Does the work of an answer, and tells what it shows.
pub(super) async fn noting<T>(work: impl Future<Output = T>) -> (T, Vec<(&'static str, Uuid)>) {
    let noting = async {
        let done = work.await;
        (done, SHOWN.with(|shown| shown.facts.take()))
    };
    let (done, facts) = SHOWN.scope(Shown::default(), noting).await;
    (done, facts.into_iter().collect())
}
