//! Who sits together where.

/// Two venues that share organisations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interlock {
    /// The number of the one, the lower of the two.
    pub one: usize,
    /// The number of the other.
    pub other: usize,
    /// Who takes part in both, in order.
    pub shared: Vec<u32>,
}

/// Pairs of venues that share members, most shared first, then in order.
///
/// * `venues`: of each who takes part, in order, each once; numbers below `n`.
///
/// Time and space in proportion to the pairs of venues in which each takes part.
#[must_use]
pub fn interlocks(n: usize, venues: &[&[u32]]) -> Vec<Interlock> {
    let mut venues_of = vec![Vec::new(); n];
    for (venue, members) in venues.iter().enumerate() {
        members.iter().for_each(|member| venues_of[*member as usize].push(venue));
    }
    let pairs = venues_of.iter().zip(0u32..).flat_map(|(own, member)| {
        own.iter().enumerate().flat_map(move |(at, one)| own[at + 1..].iter().map(move |other| (*one, *other, member)))
    });
    let mut pairs: Vec<_> = pairs.collect();
    pairs.sort_unstable();
    let same = |one: &(usize, usize, u32), other: &(usize, usize, u32)| (one.0, one.1) == (other.0, other.1);
    let interlock = |pairs: &[(usize, usize, u32)]| {
        let shared = pairs.iter().map(|(.., member)| *member).collect();
        Interlock { one: pairs[0].0, other: pairs[0].1, shared }
    };
    let mut found: Vec<Interlock> = pairs.chunk_by(same).map(interlock).collect();
    found.sort_by_key(|interlock| std::cmp::Reverse(interlock.shared.len()));
    found
}

/// The numbers of the venues in which two both take part.
#[must_use]
pub fn shared_venues(venues: &[&[u32]], one: u32, other: u32) -> Vec<usize> {
    let both = |members: &&[u32]| members.binary_search(&one).is_ok() && members.binary_search(&other).is_ok();
    (0..venues.len()).filter(|venue| both(&venues[*venue])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn venues_are_interlocked_by_who_sits_in_both() {
        let venues: [&[u32]; 4] = [&[0, 1, 2], &[2, 3], &[1, 2, 4], &[3]];
        let found: Vec<_> =
            interlocks(5, &venues).into_iter().map(|found| (found.one, found.other, found.shared)).collect();
        assert_eq!(found, [(0, 2, vec![1, 2]), (0, 1, vec![2]), (1, 2, vec![2]), (1, 3, vec![3])]);
        assert_eq!(shared_venues(&venues, 1, 2), [0, 2]);
        assert_eq!(shared_venues(&venues, 0, 3), [0; 0]);
    }
}
