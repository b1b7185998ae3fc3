//! An answer as it travels: data or errors, and what the transport must know about it.

use async_graphql::{PathSegment, Pos, Value};
use network::facts::Language;
use serde::Serialize;

use super::{error::Code, guard::Refusal, objects::server::SignIn};

/// One entry of `errors`.
#[derive(Debug, Clone, Serialize)]
pub struct AnswerError {
    /// What is wrong, for people.
    pub message: String,
    /// Where in the document.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub locations: Vec<Pos>,
    /// Which field of the answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub path: Vec<PathSegment>,
    /// What programs read.
    pub extensions: ErrorExtensions,
}

/// The part of an error that programs read.
#[derive(Debug, Clone, Serialize)]
pub struct ErrorExtensions {
    /// What went wrong.
    pub code: Code,
    /// Under which id the log tells more; only for our own failures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub incident: Option<String>,
    /// Which part of the arguments cannot be used, from the outside in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub argument: Vec<String>,
    /// How people sign in by a page, told to who has to and brought no token.
    #[serde(rename = "signIn", skip_serializing_if = "Option::is_none")]
    pub sign_in: Option<SignIn>,
}

impl AnswerError {
    /// An error without a place.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        let extensions = ErrorExtensions { code, incident: None, argument: Vec::new(), sign_in: None };
        Self { message: message.into(), locations: Vec::new(), path: Vec::new(), extensions }
    }

    /// A refusal of the guard in this language.
    #[must_use]
    pub fn refusal(refusal: Refusal, language: Language) -> Self {
        Self { locations: refusal.locations, ..Self::new(refusal.code, refusal.message.told(language)) }
    }
}

/// What an operation costs, when the client asked for it.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Cost {
    /// What this operation costs, as the guard counts.
    pub requested: u64,
    /// What an operation may cost.
    pub limit: u64,
}

/// A GraphQL answer.
#[derive(Debug, Default, Serialize)]
pub struct Answer {
    /// Errors come first, so that people see them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<AnswerError>,
    /// `None` when nothing was executed, or nothing is left of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<Value>,
    /// What was asked for beside the data.
    #[serde(skip_serializing_if = "Extensions::is_empty")]
    pub extensions: Extensions,
}

/// The answer's own extensions.
#[derive(Debug, Default, Serialize)]
pub struct Extensions {
    /// What the operation costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<Cost>,
}

impl Extensions {
    fn is_empty(&self) -> bool {
        self.cost.is_none()
    }
}

impl Answer {
    /// An answer that holds one error and no data.
    #[must_use]
    pub fn refused(error: AnswerError) -> Self {
        Self { errors: vec![error], ..Self::default() }
    }

    /// Why there is no data; `None` when there is.
    #[must_use]
    pub fn failure(&self) -> Option<Code> {
        match self.data {
            Some(_) => None,
            None => Some(self.errors.first().map_or(Code::Internal, |error| error.extensions.code)),
        }
    }
}
