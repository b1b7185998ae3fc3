//! How government, education and business are mixed in each line.

use network::coalition::HelixBalance;
use network::view::View;

use super::{Cell, Table, content_lines, line_cells, pointed};
use crate::exchange::WriteError;
use crate::export::asked::Asked;
use crate::export::value::Attribute;

const COLUMNS: &[Attribute] = &[
    Attribute::text("line"),
    Attribute::text("lineName"),
    Attribute::whole("members"),
    Attribute::whole("government"),
    Attribute::whole("education"),
    Attribute::whole("business"),
    Attribute::whole("intermediary"),
    Attribute::real("governmentShare"),
    Attribute::real("educationShare"),
    Attribute::real("businessShare"),
    Attribute::real("evenness"),
    Attribute::flag("tripartite"),
    Attribute::whole("initiatives"),
    Attribute::whole("tripartiteInitiatives"),
];

/// A row for each content line.
pub(super) fn helices<'a>(view: &'a View, asked: &'a Asked) -> Result<Table<'a>, WriteError> {
    Ok(Table::new(COLUMNS, move |each| {
        for line in content_lines(view) {
            let coalition = view.coalition(line);
            let members = coalition.members(asked.threshold).map(|standing| standing.organisation);
            let balance = HelixBalance::of(view, members.clone());
            let (shares, tripartite) = (balance.shares(), coalition.tripartite(view));
            let mut cells: Vec<Cell<'_>> = line_cells(view, line, asked.language).into();
            cells.push(Some(members.count().into()));
            cells.extend(shares.iter().map(|part| Some(part.count.into())));
            // Intermediaries are counted apart, and have no share.
            cells.extend(shares[..3].iter().map(|part| part.share.map(Into::into)));
            cells.extend([balance.evenness().map(Into::into), balance.tripartite().map(Into::into)]);
            let initiatives = [tripartite.map(|found| found.cases), tripartite.map(|found| found.all_three)];
            cells.extend(initiatives.map(|count| count.map(Into::into)));
            each(&cells, &[pointed(view, line)])?;
        }
        Ok(())
    }))
}
