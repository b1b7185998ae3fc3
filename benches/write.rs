//! How long it takes until a change is acknowledged and seen, and how many there are in a second: `cargo bench --bench
//! write`.
//!
//! Starts the built program as its users do: on a file with the built-in region, on a file with 100,000 organisations and
//! 1,000,000 participations, and twice on one Postgres, which is made for it and does not wait for the disk. Followers
//! listen by server-sent events. The same file system, in the same run, takes bare durable inserts by sea-orm.
#![expect(clippy::print_stdout, clippy::expect_used, clippy::panic, reason = "a benchmark prints its table or fails")]
#![expect(clippy::unwrap_used, clippy::missing_docs_in_private_items, reason = "shared with the tests")]

mod made;
#[path = "../tests/it/postgres.rs"]
mod postgres;
#[expect(dead_code, reason = "tests ask more of it")]
#[path = "../tests/it/cli/program.rs"]
mod program;

use std::path::Path;
use std::time::{Duration, Instant};

use drieklank::store::Store;
use futures_util::StreamExt;
use program::{Home, Server};
use reqwest::Client;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sea_orm::{ActiveModelTrait, Set, SqlxSqliteConnector};
use serde_json::{Value, json};
use tokio::sync::mpsc;
use uuid::Uuid;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Changes of which each is waited for.
const WAITED_FOR: usize = 500;

/// Changes that are counted.
const COUNTED: usize = 2_000;

const FOLLOW: &str = "subscription { networkChanged { revision } }";

const RECORD: &str = "mutation($body: String!, $name: String!) { recordMeeting(input: {
    body: { slug: $body }, nameNl: $name, date: \"2027-03-14\", source: { title: \"Een meting\" }
}) { revision userErrors { message } } }";

#[tokio::main]
async fn main() {
    let home = Home::new();
    let server = home.serve(&[]);
    let mut writer = Writer::new(&home, &server, &[], "dagelijks-bestuur");
    seen("the region, on a file", &mut writer, &server).await;
    let alone = rate(&writer, 1).await;
    let together = rate(&writer, 8).await;
    server.stop();
    let bare = bare_inserts(&home.path().join("bare.db")).await;
    println!("{:<44} {bare:>8.0} a second", "bare durable inserts of one row by sea-orm");
    for (what, rate) in [("changes of one row, one client", alone), ("changes of one row, eight clients", together)] {
        println!("{what:<44} {rate:>8.0} a second, {:.2} of that", rate / bare);
    }

    let home = Home::new();
    let facts = made::facts(made::Size::LARGE);
    let body = facts.bodies[0].slug.to_string();
    std::fs::create_dir_all(home.database().parent().expect("a folder")).expect("the folder is made");
    let store = Store::open(&format!("sqlite://{}", home.database().display())).await.expect("the database opens");
    store.fill(&facts, "made", "2024-03-14T12:00:00Z".parse().expect("a moment")).await.expect("the facts are stored");
    store.close().await.expect("the database closes");
    drop(facts);
    let server = home.serve(&[]);
    let mut writer = Writer::new(&home, &server, &[], &body);
    seen("100,000 organisations, on a file", &mut writer, &server).await;
    server.stop();

    let (home, url) = (Home::new(), postgres::database().await);
    let (here, there) = (home.serve(&["--database-url", &url]), home.serve(&["--database-url", &url]));
    let mut writer = Writer::new(&home, &here, &["--database-url", &url], "dagelijks-bestuur");
    seen("the region, on Postgres", &mut writer, &here).await;
    seen("the region, by another process", &mut writer, &there).await;
    here.stop();
    there.stop();
}

/// Sends changes to a server.
struct Writer {
    client: Client,
    url: String,
    token: String,
    body: String,
    count: usize,
}

impl Writer {
    fn new(home: &Home, server: &Server, arguments: &[&str], body: &str) -> Self {
        let create = ["token"].iter().chain(arguments).chain(&["create", "--name", "bench", "--role", "editor"]);
        let said = home.run(&create.copied().collect::<Vec<_>>(), &[]);
        let token = said.stdout.lines().last().expect("a token").to_owned();
        Self { client: Client::new(), url: server.url("/graphql"), token, body: body.to_owned(), count: 0 }
    }

    /// Makes a change; the revision.
    async fn write(&self, name: &str) -> i64 {
        let variables = json!({ "body": self.body, "name": name });
        let request = self.client.post(&self.url).bearer_auth(&self.token);
        let answer = request.json(&json!({ "query": RECORD, "variables": variables })).send().await;
        let answer: Value = answer.expect("an answer").json().await.expect("JSON");
        let made = &answer["data"]["recordMeeting"];
        assert!(made["userErrors"].as_array().is_some_and(Vec::is_empty), "{answer}");
        made["revision"].as_i64().expect("a revision")
    }
}

/// Changes one after the other: until each is acknowledged, and until a follower of a server knows of it.
async fn seen(what: &str, writer: &mut Writer, server: &Server) {
    let mut heard = follow(server).await;
    let (mut acknowledged, mut seen) = (Vec::new(), Vec::new());
    for _ in 0..WAITED_FOR {
        writer.count += 1;
        let start = Instant::now();
        let revision = writer.write(&format!("Overleg {}", writer.count)).await;
        acknowledged.push(start.elapsed());
        loop {
            let (told, at) = heard.recv().await.expect("the follower goes on");
            if told >= revision {
                seen.push(at.duration_since(start));
                break;
            }
        }
    }
    println!("{what:<44} acknowledged {}   seen {}", told(acknowledged), told(seen));
}

/// Follows a server: each revision, and when it came.
async fn follow(server: &Server) -> mpsc::UnboundedReceiver<(i64, Instant)> {
    let request = Client::new().post(server.url("/graphql/sse")).header("accept", "text/event-stream");
    let answer = request.json(&json!({ "query": FOLLOW })).send().await.expect("an answer");
    assert!(answer.status().is_success());
    let (tell, heard) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        let mut answer = answer;
        let mut text = String::new();
        while let Ok(Some(piece)) = answer.chunk().await {
            let at = Instant::now();
            text.push_str(&String::from_utf8_lossy(&piece));
            while let Some(end) = text.find('\n') {
                let line: String = text.drain(..=end).collect();
                let event = line.strip_prefix("data:").and_then(|data| serde_json::from_str::<Value>(data).ok());
                let revision = event.and_then(|event| event["data"]["networkChanged"]["revision"].as_i64());
                if let Some(revision) = revision
                    && tell.send((revision, at)).is_err()
                {
                    return;
                }
            }
        }
    });
    // It follows from when it was let in.
    tokio::time::sleep(Duration::from_millis(500)).await;
    heard
}

/// Changes a second by so many clients at once.
async fn rate(writer: &Writer, n_clients: usize) -> f64 {
    let start = Instant::now();
    let changes = (0..COUNTED).map(|at| async move { writer.write(&format!("Overleg {n_clients} {at}")).await });
    futures_util::stream::iter(changes).buffer_unordered(n_clients).for_each(|_| async {}).await;
    per_second(start.elapsed())
}

/// Rows a second that sea-orm writes with the settings of a file of ours, each in a transaction of its own.
async fn bare_inserts(file: &Path) -> f64 {
    let store = Store::open(&format!("sqlite://{}", file.display())).await.expect("the database opens");
    let at = "2024-03-14T12:00:00Z".parse().expect("a moment");
    store
        .fill(&made::facts(made::Size { organisations: 10, venues: 10, participations: 10 }), "made", at)
        .await
        .expect("facts");
    let body = store.load().await.expect("facts").facts.bodies[0].id;
    store.close().await.expect("the database closes");
    let options = SqliteConnectOptions::new().filename(file).journal_mode(SqliteJournalMode::Wal);
    let options = options.synchronous(SqliteSynchronous::Full).foreign_keys(true);
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await.expect("a connection");
    let database = SqlxSqliteConnector::from_sqlx_sqlite_pool(pool);
    let start = Instant::now();
    for at in 0..COUNTED {
        let id = Uuid::from_u128(at as u128 + 1);
        let row = entity::meetings::ActiveModel {
            id: Set(id),
            key: Set(id.to_string()),
            body_id: Set(network::id::FactId::uuid(body)),
            name_nl: Set(Some(format!("Overleg {at}"))),
            name_en: Set(None),
            date: Set("2027-03-14".into()),
            papers_sent: Set(None),
            source: Set("Een meting".into()),
            confidence: Set("HIGH".into()),
            audience: Set("PUBLIC".into()),
            note: Set(None),
        };
        row.insert(&database).await.expect("a row");
    }
    per_second(start.elapsed())
}

#[expect(clippy::cast_precision_loss, reason = "a few thousand")]
fn per_second(took: Duration) -> f64 {
    COUNTED as f64 / took.as_secs_f64()
}

fn told(mut took: Vec<Duration>) -> String {
    took.sort_unstable();
    let ms = |hundredth: usize| took[(took.len() - 1) * hundredth / 100].as_secs_f64() * 1e3;
    format!("median {:>6.2} ms  p99 {:>6.2} ms  most {:>6.2} ms", ms(50), ms(99), ms(100))
}
