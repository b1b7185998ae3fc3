//! Errors that a client may see, each with a code that stays the same.

use std::borrow::Cow;
use std::error::Error as StdError;

use network::facts::Language;
use serde::Serialize;

use super::message::Message;

/// What went wrong, in a word that programs may rely on: `errors[].extensions.code`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Code {
    /// The body or the parameters are no GraphQL request.
    BadRequest,
    /// An argument or variable cannot be used.
    BadUserInput,
    /// The document is larger, deeper or dearer than a limit allows.
    CostLimit,
    /// The text is no GraphQL document.
    GraphqlParseFailed,
    /// The document does not fit the schema.
    GraphqlValidationFailed,
    /// No trusted document has this id.
    DocumentNotFound,
    /// This server executes trusted documents only.
    DocumentNotTrusted,
    /// The operation may not travel by this method or transport.
    MethodNotAllowed,
    /// None of the accepted media types can be served.
    NotAcceptable,
    /// The body's media type, character set or encoding is not read here.
    UnsupportedMediaType,
    /// The body is larger than the limit.
    PayloadTooLarge,
    /// The body did not arrive in time.
    RequestTimeout,
    /// Nobody is known to ask, and this needs somebody.
    Unauthenticated,
    /// Who asks may not do this.
    Forbidden,
    /// The client does too much at the same time.
    TooManyRequests,
    /// A condition asks that someone stays out.
    NotMonotone,
    /// The graph has more nodes or links than one answer may hold.
    GraphTooLarge,
    /// The graph has no nodes: nothing can be measured of it.
    GraphEmpty,
    /// The server cannot answer now (starting, or its data are gone).
    Unavailable,
    /// The answer took longer than the limit.
    Timeout,
    /// Our own failure; the message carries the id under which the log tells more.
    Internal,
}

impl Code {
    /// The code as clients read it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BadRequest => "BAD_REQUEST",
            Self::BadUserInput => "BAD_USER_INPUT",
            Self::CostLimit => "COST_LIMIT",
            Self::GraphqlParseFailed => "GRAPHQL_PARSE_FAILED",
            Self::GraphqlValidationFailed => "GRAPHQL_VALIDATION_FAILED",
            Self::DocumentNotFound => "DOCUMENT_NOT_FOUND",
            Self::DocumentNotTrusted => "DOCUMENT_NOT_TRUSTED",
            Self::MethodNotAllowed => "METHOD_NOT_ALLOWED",
            Self::NotAcceptable => "NOT_ACCEPTABLE",
            Self::UnsupportedMediaType => "UNSUPPORTED_MEDIA_TYPE",
            Self::PayloadTooLarge => "PAYLOAD_TOO_LARGE",
            Self::RequestTimeout => "REQUEST_TIMEOUT",
            Self::Unauthenticated => "UNAUTHENTICATED",
            Self::Forbidden => "FORBIDDEN",
            Self::TooManyRequests => "TOO_MANY_REQUESTS",
            Self::NotMonotone => "NOT_MONOTONE",
            Self::GraphTooLarge => "GRAPH_TOO_LARGE",
            Self::GraphEmpty => "GRAPH_EMPTY",
            Self::Unavailable => "UNAVAILABLE",
            Self::Timeout => "TIMEOUT",
            Self::Internal => "INTERNAL",
        }
    }

    /// The HTTP status of an answer that has no data because of this.
    #[must_use]
    pub fn status(self) -> u16 {
        match self {
            Self::BadRequest
            | Self::BadUserInput
            | Self::CostLimit
            | Self::GraphqlParseFailed
            | Self::GraphqlValidationFailed
            | Self::DocumentNotFound
            | Self::NotMonotone
            | Self::GraphTooLarge
            | Self::GraphEmpty => 400,
            Self::Unauthenticated => 401,
            Self::Forbidden | Self::DocumentNotTrusted => 403,
            Self::MethodNotAllowed => 405,
            Self::NotAcceptable => 406,
            Self::RequestTimeout => 408,
            Self::PayloadTooLarge => 413,
            Self::UnsupportedMediaType => 415,
            Self::TooManyRequests => 429,
            Self::Internal => 500,
            Self::Unavailable => 503,
            Self::Timeout => 504,
        }
    }

    /// Whether the request was well formed and only its document or variables were wrong.
    ///
    /// `application/json`, the media type from before the GraphQL-over-HTTP draft, answers these with 200.
    #[must_use]
    pub fn is_about_the_document(self) -> bool {
        matches!(
            self,
            Self::BadUserInput
                | Self::CostLimit
                | Self::GraphqlParseFailed
                | Self::GraphqlValidationFailed
                | Self::DocumentNotFound
                | Self::NotMonotone
                | Self::GraphTooLarge
                | Self::GraphEmpty
        )
    }
}

/// What a resolver raises. async-graphql keeps it as the source of its own error, where masking finds the code.
#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    /// A mistake that the client can fix; the message says which argument and why.
    #[error("{}", message.told(Language::En))]
    Client {
        /// One of the codes that blame the request.
        code: Code,
        /// What to do better, without anything from a driver or library.
        message: Message,
    },
    /// Our own failure. Clients see an incident id; the log gets this and its sources.
    #[error("failed to {doing}")]
    Internal {
        /// What we were doing, as in "failed to …".
        doing: &'static str,
        /// Why it failed.
        #[source]
        source: Box<dyn StdError + Send + Sync>,
    },
}

impl ApiError {
    /// A mistake of the client with its code, in words in Dutch and in English.
    pub fn new(code: Code, nl: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Self {
        Self::Client { code, message: Message::new(nl, en) }
    }

    /// An argument or variable that cannot be used, in words in Dutch and in English.
    pub fn bad_user_input(nl: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Code::BadUserInput, nl, en)
    }

    /// A failure of our own.
    pub fn internal(doing: &'static str, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::Internal { doing, source: source.into() }
    }

    /// The code that the client sees.
    #[must_use]
    pub fn code(&self) -> Code {
        match self {
            Self::Client { code, .. } => *code,
            Self::Internal { .. } => Code::Internal,
        }
    }
}
