//! By looking at all coalitions, 64 at a time: each one a bit, in words for the first six parties.

use super::{Banzhaf, MOST_MINIMAL, Pivotality, Quota};
use crate::measure::real;

/// Parties whose coalitions make one word.
const IN_WORD: usize = 6;

/// Of each of them, the coalitions in a word in which it takes part.
const WITH: [u64; IN_WORD] = [
    0xaaaa_aaaa_aaaa_aaaa,
    0xcccc_cccc_cccc_cccc,
    0xf0f0_f0f0_f0f0_f0f0,
    0xff00_ff00_ff00_ff00,
    0xffff_0000_ffff_0000,
    0xffff_ffff_0000_0000,
];

pub(super) fn banzhaf(n: usize, quotas: &[Quota]) -> Banzhaf {
    let words = winning(n, quotas);
    let won = |words: &mut dyn Iterator<Item = u64>| words.map(|word| u64::from(word.count_ones())).sum::<u64>();
    let all = won(&mut words.iter().copied());
    let party = |party: usize| {
        let with = if party < IN_WORD {
            won(&mut words.iter().map(|word| word & WITH[party]))
        } else {
            let takes_part = |at: &usize| at >> (party - IN_WORD) & 1 == 1;
            won(&mut (0..words.len()).filter(takes_part).map(|at| words[at]))
        };
        // More parties never lose, so those that it wins for are those with it less those without it.
        let swings = usize::try_from(with - (all - with)).unwrap_or(usize::MAX);
        let value = real(swings) / real(1 << (n - 1));
        Pivotality { value, between: (value, value) }
    };
    let parties = (0..n).map(party).collect();
    let (minimal_count, minimal) = minimal(n, &words);
    Banzhaf { parties, exact: true, winning: Some(all), minimal_count: Some(minimal_count), minimal }
}

/// Of each coalition whether it wins: the bit of its first six parties in the word of the others.
fn winning(n: usize, quotas: &[Quota]) -> Vec<u64> {
    let in_word = n.min(IN_WORD);
    let sum = |parties: &[u64], coalition: usize| -> u64 {
        (0..parties.len()).filter(|at| coalition >> at & 1 == 1).map(|at| parties[at]).sum()
    };
    let sums: Vec<([u64; 64], u64, &[u64])> = quotas
        .iter()
        .map(|quota| {
            let (first, others) = quota.brings.split_at(in_word);
            (std::array::from_fn(|coalition| sum(first, coalition)), quota.needed, others)
        })
        .collect();
    let there = if in_word == IN_WORD { u64::MAX } else { (1 << (1 << in_word)) - 1 };
    let word = |coalition: usize| {
        sums.iter().fold(there, |word, (first, needed, others)| {
            let missing = needed.saturating_sub(sum(others, coalition));
            let enough = first.iter().enumerate().map(|(at, sum)| u64::from(*sum >= missing) << at);
            word & enough.fold(0, |word, bit| word | bit)
        })
    };
    (0..1 << (n - in_word)).map(word).collect()
}

/// Coalitions that win and lose as soon as anybody leaves: how many, and the first of them.
fn minimal(n: usize, words: &[u64]) -> (u64, Vec<Vec<usize>>) {
    let others = n.saturating_sub(IN_WORD);
    let mut count = 0;
    // By size, so that the smallest can be told first.
    let mut by_size: Vec<Vec<usize>> = vec![Vec::new(); n + 1];
    for (at, word) in words.iter().enumerate() {
        // A bit of a coalition that wins without the party: moved from where that coalition stands.
        let within = (0..n.min(IN_WORD)).fold(0, |spare, party| spare | (word & !WITH[party]) << (1 << party));
        let leaves = (0..others).filter(|party| at >> party & 1 == 1);
        let spare = leaves.fold(within, |spare, party| spare | words[at & !(1 << party)]);
        let mut left = word & !spare;
        count += u64::from(left.count_ones());
        while left != 0 {
            let coalition = at << IN_WORD | left.trailing_zeros() as usize;
            let same_size = &mut by_size[coalition.count_ones() as usize];
            if same_size.len() < MOST_MINIMAL {
                same_size.push(coalition);
            }
            left &= left - 1;
        }
    }
    let smallest = by_size.into_iter().flatten().take(MOST_MINIMAL);
    (count, smallest.map(|coalition| (0..n).filter(|at| coalition >> at & 1 == 1).collect()).collect())
}
