//! How long it takes to load a large network: `cargo bench --bench load`.
//!
//! Makes 100,000 organisations and 1,000,000 participations, fills a SQLite file in a temporary folder, and loads it
//! several times. `LOAD_BENCH_URL` names another database, which is filled when it is empty.
#![expect(clippy::print_stdout, clippy::expect_used, reason = "a benchmark prints its table or fails")]

mod made;

use std::time::{Duration, Instant};

use drieklank::store::Store;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const LOADS: usize = 5;

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("network.db");
    let url = std::env::var("LOAD_BENCH_URL").unwrap_or_else(|_| format!("sqlite://{}", file.display()));
    let at = "2024-03-14T12:00:00Z".parse().expect("a moment");

    let store = Store::open(&url).await.expect("the database opens");
    if store.is_empty().await.expect("the database answers") {
        let (made, making) = timed(async { made::facts(made::Size::LARGE) }).await;
        line("made", made.len(), making);
        let (filled, filling) = timed(store.fill(&made, "made", at)).await;
        filled.expect("the facts are stored");
        line("filled", made.len(), filling);
    }
    store.close().await.expect("the database closes");
    if let Ok(file) = file.metadata() {
        println!("{:>14} MB in the file", file.len() / 1_000_000);
    }

    for _ in 0..LOADS {
        let store = Store::open(&url).await.expect("the database opens");
        let (loaded, loading) = timed(store.load()).await;
        let facts = loaded.expect("the facts are loaded").facts;
        line("loaded", facts.len(), loading);
        assert_eq!(facts.seats.len() + facts.commitments.len() + facts.signatures.len(), 1_000_000);
        store.close().await.expect("the database closes");
    }
}

async fn timed<T>(work: impl Future<Output = T>) -> (T, Duration) {
    let begun = Instant::now();
    let done = work.await;
    (done, begun.elapsed())
}

fn line(what: &str, n_facts: usize, took: Duration) {
    println!("{n_facts:>14} facts {what:<8} in {:>7.3} s", took.as_secs_f64());
}
