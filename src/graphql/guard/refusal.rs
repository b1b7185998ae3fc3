//! Why the guard let a request not through.

use async_graphql::Pos;

use crate::graphql::error::Code;

/// A request that was refused before anything was executed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Refusal {
    /// What is wrong, for programs.
    pub code: Code,
    /// What is wrong, for people. Never quotes the document beyond names.
    pub message: String,
    /// Where in the document, when that can be told.
    pub locations: Vec<Pos>,
}

impl Refusal {
    /// A refusal without a place.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), locations: Vec::new() }
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
