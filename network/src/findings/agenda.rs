//! R08: one joint agenda of public affairs. Each topic has one holder, and stands on it once.

use super::finding::{Finding, RuleCode, both};
use crate::facts::*;
use crate::period::Tense;
use crate::table::Ix;
use crate::view::View;

/// Topics of the day that nobody holds, or that stand on the agenda twice.
pub(super) fn not_held_once(view: &View) -> Vec<Finding> {
    view.network().topics.indices().filter_map(|ix| topic(view, ix)).collect()
}

/// What is wrong with a topic of the day.
pub(super) fn topic(view: &View, ix: Ix<Topic>) -> Option<Finding> {
    let table = &view.network().topics;
    if view.fact(table, ix) != Some(Tense::Current) {
        return None;
    }
    let row = table.get(ix);
    let [nl, en] = both(&row.title_nl, row.title_en.as_deref());
    let message = if row.holder.is_none() {
        [format!("onderwerp zonder houder: {nl}"), format!("topic without a holder: {en}")]
    } else {
        // The one that was there first keeps its place; ids are as good as any order where that is not known.
        let key = |row: &Topic| (row.since.and_then(|date| date.earliest()), row.id);
        let same = |other: &Topic| other.title_nl.trim().to_lowercase() == row.title_nl.trim().to_lowercase();
        let twin = view.current(table, table.indices()).find(|(_, other)| same(other) && key(other) < key(row))?;
        on_agenda_as(&twin.1.slug, row)
    };
    Some(Finding {
        rule: RuleCode::R08,
        severity: Severity::Error,
        key: row.slug.to_string(),
        subjects: Vec::new(),
        message,
    })
}

/// That a topic stands on the agenda under another key already.
pub(crate) fn on_agenda_as(key: &str, row: &Topic) -> [String; 2] {
    let [nl, en] = both(&row.title_nl, row.title_en.as_deref());
    [
        format!("onderwerp staat al op de agenda, als {key}: {nl}"),
        format!("topic is on the agenda already, as {key}: {en}"),
    ]
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::findings::testing::found;

    fn topics(rows: &[(&str, &str, Value)]) -> Value {
        let row = |(slug, title, holder): &(&str, &str, Value)| {
            json!({ "slug": slug, "title_nl": title, "ask_nl": "meer", "status": "ACTIVE", "since": "2024", "until": "2025",
                "holder": holder })
        };
        json!({ "organisations": [{ "slug": "kampen" }], "topics": rows.iter().map(row).collect::<Vec<_>>() })
    }

    #[test]
    fn each_topic_has_a_holder() {
        let facts = topics(&[("a28", "A28", Value::Null), ("spoor", "Spoor", json!("kampen"))]);
        assert_eq!(found(RuleCode::R08, &facts, "2024-03-14"), ["ERROR [] topic without a holder: A28"]);
        assert!(found(RuleCode::R08, &facts, "2026-03-14").is_empty());
    }

    #[test]
    fn a_topic_stands_on_the_agenda_once() {
        let facts =
            topics(&[("een", "Verdubbel de A28", json!("kampen")), ("twee", "verdubbel de a28 ", json!("kampen"))]);
        let told = found(RuleCode::R08, &facts, "2024-03-14");
        assert_eq!(told.len(), 1);
        assert!(told[0].contains("topic is on the agenda already"), "{told:?}");
    }
}
