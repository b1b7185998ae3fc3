use std::sync::Arc;

use serde_json::json;

use super::*;
use crate::audience::Audience;
use crate::change::Change;
use crate::facts::*;
use crate::id::{BodyId, OrganisationId, PersonId, TopicId};
use crate::plan::tests::{fact, next, source, told};
use crate::plan::{Act, Command, Pointer};
use crate::snapshot::Snapshot;
use crate::testing::fixture;

const REGION: &str =
    "municipality Zwolle partner since 2009; municipality Kampen partner since 2009; company Dubbel; line Economie
    council Raad of Zwolle steers Economie";

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
    let (changes, after) = fit(whole, planned.changes, sight, next(whole)).expect("it fits");
    let (changes, whole) = let_go(changes, after, next(whole)).expect("a network");
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

/// What a partner holds alone: a target that is this, for a topic of its own.
fn secret(holder: &str, field: &str, of: &str) -> Vec<AnyFact> {
    let own = |key: String| json!({ "key": key, "audience": "HOLDER_ONLY", "holder": holder });
    let mut topic = own(String::new());
    let fields = topic.as_object_mut().expect("fields");
    fields.remove("key");
    fields.insert("slug".to_owned(), json!(format!("plan-{holder}")));
    topic["title_nl"] = json!("Plan");
    topic["ask_nl"] = json!("Meer");
    topic["status"] = json!("ACTIVE");
    let mut target = own(format!("doel-{holder}"));
    target["topic"] = json!(format!("plan-{holder}"));
    target["value"] = json!("3");
    target["decision_right"] = json!("ADVISES");
    target[field] = json!(of);
    vec![fact::<Topic>(topic), fact::<Target>(target)]
}

/// What this sight sees of it, a line each, without the revision.
fn seen(whole: &Network, sight: Sight) -> Vec<String> {
    let snapshot = Snapshot { network: Arc::new(whole.clone()), journal: crate::journal::Journal::default() };
    let network = snapshot.seen_by(sight).expect("a network").network;
    let mut lines = Vec::new();
    macro_rules! each {
        ($($noun:ident $fact:ident,)*) => {
            $(lines.extend(network.$noun.iter().map(|(_, row)| format!("{row:?}")));)*
        };
    }
    crate::for_each_noun!(each);
    lines.sort();
    lines
}

#[test]
fn what_goes_for_all_is_kept_for_each_partner_that_needs_it_without_the_others_knowing() {
    let jan = || fact::<Person>(json!({ "slug": "jan", "name": "Jan" }));
    let desk = |key: &str| Sight::Desk(Some(id(key)));
    let region = |holders: &[&str], field: &str, of: &str| {
        let secrets = holders.iter().flat_map(|holder| secret(holder, field, of));
        hiding(std::iter::once(jan()).chain(secrets).collect())
    };
    let dubbel = Pointer { noun: Organisation::NOUN, id: id("dubbel").uuid() };
    let person = Pointer { noun: Person::NOUN, id: PersonId::from_key("jan").uuid() };
    let body = Pointer { noun: Body::NOUN, id: BodyId::from_key("raad").uuid() };
    for (field, of, target) in [("organisation", "dubbel", dubbel), ("person", "jan", person), ("body", "raad", body)] {
        let none = done(&region(&[], field, of), Sight::Partners, Act::Remove(target));
        let alone = done(&region(&["kampen"], field, of), Sight::Partners, Act::Remove(target));
        let both = done(&region(&["kampen", "zwolle"], field, of), Sight::Partners, Act::Remove(target));
        // Whoever needs nothing, sees that it is gone; whoever needs it, sees what it would see if it were the only one.
        for sight in [Sight::Public, Sight::Partners, Sight::Desk(None), desk("dubbel")] {
            assert_eq!(seen(&both, sight), seen(&none, sight), "{of} {sight:?}");
        }
        assert_eq!(seen(&both, desk("kampen")), seen(&alone, desk("kampen")), "{of}");
        assert_ne!(seen(&alone, desk("kampen")), seen(&none, desk("kampen")), "{of}");
        let target = both.targets.by_key("doel-kampen").map(|ix| both.targets.get(ix)).expect("the target");
        match (target.organisation, target.person) {
            (None, None) => {
                let kept = both.bodies.by_id(target.body.expect("a body")).expect("it is kept");
                let row = both.bodies.get(kept);
                assert_eq!((row.audience, row.holder), (Audience::HolderOnly, Some(id("kampen"))));
                assert!(row.steers_programme_lines.is_empty(), "what it steers is no concern of who needs it");
            }
            (Some(kept), None) => {
                let row = both.organisations.get(both.organisations.by_id(kept).expect("it is kept"));
                assert_eq!((row.audience, row.holder), (Audience::HolderOnly, Some(id("kampen"))));
                assert_eq!(row.name_nl, "Dubbel");
            }
            (None, Some(kept)) => {
                let row = both.persons.get(both.persons.by_id(kept).expect("it is kept"));
                assert_eq!((row.audience, row.holder, &*row.name), (Audience::HolderOnly, Some(id("kampen")), "Jan"));
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn what_one_partner_closes_to_itself_stays_for_another_one_that_needs_it() {
    let jan = fact::<Person>(json!({ "slug": "jan", "name": "Jan", "audience": "PUBLIC_AFFAIRS" }));
    let closed = |holders: &[&str]| {
        let secrets = holders.iter().flat_map(|holder| secret(holder, "person", "jan"));
        let whole = hiding(std::iter::once(jan.clone()).chain(secrets).collect());
        let set = json!({ "audience": "HOLDER_ONLY", "holder": id("zwolle") });
        let act = crate::plan::tests::correct_fact("persons", "jan", set).act;
        done(&whole, Sight::Desk(Some(id("zwolle"))), act)
    };
    let (with, without) = (closed(&["kampen"]), closed(&[]));
    for sight in [Sight::Partners, Sight::Desk(None), Sight::Desk(Some(id("zwolle")))] {
        assert_eq!(seen(&with, sight), seen(&without, sight), "{sight:?}");
    }
    let target = with.targets.by_key("doel-kampen").map(|ix| with.targets.get(ix)).expect("the target");
    let kept = with.persons.get(with.persons.by_id(target.person.expect("a person")).expect("it is kept"));
    assert_eq!((&*kept.name, kept.holder), ("Jan", Some(id("kampen"))));
}

#[test]
fn an_organisation_that_is_removed_goes_on_for_itself_and_apart_for_who_needs_it() {
    let both =
        hiding([secret("dubbel", "organisation", "kampen"), secret("kampen", "organisation", "dubbel")].concat());
    let target = Pointer { noun: Organisation::NOUN, id: id("dubbel").uuid() };
    let after = done(&both, Sight::Partners, Act::Remove(target));
    let own = after.organisations.get(after.organisations.by_id(id("dubbel")).expect("it stays for itself"));
    assert_eq!((own.audience, own.holder), (Audience::HolderOnly, Some(id("dubbel"))));
    let aimed_at = after.targets.by_key("doel-kampen").and_then(|ix| after.targets.get(ix).organisation);
    let kept = after.organisations.get(after.organisations.by_id(aimed_at.expect("an organisation")).expect("a copy"));
    assert_eq!((kept.holder, kept.id == own.id), (Some(id("kampen")), false));
}

#[test]
fn what_was_kept_goes_with_the_last_that_needs_it() {
    let whole = hiding(secret("kampen", "organisation", "dubbel"));
    let target = Pointer { noun: Organisation::NOUN, id: id("dubbel").uuid() };
    let kept = done(&whole, Sight::Partners, Act::Remove(target));
    assert_eq!(kept.organisations.len(), whole.organisations.len());
    let aim = kept.targets.by_key("doel-kampen").map(|ix| kept.targets.get(ix).id).expect("the target");
    let last = Pointer { noun: Target::NOUN, id: aim.uuid() };
    let after = done(&kept, Sight::Desk(Some(id("kampen"))), Act::Remove(last));
    assert_eq!(after.organisations.len(), whole.organisations.len() - 1);
}

/// Jan as one partner closes him to itself and opens him again, while another one has a target on him.
#[test]
fn what_is_opened_again_is_one_again_unless_somebody_changed_a_copy() {
    let jan = fact::<Person>(json!({ "slug": "jan", "name": "Jan", "audience": "PUBLIC_AFFAIRS" }));
    let whole = hiding(std::iter::once(jan).chain(secret("kampen", "person", "jan")).collect());
    let zwolle = Sight::Desk(Some(id("zwolle")));
    let correct = |key: &str, set| crate::plan::tests::correct_fact("persons", key, set).act;
    let closed = done(&whole, zwolle, correct("jan", json!({ "audience": "HOLDER_ONLY", "holder": id("zwolle") })));
    let open = || correct("jan", json!({ "audience": "PUBLIC_AFFAIRS", "holder": null }));
    let aim = |network: &Network| {
        network.targets.by_key("doel-kampen").and_then(|ix| network.targets.get(ix).person).expect("a person")
    };
    assert_ne!(aim(&closed), PersonId::from_key("jan"));
    let opened = done(&closed, zwolle, open());
    assert_eq!((aim(&opened), opened.persons.len()), (PersonId::from_key("jan"), whole.persons.len()));

    let copy = closed.persons.by_id(aim(&closed)).map(|ix| closed.persons.get(ix).slug.to_string()).expect("a copy");
    let kampen = Sight::Desk(Some(id("kampen")));
    let pointer = Pointer { noun: Person::NOUN, id: aim(&closed).uuid() };
    let set = json!({ "name": "Jan van Kampen" }).as_object().expect("fields").clone();
    let renamed = done(&closed, kampen, Act::Correct { target: pointer, set });
    let opened = done(&renamed, zwolle, open());
    assert_eq!(aim(&opened).uuid(), pointer.id, "{copy} says something else now");
}
