//! What is stored comes back.

use drieklank::store::{Loaded, Revision, StoreError};
use proptest::test_runner::{Config, TestRunner};
use tokio::runtime::Runtime;

use super::{Place, assert_same, noon, on_both, sorted, zwolle};
use crate::made_facts::any_facts;

on_both! {
    facts_come_back,
    facts_outlive_the_store,
    a_network_is_never_filled_twice,
    nothing_is_nothing,
    what_breaks_a_rule_of_the_database_leaves_nothing,
    of_two_that_fill_at_once_one_does,
}

async fn facts_come_back(place: Place) {
    let store = place.open().await;
    let revision = store.fill(&zwolle(), "regio-zwolle", noon()).await.unwrap();
    assert_eq!(revision, Revision { value: 1, recorded_at: noon() });
    let loaded = store.load().await.unwrap();
    assert_eq!(loaded.revision, revision);
    assert_eq!(loaded.dataset, "regio-zwolle");
    assert_same(loaded, &zwolle());
}

async fn facts_outlive_the_store(place: Place) {
    let store = place.open().await;
    store.fill(&zwolle(), "regio-zwolle", noon()).await.unwrap();
    drop(store);
    let store = place.open().await;
    assert!(!store.is_empty().await.unwrap());
    let loaded = store.load().await.unwrap();
    assert_eq!(loaded.revision, Revision { value: 1, recorded_at: noon() });
    assert_same(loaded, &zwolle());
}

async fn a_network_is_never_filled_twice(place: Place) {
    let store = place.open().await;
    store.fill(&zwolle(), "regio-zwolle", noon()).await.unwrap();
    let mut other = zwolle();
    other.organisations.truncate(1);
    let refused = store.fill(&other, "regio-voorbeeld", noon()).await.unwrap_err();
    assert!(matches!(refused, StoreError::Filled { .. }), "{refused}");
    let loaded = store.load().await.unwrap();
    assert_eq!(loaded.dataset, "regio-zwolle");
    assert_same(loaded, &zwolle());
}

async fn nothing_is_nothing(place: Place) {
    let store = place.open().await;
    assert!(store.is_empty().await.unwrap());
    let refused = store.load().await.unwrap_err();
    assert!(matches!(refused, StoreError::Empty { .. }), "{refused}");
}

async fn what_breaks_a_rule_of_the_database_leaves_nothing(place: Place) {
    let store = place.open().await;
    let mut twice = zwolle();
    // Rule R16: another row with the register number of the first.
    twice.identifiers.push(network::facts::Identifier {
        id: network::id::FactId::from_key("again"),
        key: "again".parse().unwrap(),
        ..twice.identifiers[0].clone()
    });
    let refused = store.fill(&twice, "twice", noon()).await.unwrap_err();
    assert!(matches!(refused, StoreError::Fill { table: "identifiers", .. }), "{refused}");

    let mut dangling = zwolle();
    dangling.bodies.clear();
    let refused = store.fill(&dangling, "dangling", noon()).await.unwrap_err();
    assert!(matches!(refused, StoreError::Transaction { doing: "commit the filling", .. }), "{refused}");

    assert!(store.is_empty().await.unwrap());
    store.fill(&zwolle(), "regio-zwolle", noon()).await.unwrap();
    assert_same(store.load().await.unwrap(), &zwolle());
}

async fn of_two_that_fill_at_once_one_does(place: Place) {
    let (one, other) = (place.open().await, place.open().await);
    let facts = zwolle();
    let (one, other) =
        tokio::join!(one.fill(&facts, "regio-zwolle", noon()), other.fill(&facts, "regio-zwolle", noon()));
    let refused = match (one, other) {
        (Ok(_), Err(refused)) | (Err(refused), Ok(_)) => refused,
        both => panic!("one fills, the other is refused, but: {both:?}"),
    };
    assert!(matches!(refused, StoreError::Filled { .. }), "{refused}");
}

#[test]
fn any_facts_come_back_from_sqlite() {
    any_facts_come_back(40, Place::sqlite);
}

#[test]
fn any_facts_come_back_from_postgres() {
    any_facts_come_back(15, Place::postgres);
}

fn any_facts_come_back<P: Future<Output = Place>>(cases: u32, place: impl Fn() -> P) {
    let runtime = Runtime::new().unwrap();
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new(config)
        .run(&any_facts(), |facts| {
            runtime.block_on(async {
                let place = place().await;
                let store = place.open().await;
                store.fill(&facts, "any", noon()).await.unwrap();
                assert_same(store.load().await.unwrap(), &facts);
            });
            Ok(())
        })
        .unwrap();
}

#[tokio::test]
async fn a_database_in_memory_lives_as_long_as_the_store() {
    let store = drieklank::store::Store::open("sqlite::memory:").await.unwrap();
    store.fill(&zwolle(), "regio-zwolle", noon()).await.unwrap();
    let Loaded { facts, .. } = store.load().await.unwrap();
    assert_eq!(sorted(facts), sorted(zwolle()));
    let other = drieklank::store::Store::open("sqlite::memory:").await.unwrap();
    assert!(other.is_empty().await.unwrap());
}
