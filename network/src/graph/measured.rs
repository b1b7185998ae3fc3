//! Measures of a graph, each computed when somebody asks for it, and only once.

use std::num::NonZeroUsize;
use std::sync::OnceLock;

use petgraph::graph::NodeIndex;

use super::{Graph, Grouping};
use crate::measure::{self, Adjacency, Backbone, Brokerage, Communities, Cuts, Mixing, Synergy, Tripartite, Undefined};

/// Steps that one measure may take: some seconds.
pub const MOST_STEPS: u64 = 2_000_000_000;

/// Steps for which one thread is enough.
const FEW_STEPS: usize = 2_000_000;

/// Where random parts start.
const SEED: u64 = 0;

/// Bytes that all measures of a node come to, and those of a link and of a member of a venue: what they hold, rounded up.
const NODE_BYTES: usize = 256;
const LINK_BYTES: usize = 32;
const MEMBER_BYTES: usize = 8;

/// Why a measure was not computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the measure may need {steps} steps; {MOST_STEPS} is the most that is taken")]
pub struct TooManySteps {
    /// Steps that it may need.
    pub steps: u64,
}

/// What was computed so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Measured {
    ties: OnceLock<Adjacency>,
    betweenness: OnceLock<Vec<f64>>,
    harmonic: OnceLock<Vec<f64>>,
    page_rank: OnceLock<Vec<f64>>,
    core_numbers: OnceLock<Vec<u32>>,
    components: OnceLock<Vec<u32>>,
    cuts: OnceLock<Cuts>,
    constraint: OnceLock<Vec<Option<f64>>>,
    effective_size: OnceLock<Vec<Option<f64>>>,
    brokerage: [OnceLock<Vec<Brokerage>>; 2],
    participation: [OnceLock<Vec<Option<f64>>>; 2],
    communities: OnceLock<Communities>,
    backbone: OnceLock<Result<Backbone, Undefined>>,
    synergy: OnceLock<Result<Synergy, Undefined>>,
}

impl Graph {
    /// Who is tied to whom, by the places of nodes; links of several kinds between two nodes are one tie.
    #[must_use]
    pub fn ties(&self) -> &Adjacency {
        self.measured.ties.get_or_init(|| Adjacency::of(self))
    }

    /// See [`measure::betweenness`]; by the places of nodes.
    ///
    /// # Errors
    /// [`TooManySteps`] for a graph that is too large.
    pub fn betweenness(&self) -> Result<&[f64], TooManySteps> {
        self.afford_walks()?;
        Ok(self.measured.betweenness.get_or_init(|| measure::betweenness(self.ties(), self.threads())))
    }

    /// See [`measure::harmonic`]; by the places of nodes.
    ///
    /// # Errors
    /// [`TooManySteps`] for a graph that is too large.
    pub fn harmonic(&self) -> Result<&[f64], TooManySteps> {
        self.afford_walks()?;
        Ok(self.measured.harmonic.get_or_init(|| measure::harmonic(self.ties(), self.threads())))
    }

    /// See [`measure::page_rank`]; by the places of nodes.
    #[must_use]
    pub fn page_rank(&self) -> &[f64] {
        self.measured.page_rank.get_or_init(|| measure::page_rank(self.ties()))
    }

    /// See [`measure::core_numbers`]; by the places of nodes.
    #[must_use]
    pub fn core_numbers(&self) -> &[u32] {
        self.measured.core_numbers.get_or_init(|| measure::core_numbers(self.ties()))
    }

    /// See [`measure::components`]; by the places of nodes.
    #[must_use]
    pub fn components(&self) -> &[u32] {
        self.measured.components.get_or_init(|| measure::components(self.ties()))
    }

    /// See [`measure::cuts`]; by the places of nodes.
    #[must_use]
    pub fn cuts(&self) -> &Cuts {
        self.measured.cuts.get_or_init(|| measure::cuts(self.ties()))
    }

    /// See [`measure::constraint`]; by the places of nodes.
    ///
    /// # Errors
    /// [`TooManySteps`] for a graph that is too large.
    pub fn constraint(&self) -> Result<&[Option<f64>], TooManySteps> {
        self.afford_two_steps()?;
        Ok(self.measured.constraint.get_or_init(|| measure::constraint(self.ties())))
    }

    /// See [`measure::effective_size`]; by the places of nodes.
    ///
    /// # Errors
    /// [`TooManySteps`] for a graph that is too large.
    pub fn effective_size(&self) -> Result<&[Option<f64>], TooManySteps> {
        self.afford_two_steps()?;
        Ok(self.measured.effective_size.get_or_init(|| measure::effective_size(self.ties())))
    }

    /// See [`measure::brokerage`]; by the places of nodes. `None` where nodes have no groups: only organisations do.
    ///
    /// # Errors
    /// [`TooManySteps`] for a graph that is too large.
    pub fn brokerage(&self, by: Grouping) -> Result<Option<&[Brokerage]>, TooManySteps> {
        let Some(groups) = &self.groups else { return Ok(None) };
        self.afford_two_steps()?;
        let found = || measure::brokerage(self.ties(), groups.by(by));
        Ok(Some(self.measured.brokerage[by as usize].get_or_init(found)))
    }

    /// See [`measure::participation`]; by the places of nodes. `None` where nodes have no groups.
    #[must_use]
    pub fn participation(&self, by: Grouping) -> Option<&[Option<f64>]> {
        let groups = self.groups.as_ref()?.by(by);
        Some(self.measured.participation[by as usize].get_or_init(|| measure::participation(self.ties(), groups)))
    }

    /// See [`measure::mixing`]. `None` where nodes have no groups, and where there are no ties.
    #[must_use]
    pub fn mixing(&self, by: Grouping) -> Option<Mixing> {
        measure::mixing(self.ties(), self.groups.as_ref()?.by(by))
    }

    /// See [`measure::communities`]; by the places of nodes, with seeds from 0 on.
    ///
    /// # Errors
    /// [`TooManySteps`] for a graph that is too large.
    pub fn communities(&self) -> Result<&Communities, TooManySteps> {
        // 20 runs, and 20 from what they have in common, each of about ten rounds.
        afford(self.ties().arc_count() as u64, 400)?;
        Ok(self.measured.communities.get_or_init(|| measure::communities(self.ties(), SEED)))
    }

    /// How alike communities and groups are, see [`measure::adjusted_rand`]. `None` where nodes have no groups, and where
    /// chance could make no other division.
    ///
    /// # Errors
    /// [`TooManySteps`] for a graph that is too large.
    pub fn communities_like(&self, by: Grouping) -> Result<Option<f64>, TooManySteps> {
        let Some(groups) = &self.groups else { return Ok(None) };
        Ok(measure::adjusted_rand(&self.communities()?.of, groups.by(by)))
    }

    /// Which organisations share more venues than chance would have it, see [`measure::backbone`]; by the places of nodes.
    ///
    /// # Errors
    /// [`TooManySteps`] for a graph that is too large; inside, why it is not defined.
    pub fn backbone(&self) -> Result<&Result<Backbone, Undefined>, TooManySteps> {
        let mut venues = vec![0u64; self.node_count()];
        self.columns().into_iter().flatten().for_each(|member| venues[*member as usize] += 1);
        venues.sort_unstable();
        let most = venues.last().copied().unwrap_or(0);
        venues.dedup();
        // For each two different numbers of venues, all venues and all numbers that they may share.
        afford((venues.len() as u64).pow(2), self.venues.len() as u64 * most)?;
        Ok(self.measured.backbone.get_or_init(|| measure::backbone(self.node_count(), &self.columns())))
    }

    /// Venues that share organisations, see [`measure::interlocks`]; by the numbers of [`venues`](Self::venues).
    ///
    /// # Errors
    /// [`TooManySteps`] for a graph that is too large.
    pub fn interlocks(&self) -> Result<Vec<measure::Interlock>, TooManySteps> {
        let mut venues = vec![0u64; self.node_count()];
        self.columns().into_iter().flatten().for_each(|member| venues[*member as usize] += 1);
        // All pairs of venues of one organisation, which are then put in order.
        afford(venues.iter().map(|count| count.pow(2)).sum(), 20)?;
        Ok(measure::interlocks(self.node_count(), &self.columns()))
    }

    /// Where two both take part: numbers of [`venues`](Self::venues).
    #[must_use]
    pub fn shared_venues(&self, one: NodeIndex, other: NodeIndex) -> Vec<usize> {
        let number = |at: NodeIndex| u32::try_from(at.index()).unwrap_or(u32::MAX);
        measure::shared_venues(&self.columns(), number(one), number(other))
    }

    /// The synergy of the three helices over all venues, hubs too, see [`measure::synergy`].
    ///
    /// # Errors
    /// Why it is not defined.
    pub fn synergy(&self) -> Result<Synergy, Undefined> {
        *self.measured.synergy.get_or_init(|| measure::synergy(&self.presence, SEED))
    }

    /// In how many of the venues, hubs too, all of the three helices take part; `None` when there are none.
    #[must_use]
    pub fn tripartite(&self) -> Option<Tripartite> {
        Tripartite::of(&self.presence)
    }

    /// The most that it can come to take in memory when all is measured, in bytes, beside nodes and links. A cache counts
    /// with that.
    #[must_use]
    pub fn measured_bytes(&self) -> usize {
        let members: usize = self.venues.iter().map(|(_, members)| members.len()).sum();
        self.node_count() * NODE_BYTES + self.link_count() * LINK_BYTES + members * MEMBER_BYTES
    }

    /// A walk over all ties from each node.
    fn afford_walks(&self) -> Result<(), TooManySteps> {
        afford(self.node_count() as u64, self.ties().arc_count() as u64)
    }

    /// Several for what takes long; a small graph is done before another thread has begun.
    fn threads(&self) -> NonZeroUsize {
        let steps = self.node_count() * self.ties().arc_count();
        if steps < FEW_STEPS { NonZeroUsize::MIN } else { measure::threads() }
    }

    fn afford_two_steps(&self) -> Result<(), TooManySteps> {
        afford(self.ties().two_step_count(), 1)
    }
}

fn afford(times: u64, each: u64) -> Result<(), TooManySteps> {
    let steps = times.saturating_mul(each);
    if steps > MOST_STEPS { Err(TooManySteps { steps }) } else { Ok(()) }
}
