//! What has to be forgotten when a person is erased.

use rustc_hash::FxHashMap;
use uuid::Uuid;

use super::class::{Class, Classed, EachFact, Fate, show, show_all};
use super::forgetting::{Erased, Forgetting};
use super::names::Names;
use crate::any_fact::AnyFact;
use crate::copied::same;
use crate::facts::{Fact, Person, PersonContact};
use crate::id::{FactId, PersonId};
use crate::slug::Slug;
use crate::snapshot::Snapshot;

/// What a person is called once erased: `persoon-` and eight characters that say nothing.
///
/// * `random`: an id that nothing has, of whose end nobody can foresee anything.
#[must_use]
pub fn pseudonym(random: Uuid) -> Slug {
    let text = random.simple().to_string();
    let pseudonym = format!("persoon-{}", &text[text.len() - 8..]);
    // Letters, digits and a dash are a key.
    pseudonym.parse().unwrap_or_else(|_| unreachable!("{pseudonym} is a key"))
}

/// The person with this key or id, also one who is only in the journal any more; `None` when there never was one.
#[must_use]
pub fn find_person(snapshot: &Snapshot, key_or_id: &str) -> Option<PersonId> {
    let id = Uuid::parse_str(key_or_id).ok().map(PersonId::from_uuid);
    let is_sought = |person: &Person| Some(person.id) == id || *person.slug == *key_or_id;
    let now = snapshot.network.persons.iter().map(|(_, person)| person).find(|person| is_sought(person));
    let earlier = || {
        let changes = snapshot.journal.commits().rev().flat_map(|commit| &commit.changes);
        let facts = changes.flat_map(|change| [change.before(), change.after()].into_iter().flatten());
        facts.filter_map(|fact| <&Person>::try_from(fact).ok()).find(|person| is_sought(person))
    };
    now.or_else(earlier).map(|person| person.id)
}

/// What has to be forgotten of a person: everything that is or ever was about them, and their name wherever it stands.
/// `None` when there never was such a person.
///
/// * `pseudonym`: what they are called from now on, and in all that was known before.
#[must_use]
pub fn erasure(snapshot: &Snapshot, person: PersonId, pseudonym: Slug) -> Option<Forgetting> {
    let About { same, mut names, fates } = about(snapshot, person)?;
    let called = |id: &Uuid| match &pseudonym {
        own if *id == person.uuid() => own.clone(),
        // Of those of whom partners had copies, each is called apart.
        own => format!("{own}-{}", &id.simple().to_string()[..8]).parse().unwrap_or_else(|_| own.clone()),
    };
    let called: Vec<(Uuid, Slug)> = same.iter().map(|id| (*id, called(id))).collect();
    // Who was erased before is called so already.
    called.iter().for_each(|(_, pseudonym)| names.forget(pseudonym));
    Some(Forgetting::new(fates, Some(Erased { called, pseudonym, names })))
}

/// What is or ever was about a person.
pub(super) struct About {
    /// The ids by which they are known: their own first, then those of copies that partners had of them.
    pub(super) same: Vec<Uuid>,
    pub(super) names: Names,
    /// The facts, by id, and what becomes of them when the person is erased.
    pub(super) fates: FxHashMap<Uuid, Fate>,
}

/// What is or ever was about a person; `None` when there never was such a person.
pub(super) fn about(snapshot: &Snapshot, person: PersonId) -> Option<About> {
    let same = same::<Person>(snapshot, person.uuid());
    let mut collecting = Collecting { same, names: Names::default(), fates: FxHashMap::default(), grew: true };
    // What is about something that is about them may itself be what others are about.
    while std::mem::take(&mut collecting.grew) {
        show_all(&snapshot.network, &mut collecting);
        for change in snapshot.journal.commits().flat_map(|commit| &commit.changes) {
            for fact in [change.before(), change.after()].into_iter().flatten() {
                show(fact, &mut collecting);
            }
        }
    }
    let Collecting { same, names, fates, .. } = collecting;
    fates.contains_key(&person.uuid()).then_some(About { same, names, fates })
}

/// Notes what is about a person.
struct Collecting {
    same: Vec<Uuid>,
    names: Names,
    fates: FxHashMap<Uuid, Fate>,
    /// Whether more was found than before.
    grew: bool,
}

impl Collecting {
    fn becomes(&mut self, id: Uuid, fate: Fate) {
        let known = self.fates.get(&id).copied();
        if known.is_none_or(|known| known < fate) {
            self.fates.insert(id, fate);
            self.grew = true;
        }
    }
}

impl EachFact for Collecting {
    fn fact<T: Classed + Into<AnyFact>>(&mut self, fact: &T) {
        let id = fact.id().uuid();
        if T::NOUN == Person::NOUN && self.same.contains(&id) {
            self.becomes(id, Fate::Emptied);
            let mut name = String::new();
            fact.clone().words(&mut |field, class, words| {
                if class == Class::Own && field == "name" {
                    words.get().unwrap_or_default().clone_into(&mut name);
                }
            });
            self.names.add_name(&name, fact.key());
        }
        let mut found = Vec::new();
        fact.points(&mut |class, pointed| match class {
            Class::Person(fate) if self.same.contains(&pointed) => found.push(fate),
            Class::About(fate) if self.fates.get(&pointed).is_some_and(|known| *known >= Fate::Emptied) => {
                found.push(fate);
            }
            _ => {}
        });
        for fate in found {
            // What goes because it is about them goes as often as it is: it may be about somebody else today.
            let may_turn = fate == Fate::Gone && fact_is_about(fact, &self.same);
            self.becomes(id, if may_turn { Fate::Stays } else { fate });
        }
        if T::NOUN == PersonContact::NOUN && fact_is_about(fact, &self.same) {
            fact.clone().words(&mut |_, class, words| {
                if class == Class::Own {
                    self.names.add_address(words.get().unwrap_or_default());
                }
            });
        }
    }
}

/// Whether a fact is gone with this person.
///
/// * `same`: the ids by which they are known.
pub(super) fn fact_is_about<T: Classed>(fact: &T, same: &[Uuid]) -> bool {
    let mut is_about = false;
    fact.points(&mut |class, pointed| is_about |= class == Class::Person(Fate::Gone) && same.contains(&pointed));
    is_about
}
