//! Markers in everything that tells of a person.

use std::collections::HashSet;

use super::super::class::{Class, Classed, Fate};
use crate::facts::*;
use crate::for_each_noun;
use crate::id::{FactId, PersonId};
use uuid::Uuid;

/// These facts with a marker in each field that has to be forgotten with this person.
pub(super) fn planted(facts: &Facts, person: PersonId, marker: &str) -> Facts {
    let mut facts = facts.clone();
    // Talks about a target that is the person are about them, and so is what follows on those.
    let mut theirs: HashSet<Uuid> = HashSet::from([person.uuid()]);
    for _ in 0..3 {
        macro_rules! find {
            ($($noun:ident $fact:ident,)*) => {
                $(for row in &facts.$noun {
                    if fate(row, person.uuid(), &theirs) >= Some(Fate::Emptied) {
                        theirs.insert(row.id().uuid());
                    }
                })*
            };
        }
        for_each_noun!(find);
    }
    macro_rules! plant {
        ($($noun:ident $fact:ident,)*) => {
            $(for row in &mut facts.$noun {
                let mut fate = fate(row, person.uuid(), &theirs);
                if stringify!($noun) == "persons" && row.id().uuid() == person.uuid() {
                    fate = Some(Fate::Emptied);
                }
                row.words(&mut |field, class, words| {
                    let is_theirs = match class {
                        Class::Text => fate >= Some(Fate::Cleared),
                        Class::Source => fate >= Some(Fate::Emptied),
                        // Her name is its own marker.
                        Class::Own => fate == Some(Fate::Gone),
                        _ => false,
                    };
                    if is_theirs {
                        words.put(&format!("{marker} {field}"));
                    }
                });
            })*
        };
    }
    for_each_noun!(plant);
    facts
}

/// The facts after a change, where no words about the person went into a fact that says nothing of them: nobody could know
/// whom those are about.
pub(super) fn unmoved(before: &Facts, mut after: Facts, marker: &str) -> Facts {
    macro_rules! each {
        ($($noun:ident $fact:ident,)*) => {
            $(for row in &mut after.$noun {
                let is_marked = |row: &$fact| format!("{row:?}").contains(marker);
                let was = before.$noun.iter().find(|was| was.id() == row.id());
                if let Some(was) = was.filter(|was| is_marked(row) && !is_marked(was)) {
                    *row = was.clone();
                }
            })*
        };
    }
    for_each_noun!(each);
    after
}

fn fate<T: Classed>(row: &T, person: Uuid, theirs: &HashSet<Uuid>) -> Option<Fate> {
    let mut fates = Vec::new();
    row.points(&mut |class, id| match class {
        Class::Person(fate) if id == person => fates.push(fate),
        Class::About(fate) if theirs.contains(&id) => fates.push(fate),
        _ => {}
    });
    fates.into_iter().max()
}
