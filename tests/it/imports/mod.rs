//! Datasets that are sent to be taken in: what comes of them.

mod refused;

use std::io::{Cursor, Write as _};
use std::sync::Arc;

use drieklank::access::DatabaseLog;
use drieklank::clock::Clock;
use drieklank::exchange::{builtin, write_json, write_workbook, write_zip};
use drieklank::graphql::executor::Api;
use drieklank::graphql::guard::Limits;
use drieklank::graphql::import::Imports;
use drieklank::graphql::pin::PinToNow;
use drieklank::graphql::schema::{schema, sdl};
use drieklank::graphql::trusted::TrustedDocuments;
use drieklank::live::Live;
use drieklank::store::Store;
use drieklank::writer::Writer;
use network::audience::Sight;
use network::coalition::Weights;
use network::facts::Facts;
use network::network::Network;
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::app::{App, NOW, build};
use crate::changes::refusals;
use crate::listening::{give_token, listen};

const ZIP: &str = "application/zip";
const BOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const JSON: &str = "application/json";

/// A region, served.
struct Served {
    address: String,
    store: Store,
    clock: Clock,
}

fn region(name: &str) -> Facts {
    builtin(name).expect("built in").expect("readable").facts
}

impl Served {
    async fn new(facts: &Facts) -> Self {
        let store = Store::open("sqlite::memory:").await.unwrap();
        store.fill(facts, "region", NOW).await.unwrap();
        Self::of(store).await
    }

    /// What this one holds, served anew.
    async fn again(self) -> Self {
        Self::of(self.store).await
    }

    async fn of(store: Store) -> Self {
        let clock = Clock::fixed(NOW);
        let snapshot = store.load().await.unwrap().snapshot().unwrap();
        let live = Arc::new(Live::new(snapshot, Weights::default(), 64 << 20));
        let writer = Arc::new(Writer::new(store.clone(), Arc::clone(&live), clock.clone(), true));
        let limits = Limits { import_bytes: 8 << 20, ..Limits::default() };
        let imports = Imports::new(Arc::clone(&live), Arc::clone(&writer), &limits);
        let pin = PinToNow::new(Arc::clone(&live), limits.clone(), clock.clone()).with_writer(writer);
        let api = Api::new(schema(), sdl(), limits, TrustedDocuments::default(), pin)
            .unwrap()
            .with_read_log(Arc::new(DatabaseLog::new(store.clone(), clock.clone())))
            .with_imports(imports);
        let address = listen(api, &store, &clock).await;
        Self { address, store, clock }
    }

    async fn token(&self, role: &str, organisation: Option<&str>) -> String {
        let name = format!("{role} {}", self.clock.new_id());
        give_token(&self.store, &self.clock, &name, role, organisation).await
    }

    async fn send(&self, token: &str, how: &str, media: &str, body: Vec<u8>) -> (StatusCode, Value) {
        let request = Client::new().post(format!("{}/import{how}", self.address)).bearer_auth(token);
        let answer = request.header("content-type", media).body(body).send().await.unwrap();
        let status = answer.status();
        let text = answer.text().await.unwrap();
        (status, serde_json::from_str(&text).unwrap_or(Value::String(text)))
    }
}

fn zipped<T: AsRef<[u8]>>(files: &[(&str, T)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_ref()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Organisations of a file, one a line: key and name.
fn organisations(rows: &str) -> String {
    let rows: Vec<String> =
        rows.lines().map(|row| format!("{row},COMPANY,BUSINESS,\"\"\"Register\"\"\",HIGH")).collect();
    format!("slug,name_nl,kind,helix,source,confidence\n{}\n", rows.join("\n"))
}

fn forms(network: &Network) -> [(&'static str, Vec<u8>); 3] {
    let (mut zip, mut book, mut json) = (Vec::new(), Vec::new(), Vec::new());
    write_zip(network, &mut zip).unwrap();
    write_workbook(network, &mut book).unwrap();
    write_json(network, &mut json).unwrap();
    [(ZIP, zip), (BOOK, book), (JSON, json)]
}

fn as_bytes(lists: &Value) -> Vec<u8> {
    serde_json::to_vec(lists).unwrap()
}

/// A row of an organisation.
fn organisation(key: &str) -> Value {
    json!({ "slug": key, "name_nl": key, "kind": "COMPANY", "helix": "BUSINESS", "source": "us", "confidence": "HIGH" })
}

fn number(key: &str, organisation: &str, value: &str) -> Value {
    json!({ "key": key, "organisation": organisation, "scheme": "KVK", "value": value, "source": "kvk", "confidence": "HIGH" })
}

/// The messages of a report, with what they are about.
fn messages(report: &Value) -> Vec<String> {
    let problems = report["problems"].as_array().unwrap().iter();
    problems.map(|problem| format!("{} {}", problem["list"], problem["message"]).replace('"', "")).collect()
}

#[tokio::test]
async fn what_was_exported_plans_nothing_in_any_form() {
    for name in ["regio-zwolle", "regio-voorbeeld"] {
        let served = Served::new(&region(name)).await;
        let editor = served.token("editor", None).await;
        let mut seen = region(name);
        seen.keep_seen(Sight::Public);
        for (media, body) in forms(&build(seen)) {
            for how in ["", "?mode=replace", "?dryRun=true&mode=merge"] {
                let (status, report) = served.send(&editor, how, media, body.clone()).await;
                assert_eq!((status, &report["changed"]), (StatusCode::OK, &json!(0)), "{name} {media} {how} {report}");
                assert_eq!((&report["revision"], &report["problemCount"]), (&json!(1), &json!(0)));
            }
        }
    }
}

#[tokio::test]
async fn an_import_is_one_revision_or_nothing() {
    let served = Served::new(&region("regio-zwolle")).await;
    let editor = served.token("editor", None).await;
    let body = zipped(&[("organisations.csv", &organisations("nieuw,Nieuw\nnog-een,Nog een"))]);
    let (status, trial) = served.send(&editor, "?dryRun=true", ZIP, body.clone()).await;
    assert_eq!(
        (status, &trial["dryRun"], &trial["revision"], &trial["changed"]),
        (StatusCode::OK, &json!(true), &json!(1), &json!(2))
    );
    let (status, done) = served.send(&editor, "?reason=twee%20erbij", ZIP, body.clone()).await;
    assert_eq!(status, StatusCode::OK, "{done}");
    let count = json!({ "noun": "organisations", "added": 2, "changed": 0, "removed": 0, "same": 0 });
    assert_eq!(
        done,
        json!({ "dryRun": false, "revision": 2, "changed": 2, "counts": [count], "problems": [], "problemCount": 0 })
    );
    let (_, again) = served.send(&editor, "", ZIP, body.clone()).await;
    assert_eq!((&again["revision"], &again["changed"]), (&json!(2), &json!(0)));
    // Whoever read an older revision is told that.
    let other = zipped(&[("organisations.csv", &organisations("derde,Derde"))]);
    let (status, late) = served.send(&editor, "?ifRevision=1", ZIP, other.clone()).await;
    assert_eq!(status, StatusCode::CONFLICT, "{late}");
    let (status, _) = served.send(&editor, "?ifRevision=2", ZIP, other).await;
    assert_eq!(status, StatusCode::OK);
    let commits = served.store.commits_after(1).await.unwrap();
    assert_eq!((&*commits[0].command, commits[0].reason.as_deref()), ("IMPORT", Some("twee erbij")));
    assert!(commits[0].actor.starts_with("editor"));
    assert_eq!(commits.len(), 2);
}

#[tokio::test]
async fn a_key_keeps_a_dataset_from_being_taken_in_twice() {
    let served = Served::new(&region("regio-zwolle")).await;
    let editor = served.token("editor", None).await;
    let send = |rows: &'static str| {
        let request = Client::new().post(format!("{}/import", served.address)).bearer_auth(&editor);
        let body = zipped(&[("organisations.csv", &organisations(rows))]);
        request.header("content-type", ZIP).header("idempotency-key", "k1").body(body).send()
    };
    let first: Value = send("nieuw,Nieuw").await.unwrap().json().await.unwrap();
    let again: Value = send("nieuw,Nieuw").await.unwrap().json().await.unwrap();
    assert_eq!(first, again);
    assert_eq!(first["revision"], 2);
    assert_eq!(send("ander,Ander").await.unwrap().status(), StatusCode::CONFLICT);
}

#[tokio::test]
async fn what_a_trial_promises_is_done() {
    let served = Served::new(&region("regio-zwolle")).await;
    let editor = served.token("editor", None).await;
    let first = json!({ "organisations": [organisation("een"), organisation("twee")],
        "identifiers": [number("een.kvk", "een", "11111111"), number("twee.kvk", "twee", "22222222")] });
    assert_eq!(served.send(&editor, "", JSON, as_bytes(&first)).await.0, StatusCode::OK);
    // Two organisations swap their numbers, and then the row of one of them goes and its number comes back under another key.
    let swapped =
        json!({ "identifiers": [number("een.kvk", "een", "22222222"), number("twee.kvk", "twee", "11111111")] });
    let mut seen = served.store.load().await.unwrap().facts;
    seen.keep_seen(Sight::Public);
    let [_, _, (_, text)] = forms(&build(seen));
    let mut all: Value = serde_json::from_slice(&text).unwrap();
    let numbers = all["identifiers"].as_array_mut().unwrap();
    numbers.retain(|row| row["key"] != "een.kvk");
    for row in numbers.iter_mut().filter(|row| row["key"] == "twee.kvk") {
        (row["key"], row["organisation"]) = (json!("nieuw"), json!("een"));
        row.as_object_mut().unwrap().remove("id");
    }
    for (how, body) in [("", &swapped), ("&mode=replace", &all)] {
        let trial = served.send(&editor, &format!("?dryRun=true{how}"), JSON, as_bytes(body)).await;
        let done = served.send(&editor, &format!("?dryRun=false{how}"), JSON, as_bytes(body)).await;
        assert_eq!((trial.0, done.0), (StatusCode::OK, StatusCode::OK), "{how} {} {}", trial.1, done.1);
        assert_eq!(trial.1["counts"], done.1["counts"]);
        assert_ne!(done.1["changed"], 0);
    }
    let stored = served.store.load().await.unwrap().facts;
    let snapshot = served.store.load().await.unwrap().snapshot().unwrap();
    assert_eq!(snapshot.network.facts().identifiers.len(), stored.identifiers.len());
}

const IMPORT: &str = include_str!("../../operations/changes/import-dataset.graphql");

#[tokio::test]
async fn a_small_dataset_comes_with_a_request() {
    let app = App::writing().await;
    let file = |text: &str| json!({ "input": { "files": [{ "name": "organisations.csv", "text": text }] } });
    let answer = app.ask(IMPORT, file(&organisations("nieuw,Nieuw"))).await;
    insta::assert_json_snapshot!(answer);
    let mut trial = file(&organisations("ander,Ander"));
    trial["input"]["dryRun"] = json!(true);
    let told = &app.ask(IMPORT, trial).await["data"]["importDataset"];
    assert_eq!((&told["changed"], &told["revision"]), (&json!(1), &json!(2)), "{told}");
    let answer = app.ask(IMPORT, file("slug,naam\n")).await;
    assert_eq!(refusals(&answer, "importDataset")[0], "INVALID_VALUE files.0", "{answer}");
    let told = &answer["data"]["importDataset"];
    assert!(
        told["userErrors"][0]["message"].as_str().unwrap().starts_with("line 1, column naam: is unknown"),
        "{told}"
    );
    assert_eq!((&told["problems"][0]["line"], &told["problems"][0]["column"]), (&json!(1), &json!("naam")));
    let mut late = file(&organisations("laat,Laat"));
    late["input"]["ifRevision"] = json!(1);
    assert_eq!(refusals(&app.ask(IMPORT, late).await, "importDataset"), ["VERSION_CONFLICT ifRevision"]);
    let broken = file("slug,name_nl,kind,helix,source,confidence\nx,X,COMPANY,BUSINESS,\" \",HIGH\n");
    let answer = app.ask(IMPORT, broken).await;
    assert_eq!(refusals(&answer, "importDataset"), ["INVALID_VALUE files.0"], "{answer}");
}
