//! What can be measured of a network: each measure a pure function, exact and the same every time.
//!
//! Measures of nodes take an [`Adjacency`], which is made of any projection. Where a measure is not defined it is `None`, or
//! says [why](Undefined); never 0 instead.

mod adjacency;
mod backbone;
mod banzhaf;
mod betweenness;
mod brokerage;
mod communities;
mod components;
mod cores;
mod cuts;
mod expected;
mod harmonic;
mod holes;
mod interlocks;
#[cfg(test)]
mod known;
mod leiden;
mod mixing;
mod page_rank;
mod parallel;
mod partition;
#[cfg(test)]
mod properties;
mod random;
mod sharing;
mod triple_helix;
mod undefined;

pub use adjacency::Adjacency;
pub use backbone::{Backbone, Sharing, backbone};
pub use banzhaf::{Banzhaf, MOST_EXACT, MOST_MINIMAL, Pivotality, Quota, banzhaf};
pub use betweenness::betweenness;
pub use brokerage::{Brokerage, brokerage};
pub use communities::{Communities, communities};
pub use components::components;
pub use cores::core_numbers;
pub use cuts::{Cuts, cuts};
pub use harmonic::harmonic;
pub use holes::{constraint, effective_size};
pub use interlocks::{Interlock, interlocks, shared_venues};
pub use mixing::{Mixing, mixing, participation};
pub use page_rank::{DAMPING, page_rank};
pub use parallel::threads;
pub use partition::{adjusted_rand, modularity};
pub use sharing::{Weighting, weigh};
pub use triple_helix::{FEWEST_CASES, Synergy, Tripartite, synergy};
pub use undefined::Undefined;

/// A count as a real number: exact below 2^52, which no count comes near.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
fn real(count: usize) -> f64 {
    count as f64
}
