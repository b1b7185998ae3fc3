//! The guard: what a document must pass before the engine sees it.
//!
//! 1. its text: bytes, tokens, nesting of brackets ([`text`]);
//! 2. one parse, on a stack that bounded nesting cannot exhaust;
//! 3. its tree, each fragment measured once ([`measure`]), against costs from the schema's own text ([`table`]).
//!
//! The engine's own limits see none of: fragments that grow exponentially, aliases, nested values, `__typename`.

pub mod limits;
pub mod measure;
mod refusal;
pub mod table;
pub mod text;
mod variables;

use std::sync::Arc;

use async_graphql::{
    Positioned, Variables,
    parser::{
        self, parse_query,
        types::{DocumentOperations, ExecutableDocument, OperationDefinition, OperationType},
    },
};
use moka::sync::Cache;

pub use self::{limits::Limits, refusal::Refusal};
use self::{
    measure::{Measure, Surveyor},
    table::CostTable,
};
use crate::graphql::error::Code;

/// Lets documents through, or says why not.
pub struct Guard {
    limits: Limits,
    table: CostTable,
    /// Documents that were let through by their text and parsed. What depends on variables is checked each time.
    ///
    /// Measured on our own examples: a parse takes 15 to 20 times as long as a copy of the parsed document.
    parsed: Cache<String, Parsed>,
}

/// A parsed document and the bytes that it takes, at most.
#[derive(Clone)]
struct Parsed {
    document: Arc<ExecutableDocument>,
    weight: u32,
}

/// A document that was let through.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The parsed document, for the engine to execute without parsing again.
    pub document: Arc<ExecutableDocument>,
    /// What the chosen operation is.
    pub operation: OperationType,
    /// What the chosen operation costs.
    pub cost: u64,
    /// Whether its answer follows from the network, the day and who asks. Calendars that somebody made are kept beside it.
    pub is_of_the_network: bool,
}

impl Guard {
    /// A guard for the schema with this text.
    ///
    /// # Errors
    /// When the text is no schema.
    pub fn new(sdl: &str, limits: Limits) -> Result<Self, parser::Error> {
        let table = CostTable::from_sdl(sdl)?;
        let parsed = Cache::builder()
            .max_capacity(limits.cached_document_bytes)
            .weigher(|_, parsed: &Parsed| parsed.weight)
            .build();
        Ok(Self { limits, table, parsed })
    }

    /// The limits that are in force.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// What each field costs.
    #[must_use]
    pub fn table(&self) -> &CostTable {
        &self.table
    }

    /// Checks a request.
    ///
    /// # Errors
    /// The first limit or rule that it breaks.
    pub fn check(&self, text: &str, variables: &Variables, operation_name: Option<&str>) -> Result<Checked, Refusal> {
        variables::check(variables, &self.limits)?;
        let document = self.parse(text)?;
        let chosen = choose(&document.operations, operation_name)?;
        variables::given(&chosen.node, variables)?;
        let mut surveyor = Surveyor::new(&self.table, &self.limits, &document, variables);
        let mut cost = 0;
        // All operations are measured, for the validation reads the others too.
        for (_, operation) in document.operations.iter() {
            let measure = surveyor.operation(&operation.node)?;
            self.hold(measure, operation)?;
            if std::ptr::eq(operation, chosen) {
                cost = measure.cost;
            }
        }
        let others = surveyor.other_fragments()?;
        if others.selections > self.limits.expanded_fields {
            return Err(Refusal::limit("fields with fragments written out", self.limits.expanded_fields));
        }
        let operation = chosen.node.ty;
        Ok(Checked { operation, cost, document, is_of_the_network: !text.contains("calendarFeeds") })
    }

    fn parse(&self, text: &str) -> Result<Arc<ExecutableDocument>, Refusal> {
        // Before the cache, which would read the whole text to find it.
        text::hold_length(text, &self.limits)?;
        if let Some(Parsed { document, .. }) = self.parsed.get(text) {
            return Ok(document);
        }
        let size = text::measure_text(text, &self.limits)?;
        let document = Arc::new(parse_query(text).map_err(|error| syntax_refusal(&error))?);
        self.hold_counts(&document)?;
        let weight = u32::try_from(text.len() + size.tokens * BYTES_PER_TOKEN).unwrap_or(u32::MAX);
        self.parsed.insert(text.to_owned(), Parsed { document: Arc::clone(&document), weight });
        Ok(document)
    }

    fn hold_counts(&self, document: &ExecutableDocument) -> Result<(), Refusal> {
        let limits = &self.limits;
        let operations = document.operations.iter();
        if operations.len() > limits.operations {
            return Err(Refusal::limit("operations", limits.operations));
        }
        if document.fragments.len() > limits.fragments {
            return Err(Refusal::limit("fragments", limits.fragments));
        }
        for (_, operation) in operations {
            if operation.node.variable_definitions.len() > limits.variables {
                return Err(Refusal::limit("variables", limits.variables).at(operation.pos));
            }
        }
        Ok(())
    }

    fn hold(&self, measure: Measure, operation: &Positioned<OperationDefinition>) -> Result<(), Refusal> {
        let limits = &self.limits;
        for (amount, limit, what) in [
            (measure.selections, limits.expanded_fields, "fields with fragments written out"),
            (measure.depth, limits.depth, "fields inside each other"),
            (measure.fields_here, limits.root_fields, "fields at its root"),
            (measure.aliases, limits.aliases, "aliases with fragments written out"),
            (measure.directives, limits.directives, "directives with fragments written out"),
            (measure.introspection_lists, limits.introspection_lists, "lists inside each other in an introspection"),
        ] {
            if amount > limit {
                return Err(Refusal::limit(what, limit).at(operation.pos));
            }
        }
        if measure.cost > limits.complexity {
            let (cost, limit) = (measure.cost, limits.complexity);
            let message =
                format!("The operation costs {cost}, more than {limit}; ask for smaller pages or fewer lists.");
            return Err(Refusal::new(Code::CostLimit, message).at(operation.pos));
        }
        Ok(())
    }
}

/// Memory that a token takes in a parsed document, at most: a field of one letter, in a vector that has just doubled.
const BYTES_PER_TOKEN: usize = 1024;

fn choose<'a>(
    operations: &'a DocumentOperations,
    name: Option<&str>,
) -> Result<&'a Positioned<OperationDefinition>, Refusal> {
    let chosen = match (operations, name) {
        (DocumentOperations::Single(operation), None) => Some(operation),
        (DocumentOperations::Single(_), Some(_)) => None,
        (DocumentOperations::Multiple(named), None) if named.len() == 1 => named.values().next(),
        (DocumentOperations::Multiple(_), None) => {
            let message = "The document has several operations; operationName must choose one.";
            return Err(Refusal::new(Code::GraphqlValidationFailed, message));
        }
        (DocumentOperations::Multiple(named), Some(name)) => named.get(name),
    };
    chosen.ok_or_else(|| {
        Refusal::new(Code::GraphqlValidationFailed, "The document has no operation with the given operationName.")
    })
}

/// What the parser said, without the line of the document that it quotes.
fn syntax_refusal(error: &parser::Error) -> Refusal {
    let message = match error {
        parser::Error::Syntax { message, .. } => {
            let expected = message.rsplit_once("= ").map_or("not understood", |(_, expected)| expected.trim());
            format!("Syntax error: {expected}.")
        }
        parser::Error::OperationDuplicated { .. } => "An operation is defined twice.".to_owned(),
        parser::Error::FragmentDuplicated { .. } => "A fragment is defined twice.".to_owned(),
        parser::Error::RecursionLimitExceeded => "Selection sets are nested too deeply.".to_owned(),
        other => format!("The {other}."),
    };
    let mut refusal = Refusal::new(Code::GraphqlParseFailed, message);
    refusal.locations.extend(error.positions());
    refusal
}

#[cfg(test)]
mod tests {
    use async_graphql::parser::types::Selection;

    use super::*;

    #[test]
    fn the_weight_of_a_parsed_document_is_no_less_than_its_memory() {
        let shared_name = 64;
        assert!(2 * size_of::<Positioned<Selection>>() + shared_name <= BYTES_PER_TOKEN);
    }
}
