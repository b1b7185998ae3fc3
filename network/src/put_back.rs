//! From a network to one that does not follow from it: a database was put back, or came up without its last commits.

use rustc_hash::FxHashSet;

use crate::change::Change;
use crate::journal::Journal;
use crate::network::Network;

/// What makes of one network another that does not follow from it, each with its journal: what was changed since the last
/// revision that they have in common, as it is now, each fact once. `None`: they have none in common.
#[must_use]
pub fn put_back(before: (&Network, &Journal), after: (&Network, &Journal)) -> Option<Vec<Change>> {
    let ((before, told), (after, journal)) = (before, after);
    let known = || told.up_to(before.revision().number);
    let common = known().rev().find(|commit| journal.holds(commit.revision))?.revision.number;
    let lost = known().filter(|commit| commit.revision.number > common);
    let changes = lost.chain(journal.after(common)).flat_map(|commit| &commit.changes);
    let mut seen = FxHashSet::default();
    let facts = changes.map(|change| (change.fact().noun(), change.fact().uuid())).filter(|fact| seen.insert(*fact));
    let changes = facts.filter_map(|(noun, id)| match (before.fact(noun, id), after.fact(noun, id)) {
        (None, Some(fact)) => Some(Change::Added(fact)),
        (Some(fact), None) => Some(Change::Removed(fact)),
        (Some(before), Some(after)) if before != after => Some(Change::Changed { before, after }),
        _ => None,
    });
    Some(changes.collect())
}
