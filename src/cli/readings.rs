//! `drieklank readings`: who read what of the desk.

use std::collections::HashMap;
use std::io::Write;

use anyhow::{Context as _, bail};
use chrono::{NaiveDate, SecondsFormat};
use network::facts::{Fact as _, Facts};
use network::id::FactId;
use network::slug::Slug;
use uuid::Uuid;

use crate::clock;
use crate::config::Config;
use crate::store::{Readings, Store};

/// Which readings.
#[derive(Debug, clap::Args)]
pub(super) struct Wanted {
    /// Only by them, as the journal says it: the name of a token, or `name <subject>`
    #[arg(long)]
    by: Option<String>,
    /// Only of facts with this key, of whatever noun, or with this UUID: a person, a talk; may be given several times
    #[arg(long, value_name = "KEY")]
    of: Vec<String>,
    /// The first day, in the region's own time
    #[arg(long, value_name = "DAY")]
    from: Option<NaiveDate>,
    /// The last day
    #[arg(long, value_name = "DAY")]
    until: Option<NaiveDate>,
}

/// Lists them: moment, who, operation, revision, and what, as noun and key; tabs in between.
pub(super) async fn run(wanted: Wanted, config: &Config, out: &mut impl Write) -> anyhow::Result<()> {
    let store = Store::open_existing(config.database_url()?.reveal())
        .await
        .context("failed to open the database of --database-url")?;
    let keys = keys(&store.load().await?.facts);
    let mut ids = Vec::new();
    for key in &wanted.of {
        let found = Uuid::try_parse(key).map_or_else(|_| with_key(&keys, key), |id| vec![id]);
        if found.is_empty() {
            bail!("there is nothing with the key {key}; what has gone is found by its UUID");
        }
        ids.extend(found);
    }
    let begin = |day: NaiveDate| clock::begin_of(day).with_context(|| format!("{day} is too far away"));
    let until = wanted.until.map(|day| day.succ_opt().with_context(|| format!("{day} is too far away"))).transpose()?;
    let asked = Readings {
        actor: wanted.by,
        facts: ids,
        from: wanted.from.map(begin).transpose()?,
        until: until.map(begin).transpose()?,
    };
    for entry in store.readings(&asked).await? {
        let at = entry.read_at.to_rfc3339_opts(SecondsFormat::Secs, true);
        let operation = entry.operation.as_deref().unwrap_or("-");
        for (noun, id) in &entry.facts {
            let key = keys.get(id).map_or_else(|| id.to_string(), ToString::to_string);
            writeln!(out, "{at}\t{}\t{operation}\t{}\t{noun}\t{key}", entry.actor, entry.revision)?;
        }
    }
    store.close().await?;
    Ok(())
}

/// The ids of facts with this key, of all nouns.
fn with_key(keys: &HashMap<Uuid, Slug>, key: &str) -> Vec<Uuid> {
    keys.iter().filter(|(_, known)| ***known == *key).map(|(id, _)| *id).collect()
}

macro_rules! keys {
    ($($noun:ident $fact:ident,)*) => {
        /// The keys of all facts, by id.
        fn keys(facts: &Facts) -> HashMap<Uuid, Slug> {
            let mut keys = HashMap::new();
            $(keys.extend(facts.$noun.iter().map(|row| (row.id().uuid(), row.key().clone())));)*
            keys
        }
    };
}
network::for_each_noun!(keys);
