//! Who sits together where: venues that share organisations.

use network::node::NodeIx;
use network::view::View;

use super::measures::unfit;
use super::{Cell, Table, pointed};
use crate::exchange::WriteError;
use crate::export::asked::Asked;
use crate::export::draw::projected;
use crate::export::nodes;
use crate::export::seen::Seen;
use crate::export::value::Attribute;

const COLUMNS: &[Attribute] = &[
    Attribute::text("noun"),
    Attribute::text("key"),
    Attribute::text("name"),
    Attribute::text("withNoun"),
    Attribute::text("with"),
    Attribute::text("withName"),
    Attribute::whole("size"),
    Attribute::text("organisations"),
];

/// A row for each two venues that share organisations, hubs left out, most shared first.
pub(super) fn interlocks<'a>(view: &'a View, asked: &'a Asked) -> Result<Table<'a>, WriteError> {
    let graph = projected(view, asked)?;
    let interlocks = graph.interlocks().map_err(unfit)?;
    Ok(Table::new(COLUMNS, move |each| {
        let seen = Seen::new(view, asked.days);
        let venue = |at: usize| nodes::of(&seen, NodeIx::from(graph.venues()[at].0), asked.language);
        for interlock in &interlocks {
            let venues = [interlock.one, interlock.other].map(venue);
            let organisations: Vec<NodeIx> = interlock.shared.iter().map(|at| graph.node(*at)).collect();
            let keys: Vec<&str> = organisations.iter().map(|node| node.key(view.network())).collect();
            let ends = venues.iter().map(|venue| venue.ix).chain(organisations.iter().copied());
            let shows: Vec<_> = ends.map(|node| pointed(view, node)).collect();
            let mut cells: Vec<Cell<'_>> = Vec::with_capacity(COLUMNS.len());
            for venue in venues {
                cells.extend([venue.values.noun, venue.values.key, Some(venue.name.into())]);
            }
            cells.extend([Some(keys.len().into()), Some(keys.join(" ").into())]);
            each(&cells, &shows)?;
        }
        Ok(())
    }))
}
