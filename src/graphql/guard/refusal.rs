//! Why the guard let a request not through.

use std::borrow::Cow;

use async_graphql::Pos;
use network::facts::Language;

use crate::graphql::error::Code;
use crate::graphql::message::Message;

/// A request that was refused before anything was executed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", message.told(Language::En))]
pub struct Refusal {
    /// What is wrong, for programs.
    pub code: Code,
    /// What is wrong, for people. Never quotes the document beyond names.
    pub message: Message,
    /// Where in the document, when that can be told.
    pub locations: Vec<Pos>,
}

impl Refusal {
    /// A refusal without a place, for the developer of a client: in English.
    pub fn new(code: Code, message: impl Into<Cow<'static, str>>) -> Self {
        Self::told(code, Message::english(message))
    }

    /// A refusal without a place, for whoever gave the input.
    #[must_use]
    pub fn told(code: Code, message: Message) -> Self {
        Self { code, message, locations: Vec::new() }
    }

    /// More of something than a limit allows.
    pub(super) fn limit(what: &str, limit: impl std::fmt::Display) -> Self {
        Self::new(Code::CostLimit, format!("The document has more than {limit} {what}."))
    }

    /// Text that is no GraphQL at this byte.
    pub(super) fn syntax(text: &str, byte: usize, message: &str) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|&c| c != '\n').count() + 1;
        Self::new(Code::GraphqlParseFailed, format!("Syntax error: {message}.")).at(Pos { line, column })
    }

    /// The same refusal with its place.
    #[must_use]
    pub fn at(mut self, pos: Pos) -> Self {
        self.locations.push(pos);
        self
    }
}
