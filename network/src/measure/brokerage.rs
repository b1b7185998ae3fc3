//! Who stands between groups, and in which role.

use super::Adjacency;

/// How often somebody stands between two who have no tie: who hands on, from whom, to whom, by the groups of the three. A tie
/// that runs both ways is looked at in both directions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Brokerage {
    /// All three are of one group.
    pub coordinator: u64,
    /// From another group to its own.
    pub gatekeeper: u64,
    /// From its own group to another.
    pub representative: u64,
    /// Between two of one group, to which it does not belong itself; also called itinerant broker.
    pub consultant: u64,
    /// Between two groups, of which none is its own.
    pub liaison: u64,
}

impl Brokerage {
    /// All of them together.
    #[must_use]
    pub fn total(self) -> u64 {
        self.coordinator + self.gatekeeper + self.representative + self.consultant + self.liaison
    }
}

/// The brokerage of each node: of every way a → v → c without a tie a → c, the role of v.
///
/// * `ties`: directed or undirected; strengths are not used. In undirected ones representative and gatekeeper are equal.
/// * `groups`: of each node, to which group it belongs.
///
/// Time O(Σ degree²), space O(n). Source: Gould and Fernandez 1989, doi:10.2307/270949.
#[must_use]
pub fn brokerage<G: PartialEq>(ties: &Adjacency, groups: &[G]) -> Vec<Brokerage> {
    let mut found = vec![Brokerage::default(); ties.node_count()];
    // Of each node, the last one that was seen to be tied to it.
    let mut tied_from = vec![u32::MAX; ties.node_count()];
    for from in ties.nodes() {
        ties.others(from).iter().for_each(|to| tied_from[*to as usize] = from);
        let source = &groups[from as usize];
        for broker in ties.others(from) {
            let (own, roles) = (&groups[*broker as usize], &mut found[*broker as usize]);
            for to in ties.others(*broker).iter().filter(|to| **to != from && tied_from[**to as usize] != from) {
                let target = &groups[*to as usize];
                let role = match (source == own, own == target, source == target) {
                    (true, true, _) => &mut roles.coordinator,
                    (true, false, _) => &mut roles.representative,
                    (false, true, _) => &mut roles.gatekeeper,
                    (false, false, true) => &mut roles.consultant,
                    (false, false, false) => &mut roles.liaison,
                };
                *role += 1;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::known::{florentine, ties};
    use super::*;

    #[test]
    fn directed_ties_give_directed_roles() {
        let [a, b, c, d] = [0, 1, 2, 3];
        let one_way = [(a, b), (a, c), (b, c), (b, d), (c, d), (d, a)].map(|(from, to)| (from, to, 1.0));
        let found = brokerage(&Adjacency::directed(4, one_way), &["one", "one", "two", "two"]);
        let none = Brokerage::default();
        assert_eq!(
            found,
            [
                Brokerage { consultant: 1, gatekeeper: 1, ..none },
                Brokerage { representative: 1, ..none },
                Brokerage { gatekeeper: 1, ..none },
                Brokerage { consultant: 1, representative: 1, ..none },
            ]
        );
    }

    #[test]
    fn windesheim_is_a_liaison_between_government_and_business() {
        // Zwolle, Kampen and UWV are government, Windesheim is education, Scania business.
        let [zwolle, windesheim, kampen, scania, uwv] = [0, 1, 2, 3, 4];
        let pairs = [
            (zwolle, windesheim),
            (zwolle, kampen),
            (windesheim, scania),
            (kampen, scania),
            (zwolle, uwv),
            (uwv, scania),
        ];
        let found = brokerage(&ties(5, &pairs), &["G", "U", "G", "I", "G"]);
        let none = Brokerage::default();
        assert_eq!(
            found[..4],
            [
                Brokerage { coordinator: 2, representative: 2, gatekeeper: 2, ..none },
                Brokerage { liaison: 2, ..none },
                Brokerage { representative: 1, gatekeeper: 1, ..none },
                Brokerage { consultant: 2, liaison: 4, ..none },
            ]
        );
    }

    #[test]
    fn in_one_group_all_are_coordinators_of_open_pairs() {
        let florence = florentine();
        let found = brokerage(&florence, &[(); 15]);
        let effective = super::super::effective_size(&florence);
        for node in florence.nodes() {
            let n = florence.degree(node);
            // n(n − 1) ordered pairs of others, less those with a tie: n · (n − effective size).
            let size = effective[node as usize].expect("everybody has ties");
            let closed = (super::super::real(n) * (super::super::real(n) - size)).round();
            let open = super::super::real(n * (n - 1)) - closed;
            assert_eq!(found[node as usize].total(), found[node as usize].coordinator);
            assert!(
                (super::super::real(usize::try_from(found[node as usize].total()).expect("few")) - open).abs() < 1e-9
            );
        }
    }
}
