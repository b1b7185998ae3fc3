//! Values that turn out not to fit when their field is executed, as a number that is too large. The engine tells where the
//! argument stands in the document; which part of it, is found here.

use async_graphql::parser::types::{ExecutableDocument, Field, Selection, SelectionSet};
use async_graphql::{Pos, Positioned, Variables};
use async_graphql_value::{ConstValue, Number, Value};

use super::argument::{WrongArgument, expected};

/// How the engine begins; the type follows.
const ABOUT: [&str; 2] = ["Failed to parse \"", "Expected input type \""];

/// Around the range of a number, after the type.
const RANGE: [&str; 2] = [": Only integers from ", " are accepted."];

/// What was sent.
#[derive(Debug, Clone, Copy)]
pub struct Sent<'a> {
    /// The document.
    pub document: &'a ExecutableDocument,
    /// The values of its variables.
    pub variables: &'a Variables,
}

impl Sent<'_> {
    /// What does not fit; `None` when the engine says something else.
    ///
    /// * `at`: where the argument stands.
    #[must_use]
    pub fn unfit(&self, message: &str, at: Option<&Pos>) -> Option<WrongArgument> {
        let (ty, rest) = ABOUT.iter().find_map(|about| message.strip_prefix(about))?.split_once('"')?;
        let (name, value) = self.argument(at?)?;
        let mut path = vec![name.to_owned()];
        let range = rest.strip_prefix(RANGE[0]).and_then(|rest| rest.split_once(RANGE[1])?.0.split_once(" to "));
        let Some((least, most)) = range else { return Some(WrongArgument::at(path, &expected(ty))) };
        let fits = least.parse().ok()?..=most.parse().ok()?;
        let is_wrong = |number: &Number| number.as_i64().is_none_or(|number: i64| !fits.contains(&number));
        self.find(value, &is_wrong, &mut path);
        let nl = format!("verwacht een heel getal van {least} tot en met {most}");
        let en = format!("expected a whole number from {least} to {most}");
        Some(WrongArgument::at(path, &[nl, en]))
    }

    /// The argument whose value stands at a place of the document.
    fn argument(&self, at: &Pos) -> Option<(&str, &Value)> {
        let operations = self.document.operations.iter().map(|(_, operation)| &operation.node.selection_set.node);
        let fragments = self.document.fragments.values().map(|fragment| &fragment.node.selection_set.node);
        let mut left: Vec<&SelectionSet> = operations.chain(fragments).collect();
        while let Some(set) = left.pop() {
            for selection in &set.items {
                match &selection.node {
                    Selection::Field(Positioned { node: Field { arguments, selection_set, .. }, .. }) => {
                        if let Some((name, value)) = arguments.iter().find(|(_, value)| value.pos == *at) {
                            return Some((name.node.as_str(), &value.node));
                        }
                        left.push(&selection_set.node);
                    }
                    Selection::InlineFragment(fragment) => left.push(&fragment.node.selection_set.node),
                    Selection::FragmentSpread(_) => {}
                }
            }
        }
        None
    }

    /// Walks to the first number that does not fit; the path is what leads there, or as it was when there is none.
    fn find(&self, value: &Value, is_wrong: &impl Fn(&Number) -> bool, path: &mut Vec<String>) -> bool {
        let given = |name: &str| {
            let definitions = self.document.operations.iter().flat_map(|(_, one)| &one.node.variable_definitions);
            let mut defaults = definitions.filter(|definition| definition.node.name.node == name);
            let default = || defaults.find_map(|definition| Some(&definition.node.default_value.as_ref()?.node));
            self.variables.get(name).or_else(default)
        };
        match value {
            Value::Variable(name) => given(name).is_some_and(|value| find_const(value, is_wrong, path)),
            Value::Number(number) => is_wrong(number),
            Value::List(items) => step(items.iter().enumerate(), path, |item, path| self.find(item, is_wrong, path)),
            Value::Object(fields) => step(fields.iter(), path, |field, path| self.find(field, is_wrong, path)),
            _ => false,
        }
    }
}

fn find_const(value: &ConstValue, is_wrong: &impl Fn(&Number) -> bool, path: &mut Vec<String>) -> bool {
    match value {
        ConstValue::Number(number) => is_wrong(number),
        ConstValue::List(items) => step(items.iter().enumerate(), path, |item, path| find_const(item, is_wrong, path)),
        ConstValue::Object(fields) => step(fields.iter(), path, |field, path| find_const(field, is_wrong, path)),
        _ => false,
    }
}

/// Goes into each part until something is found there.
fn step<T>(
    parts: impl Iterator<Item = (impl ToString, T)>,
    path: &mut Vec<String>,
    mut find: impl FnMut(T, &mut Vec<String>) -> bool,
) -> bool {
    for (name, part) in parts {
        path.push(name.to_string());
        if find(part, path) {
            return true;
        }
        path.pop();
    }
    false
}
