//! The list of who was erased: where it is, and what it is for.

use anyhow::Context as _;
use tracing::{info, warn};

use crate::clock::Clock;
use crate::config::Config;
use crate::store::{Erasure, ErasureList, Store, beside};
use crate::writer::forget::Forget;

/// The list of the settings; `None`: the database lies in memory or on a server, and nobody said where the list is.
pub(super) fn list_of(config: &Config) -> anyhow::Result<Option<ErasureList>> {
    if let Some(named) = &config.erasure_list {
        return Ok(Some(ErasureList::new(named.clone())));
    }
    let file = Store::file_of(config.database_url()?.reveal())?;
    Ok(file.map(|file| ErasureList::new(beside(&file, "-erased"))))
}

/// Makes database and list agree: who is on the list is erased in the database, and the other way around.
pub(super) async fn agree(store: &Store, config: &Config, clock: &Clock) -> anyhow::Result<()> {
    let Some(list) = list_of(config)? else { return Ok(()) };
    let n_erased = erase_again(store, clock, &list.read()?).await?;
    if n_erased > 0 {
        info!(n_erased, "Erased again who is on the list {} and was in the database", list.file().display());
    }
    if let Err(error) = list.add(&store.erasures().await?) {
        warn!("The list of who was erased is not complete: {:#}", anyhow::Error::new(error));
    }
    Ok(())
}

/// Erases again who is on a list.
pub(super) async fn erase_again(store: &Store, clock: &Clock, known: &[Erasure]) -> anyhow::Result<usize> {
    let forget = Forget { store, clock, actor: "drieklank", reason: None, is_trial: false };
    let n_erased = forget.erase_again(known).await.context("failed to erase again who was erased before")?;
    if n_erased > 0 {
        store.wipe().await?;
    }
    Ok(n_erased)
}
