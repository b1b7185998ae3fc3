//! Who can ask whom, laid out for searching.

/// Somebody, or something, that ties are with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    /// Settles what is equal otherwise: the lower number goes first. No two nodes have the same.
    pub order: u32,
    /// Whether a route may lead through it. Who does not want to be asked, or a body that everybody sits in, may begin
    /// or end a route and never stands in between.
    pub passage: bool,
}

/// That one may ask another. What works both ways is told twice, with the same number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tie {
    /// Who asks.
    pub from: u32,
    /// Who is asked.
    pub to: u32,
    /// Number of the tie, so that who asks finds what is behind it.
    pub tie: u32,
    /// How reliable it is: above 0, at most 1. Anything else is no tie.
    pub reliability: f64,
}

/// All ties of a view. Costs one sort of the ties to make, and serves any number of questions.
#[derive(Debug, Clone)]
pub struct Ties {
    /// The caller's number of each node, by rank. Inside, nodes go by rank: their place in the order.
    pub(super) nodes: Vec<u32>,
    /// Rank of each node, by the caller's number.
    pub(super) ranks: Vec<u32>,
    /// By rank: whether a route may lead through.
    pub(super) passage: Vec<bool>,
    /// By rank, where the arcs of a node begin; one more for the end.
    starts: Vec<u32>,
    arcs: Vec<Arc>,
}

/// A tie in one direction, inside.
#[derive(Debug, Clone, Copy)]
pub(super) struct Arc {
    /// Rank of who is asked.
    pub(super) to: u32,
    /// The caller's number.
    pub(super) tie: u32,
    pub(super) reliability: f64,
    /// −ln p as a [`cost`].
    pub(super) cost: u64,
}

/// A cost in whole numbers of 10⁻¹². Whole numbers add up to the same in any order, so that two routes over equally
/// reliable ties cost the same to the letter, and a bound is never off by a last digit.
pub(super) fn cost(nats: f64) -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at most 745 nats (the least that a float can hold) or the largest penalty, and never below 0"
    )]
    let units = (nats.clamp(0.0, 1_000.0) * 1e12).round() as u64;
    units
}

impl Ties {
    /// Lays out ties. Of several from one to another the most reliable counts, and then the one with the lowest number;
    /// those with nobody or with oneself do not.
    ///
    /// * `nodes`: all nodes; ties call them by their place in here.
    ///
    /// Time O(n log n + m log m) for n nodes and m ties.
    #[must_use]
    pub fn new(nodes: &[Node], ties: &[Tie]) -> Self {
        let mut by_rank: Vec<u32> = (0..).take(nodes.len()).collect();
        by_rank.sort_by_key(|node| nodes[*node as usize].order);
        let mut ranks = vec![0; nodes.len()];
        for (rank, node) in (0..).zip(&by_rank) {
            ranks[*node as usize] = rank;
        }
        let known = |node: u32| ranks.get(node as usize).copied();
        let mut arcs: Vec<(u32, Arc)> = ties
            .iter()
            .filter(|tie| tie.reliability > 0.0 && tie.reliability <= 1.0 && tie.from != tie.to)
            .filter_map(|tie| {
                let cost = cost(-tie.reliability.ln());
                Some((known(tie.from)?, Arc { to: known(tie.to)?, tie: tie.tie, reliability: tie.reliability, cost }))
            })
            .collect();
        arcs.sort_unstable_by(|(from, one), (other_from, other)| {
            let places = (from, one.to).cmp(&(other_from, other.to));
            places.then(other.reliability.total_cmp(&one.reliability)).then(one.tie.cmp(&other.tie))
        });
        arcs.dedup_by_key(|(from, arc)| (*from, arc.to));

        let mut starts = Vec::with_capacity(nodes.len() + 1);
        let mut at = 0;
        for rank in (0..).take(nodes.len()) {
            starts.push(at);
            while arcs.get(at as usize).is_some_and(|(from, _)| *from == rank) {
                at += 1;
            }
        }
        starts.push(at);
        Self {
            passage: by_rank.iter().map(|node| nodes[*node as usize].passage).collect(),
            nodes: by_rank,
            ranks,
            starts,
            arcs: arcs.into_iter().map(|(_, arc)| arc).collect(),
        }
    }

    /// Number of nodes.
    #[must_use]
    pub fn node_count(&self) -> usize {
        self.nodes.len()
    }

    /// Number of ties that count, in one direction each.
    #[must_use]
    pub fn tie_count(&self) -> usize {
        self.arcs.len()
    }

    /// Whom one may ask, and how reliable that is: above 0, at most 1. Nobody for who is not there.
    pub fn from(&self, node: u32) -> impl Iterator<Item = (u32, f64)> {
        let arcs = self.ranks.get(node as usize).map_or(&[] as &[Arc], |rank| self.arcs(*rank));
        arcs.iter().map(|arc| (self.nodes[arc.to as usize], arc.reliability))
    }

    /// Whom one may ask, by rank.
    pub(super) fn arcs(&self, rank: u32) -> &[Arc] {
        let at = rank as usize;
        &self.arcs[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// How one may ask another.
    pub(super) fn arc(&self, from: u32, to: u32) -> Option<&Arc> {
        let arcs = self.arcs(from);
        arcs.binary_search_by_key(&to, |arc| arc.to).ok().map(|at| &arcs[at])
    }

    /// All ranks, in order.
    pub(super) fn each(&self) -> impl Iterator<Item = u32> + use<> {
        (0..).take(self.nodes.len())
    }
}
