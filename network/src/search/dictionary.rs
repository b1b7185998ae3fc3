//! Every word of the network, and in which texts it stands.

use std::fmt;

use fst::automaton::{Automaton, Str};
use fst::{IntoStreamer, Map, Streamer};
use levenshtein_automata::{Distance, LevenshteinAutomatonBuilder};
use rustc_hash::FxHashMap;

/// Quality of a word that was typed in full, in percent.
pub(super) const WHOLE: u8 = 100;
/// Quality of the beginning of a word, when almost nothing of it was typed.
const PREFIX: u8 = 70;
/// What is added to it as more of the word was typed. The longest beginning stays below a whole word in any kind of name,
/// and the shortest above a typo (see the shares in `rank`).
const PREFIX_RANGE: usize = 8;
/// Quality of a word with one typo.
const TYPO: u8 = 55;
/// Quality of the beginning of a word with one typo.
const TYPO_PREFIX: u8 = 45;

/// Letters from which a word may have a typo: in shorter ones, one letter makes another word.
const TYPO_FROM: usize = 4;

/// A word of the dictionary that a typed word may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Match {
    /// How well it fits, in percent.
    pub quality: u8,
    /// Its number.
    pub word: u32,
}

/// Words with the texts in which they stand. Words and texts are numbered.
pub(super) struct Dictionary {
    /// The words in order of their bytes, each with its number.
    words: Map<Vec<u8>>,
    offsets: Vec<u32>,
    /// Texts of the first word first.
    texts: Vec<u32>,
    typos: LevenshteinAutomatonBuilder,
}

impl fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Dictionary").field("words", &self.words.len()).finish_non_exhaustive()
    }
}

impl Dictionary {
    /// The texts in which a word stands.
    pub(super) fn texts(&self, word: u32) -> &[u32] {
        let at = word as usize;
        &self.texts[self.offsets[at] as usize..self.offsets[at + 1] as usize]
    }

    /// What a typed word may mean, best first.
    pub(super) fn matches(&self, typed: &str) -> Vec<Match> {
        let letters = typed.chars().count();
        // A number with a wrong digit is another number.
        let may_have_typo = letters >= TYPO_FROM && typed.chars().all(char::is_alphabetic);
        let mut matches = if may_have_typo { self.near(typed, letters) } else { self.beginnings(typed, letters) };
        matches.sort_unstable_by_key(|found| (std::cmp::Reverse(found.quality), found.word));
        matches
    }

    fn beginnings(&self, typed: &str, letters: usize) -> Vec<Match> {
        collect(self.words.search(Str::new(typed).starts_with()), |word| beginning(typed, letters, word))
    }

    fn near(&self, typed: &str, letters: usize) -> Vec<Match> {
        let words = self.typos.build_dfa(typed);
        let beginnings = self.typos.build_prefix_dfa(typed);
        collect(self.words.search(&beginnings), |word| match (words.eval(word), beginnings.eval(word)) {
            (Distance::Exact(0), _) | (_, Distance::Exact(0)) => beginning(typed, letters, word),
            (Distance::Exact(_), _) => TYPO,
            _ => TYPO_PREFIX,
        })
    }
}

fn collect<A: Automaton>(found: fst::map::StreamBuilder<'_, A>, quality: impl Fn(&[u8]) -> u8) -> Vec<Match> {
    let mut stream = found.into_stream();
    let mut matches = Vec::new();
    while let Some((word, number)) = stream.next() {
        if let Ok(number) = u32::try_from(number) {
            matches.push(Match { quality: quality(word), word: number });
        }
    }
    matches
}

/// Quality of a word that begins with what was typed.
fn beginning(typed: &str, letters: usize, word: &[u8]) -> u8 {
    if word.len() == typed.len() {
        return WHOLE;
    }
    // Words are UTF-8: every letter has one byte that continues none.
    let all = word.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count();
    PREFIX + u8::try_from(PREFIX_RANGE * letters / all.max(1)).unwrap_or(0)
}

/// Collects words.
#[derive(Default)]
pub(super) struct DictionaryBuilder {
    numbers: FxHashMap<String, u32>,
    /// (word, text), numbers of words as they came.
    pairs: Vec<(u32, u32)>,
}

impl DictionaryBuilder {
    /// A word of a text. Words of one text come after each other.
    pub(super) fn add(&mut self, word: &str, text: u32) {
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        let number = match self.numbers.get(word) {
            Some(number) => *number,
            None => *self.numbers.entry(word.to_owned()).or_insert(next),
        };
        let twice = self.pairs.iter().rev().take_while(|pair| pair.1 == text).any(|pair| pair.0 == number);
        if !twice {
            self.pairs.push((number, text));
        }
    }

    /// The dictionary: its words have numbers in the order of their bytes.
    pub(super) fn build(self) -> Dictionary {
        let mut sorted: Vec<(String, u32)> = self.numbers.into_iter().collect();
        sorted.sort_unstable();
        let mut ranks = vec![0u32; sorted.len()];
        for (rank, (_, number)) in (0u32..).zip(&sorted) {
            ranks[*number as usize] = rank;
        }
        let mut offsets = vec![0u32; sorted.len() + 1];
        for (number, _) in &self.pairs {
            offsets[ranks[*number as usize] as usize + 1] += 1;
        }
        for at in 1..offsets.len() {
            offsets[at] += offsets[at - 1];
        }
        let mut next = offsets.clone();
        let mut texts = vec![0u32; self.pairs.len()];
        for (number, text) in &self.pairs {
            let at = &mut next[ranks[*number as usize] as usize];
            texts[*at as usize] = *text;
            *at += 1;
        }
        #[expect(
            clippy::expect_used,
            reason = "the words are sorted and distinct, and memory takes all that is written"
        )]
        let words =
            Map::from_iter((0u64..).zip(&sorted).map(|(rank, (word, _))| (word, rank))).expect("words in order");
        let typos = LevenshteinAutomatonBuilder::new(1, true);
        Dictionary { words, offsets, texts, typos }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_beginning_and_with_one_typo() {
        let words = ["drents", "drenthe", "drie", "overijssel", "overijsselse", "sbb", "sbc", "één", "51048329"];
        let mut builder = DictionaryBuilder::default();
        for (text, word) in (0u32..).zip(words) {
            builder.add(word, text);
        }
        let dictionary = builder.build();
        let found = |typed: &str| -> Vec<(&str, u8)> {
            let matches = dictionary.matches(typed);
            matches.iter().map(|found| (words[dictionary.texts(found.word)[0] as usize], found.quality)).collect()
        };
        assert_eq!(found("drents"), [("drents", 100), ("drenthe", 45)]);
        assert_eq!(found("dre"), [("drents", 74), ("drenthe", 73)]);
        // Delete, insert, substitute, transpose; of a whole word and of a beginning.
        assert_eq!(found("overijsel"), [("overijssel", 55), ("overijsselse", 45)]);
        assert_eq!(found("drients"), [("drents", 55)]);
        assert_eq!(found("drente"), [("drenthe", 55), ("drents", 55)]);
        assert_eq!(found("ovrei"), [("overijssel", 45), ("overijsselse", 45)]);
        // No typo in short words and in numbers.
        assert_eq!(found("sbb"), [("sbb", 100)]);
        assert_eq!(found("51048328"), []);
        assert_eq!(found("5104"), [("51048329", 74)]);
        assert_eq!(found("één"), [("één", 100)]);
    }
}
