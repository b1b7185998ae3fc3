//! Which rules are broken or open.

use network::findings;
use network::view::View;

use super::{Table, pointed};
use crate::exchange::WriteError;
use crate::export::asked::Asked;
use crate::export::value::{Attribute, code};

const COLUMNS: &[Attribute] = &[
    Attribute::text("rule"),
    Attribute::text("severity"),
    Attribute::text("key"),
    Attribute::text("subjects"),
    Attribute::text("message"),
];

/// Every finding, with the keys of what it is about.
pub(super) fn findings<'a>(view: &'a View, asked: &'a Asked) -> Result<Table<'a>, WriteError> {
    Ok(Table::new(COLUMNS, move |each| {
        for finding in findings::findings(view) {
            let subjects: Vec<String> = finding
                .subjects
                .iter()
                .map(|subject| format!("{}/{}", subject.table(), subject.key(view.network())))
                .collect();
            let shows: Vec<_> = finding.subjects.iter().map(|subject| pointed(view, *subject)).collect();
            let cells = [
                code(finding.rule),
                code(finding.severity),
                Some((&*finding.key).into()),
                Some(subjects.join(" ").into()),
                Some(finding.message(asked.language).into()),
            ];
            each(&cells, &shows)?;
        }
        Ok(())
    }))
}
