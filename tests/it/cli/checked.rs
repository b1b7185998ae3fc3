//! `drieklank check` and `drieklank schema`.

use std::fs;
use std::path::{Path, PathBuf};

use super::program::Home;

/// A copy of the built-in region in which, in one file, one text has become another.
fn broken(home: &Home, file: &str, from: &str, to: &str) -> PathBuf {
    let folder = home.path().join("region");
    fs::create_dir(&folder).unwrap();
    let region = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/regio-zwolle");
    for entry in region.read_dir().unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
    }
    let path = folder.join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} holds {from}");
    fs::write(&path, text.replacen(from, to, 1)).unwrap();
    folder
}

#[test]
fn schema_prints_what_is_committed() {
    let said = Home::new().run(&["schema"], &[("DRIEKLANK_LISTEN", "127.0.0.1:1")]);
    let committed = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("schema.graphql")).unwrap();
    assert_eq!(said.code(), Some(0), "{}", said.stderr);
    assert!(said.stdout == committed, "schema.graphql is not what `drieklank schema` prints");
}

#[test]
fn the_built_in_region_has_findings_and_no_problems() {
    let home = Home::new();
    let said = home.run(&["check"], &[]);
    assert_eq!(said.code(), Some(0), "{}{}", said.stdout, said.stderr);
    assert!(said.stdout.contains("regio-zwolle: no problems, "), "{}", said.stdout);
    // File, line, how grave, which rule, and what.
    let telling = said.stdout.lines().filter(|line| line.contains(".csv line ")).count();
    assert!(telling > 0, "{}", said.stdout);
    assert_eq!(home.path().read_dir().unwrap().count(), 0, "who only looks makes nothing");
}

#[test]
fn a_cell_that_cannot_be_read_is_told_with_file_line_and_column() {
    let home = Home::new();
    let folder = broken(&home, "organisations.csv", "COLLABORATION,INTERMEDIARY", "COLLABORATION,NEITHER");
    for arguments in [&["check", folder.to_str().unwrap()][..], &["check", "--dataset", "region"]] {
        let said = home.run(arguments, &[]);
        assert_eq!(said.code(), Some(1), "{}", said.stderr);
        let expected = "organisations.csv line 2, column helix: \"NEITHER\" is none of GOVERNMENT";
        assert!(said.stdout.starts_with(expected), "{}", said.stdout);
        assert!(
            said.stdout.ends_with(
                ": 1 problem to be mended before it can be served; what the rows mean together is looked at then\n"
            ),
            "{}",
            said.stdout
        );
    }
    let served = home.run(&["serve", "--dataset", "region", "--database-url", "sqlite::memory:"], &[]);
    assert_eq!(served.code(), Some(1));
    assert!(served.stderr.contains("organisations.csv line 2, column helix"), "{}", served.stderr);
}

#[test]
fn a_reference_that_leads_nowhere_is_told_with_file_line_and_column() {
    let home = Home::new();
    broken(&home, "seats.csv", "economic-board-regio-zwolle,MEMBER,", "no-such-body,MEMBER,");
    let said = home.run(&["check", "region"], &[]);
    assert_eq!(said.code(), Some(1), "{}", said.stderr);
    assert!(
        said.stdout.starts_with("seats.csv line 2, column body (\"no-such-body\"): names no row of bodies"),
        "{}",
        said.stdout
    );
    let served = home.run(&["--dataset", "region"], &[]);
    assert_eq!(served.code(), Some(1));
    assert!(
        served.stderr.contains("seats.csv line 2, column body (\"no-such-body\"): names no row of bodies"),
        "{}",
        served.stderr
    );
}

#[test]
fn a_file_that_is_not_there_is_one_problem() {
    let home = Home::new();
    let folder = broken(&home, "seats.csv", "MEMBER,", "MEMBER,");
    fs::remove_file(folder.join("bodies.csv")).unwrap();
    let said = home.run(&["check", "region"], &[]);
    assert_eq!(said.code(), Some(1), "{}", said.stderr);
    let (first, rest) = said.stdout.split_once('\n').unwrap();
    assert!(
        first.starts_with("bodies.csv: is missing: ") && first.ends_with(" cells elsewhere name its rows"),
        "{first}"
    );
    assert!(rest.ends_with(": 1 problem to be mended before it can be served\n"), "{rest}");
}

#[test]
fn a_database_is_checked_too_and_never_made() {
    let home = Home::new();
    let url = "sqlite://region.db";
    let said = home.run(&["check", url], &[]);
    assert_eq!(said.code(), Some(1));
    assert!(said.stderr.contains("there is no database region.db"), "{}", said.stderr);
    assert!(!home.path().join("region.db").exists());

    home.serve(&["--database-url", url]).stop();
    let by_flag = home.run(&["check", "--database-url", url], &[]);
    let by_name = home.run(&["check", url], &[]);
    assert_eq!(by_flag.code(), Some(0), "{}", by_flag.stderr);
    assert!(by_flag.stdout.contains("region.db: no problems, "), "{}", by_flag.stdout);
    assert_eq!(by_flag.stdout, by_name.stdout);
}

#[test]
fn what_serve_uses_is_checked_when_nothing_is_named() {
    let home = Home::new();
    home.serve(&[]).stop();
    let said = home.run(&["check"], &[]);
    assert!(said.stdout.contains("network.db: no problems, "), "{}{}", said.stdout, said.stderr);
}

#[test]
fn a_dataset_that_is_not_there_is_told_with_those_that_are() {
    let said = Home::new().run(&["check", "atlantis"], &[]);
    assert_eq!(said.code(), Some(1));
    assert!(
        said.stderr.contains("atlantis is neither a built-in dataset (regio-voorbeeld, regio-zwolle) nor a folder"),
        "{}",
        said.stderr
    );
}
