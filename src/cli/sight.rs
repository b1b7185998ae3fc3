//! As whom a command looks: what is in a file, or what it may replace.

use anyhow::{Context as _, bail};
use network::audience::Sight;
use network::network::Network;

/// What counts.
#[derive(Debug, clap::Args)]
pub(super) struct Seen {
    /// What counts: what everybody sees, what partners see, what the desk of an organisation sees, or all there is
    #[arg(long, value_name = "SIGHT", value_parser = ["public", "partners", "desk", "all"], default_value = "public")]
    sight: String,
    /// Key of the organisation whose desk it is
    #[arg(long, value_name = "SLUG")]
    organisation: Option<String>,
}

impl Seen {
    /// What is meant in this network; `None`: all there is.
    pub(super) fn of(&self, network: &Network) -> anyhow::Result<Option<Sight>> {
        let Some(key) = &self.organisation else {
            return Ok(match &*self.sight {
                "all" => None,
                "partners" => Some(Sight::Partners),
                "desk" => Some(Sight::Desk(None)),
                _ => Some(Sight::Public),
            });
        };
        if self.sight != "desk" {
            bail!("--organisation goes with --sight desk");
        }
        let ix = network.organisation_by_key(key).with_context(|| format!("there is no organisation {key}"))?;
        Ok(Some(Sight::Desk(Some(network.organisations.get(ix).id))))
    }
}
