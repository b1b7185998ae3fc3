//! What a mutation asks for: the act, on whose word, and what keeps it from being done twice or too late.

use std::fmt::Debug;

use async_graphql::ID;
use network::any_fact::AnyFact;
use network::facts::Fact;
use network::id::FactId;
use network::plan::{Act, Draft, ErrorCode, Rejection, Source, Target, wrong_text};
use network::slug::Slug;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::input::{Changing, Fields, Recording, not_found};
use crate::graphql::global_id;
use crate::writer::Idempotency;

/// The longest key of a client, in characters.
const KEY_CHARS: usize = 200;

/// What is asked for.
pub(super) struct Asked {
    pub(super) verb: &'static str,
    pub(super) act: Result<Act, Vec<Rejection>>,
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
    pub(super) fn recording(
        verb: &'static str,
        act: Result<Act, Vec<Rejection>>,
        recording: &Recording,
        input: &impl Debug,
    ) -> Self {
        match Because::recording(recording, input) {
            Ok(because) => Self { verb, act, because },
            Err(rejections) => Self { verb, act: Err(rejections), because: Because::default() },
        }
    }
}

impl Because {
    /// Of something new.
    ///
    /// * `input`: all of it, so that a key stands for one request.
    fn recording(recording: &Recording, input: &impl Debug) -> Result<Self, Vec<Rejection>> {
        let idempotency = match &recording.idempotency_key {
            Some(key) if wrong_text(key).is_some() || key.chars().count() > KEY_CHARS => {
                return Err(vec![Rejection::new(
                    ErrorCode::InvalidValue,
                    &["idempotencyKey"],
                    format!("een sleutel heeft 1 tot {KEY_CHARS} leesbare tekens"),
                    format!("a key has 1 to {KEY_CHARS} characters that can be read"),
                )]);
            }
            Some(key) => Some(Idempotency { key: key.clone(), request_hash: hash(input) }),
            None => None,
        };
        Ok(Self {
            source: recording.source.clone().map(Into::into),
            if_revision: None,
            reason: recording.reason.clone(),
            idempotency,
        })
    }

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

/// A new fact: its fields, those that every new fact has, and an id that nothing has yet.
///
/// * `key`: the field of the input that gives it a key, and the key; `None`: its id is its key.
pub(super) fn draft<T: Fact + Into<AnyFact>>(
    id: Uuid,
    key: Option<(&str, &str)>,
    mut fields: Fields<'_>,
    recording: &Recording,
) -> Result<Draft, Vec<Rejection>> {
    let confidence = recording.confidence.map_or("HIGH", |confidence| confidence.0.code());
    fields.set.insert("id".into(), json!(id.to_string()));
    // Facts without a name of their own have their id as key.
    let own = id.to_string();
    let (name, key) = key.unwrap_or((T::KEY_FIELD, &own));
    fields.read(T::KEY_FIELD, name, key.parse::<Slug>().map_err(|error| error.words()));
    fields.set.insert("source".into(), json!(""));
    fields.set.insert("confidence".into(), json!(confidence));
    fields.set.insert("note".into(), json!(recording.note));
    let Fields { path, set, refused, .. } = fields;
    if !refused.is_empty() {
        return Err(refused);
    }
    let fact = AnyFact::from_json(T::NOUN, Value::Object(set)).map_err(|_| {
        // All values were read before, so this is for what somebody forgets to read.
        vec![Rejection::new(ErrorCode::InvalidValue, &path, "dit kan zo niet", "this cannot be so")]
    })?;
    Ok(Draft { fact, path: path.into_iter().map(ToOwned::to_owned).collect() })
}

/// New facts and more of them: all, or everything that could not be found.
pub(super) fn together(
    first: Result<Vec<Draft>, Vec<Rejection>>,
    more: Result<Vec<Draft>, Vec<Rejection>>,
) -> Result<Vec<Draft>, Vec<Rejection>> {
    match (first, more) {
        (Ok(drafts), Ok(more)) => Ok([drafts, more].concat()),
        (Err(refused), Err(more)) => Err([refused, more].concat()),
        (Err(refused), Ok(_)) | (Ok(_), Err(refused)) => Err(refused),
    }
}

/// What an id stands for, when it is of this noun.
pub(super) fn target<T: Fact>(id: &ID, name: &str) -> Result<Target, Vec<Rejection>> {
    let found = global_id::read::<T>(id).map(|id| Target { noun: T::NOUN, id: id.uuid() });
    found.ok_or_else(|| vec![not_found(&[name])])
}

/// A correction of some fields.
pub(super) fn correction(target: Target, fields: Fields<'_>) -> Result<Act, Vec<Rejection>> {
    let Fields { set, refused, .. } = fields;
    if refused.is_empty() { Ok(Act::Correct { target, set }) } else { Err(refused) }
}
