//! R07: knowledge is shared, also outside.

use super::finding::{Finding, RuleCode, both};
use crate::facts::Severity;
use crate::period::Tense;
use crate::view::View;

/// Knowledge activities that are over and whose results were not shared. Sharing is a dated moment and so known in every
/// view, like a meeting or a decision.
pub(super) fn not_shared(view: &View) -> Vec<Finding> {
    let unshared = view
        .network()
        .initiatives
        .iter()
        .filter(|(ix, row)| row.knowledge && row.results_shared.is_none() && view.sees(*ix) == Some(Tense::Ended));
    unshared
        .map(|(ix, row)| {
            let [nl, en] = both(&row.name_nl, row.name_en.as_deref());
            Finding {
                rule: RuleCode::R07,
                severity: Severity::Info,
                key: row.slug.to_string(),
                subjects: vec![ix.into()],
                message: [
                    format!("{nl} is afgerond; dat de uitkomsten zijn gedeeld, is niet bekend"),
                    format!("{en} has ended; no sharing of its results is known"),
                ],
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::findings::testing::found;

    #[test]
    fn a_knowledge_activity_that_is_over_has_shared_its_results() {
        let facts = json!({"initiatives": [
            {"slug": "onderzoek", "knowledge": true, "until": "2023"},
            {"slug": "gedeeld", "knowledge": true, "until": "2023", "results_shared": "2024-02"},
            {"slug": "geen-kennis", "until": "2023"},
        ]});
        assert_eq!(
            found(RuleCode::R07, &facts, "2024-01-01"),
            ["INFO [onderzoek] onderzoek has ended; no sharing of its results is known"]
        );
        assert!(found(RuleCode::R07, &facts, "2023-12-31").is_empty());
    }
}
