//! Files to take along: what is in them, for whom, and what another library reads in them.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::sync::Arc;

use calamine::{Reader, Xlsx};
use drieklank::access::DatabaseLog;
use drieklank::clock::Clock;
use drieklank::exchange::{MOST_UNPACKED, builtin, read_bytes};
use drieklank::graphql::executor::Api;
use drieklank::graphql::export::Exports;
use drieklank::graphql::guard::Limits;
use drieklank::graphql::pin::PinToNow;
use drieklank::graphql::schema::{schema, sdl};
use drieklank::graphql::trusted::TrustedDocuments;
use drieklank::live::Live;
use drieklank::store::{Readings, Store};
use network::audience::{Audience, Sight};
use network::coalition::Weights;
use reqwest::{Client, Response, StatusCode};
use serde_json::Value;

use crate::app::{NOW, build};
use crate::listening::{give_token, listen};

/// The made-up region, served.
struct Served {
    address: String,
    store: Store,
    clock: Clock,
}

impl Served {
    async fn new() -> Self {
        let facts = builtin("regio-voorbeeld").expect("built in").expect("readable").facts;
        let store = Store::open("sqlite::memory:").await.unwrap();
        store.fill(&facts, "regio-voorbeeld", NOW).await.unwrap();
        let clock = Clock::fixed(NOW);
        let snapshot = store.load().await.unwrap().snapshot().unwrap();
        let live = Arc::new(Live::new(snapshot, Weights::default(), 64 << 20));
        let pin = PinToNow::new(Arc::clone(&live), Limits::default(), clock.clone());
        let api = Api::new(schema(), sdl(), Limits::default(), TrustedDocuments::default(), pin)
            .unwrap()
            .with_read_log(Arc::new(DatabaseLog::new(store.clone(), clock.clone())))
            .with_exports(Exports::new(live, clock.clone()));
        let address = listen(api, &store, &clock).await;
        Self { address, store, clock }
    }

    /// The token of somebody who plans the contacts of public affairs.
    async fn desk(&self) -> String {
        let office = Some("regiobureau-voorbeeld");
        give_token(&self.store, &self.clock, "desk", "public-affairs", office).await
    }

    async fn get(&self, path: &str, token: Option<&str>) -> Response {
        let mut request = Client::new().get(format!("{}/export/{path}", self.address));
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        request.send().await.unwrap()
    }

    async fn bytes(&self, path: &str, token: Option<&str>) -> Vec<u8> {
        let response = self.get(path, token).await;
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        response.bytes().await.unwrap().to_vec()
    }
}

/// Everything that tells of nothing: the facts that these see.
fn seen(sight: Sight) -> network::facts::Facts {
    let mut facts = builtin("regio-voorbeeld").expect("built in").expect("readable").facts;
    facts.keep_seen(sight);
    build(facts).facts()
}

#[tokio::test]
async fn the_dataset_holds_what_its_reader_sees_and_reads_back_equal() {
    let served = Served::new().await;
    let desk = served.desk().await;
    let network = build(builtin("regio-voorbeeld").expect("built in").expect("readable").facts);
    let own = network.organisations.get(network.organisations.by_key("regiobureau-voorbeeld").unwrap()).id;
    for (token, sight) in [(None, Sight::Public), (Some(&*desk), Sight::Desk(Some(own)))] {
        let bytes = served.bytes("network.zip", token).await;
        assert_eq!(bytes, served.bytes("network.zip", token).await, "the same bytes each time");
        let back = read_bytes("back".into(), bytes, MOST_UNPACKED).map_err(|error| error.to_string()).unwrap();
        assert_eq!(build(back.facts).facts(), seen(sight));
    }
}

#[tokio::test]
async fn every_file_is_served_and_told_by_its_validator() {
    let served = Served::new().await;
    let files = [
        ("network.zip", "application/zip"),
        ("network.json", "application/json"),
        ("network.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("network.graphml", "application/graphml+xml"),
        ("network.gexf?validAt=always", "application/gexf+xml"),
        ("network.dot", "text/vnd.graphviz; charset=utf-8"),
        ("network.kumu.json", "application/json"),
        ("network.popolo.json?validAt=2024-01-01&language=EN", "application/json"),
        ("nodes.csv", "text/csv; charset=utf-8; header=present"),
        ("links.csv?projection=ORGANISATION_CO_SEAT&weighting=COUNT", "text/csv; charset=utf-8; header=present"),
        ("standings.csv", "text/csv; charset=utf-8; header=present"),
        ("findings.csv?language=EN", "text/csv; charset=utf-8; header=present"),
        ("measures.csv?projection=FULL", "text/csv; charset=utf-8; header=present"),
        ("interlocks.csv?weighting=COUNT", "text/csv; charset=utf-8; header=present"),
        ("overlaps.csv?threshold=CONSIDERING", "text/csv; charset=utf-8; header=present"),
        ("contributions.csv?language=EN", "text/csv; charset=utf-8; header=present"),
        ("helices.csv?language=EN", "text/csv; charset=utf-8; header=present"),
        ("closure.csv?level=PLUS", "text/csv; charset=utf-8; header=present"),
        ("timeline.csv?from=2024-01-01&until=2026-01-01&every=YEAR", "text/csv; charset=utf-8; header=present"),
        ("nodes.parquet?validAt=always", "application/vnd.apache.parquet"),
        ("links.parquet?projection=ORGANISATION_CO_SEAT", "application/vnd.apache.parquet"),
        ("standings.parquet", "application/vnd.apache.parquet"),
    ];
    let mut etags = BTreeSet::new();
    for (path, media) in files {
        let first = served.get(path, None).await;
        assert_eq!(first.status(), StatusCode::OK, "{path}");
        let headers = first.headers().clone();
        assert_eq!(headers["content-type"], media, "{path}");
        assert_eq!(headers["cache-control"], "public, max-age=0, must-revalidate");
        let name = path.split('?').next().unwrap();
        assert_eq!(headers["content-disposition"], format!("attachment; filename=\"{name}\"").as_str());
        let etag = headers["etag"].to_str().unwrap().to_owned();
        assert!(etags.insert(etag.clone()), "{path}");
        let body = first.bytes().await.unwrap();
        assert!(body.len() > 150, "{path}");
        let url = format!("{}/export/{path}", served.address);
        let again = Client::new().get(&url).header("if-none-match", &etag).send().await.unwrap();
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED, "{path}");
        let head = Client::new().head(&url).send().await.unwrap();
        assert_eq!((head.status(), &head.headers()["etag"]), (StatusCode::OK, &headers["etag"]), "{path}");
        let posted = Client::new().post(&url).send().await.unwrap();
        assert_eq!(posted.status(), StatusCode::METHOD_NOT_ALLOWED, "{path}");
    }
}

#[tokio::test]
async fn what_cannot_be_exported_is_told_with_what_would_be_right() {
    let served = Served::new().await;
    for (path, status, expected) in [
        ("network.exe", StatusCode::NOT_FOUND, "404: there is no such file; there are network.zip, network.json,"),
        ("network.dot?date=2024", StatusCode::BAD_REQUEST, "network.dot takes no argument date; it takes validAt,"),
        ("network.dot?validAt=2024", StatusCode::BAD_REQUEST, "validAt is a day, as 2026-03-14, or always,"),
        ("network.zip?knownAt=1999-01-01T00:00:00Z", StatusCode::BAD_REQUEST, "knownAt: nothing was known then"),
        (
            "timeline.csv?until=2026-01-01&from=2026-02-01",
            StatusCode::BAD_REQUEST,
            "until (2026-01-01) lies before from",
        ),
        ("timeline.csv?from=1900-01-01&every=WEEK", StatusCode::BAD_REQUEST, "these are about 66"),
    ] {
        let answer = served.get(path, None).await;
        assert_eq!(answer.status(), status, "{path}");
        let text = answer.text().await.unwrap();
        assert!(text.starts_with(expected), "{text}");
    }
    let refused = served.get("network.dot", Some("dk_nonsense")).await;
    assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
    let url = format!("{}/export/network.dot?date=2024", served.address);
    let dutch = Client::new().get(url).header("accept-language", "nl").send().await.unwrap().text().await.unwrap();
    assert!(dutch.starts_with("network.dot kent geen argument date"), "{dutch}");
}

#[tokio::test]
async fn who_takes_what_of_the_desk_along_is_kept() {
    let served = Served::new().await;
    let desk = served.desk().await;
    let all = || async { served.store.readings(&Readings::default()).await.unwrap() };
    served.bytes("network.zip", None).await;
    assert_eq!(all().await.len(), 0, "what is public is nobody's concern");
    let response = served.get("network.json", Some(&desk)).await;
    assert_eq!(response.headers()["cache-control"], "private, no-store");
    let dataset: Value = response.json().await.unwrap();
    let kept = all().await;
    assert_eq!(kept.len(), 1);
    assert_eq!((&*kept[0].actor, kept[0].operation.as_deref()), ("desk", Some("export network.json")));
    let told: BTreeSet<String> = kept[0].facts.iter().map(|(noun, id)| format!("{noun} {id}")).collect();
    let mut shown = BTreeSet::new();
    for (noun, rows) in dataset.as_object().unwrap().iter().filter(|(_, rows)| rows.is_array()) {
        for row in rows.as_array().unwrap() {
            let audience: Audience = row["audience"].as_str().unwrap().parse().unwrap();
            if audience >= Audience::PublicAffairs {
                shown.insert(format!("{noun} {}", row["id"].as_str().unwrap()));
            }
        }
    }
    assert!(shown.len() > 10);
    assert_eq!(told, shown);
}

#[tokio::test]
async fn another_library_reads_the_workbook() {
    let served = Served::new().await;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(served.bytes("network.xlsx", None).await)).expect("a workbook");
    let facts = seen(Sight::Public);
    let rows = |range: calamine::Range<calamine::Data>| range.height() - 1;
    assert_eq!(rows(book.worksheet_range("organisations").unwrap()), facts.organisations.len());
    assert_eq!(rows(book.worksheet_range("seats").unwrap()), facts.seats.len());
    let range = book.worksheet_range("organisations").unwrap();
    let header: Vec<String> = range.rows().next().unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(header[..3], ["id", "slug", "name_nl"]);
    let slugs: BTreeSet<String> = range.rows().skip(1).map(|row| row[1].to_string()).collect();
    assert_eq!(slugs, facts.organisations.iter().map(|row| row.slug.to_string()).collect());
}
