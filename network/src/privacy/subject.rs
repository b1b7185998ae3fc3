//! Everything that is known about a person, to be handed to them.

use serde::Serialize;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::class::{Class, Classed, EachFact, show, show_all};
use super::erasure::{About, about};
use crate::any_fact::AnyFact;
use crate::facts::*;
use crate::id::{FactId, PersonId};
use crate::list;
use crate::network::{Network, Noun};
use crate::references::Visitor;
use crate::snapshot::Snapshot;
use crate::source::Citation;

/// Headings of what there is about persons, in Dutch and English, in the order in which it is told.
const HEADINGS: [(&str, [&str; 2]); 12] = [
    (Person::NOUN, ["Wie u bent", "Who you are"]),
    (Office::NOUN, ["Uw functies", "Your offices"]),
    (Seat::NOUN, ["Uw zetels", "Your seats"]),
    (PersonContact::NOUN, ["Hoe u te bereiken bent", "How you are reached"]),
    (Tie::NOUN, ["Wie u kent", "Who you know"]),
    (Target::NOUN, ["Waarvoor wij u willen bereiken", "What we want to reach you for"]),
    (
        Assessment::NOUN,
        ["Hoe wij u inschatten: invloed, belang en houding", "How we judge you: influence, interest and position"],
    ),
    (ContactMoment::NOUN, ["Gesprekken met u", "Talks with you"]),
    (ContactNote::NOUN, ["Wat in die gesprekken onder ons is gezegd", "What was said in those talks in confidence"]),
    (FollowUp::NOUN, ["Wat na die gesprekken is afgesproken", "What was agreed after those talks"]),
    (Preference::NOUN, ["Hoe u geïnformeerd wilt worden", "How you want to be informed"]),
    (Statement::NOUN, ["Uitspraken van u", "Statements of yours"]),
];

/// A heading in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Heading {
    /// In Dutch.
    pub nl: &'static str,
    /// In English.
    pub en: &'static str,
}

/// Everything that is known about a person at one revision.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PersonData {
    /// Their id.
    pub id: Uuid,
    /// Their key; `None`: they are only in the journal any more.
    pub key: Option<String>,
    /// Their name; `None`: they are only in the journal any more.
    pub name: Option<String>,
    /// The revision at which it was read.
    pub revision: i64,
    /// Ids of all that was ever about them, in order; not part of what they are told.
    #[serde(skip)]
    pub facts: Vec<Uuid>,
    /// What is known now, what has ended included, noun by noun.
    pub sections: Vec<Section>,
    /// Where else their name, address or last name stands in words.
    pub mentions: Vec<Mention>,
    /// What was changed about them since the first filling, and who did so when; the oldest first.
    pub history: Vec<Change>,
}

/// What is known of one kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// Name of the file and table: `assessments`.
    pub noun: &'static str,
    /// What it is called.
    pub title: Heading,
    /// The facts.
    pub records: Vec<Record>,
}

/// One fact.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Record {
    /// Its fields, as docs/data-format.md describes them. What points at another fact has its key and name.
    pub fields: Value,
    /// On whose word it stands.
    pub sources: Vec<Citation>,
}

/// A place in words where they are named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mention {
    /// Noun of the fact, or `commits`.
    pub noun: &'static str,
    /// Its key, or the revision of the commit.
    pub key: String,
    /// The field.
    pub field: &'static str,
    /// What stands there.
    pub text: String,
    /// Whether it is surely about them; else only their last name stands there, which others have too.
    pub sure: bool,
}

/// One change of a fact about them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// The revision of the commit.
    pub revision: i64,
    /// When: RFC 3339, in UTC.
    pub recorded_at: String,
    /// Who.
    pub actor: String,
    /// What was asked for.
    pub command: String,
    /// Why.
    pub reason: Option<String>,
    /// Noun of the fact.
    pub noun: &'static str,
    /// As it was; `None`: it came.
    pub before: Option<Value>,
    /// As it is; `None`: it went.
    pub after: Option<Value>,
}

/// Everything that is known about a person, from the whole of what is known; `None` when there never was such a person.
/// It is about them by what points at them, not by who may see it.
#[must_use]
pub fn person_data(snapshot: &Snapshot, person: PersonId) -> Option<PersonData> {
    let network = &snapshot.network;
    let about = about(snapshot, person)?;
    let mut telling = Telling { network, about: &about, records: Vec::new(), mentions: Vec::new() };
    show_all(network, &mut telling);
    let Telling { mut records, mut mentions, .. } = telling;
    // Rows stand in the order in which they came, which says nothing.
    records.sort_by(|(_, one, _), (_, other, _)| one.cmp(other));
    mentions.sort_by(|one, other| (one.noun, &one.key, one.field).cmp(&(other.noun, &other.key, other.field)));
    let of = |noun: &str| {
        let own = records.iter().filter(|(other, ..)| *other == noun);
        own.map(|(.., record)| record.clone()).collect()
    };
    let sections = HEADINGS.map(|(noun, [nl, en])| Section { noun, title: Heading { nl, en }, records: of(noun) });
    let mut history = Vec::new();
    for commit in snapshot.journal.commits() {
        let theirs = commit.changes.iter().filter(|change| about.fates.contains_key(&change.fact().uuid()));
        history.extend(theirs.map(|change| Change {
            revision: commit.revision.number,
            recorded_at: commit.revision.recorded_at.to_rfc3339(),
            actor: commit.actor.clone(),
            command: commit.command.clone(),
            reason: commit.reason.clone(),
            noun: change.fact().noun(),
            before: change.before().map(|fact| fields(network, fact)),
            after: change.after().map(|fact| fields(network, fact)),
        }));
        let key = commit.revision.number.to_string();
        let words = [("reason", commit.reason.as_deref()), ("actor", Some(&*commit.actor))];
        mentions.extend(words.into_iter().filter_map(|(field, text)| mention(&about, "commits", &key, field, text?)));
    }
    let is = network.persons.by_id(person).map(|ix| network.persons.get(ix));
    let mut facts: Vec<Uuid> = about.fates.keys().copied().chain([person.uuid()]).collect();
    facts.sort_unstable();
    facts.dedup();
    Some(PersonData {
        facts,
        id: person.uuid(),
        key: is.map(|person| person.slug.to_string()),
        name: is.map(|person| person.name.clone()),
        revision: network.revision().number,
        sections: sections.into_iter().filter(|section| !section.records.is_empty()).collect(),
        mentions,
        history,
    })
}

/// Tells what is about a person and where else they are named.
struct Telling<'a> {
    network: &'a Network,
    about: &'a About,
    records: Vec<(&'static str, String, Record)>,
    mentions: Vec<Mention>,
}

impl EachFact for Telling<'_> {
    fn fact<T: Classed + Into<AnyFact>>(&mut self, fact: &T) {
        if self.about.fates.contains_key(&fact.id().uuid()) {
            let sources = self.network.citations(fact).to_vec();
            let fields = fields(self.network, &fact.clone().into());
            self.records.push((T::NOUN, fact.key().to_string(), Record { fields, sources }));
            return;
        }
        let (about, mentions) = (self.about, &mut self.mentions);
        fact.clone().words(&mut |field, class, words| {
            // What is another person's own, and keys, are no words about somebody.
            let is_words = !matches!(class, Class::Own | Class::Key);
            let text = words.get().filter(|_| is_words);
            mentions.extend(text.and_then(|text| mention(about, T::NOUN, fact.key(), field, text)));
        });
    }
}

fn mention(about: &About, noun: &'static str, key: &str, field: &'static str, text: &str) -> Option<Mention> {
    let sure = about.names.stand_in(text);
    let is_named = sure || about.names.may_stand_in(text);
    is_named.then(|| Mention { noun, key: key.to_owned(), field, text: text.to_owned(), sure })
}

/// The fields of a fact; what points at another one has its key and name.
fn fields(network: &Network, fact: &AnyFact) -> Value {
    let mut pointing = Pointing { network, told: Vec::new() };
    show(fact, &mut pointing);
    let mut fields = fact.to_json();
    let Some(all) = fields.as_object_mut() else { return fields };
    let told = pointing.told.into_iter().fold(Map::new(), |mut told: Map<String, Value>, (field, value)| {
        let is_list = list::FIELDS.contains(&field);
        match told.get_mut(field).and_then(Value::as_array_mut) {
            Some(list) => list.push(value),
            None => drop(told.insert(field.to_owned(), if is_list { json!([value]) } else { value })),
        }
        told
    });
    // What a condition waits for stands within words of its own.
    all.extend(told.into_iter().filter(|(field, _)| field != "condition"));
    all.retain(|_, value| !value.is_null());
    fields
}

struct Pointing<'a> {
    network: &'a Network,
    told: Vec<(&'static str, Value)>,
}

impl EachFact for Pointing<'_> {
    fn fact<T: Classed + Into<AnyFact>>(&mut self, fact: &T) {
        fact.references(self);
    }
}

impl Visitor for Pointing<'_> {
    fn points<R: Noun>(&mut self, field: &'static str, id: R::Id) {
        let fact = self.network.fact(R::NOUN, id.uuid());
        let value = fact.map_or_else(
            // It went since.
            || json!({ "id": id.uuid() }),
            |fact| json!({ "id": id.uuid(), "key": **fact.key(), "name": name(&fact.to_json()) }),
        );
        self.told.push((field, value));
    }
}

/// What a fact is called, by its fields.
fn name(fields: &Value) -> Option<&str> {
    ["name", "name_nl", "title_nl", "label_nl", "text_nl"].iter().find_map(|field| fields.get(field)?.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::class::{FIELDS, Fate};
    use super::*;

    #[test]
    fn all_that_may_be_about_a_person_has_a_heading() {
        for (noun, fields) in FIELDS {
            let may_be = fields.iter().any(|(_, class)| {
                matches!(class, Class::Own | Class::Person(_) | Class::About(Fate::Emptied | Fate::Gone))
            });
            assert_eq!(HEADINGS.iter().any(|(other, _)| other == noun), may_be, "{noun}");
        }
    }
}
