//! Which pairs share more than chance would have it.

use rustc_hash::FxHashMap;

use super::expected::Expected;
use super::{Undefined, real};

/// Two who share columns.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sharing {
    /// The one with the lower number.
    pub one: u32,
    /// The other.
    pub other: u32,
    /// How many columns they share.
    pub shared: u32,
    /// The chance that they share at least so many.
    pub p_value: f64,
}

/// Who shares columns with whom, and how likely that would be by chance.
#[derive(Debug, Clone, PartialEq)]
pub struct Backbone {
    /// All pairs that share columns, in order.
    pub pairs: Vec<Sharing>,
    /// How many pairs there are, also of those who share nothing: all of two that each take part in something.
    pub tested: usize,
}

/// Tests a table of who takes part where, by the stochastic degree sequence model: the chance of sharing so many columns when
/// each takes part in as many as it does and each column has as many as it has.
///
/// * `columns`: of each column who takes part, in order, each once; numbers below `rows`.
///
/// Time in proportion to the pairs in the columns, and to columns and shared ones for each two different sums.
///
/// # Errors
/// [`Undefined::NoVenues`] when nobody takes part, [`Undefined::NoFit`] when no chances fit the sums.
///
/// Source: Neal, Domagalski and Sagan 2021, doi:10.1038/s41598-021-03238-3.
pub fn backbone(rows: usize, columns: &[&[u32]]) -> Result<Backbone, Undefined> {
    let mut row_sums = vec![0; rows];
    columns.iter().copied().flatten().for_each(|row| row_sums[*row as usize] += 1);
    let n_active = row_sums.iter().filter(|sum| **sum > 0).count();
    if n_active == 0 {
        return Err(Undefined::NoVenues);
    }
    let column_sums: Vec<usize> = columns.iter().map(|column| column.len()).collect();
    let expected = Expected::new(&row_sums, &column_sums).ok_or(Undefined::NoFit)?;
    let kinds = |one: u32, other: u32| {
        let [one, other] = [one, other].map(|row| expected.row_kinds[row as usize]);
        (one.min(other), one.max(other))
    };
    let shared = shared(columns);
    // Of rows of each two kinds, the most that any two share.
    let mut most: FxHashMap<(usize, usize), u32> = FxHashMap::default();
    for (one, other, shared) in &shared {
        let most = most.entry(kinds(*one, *other)).or_default();
        *most = (*most).max(*shared);
    }
    let tails: FxHashMap<_, _> = most.into_iter().map(|(kinds, most)| (kinds, tail(&expected, kinds, most))).collect();
    let pair = |(one, other, shared)| {
        let p_value = tails[&kinds(one, other)][shared as usize].min(1.0);
        Sharing { one, other, shared, p_value }
    };
    Ok(Backbone { pairs: shared.into_iter().map(pair).collect(), tested: n_active * (n_active - 1) / 2 })
}

impl Backbone {
    /// Those that share more than chance would have it, in order: of all that are told together, at most the part `alpha`
    /// does so by chance.
    ///
    /// * `alpha`: above 0 and below 1.
    ///
    /// Source: Benjamini and Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x.
    pub fn significant(&self, alpha: f64) -> impl Iterator<Item = &Sharing> {
        let mut values: Vec<f64> = self.pairs.iter().map(|pair| pair.p_value).collect();
        values.sort_unstable_by(f64::total_cmp);
        let passes =
            |(at, value): (usize, &f64)| (*value <= alpha * real(at + 1) / real(self.tested)).then_some(*value);
        let highest = values.iter().enumerate().filter_map(passes).next_back();
        self.pairs.iter().filter(move |pair| highest.is_some_and(|highest| pair.p_value <= highest))
    }
}

/// All pairs that share columns, in order, with how many.
fn shared(columns: &[&[u32]]) -> Vec<(u32, u32, u32)> {
    let mut counts: FxHashMap<(u32, u32), u32> = FxHashMap::default();
    for column in columns {
        for (at, one) in column.iter().enumerate() {
            for other in &column[at + 1..] {
                *counts.entry((*one, *other)).or_default() += 1;
            }
        }
    }
    let mut pairs: Vec<_> = counts.into_iter().map(|((one, other), count)| (one, other, count)).collect();
    pairs.sort_unstable();
    pairs
}

/// The chance that two rows of these kinds share at least 0, 1, 2, …, `most` columns.
fn tail(expected: &Expected, (one, other): (usize, usize), most: u32) -> Vec<f64> {
    // Of each number of shared columns its chance, one column after the other: the Poisson-binomial distribution. The last
    // number stands for all from there on.
    let last = most as usize;
    let mut chances = vec![0.0; last + 1];
    chances[0] = 1.0;
    for kind in &expected.column_kinds {
        let both = expected.chances[one][*kind] * expected.chances[other][*kind];
        chances[last] += chances[last - 1] * both;
        for at in (1..last).rev() {
            chances[at] = chances[at] * (1.0 - both) + chances[at - 1] * both;
        }
        chances[0] *= 1.0 - both;
    }
    // From the far end, so that small chances are not lost beside large ones.
    let mut sum = 0.0;
    for chance in chances.iter_mut().rev() {
        sum += *chance;
        *chance = sum;
    }
    chances
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_who_are_always_together_stand_out() {
        // 0 and 1 share ten columns; twenty others are spread over forty columns of two each, one of a kind.
        let mut columns: Vec<Vec<u32>> = vec![vec![0, 1]; 10];
        columns.extend((0..40).map(|at: u32| vec![2 + at % 20, 2 + (at * 7 + 1 + at / 20) % 20]));
        columns.iter_mut().for_each(|column| column.sort_unstable());
        columns.retain(|column| column[0] != column[1]);
        let columns: Vec<&[u32]> = columns.iter().map(Vec::as_slice).collect();
        let found = backbone(23, &columns).expect("a fit");
        assert_eq!(found.tested, 22 * 21 / 2);
        let told: Vec<_> = found.significant(0.05).map(|pair| (pair.one, pair.other, pair.shared)).collect();
        assert_eq!(told, [(0, 1, 10)]);
    }

    #[test]
    fn the_chance_of_sharing_is_exact() {
        // Four rows of one, two columns of two: each chance is ½, both in one column ¼, so at least one shared 7/16.
        let found = backbone(4, &[&[0, 1], &[2, 3]]).expect("a fit");
        assert_eq!((found.tested, found.pairs.len()), (6, 2));
        assert!(found.pairs.iter().all(|pair| (pair.p_value - 7.0 / 16.0).abs() < 1e-9));
        assert_eq!(found.significant(0.99).count(), 0, "7/16 is more than 0.99 · 2/6");
        let expected = Expected::new(&[1; 4], &[2, 2]).expect("a fit");
        for (value, exact) in tail(&expected, (0, 0), 2).into_iter().zip([1.0, 7.0 / 16.0, 1.0 / 16.0]) {
            assert!((value - exact).abs() < 1e-9);
        }
    }

    #[test]
    fn without_anybody_there_is_none() {
        assert_eq!(backbone(3, &[]), Err(Undefined::NoVenues));
        // Who takes part everywhere shares what chance must have it.
        let all = backbone(2, &[&[0, 1], &[0, 1]]).expect("a fit");
        assert_eq!(all.pairs, [Sharing { one: 0, other: 1, shared: 2, p_value: 1.0 }]);
        assert_eq!((all.tested, all.significant(0.05).count()), (1, 0));
    }
}
