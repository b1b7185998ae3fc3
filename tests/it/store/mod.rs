//! The database, on SQLite and on Postgres.

mod batches;
mod broken;
mod commands;
mod committed;
mod consistent;
mod encrypted;
mod kept;
mod opened;
mod tables;

use chrono::{DateTime, Utc};
use drieklank::store::{Loaded, Store, StoreError};
use network::facts::*;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection};
use tempfile::TempDir;

use crate::postgres;

/// Where a test has its database.
struct Place {
    url: String,
    _folder: Option<TempDir>,
}

impl Place {
    async fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/network.db", folder.path().display());
        Self { url, _folder: Some(folder) }
    }

    async fn postgres() -> Self {
        Self { url: postgres::database().await, _folder: None }
    }

    fn is_sqlite(&self) -> bool {
        self.url.starts_with("sqlite")
    }

    async fn open(&self) -> Store {
        Store::open(&self.url).await.unwrap()
    }

    /// A connection past the store, on which references are not checked.
    async fn careless(&self) -> DatabaseConnection {
        let mut options = ConnectOptions::new(&self.url);
        options.max_connections(1);
        let connection = Database::connect(options).await.unwrap();
        let off = if self.is_sqlite() { "PRAGMA foreign_keys = OFF" } else { "SET session_replication_role = replica" };
        connection.execute_unprepared(off).await.unwrap();
        connection
    }
}

/// Runs each of these tests on a new database of both kinds.
macro_rules! on_both {
    ($($test:ident),* $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() {
                super::$test(crate::store::Place::sqlite().await).await;
            })*
        }

        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() {
                super::$test(crate::store::Place::postgres().await).await;
            })*
        }
    };
}
use on_both;

/// The moment at which tests fill.
fn noon() -> DateTime<Utc> {
    "2024-03-14T12:00:00.123456Z".parse().unwrap()
}

/// A handful of facts that point at each other: also within a table, and in both directions of the order of tables.
fn zwolle() -> Facts {
    fn rows<T: serde::de::DeserializeOwned + Fact>(json: serde_json::Value) -> Vec<T> {
        let mut rows: Vec<T> = serde_json::from_value(json).unwrap();
        for row in &mut rows {
            row.set_id(network::id::FactId::from_key(row.key()));
        }
        rows
    }
    let organisation = |slug: &str, name: &str, parent: Option<&str>| {
        serde_json::json!({"slug": slug, "name_nl": name, "kind": "MUNICIPALITY", "helix": "GOVERNMENT", "parent": parent,
            "since": "[..2018]", "source": "deck:PARTNERS", "confidence": "HIGH"})
    };
    Facts {
        organisations: rows(serde_json::json!([
            // Points at a row that comes after it.
            organisation("gemeente-zwolle", "Gemeente Zwolle", Some("provincie-overijssel")),
            organisation("provincie-overijssel", "Provincie Overijssel", None),
        ])),
        cooperations: rows(serde_json::json!([{"slug": "regio-zwolle", "organisation": "gemeente-zwolle",
            "name_nl": "Regio Zwolle", "legal_entity": false, "agenda": "agenda", "source": "deck:WIE", "confidence": "HIGH"}])),
        agreements: rows(serde_json::json!([{"slug": "agenda", "name_nl": "Meerjarige agenda", "kind": "AGENDA",
            "covers": "ruimte;economie", "amount": "1.10", "status": "RUNNING", "source": "deck:WIE", "confidence": "HIGH"}])),
        programme_lines: rows(serde_json::json!([
            {"slug": "economie", "name_nl": "Economie", "kind": "CONTENT", "position": 1, "source": "deck:WAT", "confidence": "HIGH"},
            {"slug": "ruimte", "name_nl": "Ruimte", "kind": "CONTENT", "position": 2, "source": "deck:WAT", "confidence": "HIGH"},
        ])),
        bodies: rows(serde_json::json!([{"slug": "bestuur", "name_nl": "Algemeen Bestuur", "kind": "GENERAL_BOARD",
            "democratic": false, "in_chart": true, "in_schedule": true, "source": "deck:WIE", "confidence": "MEDIUM"}])),
        seats: rows(serde_json::json!([{"key": "zetel", "body": "bestuur", "role": "CHAIR",
            "on_behalf_of": "gemeente-zwolle;provincie-overijssel", "since": "2024-02-14~", "source": "deck:WIE", "confidence": "LOW"}])),
        identifiers: rows(
            serde_json::json!([{"key": "cbs", "organisation": "gemeente-zwolle", "scheme": "CBS", "value": "0193",
            "source": "https://cbs.nl", "confidence": "HIGH"}]),
        ),
        ..Facts::default()
    }
}

/// The same facts in an order of their own.
fn sorted(mut facts: Facts) -> Facts {
    macro_rules! sort {
        ($($noun:ident $fact:ident,)*) => {$(facts.$noun.sort_by_key(Fact::id);)*};
    }
    network::for_each_noun!(sort);
    facts
}

/// Holds what was loaded against what was filled, down to how numbers are written (1.10 is not 1.1).
fn assert_same(loaded: Loaded, filled: &Facts) {
    let (loaded, filled) = (sorted(loaded.facts), sorted(filled.clone()));
    assert_eq!(loaded, filled);
    assert_eq!(format!("{loaded:?}"), format!("{filled:?}"));
}

/// An error and why, as a log shows it.
fn chain(error: &StoreError) -> String {
    let mut error: &dyn std::error::Error = error;
    let mut text = error.to_string();
    while let Some(source) = error.source() {
        text = format!("{text}: {source}");
        error = source;
    }
    text
}
