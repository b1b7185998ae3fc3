//! From a database, filled first when it is empty, to the network.

use std::time::Instant;

use anyhow::Context as _;
use network::network::{Network, Revision};
use network::problem::Problem;
use tracing::{info, warn};

use super::{counted, dataset, erased};
use crate::clock::Clock;
use crate::config::Config;
use crate::exchange::Dataset;
use crate::live::Snapshot;
use crate::store::{Store, StoreError};

/// Facts that are no network. Each line says where and what.
#[derive(Debug, thiserror::Error)]
#[error("{whose} is no network, for {}:\n{lines}", counted(lines.lines().count(), "problem", "problems"))]
struct NoNetwork {
    whose: String,
    lines: String,
}

/// What a server starts with.
pub(super) struct Started {
    pub(super) store: Store,
    pub(super) snapshot: Snapshot,
}

/// Opens the database; an empty one is filled, one that holds a network is never touched.
pub(super) async fn start(config: &Config, clock: &Clock) -> anyhow::Result<Started> {
    let store =
        Store::open(config.database_url()?.reveal()).await.context("failed to open the database of --database-url")?;
    if store.is_empty().await? {
        fill(&store, config.dataset(), clock).await?;
    }
    erased::agree(&store, config, clock).await?;
    let began = Instant::now();
    let loaded = store.load().await.context("failed to load the network")?;
    let (n_facts, revision, dataset) = (loaded.facts.len(), loaded.revision, loaded.dataset.clone());
    let snapshot = loaded.snapshot().map_err(|problems| NoNetwork {
        whose: store.name().to_owned(),
        lines: lines(problems.iter().map(|problem| format!("table {problem}"))),
    })?;
    info!(
        revision = revision.value,
        n_facts,
        duration_ms = millis(began),
        "Loaded the network of {}: {}, from {}",
        snapshot.network.cooperation().name_nl,
        counts(&snapshot.network),
        store.name()
    );
    if let Some(named) = config.named_dataset().filter(|named| !is_of(named, &dataset)) {
        warn!(
            "The database was filled with {dataset} before and is never overwritten: {named} is not read; \
             choose another --database-url for it"
        );
    }
    Ok(Started { store, snapshot })
}

/// Fills an empty database with a dataset, if that is a network.
async fn fill(store: &Store, asked: &str, clock: &Clock) -> anyhow::Result<()> {
    let began = Instant::now();
    let dataset = dataset::find(asked).with_context(|| format!("failed to read the dataset {asked}"))?;
    let now = clock.now();
    // What the database must not hold is found here, where file and line are known.
    let revision = Revision { number: 1, recorded_at: now };
    if let Err(problems) = Network::build(dataset.facts.clone(), revision) {
        return Err(no_network(&dataset, problems).into());
    }
    match store.fill(&dataset.facts, &dataset.name, now).await {
        Ok(_) => info!(
            n_facts = dataset.facts.len(),
            duration_ms = millis(began),
            "Filled {} with the dataset {}",
            store.name(),
            dataset.name
        ),
        // Another process was faster; what it wrote is there now.
        Err(StoreError::Filled { .. }) => {}
        Err(error) => return Err(error).context("failed to fill the database"),
    }
    Ok(())
}

/// Why a dataset is no network.
fn no_network(dataset: &Dataset, problems: Vec<Problem>) -> NoNetwork {
    NoNetwork { whose: dataset.name.clone(), lines: dataset.problems(problems).to_string() }
}

fn lines(problems: impl Iterator<Item = String>) -> String {
    problems.collect::<Vec<_>>().join("\n")
}

/// What there is in words that say something to people of the region.
fn counts(network: &Network) -> String {
    [
        counted(network.organisations.len(), "organisation", "organisations"),
        counted(network.partnerships.len(), "partnership", "partnerships"),
        counted(network.bodies.len(), "body", "bodies"),
        counted(network.programme_lines.len(), "programme line or precondition", "programme lines and preconditions"),
        counted(network.initiatives.len(), "initiative", "initiatives"),
        counted(network.agreements.len(), "agreement", "agreements"),
    ]
    .join(", ")
}

fn is_of(named: &str, dataset: &str) -> bool {
    let name = std::path::Path::new(named).canonicalize().ok();
    let name = name.as_deref().and_then(|path| path.file_name()).map(|name| name.to_string_lossy());
    named == dataset || name.as_deref() == Some(dataset)
}

fn millis(began: Instant) -> u64 {
    u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX)
}
