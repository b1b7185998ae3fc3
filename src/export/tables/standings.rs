//! Where each organisation stands towards each line.

use network::view::View;

use super::{Table, line_cells, lines, pointed};
use crate::exchange::WriteError;
use crate::export::asked::Asked;
use crate::export::value::{Attribute, code};

const COLUMNS: &[Attribute] = &[
    Attribute::text("line"),
    Attribute::text("lineName"),
    Attribute::text("lineKind"),
    Attribute::text("organisation"),
    Attribute::text("name"),
    Attribute::text("kind"),
    Attribute::flag("base"),
    Attribute::text("status"),
    Attribute::text("tier"),
    Attribute::real("strength"),
];

/// One row for each of which something is known.
pub(super) fn standings<'a>(view: &'a View, asked: &'a Asked) -> Result<Table<'a>, WriteError> {
    Ok(Table::new(COLUMNS, move |each| {
        let network = view.network();
        for line in lines(view) {
            let coalition = view.coalition(line);
            for standing in coalition.standings() {
                let organisation = network.organisations.get(standing.organisation);
                let [key, name] = line_cells(view, line, asked.language);
                let cells = [
                    key,
                    name,
                    code(coalition.kind()),
                    Some((&*organisation.slug).into()),
                    Some(view.name(standing.organisation, asked.language).into()),
                    code(organisation.kind),
                    Some(standing.base.into()),
                    code(standing.status),
                    code(standing.tier),
                    standing.strength.map(Into::into),
                ];
                each(&cells, &[pointed(view, line), pointed(view, standing.organisation)])?;
            }
        }
        Ok(())
    }))
}
