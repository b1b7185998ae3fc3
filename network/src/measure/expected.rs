//! How likely each takes part in each venue, when only is known in how many each takes part and how many each venue has.

use super::real;

/// By how much a sum may be off.
const TOLERANCE: f64 = 1e-10;

/// Rounds after which there is no answer. Real networks take tens.
const MOST_ROUNDS: usize = 20_000;

/// The bipartite configuration model: of all ways to take part, the most even ones whose expected sums of rows and columns
/// are those given. Rows with equal sums are alike, and so are columns.
pub(super) struct Expected {
    /// Of each row and column, which of the different ones it is.
    pub(super) row_kinds: Vec<usize>,
    pub(super) column_kinds: Vec<usize>,
    /// Of each different row the chance of each different column.
    pub(super) chances: Vec<Vec<f64>>,
}

/// Different sums, and how many have each of them that are not settled.
struct Kinds {
    sums: Vec<usize>,
    counts: Vec<usize>,
    /// Settled: always or never, with whoever was left then.
    settled: Vec<bool>,
}

impl Kinds {
    fn new(sums: &[usize]) -> (Self, Vec<usize>) {
        let mut different: Vec<usize> = sums.to_vec();
        different.sort_unstable();
        different.dedup();
        let of: Vec<usize> = sums.iter().map(|sum| different.partition_point(|other| other < sum)).collect();
        let mut counts = vec![0; different.len()];
        of.iter().for_each(|kind| counts[*kind] += 1);
        (Self { settled: vec![false; different.len()], sums: different, counts }, of)
    }

    /// How many are not settled.
    fn left(&self) -> usize {
        self.open().map(|kind| self.counts[kind]).sum()
    }

    fn open(&self) -> impl Iterator<Item = usize> {
        (0..self.sums.len()).filter(|kind| !self.settled[*kind])
    }
}

impl Expected {
    /// Of these sums of rows and of columns, which add up to the same. `None` when no chances fit, which a table that has
    /// these sums may only come near.
    ///
    /// Source: Saracco et al. 2015, doi:10.1038/srep10595.
    pub(super) fn new(row_sums: &[usize], column_sums: &[usize]) -> Option<Self> {
        let (mut rows, row_kinds) = Kinds::new(row_sums);
        let (mut columns, column_kinds) = Kinds::new(column_sums);
        let mut chances = vec![vec![0.0; columns.sums.len()]; rows.sums.len()];
        // Who takes part everywhere or nowhere leaves no doubt, and others are left that do so among the rest.
        while settle(&mut rows, &mut columns, |row, column, chance| chances[row][column] = chance)
            || settle(&mut columns, &mut rows, |column, row, chance| chances[row][column] = chance)
        {}
        let (mut x, mut y) = (vec![0.0; rows.sums.len()], vec![0.0; columns.sums.len()]);
        let mut off = f64::INFINITY;
        for _ in 0..MOST_ROUNDS {
            fit(&rows, &mut x, &columns, &y);
            off = fit(&columns, &mut y, &rows, &x);
            if off <= TOLERANCE {
                break;
            }
        }
        if off > TOLERANCE {
            return None;
        }
        for row in rows.open() {
            for column in columns.open() {
                chances[row][column] = chance(x[row] + y[column]);
            }
        }
        Some(Self { row_kinds, column_kinds, chances })
    }
}

/// Settles those that take part in all of the others that are left, or in none. Whether there were any.
fn settle(these: &mut Kinds, others: &mut Kinds, mut set: impl FnMut(usize, usize, f64)) -> bool {
    let all = others.left();
    let sure = these.open().find(|kind| these.sums[*kind] == 0 || these.sums[*kind] == all);
    let Some(kind) = sure else { return false };
    let always = all > 0 && these.sums[kind] == all;
    these.settled[kind] = true;
    for other in 0..others.sums.len() {
        if !others.settled[other] {
            set(kind, other, if always { 1.0 } else { 0.0 });
            others.sums[other] -= if always { these.counts[kind] } else { 0 };
        }
    }
    true
}

fn chance(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// Fits each of these to its sum, given the others. Returns by how much the worst was off before.
fn fit(these: &Kinds, mine: &mut [f64], others: &Kinds, theirs: &[f64]) -> f64 {
    let mut off: f64 = 0.0;
    for kind in these.open() {
        let wanted = real(these.sums[kind]);
        let sum_and_slope = |log_odds: f64| {
            others.open().fold((0.0, 0.0), |(sum, slope), other| {
                let chance = chance(log_odds + theirs[other]);
                let count = real(others.counts[other]);
                (sum + count * chance, slope + count * chance * (1.0 - chance))
            })
        };
        off = off.max((sum_and_slope(mine[kind]).0 - wanted).abs());
        // The sum grows with the odds, so Newton's steps, kept short, lead there.
        for _ in 0..100 {
            let (sum, slope) = sum_and_slope(mine[kind]);
            if (sum - wanted).abs() <= TOLERANCE / 10.0 || slope <= 0.0 {
                break;
            }
            mine[kind] -= ((sum - wanted) / slope).clamp(-2.0, 2.0);
        }
    }
    off
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sums(expected: &Expected) -> (Vec<f64>, Vec<f64>) {
        let chance =
            |row: usize, column: usize| expected.chances[expected.row_kinds[row]][expected.column_kinds[column]];
        let (rows, columns) = (expected.row_kinds.len(), expected.column_kinds.len());
        let of_rows = (0..rows).map(|row| (0..columns).map(|column| chance(row, column)).sum()).collect();
        (of_rows, (0..columns).map(|column| (0..rows).map(|row| chance(row, column)).sum()).collect())
    }

    #[test]
    fn chances_add_up_to_the_sums() {
        let (rows, columns) = ([1, 2, 3, 3, 6, 0], [5, 2, 3, 2, 2, 1]);
        let expected = Expected::new(&rows, &columns).expect("a fit");
        let (of_rows, of_columns) = sums(&expected);
        for (sum, wanted) in of_rows.iter().zip(rows).chain(of_columns.iter().zip(columns)) {
            assert!((sum - real(wanted)).abs() < 1e-8, "{of_rows:?} {of_columns:?}");
        }
        // Who takes part everywhere does so for sure.
        assert!(expected.chances[expected.row_kinds[4]].iter().all(|chance| *chance == 1.0));
    }

    #[test]
    fn equal_sums_have_equal_chances() {
        let expected = Expected::new(&[1, 1, 1, 1], &[2, 2]).expect("a fit");
        assert!((expected.chances[0][0] - 0.5).abs() < 1e-9);
        // Nested: nothing is left to chance.
        let nested = Expected::new(&[2, 1], &[2, 1]).expect("a fit");
        assert_eq!(sums(&nested), (vec![2.0, 1.0], vec![2.0, 1.0]));
        assert!(Expected::new(&[], &[]).is_some_and(|nothing| nothing.chances.is_empty()));
    }
}
