//! Persons and their ties.

use super::{Graph, Link, LinkKind, Warning};
use crate::affairs::acquaintances::Acquaintances;
use crate::affairs::reliability::Weights;
use crate::period::Tense;
use crate::view::View;

/// Fills a graph with persons, and with the ties among them that are declared or rest on talks. Seats in one body alone
/// make no link: they tell that two meet, not that they know each other.
pub(super) fn fill(graph: &mut Graph, view: &View) {
    let persons = view.network().alphabets.persons.sorted();
    graph.add(persons.filter(|ix| view.sees(*ix) == Some(Tense::Current)));
    let known = Acquaintances::new(view, &Weights::default());
    let ties = known.all.iter().filter(|tie| !tie.declared.is_empty() || !tie.talks.is_empty());
    let mut links: Vec<_> = ties
        .filter(|tie| tie.reliability > 0.0)
        .filter_map(|tie| {
            let (one, other) = (graph.place(tie.one)?, graph.place(tie.other)?);
            Some((one.min(other), one.max(other), tie.reliability))
        })
        .collect();
    links.sort_unstable_by_key(|(one, other, _)| (*one, *other));
    if links.is_empty() {
        graph.warnings.push(Warning::NoTiesOfPersons);
    }
    for (one, other, reliability) in links {
        graph.graph.add_edge(one, other, Link { kind: LinkKind::Acquaintance, strength: Some(reliability) });
    }
}
