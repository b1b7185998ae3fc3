//! `drieklank backup` and `restore`: a whole database into an empty one.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context as _, bail};
use tempfile::TempPath;

use super::{counted, erased};
use crate::clock::Clock;
use crate::config::{Config, DatabaseUrl};
use crate::store::{Erasure, Store, Whole, beside};

/// Copies the database of the settings into a new SQLite file.
pub(super) async fn backup(file: &Path, config: &Config, clock: &Clock, out: &mut impl Write) -> anyhow::Result<()> {
    if file.exists() {
        bail!("{} is there already: a backup never overwrites", file.display());
    }
    let folder = folder(file);
    if !folder.is_dir() {
        bail!("there is no folder {}: a backup makes none", folder.display());
    }
    let source = Store::open_existing(config.database_url()?.reveal())
        .await
        .context("failed to open the database of --database-url")?;
    let whole = source.whole().await;
    source.close().await?;
    let whole = whole.context("failed to read the database of --database-url")?;
    let revision = whole.revision().value;
    make(file, whole, clock, &[]).await?;
    writeln!(out, "{}: revision {revision}, with its journal and tokens", file.display())?;
    Ok(())
}

/// Copies a backup, or any SQLite database of ours, into the empty database of the settings.
pub(super) async fn restore(file: &Path, config: &Config, clock: &Clock, out: &mut impl Write) -> anyhow::Result<()> {
    // The database to go on with is not touched before this is known to be one.
    let whole = Store::whole_of(file).await.with_context(|| format!("failed to read {}", file.display()))?;
    let (revision, url) = (whole.revision().value, config.database_url()?);
    let failed = "failed to restore: nothing was written";
    // Who was erased after the backup was made must not come back with it.
    let known = erased::list_of(config)?.map_or_else(|| Ok(Vec::new()), |list| list.read())?;
    let new = Store::file_of(url.reveal())?.filter(|target| !target.exists());
    let (name, n_erased) = match new {
        Some(target) => {
            fs::create_dir_all(folder(&target))
                .with_context(|| format!("failed to make the folder of {}", target.display()))?;
            let n_erased = make(&target, whole, clock, &known).await.context(failed)?;
            (target.display().to_string(), n_erased)
        }
        None => {
            let store = Store::restore(url.reveal(), whole).await.context(failed)?;
            let name = store.name().to_owned();
            let erased = erased::erase_again(&store, clock, &known).await;
            store.close().await?;
            (
                name,
                erased.context(
                    "what was restored is there, but who was erased is not yet: a server erases them at its start",
                )?,
            )
        }
    };
    writeln!(out, "{name}: revision {revision}, with its journal and tokens")?;
    if n_erased > 0 {
        writeln!(
            out,
            "{} erased again, as the list of erasures says",
            counted(n_erased, "person was", "persons were")
        )?;
    }
    Ok(())
}

/// Makes a SQLite file without these persons; tells how many of them were in it. It gets its name when it is whole, and takes
/// nobody's place.
async fn make(file: &Path, whole: Whole, clock: &Clock, known: &[Erasure]) -> anyhow::Result<usize> {
    for end in ["-wal", "-shm"] {
        let left = beside(file, end);
        if left.exists() {
            bail!("{} is of another database, which would be read into this one: put it away", left.display());
        }
    }
    let folder = folder(file);
    let unfinished = tempfile::Builder::new().prefix(".drieklank-").tempdir_in(folder);
    let unfinished = unfinished.with_context(|| format!("failed to write in {}", folder.display()))?;
    let copy = unfinished.path().join("network.db");
    let store = Store::restore(DatabaseUrl::sqlite(&copy).reveal(), whole).await.context("failed to copy")?;
    let erased = erased::erase_again(&store, clock, known).await;
    store.close().await?;
    let n_erased = erased?;
    let named = TempPath::try_from_path(copy).map(|copy| copy.persist_noclobber(file).map_err(|failed| failed.error));
    named.flatten().with_context(|| format!("failed to name {}", file.display()))?;
    Ok(n_erased)
}

fn folder(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
