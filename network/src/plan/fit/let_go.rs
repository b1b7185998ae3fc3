//! Copies that are not needed any more ([`kept`](super::kept)).

use uuid::Uuid;

use super::{kept, turned};
use crate::any_fact::AnyFact;
use crate::audience::Audience;
use crate::change::Change;
use crate::copied::copy_id;
use crate::facts::*;
use crate::for_each_noun;
use crate::id::{FactId, OrganisationId};
use crate::network::{Network, Noun, Revision};
use crate::problem::Problem;
use crate::table::Table;

/// Changes and the network after them, without copies that are not needed any more: those of what one partner had closed to
/// itself and opens again, unless somebody changed them meanwhile; and those of what no partner holds else and nothing points
/// at any more.
///
/// # Errors
/// When what is left is no network, which no copy leaves behind.
pub fn let_go(
    mut changes: Vec<Change>,
    mut after: Network,
    next: Revision,
) -> Result<(Vec<Change>, Network), Vec<Problem>> {
    loop {
        let mut gone = opened(&changes, &after);
        gone.extend(free_of(&changes, &after));
        if gone.is_empty() {
            return Ok((changes, after));
        }
        after = after.apply(&gone, next)?;
        changes.extend(gone);
    }
}

/// What turns back to facts that were opened again, and the copies that it leaves.
fn opened(changes: &[Change], after: &Network) -> Vec<Change> {
    let mut turned_back: Vec<Change> = Vec::new();
    for change in changes {
        let (Some(before), Some(now)) = (change.before(), change.after()) else { continue };
        if before.audience() != Audience::HolderOnly || now.audience() == Audience::HolderOnly {
            continue;
        }
        for (_, organisation) in after.organisations.iter() {
            let id = copy_id(now.uuid(), organisation.id);
            let Some(copy) = after.fact(now.noun(), id).filter(|copy| is_as_made(before, copy, organisation.id)) else {
                continue;
            };
            turned_back.extend(turn(after, organisation.id, id, now.uuid()));
            turned_back.push(Change::Removed(copy));
        }
    }
    turned_back
}

/// Whether a copy says what the original does: nobody changed one of them. Who closed it put it on another word.
fn is_as_made(before: &AnyFact, copy: &AnyFact, holder: OrganisationId) -> bool {
    let made = kept::copy(before, copy.uuid(), holder);
    made.is_some_and(|mut made| {
        made.set_source(copy.source().clone());
        made == *copy
    })
}

macro_rules! turning {
    ($($noun:ident $fact:ident,)*) => {
        /// What a partner holds alone and points at a copy, pointing at the original.
        fn turn(network: &Network, holder: OrganisationId, from: Uuid, to: Uuid) -> Vec<Change> {
            let mut changes = Vec::new();
            $(for (_, row) in network.$noun.iter() {
                if row.audience() != Audience::HolderOnly || row.holder() != Some(holder) {
                    continue;
                }
                let before = AnyFact::from(row.clone());
                if before.uuid() == from || !before.subjects().contains(&from) {
                    continue;
                }
                let fields = turned(&before.to_json(), from, to);
                let after = AnyFact::from_json($fact::NOUN, fields).ok();
                changes.extend(after.map(|after| Change::Changed { before, after }));
            })*
            changes
        }
    };
}
for_each_noun!(turning);

/// The copies of what no partner holds else that were pointed at and are not any more.
fn free_of(changes: &[Change], after: &Network) -> Vec<Change> {
    let alone = changes.iter().filter_map(Change::before).filter(|fact| fact.audience() == Audience::HolderOnly);
    let mut needed: Vec<Uuid> = alone.flat_map(AnyFact::subjects).collect();
    needed.sort_unstable();
    needed.dedup();
    needed.into_iter().filter_map(|id| free(after, id)).map(Change::Removed).collect()
}

/// The copy with this id, when nothing points at it.
fn free(network: &Network, id: Uuid) -> Option<AnyFact> {
    fn of<T: Noun>(table: &Table<T>, id: Uuid) -> Option<AnyFact>
    where
        AnyFact: From<T>,
    {
        let ix = table.by_id(T::Id::from_uuid(id)).filter(|ix| !table.is_pointed_at(*ix))?;
        Some(table.get(ix)).filter(|row| row.audience() == Audience::HolderOnly).cloned().map(AnyFact::from)
    }
    let organisation = || of(&network.organisations, id);
    let line = || of(&network.programme_lines, id);
    organisation().or_else(line).or_else(|| of(&network.bodies, id))
}
