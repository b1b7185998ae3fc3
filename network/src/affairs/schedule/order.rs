//! In which order talks are given their days.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::days::{Day, number};
use super::{Talk, Wishes};

/// What waits for what, and who is next.
pub(super) struct Waiting {
    /// By talk: what has to be over before it, each once.
    pub(super) after: Vec<Vec<usize>>,
    /// By talk: what waits for it.
    before: Vec<Vec<usize>>,
    /// By talk: the number of its circle, when it waits for itself in the end.
    pub(super) circles: Vec<Option<usize>>,
    /// By talk: for how many others it still waits.
    open: Vec<usize>,
    /// By talk: its place among all.
    ranks: Vec<usize>,
    ready: BinaryHeap<Reverse<(usize, usize)>>,
}

impl Waiting {
    /// Those that wait for each other in a circle are never ready.
    pub(super) fn new(wishes: &Wishes) -> Self {
        let talks = wishes.talks;
        let mut after: Vec<Vec<usize>> = talks.iter().map(|talk| talk.after.clone()).collect();
        let mut before = vec![Vec::new(); talks.len()];
        for (talk, after) in after.iter_mut().enumerate() {
            after.sort_unstable_by_key(|other| talks[*other].order);
            after.dedup();
            after.iter().for_each(|other| before[*other].push(talk));
        }
        let (circles, in_order) = circles(&after);
        let deadlines = deadlines(wishes, &before, &circles, &in_order);
        let mut places: Vec<usize> = (0..talks.len()).collect();
        places.sort_by(|one, other| {
            let key = |at: usize| -> (Day, &Talk) { (deadlines[at], &talks[at]) };
            let ((deadline, talk), (other_deadline, other)) = (key(*one), key(*other));
            let by_deadline = deadline.cmp(&other_deadline);
            by_deadline.then(other.priority.total_cmp(&talk.priority)).then(talk.order.cmp(&other.order))
        });
        let mut ranks = vec![0; talks.len()];
        places.iter().enumerate().for_each(|(rank, talk)| ranks[*talk] = rank);
        let open: Vec<usize> = after.iter().map(Vec::len).collect();
        let free = (0..talks.len()).filter(|talk| open[*talk] == 0).map(|talk| Reverse((ranks[talk], talk)));
        Self { ready: free.collect(), after, before, circles, open, ranks }
    }

    /// The next talk whose turn it is. All that it waits for are settled.
    pub(super) fn next(&mut self) -> Option<usize> {
        self.ready.pop().map(|Reverse((_, talk))| talk)
    }

    /// A talk has found its days or not: those that wait for it may be ready.
    pub(super) fn settle(&mut self, talk: usize) {
        for next in &self.before[talk] {
            self.open[*next] -= 1;
            if self.open[*next] == 0 && self.circles[*next].is_none() {
                self.ready.push(Reverse((self.ranks[*next], *next)));
            }
        }
    }
}

/// The circle of each talk that waits for itself, and all talks with what waits first.
fn circles(after: &[Vec<usize>]) -> (Vec<Option<usize>>, Vec<usize>) {
    let mut graph: DiGraph<(), ()> = DiGraph::with_capacity(after.len(), 0);
    after.iter().for_each(|_| {
        graph.add_node(());
    });
    for (talk, others) in after.iter().enumerate() {
        for other in others {
            graph.add_edge(NodeIndex::new(talk), NodeIndex::new(*other), ());
        }
    }
    let mut circles = vec![None; after.len()];
    // What is waited for comes first, so what waits comes first the other way round.
    let parts = kosaraju_scc(&graph);
    for (number, part) in parts.iter().enumerate() {
        if part.len() > 1 || part.iter().any(|talk| after[talk.index()].contains(&talk.index())) {
            part.iter().for_each(|talk| circles[talk.index()] = Some(number));
        }
    }
    let in_order = parts.iter().rev().flatten().map(|talk| talk.index()).collect();
    (circles, in_order)
}

/// By when each talk should be over: at the end of its window, or so early that what waits for it can still be had.
fn deadlines(wishes: &Wishes, before: &[Vec<usize>], circles: &[Option<usize>], in_order: &[usize]) -> Vec<Day> {
    let mut deadlines: Vec<Day> = wishes.talks.iter().map(|talk| number(talk.window.last())).collect();
    for talk in in_order {
        // What can never be had hurries nobody.
        let waiting = before[*talk].iter().filter(|next| circles[**next].is_none());
        let earliest = waiting.filter_map(|next| {
            let Talk { window, days, calendar, .. } = &wishes.talks[*next];
            let first = number(window.first().max(wishes.from));
            wishes.calendars[*calendar].latest_start(first, deadlines[*next], *days)
        });
        if let Some(start) = earliest.min() {
            deadlines[*talk] = deadlines[*talk].min(start - 1);
        }
    }
    deadlines
}
