//! `drieklank token`: rights, given and taken back while the server runs.

use std::time::{Duration, Instant};

use reqwest::{Client, StatusCode};
use serde_json::{Value, json};

use super::program::Home;
use crate::postgres;

const VIEWER: &str = "{ viewer { name role mayEdit organisation { slug } } }";

/// The answer to a question that is asked with this token.
async fn ask(address: &str, authorization: Option<&str>, query: &str) -> (StatusCode, Value) {
    let mut request = Client::new().post(address).json(&json!({ "query": query }));
    if let Some(authorization) = authorization {
        request = request.header("authorization", authorization);
    }
    let response = request.header("accept", "application/graphql-response+json").send().await.unwrap();
    (response.status(), response.json().await.unwrap())
}

async fn given_and_taken_back(url: Option<String>) {
    let home = Home::new();
    let arguments: Vec<&str> = url.iter().flat_map(|url| ["--database-url", url]).collect();
    let server = home.serve(&arguments);
    let token = |command: &[&str]| {
        let all: Vec<&str> =
            ["token"].into_iter().chain(arguments.iter().copied()).chain(command.iter().copied()).collect();
        home.run(&all, &[])
    };
    let made =
        token(&["create", "--name", "editor of Kampen", "--role", "editor", "--organisation", "gemeente-kampen"]);
    assert_eq!(made.code(), Some(0), "{}", made.stderr);
    let secret = made.stdout.lines().last().unwrap().to_owned();
    assert!(secret.starts_with("dk_") && secret.len() == 46, "{secret}");

    let bearer = format!("Bearer {secret}");
    let graphql = server.url("/graphql");
    let (_, answer) = ask(&graphql, Some(&bearer), VIEWER).await;
    assert_eq!(
        answer["data"]["viewer"],
        json!({
            "name": "editor of Kampen", "role": "EDITOR", "mayEdit": true, "organisation": { "slug": "gemeente-kampen" },
        })
    );
    let (_, answer) = ask(&graphql, None, VIEWER).await;
    assert_eq!(
        answer["data"]["viewer"],
        json!({ "name": null, "role": "READER", "mayEdit": false, "organisation": null })
    );
    for unknown in ["Bearer dk_nonsense", "Basic amFuOmphbg==", "Bearer"] {
        let (status, answer) = ask(&graphql, Some(unknown), VIEWER).await;
        assert_eq!((status.as_u16(), &answer["errors"][0]["extensions"]["code"]), (401, &json!("UNAUTHENTICATED")));
    }
    let listed = token(&["list"]).stdout;
    assert!(listed.starts_with("editor of Kampen: editor for gemeente-kampen, works, last used "), "{listed}");
    assert!(!listed.contains(&secret), "{listed}");

    let taken = token(&["revoke", "editor of Kampen"]);
    assert_eq!(taken.code(), Some(0), "{}", taken.stderr);
    let began = Instant::now();
    while ask(&graphql, Some(&bearer), VIEWER).await.0 != StatusCode::UNAUTHORIZED {
        assert!(began.elapsed() < Duration::from_secs(5), "it still works");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(token(&["revoke", "editor of Kampen"]).code(), Some(1), "it was taken back before");
    server.stop();
}

#[tokio::test]
async fn a_token_works_at_once_and_no_longer_than_it_may() {
    given_and_taken_back(None).await;
}

#[tokio::test]
async fn a_token_works_on_postgres_too() {
    given_and_taken_back(Some(postgres::database().await)).await;
}

#[tokio::test]
async fn a_token_that_makes_no_sense_is_not_made() {
    let home = Home::new();
    home.serve(&[]).stop();
    for (arguments, code, said) in [
        (&["--name", "x", "--role", "king"][..], 2, "possible values: reader, analyst, editor, public-affairs, admin"),
        (&["--name", " ", "--role", "reader"], 1, "--name is blank: what is given says something"),
        (&["--name", "jan\npiet", "--role", "reader"], 1, "--name holds a tab or a line break"),
        (&["--name", "jan\u{2028}piet", "--role", "reader"], 1, "--name holds a tab or a line break"),
        (&["--name", "jan\u{1b}[31m", "--role", "reader"], 1, "--name holds the control character U+001B"),
        (&["--name", &"x".repeat(201), "--role", "reader"], 1, "--name has 201 characters: 200 are allowed"),
        (&["--name", "jan <7>", "--role", "reader"], 1, "--name must not end with >"),
        (&["--name", "x", "--role", "reader", "--organisation", "atlantis"], 1, "there is no organisation atlantis"),
        (&["--name", "x", "--role", "reader", "--expires", "2020-01-01"], 1, "--expires lies in the past"),
    ] {
        let all: Vec<&str> = ["token", "create"].into_iter().chain(arguments.iter().copied()).collect();
        let refused = home.run(&all, &[]);
        assert_eq!(refused.code(), Some(code), "{arguments:?}: {}", refused.stderr);
        assert!(refused.stderr.contains(said), "{arguments:?}: {}", refused.stderr);
    }
    assert_eq!(home.run(&["token", "create", "--name", "x", "--role", "reader"], &[]).code(), Some(0));
    assert_eq!(home.run(&["token", "create", "--name", &"x".repeat(200), "--role", "reader"], &[]).code(), Some(0));
    let again = home.run(&["token", "create", "--name", "x", "--role", "editor"], &[]);
    assert!(again.stderr.contains("there is a token x already"), "{}", again.stderr);
}

#[tokio::test]
async fn a_token_may_be_for_an_organisation_that_was_merged() {
    let home = Home::new();
    let server = home.serve(&["--dataset", "regio-voorbeeld"]);
    let merged = "ondernemersvereniging-aa-meden";
    let made =
        home.run(&["token", "create", "--name", "pa", "--role", "public-affairs", "--organisation", merged], &[]);
    assert_eq!(made.code(), Some(0), "{}", made.stderr);
    let bearer = format!("Bearer {}", made.stdout.lines().last().unwrap());
    let (_, answer) = ask(&server.url("/graphql"), Some(&bearer), VIEWER).await;
    assert_eq!(answer["data"]["viewer"]["organisation"]["slug"], "ondernemerskring-aa-en-meden", "{answer}");
    server.stop();
}

#[test]
fn settings_may_stand_before_the_verb_and_after_it() {
    let home = Home::new();
    home.serve(&["--database-url", "sqlite://own.db"]).stop();
    let url = ["--database-url", "sqlite://own.db"];
    let create = ["create", "--role", "reader", "--name"];
    // What a flag says goes before the environment, wherever it stands.
    let elsewhere = [("DRIEKLANK_DATABASE_URL", "sqlite://none.db")];
    for (name, arguments) in [
        ("before", [&["token"][..], &url, &create, &["before"]].concat()),
        ("after", [&["token"][..], &create, &["after"], &url].concat()),
    ] {
        let said = home.run(&arguments, &elsewhere);
        assert_eq!(said.code(), Some(0), "{name}: {}", said.stderr);
    }
    let listed = home.run(&["token", "list"], &[("DRIEKLANK_DATABASE_URL", "sqlite://own.db")]);
    let names: Vec<_> = listed.stdout.lines().map(|line| line.split(':').next().unwrap()).collect();
    assert_eq!(names, ["after", "before"]);
    assert!(home.run(&["token", "revoke", "after", "--database-url", "sqlite://own.db"], &[]).code() == Some(0));
}

#[tokio::test]
async fn a_server_may_ask_everybody_who_they_are() {
    let home = Home::new();
    let server = home.serve(&["--anonymous", "off"]);
    let (status, answer) = ask(&server.url("/graphql"), None, VIEWER).await;
    assert_eq!((status.as_u16(), &answer["errors"][0]["extensions"]), (401, &json!({ "code": "UNAUTHENTICATED" })));
    server.stop();
    // A page that may not ask how people sign in is told so.
    let provider =
        ["--oidc-issuer", "https://login.example.nl", "--oidc-audience", "drieklank", "--oidc-client-id", "map"];
    let server = home.serve(&[&["--anonymous", "off"], &provider[..]].concat());
    let (_, answer) = ask(&server.url("/graphql"), None, VIEWER).await;
    let sign_in = json!({ "issuer": "https://login.example.nl", "clientId": "map", "scope": "openid" });
    assert_eq!(answer["errors"][0]["extensions"]["signIn"], sign_in, "{answer}");
    let (_, answer) = ask(&server.url("/graphql"), Some("Bearer dk_none"), VIEWER).await;
    assert_eq!(answer["errors"][0]["extensions"]["signIn"], Value::Null, "{answer}");
    server.stop();
}
