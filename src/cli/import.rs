//! `drieklank import`: facts of a dataset into a database that holds a network already.

use std::collections::HashSet;
use std::io::Write;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use network::change::Change;
use network::facts::Facts;
use network::import::{Counts, Import, Mode, Terms, every};
use network::network::{Network, Revision};
use uuid::Uuid;

use super::check::Verdict;
use super::dataset::{self, DatasetError};
use super::progress::Progress;
use super::sight::Seen;
use super::{counted, erased};
use crate::clock::Clock;
use crate::config::Config;
use crate::exchange::{Dataset, Problems, ReadError};
use crate::store::{Entry, Store, Written};
use crate::writer::forget::read;

/// What to import.
#[derive(Debug, clap::Args)]
pub(super) struct Asked {
    /// The dataset: a folder of CSV files, a zip of them, a workbook (XLSX), JSON, or the name of a built-in one
    from: String,
    /// Only tell what would be done, and every problem
    #[arg(long)]
    dry_run: bool,
    /// Take out what is not in the dataset, as far as --sight goes [default: it stays]
    #[arg(long)]
    replace: bool,
    #[command(flatten)]
    seen: Seen,
    /// Who imports, for the journal
    #[arg(long, value_name = "NAME", default_value = "operator")]
    by: String,
    /// Why, for the journal
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

/// Imports into the database of the settings: all of it in one transaction and under one revision, or nothing.
pub(super) async fn run(asked: Asked, config: &Config, clock: &Clock, out: &mut impl Write) -> anyhow::Result<Verdict> {
    let progress = Progress::begin(format!("Reading {}", asked.from));
    let mut dataset = match dataset::find(&asked.from) {
        Err(DatasetError::Read(ReadError::Problems(problems))) => return refused(&asked.from, &problems, true, out),
        dataset => dataset?,
    };
    let store = Store::open_existing(config.database_url()?.reveal())
        .await
        .context("failed to open the database of --database-url")?;
    let n_rows = dataset.facts.len();
    progress.stage(format!("Read {}; reading the database", counted(n_rows, "row", "rows")));
    let snapshot = read(&store).await?;
    progress.stage(format!("Working out what {} come to", counted(n_rows, "row", "rows")));
    let before = snapshot.network.revision().number;
    let mode = if asked.replace { Mode::Replace(asked.seen.of(&snapshot.network)?) } else { Mode::Merge };
    let revision = Revision { number: before + 1, recorded_at: clock.now() };
    let erased = everybody_erased(&store, config).await?;
    // What becomes of the facts has them then: those of a large region are not held twice.
    let facts = std::mem::take(&mut dataset.facts);
    let found = match found(&snapshot.network, &asked.from, &dataset, facts, mode, revision, &erased) {
        Ok(found) => found,
        Err(problems) => {
            store.close().await?;
            return refused(&asked.from, &problems, false, out);
        }
    };
    for counts in &found.counts {
        writeln!(out, "{}", told(counts))?;
    }
    let n_changes = found.changes.len();
    if n_changes == 0 || asked.dry_run {
        let changes = counted(n_changes, "change", "changes");
        let next = if asked.dry_run { "; nothing was written" } else { "" };
        writeln!(out, "{}: no problems, {changes} on revision {before}{next}", asked.from)?;
        store.close().await?;
        return Ok(Verdict::Network);
    }
    progress.stage(format!("Writing {}", counted(n_changes, "change", "changes")));
    let written = commit(&store, before, &asked, clock, found.changes).await;
    store.close().await?;
    let number = written?;
    writeln!(out, "{}: {} as revision {number}", asked.from, counted(n_changes, "change", "changes"))?;
    Ok(Verdict::Network)
}

/// Everybody who was erased, here or where a list says so.
async fn everybody_erased(store: &Store, config: &Config) -> anyhow::Result<HashSet<Uuid>> {
    let listed = erased::list_of(config)?.map_or_else(|| Ok(Vec::new()), |list| list.read())?;
    Ok(store.erasures().await?.iter().chain(&listed).map(|erasure| erasure.person).collect())
}

/// What the dataset comes to, or every problem with its place. Who was erased does not come back by a file.
fn found(
    network: &Arc<Network>,
    from: &str,
    dataset: &Dataset,
    facts: Facts,
    mode: Mode,
    revision: Revision,
    erased: &HashSet<Uuid>,
) -> Result<Import, Problems> {
    let terms = Terms { mode, seed: None, erased };
    // They are needed again only where something is wrong.
    let mut first = Some(facts);
    let again = || dataset::find(from).map(|dataset| dataset.facts).unwrap_or_default();
    let facts = || first.take().unwrap_or_else(again);
    every(network, facts, terms, revision).map_err(|refused| dataset.problems(refused.problems))
}

async fn commit(store: &Store, before: i64, asked: &Asked, clock: &Clock, changes: Vec<Change>) -> anyhow::Result<i64> {
    let entry = Entry {
        actor: asked.by.clone(),
        command: "IMPORT".to_owned(),
        reason: asked.reason.clone(),
        recorded_at: clock.now(),
        idempotency: None,
        changes,
    };
    match store.commit(before, &[entry]).await.context("failed to import: nothing was written")? {
        Written::As(revision) => Ok(revision.value),
        Written::MovedOn => bail!("somebody else changed the network meanwhile: nothing was written; import again"),
    }
}

fn told(counts: &Counts) -> String {
    let Counts { noun, added, changed, removed, same } = counts;
    format!("{noun}: {added} new, {changed} changed, {removed} removed, {same} the same")
}

/// * `unread`: whether there are rows that could not be read.
fn refused(from: &str, problems: &Problems, unread: bool, out: &mut impl Write) -> anyhow::Result<Verdict> {
    writeln!(out, "{problems}")?;
    let counted = counted(problems.total(), "problem", "problems");
    let next = if unread { "; what the rows mean together is looked at then" } else { "" };
    writeln!(out, "{from}: {counted} to be mended before it can be imported; nothing was written{next}")?;
    Ok(Verdict::Problems)
}
