//! What is computed of a view, as tables.

use std::io::Write;

use network::facts::{Language, ProgrammeLine};
use network::findings;
use network::period::Tense;
use network::table::Ix;
use network::view::View;

use super::asked::Asked;
use crate::exchange::{CsvTable, WriteError};

/// Programme lines that hold on the day, in the order of their places.
pub(super) fn lines(view: &View) -> Vec<Ix<ProgrammeLine>> {
    let network = view.network();
    let mut lines: Vec<_> =
        network.programme_lines.indices().filter(|ix| view.sees(*ix) == Some(Tense::Current)).collect();
    lines.sort_by_key(|ix| {
        let row = network.programme_lines.get(*ix);
        (row.position, row.id)
    });
    lines
}

/// Writes where each organisation stands towards each line: one row for each of which something is known.
pub(super) fn standings(view: &View, asked: &Asked, out: &mut impl Write) -> Result<(), WriteError> {
    let header = ["line", "lineName", "lineKind", "organisation", "name", "kind", "base", "status", "tier", "strength"];
    let mut table = CsvTable::new(out, &header)?;
    let network = view.network();
    for line in lines(view) {
        let row = network.programme_lines.get(line);
        let english = row.name_en.as_deref().filter(|_| asked.language == Language::En);
        for standing in view.coalition(line).standings() {
            let organisation = network.organisations.get(standing.organisation);
            table.row(&[
                &*row.slug,
                english.unwrap_or(&row.name_nl),
                row.kind.code(),
                &*organisation.slug,
                view.name(standing.organisation, asked.language),
                organisation.kind.code(),
                if standing.base { "true" } else { "false" },
                standing.status.code(),
                standing.tier.code(),
                &standing.strength.map(|strength| strength.to_string()).unwrap_or_default(),
            ])?;
        }
    }
    table.finish().map(drop)
}

/// Writes every finding, with the keys of what it is about.
pub(super) fn findings(view: &View, asked: &Asked, out: &mut impl Write) -> Result<(), WriteError> {
    let mut table = CsvTable::new(out, &["rule", "severity", "key", "subjects", "message"])?;
    for finding in findings::findings(view) {
        let subjects: Vec<String> = finding
            .subjects
            .iter()
            .map(|subject| format!("{}/{}", subject.table(), subject.key(view.network())))
            .collect();
        table.row(&[
            finding.rule.code(),
            finding.severity.code(),
            &finding.key,
            &subjects.join(" "),
            finding.message(asked.language),
        ])?;
    }
    table.finish().map(drop)
}
