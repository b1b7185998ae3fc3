//! Every limit on documents and answers, in one place and in configuration.

use serde::{Deserialize, Serialize};

/// Limits on what a request may ask for. Each is inclusive: the limit itself is still allowed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Bytes of a request's body (1 MiB).
    pub body_bytes: usize,
    /// Seconds in which a body must have arrived (10).
    pub body_secs: u64,
    /// Bytes of a dataset that is sent to be imported (64 MiB); unpacked it may come to four times as much.
    pub import_bytes: usize,
    /// Seconds in which a dataset must have arrived (120).
    pub import_secs: u64,
    /// Bytes of a document (32,768).
    pub document_bytes: usize,
    /// Tokens of a document: names, values and punctuation (2,000).
    pub tokens: usize,
    /// Brackets of any kind inside each other, in a document and in variables (50).
    pub nesting: usize,
    /// Values in the variables, lists and objects counted with what they hold (5,000).
    pub variable_values: usize,
    /// Operations in a document (10).
    pub operations: usize,
    /// Fragments in a document (50).
    pub fragments: usize,
    /// Variables that an operation declares (100).
    pub variables: usize,
    /// Fields, fragment spreads and inline fragments of an operation, with fragments written out (1,000).
    pub expanded_fields: u64,
    /// Fields inside each other (15, the least that lets the introspection of GraphiQL through).
    pub depth: u64,
    /// Selection sets inside each other, with fragments written out (32, as async-graphql counts).
    pub recursion: u64,
    /// Fields at the root of an operation, with fragments written out (20).
    pub root_fields: u64,
    /// Aliases of an operation, with fragments written out (30).
    pub aliases: u64,
    /// Directives of an operation, with fragments written out (50).
    pub directives: u64,
    /// Lists inside each other in an introspection (3: types, their fields, their arguments).
    pub introspection_lists: u64,
    /// Cost of an operation (50,000): a field costs 1, and a list multiplies what is below it.
    pub complexity: u64,
    /// Items that a page counts for when neither `first` nor `last` is given (25).
    pub page_default: u64,
    /// Items that a page counts for at most (100); a resolver refuses to serve more.
    pub page_max: u64,
    /// Items that a list without pages counts for (10).
    pub list_items: u64,
    /// Items that a list of an introspection counts for (8, about what a type has fields); with 10, the introspection
    /// that GraphiQL asks for would cost too much.
    pub introspection_items: u64,
    /// Nodes that an answer may hold, counted while it is built (20,000).
    pub answer_nodes: u32,
    /// Milliseconds that a query may run (10,000). Mutations run to their end.
    pub query_millis: u64,
    /// Errors in an answer (20); the rest is left out.
    pub errors: usize,
    /// Characters of an error's message (300); the rest is cut off.
    pub message_chars: usize,
    /// Bytes that parsed documents may take, kept for the next time they are asked (8 MiB).
    pub cached_document_bytes: u64,
}

impl Limits {
    /// The name of a limit that is 0 and so lets no request through; `None` when there is none.
    #[must_use]
    pub fn forbids_all(&self) -> Option<&'static str> {
        macro_rules! zero {
            ($($limit:ident)*) => { [$((stringify!($limit), self.$limit == 0)),*] };
        }
        let zero = zero!(body_bytes body_secs document_bytes tokens nesting operations expanded_fields depth recursion
            root_fields complexity answer_nodes query_millis errors message_chars);
        zero.into_iter().find(|(_, is_zero)| *is_zero).map(|(name, _)| name)
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body_bytes: 1024 * 1024,
            body_secs: 10,
            import_bytes: 64 << 20,
            import_secs: 120,
            document_bytes: 32 * 1024,
            tokens: 2_000,
            nesting: 50,
            variable_values: 5_000,
            operations: 10,
            fragments: 50,
            variables: 100,
            expanded_fields: 1_000,
            depth: 15,
            recursion: 32,
            root_fields: 20,
            aliases: 30,
            directives: 50,
            introspection_lists: 3,
            complexity: 50_000,
            page_default: 25,
            page_max: 100,
            list_items: 10,
            introspection_items: 8,
            answer_nodes: 20_000,
            query_millis: 10_000,
            errors: 20,
            message_chars: 300,
            cached_document_bytes: 8 * 1024 * 1024,
        }
    }
}
