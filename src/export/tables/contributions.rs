//! What members bring to each line.

use network::facts::{Contribution, Fact};
use network::id::FactId;
use network::view::View;

use super::{Table, content_lines, line_cells, pointed};
use crate::exchange::WriteError;
use crate::export::asked::Asked;
use crate::export::value::{Attribute, code};

const COLUMNS: &[Attribute] = &[
    Attribute::text("line"),
    Attribute::text("lineName"),
    Attribute::text("organisation"),
    Attribute::text("name"),
    Attribute::text("standing"),
    Attribute::text("commitment"),
    Attribute::text("status"),
    Attribute::text("contribution"),
    Attribute::text("kind"),
    Attribute::text("unit"),
    Attribute::text("per"),
    Attribute::text("amount"),
    Attribute::text("counted"),
    Attribute::flag("minimum"),
    Attribute::flag("ratified"),
    Attribute::flag("realised"),
    Attribute::text("realisedOn"),
];

/// A row for each contribution that a member pledged, ratified or not, in each line for which it counts.
pub(super) fn contributions<'a>(view: &'a View, asked: &'a Asked) -> Result<Table<'a>, WriteError> {
    Ok(Table::new(COLUMNS, move |each| {
        let network = view.network();
        for line in content_lines(view) {
            let coalition = view.coalition(line);
            for standing in coalition.members(asked.threshold) {
                for counted in coalition.counted(view, standing) {
                    let row = network.contributions.get(counted.contribution);
                    let commitment = network.commitments.get(counted.commitment);
                    let [key, name] = line_cells(view, line, asked.language);
                    let cells = [
                        key,
                        name,
                        Some((&*network.organisations.get(standing.organisation).slug).into()),
                        Some(view.name(standing.organisation, asked.language).into()),
                        code(standing.status),
                        Some((&**commitment.key()).into()),
                        code(commitment.status),
                        Some((&**row.key()).into()),
                        code(row.kind),
                        row.unit.as_deref().map(Into::into),
                        row.per.as_deref().map(Into::into),
                        row.amount.map(Into::into),
                        counted.amount.map(Into::into),
                        Some(row.minimum.into()),
                        Some(counted.ratified.into()),
                        Some(counted.realised.into()),
                        row.realised_on.map(|date| date.to_string().into()),
                    ];
                    let shows = [
                        pointed(view, line),
                        pointed(view, standing.organisation),
                        pointed(view, counted.commitment),
                        (Contribution::NOUN, row.id.uuid()),
                    ];
                    each(&cells, &shows)?;
                }
            }
        }
        Ok(())
    }))
}
