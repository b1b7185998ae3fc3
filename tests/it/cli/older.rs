//! A database of an older version of the program: who leaves it as it is, and who reads it all the same.

use std::fs;
use std::path::Path;

use migration::Migrator;
use sea_orm::Database;
use sea_orm_migration::MigratorTrait;

use super::program::Home;
use crate::postgres;

const ASKED: &str =
    "{ network { revision knownAt organisations(first: 100) { nodes { slug standings { status } } } } }";

/// Takes the tables of a file back to what they were before the last step.
async fn make_older(file: &Path) {
    let database = Database::connect(format!("sqlite://{}", file.display())).await.unwrap();
    Migrator::down(&database, Some(1)).await.unwrap();
    database.close().await.unwrap();
}

#[tokio::test]
async fn commands_refuse_an_older_database_and_change_nothing_of_it() {
    let home = Home::new();
    let old = ["--database-url", "sqlite://old.db"];
    home.serve(&old).stop();
    let file = home.path().join("old.db");
    make_older(&file).await;
    let bytes = fs::read(&file).unwrap();
    for command in [
        &["backup", "copy.db"][..],
        &["check"],
        &["token", "list"],
        &["token", "create", "--name", "desk", "--role", "editor"],
        &["token", "revoke", "desk"],
    ] {
        let said = home.run(&[command, &old].concat(), &[]);
        assert_eq!(said.code(), Some(1), "{command:?}: {}", said.stdout);
        let told = "old.db is of an older version of this program: start the server of this version once, which brings it up \
            to date, or use the program that it belongs to";
        assert!(said.stderr.contains(told), "{command:?}: {}", said.stderr);
        assert!(fs::read(&file).unwrap() == bytes, "{command:?} changed it");
        assert_eq!(home.files(), ["old.db"], "{command:?}");
    }
    home.serve(&old).stop();
    let said = home.run(&[&["backup", "copy.db"][..], &old].concat(), &[]);
    assert_eq!(said.code(), Some(0), "a start has brought it up to date: {}", said.stderr);
}

#[tokio::test]
async fn an_older_backup_is_restored_and_stays_as_it_is() {
    let home = Home::new();
    let server = home.serve(&["--database-url", "sqlite://used.db"]);
    let told = server.ask(ASKED).await;
    assert_eq!(home.run(&["backup", "old.db", "--database-url", "sqlite://used.db"], &[]).code(), Some(0));
    server.stop();
    let file = home.path().join("old.db");
    make_older(&file).await;
    let bytes = fs::read(&file).unwrap();
    for url in ["sqlite://new.db", &postgres::database().await] {
        let said = home.run(&["restore", "old.db", "--database-url", url], &[]);
        assert_eq!(said.code(), Some(0), "{url}: {}", said.stderr);
        assert!(fs::read(&file).unwrap() == bytes, "the backup was changed");
        assert_eq!(home.files(), ["new.db", "old.db", "used.db"], "nothing is left beside it");
        let server = home.serve(&["--database-url", url]);
        assert_eq!(server.ask(ASKED).await, told, "{url}");
        server.stop();
    }
}

#[tokio::test]
async fn a_file_that_is_used_or_was_broken_off_is_restored_with_what_stands_beside_it() {
    let home = Home::new();
    let used = ["--database-url", "sqlite://used.db"];
    let server = home.serve(&used);
    let create = ["token", "create", "--name", "desk", "--role", "editor"];
    assert_eq!(home.run(&[&create[..], &used].concat(), &[]).code(), Some(0));
    std::os::unix::fs::symlink("used.db", home.path().join("link.db")).unwrap();
    let restored = |from: &str, to: &str| {
        let said = home.run(&["restore", from, "--database-url", to], &[]);
        assert_eq!(said.code(), Some(0), "{}", said.stderr);
        let said = home.run(&["token", "list", "--database-url", to], &[]);
        assert!(said.stdout.starts_with("desk: editor"), "{}{}", said.stdout, said.stderr);
    };
    restored("used.db", "sqlite://while-used.db");
    restored("link.db", "sqlite://by-a-link.db");
    // It is killed.
    drop(server);
    let left = || ["used.db", "used.db-wal"].map(|name| fs::read(home.path().join(name)).unwrap());
    let before = left();
    assert!(!before[1].is_empty(), "what was written last stands beside the file");
    restored("used.db", "sqlite://broken-off.db");
    assert!(left() == before, "it was changed");
}
