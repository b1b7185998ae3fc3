//! Opening a database: of the right age, by several at once, or not at all.

use std::time::{Duration, Instant};

use drieklank::store::{Store, StoreError};
use futures_util::future::join_all;
use migration::Migrator;
use sea_orm::ConnectionTrait;
use sea_orm_migration::MigratorTrait;

use super::{Place, assert_same, chain, noon, on_both, zwolle};

on_both! {
    tables_go_and_come_again,
    a_newer_database_is_refused,
    who_only_looks_leaves_tables_as_they_are,
    several_may_open_at_once,
}

async fn tables_go_and_come_again(place: Place) {
    let store = place.open().await;
    store.fill(&zwolle(), "regio-zwolle", noon()).await.unwrap();
    drop(store);
    let connection = place.careless().await;
    Migrator::down(&connection, None).await.unwrap();
    let count = if place.is_sqlite() {
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table'"
    } else {
        "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
    };
    let statement = sea_orm::Statement::from_string(connection.get_database_backend(), count);
    let left: i64 = connection.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap();
    assert_eq!(left, 1, "only the table of the migrations is left");
    let store = place.open().await;
    store.fill(&zwolle(), "regio-zwolle", noon()).await.unwrap();
    assert_same(store.load().await.unwrap(), &zwolle());
}

async fn a_newer_database_is_refused(place: Place) {
    drop(place.open().await);
    let newer = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_far_future', 0)";
    place.careless().await.execute_unprepared(newer).await.unwrap();
    let refused = Store::open(&place.url).await.unwrap_err();
    assert!(matches!(refused, StoreError::Newer { .. }));
    let said = refused.to_string();
    assert!(
        said.ends_with(
            "belongs to a newer version of this program: it has m9999_far_future, which this one does not know"
        ),
        "{said}"
    );
}

async fn who_only_looks_leaves_tables_as_they_are(place: Place) {
    let refused = async || {
        let refused = Store::open_existing(&place.url).await.unwrap_err();
        let steps = Migrator::get_applied_migrations(&place.careless().await).await.unwrap().len();
        (refused, steps)
    };
    place.open().await.close().await.unwrap();
    Migrator::down(&place.careless().await, Some(1)).await.unwrap();
    let (older, steps) = refused().await;
    assert!(matches!(older, StoreError::Older { .. }), "{older}");
    assert_eq!(steps, Migrator::migrations().len() - 1);
    Migrator::down(&place.careless().await, None).await.unwrap();
    let (empty, steps) = refused().await;
    assert!(matches!(empty, StoreError::Empty { .. }), "{empty}");
    assert_eq!(steps, 0);
}

async fn several_may_open_at_once(place: Place) {
    for store in join_all((0..4).map(|_| Store::open(&place.url))).await {
        assert!(store.unwrap().is_empty().await.unwrap());
    }
}

#[tokio::test]
async fn a_file_is_made_with_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new").join("deep").join("network.db");
    let store = Store::open(&format!("sqlite://{}", path.display())).await.unwrap();
    assert!(path.is_file());
    assert_eq!(store.name(), path.display().to_string());
    store.close().await.unwrap();
    let left: Vec<_> = path.parent().unwrap().read_dir().unwrap().flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(left, ["network.db"]);
}

#[tokio::test]
async fn who_only_looks_makes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("network.db");
    let url = format!("sqlite://{}", path.display());
    let missing = Store::open_existing(&url).await.unwrap_err();
    assert_eq!(missing.to_string(), format!("there is no database {}", path.display()));
    assert!(!path.exists());
    drop(Store::open(&url).await.unwrap());
    assert!(Store::open_existing(&url).await.unwrap().is_empty().await.unwrap());
}

#[tokio::test]
async fn a_file_that_is_no_database_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.txt");
    std::fs::write(&path, "Dear all, this is no database but a letter of more than a hundred characters. ".repeat(20))
        .unwrap();
    let refused = Store::open(&format!("sqlite://{}", path.display())).await.unwrap_err();
    assert!(chain(&refused).contains("file is not a database"), "{}", chain(&refused));
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("Dear all"));
}

#[tokio::test]
async fn what_is_no_address_is_told_without_repeating_it() {
    for url in ["", "network.db", "mysql://drieklank:hush@localhost/x", "postgres://drieklank:hush@localhost:port/x"] {
        let refused = Store::open(url).await.unwrap_err();
        assert_eq!(
            chain(&refused),
            "no database address: write sqlite://folder/file.db, sqlite::memory: or postgres://user@host/name"
        );
    }
}

#[tokio::test]
async fn a_postgres_that_is_not_there_is_told_in_time_and_without_the_password() {
    // The second one takes connections and says nothing.
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let gone = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = gone.local_addr().unwrap().port();
    drop(gone);
    for port in [port, silent.local_addr().unwrap().port()] {
        let begun = Instant::now();
        let refused = Store::open(&format!("postgres://drieklank:hush@127.0.0.1:{port}/network")).await.unwrap_err();
        assert!(begun.elapsed() < Duration::from_secs(6), "{:?}", begun.elapsed());
        let said = chain(&refused);
        assert!(
            said.starts_with(&format!("failed to reach postgres database network on 127.0.0.1:{port}: ")),
            "{said}"
        );
        assert!(!said.contains("hush") && !format!("{refused:?}").contains("hush"), "{said}");
    }
}
