//! JSON for Kumu: elements and connections.

use std::io::Write;

use serde_json::{Map, Value as Json};

use super::draw::Drawing;
use super::json::Lists;
use super::value::{Attribute, Value};
use crate::exchange::WriteError;

/// Writes it.
pub(super) fn write(drawing: &Drawing<'_>, out: &mut impl Write) -> Result<(), WriteError> {
    let network = drawing.view().network();
    let mut lists = Lists::new(out)?;
    lists.list("elements")?;
    drawing.nodes(&mut |node| {
        let mut element = values(node.values.values());
        // Kumu draws by type, and finds by label.
        let kind = element.get("noun").cloned().unwrap_or_default();
        element.insert("id".into(), node.ix.uuid(network).to_string().into());
        element.insert("label".into(), node.name.into());
        element.insert("type".into(), kind);
        lists.item(&element)
    })?;
    lists.list("connections")?;
    let direction = if drawing.is_directed() { "directed" } else { "undirected" };
    let mut at = 0u64;
    drawing.links(&mut |edge| {
        at += 1;
        let mut connection = values(edge.values.values());
        let kind = connection.get("kind").cloned().unwrap_or_default();
        connection.insert("id".into(), at.into());
        connection.insert("from".into(), edge.source.uuid(network).to_string().into());
        connection.insert("to".into(), edge.target.uuid(network).to_string().into());
        connection.insert("type".into(), kind);
        connection.insert("direction".into(), direction.into());
        lists.item(&connection)
    })?;
    lists.end()
}

fn values<'v, 'w: 'v>(values: impl Iterator<Item = (&'static Attribute, Option<&'v Value<'w>>)>) -> Map<String, Json> {
    let json = |value: &Value<'_>| match value {
        Value::Text(text) => Json::from(&**text),
        Value::Whole(number) => (*number).into(),
        Value::Real(number) => (*number).into(),
        Value::Flag(flag) => (*flag).into(),
    };
    values.filter_map(|(attribute, value)| Some((attribute.name.to_owned(), json(value?)))).collect()
}
