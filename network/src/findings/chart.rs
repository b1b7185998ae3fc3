//! R19: chart against schedule.

use super::finding::{Finding, RuleCode, both};
use crate::facts::Severity;
use crate::period::Tense;
use crate::view::View;

/// Bodies of the day that stand in the governance chart or in the meeting schedule only.
pub(super) fn in_one_only(view: &View) -> Vec<Finding> {
    let bodies = view.network().bodies.iter();
    bodies
        .filter(|(ix, row)| row.in_chart != row.in_schedule && view.sees(*ix) == Some(Tense::Current))
        .map(|(ix, row)| {
            let [nl, en] = both(&row.name_nl, row.name_en.as_deref());
            let message = if row.in_chart {
                [
                    format!("alleen in het organogram, niet in het vergaderschema: {nl}"),
                    format!("in the governance chart only, not in the meeting schedule: {en}"),
                ]
            } else {
                [
                    format!("alleen in het vergaderschema, niet in het organogram: {nl}"),
                    format!("in the meeting schedule only, not in the governance chart: {en}"),
                ]
            };
            Finding {
                rule: RuleCode::R19,
                severity: Severity::Info,
                key: row.slug.to_string(),
                subjects: vec![ix.into()],
                message,
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
    fn a_body_stands_in_chart_and_schedule_or_in_neither() {
        let facts = json!({"bodies": [
            {"slug": "beide", "in_chart": true, "in_schedule": true},
            {"slug": "geen"},
            {"slug": "organogram", "in_chart": true},
            {"slug": "schema", "in_schedule": true, "until": "2024"},
        ]});
        let chart = "INFO [organogram] in the governance chart only, not in the meeting schedule: organogram";
        let schedule = "INFO [schema] in the meeting schedule only, not in the governance chart: schema";
        assert_eq!(found(RuleCode::R19, &facts, "2024-12-31"), [chart, schedule]);
        assert_eq!(found(RuleCode::R19, &facts, "2025-01-01"), [chart]);
    }
}
