//! Nodes and links of a projection.

use network::view::View;

use super::{Cell, Table, pointed};
use crate::exchange::WriteError;
use crate::export::asked::Asked;
use crate::export::draw::Drawing;
use crate::export::value::{Attribute, EDGE_ATTRIBUTES, NODE_ATTRIBUTES};

const OF_NODE: &[Attribute] = &[Attribute::text("id"), Attribute::text("label")];
const OF_LINK: &[Attribute] = &[Attribute::text("source"), Attribute::text("target")];

/// The nodes.
pub(super) fn nodes<'a>(view: &'a View, asked: &'a Asked) -> Result<Table<'a>, WriteError> {
    let drawing = Drawing::new(view, asked)?;
    Ok(Table::new(OF_NODE.iter().chain(NODE_ATTRIBUTES), move |each| {
        drawing.nodes(&mut |node| {
            let (noun, id) = pointed(view, node.ix);
            let mut cells: Vec<Cell<'_>> = vec![Some(id.to_string().into()), Some(node.name.into())];
            cells.extend(node.values.values().map(|(_, value)| value.cloned()));
            each(&cells, &[(noun, id)])
        })
    }))
}

/// The links.
pub(super) fn links<'a>(view: &'a View, asked: &'a Asked) -> Result<Table<'a>, WriteError> {
    let drawing = Drawing::new(view, asked)?;
    Ok(Table::new(OF_LINK.iter().chain(EDGE_ATTRIBUTES), move |each| {
        let network = view.network();
        drawing.links(&mut |edge| {
            let ends = [edge.source, edge.target].map(|end| Some(end.uuid(network).to_string().into()));
            let mut cells: Vec<Cell<'_>> = ends.into();
            cells.extend(edge.values.values().map(|(_, value)| value.cloned()));
            each(&cells, edge.fact.as_slice())
        })
    }))
}
