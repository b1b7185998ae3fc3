//! From a database, filled first when it is empty, to the network.

use std::time::Instant;

use anyhow::Context as _;
use network::facts::Facts;
use network::network::{Network, Revision};
use network::problem::Problem;
use tracing::{info, warn};

use super::clock::Clock;
use super::dataset;
use crate::config::Config;
use crate::exchange::Dataset;
use crate::store::{Loaded, Store, StoreError};

/// Facts that are no network. Each line says where and what.
#[derive(Debug, thiserror::Error)]
#[error("{n} problems make {whose} unreadable as a network:\n{lines}", n = lines.lines().count())]
pub(super) struct NoNetwork {
    whose: String,
    lines: String,
}

/// Opens the database; an empty one is filled, one that holds a network is never touched.
pub(super) async fn start(config: &Config, clock: &Clock) -> anyhow::Result<(Store, Network)> {
    let store = Store::open(config.database_url()?.reveal()).await.context("failed to open the database")?;
    if store.is_empty().await? {
        fill(&store, config.dataset(), clock).await?;
    }
    let began = Instant::now();
    let Loaded { facts, revision, dataset } = store.load().await.context("failed to load the network")?;
    let n_facts = facts.len();
    let network = build(&store, facts, revision)?;
    info!(
        revision = revision.value,
        n_facts,
        duration_ms = millis(began),
        "Loaded the network of {}: {}, from {}",
        network.cooperation().name_nl,
        counts(&network),
        store.name()
    );
    if let Some(named) = config.named_dataset().filter(|named| !is_of(named, &dataset)) {
        warn!(
            "The database was filled with {dataset} before and is never overwritten: {named} is not read; \
             choose another --database-url for it"
        );
    }
    Ok((store, network))
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

/// The network in a database.
pub(super) fn build(store: &Store, facts: Facts, revision: crate::store::Revision) -> Result<Network, NoNetwork> {
    let revision = Revision { number: revision.value, recorded_at: revision.recorded_at };
    Network::build(facts, revision).map_err(|problems| NoNetwork {
        whose: store.name().to_owned(),
        lines: lines(problems.iter().map(|problem| format!("table {problem}"))),
    })
}

/// Why a dataset is no network.
pub(super) fn no_network(dataset: &Dataset, problems: Vec<Problem>) -> NoNetwork {
    NoNetwork {
        whose: dataset.name.clone(),
        lines: lines(problems.into_iter().map(|problem| dataset::in_file(dataset, problem).to_string())),
    }
}

fn lines(problems: impl Iterator<Item = String>) -> String {
    problems.collect::<Vec<_>>().join("\n")
}

/// What there is in words that say something to people of the region.
fn counts(network: &Network) -> String {
    [
        ("organisations", network.organisations.len()),
        ("partnerships", network.partnerships.len()),
        ("bodies", network.bodies.len()),
        ("programme lines and preconditions", network.programme_lines.len()),
        ("initiatives", network.initiatives.len()),
        ("agreements", network.agreements.len()),
    ]
    .map(|(noun, count)| format!("{count} {noun}"))
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
