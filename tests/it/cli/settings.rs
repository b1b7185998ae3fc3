//! Settings: flags, environment, file.

use std::fs;
use std::path::Path;

use drieklank::graphql::guard::Limits;
use drieklank::http::settings::Connections;
use network::coalition::Weights;
use network::privacy::Periods;

use super::program::Home;

#[test]
fn a_flag_goes_before_the_environment_and_that_before_the_file() {
    let home = Home::new();
    fs::write(home.path().join("settings.toml"), "dataset = \"of-the-file\"\n").unwrap();
    let file = ("DRIEKLANK_CONFIG", "settings.toml");
    let environment = ("DRIEKLANK_DATASET", "of-the-environment");
    for (arguments, variables, expected) in [
        (&["check", "--dataset", "of-the-flag"][..], &[environment, file][..], "of-the-flag is neither"),
        (&["check"], &[environment, file], "of-the-environment is neither"),
        (&["check"], &[file], "of-the-file is neither"),
        (&["check", "--config", "settings.toml"], &[], "of-the-file is neither"),
    ] {
        let said = home.run(arguments, variables);
        assert!(said.stderr.contains(expected), "{arguments:?} {variables:?}: {}", said.stderr);
    }
}

#[test]
fn a_value_that_makes_no_sense_is_told_with_its_name() {
    let home = Home::new();
    for (name, text) in [
        ("key.toml", "# ours\nlisten = \"127.0.0.1:1\"\nlistne = 1\n"),
        ("limit.toml", "[limits]\ndepht = 3\n"),
        ("nothing.toml", "[limits]\ndepth = 0\n"),
        ("weight.toml", "[weights]\nchair = 7.0\n"),
        ("secret.toml", "database_url = \"postgres://me:secret@db\n"),
    ] {
        fs::write(home.path().join(name), text).unwrap();
    }
    for (arguments, variable, code, expected) in [
        (&["--listen", "everywhere"][..], None, 2, "invalid value 'everywhere' for '--listen <IP:PORT>'"),
        (&[], Some(("DRIEKLANK_LISTEN", "8000")), 2, "invalid value '8000' for '--listen <IP:PORT>'"),
        (&["--trusted-documents", "all"], None, 2, "possible values: off, hybrid, allow-list-only"),
        (&["--lisen", "127.0.0.1:1"], None, 2, "'--listen'"),
        (&["--log", "loud=everything"], None, 1, "failed to understand the log filter"),
        (
            &["--database-url", "mysql://x"],
            None,
            1,
            "failed to open the database of --database-url: no database address",
        ),
        (&["--config", "none.toml"], None, 1, "failed to read settings from none.toml"),
        (&["--config", "key.toml"], None, 1, "key.toml line 3: unknown field `listne`, expected one of"),
        (&["--config", "limit.toml"], None, 1, "limit.toml line 2: unknown field `depht`"),
        (&["--config", "nothing.toml"], None, 1, "the limit depth is 0: nothing could be asked"),
        (&["--config", "weight.toml"], None, 1, "the weight chair is 7: it must be a number from 0 to 1"),
        (&["--config", "secret.toml"], None, 1, "secret.toml line 1: "),
        (&["--cors-origins", "*"], None, 2, "'--cors-origins <ORIGINS>': \"*\" is no origin"),
    ] {
        let said = home.run(arguments, variable.as_slice());
        assert_eq!(said.code(), Some(code), "{arguments:?}: {}", said.stderr);
        assert!(said.stderr.contains(expected), "{arguments:?}: {}", said.stderr);
        assert!(!said.stderr.contains("secret@"), "{}", said.stderr);
    }
}

#[test]
fn help_teaches() {
    let home = Home::new();
    let secret = ("DRIEKLANK_DATABASE_URL", "postgres://me:secret@db/network");
    for arguments in [&["--help"][..], &["-h"], &["serve", "--help"]] {
        let said = home.run(arguments, &[secret]);
        assert_eq!(said.code(), Some(0), "{}", said.stderr);
        // Lines are broken where the terminal ends.
        let words = said.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        for taught in [
            "DRIEKLANK_LISTEN",
            "[default: 127.0.0.1:8000]",
            "DRIEKLANK_DATABASE_URL",
            "[default: regio-zwolle]",
            "DRIEKLANK_CONFIG",
            "sqlite::memory:",
            "drieklank check data/my-region",
        ] {
            assert!(words.contains(taught), "{taught} in:\n{}", said.stdout);
        }
        assert!(!said.stdout.contains("secret"), "{}", said.stdout);
    }
}

#[test]
fn a_database_that_does_not_answer_is_told_without_the_password() {
    let home = Home::new();
    let url = "postgres://me:secret@127.0.0.1:1/network";
    let said = home.run(&["--database-url", url, "--listen", "127.0.0.1:0"], &[]);
    assert_eq!(said.code(), Some(1), "{}", said.stderr);
    assert!(said.stderr.contains("failed to reach postgres database network on 127.0.0.1:1"), "{}", said.stderr);
    assert!(!said.stderr.contains("secret"), "{}", said.stderr);
}

#[test]
fn the_page_on_deployment_lists_every_setting_with_its_default() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/deployment.md")).unwrap();
    let (_, block) = page.split_once("```toml\n").unwrap();
    let listed: toml::Table = block.split_once("```").unwrap().0.parse().unwrap();
    let mut defaults = toml::Table::new();
    defaults.insert("limits".into(), toml::Value::try_from(Limits::default()).unwrap());
    defaults.insert("connections".into(), toml::Value::try_from(Connections::default()).unwrap());
    defaults.insert("weights".into(), toml::Value::try_from(Weights::default()).unwrap());
    defaults.insert("retention".into(), toml::Value::try_from(Periods::default()).unwrap());
    assert_eq!(listed, defaults);

    let help = Home::new().run(&["--help"], &[]).stdout;
    let names = help.split(|c: char| !c.is_ascii_uppercase() && c != '_').filter(|word| word.starts_with("DRIEKLANK_"));
    let missing: Vec<_> = names.filter(|name| !page.contains(&format!("`{name}`"))).collect();
    assert!(missing.is_empty(), "docs/deployment.md does not tell of {missing:?}");
}
