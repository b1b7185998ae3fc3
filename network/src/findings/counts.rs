//! R18: declared against known.

use super::finding::{Finding, RuleCode, both};
use crate::completeness::{Completeness, completeness};
use crate::facts::Severity;
use crate::view::View;

/// Numbers that a source states and that are not what is known.
pub(super) fn gaps(view: &View) -> Vec<Finding> {
    completeness(view)
        .iter()
        .filter(|counted| counted.declared != counted.known)
        .map(|counted| gap(view, counted))
        .collect()
}

fn gap(view: &View, counted: &Completeness) -> Finding {
    let row = view.network().declared_counts.get(counted.declared_count);
    let [nl, en] = both(&row.what_nl, row.what_en.as_deref());
    let Completeness { declared, known, .. } = counted;
    Finding {
        rule: RuleCode::R18,
        severity: Severity::Info,
        key: row.key.to_string(),
        subjects: vec![counted.subject],
        message: [
            format!("{nl}: {declared} opgegeven, {known} bekend"),
            format!("{en}: {declared} declared, {known} known"),
        ],
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::findings::testing::found;

    #[test]
    fn a_declared_number_that_is_not_the_known_one_is_a_gap() {
        let facts = json!({
            "bodies": [{"slug": "tafels"}, {"slug": "tafel-zorg", "parent": "tafels"}],
            "agreements": [{"slug": "deal", "since": "2025"}],
            "declared_counts": [
                {"key": "te-weinig", "body": "tafels", "declared": 9},
                {"key": "te-veel", "body": "tafels", "declared": 0},
                {"key": "gelijk", "body": "tafels", "declared": 1},
                {"key": "nog-niet-begonnen", "agreement": "deal", "declared": 18},
            ],
        });
        assert_eq!(
            found(RuleCode::R18, &facts, "2024-03-14"),
            [
                "INFO [] nog-niet-begonnen: 18 declared, 0 known",
                "INFO [tafels] te-veel: 0 declared, 1 known",
                "INFO [tafels] te-weinig: 9 declared, 1 known",
            ]
        );
    }
}
