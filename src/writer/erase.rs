//! Erasing a person while a server runs.

use network::change::Change;
use network::id::{FactId, PersonId};
use network::slug::Slug;
use tracing::error;

use super::forget::{Erased, Finished, Forget};
use super::{WriteError, Writer};
use crate::store::Erasure;

/// A person who was erased.
#[derive(Debug)]
pub struct ErasedPerson {
    /// As it is kept, so that no backup brings them back.
    pub erasure: Erasure,
    /// What became another of the facts that are, whoever may see them.
    pub changes: Vec<Change>,
    /// Whether they are on the list for who puts back backups.
    pub is_listed: bool,
    /// Whether nothing is left of it on the disk.
    pub is_wiped: bool,
}

impl Writer {
    /// What a person is called since they were erased; `None`: they were not.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn pseudonym(&self, person: PersonId) -> Result<Option<Slug>, WriteError> {
        let erasures = self.store.erasures().await?;
        Ok(erasures.into_iter().find(|erasure| erasure.person == person.uuid()).map(|erasure| erasure.pseudonym))
    }

    /// Erases a person, as [`Forget::erase`] does, and lets readers forget them; `None`: there never was one. What cannot be
    /// finished afterwards is told, and the log says why: the erasure holds.
    ///
    /// # Errors
    /// As for [`Forget::erase`]: nothing was done then, unless it is [`StoreError::Unknown`](crate::store::StoreError).
    pub async fn erase(&self, person: PersonId, actor: &str, reason: &str) -> Result<Option<ErasedPerson>, WriteError> {
        let forget = Forget { store: &self.store, clock: &self.clock, actor, reason: Some(reason), is_trial: false };
        let Some(Erased { erasure, changes, .. }) = forget.erase(&person.uuid().to_string()).await? else {
            return Ok(None);
        };
        if let Err(failed) = self.catch_up().await {
            error!("A person was erased and is served until the database answers: {:#}", anyhow::Error::new(failed));
        }
        let Finished { is_wiped, listed } = forget.finish(&erasure, self.erasure_list.as_ref()).await;
        let is_wiped = is_wiped.unwrap_or_else(|failed| {
            error!("A person was erased and may lie on the disk still: {:#}", anyhow::Error::new(failed));
            false
        });
        let is_listed = listed.is_some_and(|listed| {
            listed.inspect_err(|failed| error!("Who was erased is not on the list: {failed}")).is_ok()
        });
        Ok(Some(ErasedPerson { erasure, changes, is_listed, is_wiped }))
    }
}
