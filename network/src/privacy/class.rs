//! Where personal data lies: what each field of each noun may tell of a person. A noun or field without a class does not
//! compile.

use uuid::Uuid;

use crate::any_fact::AnyFact;
use crate::facts::*;
use crate::for_each_noun;
use crate::id::FactId;
use crate::list::List;
use crate::references::Refers;
use crate::slug::Slug;
use crate::source::SourceText;

/// What becomes of a fact that is about an erased person. Ordered by how much goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It stays as it is, with the pseudonym: it is about something else.
    Stays,
    /// Its remarks go. On whose word it stands is part of what others rest on, and stays.
    Cleared,
    /// Its remarks go, and on whose word it stands: only days, organisations, topics and pseudonyms stay.
    Emptied,
    /// It goes, as if it had never been recorded.
    Gone,
}

/// What a field may tell of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Nothing: numbers, days, codes, flags, and what points at something else than a person.
    Plain,
    /// A key, in which people write names.
    Key,
    /// What an organisation, body or the like is called, and its numbers: never changed, but looked through.
    Name,
    /// Words that a fact is told by, as a title or what a rule says: they stay, without the person's name.
    Title,
    /// Free words about what happened or what somebody thinks.
    Text,
    /// On whose word the fact stands.
    Source,
    /// What is the person's own: name, address, number.
    Own,
    /// It points at a person: what then becomes of the fact.
    Person(Fate),
    /// It points at a fact that may be about a person: what then becomes of this one.
    About(Fate),
}

/// Words that a field holds.
pub(super) trait Words {
    /// What stands there; `None`: nothing.
    fn get(&self) -> Option<&str>;

    /// Puts something there.
    fn put(&mut self, words: &str);

    /// Takes out what stands there. What has to be given says that it was erased.
    fn empty(&mut self) {
        self.put(ERASED);
    }
}

/// What stands where something has to, and was erased.
pub(super) const ERASED: &str = "(gewist)";

impl Words for String {
    fn get(&self) -> Option<&str> {
        Some(self)
    }

    fn put(&mut self, words: &str) {
        words.clone_into(self);
    }
}

impl Words for Option<String> {
    fn get(&self) -> Option<&str> {
        self.as_deref()
    }

    fn put(&mut self, words: &str) {
        *self = Some(words.to_owned());
    }

    fn empty(&mut self) {
        *self = None;
    }
}

impl Words for SourceText {
    fn get(&self) -> Option<&str> {
        Some(self)
    }

    fn put(&mut self, words: &str) {
        *self = words.into();
    }
}

impl Words for Slug {
    fn get(&self) -> Option<&str> {
        Some(self)
    }

    /// What is no key is not put there.
    fn put(&mut self, words: &str) {
        if let Ok(key) = words.parse() {
            *self = key;
        }
    }
}

/// What a field points at.
trait Points {
    fn ids(&self) -> impl Iterator<Item = Uuid>;
}

impl<I: FactId> Points for I {
    fn ids(&self) -> impl Iterator<Item = Uuid> {
        std::iter::once(self.uuid())
    }
}

impl<I: FactId> Points for Option<I> {
    fn ids(&self) -> impl Iterator<Item = Uuid> {
        self.iter().map(|id| id.uuid())
    }
}

impl<I: FactId> Points for List<I> {
    fn ids(&self) -> impl Iterator<Item = Uuid> {
        self.iter().map(|id| id.uuid())
    }
}

/// A noun whose fields have classes.
pub(super) trait Classed: Refers {
    /// Shows all words, to be read or changed.
    fn words(&mut self, visit: &mut dyn FnMut(&'static str, Class, &mut dyn Words));

    /// Shows what it points at that is or may be about a person.
    fn points(&self, visit: &mut dyn FnMut(Class, Uuid));
}

macro_rules! class {
    (plain) => {
        Class::Plain
    };
    (key) => {
        Class::Key
    };
    (name) => {
        Class::Name
    };
    (title) => {
        Class::Title
    };
    (text) => {
        Class::Text
    };
    (own) => {
        Class::Own
    };
    (person $fate:ident) => {
        Class::Person(Fate::$fate)
    };
    (about $fate:ident) => {
        Class::About(Fate::$fate)
    };
}

macro_rules! words {
    ($field:ident $visit:ident plain) => {
        let _ = $field;
    };
    ($field:ident $visit:ident person $fate:ident) => {
        let _ = $field;
    };
    ($field:ident $visit:ident about $fate:ident) => {
        let _ = $field;
    };
    ($field:ident $visit:ident $class:ident) => {
        $visit(stringify!($field), class!($class), $field);
    };
}

macro_rules! points {
    ($field:ident $visit:ident person $fate:ident) => {
        Points::ids($field).for_each(|id| $visit(class!(person $fate), id));
    };
    ($field:ident $visit:ident about $fate:ident) => {
        Points::ids($field).for_each(|id| $visit(class!(about $fate), id));
    };
    ($field:ident $visit:ident $class:ident) => { let _ = $field; };
}

/// The fields of each noun beside the five that all have.
macro_rules! classes {
    ($($fact:ident { $($field:ident: $class:ident $($fate:ident)?,)* })*) => {
        /// What every field of every noun may tell of a person, by the name of its table.
        pub const FIELDS: &[(&str, &[(&str, Class)])] = &[$((<$fact as Fact>::NOUN, &[
            ("id", Class::Plain), ("source", Class::Source), ("confidence", Class::Plain), ("audience", Class::Plain),
            ("note", Class::Text), $((stringify!($field), class!($class $($fate)?)),)*
        ]),)*];

        $(impl Classed for $fact {
            fn words(&mut self, visit: &mut dyn FnMut(&'static str, Class, &mut dyn Words)) {
                // No `..` here: a field without a class must not compile.
                let Self { id: _, source, confidence: _, audience: _, note, $($field,)* } = self;
                visit("source", Class::Source, source);
                visit("note", Class::Text, note);
                $(words!($field visit $class $($fate)?);)*
            }

            #[allow(unused_variables, reason = "most nouns point at nobody")]
            fn points(&self, visit: &mut dyn FnMut(Class, Uuid)) {
                let Self { id: _, source: _, confidence: _, audience: _, note: _, $($field,)* } = self;
                $(points!($field visit $class $($fate)?);)*
            }
        })*
    };
}

classes! {
    Cooperation {
        slug: name, organisation: plain, name_nl: name, name_en: name, mission_nl: title, mission_en: title,
        strength_nl: title, strength_en: title, legal_entity: plain, agenda: plain, since: plain, until: plain,
    }
    Document { key: key, title_nl: title, title_en: title, kind: title, date: plain, url: title, pages: plain, }
    Organisation {
        slug: name, name_nl: name, name_en: name, kind: plain, helix: plain, layer: plain, parent: plain,
        territory: plain, since: plain, until: plain, holder: plain,
    }
    MergedOrganisation { slug: name, into: plain, }
    Name {
        key: key, organisation: plain, body: plain, programme_line: plain, name: name, language: plain, kind: plain,
        since: plain, until: plain,
    }
    Identifier { key: key, organisation: plain, scheme: plain, value: name, }
    Contact { key: key, organisation: plain, kind: plain, value: title, }
    MunicipalityStatistics {
        key: key, organisation: plain, counted_on: plain, inhabitants: plain, area_km2: plain, council_seats: plain,
    }
    StakeholderGroup { slug: name, name_nl: name, name_en: name, helix: plain, }
    GroupMembership { key: key, organisation: plain, group: plain, since: plain, until: plain, }
    Partnership { key: key, organisation: plain, since: plain, until: plain, }
    Relation {
        key: key, from_organisation: plain, from_group: plain, from_body: plain, kind: plain, to_organisation: plain,
        to_group: plain, to_body: plain, since: plain, until: plain,
    }
    ProgrammeLine {
        slug: name, name_nl: name, name_en: name, kind: plain, position: plain, holder: plain,
    }
    Goal { key: key, agreement: plain, text_nl: title, text_en: title, }
    Initiative {
        slug: name, name_nl: name, name_en: name, kind: plain, example: plain, knowledge: plain, results_shared: plain,
        goals: plain, since: plain, until: plain,
    }
    InitiativePart {
        key: key, initiative: plain, programme_line: plain, parent: plain, agreement: plain, share_pct: plain,
    }
    Ambition { key: key, initiative: plain, level: plain, row: plain, topic: title, text_nl: title, text_en: title, }
    Measure {
        key: key, ambition: plain, name: title, minimum: plain, maximum: plain, unit: plain, per: plain,
        approximate: plain, direction: plain, reference: plain, period: plain,
    }
    Person { slug: own, name: own, holder: plain, }
    Office {
        key: key, person: person Emptied, organisation: plain, label_nl: title, label_en: title, since: plain,
        until: plain, holder: plain,
    }
    Body {
        slug: name, name_nl: name, name_en: name, kind: plain, parent: plain, parent_basis: plain, organisation: plain,
        steers_programme_lines: plain, steers_initiatives: plain, democratic: plain, democratic_basis: title,
        level: plain, in_chart: plain, in_schedule: plain, since: plain, until: plain, holder: plain,
    }
    Seat {
        key: key, body: plain, role: plain, holder: person Cleared, on_behalf_of: plain, on_behalf_of_group: plain,
        supplied_by: plain, since: plain, until: plain,
    }
    Agreement {
        slug: name, name_nl: name, name_en: name, kind: plain, signed: plain, covers: plain, amount: plain, unit: plain,
        status: plain, builds_on: plain, website: title, since: plain, until: plain,
    }
    Signature {
        key: key, agreement: plain, organisation: plain, role: title, ratified_by: plain, since: plain, until: plain,
    }
    Decision {
        key: key, title_nl: title, title_en: title, outcome: plain, body: plain, agreement: plain, initiative: plain,
        programme_line: plain, parent: plain, date: plain, expected: plain, period: plain,
    }
    Commitment {
        key: key, organisation: plain, programme_line: plain, initiative: plain, agreement: plain, status: plain,
        condition: plain, ratified_by: plain, since: plain, until: plain,
    }
    Contribution {
        key: key, commitment: plain, partnership: plain, kind: plain, amount: plain, unit: plain, per: plain,
        minimum: plain, realised_on: plain, since: plain, until: plain,
    }
    Milestone {
        slug: key, text_nl: title, text_en: title, kind: plain, date: plain, year_inferred: plain, agreements: plain,
        body: plain, organisation: plain,
    }
    Meeting { key: key, body: plain, name_nl: title, name_en: title, date: plain, papers_sent: plain, }
    Statement {
        key: key, kind: plain, position: plain, text_nl: title, text_en: title, theme: title, rule: plain,
        agreement: plain, initiative: plain, refers_to: plain, parent: plain, speaker: person Cleared, number: plain,
        unit: plain,
    }
    Rule {
        key: name, title_nl: name, title_en: name, text_nl: name, text_en: name, severity: plain, ours: plain,
    }
    DeclaredCount { key: key, what_nl: title, what_en: title, group: plain, body: plain, agreement: plain, declared: plain, }
    PersonContact { key: key, person: person Gone, kind: plain, value: own, holder: plain, }
    Tie {
        key: key, from_person: person Gone, to_person: person Gone, strength: plain, confirmed_on: plain, since: plain,
        until: plain, holder: plain,
    }
    Topic {
        slug: key, title_nl: title, title_en: title, ask_nl: title, ask_en: title, programme_line: plain, status: plain,
        since: plain, until: plain, holder: plain,
    }
    Target {
        key: key, topic: plain, organisation: plain, person: person Emptied, body: plain, value: plain,
        decision_right: plain, holder: plain,
    }
    Assessment {
        key: key, target: about Gone, date: plain, influence: plain, interest: plain, position: plain, holder: plain,
    }
    DecisionMoment {
        slug: key, title_nl: title, title_en: title, body: plain, topics: plain, date: plain, holder: plain,
    }
    DecisionStage {
        key: key, decision_moment: plain, kind: plain, date: plain, opens_days_before: plain, closes_days_before: plain,
        holder: plain,
    }
    ContactMoment {
        key: key, status: plain, channel: plain, date: plain, topic: plain, target: about Emptied,
        our_persons: person Stays, their_persons: person Emptied, after: plain, outcome: text, position: plain,
        holder: plain,
    }
    ContactNote {
        key: key, contact_moment: about Gone, text: text, holder: plain,
    }
    FollowUp {
        key: key, contact_moment: about Emptied, text: text, owner: person Stays, due: plain, done_on: plain,
        holder: plain,
    }
    Preference {
        key: key, organisation: plain, topic: plain, person: person Gone, channel: plain, frequency: text, since: plain,
        until: plain, holder: plain,
    }
}

/// What is done with each fact, whatever its noun.
pub(super) trait EachFact {
    /// A fact.
    fn fact<T: Classed + Into<AnyFact>>(&mut self, fact: &T);
}

macro_rules! each {
    ($($noun:ident $fact:ident,)*) => {
        /// Shows a fact as what it is.
        pub(super) fn show(fact: &AnyFact, visitor: &mut impl EachFact) {
            match fact { $(AnyFact::$fact(fact) => visitor.fact(&**fact),)* }
        }

        /// Shows all facts of a network.
        pub(super) fn show_all(tables: &crate::network::Tables, visitor: &mut impl EachFact) {
            $(for (_, row) in tables.$noun.iter() {
                visitor.fact(row);
            })*
        }
    };
}
for_each_noun!(each);
