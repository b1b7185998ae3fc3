//! Erasing persons by mutation: who may, what they are told, and what is left.

use drieklank::graphql::viewer::{Role, Viewer};
use network::audience::Audience;
use network::facts::Facts;
use network::id::{FactId, PersonId};
use network::privacy::ERASE_PERSON;
use serde_json::{Value, json};

use crate::app::App;
use crate::changes::refusals;
use crate::desk::person;

const ERASE: &str = "mutation($id: ID!, $reason: String!) { erasePerson(input: { id: $id, reason: $reason }) {
    person { id name slug }
    erasure { pseudonym lineToKeep isWiped counts { noun gone changed } }
    revision userErrors { code path message } } }";

/// Who is erased.
const SHE: &str = "willemijn-de-vries";

fn region() -> Facts {
    drieklank::exchange::builtin("regio-voorbeeld").expect("built in").expect("readable").facts
}

async fn asked_by(role: Role) -> App {
    App::writing_over(&region()).await.asked_by(Viewer::known("beheer".to_owned(), role))
}

async fn erase(app: &App, id: &str, reason: &str) -> Value {
    app.ask(ERASE, json!({ "id": id, "reason": reason })).await
}

#[tokio::test]
async fn who_is_erased_is_a_pseudonym_at_once_and_in_all_that_was_known() {
    let app = asked_by(Role::Admin).await;
    let answer = erase(&app, &person(SHE), "verzoek 2026-12").await;
    let erased = &answer["data"]["erasePerson"];
    assert_eq!(erased["userErrors"], json!([]), "{answer}");
    let (now, erasure) = (&erased["person"], &erased["erasure"]);
    assert!(erasure["pseudonym"].as_str().unwrap().starts_with("persoon-"), "{answer}");
    assert_eq!(now["name"], erasure["pseudonym"]);
    assert_eq!(erasure["isWiped"], true);
    // Nobody said where the list is.
    let line = format!("{} {} 2026-11-24", PersonId::from_key(SHE).uuid(), erasure["pseudonym"].as_str().unwrap());
    assert_eq!(erasure["lineToKeep"], line);
    let all = "{ network { persons(first: 100) { nodes { name slug } } changes(first: 50) { nodes { command actor reason } } } }";
    let left = app.ask(all, json!({})).await;
    assert!(!left.to_string().to_lowercase().contains("willemijn"), "{left}");
    let told = &left["data"]["network"]["changes"]["nodes"][0];
    assert_eq!(*told, json!({ "command": ERASE_PERSON, "actor": "beheer", "reason": "verzoek 2026-12" }));
    let again = erase(&app, &person(SHE), "nog eens").await;
    assert_eq!(refusals(&again, "erasePerson"), ["ALREADY_EXISTS id"], "{again}");
    assert_eq!(again["data"]["erasePerson"]["erasure"], Value::Null);
    assert_eq!(again["data"]["erasePerson"]["revision"], erased["revision"]);
}

#[tokio::test]
async fn counts_tell_of_what_the_admin_sees_and_of_nothing_else() {
    let app = asked_by(Role::Admin).await;
    let answer = erase(&app, &person(SHE), "verzoek").await;
    let counts = answer["data"]["erasePerson"]["erasure"]["counts"].as_array().unwrap();
    let nouns: Vec<&str> = counts.iter().map(|count| count["noun"].as_str().unwrap()).collect();
    let facts = region();
    let hidden = facts.ties.iter().map(|row| row.audience).chain(facts.assessments.iter().map(|row| row.audience));
    assert!(hidden.into_iter().all(|audience| audience >= Audience::PublicAffairs), "what goes is of the desk");
    assert_eq!(nouns, ["offices", "persons", "seats"], "{answer}");
    assert!(counts.iter().all(|count| count["gone"] == 0 && count["changed"].as_u64() > Some(0)), "{answer}");
}

#[tokio::test]
async fn who_is_no_admin_erases_nobody() {
    for role in [Role::Reader, Role::Analyst, Role::Editor, Role::PublicAffairs] {
        let answer = erase(&asked_by(role).await, &person(SHE), "verzoek").await;
        assert_eq!(answer["errors"][0]["extensions"]["code"], "FORBIDDEN", "{role:?} {answer}");
    }
}

#[tokio::test]
async fn who_is_not_seen_is_as_little_there_as_who_never_was() {
    let app = asked_by(Role::Admin).await;
    let of_desk = region().persons.into_iter().find(|row| row.audience == Audience::PublicAffairs).unwrap();
    let office = region().offices.into_iter().find(|row| row.audience == Audience::Public).unwrap();
    let office = drieklank::graphql::global_id::of(&office);
    let told = |answer: &Value| answer["data"]["erasePerson"]["userErrors"].clone();
    let never = erase(&app, &person("nobody"), "verzoek").await;
    assert_eq!(refusals(&never, "erasePerson"), ["NOT_FOUND id"], "{never}");
    let hidden = erase(&app, &person(&of_desk.slug), "verzoek").await;
    assert_eq!(told(&hidden), told(&never));
    for (id, reason, expected) in [
        (office.as_str(), "verzoek", vec!["NOT_FOUND id"]),
        ("no id", " ", vec!["NOT_FOUND id", "INVALID_VALUE reason"]),
        (&*person(SHE), " ", vec!["INVALID_VALUE reason"]),
    ] {
        let answer = erase(&app, id, reason).await;
        assert_eq!(refusals(&answer, "erasePerson"), expected, "{answer}");
        assert_eq!(answer["data"]["erasePerson"]["revision"], 1);
    }
}
