//! `drieklank person`: what is handed out, and what is left of who was erased.

use std::path::Path;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use drieklank::clock::Clock;
use drieklank::store::{Entry, Idempotency, Store, Written, beside};
use network::any_fact::AnyFact;
use network::change::Change;
use network::facts::Facts;
use network::id::{FactId, PersonId};
use sea_orm::{ConnectionTrait, Database, DbBackend, Statement};
use serde_json::{Value, json};

use super::program::{Home, Server};
use crate::desk::person;
use crate::postgres;

/// Who is erased.
const SHE: &str = "willemijn-de-vries";

/// What must be found nowhere afterwards.
const MARKERS: [&str; 3] = ["willemijn", "MERKTEKEN", "w.devries"];

/// A marker in every field that tells of her; as many changes as there are such facts.
fn marked(facts: &Facts, marker: &str) -> Vec<Change> {
    let she = PersonId::from_key(SHE);
    let mut changes = Vec::new();
    let mut change = |before: AnyFact, edit: &dyn Fn(&mut Value)| {
        let mut fields = before.to_json();
        edit(&mut fields);
        let after = AnyFact::from_json(before.noun(), fields).unwrap();
        changes.push(Change::Changed { before, after });
    };
    let note = |fields: &mut Value| fields["note"] = json!(marker);
    let all = |fields: &mut Value| {
        fields["note"] = json!(marker);
        fields["source"] = json!(marker);
    };
    for person in facts.persons.iter().filter(|row| row.id == she) {
        change(person.clone().into(), &all);
    }
    for office in facts.offices.iter().filter(|row| row.person == she) {
        change(office.clone().into(), &all);
    }
    for seat in facts.seats.iter().filter(|row| row.holder == Some(she)) {
        change(seat.clone().into(), &note);
    }
    for contact in facts.person_contacts.iter().filter(|row| row.person == she) {
        change(contact.clone().into(), &|fields| {
            all(fields);
            fields["value"] = json!(format!("{marker}@example.nl"));
        });
    }
    for tie in facts.ties.iter().filter(|row| row.from_person == she || row.to_person == she) {
        change(tie.clone().into(), &all);
    }
    let targets: Vec<_> = facts.targets.iter().filter(|row| row.person == Some(she)).collect();
    for target in &targets {
        change((*target).clone().into(), &all);
    }
    for assessment in facts.assessments.iter().filter(|row| targets.iter().any(|target| target.id == row.target)) {
        change(assessment.clone().into(), &all);
    }
    for talk in facts.contact_moments.iter().filter(|row| row.their_persons.contains(&she)) {
        change(talk.clone().into(), &|fields| {
            all(fields);
            fields["outcome"] = json!(marker);
        });
        for follow_up in facts.follow_ups.iter().filter(|row| row.contact_moment == talk.id) {
            change(follow_up.clone().into(), &|fields| {
                all(fields);
                fields["text"] = json!(marker);
            });
        }
    }
    changes
}

/// Lets the database know of her what must be forgotten, twice, and with a request that may be sent again.
async fn mark(url: &str) -> usize {
    let store = Store::open_existing(url).await.unwrap();
    let mut n_changes = 0;
    for revision in 1..=2 {
        let facts = store.load().await.unwrap().facts;
        let changes = marked(&facts, &format!("MERKTEKEN {revision}"));
        n_changes = changes.len();
        let entry = Entry {
            actor: "desk".into(),
            command: "CORRECT".into(),
            reason: Some("MERKTEKEN reden".into()),
            recorded_at: Clock::system().now() + TimeDelta::seconds(revision),
            idempotency: Some(Idempotency { key: "MERKTEKEN".into(), request_hash: "MERKTEKEN".into() }),
            changes,
        };
        assert!(matches!(store.commit(revision, &[entry]).await.unwrap(), Written::As(_)));
    }
    store.close().await.unwrap();
    n_changes
}

/// What a public reader is told of her, now and as it was known before, and of all that coalitions are made of.
async fn told(server: &Server) -> [Value; 2] {
    let coalitions = "{ network { programmeLines { slug coalition { nodes: standings { organisation { slug } status tier base strength } } } } }";
    let she = "{ network { persons(first: 100) { nodes { name seats { body { slug } role } } } } }";
    let [one, two] = [server.ask(coalitions).await, server.ask(she).await];
    [one, two]
}

async fn until_forgotten(server: &Server) {
    let began = Instant::now();
    let forgotten = Duration::from_secs(10);
    while server.ask_text("{ network { persons(first: 100) { nodes { name } } } }").await.contains("Willemijn") {
        assert!(began.elapsed() < forgotten, "the server does not forget");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// How often a marker stands in a file; 0 without the file.
fn in_file(path: &Path) -> usize {
    let text = std::fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).to_lowercase()).unwrap_or_default();
    MARKERS.iter().map(|marker| text.matches(&marker.to_lowercase()).count()).sum()
}

/// How often a marker stands in a row of Postgres.
async fn in_rows(url: &str) -> usize {
    let database = Database::connect(url).await.unwrap();
    let all = |sql: String| database.query_all_raw(Statement::from_string(DbBackend::Postgres, sql));
    let tables = all("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'".into()).await.unwrap();
    let mut n_found = 0;
    for table in tables {
        let table: String = table.try_get_by_index(0).unwrap();
        for row in all(format!("SELECT t::text FROM \"{table}\" t")).await.unwrap() {
            let text = row.try_get_by_index::<String>(0).unwrap().to_lowercase();
            n_found += MARKERS.iter().filter(|marker| text.contains(&marker.to_lowercase())).count();
        }
    }
    n_found
}

/// Erases her beside two servers, and puts back a backup from before.
async fn she_is_forgotten(home: &Home, settings: &[&str], url: &str, left: impl AsyncFn() -> usize) {
    let run = |arguments: &[&str]| {
        let said = home.run(&arguments.iter().chain(settings).copied().collect::<Vec<_>>(), &[]);
        assert_eq!(said.code(), Some(0), "{arguments:?}: {}", said.stderr);
        said.stdout
    };
    let served: Vec<_> = ["--dataset", "regio-voorbeeld"].iter().chain(settings).copied().collect();
    let (one, two) = (home.serve(&served), home.serve(&served));
    let n_marked = mark(url).await;
    assert!(n_marked > 20);
    assert_ne!(left().await, 0);
    run(&["backup", "old.db"]);

    let data: Value =
        serde_json::from_str(&run(&["person", "export", SHE, "--format", "json", "--by", "privacy officer"])).unwrap();
    let sections = data["sections"].as_array().unwrap();
    let of = |noun: &str| sections.iter().find(|section| section["noun"] == noun).unwrap()["records"].clone();
    assert_eq!(of("assessments")[0]["sources"][0]["title"], "MERKTEKEN 2");
    assert!(of("assessments").as_array().unwrap().iter().all(|one| one["fields"]["influence"].is_string()));
    assert_eq!(data["history"].as_array().unwrap().len(), 2 * n_marked);

    let [coalitions, _] = told(&one).await;
    let trial = run(&["person", "erase", SHE, "--reason", "verzoek 2026-12", "--dry-run"]);
    assert!(trial.contains("would be erased") && trial.contains("9 ties"), "{trial}");
    assert!(one.ask_text("{ network { persons(first: 100) { nodes { name } } } }").await.contains("Willemijn"));
    let said = run(&["person", "erase", SHE, "--reason", "verzoek 2026-12"]);
    assert!(said.contains("Goes: 4 assessments, 1 person_contacts, 9 ties"), "{said}");
    assert!(said.contains("Commits of the journal: 2 rewritten, 0 gone"), "{said}");
    let line = PersonId::from_key(SHE).uuid().to_string();
    let list = std::fs::read_to_string(home.path().join("list")).unwrap();
    assert!(list.starts_with(&line) && list.lines().count() == 1, "{list}");
    for server in [&one, &two] {
        until_forgotten(server).await;
        let [after, persons] = told(server).await;
        assert_eq!(after, coalitions);
        assert!(persons.to_string().contains("persoon-"), "{persons}");
        let known = "{ network { before: changes(first: 1) { nodes { revision } } revision } \
                     was: network(knownAt: \"2100-01-01T00:00:00Z\") { persons(first: 100) { nodes { name } } } }";
        assert!(!server.ask_text(known).await.to_lowercase().contains("willemijn"));
    }
    assert_eq!(left().await, 0);
    // Who was erased stays erased, and is told so little.
    assert!(run(&["person", "erase", &line, "--reason", "nog eens"]).contains("Goes: nothing"));
    let again: Value = serde_json::from_str(&run(&["person", "export", &line, "--format", "json"])).unwrap();
    assert!(!again.to_string().to_lowercase().contains("willemijn"), "{again}");
    for server in [one, two] {
        let start = server.start.clone();
        server.terminate();
        let said = start + &server.ended().1;
        assert!(!MARKERS.iter().any(|marker| said.to_lowercase().contains(&marker.to_lowercase())), "{said}");
    }
    assert_eq!(left().await, 0);
}

#[tokio::test]
async fn nothing_is_left_of_who_was_erased_in_a_file_and_no_backup_brings_them_back() {
    let home = Home::new();
    let file = home.path().join("own.db");
    let url = format!("sqlite://{}", file.display());
    let beside = |end: &str| home.path().join(format!("own.db{end}"));
    let left = async || in_file(&file) + in_file(&beside("-wal")) + in_file(&beside("-shm"));
    let settings = ["--database-url", &url, "--erasure-list", "list"];
    she_is_forgotten(&home, &settings, &url, left).await;

    let copy = home.path().join("copy.db");
    let restored = format!("sqlite://{}", copy.display());
    let said = home.run(&["restore", "old.db", "--database-url", &restored, "--erasure-list", "list"], &[]);
    assert!(said.stdout.contains("1 person was erased again"), "{} {}", said.stdout, said.stderr);
    assert_ne!(in_file(&home.path().join("old.db")), 0, "the backup stays as it was");
    assert_eq!(in_file(&copy), 0);
    // Also when a file is put back without us.
    std::fs::copy(home.path().join("old.db"), home.path().join("put-back.db")).unwrap();
    std::fs::copy(home.path().join("list"), home.path().join("put-back.db-erased")).unwrap();
    home.serve(&["--database-url", "sqlite://put-back.db"]).stop();
    assert_eq!(in_file(&home.path().join("put-back.db")), 0);
    let new = ["--database-url", "sqlite://new.db", "--dataset", "regio-voorbeeld", "--erasure-list", "list"];
    home.serve(&new).stop();
    assert_eq!(in_file(&home.path().join("new.db")), 0, "nor does a dataset");
}

#[tokio::test]
async fn nothing_is_left_of_who_was_erased_in_postgres() {
    let home = Home::new();
    let url = postgres::database().await;
    let left = async || in_rows(&url).await;
    she_is_forgotten(&home, &["--database-url", &url, "--erasure-list", "list"], &url, left).await;
    let restored = postgres::database().await;
    let said = home.run(&["restore", "old.db", "--database-url", &restored, "--erasure-list", "list"], &[]);
    assert!(said.stdout.contains("1 person was erased again"), "{} {}", said.stdout, said.stderr);
    assert_eq!(in_rows(&restored).await, 0);
}

#[tokio::test]
async fn an_admin_erases_through_a_server_as_the_command_does() {
    let home = Home::new();
    let server = home.serve(&["--dataset", "regio-voorbeeld"]);
    let made = home.run(&["token", "create", "--name", "beheer", "--role", "admin"], &[]);
    let token = made.stdout.lines().last().unwrap();
    let query = "mutation($id: ID!) { erasePerson(input: { id: $id, reason: \"verzoek\" }) {
        erasure { pseudonym lineToKeep isWiped } userErrors { code } } }";
    let request = json!({ "query": query, "variables": { "id": person(SHE) } });
    let asked = reqwest::Client::new().post(server.url("/graphql")).bearer_auth(token).json(&request);
    let answer: Value = asked.send().await.unwrap().json().await.unwrap();
    let erasure = &answer["data"]["erasePerson"]["erasure"];
    assert_eq!((&erasure["lineToKeep"], &erasure["isWiped"]), (&Value::Null, &json!(true)), "{answer}");
    let id = PersonId::from_key(SHE).uuid().to_string();
    let list = std::fs::read_to_string(beside(&home.database(), "-erased")).unwrap();
    assert!(list.starts_with(&format!("{id} {}", erasure["pseudonym"].as_str().unwrap())), "{list}");
    server.stop();
    assert_eq!(in_file(&home.database()), 0);
    let database = Database::connect(format!("sqlite://{}", home.database().display())).await.unwrap();
    let sql = "SELECT actor, action, scope FROM audit";
    let rows = database.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).await.unwrap();
    let noted: Vec<[String; 3]> =
        rows.iter().map(|row| [0, 1, 2].map(|at| row.try_get_by_index(at).unwrap())).collect();
    assert_eq!(noted, [["beheer".to_owned(), "ERASE_PERSON".to_owned(), id]]);
}

#[test]
fn what_is_known_of_somebody_reads_without_tools() {
    let home = Home::new();
    home.serve(&["--dataset", "regio-voorbeeld"]).stop();
    let page = |language: &str| {
        let said = home.run(&["person", "export", SHE, "--language", language], &[]);
        assert_eq!(said.code(), Some(0), "{}", said.stderr);
        said.stdout
    };
    let (nl, en) = (page("nl"), page("en"));
    assert!(nl.starts_with("<!DOCTYPE html><html lang=\"nl\">") && nl.contains("<meta charset=\"utf-8\">"), "{nl}");
    for words in [
        "<h1>Wat is vastgelegd over Willemijn de Vries</h1>",
        "<h2>Hoe wij u inschatten: invloed, belang en houding</h2>",
        "<th scope=\"row\">invloed, van 1 tot 5</th>",
        "<td>public affairs van alle partners</td>",
    ] {
        assert!(nl.contains(words), "{words} is not in {nl}");
    }
    assert!(en.contains("<h2>How we judge you: influence, interest and position</h2>"), "{en}");
    // Nothing in it is fetched or runs, and no id or code is left in it.
    let id = PersonId::from_key(SHE).uuid().to_string();
    for none in ["<script", "<link", "<img", "src=", &id, "PUBLIC_AFFAIRS", "contact_moment\"", "{\""] {
        assert!(!nl.contains(none), "{none} is in {nl}");
    }
}

#[test]
fn who_is_not_there_is_told_and_nothing_is_made() {
    let home = Home::new();
    home.serve(&[]).stop();
    for arguments in [&["person", "export", "nobody"][..], &["person", "erase", "nobody", "--reason", "x"]] {
        let said = home.run(arguments, &[]);
        assert!(said.code() == Some(1) && said.stderr.contains("there is no person nobody"), "{}", said.stderr);
    }
    let said = home.run(&["person", "erase", "nobody", "--reason", " "], &[]);
    assert!(said.code() == Some(1) && said.stderr.contains("--reason"), "{}", said.stderr);
    assert_eq!(home.files(), ["data"]);
}

#[test]
fn periods_that_are_over_are_told_before_anything_goes() {
    let home = Home::new();
    home.serve(&["--dataset", "regio-voorbeeld"]).stop();
    std::fs::write(home.path().join("short.toml"), "[retention]\nassessments = 0\nfollow_ups = 1\n").unwrap();
    let settings = ["retention", "--config", "short.toml"];
    let trial = home.run(&[&settings[..], &["--dry-run", "--within", "0"]].concat(), &[]);
    assert_eq!(trial.code(), Some(0), "{}", trial.stderr);
    assert!(trial.stdout.contains(" FOLLOW_UPS follow_ups 2025-06-24.waterbroek.wouter.1\n"), "{}", trial.stdout);
    assert!(!trial.stdout.contains("assessments"), "{}", trial.stdout);
    let done = home.run(&settings, &[]);
    let counted = |text: &str| text.lines().find(|line| line.starts_with("Goes:")).map(ToOwned::to_owned);
    assert!(counted(&trial.stdout).is_some_and(|goes| goes.contains("follow_ups")), "{}", trial.stdout);
    assert_eq!(counted(&done.stdout), counted(&trial.stdout), "{}", done.stderr);
    assert_eq!(home.run(&settings, &[]).stdout, "No period is over today\n");
}

#[tokio::test]
async fn contacts_are_handed_out_with_a_ground_for_each_field_and_noted() {
    let home = Home::new();
    home.serve(&["--dataset", "regio-voorbeeld"]).stop();
    let asked = ["disclose", "--holder", "gemeente-waterbroek", "--topic", "tweede-regio-deal", "--by", "Woo desk"];
    let json = home.run(&asked, &[]);
    assert_eq!(json.code(), Some(0), "{}", json.stderr);
    let told: Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(told["title"][0], "Contacten van Gemeente Waterbroek");
    assert_eq!(told["grounds"][0]["article"], "5.1.2.e");
    let talks = told["talks"].as_array().unwrap();
    assert!(talks.len() > 3);
    assert!(talks.iter().all(|talk| talk["source"] == json!({ "withheld": "5.1.2.e" })), "{told}");
    assert!(!json.stdout.contains("cadeautjes"), "{}", json.stdout);
    let csv = home.run(&[&asked[..], &["--format", "csv", "--open", "outcome"]].concat(), &[]);
    assert!(csv.stdout.starts_with("date,status,channel,topic,ours,theirs,outcome,position,target,note,source\n"));
    assert_eq!(csv.stdout.lines().count(), talks.len() + 1);
    assert!(csv.stdout.contains("cadeautjes") && csv.stdout.contains(",[5.1.2.i],"), "{}", csv.stdout);
    let wrong = home.run(&["disclose", "--holder", "nowhere"], &[]);
    assert!(wrong.code() == Some(1) && wrong.stderr.contains("there is no organisation nowhere"), "{}", wrong.stderr);

    let database = Database::connect(format!("sqlite://{}", home.database().display())).await.unwrap();
    let sql = "SELECT actor, action, scope, sha256 FROM audit ORDER BY id";
    let rows = database.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).await.unwrap();
    let noted: Vec<[String; 4]> =
        rows.iter().map(|row| [0, 1, 2, 3].map(|at| row.try_get_by_index(at).unwrap())).collect();
    assert_eq!(noted.len(), 2);
    assert_eq!((&*noted[0][0], &*noted[0][1]), ("Woo desk", "DISCLOSE"));
    let scope = format!(
        "holder=gemeente-waterbroek topic=tweede-regio-deal from=- until=- open= format=json talks={} revision=1",
        talks.len()
    );
    assert_eq!(noted[0][2], scope);
    for (noted, text) in noted.iter().zip([&json.stdout, &csv.stdout]) {
        assert_eq!(noted[3], hex(text), "what was handed out can be held against it");
    }
}

fn hex(text: &str) -> String {
    use sha2::{Digest, Sha256};

    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}
