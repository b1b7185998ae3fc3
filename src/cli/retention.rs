//! `drieklank retention`, and what a server does by itself every night.

use std::io::Write;
use std::sync::Arc;

use anyhow::Context as _;
use chrono::Days;
use network::privacy::Periods;
use tracing::{error, info};

use super::person::{tell, told_wiped};
use crate::clock::{self, Clock};
use crate::config::Config;
use crate::store::Store;
use crate::writer::Writer;
use crate::writer::forget::{Forget, read};

/// By whom, as the journal says it.
const ACTOR: &str = "retention";

/// The hour of the night, in Amsterdam.
const HOUR: u32 = 3;

/// Takes out what is not kept any more, or tells what would be and what ends soon.
pub(super) async fn run(
    is_trial: bool,
    within: u32,
    config: &Config,
    clock: &Clock,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    let store = Store::open_existing(config.database_url()?.reveal())
        .await
        .context("failed to open the database of --database-url")?;
    let forget = Forget { store: &store, clock, actor: ACTOR, reason: None, is_trial };
    match forget.retain(&config.retention).await.context("failed to take out what is over: nothing was written")? {
        None => writeln!(out, "No period is over today")?,
        Some(report) => {
            writeln!(out, "Periods that are over today:")?;
            tell(&report, out)?;
            if !is_trial {
                told_wiped(store.wipe().await?, out)?;
            }
        }
    }
    let n_readings = forget_readings(&store, clock, &config.retention, is_trial).await?;
    if is_trial || n_readings > 0 {
        let done = if is_trial { "would go" } else { "go" };
        writeln!(out, "Who read what: {n_readings} readings {done}")?;
    }
    if is_trial {
        let end = clock.today() + Days::new(within.into());
        let snapshot = read(&store).await?;
        let expiries = config.retention.expiries(&snapshot.network);
        for expiry in expiries.iter().filter(|expiry| expiry.on <= end) {
            writeln!(out, "{} {} {} {}", expiry.on, expiry.kind, expiry.noun, expiry.key)?;
        }
    }
    store.close().await?;
    Ok(())
}

/// Forgets, or counts, who read what longer ago than it is kept.
async fn forget_readings(store: &Store, clock: &Clock, periods: &Periods, is_trial: bool) -> anyhow::Result<u64> {
    let from = periods.readings_from(clock.today()).and_then(clock::begin_of);
    let Some(from) = from else { return Ok(0) };
    Ok(store.forget_readings(from, is_trial).await?)
}

/// Takes out what is not kept any more, every night, for as long as it is polled. Several servers on one database do no
/// harm: the second finds nothing.
pub(super) async fn every_night(store: Store, writer: Arc<Writer>, clock: Clock, periods: Periods) {
    loop {
        tokio::time::sleep(clock.until_hour(HOUR)).await;
        if let Err(failed) = night(&store, &writer, &clock, &periods).await {
            error!("Periods of retention are over, and nothing was taken out: {failed:#}");
        }
    }
}

async fn night(store: &Store, writer: &Writer, clock: &Clock, periods: &Periods) -> anyhow::Result<()> {
    forget_readings(store, clock, periods, false).await?;
    let forget = Forget { store, clock, actor: ACTOR, reason: None, is_trial: false };
    if let Some(report) = forget.retain(periods).await? {
        let n_facts: usize = report.gone.values().chain(report.changed.values()).sum();
        info!(n_facts, "Took out what is not kept any more");
        writer.catch_up().await?;
        store.wipe().await?;
    }
    Ok(())
}
