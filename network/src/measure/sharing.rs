//! From two modes to one: what two weigh who share columns.
//!
//! B is 1 where a row takes part in a column; d are its row sums, n its column sums. Between rows i and j: count
//! w = Σ B_ik B_jk; Jaccard w/(d_i + d_j − w); cosine w/√(d_i d_j); Newman Σ B_ik B_jk/(n_k − 1).
//!
//! Source of the last: Newman 2001, doi:10.1103/PhysRevE.64.016132.

use super::real;
use crate::codes;

codes! {
    /// What sharing venues weighs.
    pub enum Weighting {
        /// The number of shared venues.
        Count,
        /// Shared venues as a share of all venues of the two.
        Jaccard,
        /// Shared venues over the geometric mean of the venues of each.
        Cosine,
        /// Every shared venue of n organisations weighs 1/(n − 1): a small circle ties more than a large one.
        Newman,
    }
}

/// Gives every pair of rows that share columns, with what that weighs, in order. Each pair once, the lower row first.
///
/// * `columns`: of each who takes part, in order, each once; numbers below `rows`.
///
/// Time in proportion to the pairs in the columns: one row after the other is summed up in an array.
pub fn weigh(columns: &[&[u32]], rows: usize, weighting: Weighting, mut give: impl FnMut(usize, usize, f64)) {
    let mut columns_of: Vec<Vec<usize>> = vec![Vec::new(); rows];
    for (at, members) in columns.iter().enumerate() {
        for row in *members {
            columns_of[*row as usize].push(at);
        }
    }
    let mut sums = vec![0.0; rows];
    let mut partners: Vec<u32> = Vec::new();
    for (row, own) in columns_of.iter().enumerate() {
        for at in own {
            let members = columns[*at];
            // A venue of one alone has no later member, so this never divides by 0.
            let share = if weighting == Weighting::Newman { 1.0 / (real(members.len()) - 1.0) } else { 1.0 };
            for partner in &members[members.partition_point(|member| *member as usize <= row)..] {
                let sum = &mut sums[*partner as usize];
                if *sum == 0.0 {
                    partners.push(*partner);
                }
                *sum += share;
            }
        }
        partners.sort_unstable();
        for partner in partners.drain(..) {
            let partner = partner as usize;
            let shared: f64 = std::mem::take(&mut sums[partner]);
            let (own, other) = (real(own.len()), real(columns_of[partner].len()));
            let strength = match weighting {
                Weighting::Count | Weighting::Newman => shared,
                Weighting::Jaccard => shared / (own + other - shared),
                Weighting::Cosine => shared / (own * other).sqrt(),
            };
            give(row, partner, strength);
        }
    }
}
