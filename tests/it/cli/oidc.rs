//! The program with an OIDC provider beside it.

use std::time::{Duration, Instant};

use drieklank::clock::Clock;
use reqwest::Client;
use serde_json::{Value, json};

use super::program::Home;
use crate::provider::{Key, Provider};

const VIEWER: &str = "{ viewer { name role mayEdit organisation { slug } } }";
const PLEDGE: &str = include_str!("../../operations/changes/pledge-commitment.graphql");
const ACTORS: &str = "{ network { changes(first: 1) { nodes { actor } } } }";

async fn ask(address: &str, token: Option<&str>, query: &str, variables: Value) -> (u16, Value) {
    let request = Client::new().post(address).header("accept", "application/graphql-response+json");
    let request = token.into_iter().fold(request, |request, token| request.bearer_auth(token));
    let response = request.json(&json!({ "query": query, "variables": variables })).send().await.unwrap();
    (response.status().as_u16(), response.json().await.unwrap())
}

fn claims(provider: &Provider, subject: &str, name: &str, roles: Value, organisation: &str) -> Value {
    let expires = Clock::system().now().timestamp() + 300;
    json!({
        "iss": provider.issuer, "aud": "drieklank", "sub": subject, "preferred_username": name, "exp": expires,
        "roles": roles, "organisation": organisation,
    })
}

#[tokio::test]
async fn people_of_a_provider_read_and_write_under_their_names() {
    let (ec, rsa) = (Key::ec("ec"), Key::rsa("rsa"));
    let provider = Provider::start(&[&ec, &rsa]).await;
    provider.set_up(false);
    let home = Home::new();
    let server = home.serve(&["--oidc-issuer", &provider.issuer, "--oidc-audience", "drieklank"]);
    let graphql = server.url("/graphql");
    let jan = ec.token(&claims(&provider, "7", "jan", json!(["editor"]), "gemeente-kampen"));
    let (status, answer) = ask(&graphql, Some(&jan), VIEWER, json!({})).await;
    assert_eq!((status, &answer["errors"][0]["extensions"]["code"]), (503, &json!("UNAVAILABLE")), "{answer}");
    assert!(!answer.to_string().contains("127.0.0.1"), "{answer}");
    assert_eq!(ask(&graphql, None, VIEWER, json!({})).await.0, 200, "anybody reads");

    provider.set_up(true);
    let began = Instant::now();
    while ask(&graphql, Some(&jan), VIEWER, json!({})).await.0 != 200 {
        assert!(began.elapsed() < Duration::from_secs(30), "the provider is there again");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    let piet = rsa.token(&claims(&provider, "8", "jan", json!("admin"), "atlantis"));
    for (token, name, role, organisation) in
        [(&jan, "jan <7>", "EDITOR", json!({ "slug": "gemeente-kampen" })), (&piet, "jan <8>", "ADMIN", json!(null))]
    {
        let (_, answer) = ask(&graphql, Some(token), VIEWER, json!({})).await;
        let expected = json!({ "name": name, "role": role, "mayEdit": true, "organisation": organisation });
        assert_eq!(answer["data"]["viewer"], expected);
        let pledge = json!({ "input": {
            "organisation": { "slug": "gemeente-kampen" },
            "subject": { "programmeLine": { "slug": "economie-en-arbeidsmarkt" } },
            "contributions": [],
            "since": "2026-01-01",
            "reason": "Raadsbesluit",
            "source": { "title": "Raadsvoorstel" },
        } });
        let (_, answer) = ask(&graphql, Some(token), PLEDGE, pledge).await;
        assert!(answer["data"]["pledgeCommitment"]["revision"].is_number(), "{answer}");
        let (_, answer) = ask(&graphql, Some(token), ACTORS, json!({})).await;
        assert!(answer.to_string().contains(&json!({ "actor": name }).to_string()), "{answer}");
    }
    let reader = ec.token(&claims(&provider, "9", "an", json!(null), "gemeente-kampen"));
    let (_, answer) = ask(&graphql, Some(&reader), VIEWER, json!({})).await;
    assert_eq!(answer["data"]["viewer"]["mayEdit"], false);
    let forged = Key::ec("ec").token(&claims(&provider, "7", "jan", json!("editor"), ""));
    let (status, answer) = ask(&graphql, Some(&forged), VIEWER, json!({})).await;
    assert_eq!((status, &answer["errors"][0]["message"]), (401, &json!("The token is not signed by the provider.")));
    let start = server.start.clone();
    server.terminate();
    let (status, end) = server.ended();
    let said = start + &end;
    for told in ["The keys of the OIDC provider cannot be had; its tokens are answered UNAVAILABLE", "can be had again"]
    {
        assert!(said.contains(told), "{said}");
    }
    assert!(status.success() && !said.contains(&jan) && !said.contains("jan <"), "{said}");
}
