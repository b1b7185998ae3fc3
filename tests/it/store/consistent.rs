//! Readers see one revision, also while somebody writes.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use sea_orm::{ConnectionTrait, TransactionTrait};

use super::{Place, noon, on_both, zwolle};

on_both! { a_load_is_of_one_revision }

async fn a_load_is_of_one_revision(place: Place) {
    let store = place.open().await;
    store.fill(&zwolle(), "regio-zwolle", noon()).await.unwrap();
    let filled = zwolle().rules.len();
    let done = Arc::new(AtomicBool::new(false));
    // Each commit adds a rule and moves the revision by one.
    let writer = tokio::spawn({
        let (connection, done, sqlite) = (place.careless().await, Arc::clone(&done), place.is_sqlite());
        async move {
            let mut n = 1;
            while !done.load(Ordering::Relaxed) {
                let id = if sqlite { format!("x'{n:032x}'") } else { format!("'{n:032x}'") };
                let rows = connection.begin().await.unwrap();
                rows.execute_unprepared(&format!(
                    "INSERT INTO rules VALUES ({id}, 'R{n}', '', '', '', '', 'INFO', true, '', 'HIGH', NULL, 'PUBLIC')"
                ))
                .await
                .unwrap();
                rows.execute_unprepared("UPDATE revision SET value = value + 1").await.unwrap();
                rows.commit().await.unwrap();
                n += 1;
                tokio::time::sleep(std::time::Duration::from_millis(2)).await;
            }
            n
        }
    });
    let mut seen = Vec::new();
    for _ in 0..20 {
        let loaded = store.load().await.unwrap();
        assert_eq!(loaded.facts.rules.len() - filled, usize::try_from(loaded.revision.value - 1).unwrap());
        seen.push(loaded.revision.value);
    }
    done.store(true, Ordering::Relaxed);
    assert!(writer.await.unwrap() > 1);
    assert!(seen.is_sorted() && seen.first() < seen.last(), "{seen:?}");
}
