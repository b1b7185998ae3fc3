//! What was found, counted.

use std::collections::BTreeMap;

use super::{Hit, SearchType};
use crate::codes;
use crate::facts::*;
use crate::node::NodeIx;
use crate::view::View;

codes! {
    /// By what hits are counted.
    pub enum FacetKind {
        /// By type of node.
        Type,
        /// By helix; only organisations and stakeholder groups have one.
        Helix,
        /// By layer of government; only governments have one.
        Layer,
    }
}

/// How many hits have a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facet {
    /// By what is counted.
    pub by: FacetKind,
    /// The code of the value: `WATER_AUTHORITY`.
    pub value: &'static str,
    /// Number of hits that have it, at least 1.
    pub count: usize,
}

/// Counts hits by type, helix and layer, the values of each in the order of their enum.
#[must_use]
pub fn facets(view: &View, hits: &[Hit]) -> Vec<Facet> {
    let network = &**view.network();
    let mut types: BTreeMap<SearchType, usize> = BTreeMap::new();
    let mut helixes: BTreeMap<Helix, usize> = BTreeMap::new();
    let mut layers: BTreeMap<GovernmentLayer, usize> = BTreeMap::new();
    for hit in hits {
        if let Some(kind) = SearchType::of(hit.node) {
            *types.entry(kind).or_default() += 1;
        }
        let (helix, layer) = match hit.node {
            NodeIx::Organisation(ix) => {
                let row = network.organisations.get(ix);
                (Some(row.helix), row.layer)
            }
            NodeIx::StakeholderGroup(ix) => (Some(network.stakeholder_groups.get(ix).helix), None),
            _ => (None, None),
        };
        if let Some(helix) = helix {
            *helixes.entry(helix).or_default() += 1;
        }
        if let Some(layer) = layer {
            *layers.entry(layer).or_default() += 1;
        }
    }
    let facet = |by, value, count| Facet { by, value, count };
    let types = types.into_iter().map(|(value, count)| facet(FacetKind::Type, value.code(), count));
    let helixes = helixes.into_iter().map(|(value, count)| facet(FacetKind::Helix, value.code(), count));
    let layers = layers.into_iter().map(|(value, count)| facet(FacetKind::Layer, value.code(), count));
    types.chain(helixes).chain(layers).collect()
}
