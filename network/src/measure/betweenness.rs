//! Who stands on the ways of others.

use std::num::NonZeroUsize;
use std::ops::Range;

use super::parallel::in_parts;
use super::{Adjacency, real};

/// Not reached yet.
const FAR: u32 = u32::MAX;

/// Betweenness of each node: the share of shortest paths between two others that run through it.
///
/// * `ties`: undirected, n nodes, m ties; strengths are not used.
/// * `threads`: how many may be used; the result is the same to the last bit for any number.
///
/// Returns n values by node, each in [0, 1], normalised by (n−1)(n−2)/2; all 0 for n < 3. Isolated nodes get 0.
/// Time O(nm), space O(n + m). Source: Brandes 2001, doi:10.1080/0022250X.2001.9990249.
#[must_use]
pub fn betweenness(ties: &Adjacency, threads: NonZeroUsize) -> Vec<f64> {
    let n = ties.node_count();
    let mut sums = vec![0.0; n];
    if n < 3 {
        return sums;
    }
    let parts = in_parts(n, threads, |sources| {
        let mut walk = Walk::new(ties);
        sources.for_each(|source| walk.from(u32::try_from(source).unwrap_or(FAR)));
        walk.sums
    });
    for part in parts {
        sums.iter_mut().zip(part).for_each(|(sum, more)| *sum += more);
    }
    // Each pair was seen from both of its ends.
    let pairs = real(n - 1) * real(n - 2);
    sums.iter_mut().for_each(|sum| *sum /= pairs);
    sums
}

/// What one walk after the other needs; all arrays are by node.
struct Walk<'a> {
    ties: &'a Adjacency,
    distances: Vec<u32>,
    /// How many shortest paths lead there.
    paths: Vec<f64>,
    /// Of the nodes of one level, what they hand to those of the next: first paths, on the way back what runs through
    /// them. 0 for all others, so that a sum over all ties of a node is one over its ties with that level.
    handed: Vec<f64>,
    /// Nodes by distance.
    reached: Vec<u32>,
    sums: Vec<f64>,
}

/// Nodes of one distance.
struct Level {
    /// Where they stand among those reached.
    nodes: Range<usize>,
    /// Ties of all of them.
    arcs: usize,
}

impl<'a> Walk<'a> {
    fn new(ties: &'a Adjacency) -> Self {
        let n = ties.node_count();
        Self {
            ties,
            distances: vec![FAR; n],
            paths: vec![0.0; n],
            handed: vec![0.0; n],
            reached: Vec::with_capacity(n),
            sums: vec![0.0; n],
        }
    }

    fn from(&mut self, source: u32) {
        let levels = self.out(source);
        self.back(&levels);
        for node in self.reached.drain(..) {
            self.distances[node as usize] = FAR;
            self.paths[node as usize] = 0.0;
        }
    }

    /// Counts the shortest paths to everybody, level by level: from the ties of the last level, or from those of all who are
    /// not reached yet, whichever are fewer.
    fn out(&mut self, source: u32) -> Vec<Level> {
        self.distances[source as usize] = 0;
        self.paths[source as usize] = 1.0;
        self.reached.push(source);
        let mut level = Level { nodes: 0..1, arcs: self.ties.degree(source) };
        let mut unreached_arcs = self.ties.arc_count() - level.arcs;
        let mut levels = Vec::new();
        for distance in 1.. {
            if level.arcs <= unreached_arcs {
                self.give(&level.nodes, distance);
            } else {
                self.take(&level.nodes, distance);
            }
            let next = level.nodes.end..self.reached.len();
            let arcs = self.reached[next.clone()].iter().map(|node| self.ties.degree(*node)).sum();
            unreached_arcs -= arcs;
            levels.push(std::mem::replace(&mut level, Level { nodes: next, arcs }));
            if level.nodes.is_empty() {
                break;
            }
        }
        levels
    }

    /// The nodes of a level give their paths to those who are one step farther.
    fn give(&mut self, level: &Range<usize>, distance: u32) {
        for at in level.clone() {
            let node = self.reached[at];
            let paths = self.paths[node as usize];
            for other in self.ties.others(node) {
                let known = &mut self.distances[*other as usize];
                if *known == FAR {
                    *known = distance;
                    self.reached.push(*other);
                }
                if *known == distance {
                    self.paths[*other as usize] += paths;
                }
            }
        }
    }

    /// Who is not reached yet takes paths from the nodes of a level.
    fn take(&mut self, level: &Range<usize>, distance: u32) {
        for node in &self.reached[level.clone()] {
            self.handed[*node as usize] = self.paths[*node as usize];
        }
        for node in self.ties.nodes() {
            if self.distances[node as usize] == FAR {
                let paths = self.received(node);
                if paths > 0.0 {
                    self.distances[node as usize] = distance;
                    self.paths[node as usize] = paths;
                    self.reached.push(node);
                }
            }
        }
        self.hand_nothing(level);
    }

    /// Adds up from the farthest back: a node gets of each one farther its part of the paths through it, looked up from the
    /// level that has fewer ties.
    fn back(&mut self, levels: &[Level]) {
        let mut through: Vec<f64> = Vec::new();
        for (at, level) in levels.iter().enumerate().skip(1).rev() {
            through.clear();
            match levels.get(at + 1) {
                Some(farther) if farther.arcs < level.arcs => self.return_to(level, farther, &mut through),
                Some(farther) => {
                    through.extend(self.reached[level.nodes.clone()].iter().map(|node| self.received(*node)));
                    self.hand_nothing(&farther.nodes);
                }
                None => through.resize(level.nodes.len(), 0.0),
            }
            for (node, through) in self.reached[level.nodes.clone()].iter().zip(&through) {
                let paths = self.paths[*node as usize];
                self.sums[*node as usize] += paths * through;
                self.handed[*node as usize] = 1.0 / paths + through;
            }
        }
        levels.get(1).into_iter().for_each(|level| self.hand_nothing(&level.nodes));
    }

    /// What the nodes of a level get of those farther, who give it to all of that level.
    fn return_to(&mut self, level: &Level, farther: &Level, through: &mut Vec<f64>) {
        let Some(first) = self.reached.get(level.nodes.start) else { return };
        let distance = self.distances[*first as usize];
        for at in farther.nodes.clone() {
            let node = self.reached[at];
            let hand = std::mem::take(&mut self.handed[node as usize]);
            for other in self.ties.others(node) {
                if self.distances[*other as usize] == distance {
                    self.handed[*other as usize] += hand;
                }
            }
        }
        through.extend(self.reached[level.nodes.clone()].iter().map(|node| self.handed[*node as usize]));
    }

    fn received(&self, node: u32) -> f64 {
        self.ties.others(node).iter().map(|other| self.handed[*other as usize]).sum()
    }

    fn hand_nothing(&mut self, level: &Range<usize>) {
        self.reached[level.clone()].iter().for_each(|node| self.handed[*node as usize] = 0.0);
    }
}

#[cfg(test)]
mod tests {
    use super::super::known::{FLORENTINE, assert_near, florentine, karate, ties};
    use super::*;

    const ONE: NonZeroUsize = NonZeroUsize::MIN;

    #[test]
    fn the_medici_stand_between_the_families_of_florence() {
        let values = betweenness(&florentine(), ONE);
        for (family, expected) in
            [("Medici", 0.521_978), ("Guadagni", 0.254_579), ("Albizzi", 0.212_454), ("Salviati", 0.142_857)]
        {
            assert_near(values[FLORENTINE.iter().position(|name| *name == family).expect("a family")], expected);
        }
        assert_eq!(values[FLORENTINE.iter().position(|name| *name == "Ginori").expect("a family")], 0.0);
    }

    #[test]
    fn instructor_and_president_stand_between_the_members_of_the_karate_club() {
        let values = betweenness(&karate(), ONE);
        assert_near(values[0], 0.437_635);
        assert_near(values[33], 0.304_075);
    }

    #[test]
    fn two_have_nobody_between_them() {
        assert_eq!(betweenness(&ties(0, &[]), ONE), [0.0; 0]);
        assert_eq!(betweenness(&ties(2, &[(0, 1)]), ONE), [0.0; 2]);
        assert_eq!(betweenness(&ties(3, &[(0, 1), (1, 2)]), ONE), [0.0, 1.0, 0.0]);
    }
}
