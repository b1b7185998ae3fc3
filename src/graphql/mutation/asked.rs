//! What a mutation asks for: the act, on whose word, and what keeps it from being done twice or too late.

use std::fmt::Debug;

use async_graphql::ID;
use network::any_fact::AnyFact;
use network::audience::{Audience, Sight};
use network::facts::{ContactNote, Fact};
use network::id::FactId;
use network::plan::{Act, Draft, ErrorCode, Pointer, Rejection, Source, wrong_text};
use network::slug::Slug;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::input::{Changing, Fields, Recording, no_such};
use crate::graphql::global_id;
use crate::writer::Idempotency;

/// The longest key of a client, in characters.
const KEY_CHARS: usize = 200;

/// What is made of an input, and what of it could not be found or read. What could not points nowhere or is left out, so
/// that all that is wrong with the rest can be told as well.
pub(super) struct Read<T> {
    pub(super) made: T,
    pub(super) unread: Vec<Rejection>,
}

impl<T> Read<T> {
    pub(super) fn map<U>(self, make: impl FnOnce(T) -> U) -> Read<U> {
        Read { made: make(self.made), unread: self.unread }
    }

    /// Both.
    pub(super) fn and<U>(self, other: Read<U>) -> Read<(T, U)> {
        Read { made: (self.made, other.made), unread: [self.unread, other.unread].concat() }
    }
}

/// What is asked for.
pub(super) struct Asked {
    pub(super) verb: &'static str,
    pub(super) act: Read<Act>,
    pub(super) because: Because,
}

/// What goes with an act.
#[derive(Default)]
pub(super) struct Because {
    pub(super) source: Option<Source>,
    pub(super) if_revision: Option<i64>,
    pub(super) reason: Option<String>,
    pub(super) idempotency: Option<Idempotency>,
}

impl Asked {
    /// Something new.
    ///
    /// * `input`: all of it, so that a key stands for one request.
    pub(super) fn recording(verb: &'static str, mut act: Read<Act>, recording: &Recording, input: &impl Debug) -> Self {
        let key = recording.idempotency_key.as_deref();
        if key.is_some_and(|key| wrong_text(key).is_some() || key.chars().count() > KEY_CHARS) {
            act.unread.push(Rejection::new(
                ErrorCode::InvalidValue,
                &["idempotencyKey"],
                format!("een sleutel heeft 1 tot {KEY_CHARS} leesbare tekens"),
                format!("a key has 1 to {KEY_CHARS} characters that can be read"),
            ));
        }
        let because = Because {
            source: recording.source.clone().map(Into::into),
            if_revision: None,
            reason: recording.reason.clone(),
            idempotency: key.map(|key| Idempotency { key: key.to_owned(), request_hash: hash(input) }),
        };
        Self { verb, act, because }
    }
}

impl Because {
    /// Of something that is there already.
    pub(super) fn changing(changing: &Changing) -> Self {
        Self {
            source: changing.source.clone().map(Into::into),
            if_revision: changing.if_revision.map(i64::from),
            reason: changing.reason.clone(),
            idempotency: None,
        }
    }
}

fn hash(input: &impl Debug) -> String {
    let hash = Sha256::digest(format!("{input:?}"));
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What is settled of a new fact before its input is looked at: an id that nothing has yet, and who records it.
#[derive(Debug, Clone, Copy)]
pub(super) struct New {
    pub(super) id: Uuid,
    pub(super) sight: Sight,
}

/// A new fact: its fields, and those that every new fact has. None when what has to be there could not be read.
///
/// * `key`: the field of the input that gives it a key, and the key; `None`: its id is its key.
pub(super) fn draft<T: Fact + Into<AnyFact>>(
    New { id, sight }: New,
    key: Option<(&str, &str)>,
    mut fields: Fields<'_>,
    recording: &Recording,
) -> Read<Vec<Draft>> {
    let confidence = recording.confidence.map_or("HIGH", |confidence| confidence.0.code());
    fields.set.insert("id".into(), json!(id.to_string()));
    // Facts without a name of their own, and those whose key is none, have their id as key.
    fields.set.insert(T::KEY_FIELD.into(), json!(id.to_string()));
    if let Some((name, key)) = key {
        fields.read(T::KEY_FIELD, name, key.parse::<Slug>().map_err(|error| error.words()));
    }
    fields.set.insert("source".into(), json!(""));
    fields.set.insert("confidence".into(), json!(confidence));
    fields.set.insert("note".into(), json!(recording.note));
    if let Sight::Desk(Some(own)) = sight
        && T::IS_HELD
    {
        // What somebody records they hold, unless they say who does.
        fields.set.entry("holder").or_insert_with(|| json!(own));
    }
    let Fields { view, path, mut set, mut unread } = fields;
    let usual = match sight.is_of_desk() {
        // What was said in confidence stays with who heard it, unless they say otherwise.
        true if T::NOUN == ContactNote::NOUN => Audience::HolderOnly,
        true => Audience::PublicAffairs,
        false => Audience::Public,
    };
    let audience = recording.audience.map(|audience| audience.0).unwrap_or_else(|| {
        let fact = AnyFact::from_json(T::NOUN, Value::Object(set.clone()));
        fact.map_or(usual, |fact| view.network().as_closed_as(&fact).max(usual))
    });
    set.insert("audience".into(), json!(audience));
    let fact = AnyFact::from_json(T::NOUN, Value::Object(set));
    if fact.is_err() && unread.is_empty() {
        // All values were read before, so this is for what somebody forgets to read.
        unread.push(Rejection::new(ErrorCode::InvalidValue, &path, "dit kan zo niet", "this cannot be so"));
    }
    let path: Vec<String> = path.into_iter().map(ToOwned::to_owned).collect();
    Read { made: fact.into_iter().map(|fact| Draft { fact, path: path.clone() }).collect(), unread }
}

/// What an id stands for, when it is of this noun.
pub(super) fn target<T: Fact>(id: &ID, name: &str) -> Read<Pointer> {
    let found = global_id::read::<T>(id).map(FactId::uuid);
    let unread = if found.is_none() { vec![no_such::<T>(id, &[name])] } else { Vec::new() };
    Read { made: Pointer { noun: T::NOUN, id: found.unwrap_or_default() }, unread }
}

/// A correction of some fields.
pub(super) fn correction(target: Read<Pointer>, fields: Fields<'_>) -> Read<Act> {
    let Fields { set, unread, .. } = fields;
    target.and(Read { made: set, unread }).map(|(target, set)| Act::Correct { target, set })
}
