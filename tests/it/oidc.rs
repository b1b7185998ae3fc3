//! Tokens of an OIDC provider, good ones and forged ones, at a moment that stands still.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use drieklank::access::Access;
use drieklank::access::oidc::{Jwks, Oidc, Settings};
use drieklank::clock::Clock;
use drieklank::graphql::error::{ApiError, Code};
use drieklank::graphql::executor::ApiRequest;
use drieklank::graphql::viewer::{Asker, Gate as _, Role, Viewer};
use drieklank::store::Store;
use futures_util::StreamExt as _;
use futures_util::future::join_all;
use serde_json::{Value, json};
use tokio::time::{sleep, timeout};

use crate::app::{App, NOW};
use crate::provider::{Key, Provider, set, signed_with_secret, unsigned};

/// Longer than it takes until a provider is asked again.
const PATIENCE: Duration = Duration::from_secs(20);

fn settings(provider: &Provider) -> Settings {
    Settings {
        issuer: provider.issuer.parse().unwrap(),
        audience: "drieklank".to_owned(),
        jwks: None,
        role_claim: "realm_access.roles".to_owned(),
        organisation_claim: "organisation".to_owned(),
        name_claim: "preferred_username".to_owned(),
    }
}

async fn gate_at(settings: Settings, clock: Clock) -> Access {
    let store = Store::open("sqlite::memory:").await.unwrap();
    let oidc = Arc::new(Oidc::new(settings, clock.clone()));
    Access::new(store, clock, Some(oidc), true)
}

async fn gate(settings: Settings) -> Access {
    gate_at(settings, Clock::fixed(NOW)).await
}

/// What the token of an editor says.
fn claims(provider: &Provider) -> Value {
    json!({
        "iss": provider.issuer, "aud": ["account", "drieklank"], "sub": "7", "preferred_username": "jan",
        "exp": NOW.timestamp() + 300, "nbf": NOW.timestamp(), "iat": NOW.timestamp(),
        "realm_access": { "roles": ["offline_access", "editor"] }, "organisation": "gemeente-kampen",
    })
}

fn jan() -> Viewer {
    Viewer::known("jan <7>".to_owned(), Role::Editor).acting_for(Some("gemeente-kampen".to_owned()))
}

/// The same claims with one that is another; null: without it.
fn with(claims: &Value, name: &str, value: Value) -> Value {
    let mut claims = claims.clone();
    if value.is_null() {
        claims.as_object_mut().unwrap().remove(name);
    } else {
        claims[name] = value;
    }
    claims
}

fn code(admitted: Result<Viewer, ApiError>) -> Option<Code> {
    admitted.err().map(|error| error.code())
}

#[tokio::test]
async fn a_token_of_the_provider_says_who_somebody_is() {
    let keys = [Key::ec("ec"), Key::rsa("rsa"), Key::ed("ed")];
    let provider = Provider::start(&keys.each_ref()).await;
    let gate = gate(settings(&provider)).await;
    let claims = claims(&provider);
    for key in &keys {
        assert_eq!(gate.admit(Some(&key.token(&claims))).await.unwrap(), jan());
    }
    let pss = keys[1].token_with(&json!({ "alg": "PS256", "kid": "rsa", "typ": "at+jwt" }), &claims);
    assert_eq!(gate.admit(Some(&pss)).await.unwrap(), jan());
    let alone = with(&claims, "aud", json!("drieklank"));
    assert_eq!(gate.admit(Some(&keys[0].token(&alone))).await.unwrap(), jan());
    let without_role = with(&claims, "realm_access", json!(null));
    let reader = Viewer::known("jan <7>".to_owned(), Role::Reader).acting_for(Some("gemeente-kampen".to_owned()));
    assert_eq!(gate.admit(Some(&keys[0].token(&without_role))).await.unwrap(), reader);
}

#[tokio::test]
async fn a_forged_token_is_refused() {
    let (ec, rsa, foreign) = (Key::ec("ec"), Key::rsa("rsa"), Key::ec("ec"));
    let provider = Provider::start(&[&ec, &rsa]).await;
    let gate = gate(settings(&provider)).await;
    let good = claims(&provider);
    let now = NOW.timestamp();
    let changed = |name, value| ec.token(&with(&good, name, value));
    let header = |header| ec.token_with(&header, &good);
    let whole = ec.token(&good);
    let parts: Vec<&str> = whole.split('.').collect();
    let other = ec.token(&with(&good, "sub", json!("8")));
    let other_claims = other.split('.').nth(1).unwrap();
    for (what, token, said) in [
        ("issuer", changed("iss", json!("https://kwaad.example")), "is of another issuer"),
        ("issuer with a slash", changed("iss", json!(format!("{}/", provider.issuer))), "is of another issuer"),
        ("no issuer", changed("iss", json!(null)), "needs a claim iss"),
        ("audience", changed("aud", json!("account")), "is for another audience"),
        ("audiences", changed("aud", json!(["account", "drieklank2"])), "is for another audience"),
        ("no audience", changed("aud", json!(null)), "needs a claim aud"),
        ("expired", changed("exp", json!(now - 30)), "has expired"),
        ("no end", changed("exp", json!(null)), "needs a claim exp"),
        ("end as text", changed("exp", json!((now + 300).to_string())), "needs a claim exp"),
        ("early", changed("nbf", json!(now + 31)), "does not count yet"),
        ("begin as text", changed("nbf", json!("0")), "needs a claim nbf"),
        ("nobody", changed("sub", json!(null)), "needs a claim sub"),
        ("foreign key", foreign.token(&good), "is not signed by the provider"),
        ("other claims", format!("{}.{other_claims}.{}", parts[0], parts[2]), "is not signed by the provider"),
        ("no signature", format!("{}.{}.", parts[0], parts[1]), "is not signed by the provider"),
        ("alg none", unsigned(&good), "is no signed JWT"),
        ("HS256", signed_with_secret("rsa", &rsa.public_bytes(), &good), "is not signed by a key"),
        ("unknown kid", header(json!({ "alg": "ES256", "kid": "x" })), "is not signed by a key"),
        ("no kid", header(json!({ "alg": "ES256" })), "is not signed by a key"),
        ("kid that injects", header(json!({ "alg": "ES256", "kid": "../../ec" })), "is not signed by a key"),
        ("key of another kind", header(json!({ "alg": "ES256", "kid": "rsa" })), "is not signed by a key"),
        ("own key", header(json!({ "alg": "ES256", "kid": "x", "jwk": foreign.public() })), "is not signed by a key"),
        ("logout", header(json!({ "alg": "ES256", "kid": "ec", "typ": "logout+jwt" })), "is a JWT for another purpose"),
        ("critical", header(json!({ "alg": "ES256", "kid": "ec", "crit": ["x"], "x": 1 })), "is a JWT for another"),
        ("nonsense", "a.b.c".to_owned(), "is no signed JWT"),
        ("nothing", "..".to_owned(), "is no signed JWT"),
        ("not a JWT", "eyJ.eyJ".to_owned(), "is unknown, expired or taken back"),
    ] {
        let error = gate.admit(Some(&token)).await.err().unwrap_or_else(|| panic!("{what} is let in"));
        assert_eq!(error.code(), Code::Unauthenticated, "{what}");
        assert!(error.to_string().contains(said), "{what}: {error}");
    }
    assert_eq!(gate.admit(Some(&whole)).await.unwrap(), jan());
}

#[tokio::test]
async fn a_new_key_is_found_and_a_flood_of_unknown_ones_is_not_passed_on() {
    let (old, new, unknown) = (Key::ec("old"), Key::ec("new"), Key::ec("unknown"));
    let provider = Provider::start(&[&old]).await;
    let gate = gate(settings(&provider)).await;
    let claims = claims(&provider);
    assert!(gate.admit(Some(&old.token(&claims))).await.is_ok());
    provider.publish(&[&new]).await;
    let began = Instant::now();
    while gate.admit(Some(&new.token(&claims))).await.is_err() {
        assert!(began.elapsed() < PATIENCE, "the new key is not found");
        sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(code(gate.admit(Some(&old.token(&claims))).await), Some(Code::Unauthenticated), "the old one is gone");

    let asked = provider.asked();
    let forged = unknown.token(&claims);
    let admitted = join_all((0..200).map(|_| gate.admit(Some(&forged)))).await;
    assert!(admitted.into_iter().all(|admitted| code(admitted) == Some(Code::Unauthenticated)));
    assert!(provider.asked() - asked <= 2, "asked {} times", provider.asked() - asked);
}

#[tokio::test]
async fn a_provider_that_is_away_keeps_out_only_those_it_has_to_tell_of() {
    let key = Key::ec("ec");
    let provider = Provider::start(&[&key]).await;
    provider.set_up(false);
    let gate = gate(settings(&provider)).await;
    let token = key.token(&claims(&provider));
    assert_eq!(code(gate.admit(Some(&token)).await), Some(Code::Unavailable));
    assert_eq!(gate.admit(None).await.unwrap(), Viewer::anonymous());
    assert_eq!(code(gate.admit(Some("dk_unknown")).await), Some(Code::Unauthenticated), "the database was asked");

    provider.set_up(true);
    let began = Instant::now();
    while gate.admit(Some(&token)).await.is_err() {
        assert!(began.elapsed() < PATIENCE, "the provider is there again");
        sleep(Duration::from_millis(100)).await;
    }
    provider.set_up(false);
    assert_eq!(gate.admit(Some(&token)).await.unwrap(), jan(), "known keys go on");
    let unknown = Key::ec("unknown").token(&claims(&provider));
    assert_eq!(code(gate.admit(Some(&unknown)).await), Some(Code::Unauthenticated));
    assert_eq!(gate.admit(Some(&token)).await.unwrap(), jan(), "still");
}

#[tokio::test]
async fn what_is_no_set_of_keys_is_none() {
    let key = Key::ec("ec");
    for published in ["{", "{}", "{\"keys\":[]}", "[]", &"x".repeat(2 << 20)] {
        let provider = Provider::start(&[]).await;
        provider.publish_text(published).await;
        let gate = gate(settings(&provider)).await;
        let admitted = gate.admit(Some(&key.token(&claims(&provider)))).await;
        assert_eq!(code(admitted), Some(Code::Unavailable), "{:.20}", published);
    }
    let provider = Provider::start(&[&key]).await;
    provider.rename("https://kwaad.example").await;
    let gate = gate(settings(&provider)).await;
    let admitted = gate.admit(Some(&key.token(&claims(&provider)))).await;
    assert_eq!(code(admitted), Some(Code::Unavailable), "another provider");
}

#[tokio::test]
async fn keys_may_be_in_a_file() {
    let (old, new) = (Key::ec("old"), Key::rsa("new"));
    let provider = Provider::start(&[]).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("keys.json");
    let gate = gate(Settings { jwks: Some(Jwks::File(file.clone())), ..settings(&provider) }).await;
    fs::write(&file, set(&[&old]).to_string()).unwrap();
    let claims = claims(&provider);
    assert_eq!(gate.admit(Some(&old.token(&claims))).await.unwrap(), jan());
    fs::write(&file, set(&[&new]).to_string()).unwrap();
    let began = Instant::now();
    while gate.admit(Some(&new.token(&claims))).await.is_err() {
        assert!(began.elapsed() < PATIENCE, "the new key is not found");
        sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(provider.asked(), 0);
}

#[tokio::test]
async fn a_token_that_expires_ends_its_subscription_without_an_event() {
    let key = Key::ec("ec");
    let provider = Provider::start(&[&key]).await;
    let passed = Arc::new(AtomicI64::new(0));
    let told = Arc::clone(&passed);
    let clock = Clock::fixed(NOW).told(move || NOW + TimeDelta::seconds(told.load(Ordering::SeqCst)));
    let gate = Arc::new(gate_at(settings(&provider), clock).await);
    let api = Arc::new(App::writing().await.api);
    let query = Some("subscription { networkChanged { revision } }".to_owned());
    let asker = Asker::new(gate, Some(key.token(&claims(&provider))));
    let mut answers = api.answers(ApiRequest { query, ..ApiRequest::default() }, asker).unwrap().stream;
    assert!(timeout(Duration::from_secs(7), answers.next()).await.is_err(), "it was asked again, and stays");
    passed.store(331, Ordering::SeqCst);
    let last = timeout(PATIENCE, answers.next()).await.unwrap().unwrap();
    assert_eq!(last.failure(), Some(Code::Unauthenticated));
    assert!(answers.next().await.is_none());
}
