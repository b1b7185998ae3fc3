//! Which rows from outside are facts of the network under another id.

use rustc_hash::{FxHashMap, FxHashSet};
use uuid::Uuid;

use crate::any_fact::AnyFact;
use crate::facts::*;
use crate::for_each_noun;
use crate::id::FactId;
use crate::network::Network;
use crate::table::Table;

/// Ids from outside, and those that the same facts have in the network, or are given as new ones. What has the same id in both
/// is not in it.
pub(super) struct Known {
    ids: FxHashMap<Uuid, Uuid>,
    /// Organisations from outside that were merged into another one here.
    merged: FxHashSet<Uuid>,
}

impl Known {
    /// Looks up all of them.
    ///
    /// * `seed`: what ids of new facts are made from; `None`: they keep their own.
    pub(super) fn new(network: &Network, facts: &Facts, seed: Option<Uuid>) -> Self {
        let mut known = Self { ids: FxHashMap::default(), merged: FxHashSet::default() };
        macro_rules! nouns {
            ($($noun:ident $fact:ident,)*) => { $(known.by_key(&network.$noun, &facts.$noun);)* };
        }
        for_each_noun!(nouns);
        for row in &facts.organisations {
            let id = row.id.uuid();
            let is_here = network.organisations.by_id(row.id).is_some() || known.ids.contains_key(&id);
            let stays = network.organisation(row.id).or_else(|| network.organisation_by_key(&row.slug));
            if let Some(stays) = stays.filter(|_| !is_here) {
                known.ids.insert(id, network.organisations.get(stays).id.uuid());
                known.merged.insert(id);
            }
        }
        known.by_number(network, facts);
        macro_rules! others {
            ($($noun:ident $fact:ident,)*) => {$(
                known.named(&network.$noun, &facts.$noun);
                if let Some(seed) = seed {
                    known.give_ids(&network.$noun, &facts.$noun, seed);
                }
            )*};
        }
        for_each_noun!(others);
        known
    }

    /// What files point at by its key though its id does not follow from that, as far as they do not tell of a fact with that id
    /// themselves.
    fn named<T: Fact>(&mut self, table: &Table<T>, rows: &[T]) {
        for (_, row) in table.iter().filter(|(_, row)| !row.has_id_of_key() && T::NOUN != MergedOrganisation::NOUN) {
            let of_key = T::Id::from_key(row.key());
            let is_taken = table.by_id(of_key).is_some();
            if !(is_taken && rows.iter().any(|row| row.id() == of_key && !row.has_id_of_key())) {
                self.ids.entry(of_key.uuid()).or_insert(row.id().uuid());
            }
        }
    }

    /// Gives new facts ids that nobody outside has said.
    fn give_ids<T: Fact>(&mut self, table: &Table<T>, rows: &[T], seed: Uuid) {
        // What was merged answers to the id that it had.
        for row in rows.iter().filter(|row| table.by_id(row.id()).is_none() && T::NOUN != MergedOrganisation::NOUN) {
            let made = || Uuid::new_v5(&seed, format!("{} {}", T::NOUN, row.key()).as_bytes());
            self.ids.entry(row.id().uuid()).or_insert_with(made);
        }
    }

    /// A row without an id has the one that follows from its key: its key says which it is, also where that id is another fact's.
    fn by_key<T: Fact>(&mut self, table: &Table<T>, rows: &[T]) {
        for row in rows {
            let Some(here) = table.by_key(row.key()).map(|ix| table.get(ix).id()) else { continue };
            if here != row.id() && (table.by_id(row.id()).is_none() || row.has_id_of_key()) {
                self.ids.insert(row.id().uuid(), here.uuid());
            }
        }
    }

    fn by_number(&mut self, network: &Network, facts: &Facts) {
        let outside: FxHashSet<Uuid> = facts.organisations.iter().map(|row| row.id.uuid()).collect();
        for row in &facts.identifiers {
            let Some(here) = network.identifier(&row.scheme, &row.value) else { continue };
            let here = network.identifiers.get(here);
            let whose = row.organisation.uuid();
            let is_new = network.organisations.by_id(row.organisation).is_none() && !self.ids.contains_key(&whose);
            if is_new && outside.contains(&whose) {
                self.ids.insert(whose, here.organisation.uuid());
            }
            // The number itself is one fact, whatever its key.
            let is_same = self.ids.get(&whose).copied().unwrap_or(whose) == here.organisation.uuid();
            if is_same && network.identifiers.by_id(row.id).is_none() {
                self.ids.insert(row.id.uuid(), here.id.uuid());
            }
        }
    }

    /// Whether this organisation was merged into another one here: its own row says nothing of that one.
    pub(super) fn was_merged(&self, id: Uuid) -> bool {
        self.merged.contains(&id)
    }

    /// A row with the id and the key of the fact that it is, pointing at what is here. `None`: it cannot be one.
    pub(super) fn turned<T: Fact + Into<AnyFact>>(&self, table: &Table<T>, row: T) -> Option<T>
    where
        for<'f> &'f T: TryFrom<&'f AnyFact>,
    {
        let mut turned: Vec<Reference> = Vec::new();
        row.pointing(&mut |reference| {
            if self.ids.contains_key(&reference.id) {
                turned.push(reference);
            }
        });
        let own = self.ids.get(&row.id().uuid()).copied();
        if turned.is_empty() && own.is_none() {
            return Some(row);
        }
        let fact: AnyFact = row.into();
        let mut fields = fact.to_json();
        if let Some(own) = own {
            fields["id"] = own.to_string().into();
            if let Some(there) = table.by_id(T::Id::from_uuid(own)) {
                fields[T::KEY_FIELD] = table.get(there).key().to_string().into();
            }
        }
        for Reference { field, id, .. } in turned {
            let here = self.ids.get(&id)?;
            // A list and a condition hold ids in their text.
            let text = fields[field].as_str()?.replace(&id.to_string(), &here.to_string());
            fields[field] = text.into();
        }
        let fact = AnyFact::from_json(T::NOUN, fields).ok()?;
        <&T>::try_from(&fact).ok().cloned()
    }
}
