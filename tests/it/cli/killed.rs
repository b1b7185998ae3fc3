//! A server that is killed in the middle of changes: what was acknowledged is there, and nothing is half there.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::program::{Home, Server};
use crate::postgres;

const RECORD: &str =
    "mutation($input: RecordPersonInput!) { recordPerson(input: $input) { revision userErrors { code } } }";

/// How often it is killed: `DRIEKLANK_KILLS`, which `.ci/run` sets to 200.
fn n_kills() -> u64 {
    std::env::var("DRIEKLANK_KILLS").map_or(10, |text| text.parse().expect("DRIEKLANK_KILLS is a number"))
}

/// What those who record have in common.
#[derive(Default)]
struct Drill {
    /// Numbers for names that nobody has yet.
    names: AtomicU64,
    /// How many people were acknowledged.
    acknowledged: AtomicU64,
}

/// Records people until the server is gone; gives the slugs that were acknowledged.
async fn record(
    client: reqwest::Client,
    address: String,
    token: String,
    drill: Arc<Drill>,
    gone: Arc<AtomicBool>,
) -> Vec<String> {
    let mut acknowledged = Vec::new();
    while !gone.load(Ordering::Relaxed) {
        let slug = format!("person-{}", drill.names.fetch_add(1, Ordering::Relaxed));
        let input = json!({ "slug": slug, "name": slug, "source": { "title": "drill" } });
        let request = client.post(&address).bearer_auth(&token);
        let sent = request.json(&json!({ "query": RECORD, "variables": { "input": input } })).send().await;
        let Ok(response) = sent else { break };
        let Ok(answer) = response.json::<Value>().await else { break };
        assert_eq!(answer["data"]["recordPerson"]["userErrors"], json!([]), "{answer}");
        acknowledged.push(slug);
        drill.acknowledged.fetch_add(1, Ordering::Relaxed);
    }
    acknowledged
}

/// How many people there are, how many of these, and the revision.
async fn found(server: &Server, slugs: &[String]) -> (i64, i64, i64) {
    let query = "query($slugs: [String!]!) { network { revision all: persons { totalCount }
        these: persons(filter: { slug: { in: $slugs } }) { totalCount } changes { totalCount } } }";
    let request = reqwest::Client::new().post(server.url("/graphql"));
    let request = request.json(&json!({ "query": query, "variables": { "slugs": slugs } }));
    let answer: Value = request.send().await.unwrap().json().await.unwrap();
    let network = &answer["data"]["network"];
    let number = |value: &Value| value.as_i64().unwrap_or_else(|| panic!("{answer}"));
    assert_eq!(number(&network["changes"]["totalCount"]), number(&network["revision"]) - 1, "one change a commit");
    (number(&network["all"]["totalCount"]), number(&network["these"]["totalCount"]), number(&network["revision"]))
}

async fn nothing_acknowledged_is_lost(arguments: &[&str], n_kills: u64) {
    let home = Home::new();
    let mut server = home.serve(arguments);
    let create = ["token"].iter().chain(arguments).chain(&["create", "--name", "drill", "--role", "editor"]).copied();
    let token = home.run(&create.collect::<Vec<_>>(), &[]).stdout.lines().last().unwrap().to_owned();
    let (people, _, _) = found(&server, &[]).await;
    let drill = Arc::new(Drill::default());
    // Once: each new one reads the certificates of the system, which takes longer than the server lives here.
    let client = reqwest::Client::new();
    for kill in 0..n_kills {
        let (gone, before) = (Arc::new(AtomicBool::new(false)), drill.acknowledged.load(Ordering::Relaxed));
        let writers: Vec<_> = (0..3)
            .map(|_| {
                let address = server.url("/graphql");
                tokio::spawn(record(client.clone(), address, token.clone(), drill.clone(), gone.clone()))
            })
            .collect();
        // In the middle of it, and each time at another moment.
        let began = Instant::now();
        while drill.acknowledged.load(Ordering::Relaxed) == before {
            assert!(began.elapsed() < Duration::from_secs(30), "nothing is written");
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        tokio::time::sleep(Duration::from_millis(kill * 37 % 180)).await;
        drop(server);
        gone.store(true, Ordering::Relaxed);
        let mut acknowledged = Vec::new();
        for writer in writers {
            acknowledged.extend(writer.await.unwrap());
        }
        server = home.serve(arguments);
        let (all, these, revision) = found(&server, &acknowledged).await;
        assert_eq!(usize::try_from(these).unwrap(), acknowledged.len(), "kill {kill}: what was acknowledged is there");
        assert_eq!(all, people + revision - 1, "kill {kill}: a commit is there with its row, or not at all");
    }
    server.stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_on_sqlite() {
    nothing_acknowledged_is_lost(&[], n_kills()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_on_postgres() {
    let url = postgres::database().await;
    nothing_acknowledged_is_lost(&["--database-url", &url], n_kills().div_ceil(4)).await;
}
