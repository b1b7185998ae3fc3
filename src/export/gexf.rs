//! GEXF 1.2, for Gephi: typed attributes, and days when all of them are drawn.

use std::io::Write;

use chrono::NaiveDate;
use network::period::Span;

use super::draw::Drawing;
use super::value::{Attribute, EDGE_ATTRIBUTES, Kind, NODE_ATTRIBUTES, Value};
use super::xml::Xml;
use crate::exchange::WriteError;

const NAMESPACE: &str = "http://www.gexf.net/1.2draft";

/// Writes it. A node or link that is not there on all days has its first and its last day.
pub(super) fn write(drawing: &Drawing<'_>, out: &mut impl Write) -> Result<(), WriteError> {
    let mut xml = Xml::new(out)?;
    xml.open("gexf", &[("xmlns", NAMESPACE), ("version", "1.2")])?;
    let (day, network) = (drawing.view().valid_at(), drawing.view().network());
    let recorded = network.revision().recorded_at.date_naive().to_string();
    xml.open("meta", &[("lastmodifieddate", &*recorded)])?;
    xml.text("creator", &[], "Drieklank")?;
    let days = if drawing.is_dynamic() { "all days".to_owned() } else { day.to_string() };
    xml.text("description", &[], &format!("{}, {days}, revision {}", drawing.title(), network.revision().number))?;
    xml.close("meta")?;
    let edges = if drawing.is_directed() { "directed" } else { "undirected" };
    if drawing.is_dynamic() {
        xml.open("graph", &[("defaultedgetype", edges), ("mode", "dynamic"), ("timeformat", "date")])?;
    } else {
        xml.open("graph", &[("defaultedgetype", edges), ("mode", "static")])?;
    }
    for (class, attributes) in [("node", NODE_ATTRIBUTES), ("edge", EDGE_ATTRIBUTES)] {
        xml.open("attributes", &[("class", class), ("mode", "static")])?;
        for Attribute { name, kind } in attributes {
            xml.empty("attribute", &[("id", *name), ("title", *name), ("type", type_of(*kind))])?;
        }
        xml.close("attributes")?;
    }
    xml.open("nodes", &[])?;
    drawing.nodes(&mut |node| {
        let id = node.ix.uuid(network).to_string();
        let days = Days::new(node.span, drawing.is_dynamic());
        xml.open("node", &days.and(&[("id", &*id), ("label", node.name)]))?;
        values(&mut xml, node.values.values())?;
        xml.close("node")
    })?;
    xml.close("nodes")?;
    xml.open("edges", &[])?;
    let mut at = 0u64;
    drawing.links(&mut |edge| {
        at += 1;
        let [source, target] = [edge.source, edge.target].map(|end| end.uuid(network).to_string());
        let days = Days::new(edge.span, drawing.is_dynamic());
        xml.open("edge", &days.and(&[("id", &*at.to_string()), ("source", &*source), ("target", &*target)]))?;
        values(&mut xml, edge.values.values())?;
        xml.close("edge")
    })?;
    xml.close("edges")?;
    xml.close("graph")?;
    xml.close("gexf")
}

/// The first and the last day of something; `None`: open.
struct Days {
    start: Option<String>,
    end: Option<String>,
}

impl Days {
    fn new(span: Span, is_dynamic: bool) -> Self {
        let start = Some(span.from).filter(|day| is_dynamic && *day != NaiveDate::MIN);
        let end = Some(span.to).filter(|day| is_dynamic && *day != NaiveDate::MAX).and_then(|day| day.pred_opt());
        Self { start: start.map(|day| day.to_string()), end: end.map(|day| day.to_string()) }
    }

    /// These attributes with those of the days.
    fn and<'a>(&'a self, attributes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        let start = self.start.as_deref().map(|day| ("start", day));
        let end = self.end.as_deref().map(|day| ("end", day));
        attributes.iter().copied().chain(start).chain(end).collect()
    }
}

fn values<'v, 'w: 'v>(
    xml: &mut Xml<impl Write>,
    values: impl Iterator<Item = (&'static Attribute, Option<&'v Value<'w>>)>,
) -> Result<(), WriteError> {
    xml.open("attvalues", &[])?;
    for (attribute, value) in values {
        if let Some(value) = value {
            xml.empty("attvalue", &[("for", attribute.name), ("value", &*value.text())])?;
        }
    }
    xml.close("attvalues")
}

fn type_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "string",
        Kind::Whole => "long",
        Kind::Real => "double",
        Kind::Flag => "boolean",
    }
}
