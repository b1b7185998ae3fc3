//! Facts for tests, as JSON that says only what a test is about; the rest has a value that breaks no rule.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate};
use serde_json::{Map, Value, json};

use super::{Finding, RuleCode, findings};
use crate::facts::*;
use crate::for_each_noun;
use crate::id::FactId;
use crate::network::{Network, Revision};
use crate::source::Confidence;
use crate::view::View;

/// What every network of a test has, unless the test gives a row with the same key.
fn base() -> Value {
    json!({
        "cooperations": [{"slug": "netwerk", "organisation": "netwerk", "agenda": "agenda"}],
        "organisations": [{"slug": "netwerk"}],
        "programme_lines": [{"slug": "economie", "position": 1}, {"slug": "ruimte", "position": 2}],
        "agreements": [{"slug": "agenda", "kind": "AGENDA", "since": "2024", "until": "2028"}],
    })
}

/// What a row has that does not say otherwise; `=` stands for its key.
fn defaults(noun: &str) -> Value {
    match noun {
        "cooperations" => json!({"name_nl": "=", "legal_entity": false}),
        "organisations" => json!({"name_nl": "=", "kind": "OTHER", "helix": "INTERMEDIARY"}),
        "names" => json!({"language": "NL", "kind": "OFFICIAL"}),
        "stakeholder_groups" => json!({"name_nl": "=", "helix": "GOVERNMENT"}),
        "programme_lines" => json!({"name_nl": "=", "kind": "CONTENT"}),
        "goals" => json!({"text_nl": "="}),
        "initiatives" => json!({"name_nl": "=", "kind": "PROJECT", "example": false, "knowledge": false}),
        "initiative_parts" => json!({"share_pct": "100"}),
        "bodies" => {
            json!({"name_nl": "=", "kind": "OTHER", "democratic": false, "in_chart": false, "in_schedule": false})
        }
        "seats" => json!({"role": "MEMBER"}),
        "agreements" => json!({"name_nl": "=", "kind": "OTHER", "status": "RUNNING"}),
        "decisions" => json!({"title_nl": "=", "outcome": "ADOPTED", "date": "2024-01"}),
        "commitments" => json!({"status": "PLEDGED"}),
        "contributions" => json!({"kind": "BUDGET", "minimum": false}),
        "statements" => json!({"text_nl": "=", "kind": "BASIS", "position": 1}),
        "declared_counts" => json!({"what_nl": "="}),
        _ => json!({}),
    }
}

fn key(row: &Value) -> &str {
    row.get("slug").or(row.get("key")).and_then(Value::as_str).expect("a slug or key")
}

/// The rows of a test beside those that every network has.
pub(crate) fn complete(given: &Value) -> Value {
    let mut all = base();
    let all_nouns = all.as_object_mut().expect("an object");
    for (noun, rows) in given.as_object().expect("an object") {
        let rows = rows.as_array().expect("rows");
        let own = all_nouns.entry(noun).or_insert(json!([])).as_array_mut().expect("rows");
        own.retain(|row| !rows.iter().any(|given| key(given) == key(row)));
        own.extend(rows.iter().cloned());
    }
    all
}

/// JSON rows as facts.
pub(crate) fn facts(json: &Value) -> Facts {
    fn rows<T: Fact + serde::de::DeserializeOwned>(json: &Value) -> Vec<T> {
        let given = json.get(T::NOUN).and_then(Value::as_array).map_or(&[] as &[_], Vec::as_slice);
        given
            .iter()
            .map(|row| {
                let mut fields: Map<String, Value> = Map::new();
                fields.insert("source".into(), json!("test"));
                fields.insert("confidence".into(), json!("HIGH"));
                fields.extend(defaults(T::NOUN).as_object().expect("an object").clone());
                fields.extend(row.as_object().expect("an object").clone());
                for value in fields.values_mut().filter(|value| **value == json!("=")) {
                    *value = json!(key(row));
                }
                let mut fact: T = serde_json::from_value(Value::Object(fields)).expect(T::NOUN);
                fact.set_id(T::Id::from_key(key(row)));
                fact
            })
            .collect()
    }
    macro_rules! read {
        ($($noun:ident $fact:ident,)*) => { Facts { $($noun: rows::<$fact>(json),)* } };
    }
    for_each_noun!(read)
}

/// A view of facts.
pub(crate) fn view_of(facts: Facts, day: NaiveDate, least: Confidence) -> View {
    let revision = Revision { number: 1, recorded_at: DateTime::UNIX_EPOCH };
    let network = Network::build(facts, revision).expect("a network");
    View::new(Arc::new(network), day, least, Arc::default())
}

/// A view of the rows of a test beside those that every network has.
pub(crate) fn view(given: &Value, day: &str) -> View {
    view_of(facts(&complete(given)), day.parse().expect("a day"), Confidence::Unverified)
}

/// The findings of one rule, a line each.
pub(super) fn found(rule: RuleCode, given: &Value, day: &str) -> Vec<String> {
    let view = view(given, day);
    findings(&view).iter().filter(|finding| finding.rule == rule).map(|finding| shown(&view, finding)).collect()
}

/// A finding in one line: how grave, what about, what.
pub(super) fn shown(view: &View, finding: &Finding) -> String {
    let subjects: Vec<&str> = finding.subjects.iter().map(|node| node.key(view.network())).collect();
    format!("{} [{}] {}", finding.severity, subjects.join(" "), finding.message(Language::En))
}
