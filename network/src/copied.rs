//! Copies of facts, each for one partner that still needs what went for all others ([`plan::fit`](crate::plan::fit)).
//!
//! The id of a copy follows from what it is a copy of and from the partner, so that who is erased is found in all copies, and
//! what was closed and is opened again finds its copies.

use rustc_hash::{FxHashMap, FxHashSet};
use uuid::Uuid;

use crate::any_fact::AnyFact;
use crate::audience::Audience;
use crate::id::{FactId, OrganisationId};
use crate::network::Noun;
use crate::snapshot::Snapshot;

/// The id of the copy of a fact for a partner.
pub(crate) fn copy_id(of: Uuid, holder: OrganisationId) -> Uuid {
    Uuid::new_v5(&of, holder.uuid().as_bytes())
}

/// The copies among all facts of a noun that are or ever were, and what each is a copy of.
pub(crate) fn originals<T: Noun>(snapshot: &Snapshot) -> FxHashMap<Uuid, Uuid>
where
    for<'a> &'a T: TryFrom<&'a AnyFact>,
{
    let mut all: FxHashSet<Uuid> = FxHashSet::default();
    let mut alone: FxHashSet<(Uuid, OrganisationId)> = FxHashSet::default();
    let mut note = |row: &T| {
        all.insert(row.id().uuid());
        if let (Audience::HolderOnly, Some(holder)) = (row.audience(), row.holder()) {
            alone.insert((row.id().uuid(), holder));
        }
    };
    T::table(&snapshot.network).iter().for_each(|(_, row)| note(row));
    for change in snapshot.journal.commits().flat_map(|commit| &commit.changes) {
        let facts = [change.before(), change.after()].into_iter().flatten();
        facts.filter_map(|fact| <&T>::try_from(fact).ok()).for_each(&mut note);
    }
    let holders: FxHashSet<OrganisationId> = alone.iter().map(|(_, holder)| *holder).collect();
    let of = |holder: OrganisationId| all.iter().map(move |of| (copy_id(*of, holder), holder, *of));
    let copies = holders.into_iter().flat_map(of);
    copies.filter(|(copy, holder, _)| alone.contains(&(*copy, *holder))).map(|(copy, _, of)| (copy, of)).collect()
}

/// All facts of a noun that are the same as this one: itself first, then by id what it is a copy of, and the copies.
pub(crate) fn same<T: Noun>(snapshot: &Snapshot, id: Uuid) -> Vec<Uuid>
where
    for<'a> &'a T: TryFrom<&'a AnyFact>,
{
    let originals = originals::<T>(snapshot);
    let root = |id: Uuid| std::iter::successors(Some(id), |id| originals.get(id).copied()).last();
    let mut same: Vec<Uuid> = originals.iter().flat_map(|(copy, of)| [*copy, *of]).collect();
    same.retain(|other| *other != id && root(*other) == root(id));
    same.sort_unstable();
    same.dedup();
    same.insert(0, id);
    same
}
