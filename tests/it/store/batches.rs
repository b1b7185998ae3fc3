//! What is wished while something else is being written is done together, each wish for itself.

use std::sync::Arc;

use drieklank::clock::Clock;
use drieklank::live::Live;
use drieklank::store::Store;
use drieklank::writer::{Idempotency, Outcome, Wish, Writer};
use futures_util::future::join_all;
use network::audience::Sight;
use network::coalition::Weights;
use network::facts::Organisation;
use network::id::{FactId, OrganisationId};
use network::plan::{Act, Command, ErrorCode, Source, Target};
use sea_orm::ConnectionTrait;
use serde_json::json;

use super::{Place, noon, on_both, sorted, zwolle};

on_both! {
    many_at_once_are_all_done_in_some_order,
    one_that_is_refused_leaves_the_others,
    one_that_is_sent_twice_at_once_is_done_once,
    one_that_the_database_will_not_have_leaves_the_others,
}

/// Calls an organisation something else.
fn rename(organisation: &str, name: &str) -> Wish {
    let id = OrganisationId::from_key(organisation).uuid();
    let set = json!({ "name_nl": name }).as_object().unwrap().clone();
    let act = Act::Correct { target: Target { noun: <Organisation as network::facts::Fact>::NOUN, id }, set };
    let source = Some(Source { title: "Brief".into(), locator: None, url: None });
    let command = Command { act, source, if_revision: None };
    Wish {
        command,
        verb: "correct_organisation",
        actor: "desk".into(),
        sight: Sight::Public,
        reason: None,
        idempotency: None,
    }
}

async fn writer(place: &Place) -> (Arc<Writer>, Arc<Live>, Store) {
    let store = place.open().await;
    store.fill(&zwolle(), "regio-zwolle", noon()).await.unwrap();
    let snapshot = store.load().await.unwrap().snapshot().unwrap();
    let live = Arc::new(Live::new(snapshot, Weights::default(), 1 << 20));
    (Arc::new(Writer::new(store.clone(), Arc::clone(&live), Clock::fixed(noon()), true)), live, store)
}

/// The revisions that wishes made, in the order in which they were wished.
async fn done(writer: &Arc<Writer>, wishes: Vec<Wish>) -> Vec<Result<i64, ErrorCode>> {
    let all = wishes.into_iter().map(|wish| {
        let writer = Arc::clone(writer);
        tokio::spawn(async move { writer.write(wish).await.unwrap() })
    });
    let outcomes = join_all(all).await.into_iter().map(|outcome| match outcome.unwrap() {
        Outcome::Done(done) => {
            assert_eq!(done.after.revision(), done.commit.revision);
            assert_eq!(done.before.revision().number + 1, done.after.revision().number);
            Ok(done.commit.revision.number)
        }
        Outcome::Refused(rejections) => Err(rejections[0].code),
    });
    outcomes.collect()
}

async fn many_at_once_are_all_done_in_some_order(place: Place) {
    let (writer, live, store) = writer(&place).await;
    // More than are done together.
    let wishes = (0..150).map(|at| rename("gemeente-zwolle", &format!("Zwolle {at}"))).collect();
    let mut revisions: Vec<i64> = done(&writer, wishes).await.into_iter().map(Result::unwrap).collect();
    revisions.sort_unstable();
    assert_eq!(revisions, (2..=151).collect::<Vec<_>>());
    let (loaded, seen) = (store.load().await.unwrap(), live.current());
    assert_eq!(loaded.revision, seen.network.revision().into());
    assert!(loaded.commits.iter().eq(seen.journal.commits().map(|commit| &**commit)));
    assert_eq!(sorted(loaded.facts), sorted(seen.network.facts()));
}

async fn one_that_is_refused_leaves_the_others(place: Place) {
    let (writer, _, store) = writer(&place).await;
    let wishes = vec![
        rename("gemeente-zwolle", "Zwolle (Ov.)"),
        rename("gemeente-atlantis", "Atlantis"),
        rename("gemeente-zwolle", "Zwolle aan de IJssel"),
    ];
    let told = done(&writer, wishes).await;
    assert_eq!(told[1], Err(ErrorCode::NotFound));
    let mut made = [told[0].unwrap(), told[2].unwrap()];
    made.sort_unstable();
    assert_eq!(made, [2, 3]);
    assert_eq!(store.load().await.unwrap().commits.len(), 3);
}

async fn one_that_is_sent_twice_at_once_is_done_once(place: Place) {
    let (writer, _, store) = writer(&place).await;
    let sent = Idempotency { key: "k1".into(), request_hash: "abc".into() };
    let twice = Wish { idempotency: Some(sent), ..rename("gemeente-zwolle", "Zwolle (Ov.)") };
    assert_eq!(done(&writer, vec![twice.clone(), twice.clone(), twice]).await, [Ok(2), Ok(2), Ok(2)]);
    assert_eq!(store.load().await.unwrap().commits.len(), 2);
}

async fn one_that_the_database_will_not_have_leaves_the_others(place: Place) {
    let (writer, _, store) = writer(&place).await;
    let refuse = if place.is_sqlite() {
        "CREATE TRIGGER refuse BEFORE UPDATE ON organisations WHEN NEW.name_nl = 'Kapot'
            BEGIN SELECT RAISE(ABORT, 'no'); END"
    } else {
        "ALTER TABLE organisations ADD CONSTRAINT refuse CHECK (name_nl <> 'Kapot')"
    };
    place.careless().await.execute_unprepared(refuse).await.unwrap();
    let names = ["Een", "Kapot", "Twee"];
    let told = join_all(names.map(|name| writer.write(rename("gemeente-zwolle", name)))).await;
    let done: Vec<bool> = told.iter().map(|told| matches!(told, Ok(Outcome::Done(_)))).collect();
    assert_eq!(done, [true, false, true], "{told:?}");
    assert_eq!(store.load().await.unwrap().commits.len(), 3);
}
