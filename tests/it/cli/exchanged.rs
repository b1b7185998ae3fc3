//! `drieklank export` and `drieklank import`: out of a database and into it.

use std::fs;
use std::io::Write as _;

use super::program::{Home, Said};

/// A home whose database holds the made-up region.
fn home() -> Home {
    let home = Home::new();
    home.serve(&["--dataset", "regio-voorbeeld"]).stop();
    home
}

fn done(said: &Said) -> &str {
    assert_eq!(said.code(), Some(0), "{}{}", said.stdout, said.stderr);
    said.stdout.trim_end().lines().last().unwrap_or_default()
}

const NONE: &[(&str, &str)] = &[];

#[test]
fn what_is_exported_plans_nothing_when_it_is_imported() {
    let home = home();
    let forms = [
        ("folder", "all", "csv"),
        ("public.zip", "public", "csv"),
        ("partners.zip", "partners", "csv"),
        ("all.xlsx", "all", "xlsx"),
        ("all.json", "all", "json"),
    ];
    for (to, sight, format) in forms {
        done(&home.run(&["export", to, "--sight", sight, "--format", format], NONE));
        for more in [&["--dry-run"][..], &["--dry-run", "--replace", "--sight", sight]] {
            let said = home.run(&[&["import", to], more].concat(), NONE);
            assert_eq!(done(&said), format!("{to}: no problems, 0 changes on revision 1; nothing was written"));
        }
    }
    let again = home.run(&["export", "folder"], NONE);
    assert!(again.stderr.contains("folder is not empty: an export never overwrites"), "{}", again.stderr);
    let again = home.run(&["export", "public.zip"], NONE);
    assert!(again.stderr.contains("public.zip is there already"), "{}", again.stderr);
    done(&home.run(&["export", "twice.zip"], NONE));
    assert_eq!(fs::read(home.path().join("twice.zip")).unwrap(), fs::read(home.path().join("public.zip")).unwrap());
    // What everybody sees was taken along twice, what the desk alone sees once.
    let read = home.run(&["readings"], NONE);
    let names = ["export network.zip", "export network.xlsx", "export network.json"];
    let is_named = |line: &str| line.split('\t').nth(2).is_some_and(|name| names.contains(&name));
    assert!(read.stdout.lines().all(is_named), "{}", read.stdout);
    assert!(read.stdout.contains("\tcontact_moments\t"), "{}", read.stdout);
}

#[test]
fn an_import_is_one_commit_or_nothing() {
    let home = home();
    done(&home.run(&["export", "region", "--sight", "all"], NONE));
    let file = home.path().join("region/organisations.csv");
    let add = |row: &str| fs::OpenOptions::new().append(true).open(&file).unwrap().write_all(row.as_bytes()).unwrap();
    let before = fs::read(&file).unwrap();

    // All problems are told, with file and line.
    let n_lines = String::from_utf8_lossy(&before).lines().count();
    add(",ons-bedrijf,Ons bedrijf,,SHOP,BUSINESS,,,,2024-13,,,ons,HIGH,PUBLIC,\n");
    let said = home.run(&["import", "region"], NONE);
    assert_eq!(said.code(), Some(1));
    let expected = format!("organisations.csv line {}, column kind: \"SHOP\" is none of", n_lines + 1);
    assert!(said.stdout.contains(&expected), "{}", said.stdout);
    let end = "region: 2 problems to be mended before it can be imported; nothing was written; what the rows mean together is looked at then\n";
    assert!(said.stdout.ends_with(end), "{}", said.stdout);
    fs::write(&file, &before).unwrap();
    add(",ons-bedrijf,Ons bedrijf,,COMPANY,BUSINESS,,atlantis,,,,,ons,HIGH,PUBLIC,\n");
    let said = home.run(&["import", "region"], NONE);
    assert!(said.stdout.contains("column parent (\"atlantis\"): names no row of organisations"), "{}", said.stdout);

    fs::write(&file, &before).unwrap();
    add(",ons-bedrijf,\"'=Ons bedrijf\",,COMPANY,BUSINESS,,,,,,,ons,HIGH,PUBLIC,\n");
    let trial = home.run(&["import", "region", "--dry-run"], NONE);
    assert_eq!(done(&trial), "region: no problems, 1 change on revision 1; nothing was written");
    let said = home.run(&["import", "region", "--by", "marit", "--reason", "new"], NONE);
    assert_eq!(done(&said), "region: 1 change as revision 2");
    assert!(said.stdout.contains("organisations: 1 new, 0 changed, 0 removed,"), "{}", said.stdout);
    let said = home.run(&["import", "region"], NONE);
    assert_eq!(done(&said), "region: no problems, 0 changes on revision 2");

    // Without its row it goes, when the dataset takes the place of what is there.
    fs::write(&file, &before).unwrap();
    let said = home.run(&["import", "region", "--replace", "--sight", "all"], NONE);
    assert_eq!(done(&said), "region: 1 change as revision 3");
    let nodes = |known_at: &str| home.run(&["export", "--format", "nodes", "--known-at", known_at], NONE).stdout;
    assert!(!nodes("2100-01-01T00:00:00Z").contains("ons-bedrijf"));
}

#[test]
fn who_was_erased_does_not_come_back_by_a_file() {
    let home = home();
    done(&home.run(&["export", "before", "--sight", "all"], NONE));
    let persons = fs::read_to_string(home.path().join("before/persons.csv")).unwrap();
    let person = persons.lines().nth(1).unwrap().split(',').nth(1).unwrap().to_owned();
    done(&home.run(&["person", "erase", &person, "--reason", "asked"], NONE));
    let said = home.run(&["import", "before"], NONE);
    assert_eq!(said.code(), Some(1), "{}{}", said.stdout, said.stderr);
    assert!(
        said.stdout.contains("persons.csv line 2: tells of a person who was erased: take it out"),
        "{}",
        said.stdout
    );
}

#[test]
fn formats_and_arguments_are_those_of_the_server() {
    let home = home();
    for format in ["json", "graphml", "gexf", "dot", "kumu", "popolo", "nodes", "links", "standings", "findings"] {
        let said = home.run(&["export", "--format", format], NONE);
        assert!(said.code() == Some(0) && said.stdout.len() > 500, "{format}: {}", said.stderr);
    }
    let said = home.run(&["export", "--format", "dot", "--valid-at", "2024"], NONE);
    assert!(said.stderr.contains("validAt is a day, as 2026-03-14, or always, not \"2024\""), "{}", said.stderr);
    let said = home.run(&["export", "--organisation", "atlantis"], NONE);
    assert!(said.stderr.contains("--organisation goes with --sight desk"), "{}", said.stderr);
    let said = home.run(&["export", "x.zip", "--sight", "desk", "--organisation", "atlantis"], NONE);
    assert!(said.stderr.contains("there is no organisation atlantis"), "{}", said.stderr);
}

#[test]
fn a_part_of_a_dataset_and_a_workbook_tell_where_something_is_wrong() {
    let home = home();
    let organisations = "slug,name_nl,kind,helix,parent,source,confidence\n";
    fs::create_dir(home.path().join("part")).unwrap();
    let file = home.path().join("part/organisations.csv");
    fs::write(&file, format!("{organisations}nieuw,Nieuw,COMPANY,BUSINESS,,us,HIGH\n")).unwrap();
    assert_eq!(done(&home.run(&["import", "part"], NONE)), "part: 1 change as revision 2");
    // Two tables of another kind, as nobody would write them.
    fs::write(home.path().join("odd.json"), r#"{"organisations":[{"slug":"a"}],"zetels":[]}"#).unwrap();
    let said = home.run(&["import", "odd.json"], NONE);
    assert_eq!(said.code(), Some(1));
    for expected in
        ["zetels: no noun has this name", "organisations, field name_nl: is missing: its cells have to be filled"]
    {
        assert!(said.stdout.contains(expected), "{}", said.stdout);
    }
    fs::write(home.path().join("odd.xlsx"), "no workbook").unwrap();
    let said = home.run(&["import", "odd.xlsx"], NONE);
    assert!(said.stderr.contains("is no zip of CSV files, no workbook (XLSX) and no JSON object"), "{}", said.stderr);
}
