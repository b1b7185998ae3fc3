//! The messages of graphql-transport-ws.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::super::body::Posted;
use super::closing::Closing;
use crate::graphql::answer::{Answer, AnswerError};

/// What a client says.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(super) enum Incoming {
    /// Who it is; first of all.
    ConnectionInit {
        /// What it brings along.
        payload: Option<Map<String, Value>>,
    },
    /// Is somebody there?
    Ping {
        /// Goes back with the pong.
        payload: Option<Map<String, Value>>,
    },
    /// Somebody is.
    Pong {},
    /// Execute this.
    Subscribe {
        /// What answers shall name.
        id: String,
        /// What to execute.
        payload: Posted,
    },
    /// No more of that.
    Complete {
        /// The id of the operation.
        id: String,
    },
}

impl Incoming {
    /// Reads a message.
    ///
    /// # Errors
    /// How the connection ends when it cannot be understood.
    pub(super) fn read(text: &str) -> Result<Self, Closing> {
        // A list would pass as one of the fields in order.
        if !text.trim_start().starts_with('{') {
            return Err(Closing::bad_message("A message must be a JSON object"));
        }
        // What it fails on may be the client's own text, which is not sent back.
        let bad = |_| Closing::bad_message("The message is none of graphql-transport-ws");
        match serde_json::from_str(text).map_err(bad)? {
            Self::Subscribe { id, .. } | Self::Complete { id } if id.is_empty() => {
                Err(Closing::bad_message("The id must not be empty"))
            }
            Self::Subscribe { payload, .. } if !payload.names_a_document() => {
                Err(Closing::bad_message("The payload has neither query nor documentId"))
            }
            message => Ok(message),
        }
    }
}

/// What we say.
#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(super) enum Outgoing<'a> {
    /// You are in.
    ConnectionAck,
    /// Somebody is there.
    Pong {
        /// What came with the ping.
        #[serde(skip_serializing_if = "Option::is_none")]
        payload: Option<Map<String, Value>>,
    },
    /// An answer.
    Next {
        /// To which operation.
        id: &'a str,
        /// The answer.
        payload: &'a Answer,
    },
    /// The operation ended by this.
    Error {
        /// Which operation.
        id: &'a str,
        /// Why.
        payload: &'a [AnswerError],
    },
    /// All is told.
    Complete {
        /// Of which operation.
        id: &'a str,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_message_ends_the_connection() {
        for (text, is_read) in [
            (r#"{"type":"connection_init"}"#, true),
            (r#"{"type":"connection_init","payload":null}"#, true),
            (r#"{"type":"connection_init","payload":7}"#, false),
            (r#"{"type":"ping","payload":{"a":1}}"#, true),
            (r#"{"type":"pong"}"#, true),
            (r#"{"type":"subscribe","id":"1","payload":{"query":"{a}"}}"#, true),
            (r#"{"type":"subscribe","id":"1","payload":{"documentId":"sha256:1"}}"#, true),
            (r#"{"type":"subscribe","id":"1","payload":{"query":"{a}","variables":[]}}"#, false),
            (r#"{"type":"subscribe","id":"1","payload":{}}"#, false),
            (r#"{"type":"subscribe","id":"","payload":{"query":"{a}"}}"#, false),
            (r#"{"type":"subscribe","id":1,"payload":{"query":"{a}"}}"#, false),
            (r#"{"type":"subscribe","payload":{"query":"{a}"}}"#, false),
            (r#"{"type":"complete","id":"1"}"#, true),
            (r#"{"type":"complete"}"#, false),
            (r#"{"type":"next","id":"1"}"#, false),
            (r#"["ping"]"#, false),
            ("{", false),
            ("", false),
        ] {
            assert_eq!(Incoming::read(text).is_ok(), is_read, "{text}");
        }
    }
}
