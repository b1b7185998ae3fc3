//! What would be said twice: a second open membership, a place in the same whole.
//!
//! Sourced facts may hold doubles, which stay as they are. A second pledge to the same subject is one of its own.

use super::rejection::{ErrorCode, Rejection};
use super::same::{Same, overlap};
use super::{Act, Drawn, input_name};
use crate::any_fact::AnyFact;
use crate::facts::*;
use crate::id::FactId;
use crate::network::{Network, Noun};
use crate::table::Ix;

/// Nouns of which the same is said once a day: the field that says best of what, and the rows among which a double lies.
macro_rules! once {
    ($($fact:ident by $field:expr, |$t:ident, $row:ident| $near:expr;)*) => {
        impl Drawn<'_> {
            /// What the network after it would say twice and does not say twice now.
            pub(super) fn doubles(&self, after: &Network) -> Vec<Rejection> {
                // A merge settles what would be said twice in its own way.
                if matches!(self.command.act, Act::Merge { .. }) {
                    return Vec::new();
                }
                let double = |(at, fact): (usize, &AnyFact)| match fact {
                    $(AnyFact::$fact(row) => {
                        let ($t, $row) = (after, &**row);
                        self.double(after, at, $row, $near, $field)
                    })*
                    _ => None,
                };
                let written = self.changes.iter().enumerate();
                written.filter_map(|(at, change)| double((at, change.after()?))).collect()
            }
        }
    };
}

once! {
    GroupMembership by Some("organisation"), |t, row| t.organisations.by_id(row.organisation).into_iter().flat_map(|ix| t.belonging.memberships_of.of(ix));
    Partnership by Some("organisation"), |t, row| t.organisations.by_id(row.organisation).into_iter().flat_map(|ix| t.belonging.partnerships_of.of(ix));
    Relation by Some("kind"), |t, row| ties(t, row).into_iter();
    Office by Some("person"), |t, row| t.persons.by_id(row.person).into_iter().flat_map(|ix| t.belonging.offices_of.of(ix));
    Seat by Some("body"), |t, row| seats(t, row).into_iter();
    Signature by Some("organisation"), |t, row| t.agreements.by_id(row.agreement).into_iter().flat_map(|ix| t.belonging.signatures_of.of(ix));
    PersonContact by Some("value"), |t, row| t.persons.by_id(row.person).into_iter().flat_map(|ix| t.belonging.contacts_of_person.of(ix));
    Tie by Some("to_person"), |t, row| t.persons.by_id(row.from_person).into_iter().flat_map(|ix| t.belonging.ties_of.of(ix));
    Target by Some("topic"), |t, row| t.topics.by_id(row.topic).into_iter().flat_map(|ix| t.belonging.targets_of.of(ix));
    DecisionStage by Some("kind"), |t, row| t.decision_moments.by_id(row.decision_moment).into_iter().flat_map(|ix| t.belonging.stages_of.of(ix));
    Preference by Some("channel"), |t, row| t.organisations.by_id(row.organisation).into_iter().flat_map(|ix| t.belonging.preferences_of.of(ix));
    InitiativePart by None, |t, row| t.initiatives.by_id(row.initiative).into_iter().flat_map(|ix| t.belonging.places_of.of(ix));
}

/// The relations of the end from which one goes.
fn ties(network: &Network, row: &Relation) -> Vec<Ix<Relation>> {
    let belonging = &network.belonging;
    let organisation = row.from_organisation.and_then(|id| network.organisations.by_id(id));
    let group = row.from_group.and_then(|id| network.stakeholder_groups.by_id(id));
    let body = row.from_body.and_then(|id| network.bodies.by_id(id));
    let organisations = organisation.into_iter().flat_map(|ix| belonging.relations_of_organisation.of(ix));
    let groups = group.into_iter().flat_map(|ix| belonging.relations_of_group.of(ix));
    organisations.chain(groups).chain(body.into_iter().flat_map(|ix| belonging.relations_of_body.of(ix))).collect()
}

/// The seats of the person who holds one, or of its body.
fn seats(network: &Network, row: &Seat) -> Vec<Ix<Seat>> {
    if let Some(person) = row.holder.and_then(|id| network.persons.by_id(id)) {
        return network.belonging.seats_of_person.of(person).collect();
    }
    network.bodies.by_id(row.body).into_iter().flat_map(|ix| network.belonging.seats_of.of(ix)).collect()
}

impl Drawn<'_> {
    /// The refusal of a fact that another one tells of as well.
    ///
    /// * `at`: which of the changes writes it.
    fn double<T: Same + Noun>(
        &self,
        after: &Network,
        at: usize,
        row: &T,
        near: impl Iterator<Item = Ix<T>>,
        field: Option<&str>,
    ) -> Option<Rejection> {
        let (before, table) = (self.network, T::table(after));
        let twice = |one: &T, other: &T| one.same(other) && overlap(one, other);
        let was = |id| T::table(before).by_id(id).map(|ix| T::table(before).get(ix));
        let known = |other: &T| was(row.id()).zip(was(other.id())).is_some_and(|(one, other)| twice(one, other));
        // Of two that are written together, the second is one too many.
        let follows = |other: &T| {
            let mut later = self.changes[at + 1..].iter().filter_map(|change| change.after());
            later.any(|fact| fact.uuid() == other.id().uuid())
        };
        let mut others = near.map(|ix| table.get(ix)).filter(|other| other.id() != row.id() && twice(row, other));
        let other = others.find(|other| !known(other) && !follows(other))?;
        let path = self.path(row, field);
        let drafted = self.drafts.iter().find(|draft| draft.fact.uuid() == other.id().uuid());
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        let [nl, en] = match drafted.map(|draft| draft.path.join(".")).filter(|path| !path.is_empty()) {
            Some(place) => [format!("dit staat al bij {place}"), format!("{place} says this already")],
            None => {
                let (noun, key) = (T::NOUN, other.key());
                [
                    format!("{noun} {key} zegt dit al over dezelfde dagen"),
                    format!("{noun} {key} says this of the same days"),
                ]
            }
        };
        Some(Rejection::new(ErrorCode::AlreadyExists, &path, nl, en))
    }

    /// The part of the input that makes a fact one that is there already.
    ///
    /// * `field`: the one that says best of what it tells; `None`: all of them.
    fn path<T: Noun>(&self, row: &T, field: Option<&str>) -> Vec<String> {
        let id = row.id().uuid();
        match &self.command.act {
            Act::Import(_) => {
                let place = self.imported.place(T::NOUN, row.key());
                place.into_iter().chain(field.map(ToOwned::to_owned)).collect()
            }
            Act::Correct { set, .. } => {
                let own = field.filter(|field| set.contains_key(*field));
                let remarks = ["confidence", "note"];
                let first = set.keys().map(String::as_str).find(|name| !remarks.contains(name));
                own.or(first).map(input_name).into_iter().collect()
            }
            Act::End { .. } => vec!["until".to_owned()],
            _ => {
                let drafted = self.drafts.iter().find(|draft| draft.fact.uuid() == id);
                let path = drafted.map(|draft| draft.path.clone()).unwrap_or_default();
                path.into_iter().chain(field.map(input_name)).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::{Value, json};

    use super::*;
    use crate::plan::tests::{correct_fact, fact, next, refusals, told};
    use crate::plan::{Act, Command, Draft, Source, plan};
    use crate::testing::fixture;

    const REGION: &str = "municipality Zwolle partner since 2009; municipality Kampen partner since 2009 until 2019
        group Gemeenten; member Zwolle of Gemeenten since 2020; line Economie; line Ruimte
        council Raad of Kampen; seat Raad chair for Kampen since 2022; agreement Agenda
        signature Kampen under Agenda since 2023; project Dijk part of Ruimte";

    fn record(facts: Vec<AnyFact>) -> Command {
        let draft = |(at, fact): (usize, AnyFact)| {
            let path = if at == 0 { vec![] } else { vec!["places".into(), at.to_string()] };
            Draft { fact, path }
        };
        let source = Some(Source { title: "Brief".into(), locator: None, url: None });
        Command { act: Act::Record(facts.into_iter().enumerate().map(draft).collect()), source, if_revision: None }
    }

    fn seat(other: Value) -> AnyFact {
        let mut fields =
            json!({ "key": "new", "body": "raad", "role": "CHAIR", "on_behalf_of": "kampen", "since": "2024" });
        fields.as_object_mut().expect("fields").extend(other.as_object().expect("fields").clone());
        fact::<Seat>(fields)
    }

    #[test]
    fn what_is_there_on_the_same_days_is_not_recorded_again() {
        let region = fixture(&format!("{REGION}; company Scania"));
        let relation = |key: &str, from: &str| {
            fact::<Relation>(
                json!({ "key": key, "kind": "PART_OF", "from_organisation": from, "to_organisation": "kampen" }),
            )
        };
        let region = Arc::new(told(&region, &record(vec![relation("old", "scania")])).expect("a relation").after);
        for (fact, refusal) in [
            (
                fact::<Partnership>(json!({ "key": "new", "organisation": "zwolle", "since": "2024" })),
                "ALREADY_EXISTS organisation",
            ),
            // Who was a partner once may become one again, but not while it was one.
            (fact::<Partnership>(json!({ "key": "new", "organisation": "kampen", "since": "2020" })), ""),
            (
                fact::<Partnership>(json!({ "key": "new", "organisation": "kampen", "since": "2019-06" })),
                "ALREADY_EXISTS organisation",
            ),
            (
                fact::<GroupMembership>(json!({ "key": "new", "organisation": "zwolle", "group": "gemeenten" })),
                "ALREADY_EXISTS organisation",
            ),
            (fact::<GroupMembership>(json!({ "key": "new", "organisation": "kampen", "group": "gemeenten" })), ""),
            (seat(json!({})), "ALREADY_EXISTS body"),
            (seat(json!({ "role": "MEMBER" })), ""),
            (seat(json!({ "on_behalf_of": "kampen;zwolle" })), ""),
            (seat(json!({ "since": "2020", "until": "2021" })), ""),
            (
                fact::<Signature>(json!({ "key": "new", "organisation": "kampen", "agreement": "agenda" })),
                "ALREADY_EXISTS organisation",
            ),
            (fact::<Signature>(json!({ "key": "new", "organisation": "zwolle", "agreement": "agenda" })), ""),
            (relation("new", "scania"), "ALREADY_EXISTS kind"),
            (relation("new", "zwolle"), ""),
        ] {
            assert_eq!(refusals(told(&region, &record(vec![fact.clone()]))).join(", "), refusal, "{fact:?}");
        }
    }

    #[test]
    fn a_refusal_names_the_one_that_is_there() {
        let region = fixture(REGION);
        let joins = record(vec![fact::<Partnership>(json!({ "key": "new", "organisation": "zwolle" }))]);
        let refused = plan(&region, &joins, &crate::plan::tests::policy(), next(&region)).expect_err("twice");
        assert_eq!(refused[0].message(Language::En), "partnerships zwolle says this of the same days");
        assert_eq!(refused[0].message(Language::Nl), "partnerships zwolle zegt dit al over dezelfde dagen");
    }

    #[test]
    fn of_two_that_are_told_together_the_second_is_one_too_many() {
        let region = fixture(REGION);
        let initiative = |slug: &str| {
            fact::<Initiative>(
                json!({ "slug": slug, "name_nl": slug, "kind": "PROJECT", "example": false, "knowledge": false }),
            )
        };
        let place = |key: &str| {
            fact::<InitiativePart>(
                json!({ "key": key, "initiative": "brug", "programme_line": "ruimte", "share_pct": "50" }),
            )
        };
        let twice = record(vec![initiative("brug"), place("one"), place("two")]);
        assert_eq!(refusals(told(&region, &twice)), ["ALREADY_EXISTS places.2"]);
        let refused = plan(&region, &twice, &crate::plan::tests::policy(), next(&region)).expect_err("twice");
        assert_eq!(refused[0].message(Language::En), "places.1 says this already");
    }

    #[test]
    fn a_correction_makes_no_double_and_one_that_is_there_can_be_corrected() {
        let region = fixture(&format!("{REGION}; seat Raad chair for Kampen since 2010 until 2015"));
        let reopened = correct_fact("seats", "raad.2", json!({ "until": null }));
        assert_eq!(refusals(told(&region, &reopened)), ["ALREADY_EXISTS until"]);
        let longer = correct_fact("seats", "raad.2", json!({ "until": "2016", "note": "longer" }));
        assert_eq!(refusals(told(&region, &longer)), [""; 0]);
        // A source may have said so twice.
        let twice = fixture(&format!("{REGION}; seat Raad chair for Kampen since 2010"));
        let remark = correct_fact("seats", "raad.2", json!({ "since": "2011" }));
        assert_eq!(refusals(told(&twice, &remark)), [""; 0]);
    }
}
