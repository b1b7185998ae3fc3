//! A run of Leiden: groups that are tied more with each other than chance would have it.
//!
//! Source: Traag, Waltman and Van Eck 2019, doi:10.1038/s41598-019-41695-z. Quality is modularity, at resolution 1.

use std::collections::VecDeque;

use super::random::Random;
use super::{Adjacency, real};

/// How freely nodes choose when groups are refined, in parts of the mean strength of a tie: hardly ever but the best.
const FREEDOM: f64 = 0.01;

/// A gain below this is none: what adding up in another order may make, in parts of all strength.
const NO_GAIN: f64 = 1e-14;

/// Times that all is done again at most. A known graph takes two or three.
const MOST_TIMES: usize = 20;

/// Of each node the number of its group, from 0 in the order of their lowest nodes. A node without ties is a group of its
/// own. Groups hang together.
///
/// * `ties`: undirected, with strengths above 0.
/// * `groups`: of each node the number of the group in which it begins, below how many nodes there are.
pub(super) fn leiden(ties: &Adjacency, mut groups: Vec<u32>, random: &mut Random) -> Vec<u32> {
    for _ in 0..MOST_TIMES {
        let next = improved(ties, groups.clone(), random);
        let same = next == groups;
        groups = next;
        if same {
            break;
        }
    }
    groups
}

/// Nodes of which each stands for a part of a group of the level below.
struct Level {
    ties: Adjacency,
    /// Of each node, how strong the ties are of all that it stands for.
    strengths: Vec<f64>,
    /// All strengths together.
    total: f64,
}

fn improved(ties: &Adjacency, mut groups: Vec<u32>, random: &mut Random) -> Vec<u32> {
    let strengths: Vec<f64> = ties.nodes().map(|node| ties.strength(node)).collect();
    let total = strengths.iter().sum();
    let mut level = Level { ties: ties.clone(), strengths, total };
    // Of each node of the graph, which node of the level stands for it.
    let mut stands: Vec<u32> = ties.nodes().collect();
    loop {
        move_nodes(&level, &mut groups, random);
        let n_groups = renumber(&mut groups);
        if n_groups == level.strengths.len() {
            break;
        }
        let mut parts = refined(&level, &groups, random);
        let mut n_parts = renumber(&mut parts);
        if n_parts == level.strengths.len() {
            (parts, n_parts) = (groups.clone(), n_groups);
        }
        let mut of_parts = vec![0; n_parts];
        parts.iter().zip(&groups).for_each(|(part, group)| of_parts[*part as usize] = *group);
        level = level.joined(&parts, n_parts);
        stands.iter_mut().for_each(|stands| *stands = parts[*stands as usize]);
        groups = of_parts;
    }
    let mut found: Vec<u32> = stands.iter().map(|stands| groups[*stands as usize]).collect();
    renumber(&mut found);
    found
}

impl Level {
    /// The level above, in which each part is one node.
    fn joined(&self, parts: &[u32], n_parts: usize) -> Self {
        let part = |node: u32| parts[node as usize];
        let of = |node: u32| self.ties.ties(node).map(move |(other, strength)| (part(node), part(other), strength));
        let ties = Adjacency::directed(n_parts, self.ties.nodes().flat_map(of));
        let mut strengths = vec![0.0; n_parts];
        parts.iter().zip(&self.strengths).for_each(|(part, strength)| strengths[*part as usize] += strength);
        Self { ties, strengths, total: self.total }
    }

    /// What a tie between a node and a group would be by chance.
    fn by_chance(&self, one: f64, other: f64) -> f64 {
        one * other / self.total
    }
}

/// Numbers groups from 0 in the order of their lowest nodes. Returns how many there are.
fn renumber(groups: &mut [u32]) -> usize {
    let mut numbers = vec![u32::MAX; groups.iter().max().map_or(0, |most| *most as usize + 1)];
    let mut next = 0;
    for group in groups {
        let number = &mut numbers[*group as usize];
        if *number == u32::MAX {
            *number = next;
            next += 1;
        }
        *group = *number;
    }
    next as usize
}

/// How strongly a node is tied with groups.
struct Tied {
    to: Vec<f64>,
    groups: Vec<u32>,
}

impl Tied {
    fn new(n: usize) -> Self {
        Self { to: vec![0.0; n], groups: Vec::new() }
    }

    /// Looks at one node. Groups are told in the order of their numbers.
    fn look(&mut self, level: &Level, node: u32, of: &[u32], counts: impl Fn(u32) -> bool) {
        self.groups.drain(..).for_each(|group| self.to[group as usize] = 0.0);
        for (other, strength) in level.ties.ties(node).filter(|(other, _)| counts(*other)) {
            let group = of[other as usize];
            if self.to[group as usize] == 0.0 {
                self.groups.push(group);
            }
            self.to[group as usize] += strength;
        }
        self.groups.sort_unstable();
    }
}

/// Moves nodes to where they are tied most beyond chance, until nobody gains.
fn move_nodes(level: &Level, groups: &mut [u32], random: &mut Random) {
    let n = groups.len();
    let mut sizes = vec![0usize; n];
    let mut sums = vec![0.0; n];
    for (group, strength) in groups.iter().zip(&level.strengths) {
        sizes[*group as usize] += 1;
        sums[*group as usize] += strength;
    }
    let mut order: Vec<u32> = level.ties.nodes().collect();
    random.shuffle(&mut order);
    let mut waits = vec![true; n];
    let mut queue: VecDeque<u32> = order.into();
    // Numbers that no group has.
    let mut free: Vec<u32> = level.ties.nodes().filter(|group| sizes[*group as usize] == 0).collect();
    let mut tied = Tied::new(n);
    while let Some(node) = queue.pop_front() {
        waits[node as usize] = false;
        let (own, strength) = (groups[node as usize], level.strengths[node as usize]);
        tied.look(level, node, groups, |_| true);
        sums[own as usize] -= strength;
        sizes[own as usize] -= 1;
        let gain = |group: u32| tied.to[group as usize] - level.by_chance(strength, sums[group as usize]);
        let (mut best, mut most) = (own, if sizes[own as usize] == 0 { 0.0 } else { gain(own) });
        for group in &tied.groups {
            let gain = gain(*group);
            if gain > most + NO_GAIN * level.total {
                (best, most) = (*group, gain);
            }
        }
        if most < -NO_GAIN * level.total {
            best = free.pop().unwrap_or(own);
        }
        if sizes[own as usize] == 0 && best != own {
            free.push(own);
        }
        sums[best as usize] += strength;
        sizes[best as usize] += 1;
        if best == own {
            continue;
        }
        groups[node as usize] = best;
        for other in level.ties.others(node) {
            if groups[*other as usize] != best && !std::mem::replace(&mut waits[*other as usize], true) {
                queue.push_back(*other);
            }
        }
    }
}

/// Divides groups into parts that hang together well. Returns of each node the number of its part.
fn refined(level: &Level, groups: &[u32], random: &mut Random) -> Vec<u32> {
    let n = groups.len();
    let mut parts: Vec<u32> = level.ties.nodes().collect();
    let mut group_sums = vec![0.0; n];
    groups.iter().zip(&level.strengths).for_each(|(group, strength)| group_sums[*group as usize] += strength);
    let mut sums = level.strengths.clone();
    let mut alone = vec![true; n];
    // Of each part, how strongly it is tied with the rest of its group.
    let mut outside = vec![0.0; n];
    for node in level.ties.nodes() {
        let within = level.ties.ties(node).filter(|(other, _)| groups[*other as usize] == groups[node as usize]);
        outside[node as usize] = within.map(|(_, strength)| strength).sum();
    }
    let freedom = FREEDOM * level.total / real(level.ties.arc_count().max(1));
    let mut order: Vec<u32> = level.ties.nodes().collect();
    random.shuffle(&mut order);
    let mut tied = Tied::new(n);
    let mut choices: Vec<(u32, f64)> = Vec::new();
    for node in order {
        let (group, strength) = (groups[node as usize], level.strengths[node as usize]);
        let holds = |outside: f64, sum: f64| outside >= level.by_chance(sum, group_sums[group as usize] - sum);
        if !alone[node as usize] || !holds(outside[node as usize], strength) {
            continue;
        }
        tied.look(level, node, &parts, |other| groups[other as usize] == group);
        choices.clear();
        choices.push((node, 0.0));
        for part in &tied.groups {
            let gain = tied.to[*part as usize] - level.by_chance(strength, sums[*part as usize]);
            if gain >= 0.0 && holds(outside[*part as usize], sums[*part as usize]) {
                choices.push((*part, gain));
            }
        }
        let chosen = choose(&choices, freedom, random);
        if chosen == node {
            continue;
        }
        let with_chosen = tied.to[chosen as usize];
        outside[chosen as usize] += outside[node as usize] - 2.0 * with_chosen;
        sums[chosen as usize] += strength;
        sums[node as usize] = 0.0;
        alone[chosen as usize] = false;
        parts[node as usize] = chosen;
    }
    parts
}

/// One of the choices, the more likely the more it gains.
fn choose(choices: &[(u32, f64)], freedom: f64, random: &mut Random) -> u32 {
    let most = choices.iter().map(|(_, gain)| *gain).fold(0.0, f64::max);
    let weight = |gain: f64| ((gain - most) / freedom).exp();
    let all: f64 = choices.iter().map(|(_, gain)| weight(*gain)).sum();
    let mut left = random.unit() * all;
    for (part, gain) in choices {
        left -= weight(*gain);
        if left < 0.0 {
            return *part;
        }
    }
    choices[choices.len() - 1].0
}
