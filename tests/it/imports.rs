//! Datasets that are sent to be taken in: who may, what comes of them, what is refused and in which words, and that nobody is told
//! of what they do not see.

use std::io::{Cursor, Write as _};
use std::sync::Arc;

use drieklank::access::{Access, DatabaseLog, new_token};
use drieklank::clock::Clock;
use drieklank::exchange::{builtin, write_json, write_workbook, write_zip};
use drieklank::graphql::executor::Api;
use drieklank::graphql::guard::Limits;
use drieklank::graphql::import::Imports;
use drieklank::graphql::pin::PinToNow;
use drieklank::graphql::schema::{schema, sdl};
use drieklank::graphql::trusted::TrustedDocuments;
use drieklank::http::{self, Readiness, Settings};
use drieklank::live::Live;
use drieklank::store::{Erasure, Store, Token};
use drieklank::writer::Writer;
use network::audience::{Audience, Sight};
use network::coalition::Weights;
use network::facts::Facts;
use network::id::{FactId, PersonId};
use network::network::Network;
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::app::{App, NOW, build};
use crate::changes::refusals;

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
        let gate = Arc::new(Access::new(store.clone(), clock.clone(), None, true));
        let readiness = Readiness::new(|| async { Ok("as of now".to_owned()) });
        let routes = http::routes(Arc::new(api), gate, &Settings::default(), readiness);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move {
            let settings = Settings::default();
            http::serve(listener, routes, &settings.connections, std::future::pending()).await
        });
        Self { address, store, clock }
    }

    async fn token(&self, role: &str, organisation: Option<&str>) -> String {
        let id = self.clock.new_id();
        let (text, hash) = new_token(id.as_bytes().repeat(2)[..32].try_into().unwrap());
        let token = Token {
            id,
            name: format!("{role} {id}"),
            role: role.to_owned(),
            organisation: organisation.map(ToOwned::to_owned),
            created_at: NOW,
            expires_at: None,
            revoked_at: None,
            last_used_at: None,
        };
        self.store.add_token(&token, &hash).await.unwrap();
        text
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
async fn who_may_not_change_facts_is_told_before_anything_is_read() {
    let served = Served::new(&region("regio-voorbeeld")).await;
    for role in ["reader", "analyst", "public-affairs"] {
        let token = served.token(role, None).await;
        let (status, text) = served.send(&token, "", ZIP, b"nonsense".to_vec()).await;
        assert_eq!(
            (status, text),
            (StatusCode::FORBIDDEN, json!("Importing a dataset needs the role EDITOR.\n")),
            "{role}"
        );
    }
    let url = format!("{}/import", served.address);
    assert_eq!(Client::new().post(&url).body("x").send().await.unwrap().status(), StatusCode::UNAUTHORIZED);
    assert_eq!(Client::new().get(&url).send().await.unwrap().status(), StatusCode::METHOD_NOT_ALLOWED);
    let admin = served.token("admin", None).await;
    let body = zipped(&[("organisations.csv", &organisations("nieuw,Nieuw"))]);
    assert_eq!(served.send(&admin, "", ZIP, body).await.0, StatusCode::OK);
}

#[tokio::test]
async fn every_problem_is_told_with_its_place_and_in_two_languages() {
    let served = Served::new(&region("regio-zwolle")).await;
    let editor = served.token("editor", None).await;
    let text = "slug,name_nl,kind,helix,parent,naam,source,confidence\na,A,SHOP,BUSINESS,,,us,HIGH\nb,B,COMPANY,BUSINESS,,,us,HIGH\n";
    let (status, report) = served.send(&editor, "", ZIP, zipped(&[("organisations.csv", text)])).await;
    assert_eq!((status, &report["problemCount"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!(2)));
    let [column, kind] = [&report["problems"][0], &report["problems"][1]];
    assert_eq!(
        (&column["file"], &column["line"], &column["column"]),
        (&json!("organisations.csv"), &json!(1), &json!("naam"))
    );
    assert!(
        column["message"].as_str().unwrap().starts_with("is unknown: the columns are id, slug, name_nl"),
        "{report}"
    );
    assert_eq!((&kind["line"], &kind["column"]), (&json!(2), &json!("kind")));
    // What the rows mean together: where it stands, and what stands there.
    let text = "slug,name_nl,kind,helix,parent,since,until,source,confidence\na,A,COMPANY,BUSINESS,atlantis,2024,2023,us,HIGH\n";
    let request = Client::new().post(format!("{}/import", served.address)).bearer_auth(&editor);
    let body = zipped(&[("organisations.csv", text)]);
    let request = request.header("content-type", ZIP).header("accept-language", "nl").body(body);
    let report: Value = request.send().await.unwrap().json().await.unwrap();
    let mut told: Vec<String> = report["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| {
            format!(
                "{} {} {}",
                problem["line"],
                problem["column"].as_str().unwrap(),
                problem["message"].as_str().unwrap()
            )
        })
        .collect();
    told.sort();
    assert_eq!(told.len(), 2, "{report}");
    assert!(told[0].starts_with("2 parent (\"atlantis\") noemt geen rij van organisations"), "{told:?}");
    assert_eq!(told[1], "2 until (\"2023\") \"2023\" ligt voor since \"2024\"");
}

#[tokio::test]
async fn hostile_files_are_refused_each_in_its_own_words() {
    let served = Served::new(&region("regio-zwolle")).await;
    let editor = served.token("editor", None).await;
    let zeros = "0".repeat(40 << 20);
    let many: Vec<(String, String)> = (0..2).map(|at| (format!("{at}.csv"), zeros.clone())).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(name, text)| (&**name, &**text)).collect();
    let giant = organisations(&format!("a,{}", "x".repeat(70_000)));
    let twice = "slug,slug,name_nl,kind,helix,source,confidence\n";
    let wide = format!("slug{}\n", ",x".repeat(1_500));
    for (body, expected) in [
        (zipped(&many), "comes to more than 32 MiB when it is unpacked"),
        (zipped(&[("organisations.csv", &giant)]), "has 70000 bytes, more than 65536: is a quote missing?"),
        (zipped(&[("organisations.csv", twice)]), "stands in the header twice"),
        (zipped(&[("organisations.csv", &wide)]), "has 1501 columns, more than 1000: the columns are"),
        (
            zipped(&[("a/organisations.csv", twice), ("b/organisations.csv", twice)]),
            "holds organisations.csv twice, in different folders",
        ),
        (zipped(&[("organisaties.csv", twice)]), "no noun has this name: there are cooperations.csv,"),
        (zipped(&[("organisations.csv", "slug\0")]), "names no known column"),
        (zipped::<&str>(&[]), "is missing, as is every other file: is this a dataset?"),
    ] {
        let (status, report) = served.send(&editor, "", ZIP, body).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{report}");
        assert!(report["problems"][0]["message"].as_str().unwrap().starts_with(expected), "{expected}: {report}");
    }
    let mut latin = organisations("a,Caf").into_bytes();
    let at = latin.windows(3).position(|bytes| bytes == b"Caf").unwrap();
    latin[at + 2] = 0xe9;
    let (_, report) = served.send(&editor, "", ZIP, zipped(&[("organisations.csv", latin)])).await;
    assert_eq!(report["problems"][0]["message"], "is not UTF-8: save the file as \"CSV UTF-8\"");
    for (media, body, expected) in [
        (ZIP, b"slug,name".to_vec(), StatusCode::UNSUPPORTED_MEDIA_TYPE),
        (JSON, zipped::<&str>(&[]), StatusCode::UNSUPPORTED_MEDIA_TYPE),
        (BOOK, zipped::<&str>(&[]), StatusCode::UNSUPPORTED_MEDIA_TYPE),
        ("text/plain", b"{}".to_vec(), StatusCode::UNSUPPORTED_MEDIA_TYPE),
        ("application/octet-stream", zipped::<&str>(&[]), StatusCode::UNSUPPORTED_MEDIA_TYPE),
        (ZIP, vec![b'x'; (8 << 20) + 1], StatusCode::PAYLOAD_TOO_LARGE),
        (JSON, b"{\"seats\": [".to_vec(), StatusCode::UNPROCESSABLE_ENTITY),
        (JSON, b"{\"seats\": 1}".to_vec(), StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        let (status, text) = served.send(&editor, "", media, body).await;
        assert_eq!(status, expected, "{media} {text}");
    }
    for (how, expected) in [
        ("?dryRun=ja", "dryRun: give true or false"),
        ("?mode=all", "mode: give merge or replace"),
        ("?mode=merge&mode=merge", "mode: is given twice"),
        ("?ifRevision=x", "ifRevision: give a revision"),
        ("?droog=true", "this argument is unknown: there are dryRun, mode, reason and ifRevision"),
    ] {
        let (status, text) = served.send(&editor, how, ZIP, zipped::<&str>(&[])).await;
        assert_eq!((status, text), (StatusCode::BAD_REQUEST, json!(format!("{expected}\n"))));
    }
    assert_eq!(served.store.commits_after(1).await.unwrap().len(), 0, "nothing was written");
}

#[tokio::test]
async fn nobody_is_told_of_what_they_do_not_see() {
    // A region in which partners share an organisation, and the same region without it.
    let mut facts = region("regio-zwolle");
    let mut hidden = facts.organisations[0].clone();
    hidden.slug = "geheim".parse().unwrap();
    hidden.id = FactId::from_key("geheim");
    (hidden.parent, hidden.audience) = (None, Audience::Partners);
    let without = facts.clone();
    facts.organisations.push(hidden);
    let (with, without) = (Served::new(&facts).await, Served::new(&without).await);
    let [one, other] = [with.token("editor", None).await, without.token("editor", None).await];
    for (how, body) in [
        ("?dryRun=true", zipped(&[("organisations.csv", &organisations("geheim,Ander"))])),
        ("", zipped(&[("organisations.csv", &organisations("geheim,Ander"))])),
        ("", zipped(&[("organisations.csv", &organisations("geheim,Ander"))])),
        ("?ifRevision=2", zipped(&[("organisations.csv", &organisations("geheim,Weer anders"))])),
    ] {
        let told = with.send(&one, how, ZIP, body.clone()).await;
        assert_eq!(told, without.send(&other, how, ZIP, body).await);
        assert_eq!(told.0, StatusCode::OK, "{}", told.1);
    }
    // What was hidden is there still, for those who see it.
    let stored = with.store.load().await.unwrap().facts;
    let kept = stored.organisations.iter().find(|row| row.audience == Audience::Partners);
    assert!(kept.is_some_and(|row| row.slug.starts_with("geheim-")));
}

#[tokio::test]
async fn who_was_erased_does_not_come_back_and_the_desk_keeps_what_is_its_own() {
    let served = Served::new(&region("regio-voorbeeld")).await;
    let editor = served.token("editor", None).await;
    let person = PersonId::from_key("jan-jansen").uuid();
    let (pseudonym, erased_on) = ("persoon-1".parse().unwrap(), NOW.date_naive());
    served.store.add_erasure(&Erasure { person, pseudonym, erased_on }).await.unwrap();
    let persons = "slug,name,source,confidence\njan-jansen,Jan Jansen,us,HIGH\n";
    let (status, report) = served.send(&editor, "", ZIP, zipped(&[("persons.csv", persons)])).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!((&report["problems"][0]["file"], &report["problems"][0]["line"]), (&json!("persons.csv"), &json!(2)));
    assert_eq!(report["problems"][0]["message"], "tells of a person who was erased: take it out");
    let topics = "slug,title_nl,ask_nl,status,source,confidence\nnieuw,Nieuw,Meer,ACTIVE,us,HIGH\n";
    let (status, report) = served.send(&editor, "", ZIP, zipped(&[("topics.csv", topics)])).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        report["problems"][0]["message"],
        "public affairs records this: take this row out, or leave it as it is"
    );
}

const IMPORT: &str = include_str!("../operations/changes/import-dataset.graphql");

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
