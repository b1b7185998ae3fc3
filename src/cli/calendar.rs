//! `drieklank calendar`: who subscribes to what, and taking it back.

use std::collections::BTreeMap;
use std::io::Write;

use anyhow::{Context as _, bail};
use chrono::{DateTime, SecondsFormat, Utc};
use clap::Subcommand;
use uuid::Uuid;

use crate::clock::Clock;
use crate::config::Config;
use crate::store::Store;

/// What to do with calendars that people subscribe to.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List all calendars: their ids, whose they are, what they are for, when they were last fetched
    List,
    /// Take a calendar back; within seconds its address leads nowhere any more
    Revoke {
        /// Its id, as `list` tells it
        id: Uuid,
    },
}

/// Does it in the database that the settings name.
pub(super) async fn run(command: Command, config: &Config, clock: &Clock, out: &mut impl Write) -> anyhow::Result<()> {
    let store = Store::open_existing(config.database_url()?.reveal())
        .await
        .context("failed to open the database of --database-url")?;
    match command {
        Command::List => list(&store, out).await?,
        Command::Revoke { id } => {
            if !store.revoke_feed(id, None, clock.now()).await? {
                bail!("there is no calendar {id} that still works");
            }
            writeln!(out, "Taken back: {id}")?;
        }
    }
    store.close().await?;
    Ok(())
}

async fn list(store: &Store, out: &mut impl Write) -> anyhow::Result<()> {
    let owners: BTreeMap<Uuid, String> =
        store.tokens().await?.into_iter().map(|token| (token.id, token.name)).collect();
    for feed in store.feeds(None).await? {
        let at = |moment: DateTime<Utc>| moment.to_rfc3339_opts(SecondsFormat::Secs, true);
        let state = feed.revoked_at.map_or_else(|| "works".to_owned(), |at_last| format!("taken back {}", at(at_last)));
        let used =
            feed.last_used_at.map_or_else(|| "never fetched".to_owned(), |used| format!("last fetched {}", at(used)));
        let owner = owners.get(&feed.token_id).map_or("nobody", String::as_str);
        writeln!(out, "{}: {} of {owner}, {state}, {used}", feed.id, feed.label)?;
    }
    Ok(())
}
