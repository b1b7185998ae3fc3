//! What is committed is in the database, all of it, and the journal tells it.

use std::collections::HashMap;

use drieklank::store::{Entry, Idempotency, Store, StoreError, Written};
use network::any_fact::AnyFact;
use network::change::{Change, inverse};
use network::facts::*;
use network::id::{FactId, OrganisationId};
use proptest::test_runner::{Config, TestRunner};
use sea_orm::ConnectionTrait;
use tokio::runtime::Runtime;

use super::{Place, assert_same, noon, on_both, sorted, zwolle};
use crate::made_facts::any_facts;

on_both! {
    a_commit_moves_the_revision_and_is_told_by_the_journal,
    of_two_that_commit_at_once_one_does,
    a_commit_that_fails_leaves_nothing,
    a_key_is_found_again_for_a_day,
    what_only_one_may_have_goes_from_one_to_another,
    a_large_commit_is_kept_in_blocks_and_told_as_any_other,
}

fn entry(changes: Vec<Change>) -> Entry {
    Entry {
        actor: "desk".into(),
        command: "PLEDGE_COMMITMENT".into(),
        reason: Some("council proposal".into()),
        recorded_at: noon() + chrono::TimeDelta::hours(1),
        idempotency: Some(Idempotency { key: "k1".into(), request_hash: "abc".into() }),
        changes,
    }
}

/// Changes that lead from some facts to others, those of one noun after those of another.
fn difference(from: &Facts, to: &Facts) -> Vec<Change> {
    let mut changes = Vec::new();
    macro_rules! nouns {
        ($($noun:ident $fact:ident,)*) => {$({
            let before: HashMap<_, &$fact> = from.$noun.iter().map(|fact| (fact.id, fact)).collect();
            let after: HashMap<_, &$fact> = to.$noun.iter().map(|fact| (fact.id, fact)).collect();
            for fact in &from.$noun {
                match after.get(&fact.id) {
                    None => changes.push(Change::Removed(fact.clone().into())),
                    Some(new) if *new != fact => {
                        changes.push(Change::Changed { before: fact.clone().into(), after: (*new).clone().into() });
                    }
                    Some(_) => {}
                }
            }
            let new = to.$noun.iter().filter(|fact| !before.contains_key(&fact.id));
            changes.extend(new.map(|fact| Change::Added(fact.clone().into())));
        })*};
    }
    network::for_each_noun!(nouns);
    changes
}

/// Another name for one organisation.
fn renamed() -> Vec<Change> {
    let before = zwolle().organisations[0].clone();
    let after = Organisation { name_nl: "Zwolle (Ov.)".into(), ..before.clone() };
    vec![Change::Changed { before: before.into(), after: after.into() }]
}

async fn a_commit_moves_the_revision_and_is_told_by_the_journal(place: Place) {
    let store = place.open().await;
    store.fill(&zwolle(), "regio-zwolle", noon()).await.unwrap();
    let written = store.commit(1, &[entry(renamed())]).await.unwrap();
    let Written::As(revision) = written else { panic!("nobody else wrote: {written:?}") };
    assert_eq!((revision.value, revision.recorded_at), (2, entry(Vec::new()).recorded_at));
    let loaded = place.open().await.load().await.unwrap();
    assert_eq!(loaded.revision, revision);
    assert_eq!(loaded.facts.organisations.iter().filter(|row| row.name_nl == "Zwolle (Ov.)").count(), 1);
    let [first, second] = &loaded.commits[..] else { panic!("two commits: {:?}", loaded.commits) };
    assert_eq!(
        (first.command.as_str(), first.reason.as_deref(), first.changes.len()),
        ("FILL", Some("regio-zwolle"), 0)
    );
    assert_eq!(second.actor, "desk");
    assert_eq!(second.changes, renamed());
    assert_eq!(store.commits_after(1).await.unwrap(), std::slice::from_ref(second));
}

async fn of_two_that_commit_at_once_one_does(place: Place) {
    let (one, other) = (place.open().await, place.open().await);
    one.fill(&zwolle(), "regio-zwolle", noon()).await.unwrap();
    let entries = [entry(renamed())];
    let (one, other) = tokio::join!(one.commit(1, &entries), other.commit(1, &entries));
    let outcomes = [one.unwrap(), other.unwrap()];
    assert_eq!(outcomes.iter().filter(|written| **written == Written::MovedOn).count(), 1, "{outcomes:?}");
    assert_eq!(place.open().await.load().await.unwrap().commits.len(), 2);
}

async fn a_commit_that_fails_leaves_nothing(place: Place) {
    let store = place.open().await;
    store.fill(&zwolle(), "regio-zwolle", noon()).await.unwrap();
    let gone = Change::Removed(AnyFact::from(zwolle().organisations[0].clone()));
    let refused = store.commit(1, &[entry(vec![gone])]).await.unwrap_err();
    assert!(matches!(refused, StoreError::Unknown { .. } | StoreError::Commit { .. }), "{refused}");
    let stranger = Organisation { id: FactId::from_key("stranger"), ..zwolle().organisations[0].clone() };
    let changed = Change::Changed { before: stranger.clone().into(), after: stranger.into() };
    let refused = store.commit(1, &[entry(vec![renamed().remove(0), changed])]).await.unwrap_err();
    assert!(matches!(refused, StoreError::Diverged { noun: "organisations", .. }), "{refused}");
    let loaded = store.load().await.unwrap();
    assert_eq!((loaded.revision.value, loaded.commits.len()), (1, 1));
    assert_same(loaded, &zwolle());
}

/// Changes enough for two blocks: organisations, seats of them, and another name.
fn many() -> Vec<Change> {
    let (facts, mut changes) = (zwolle(), Vec::new());
    let seat = facts.seats.iter().find(|seat| !seat.on_behalf_of.is_empty()).expect("a seat").clone();
    let key = |noun: &str, number: usize| format!("{noun}-{number}");
    let organisation = |number| OrganisationId::from_key(&key("made", number));
    changes.extend((0..5_000).map(|number| {
        let made = Organisation {
            id: organisation(number),
            slug: key("made", number).parse().expect("a key"),
            ..facts.organisations[0].clone()
        };
        Change::Added(made.into())
    }));
    changes.extend((0..500).map(|number| {
        let of_both = [organisation(number), organisation(number + 1)].into_iter().collect();
        let id = FactId::from_key(&key("seat", number));
        let made = Seat { id, key: key("seat", number).parse().expect("a key"), on_behalf_of: of_both, ..seat.clone() };
        Change::Added(made.into())
    }));
    changes.extend(renamed());
    changes
}

async fn a_large_commit_is_kept_in_blocks_and_told_as_any_other(place: Place) {
    let store = place.open().await;
    store.fill(&zwolle(), "regio-zwolle", noon()).await.unwrap();
    store.commit(1, &[entry(many())]).await.unwrap();
    let rows = |table: &'static str| {
        let place = &place;
        async move {
            let connection = place.careless().await;
            let statement = format!("SELECT count(*) FROM {table}");
            let count = sea_orm::Statement::from_string(connection.get_database_backend(), statement);
            connection.query_one_raw(count).await.unwrap().unwrap().try_get_by_index::<i64>(0).unwrap()
        }
    };
    assert_eq!((rows("changes").await, rows("change_blocks").await), (0, 2));
    let loaded = store.load().await.unwrap();
    assert_eq!(loaded.commits[1].changes, many());
    assert_eq!(store.commits_after(1).await.unwrap(), loaded.commits[1..]);
    let seats = zwolle().seats.len() + 500;
    assert_eq!(
        (loaded.facts.organisations.len(), loaded.facts.seats.len()),
        (zwolle().organisations.len() + 5_000, seats)
    );
    let of_both =
        loaded.facts.seats.iter().filter(|seat| seat.key.starts_with("seat-") && seat.on_behalf_of.len() == 2);
    assert_eq!(of_both.count(), 500);
    // A copy has the journal as well.
    let copied = Place::sqlite().await;
    let copy = Store::restore(&copied.url, store.whole().await.unwrap()).await.unwrap();
    assert_eq!(copy.load().await.unwrap().commits, loaded.commits);
}

async fn what_only_one_may_have_goes_from_one_to_another(place: Place) {
    let store = place.open().await;
    let mut facts = zwolle();
    let number = |key: &str| Identifier {
        id: FactId::from_key(key),
        key: key.parse().unwrap(),
        scheme: "KVK".into(),
        value: format!("1234567{}", key.len()),
        ..facts.identifiers[0].clone()
    };
    let [a, b, c] = ["a", "bb", "ccc"].map(number);
    facts.identifiers.extend([a.clone(), b.clone(), c.clone()]);
    store.fill(&facts, "regio-zwolle", noon()).await.unwrap();
    let changed = |before: AnyFact, after: AnyFact| Change::Changed { before, after };
    // Two organisations swap their keys, two register numbers go round, and one goes while its number comes back.
    let [one, two] = [0, 1].map(|at| facts.organisations[at].clone());
    let mut back = Identifier { id: FactId::from_key("back"), value: c.value.clone(), ..a.clone() };
    back.key = "back".parse().unwrap();
    let changes = vec![
        Change::Added(back.into()),
        changed(one.clone().into(), Organisation { slug: two.slug.clone(), ..one.clone() }.into()),
        changed(two.clone().into(), Organisation { slug: one.slug.clone(), ..two.clone() }.into()),
        changed(a.clone().into(), Identifier { value: b.value.clone(), ..a.clone() }.into()),
        changed(b.clone().into(), Identifier { value: a.value.clone(), ..b.clone() }.into()),
        Change::Removed(c.into()),
    ];
    let written = store.commit(1, &[entry(changes)]).await.unwrap();
    assert!(matches!(written, Written::As(_)), "{written:?}");
    let loaded = place.open().await.load().await.unwrap().facts;
    let key = |id| loaded.organisations.iter().find(|row| row.id == id).map(|row| row.slug.clone());
    assert_eq!((key(one.id), key(two.id)), (Some(two.slug), Some(one.slug)));
    let value = |id| loaded.identifiers.iter().find(|row| row.id == id).map(|row| row.value.clone());
    assert_eq!((value(a.id), value(b.id)), (Some(b.value), Some(a.value)));
    assert_eq!(loaded.identifiers.len(), facts.identifiers.len());
}

async fn a_key_is_found_again_for_a_day(place: Place) {
    let store = place.open().await;
    store.fill(&zwolle(), "regio-zwolle", noon()).await.unwrap();
    store.commit(1, &[entry(renamed())]).await.unwrap();
    let found = |actor: &'static str, since| {
        let store = store.clone();
        async move { store.sent_before(actor, "k1", since).await.unwrap() }
    };
    assert_eq!(found("desk", noon()).await, Some((2, "abc".into())));
    assert_eq!(found("desk", noon() + chrono::TimeDelta::hours(2)).await, None, "too long ago");
    assert_eq!(found("other", noon()).await, None, "the key of somebody else");
}

#[test]
fn any_changes_come_back_from_sqlite() {
    any_changes_come_back(40, Place::sqlite);
}

#[test]
fn any_changes_come_back_from_postgres() {
    any_changes_come_back(15, Place::postgres);
}

fn any_changes_come_back<P: Future<Output = Place>>(cases: u32, place: impl Fn() -> P) {
    let runtime = Runtime::new().unwrap();
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new(config)
        .run(&(any_facts(), any_facts()), |(from, to)| {
            runtime.block_on(async {
                let place = place().await;
                let store = place.open().await;
                let (from, to) = (sorted(from), sorted(to));
                store.fill(&from, "any", noon()).await.unwrap();
                let there = difference(&from, &to);
                store.commit(1, &[entry(there.clone())]).await.unwrap();
                let loaded = store.load().await.unwrap();
                assert_eq!(loaded.commits[1].changes, there);
                assert_same(loaded, &to);
                store.commit(2, &[entry(inverse(there))]).await.unwrap();
                assert_same(store.load().await.unwrap(), &from);
            });
            Ok(())
        })
        .unwrap();
}
