//! GraphML: a graph with typed attributes, as networkx, igraph, yEd and Gephi read it.

use std::io::Write;

use super::draw::Drawing;
use super::value::{Attribute, EDGE_ATTRIBUTES, Kind, NODE_ATTRIBUTES, Value};
use super::xml::Xml;
use crate::exchange::WriteError;

const NAMESPACE: &str = "http://graphml.graphdrawing.org/xmlns";

/// Writes it. The name of a node is its attribute `label`.
pub(super) fn write(drawing: &Drawing<'_>, out: &mut impl Write) -> Result<(), WriteError> {
    let mut xml = Xml::new(out)?;
    xml.open("graphml", &[("xmlns", NAMESPACE)])?;
    xml.empty("key", &[("id", "label"), ("for", "node"), ("attr.name", "label"), ("attr.type", "string")])?;
    for (for_what, mark, attributes) in [("node", "n", NODE_ATTRIBUTES), ("edge", "e", EDGE_ATTRIBUTES)] {
        for Attribute { name, kind } in attributes {
            let id = format!("{mark}.{name}");
            let declared = [("id", &*id), ("for", for_what), ("attr.name", *name), ("attr.type", type_of(*kind))];
            xml.empty("key", &declared)?;
        }
    }
    let direction = if drawing.is_directed() { "directed" } else { "undirected" };
    xml.open("graph", &[("id", drawing.title()), ("edgedefault", direction)])?;
    let network = drawing.view().network();
    drawing.nodes(&mut |node| {
        xml.open("node", &[("id", &*node.ix.uuid(network).to_string())])?;
        xml.text("data", &[("key", "label")], node.name)?;
        data(&mut xml, "n", node.values.values())?;
        xml.close("node")
    })?;
    let mut at = 0u64;
    drawing.links(&mut |edge| {
        at += 1;
        let [source, target] = [edge.source, edge.target].map(|end| end.uuid(network).to_string());
        xml.open("edge", &[("id", &*at.to_string()), ("source", &*source), ("target", &*target)])?;
        data(&mut xml, "e", edge.values.values())?;
        xml.close("edge")
    })?;
    xml.close("graph")?;
    xml.close("graphml")
}

fn data<'v, 'w: 'v>(
    xml: &mut Xml<impl Write>,
    mark: &str,
    values: impl Iterator<Item = (&'static Attribute, Option<&'v Value<'w>>)>,
) -> Result<(), WriteError> {
    for (attribute, value) in values {
        if let Some(value) = value {
            xml.text("data", &[("key", &*format!("{mark}.{}", attribute.name))], &value.text())?;
        }
    }
    Ok(())
}

fn type_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "string",
        Kind::Whole => "long",
        Kind::Real => "double",
        Kind::Flag => "boolean",
    }
}
