//! From a network to one that does not follow from it: a database was put back, or came up without its last commits; or
//! somebody sees more or less than before.

use rustc_hash::FxHashSet;

use crate::change::Change;
use crate::facts::*;
use crate::for_each_noun;
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

macro_rules! differing {
    ($($noun:ident $fact:ident,)*) => {
        /// What makes of one network any other, fact by fact: what comes with what others point at first, then what goes
        /// the other way around.
        #[must_use]
        pub fn difference(before: &Network, after: &Network) -> Vec<Change> {
            let (mut come, mut gone) = (Vec::new(), Vec::new());
            $(
                for (_, is) in after.$noun.iter() {
                    match before.$noun.by_id(is.id()).map(|ix| before.$noun.get(ix)) {
                        None => come.push(Change::Added(is.clone().into())),
                        Some(was) if was != is => {
                            come.push(Change::Changed { before: was.clone().into(), after: is.clone().into() });
                        }
                        Some(_) => {}
                    }
                }
                let went = before.$noun.iter().filter(|(_, was)| after.$noun.by_id(was.id()).is_none());
                gone.extend(went.map(|(_, was)| Change::Removed(was.clone().into())));
            )*
            come.extend(gone.into_iter().rev());
            come
        }
    };
}
for_each_noun!(differing);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::fixture;

    #[test]
    fn the_difference_leads_from_one_network_to_the_other() {
        let one = fixture("municipality Zwolle partner since 2009; line Economie; council Raad of Zwolle");
        let two = fixture("municipality Zwolle partner since 2010; municipality Kampen; council Stad of Kampen");
        let there = one.apply(&difference(&one, &two), one.revision()).expect("changes of a network");
        assert!(difference(&there, &two).is_empty());
        assert!(difference(&two, &there).is_empty());
        let said: Vec<String> = difference(&one, &two).iter().map(|change| change.fact().key().to_string()).collect();
        assert_eq!(said, ["kampen", "zwolle", "stad", "raad", "economie"]);
    }
}
