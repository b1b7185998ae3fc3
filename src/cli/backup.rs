//! `drieklank backup` and `restore`: a whole database into an empty one.

use std::io::Write;
use std::path::Path;

use anyhow::{Context as _, bail};

use crate::config::{Config, DatabaseUrl};
use crate::store::Store;

/// Copies the database of the settings into a new SQLite file.
pub(super) async fn backup(file: &Path, config: &Config, out: &mut impl Write) -> anyhow::Result<()> {
    if file.exists() {
        bail!("{} is there already: a backup never overwrites", file.display());
    }
    let source = Store::open_existing(config.database_url()?.reveal())
        .await
        .context("failed to open the database of --database-url")?;
    // Only a whole backup gets its name.
    let unfinished = file.with_extension("unfinished");
    let copied = copy(&source, &unfinished).await;
    source.close().await?;
    match copied {
        Ok(revision) => {
            std::fs::rename(&unfinished, file).with_context(|| format!("failed to name {}", file.display()))?;
            writeln!(out, "{}: revision {revision}, with its journal and tokens", file.display())?;
            Ok(())
        }
        Err(error) => {
            // What cannot be removed either is told by the error that comes first.
            let _ = std::fs::remove_file(&unfinished);
            Err(error)
        }
    }
}

async fn copy(source: &Store, file: &Path) -> anyhow::Result<i64> {
    let target = Store::open(DatabaseUrl::sqlite(file).reveal()).await.context("failed to make the file")?;
    let revision = target.copy_from(source).await.context("failed to copy")?;
    target.close().await?;
    Ok(revision.value)
}

/// Copies a backup, or any SQLite database of ours, into the empty database of the settings.
pub(super) async fn restore(file: &Path, config: &Config, out: &mut impl Write) -> anyhow::Result<()> {
    let source = Store::open_existing(DatabaseUrl::sqlite(file).reveal())
        .await
        .with_context(|| format!("failed to open {}", file.display()))?;
    let target =
        Store::open(config.database_url()?.reveal()).await.context("failed to open the database of --database-url")?;
    let copied = target.copy_from(&source).await;
    let name = target.name().to_owned();
    source.close().await?;
    target.close().await?;
    let revision = copied.context("failed to restore: nothing was written")?;
    writeln!(out, "{name}: revision {}, with its journal and tokens", revision.value)?;
    Ok(())
}
