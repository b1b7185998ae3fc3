//! What forgetting costs: `cargo bench --bench erase`.
//!
//! Erases one person in a SQLite file with 100,000 organisations, 1,000,000 participations and 10,000 persons, step by step:
//! the erasure itself, a server that loads anew, and the disk. Then what `secure_delete` costs, on the file system of the
//! same run: rows changed each in a transaction of its own, and rows deleted in one.
#![expect(clippy::print_stdout, clippy::expect_used, reason = "a benchmark prints its table or fails")]

mod made;

use std::path::Path;
use std::time::{Duration, Instant};

use drieklank::clock::Clock;
use drieklank::store::Store;
use drieklank::writer::forget::{Erased, Forget, read};
use fastrand::Rng;
use network::facts::{Fact, Facts};
use network::id::FactId as _;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sea_orm::sqlx::{self, Connection};
use serde_json::{Value, json};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const PERSONS: usize = 10_000;
const TIES: usize = 100_000;
const TALKS: usize = 20_000;

/// Rows changed, each in a transaction of its own.
const CHANGED: i64 = 1_000;

/// Rows deleted in one transaction.
const DELETED: i64 = 100_000;

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("network.db");
    let url = format!("sqlite://{}", file.display());
    let at = "2026-11-26T12:00:00Z".parse().expect("a moment");
    let mut facts = made::facts(made::Size::LARGE);
    persons(&mut facts);
    println!("{} facts", facts.len());
    let store = Store::open(&url).await.expect("the database opens");
    store.fill(&facts, "made", at).await.expect("the facts are stored");
    drop(facts);
    println!("{} MB in the file", file.metadata().expect("a file").len() / 1_000_000);
    // One for all: each is given a pseudonym of their own.
    let clock = Clock::fixed(at);
    for person in ["person-0", "person-1", "person-9999"] {
        let forget = Forget { store: &store, clock: &clock, actor: "bench", reason: Some("measured"), is_trial: false };
        let (erased, erasing) = timed(forget.erase(person)).await;
        let Erased { report, erasure, .. } = erased.expect("it is done").expect("somebody");
        let n_facts: usize = report.gone.values().chain(report.changed.values()).sum();
        let (loaded, loading) = timed(read(&store)).await;
        loaded.expect("the network");
        let (finished, wiping) = timed(forget.finish(&erasure, None)).await;
        assert!(finished.is_wiped.expect("it is wiped"));
        println!(
            "{person}, {n_facts} facts: erased in {}, loaded anew in {}, taken off the disk in {}",
            told(erasing),
            told(loading),
            told(wiping)
        );
    }
    store.close().await.expect("the database closes");
    for on in [false, true, false, true] {
        secure_delete(&file, &folder.path().join("copy.db"), on).await;
    }
}

fn row<T: Fact + serde::de::DeserializeOwned>(mut fields: Value) -> T {
    fields["source"] = "made".into();
    fields["confidence"] = "HIGH".into();
    let mut fact: T = serde_json::from_value(fields).expect("a fact");
    fact.set_id(T::Id::from_key(&fact.key().clone()));
    fact
}

/// Persons with offices, who know each other and were talked to.
fn persons(facts: &mut Facts) {
    let random = &mut Rng::with_seed(20_261_126);
    let organisations: Vec<String> = facts.organisations.iter().map(|row| row.id.uuid().to_string()).collect();
    for at in 0..PERSONS {
        facts
            .persons
            .push(row(json!({ "slug": format!("person-{at}"), "name": format!("Voornaam{at} Achternaam{at}") })));
        facts.offices.push(row(json!({ "key": format!("office-{at}"), "person": format!("person-{at}"),
            "organisation": organisations[random.usize(0..organisations.len())], "label_nl": "ambt" })));
    }
    for at in 0..TIES {
        let one = random.usize(0..PERSONS).min(random.usize(0..PERSONS));
        let other = (one + 1 + random.usize(0..PERSONS - 1)) % PERSONS;
        facts.ties.push(row(json!({ "key": format!("tie-{at}"), "from_person": format!("person-{one}"),
            "to_person": format!("person-{other}"), "strength": "NORMAL", "confirmed_on": "2026-01-01",
            "audience": "PUBLIC_AFFAIRS" })));
    }
    for at in 0..TALKS {
        facts.contact_moments.push(row(
            json!({ "key": format!("talk-{at}"), "channel": "ONE_ON_ONE", "status": "HELD",
            "date": "2026-03-14", "our_persons": format!("person-{}", random.usize(0..PERSONS)),
            "their_persons": format!("person-{}", random.usize(0..PERSONS)), "outcome": "Zegt ja",
            "audience": "PUBLIC_AFFAIRS" }),
        ));
    }
}

/// Changes and deletes rows of a copy of the file, with the settings of a file of ours but for this one.
async fn secure_delete(file: &Path, copy: &Path, on: bool) {
    std::fs::copy(file, copy).expect("a copy");
    let options = SqliteConnectOptions::new().filename(copy).journal_mode(SqliteJournalMode::Wal);
    let options = options.synchronous(SqliteSynchronous::Full).foreign_keys(true);
    let options = options.pragma("secure_delete", if on { "ON" } else { "OFF" });
    let mut connection = SqliteConnection::connect_with(&options).await.expect("a connection");
    let (_, changing) = timed(async {
        for at in 0..CHANGED {
            let changed = sqlx::query("UPDATE contact_moments SET outcome = ? WHERE key = ?")
                .bind(if at % 2 == 0 { None } else { Some("Zegt nee") })
                .bind(format!("talk-{at}"))
                .execute(&mut connection)
                .await;
            assert_eq!(changed.expect("a change").rows_affected(), 1);
        }
    })
    .await;
    let delete = "DELETE FROM ties WHERE id IN (SELECT id FROM ties LIMIT ?)";
    let (deleted, deleting) = timed(sqlx::query(delete).bind(DELETED).execute(&mut connection)).await;
    let n_deleted = deleted.expect("a deletion").rows_affected();
    connection.close().await.expect("it closes");
    println!(
        "secure_delete {}: {CHANGED} changes of one row in {}, {n_deleted} rows deleted at once in {}",
        if on { "on " } else { "off" },
        told(changing),
        told(deleting)
    );
    for end in ["", "-wal", "-shm"] {
        // Closing leaves none of the two others behind.
        let _ = std::fs::remove_file(copy.with_file_name(format!("copy.db{end}")));
    }
}

async fn timed<T>(work: impl Future<Output = T>) -> (T, Duration) {
    let begun = Instant::now();
    let done = work.await;
    (done, begun.elapsed())
}

fn told(took: Duration) -> String {
    format!("{:.2} s", took.as_secs_f64())
}
