//! The list of who was erased, beside the database: no backup holds who was erased after it.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use tracing::{info, warn};

use crate::clock::Clock;
use crate::config::Config;
use crate::store::{Erasure, Store, beside};
use crate::writer::forget::Forget;

/// The file of the list; `None`: the database lies in memory or on a server, and nobody said where the list is.
pub(super) fn list_of(config: &Config) -> anyhow::Result<Option<PathBuf>> {
    if let Some(named) = &config.erasure_list {
        return Ok(Some(named.clone()));
    }
    let file = Store::file_of(config.database_url()?.reveal())?;
    Ok(file.map(|file| beside(&file, "-erased")))
}

/// Everybody on the list; nobody when there is none.
pub(super) fn read(list: &Path) -> anyhow::Result<Vec<Erasure>> {
    let text = match fs::read_to_string(list) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error).with_context(|| format!("failed to read {}", list.display())),
    };
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    let read = |(number, line): (usize, &str)| {
        line.parse().with_context(|| format!("failed to read {} line {number}", list.display()))
    };
    lines.map(read).collect()
}

/// Adds who is not on the list yet.
pub(super) fn add(list: &Path, erasures: &[Erasure]) -> anyhow::Result<()> {
    let known = read(list)?;
    let new: String = erasures
        .iter()
        .filter(|erasure| known.iter().all(|known| known.person != erasure.person))
        .map(|erasure| format!("{erasure}\n"))
        .collect();
    if new.is_empty() {
        return Ok(());
    }
    let file = OpenOptions::new().create(true).append(true).open(list);
    let written = file.and_then(|mut file| file.write_all(new.as_bytes()).and_then(|()| file.sync_all()));
    written.with_context(|| format!("failed to write {}", list.display()))
}

/// Makes database and list agree: who is on the list is erased in the database, and the other way around.
pub(super) async fn agree(store: &Store, config: &Config, clock: &Clock) -> anyhow::Result<()> {
    let Some(list) = list_of(config)? else { return Ok(()) };
    let n_erased = erase_again(store, clock, &read(&list)?).await?;
    if n_erased > 0 {
        info!(n_erased, "Erased again who is on the list {} and was in the database", list.display());
    }
    if let Err(error) = add(&list, &store.erasures().await?) {
        warn!("The list of who was erased is not complete: {error:#}");
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
