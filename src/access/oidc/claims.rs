//! What a token says of who carries it.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::Refusal;
use super::settings::Settings;
use crate::graphql::viewer::{Role, Viewer};

/// What a token says.
pub(super) type Claims = Map<String, Value>;

/// How far the clock of a provider may be from ours, in seconds.
const LEEWAY_SECS: f64 = 30.0;

/// How long a subject may be (OpenID Connect Core 1.0, section 2).
const SUBJECT_CHARS: usize = 255;

/// How much of a name the journal keeps.
const NAME_CHARS: usize = 100;

/// Whether a token counts now.
pub(super) fn hold_time(claims: &Claims, now: DateTime<Utc>) -> Result<(), Refusal> {
    let now = now.timestamp_millis() as f64 / 1000.0;
    let moment = |name| claims.get(name).map(|value| value.as_f64().ok_or(Refusal::Claim(name))).transpose();
    if moment("exp")?.ok_or(Refusal::Claim("exp"))? + LEEWAY_SECS <= now {
        return Err(Refusal::Expired);
    }
    if moment("nbf")?.is_some_and(|begin| now + LEEWAY_SECS < begin) {
        return Err(Refusal::Early);
    }
    Ok(())
}

/// Whom a token stands for.
pub(super) fn viewer(claims: &Claims, settings: &Settings) -> Result<Viewer, Refusal> {
    let role = find(claims, &settings.role_claim).and_then(role).unwrap_or(Role::Reader);
    let organisation = find(claims, &settings.organisation_claim).and_then(only_text).map(ToOwned::to_owned);
    Ok(Viewer::known(actor(claims, &settings.name_claim)?, role).acting_for(organisation))
}

/// Who the journal says it was: `name <subject>`. A provider gives a subject once, and a name as it likes; a subject with
/// angle brackets is refused, so no name can look like somebody else. Tokens of the database have no such names.
fn actor(claims: &Claims, name_claim: &str) -> Result<String, Refusal> {
    let subject = claims.get("sub").and_then(Value::as_str).filter(|subject| is_subject(subject));
    let subject = subject.ok_or(Refusal::Claim("sub"))?;
    let name = find(claims, name_claim).and_then(Value::as_str).unwrap_or_default();
    let name: String = name.trim().chars().filter(|c| !c.is_control()).take(NAME_CHARS).collect();
    Ok(format!("{name} <{subject}>").trim_start().to_owned())
}

fn is_subject(text: &str) -> bool {
    (1..=SUBJECT_CHARS).contains(&text.len())
        && text.bytes().all(|byte| matches!(byte, b' '..=b'~') && !b"<>".contains(&byte))
}

/// The one of these roles that may do most: who edits goes first.
fn role(said: &Value) -> Option<Role> {
    let texts: Vec<&str> = match said {
        Value::String(text) => vec![text],
        Value::Array(list) => list.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    texts.into_iter().filter_map(Role::from_code).max_by_key(|role| (role.edits(), *role))
}

/// A text, or the only one of a list.
fn only_text(said: &Value) -> Option<&str> {
    match said {
        Value::Array(list) => match &**list {
            [only] => only.as_str(),
            _ => None,
        },
        other => other.as_str(),
    }
}

/// The claim with this name, which may be a path: `realm_access.roles`. Names of claims may hold dots as well, as in
/// `https://example.nl/roles`, so each beginning that is there is tried, the longest first.
fn find<'a>(claims: &'a Claims, path: &str) -> Option<&'a Value> {
    claims.get(path).or_else(|| {
        path.rmatch_indices('.').find_map(|(at, _)| find(claims.get(&path[..at])?.as_object()?, &path[at + 1..]))
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn claims(value: Value) -> Claims {
        match value {
            Value::Object(claims) => claims,
            other => panic!("{other}"),
        }
    }

    fn settings(role_claim: &str) -> Settings {
        Settings {
            issuer: "https://login.example.nl".parse().unwrap(),
            audience: "drieklank".to_owned(),
            jwks: None,
            role_claim: role_claim.to_owned(),
            organisation_claim: "organisation".to_owned(),
            name_claim: "preferred_username".to_owned(),
        }
    }

    #[test]
    fn a_token_counts_from_its_beginning_to_its_end() {
        let now = DateTime::from_timestamp(1_000_000, 0).unwrap();
        for (said, expected) in [
            (json!({ "exp": 1_000_001 }), Ok(())),
            (json!({ "exp": 999_971 }), Ok(())),
            (json!({ "exp": 999_970.5 }), Ok(())),
            (json!({ "exp": 999_970 }), Err(Refusal::Expired)),
            (json!({ "exp": -1 }), Err(Refusal::Expired)),
            (json!({ "exp": 2_000_000, "nbf": 1_000_030 }), Ok(())),
            (json!({ "exp": 2_000_000, "nbf": 1_000_031 }), Err(Refusal::Early)),
            (json!({ "exp": 2_000_000, "nbf": "0" }), Err(Refusal::Claim("nbf"))),
            (json!({ "exp": "2000000" }), Err(Refusal::Claim("exp"))),
            (json!({ "exp": null }), Err(Refusal::Claim("exp"))),
            (json!({}), Err(Refusal::Claim("exp"))),
        ] {
            assert_eq!(hold_time(&claims(said.clone()), now), expected, "{said}");
        }
    }

    #[test]
    fn the_role_that_may_do_most_counts() {
        for (path, said, expected) in [
            ("roles", json!({ "roles": "editor" }), Role::Editor),
            ("roles", json!({ "roles": ["analyst", "offline_access", "reader"] }), Role::Analyst),
            ("roles", json!({ "roles": ["public-affairs", "editor"] }), Role::Editor),
            ("roles", json!({ "roles": ["editor", "admin", 7] }), Role::Admin),
            ("roles", json!({ "roles": ["king"] }), Role::Reader),
            ("roles", json!({ "roles": { "editor": true } }), Role::Reader),
            ("roles", json!({}), Role::Reader),
            ("realm_access.roles", json!({ "realm_access": { "roles": ["editor"] } }), Role::Editor),
            ("a.my.api.roles", json!({ "a": { "my.api": { "roles": ["editor"] } } }), Role::Editor),
            ("https://example.nl/roles", json!({ "https://example.nl/roles": "editor" }), Role::Editor),
            ("realm_access.roles", json!({ "realm_access": "editor" }), Role::Reader),
        ] {
            let found = find(&claims(said.clone()), path).and_then(role).unwrap_or(Role::Reader);
            assert_eq!(found, expected, "{path} in {said}");
        }
    }

    #[test]
    fn two_people_are_never_the_same_actor() {
        for (said, expected) in [
            (json!({ "sub": "7", "preferred_username": "jan" }), Ok("jan <7>")),
            (json!({ "sub": "8", "preferred_username": "jan <7>" }), Ok("jan <7> <8>")),
            (json!({ "sub": "8", "preferred_username": " jan\n " }), Ok("jan <8>")),
            (json!({ "sub": "8" }), Ok("<8>")),
            (json!({ "sub": "7> <8", "preferred_username": "jan" }), Err(Refusal::Claim("sub"))),
            (json!({ "sub": "", "preferred_username": "jan" }), Err(Refusal::Claim("sub"))),
            (json!({ "sub": 7 }), Err(Refusal::Claim("sub"))),
            (json!({ "preferred_username": "jan" }), Err(Refusal::Claim("sub"))),
        ] {
            let found = actor(&claims(said.clone()), "preferred_username");
            assert_eq!(found.as_deref().map_err(Clone::clone), expected, "{said}");
        }
    }

    #[test]
    fn the_organisation_is_a_text_or_the_only_one_of_a_list() {
        for (said, expected) in [
            (json!("gemeente-kampen"), Some("gemeente-kampen")),
            (json!(["gemeente-kampen"]), Some("gemeente-kampen")),
            (json!(["gemeente-kampen", "gemeente-zwolle"]), None),
            (json!(7), None),
        ] {
            let whole = claims(json!({ "sub": "7", "organisation": said }));
            let expected = Viewer::known("<7>".to_owned(), Role::Reader).acting_for(expected.map(ToOwned::to_owned));
            assert_eq!(viewer(&whole, &settings("roles")), Ok(expected), "{said}");
        }
    }
}
