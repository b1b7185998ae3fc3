//! `drieklank import`: facts of a dataset into a database that holds a network already.

use std::collections::HashSet;
use std::io::Write;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use network::change::Change;
use network::import::{Counts, Import, Mode, import};
use network::network::{Network, Revision};
use uuid::Uuid;

use super::check::Verdict;
use super::dataset::{self, DatasetError};
use super::sight::Seen;
use super::{counted, erased};
use crate::clock::Clock;
use crate::config::Config;
use crate::exchange::{Dataset, ReadError};
use crate::store::{Entry, Store, Written};
use crate::writer::forget::read;

/// What to import.
#[derive(Debug, clap::Args)]
pub(super) struct Asked {
    /// The dataset: a folder of CSV files, a zip of them, or the name of a built-in one
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
    let dataset = match dataset::find(&asked.from) {
        Err(DatasetError::Read(ReadError::Problems(problems))) => {
            let lines = problems.to_string();
            return refused(&asked.from, lines.lines(), problems.total(), out);
        }
        dataset => dataset?,
    };
    let store = Store::open_existing(config.database_url()?.reveal())
        .await
        .context("failed to open the database of --database-url")?;
    let snapshot = read(&store).await?;
    let before = snapshot.network.revision().number;
    let mode = if asked.replace { Mode::Replace(asked.seen.of(&snapshot.network)?) } else { Mode::Merge };
    let revision = Revision { number: before + 1, recorded_at: clock.now() };
    let erased = everybody_erased(&store, config).await?;
    let found = match found(&snapshot.network, &dataset, mode, revision, &erased) {
        Ok(found) => found,
        Err(lines) => {
            store.close().await?;
            return refused(&asked.from, lines.iter().map(String::as_str), lines.len(), out);
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

/// What the dataset comes to, or every problem with file and line. Who was erased does not come back by a file.
fn found(
    network: &Arc<Network>,
    dataset: &Dataset,
    mode: Mode,
    revision: Revision,
    erased: &HashSet<Uuid>,
) -> Result<Import, Vec<String>> {
    let in_files = |problems| dataset::in_files(dataset, problems).iter().map(ToString::to_string).collect::<Vec<_>>();
    let found = import(network, dataset.facts.clone(), mode).map_err(in_files)?;
    network.apply(&found.changes, revision).map_err(in_files)?;
    let told = found.changes.iter().filter_map(Change::after);
    let of_erased = told.filter(|fact| fact.subjects().iter().any(|subject| erased.contains(subject)));
    let lines: Vec<String> = of_erased
        .map(|fact| match dataset.place(fact.noun(), fact.key()) {
            Some(place) => format!("{} line {}: tells of a person who was erased: take it out", place.file, place.line),
            None => format!("{}.csv: {} tells of a person who was erased: take it out", fact.noun(), fact.key()),
        })
        .collect();
    if lines.is_empty() { Ok(found) } else { Err(lines) }
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

fn refused<'a>(
    from: &str,
    lines: impl Iterator<Item = &'a str>,
    n_problems: usize,
    out: &mut impl Write,
) -> anyhow::Result<Verdict> {
    for line in lines {
        writeln!(out, "{line}")?;
    }
    let problems = counted(n_problems, "problem", "problems");
    writeln!(out, "{from}: {problems} to be mended before it can be imported; nothing was written")?;
    Ok(Verdict::Problems)
}
