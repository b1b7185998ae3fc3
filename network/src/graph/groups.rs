//! By what the nodes of a projection are grouped.

use crate::codes;
use crate::facts::*;
use crate::network::Network;
use crate::table::Ix;

codes! {
    /// By what organisations are grouped.
    pub enum Grouping {
        /// By helix: government, education, business, intermediaries.
        Helix,
        /// By layer of government. All that are no government are one group.
        Layer,
    }
}

/// Of each node of a projection of organisations, to which group it belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Groups {
    helices: Vec<u8>,
    layers: Vec<u8>,
}

impl Groups {
    pub(super) fn new(network: &Network, organisations: &[Ix<Organisation>]) -> Self {
        let rows = || organisations.iter().map(|ix| network.organisations.get(*ix));
        Self {
            helices: rows().map(|row| row.helix as u8).collect(),
            layers: rows().map(|row| row.layer.map_or(u8::MAX, |layer| layer as u8)).collect(),
        }
    }

    pub(super) fn by(&self, grouping: Grouping) -> &[u8] {
        match grouping {
            Grouping::Helix => &self.helices,
            Grouping::Layer => &self.layers,
        }
    }
}
