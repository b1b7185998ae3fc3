//! How government, education and business come together in venues.

use super::random::Random;
use super::{Undefined, real};

/// Fewer cases than this tell nothing.
pub const FEWEST_CASES: usize = 30;

/// How often presence is dealt anew to see what chance makes.
const PERMUTATIONS: usize = 999;

/// How many cases have all three helices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tripartite {
    /// Cases with all three.
    pub all_three: usize,
    /// All cases.
    pub cases: usize,
}

impl Tripartite {
    /// Of cases of which each has each helix or not; `None` when there is no case.
    #[must_use]
    pub fn of(cases: &[[bool; 3]]) -> Option<Self> {
        let all_three = cases.iter().filter(|case| **case == [true; 3]).count();
        (!cases.is_empty()).then_some(Self { all_three, cases: cases.len() })
    }

    /// The part with all three, from 0 to 1.
    #[must_use]
    pub fn share(self) -> f64 {
        real(self.all_three) / real(self.cases)
    }
}

/// Leydesdorff's synergy of three helices: whether the three together tell more than each two of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Synergy {
    /// T in millibits: below 0 is synergy, less uncertainty than each two of them leave.
    pub millibits: f64,
    /// How often chance makes a T as far from 0, from 0.001 to 1: 999 permutations of who is where.
    pub p_value: f64,
    /// How many cases.
    pub cases: usize,
}

/// T = H_U + H_I + H_G − H_UI − H_UG − H_IG + H_UIG over cases, such as venues, of which each has each helix or not.
///
/// * `cases`: of each, whether government, education and business are there.
/// * `seed`: of the permutations.
///
/// # Errors
/// [`Undefined::NoVenues`] when there is no case; [`Undefined::DegenerateHelix`] when a helix is in all cases or in none,
/// as T is then 0 whatever the others do; [`Undefined::TooFewVenues`] with fewer than 30.
///
/// Source: Leydesdorff, Park and Lengyel 2014, doi:10.1007/s11192-013-1215-9.
pub fn synergy(cases: &[[bool; 3]], seed: u64) -> Result<Synergy, Undefined> {
    if cases.is_empty() {
        return Err(Undefined::NoVenues);
    }
    let present = |helix: usize| cases.iter().filter(|case| case[helix]).count();
    if (0..3).any(|helix| [0, cases.len()].contains(&present(helix))) {
        return Err(Undefined::DegenerateHelix);
    }
    if cases.len() < FEWEST_CASES {
        return Err(Undefined::TooFewVenues);
    }
    let bits = transmission(cases);
    let mut random = Random::new(seed);
    let mut columns: [Vec<bool>; 3] = [0, 1, 2].map(|helix| cases.iter().map(|case| case[helix]).collect());
    let as_far = (0..PERMUTATIONS).filter(|_| {
        columns.iter_mut().for_each(|column| random.shuffle(column));
        let dealt: Vec<[bool; 3]> = (0..cases.len()).map(|at| [0, 1, 2].map(|helix| columns[helix][at])).collect();
        transmission(&dealt).abs() >= bits.abs() - 1e-12
    });
    let p_value = real(1 + as_far.count()) / real(PERMUTATIONS + 1);
    Ok(Synergy { millibits: bits * 1_000.0, p_value, cases: cases.len() })
}

/// T in bits.
fn transmission(cases: &[[bool; 3]]) -> f64 {
    let mut counts = [0usize; 8];
    cases
        .iter()
        .for_each(|case| counts[case.iter().fold(0, |number, is_there| number * 2 + usize::from(*is_there))] += 1);
    // The uncertainty of the helices in a mask: cases that agree on them count together.
    let entropy = |mask: usize| {
        let mut together = [0usize; 8];
        counts.iter().enumerate().for_each(|(case, count)| together[case & mask] += count);
        let shares = together.iter().filter(|count| **count > 0).map(|count| real(*count) / real(cases.len()));
        -shares.map(|share| share * share.log2()).sum::<f64>()
    };
    let sum = |masks: &[usize]| masks.iter().map(|mask| entropy(*mask)).sum::<f64>();
    sum(&[1, 2, 4]) - sum(&[3, 5, 6]) + entropy(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cases(counts: &[(&str, usize)]) -> Vec<[bool; 3]> {
        let case = |bits: &str| {
            let bits: Vec<bool> = bits.bytes().map(|bit| bit == b'1').collect();
            [bits[0], bits[1], bits[2]]
        };
        counts.iter().flat_map(|(bits, count)| std::iter::repeat_n(case(bits), *count)).collect()
    }

    fn assert_bits(counts: &[(&str, usize)], bits: f64) {
        let found = transmission(&cases(counts));
        assert!((found - bits).abs() < 5e-7, "{found} is not {bits}");
    }

    #[test]
    fn the_third_may_tell_all_that_two_do_not() {
        assert_bits(&[("000", 1), ("011", 1), ("101", 1), ("110", 1)], -1.0);
        assert_bits(&[("000", 1), ("111", 1)], 1.0);
        let each = ["000", "001", "010", "011", "100", "101", "110", "111"].map(|case| (case, 1));
        assert_bits(&each, 0.0);
        assert_bits(&[("111", 6), ("011", 4), ("101", 3), ("001", 3), ("110", 2)], 0.012_455);
    }

    #[test]
    fn where_it_means_nothing_it_is_not_told() {
        // Government, the first, is everywhere.
        let everywhere = cases(&[("111", 6), ("110", 4), ("101", 3), ("100", 30)]);
        assert!(transmission(&everywhere).abs() < 1e-12);
        assert_eq!(synergy(&everywhere, 0), Err(Undefined::DegenerateHelix));
        let few = cases(&[("111", 6), ("011", 4), ("101", 3), ("001", 3), ("110", 2)]);
        assert_eq!(synergy(&few, 0), Err(Undefined::TooFewVenues));
        assert_eq!(synergy(&[], 0), Err(Undefined::NoVenues));
    }

    #[test]
    fn the_part_with_all_three() {
        let some = Tripartite::of(&cases(&[("111", 1), ("110", 3)])).expect("cases");
        assert_eq!((some.all_three, some.share()), (1, 0.25));
        assert_eq!(Tripartite::of(&[]), None);
    }

    #[test]
    fn a_pattern_stands_out_and_chance_does_not() {
        let pattern = cases(&[("000", 10), ("011", 10), ("101", 10), ("110", 10)]);
        let found = synergy(&pattern, 0).expect("defined");
        assert!((found.millibits + 1_000.0).abs() < 1e-9);
        assert_eq!((found.p_value, found.cases), (0.001, 40));
        let each = ["000", "001", "010", "011", "100", "101", "110", "111"].map(|case| (case, 5));
        assert_eq!(synergy(&cases(&each), 0).map(|found| found.p_value), Ok(1.0));
    }
}
