//! Nodes and links as tables.

use std::io::Write;

use super::draw::Drawing;
use super::value::{Attribute, EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Value};
use crate::exchange::{CsvTable, WriteError};

/// Writes the nodes.
pub(super) fn nodes(drawing: &Drawing<'_>, out: &mut impl Write) -> Result<(), WriteError> {
    let header: Vec<&str> = ["id", "label"].into_iter().chain(names(NODE_ATTRIBUTES)).collect();
    let mut table = CsvTable::new(out, &header)?;
    let network = drawing.view().network();
    drawing.nodes(&mut |node| {
        let mut row = vec![node.ix.uuid(network).to_string(), node.name.to_owned()];
        row.extend(node.values.values().map(|(_, value)| text(value)));
        table.row(&row)
    })?;
    table.finish().map(drop)
}

/// Writes the links.
pub(super) fn links(drawing: &Drawing<'_>, out: &mut impl Write) -> Result<(), WriteError> {
    let header: Vec<&str> = ["source", "target"].into_iter().chain(names(EDGE_ATTRIBUTES)).collect();
    let mut table = CsvTable::new(out, &header)?;
    let network = drawing.view().network();
    drawing.links(&mut |edge| {
        let mut row = vec![edge.source.uuid(network).to_string(), edge.target.uuid(network).to_string()];
        row.extend(edge.values.values().map(|(_, value)| text(value)));
        table.row(&row)
    })?;
    table.finish().map(drop)
}

fn names(attributes: &'static [Attribute]) -> impl Iterator<Item = &'static str> {
    attributes.iter().map(|attribute| attribute.name)
}

fn text(value: Option<&Value<'_>>) -> String {
    value.map(|value| value.text().into_owned()).unwrap_or_default()
}
