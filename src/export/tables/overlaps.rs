//! Who is in two coalitions.

use network::coalition::Overlap;
use network::view::View;

use super::{Cell, Table, content_lines, line_cells, pointed};
use crate::exchange::WriteError;
use crate::export::asked::Asked;
use crate::export::value::Attribute;

const COLUMNS: &[Attribute] = &[
    Attribute::text("line"),
    Attribute::text("lineName"),
    Attribute::text("with"),
    Attribute::text("withName"),
    Attribute::whole("size"),
    Attribute::whole("withSize"),
    Attribute::whole("shared"),
    Attribute::whole("population"),
    Attribute::real("jaccard"),
    Attribute::real("overlapCoefficient"),
    Attribute::real("lift"),
    Attribute::real("pValue"),
];

/// A row for each two content lines, each pair once.
pub(super) fn overlaps<'a>(view: &'a View, asked: &'a Asked) -> Result<Table<'a>, WriteError> {
    Ok(Table::new(COLUMNS, move |each| {
        let lines = content_lines(view);
        for (at, line) in lines.iter().enumerate() {
            for with in &lines[at + 1..] {
                let overlap = Overlap::of(view, view.coalition(*line), view.coalition(*with), asked.threshold);
                let mut cells: Vec<Cell<'_>> = Vec::with_capacity(COLUMNS.len());
                cells.extend([*line, *with].into_iter().flat_map(|line| line_cells(view, line, asked.language)));
                let counts = [overlap.size, overlap.other_size, overlap.shared.len(), overlap.population];
                cells.extend(counts.map(|count| Some(count.into())));
                let ratios = [overlap.jaccard(), overlap.coefficient(), overlap.lift(), overlap.p_value()];
                cells.extend(ratios.map(|ratio| ratio.map(Into::into)));
                each(&cells, &[pointed(view, *line), pointed(view, *with)])?;
            }
        }
        Ok(())
    }))
}
