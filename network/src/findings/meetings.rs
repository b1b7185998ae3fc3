//! R09: papers in time for democratic processes.

use super::finding::{Finding, RuleCode, both};
use crate::date::PartialDate;
use crate::facts::*;
use crate::view::View;
use crate::words::date_in_words;

/// Meetings whose papers were sent when the meeting was over. Lead times are configuration without a default, so nothing
/// sent before can be called late.
pub(super) fn late_papers(view: &View) -> Vec<Finding> {
    let network = view.network();
    let late = network.meetings.iter().filter(|(ix, row)| {
        // Only what is late on every reading of the dates: "March" is not after "14 March".
        let sent = row.papers_sent.and_then(PartialDate::earliest);
        let after = matches!((sent, row.date.latest()), (Some(sent), Some(met)) if sent > met);
        after && view.sees(*ix).is_some()
    });
    late.filter_map(|(ix, row)| {
        let body = network.bodies.by_id(row.body)?;
        Some(Finding {
            rule: RuleCode::R09,
            severity: Severity::Warning,
            key: row.key.to_string(),
            subjects: vec![ix.into(), body.into()],
            message: message(row, network.bodies.get(body), row.papers_sent?),
        })
    })
    .collect()
}

fn message(row: &Meeting, body: &Body, sent: PartialDate) -> [String; 2] {
    let [nl, en] = both(&body.name_nl, body.name_en.as_deref());
    let dates = |language| (date_in_words(row.date, language), date_in_words(sent, language));
    let ((met_nl, sent_nl), (met_en, sent_en)) = (dates(Language::Nl), dates(Language::En));
    [
        format!("de stukken voor de vergadering van {nl} ({met_nl}) zijn na afloop verstuurd: {sent_nl}"),
        format!("the papers for the meeting of {en} ({met_en}) were sent after it: {sent_en}"),
    ]
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::findings::testing::found;

    fn sent(papers: Option<&str>, met: &str) -> Vec<String> {
        let facts = json!({
            "bodies": [{"slug": "bestuur"}],
            "meetings": [{"key": "vergadering", "body": "bestuur", "date": met, "papers_sent": papers}],
        });
        found(RuleCode::R09, &facts, "2024-03-14")
    }

    #[test]
    fn papers_that_come_after_the_meeting_are_late() {
        assert_eq!(
            sent(Some("2024-03-15"), "2024-03-14"),
            [
                "WARNING [vergadering bestuur] the papers for the meeting of bestuur (14 March 2024) were sent after it: 15 March 2024"
            ]
        );
        for in_time in [None, Some("2024-03-01"), Some("2024-03-14"), Some("2024-03"), Some("[..2024-05]")] {
            assert!(sent(in_time, "2024-03-14").is_empty(), "{in_time:?}");
        }
        assert!(sent(Some("2024-03-15"), "2024-03").is_empty());
        assert_eq!(sent(Some("2024-04"), "2024-03").len(), 1);
    }
}
