//! Which nodes answer a text, and how well.

use std::cmp::Reverse;

use super::index::{Code, SearchIndex, TextKind};
use super::text::{MOST_WORDS, SearchText};
use super::{Hit, SearchType};
use crate::facts::*;
use crate::node::NodeIx;
use crate::period::Tense;
use crate::view::View;

/// Share, in percent, of a name that is in use: official, short, or the node's own.
const IN_USE: u32 = 100;
/// Share of an alias, an abbreviation, a name in English.
const OTHER: u32 = 97;
/// Share of a key of which words were typed.
const KEY: u32 = 94;
/// Share of a name that was used before.
const FORMER: u32 = 90;

/// Share, in per mille, of a text of which almost no word was typed.
const LEAST_COVERED: u32 = 950;
/// What is added to it as more words were typed; 1000 in all when all were. So an alias in full comes before a part of a
/// name in use (DSO before DSO Kernteam), and that before a part of an alias.
const COVERED_RANGE: u32 = 15;
/// Share of words that stand in different texts of a node.
const SCATTERED: u32 = 85;

/// Score of a key or register number that was typed in full.
const EXACT: u32 = 1_000_000;
/// Share of every other score, so that none comes near.
const INEXACT: u32 = 99;

/// Places that a typed word looks at. Those of the best matches come first, so only the weakest are left out.
const MOST_STEPS: usize = 1_000_000;

impl SearchIndex {
    /// See [`View::search`]. The view must be one of the network that the index was made from.
    #[must_use]
    pub fn search(&self, view: &View, text: &SearchText, types: &[SearchType]) -> Vec<Hit> {
        let mut scores = vec![0u32; self.nodes.len()];
        self.whole(view, &text.whole, &mut scores);
        self.words(view, &text.split, &mut scores);
        if text.joined != text.split {
            self.words(view, &text.joined, &mut scores);
        }
        let found = |(score, node): (&u32, &NodeIx)| {
            let wanted = types.is_empty() || SearchType::of(*node).is_some_and(|kind| types.contains(&kind));
            (*score > 0 && wanted && view.sees(*node) == Some(Tense::Current)).then_some((*score, *node))
        };
        self.in_order(view, scores.iter().zip(&self.nodes).filter_map(found).collect())
    }

    /// Keys and register numbers that are exactly this.
    fn whole(&self, view: &View, typed: &str, scores: &mut [u32]) {
        let network = &**view.network();
        for code in self.codes(network, typed) {
            match code {
                Code::Key(node) => scores[node as usize] = EXACT,
                Code::Number(node, ix) if view.trusts(network.identifiers.confidence(ix)) => {
                    scores[node as usize] = EXACT;
                }
                Code::Number(..) => {}
            }
        }
    }

    /// Nodes in which every one of the words stands.
    fn words(&self, view: &View, words: &[String], scores: &mut [u32]) {
        if words.is_empty() {
            return;
        }
        // A text has at most MOST_WORDS words, so their bits fit.
        let all = (1u16 << words.len()) - 1;
        // Of every text and word, the best quality; of every node, the words that stand in it, one bit each.
        let mut qualities = vec![vec![0u8; self.texts.len()]; words.len()];
        let mut seen = vec![0u16; self.nodes.len()];
        for (at, word) in words.iter().enumerate() {
            let mut steps = 0;
            for found in self.dictionary.matches(word) {
                let places = self.dictionary.texts(found.word);
                steps += places.len();
                if steps > MOST_STEPS {
                    break;
                }
                for place in places {
                    // The best match of a text came first.
                    let quality = &mut qualities[at][*place as usize];
                    if *quality == 0 {
                        *quality = found.quality;
                        seen[self.texts[*place as usize].node as usize] |= 1 << at;
                    }
                }
            }
            let so_far = (2u16 << at) - 1;
            if !seen.contains(&so_far) {
                return;
            }
        }
        for (node, _) in (0u32..).zip(&seen).filter(|(_, bits)| **bits == all) {
            let score = self.score(view, node, &qualities);
            let best = &mut scores[node as usize];
            *best = (*best).max(score);
        }
    }

    /// How well a node answers words, below [`EXACT`]. 0: some word stands only in what the view does not show.
    fn score(&self, view: &View, node: u32, qualities: &[Vec<u8>]) -> u32 {
        let typed = u32::try_from(qualities.len()).unwrap_or(u32::MAX);
        let mut best = [0u32; MOST_WORDS];
        let mut together = 0;
        for (at, text) in self.texts_of(node) {
            if qualities.iter().all(|of_word| of_word[at] == 0) {
                continue;
            }
            let Some(share) = share(view, text.kind) else { continue };
            let (mut sum, mut all) = (0, true);
            for (best, of_word) in best.iter_mut().zip(qualities) {
                let quality = u32::from(of_word[at]);
                *best = (*best).max(quality * share);
                sum += quality;
                all &= quality > 0;
            }
            if all {
                let words = u32::from(text.words);
                let covered = if typed >= words { 1000 } else { LEAST_COVERED + COVERED_RANGE * typed / words };
                together = together.max(sum * share * covered / typed / 10);
            }
        }
        let best = &best[..qualities.len()];
        if best.contains(&0) {
            return 0;
        }
        let scattered = best.iter().sum::<u32>() * SCATTERED / typed;
        together.max(scattered) / 100 * INEXACT
    }

    /// Best first; among equals in Dutch order of the names, then by noun and id.
    fn in_order(&self, view: &View, found: Vec<(u32, NodeIx)>) -> Vec<Hit> {
        let network = &**view.network();
        let organisations = view.organisations();
        // Organisations are compared by their places in the Dutch order: there may be very many of them.
        let mut places = vec![u32::MAX; network.organisations.slots()];
        for (place, ix) in (0u32..).zip(organisations) {
            places[ix.at()] = place;
        }
        // All else stands before the organisation at whose place it would be put in, in an order of its own.
        let mut hits: Vec<(Reverse<u32>, u32, u32, NodeIx)> = Vec::with_capacity(found.len());
        let mut others = Vec::new();
        for (score, node) in found {
            match node {
                NodeIx::Organisation(ix) => hits.push((Reverse(score), places[ix.at()], u32::MAX, node)),
                _ => others.push((self.key(view, node), node.noun(), node.uuid(network), score, node)),
            }
        }
        others.sort_unstable_by_key(|(key, noun, id, ..)| (*key, *noun, *id));
        hits.extend((0u32..).zip(others).map(|(rank, (key, .., score, node))| {
            let before = organisations.partition_point(|ix| view.sort_key(*ix) < key);
            (Reverse(score), u32::try_from(before).unwrap_or(u32::MAX), rank, node)
        }));
        hits.sort_unstable_by_key(|(score, place, rank, _)| (*score, *place, *rank));
        let score = |points: u32| f64::from(points) / f64::from(EXACT);
        hits.into_iter().map(|(Reverse(points), .., node)| Hit { score: score(points), node }).collect()
    }

    /// The sort key of a node's name: bytes in Dutch order.
    fn key<'a>(&'a self, view: &'a View, node: NodeIx) -> &'a [u8] {
        let alphabets = &view.network().alphabets;
        match node {
            NodeIx::Organisation(ix) => view.sort_key(ix),
            NodeIx::StakeholderGroup(ix) => alphabets.groups.key(ix),
            NodeIx::Body(ix) => alphabets.bodies.key(ix),
            NodeIx::ProgrammeLine(ix) => alphabets.lines.key(ix),
            NodeIx::Initiative(ix) => alphabets.initiatives.key(ix),
            NodeIx::Agreement(ix) => alphabets.agreements.key(ix),
            NodeIx::Person(ix) => alphabets.persons.key(ix),
            // Nothing else is in the index.
            _ => &[],
        }
    }
}

/// What a text counts for on the day, in percent; `None`: the view does not show it.
fn share(view: &View, kind: TextKind) -> Option<u32> {
    let network = &**view.network();
    match kind {
        TextKind::Own => Some(IN_USE),
        TextKind::OwnOrOfficial(ix) => {
            let official = network.official_name(ix, Language::Nl, view.valid_at(), view.min_confidence());
            let own = |name| network.names.get(name).name == network.organisations.get(ix).name_nl;
            Some(if official.is_none_or(own) { IN_USE } else { OTHER })
        }
        TextKind::English => Some(OTHER),
        TextKind::Name(ix, kind) => match (view.fact(&network.names, ix)?, kind) {
            (Tense::Ended, _) => Some(FORMER),
            (_, NameKind::Official | NameKind::Short) => Some(IN_USE),
            (_, NameKind::Abbreviation | NameKind::Alias) => Some(OTHER),
        },
        TextKind::Key => Some(KEY),
    }
}
