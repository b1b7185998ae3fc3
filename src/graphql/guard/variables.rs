//! Checks on the variables of a request.

use async_graphql::parser::types::OperationDefinition;
use async_graphql::{Value, Variables};

use super::{Limits, Refusal};
use crate::graphql::error::Code;
use crate::graphql::message::Message;

/// Refuses variables that hold too many values, or values too deep inside each other.
///
/// Literals in the document are bounded by its tokens; without this a client would move them into the variables.
///
/// # Errors
/// A limit that is exceeded.
pub(super) fn check(variables: &Variables, limits: &Limits) -> Result<(), Refusal> {
    let mut left = limits.variable_values;
    variables.values().try_for_each(|value| count(value, limits, limits.nesting, &mut left))
}

/// Refuses a request that leaves out a variable that its operation cannot be without. The engine would notice only when
/// a resolver asks for it.
///
/// # Errors
/// `BAD_USER_INPUT` with the variable and its type.
pub(super) fn given(operation: &OperationDefinition, variables: &Variables) -> Result<(), Refusal> {
    for definition in &operation.variable_definitions {
        let (ty, name) = (&definition.node.var_type.node, &definition.node.name.node);
        let value = variables.get(name).or_else(|| definition.node.default_value.as_ref().map(|default| &default.node));
        if !ty.nullable && value.is_none_or(|value| *value == Value::Null) {
            let message = Message::new(
                format!("De variabele ${name} van type {ty} is niet gegeven."),
                format!("The variable ${name} of type {ty} is not given."),
            );
            return Err(Refusal::told(Code::BadUserInput, message).at(definition.pos));
        }
    }
    Ok(())
}

fn count(value: &Value, limits: &Limits, room: usize, left: &mut usize) -> Result<(), Refusal> {
    *left = left.checked_sub(1).ok_or_else(|| refuse("values", limits.variable_values))?;
    let below = || room.checked_sub(1).ok_or_else(|| refuse("lists and objects inside each other", limits.nesting));
    match value {
        Value::List(items) => {
            let room = below()?;
            items.iter().try_for_each(|item| count(item, limits, room, left))
        }
        Value::Object(fields) => {
            let room = below()?;
            fields.values().try_for_each(|field| count(field, limits, room, left))
        }
        Value::Null | Value::Number(_) | Value::String(_) | Value::Boolean(_) | Value::Binary(_) | Value::Enum(_) => {
            Ok(())
        }
    }
}

fn refuse(what: &str, limit: usize) -> Refusal {
    Refusal::new(Code::CostLimit, format!("The variables have more than {limit} {what}."))
}
