//! What clients may read of an error, and what stays in the log.

use std::{any::Any, error::Error as StdError};

use async_graphql::ServerError;
use network::facts::Language;
use tracing::error;
use uuid::Uuid;

use super::{
    answer::{AnswerError, ErrorExtensions},
    argument::WrongArgument,
    error::{ApiError, Code},
    guard::Limits,
    unfit::Sent,
};

/// Turns the errors of the engine into those of the answer to what was sent: few, short, with a code, and without anything
/// internal.
#[must_use]
pub fn mask(errors: Vec<ServerError>, sent: Sent<'_>, limits: &Limits, language: Language) -> Vec<AnswerError> {
    errors.into_iter().take(limits.errors).map(|error| mask_one(error, sent, limits, language)).collect()
}

fn mask_one(error: ServerError, sent: Sent<'_>, limits: &Limits, language: Language) -> AnswerError {
    let unfit = || sent.unfit(&error.message, error.locations.first());
    let mut masked = match error.source::<ApiError>() {
        Some(ours @ ApiError::Internal { .. }) => incident(ours),
        Some(ApiError::Client { code, message }) => AnswerError::new(*code, message.told(language)),
        // Only the engine raises errors without a path and a source: the document does not fit the schema.
        None if error.path.is_empty() && error.source.is_none() => match WrongArgument::read(&error.message) {
            Some(wrong) => wrong_argument(wrong, language),
            None => AnswerError::new(Code::GraphqlValidationFailed, &error.message),
        },
        None => match unfit().filter(|_| error.source.is_none()) {
            Some(wrong) => wrong_argument(wrong, language),
            None => incident(&Foreign(&error.message)),
        },
    };
    shorten(&mut masked.message, limits.message_chars);
    masked.locations = error.locations;
    masked.path = error.path;
    masked
}

fn wrong_argument(wrong: WrongArgument, language: Language) -> AnswerError {
    let mut error = AnswerError::new(Code::BadUserInput, wrong.message.told(language));
    error.extensions.argument = wrong.path;
    error
}

/// The answer to a resolver that panicked.
#[must_use]
pub fn mask_panic(panic: &(dyn Any + Send)) -> AnswerError {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    incident(&Panicked(text.unwrap_or("a panic without a text")))
}

/// Logs a failure of our own under a fresh id, which is all that the client gets.
#[must_use]
pub fn incident(failure: &dyn StdError) -> AnswerError {
    #[expect(clippy::disallowed_methods, reason = "it only finds the line in the log, and is no part of the network")]
    let id = Uuid::now_v7().to_string();
    let mut causes = String::new();
    let mut cause = failure.source();
    while let Some(source) = cause {
        causes.push_str(": ");
        causes.push_str(&source.to_string());
        cause = source.source();
    }
    error!(incident = %id, "A request failed: {failure}{causes}");
    AnswerError {
        extensions: ErrorExtensions {
            code: Code::Internal,
            incident: Some(id.clone()),
            argument: Vec::new(),
            sign_in: None,
        },
        ..AnswerError::new(Code::Internal, format!("Something went wrong on our side; the incident is {id}."))
    }
}

/// Cuts a message at so many characters.
fn shorten(message: &mut String, chars: usize) {
    if let Some((end, _)) = message.char_indices().nth(chars) {
        message.truncate(end);
    }
}

#[derive(Debug, thiserror::Error)]
#[error("a resolver raised an error that is not ours: {0}")]
struct Foreign<'a>(&'a str);

#[derive(Debug, thiserror::Error)]
#[error("a resolver panicked: {0}")]
struct Panicked<'a>(&'a str);
