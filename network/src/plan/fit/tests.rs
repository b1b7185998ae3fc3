use std::sync::Arc;

use serde_json::json;

use super::*;
use crate::change::Change;
use crate::facts::*;
use crate::id::{OrganisationId, PersonId, TopicId};
use crate::plan::tests::{fact, next, source, told};
use crate::plan::{Act, Command, Pointer};
use crate::snapshot::Snapshot;
use crate::testing::fixture;

const REGION: &str = "municipality Zwolle partner since 2009; municipality Kampen partner since 2009; company Dubbel";

/// A region with facts that not everybody sees.
fn hiding(facts: Vec<AnyFact>) -> Network {
    let region = fixture(REGION);
    let changes: Vec<Change> = facts.into_iter().map(Change::Added).collect();
    region.apply(&changes, next(&region)).expect("they can be hidden")
}

/// What an act of who sees only this comes to in the whole network.
fn done(whole: &Network, sight: Sight, act: Act) -> Network {
    let snapshot = Snapshot { network: Arc::new(whole.clone()), journal: crate::journal::Journal::default() };
    let seen = snapshot.seen_by(sight).expect("a network").network;
    let command = Command { act, source: source(), if_revision: None };
    let planned = told(&seen, &command).expect("it can be done");
    let (changes, whole) = fit(whole, planned.changes, sight, next(whole)).expect("it fits");
    let reached =
        seen.apply(&changes.iter().filter_map(|change| change.seen_by(sight)).collect::<Vec<_>>(), next(&seen));
    reached.expect("what they see of it is a network");
    whole
}

fn id(key: &str) -> OrganisationId {
    OrganisationId::from_key(key)
}

fn merge() -> Act {
    Act::Merge { duplicate: id("dubbel"), into: id("kampen") }
}

#[test]
fn what_an_organisation_holds_alone_is_held_by_the_one_that_it_is_merged_into() {
    let held = |noun: &str| json!({ "audience": "HOLDER_ONLY", "holder": "dubbel", "slug": noun, "key": noun });
    let mut facts = Vec::new();
    // More than may give way one after the other.
    for at in 0..80 {
        let mut person = held(&format!("p{at}"));
        person["name"] = json!("Jan");
        person.as_object_mut().expect("fields").remove("key");
        let mut tie = held(&format!("t{at}"));
        tie.as_object_mut().expect("fields").remove("slug");
        tie["from_person"] = json!(format!("p{at}"));
        tie["to_person"] = json!("p0");
        tie["strength"] = json!("WEAK");
        facts.push(fact::<Person>(person));
        if at > 0 {
            facts.push(fact::<Tie>(tie));
        }
    }
    let whole = hiding(facts);
    for sight in [Sight::Public, Sight::Partners, Sight::Desk(Some(id("zwolle")))] {
        let after = done(&whole, sight, merge());
        assert!(after.persons.iter().all(|(_, row)| row.holder == Some(id("kampen"))), "{sight:?}");
        assert!(after.ties.iter().all(|(_, row)| row.holder == Some(id("kampen"))), "{sight:?}");
        assert_eq!((after.persons.len(), after.ties.len()), (80, 79));
    }
}

#[test]
fn what_is_held_in_sight_is_held_by_the_one_that_stays_too() {
    let topic =
        json!({ "slug": "spoor", "title_nl": "Spoor", "ask_nl": "Sneller", "status": "ACTIVE", "holder": "dubbel" });
    let whole = hiding(vec![fact::<Topic>(topic)]);
    let after = done(&whole, Sight::Public, merge());
    let topic = after.topics.by_id(TopicId::from_key("spoor")).expect("the topic");
    assert_eq!(after.topics.get(topic).holder, Some(id("kampen")));
}

#[test]
fn what_is_removed_and_needed_by_what_is_hidden_goes_out_of_sight() {
    let hidden = fact::<Name>(json!({ "key": "n", "organisation": "dubbel", "name": "Dub", "language": "NL",
        "kind": "ALIAS", "audience": "PARTNERS" }));
    let whole = hiding(vec![hidden]);
    let target = Pointer { noun: Organisation::NOUN, id: id("dubbel").uuid() };
    let after = done(&whole, Sight::Public, Act::Remove(target));
    let row = after.organisations.by_id(id("dubbel")).expect("it stays");
    assert_eq!(after.organisations.get(row).audience, Audience::Partners);
}

#[test]
fn a_hidden_key_is_left_to_who_is_in_sight() {
    let person = |key: &str, audience: &str| fact::<Person>(json!({ "slug": key, "name": key, "audience": audience }));
    let whole = hiding(vec![person("jan", "PARTNERS")]);
    let AnyFact::Person(mut new) = person("jan", "PUBLIC") else { unreachable!("a person") };
    let own = PersonId::from_uuid(uuid::Builder::from_unix_timestamp_millis(0, &[7; 10]).into_uuid());
    new.id = own;
    let drafts = vec![crate::plan::Draft { fact: AnyFact::Person(new), path: vec![] }];
    let after = done(&whole, Sight::Public, Act::Record(drafts));
    assert_eq!(after.persons.by_key("jan").map(|ix| after.persons.get(ix).id), Some(own));
    let hidden = after.persons.by_id(PersonId::from_key("jan")).expect("the hidden one");
    let row = after.persons.get(hidden);
    assert!(row.slug.starts_with("jan-"), "{row:?}");
    assert_eq!(row.name, "jan", "only its key gives way");
    assert_eq!(after.persons.by_key(&row.slug), Some(hidden), "and it is found by the new one");
}
