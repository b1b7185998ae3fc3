//! What holds for the findings of all facts: properties over a network that breaks every rule which can be broken.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::testing::{complete, facts, shown, view_of};
use super::{RuleCode, findings};
use crate::facts::Language;
use crate::period::{Period, Tense};
use crate::source::Confidence;
use crate::view::View;

/// Breaks every rule that can be broken on some day.
fn broken() -> Value {
    complete(&json!({
        "organisations": [
            {"slug": "zwolle", "kind": "MUNICIPALITY", "helix": "GOVERNMENT", "layer": "MUNICIPAL"},
            {"slug": "school", "kind": "SCHOOL", "helix": "EDUCATION", "since": "2022"},
            {"slug": "bedrijf", "kind": "COMPANY", "helix": "BUSINESS", "until": "2025"},
        ],
        "names": [
            {"key": "n1", "organisation": "zwolle", "name": "Zwolle", "since": "2020"},
            {"key": "n2", "organisation": "zwolle", "name": "Swolle", "until": "2024"},
        ],
        "stakeholder_groups": [{"slug": "gemeenten", "helix": "GOVERNMENT"}, {"slug": "ondernemers", "helix": "BUSINESS"}],
        "group_memberships": [{"key": "m1", "group": "gemeenten", "organisation": "zwolle", "since": "2021"}],
        "programme_lines": [{"slug": "derde", "position": 3}, {"slug": "basis", "kind": "PRECONDITION", "position": 1}],
        "goals": [{"key": "werk", "agreement": "agenda"}],
        "initiatives": [
            {"slug": "programma", "kind": "PROGRAMME", "since": "2023", "until": "2026", "goals": "werk"},
            {"slug": "project", "since": "2021", "until": "2025", "knowledge": true},
            {"slug": "activiteit", "kind": "ACTIVITY", "since": "2022"},
        ],
        "initiative_parts": [
            {"key": "p1", "initiative": "programma", "programme_line": "economie", "share_pct": "60"},
            {"key": "p2", "initiative": "programma", "programme_line": "basis", "share_pct": "40"},
            {"key": "p3", "initiative": "project", "parent": "programma", "share_pct": "70"},
            {"key": "p4", "initiative": "project", "agreement": "deal"},
            {"key": "p5", "initiative": "activiteit", "parent": "project"},
        ],
        "bodies": [
            {"slug": "raden", "democratic": true, "in_chart": true},
            {"slug": "bestuur", "kind": "GENERAL_BOARD", "level": "POLITICAL", "organisation": "netwerk", "since": "2021"},
            {"slug": "schoolbestuur", "organisation": "school", "in_schedule": true, "until": "2025"},
            {"slug": "stuurgroep", "kind": "BOARD", "level": "POLITICAL", "steers_programme_lines": "derde", "parent": "bestuur"},
        ],
        "seats": [
            {"key": "z1", "body": "bestuur", "on_behalf_of": "zwolle;school"},
            {"key": "z2", "body": "bestuur", "on_behalf_of_group": "ondernemers", "since": "2023", "until": "2024"},
            {"key": "z3", "body": "stuurgroep", "on_behalf_of_group": "gemeenten"},
            {"key": "z4", "body": "stuurgroep", "on_behalf_of": "bedrijf", "since": "2022"},
        ],
        "agreements": [{"slug": "deal", "kind": "REGIO_DEAL", "since": "2022", "until": "2023", "status": "AWARDED"}],
        "decisions": [
            {"key": "d1", "body": "raden", "agreement": "agenda", "date": "2024-03"},
            {"key": "d2", "body": "bestuur", "outcome": "ENDORSED", "parent": "d1", "date": "2024-03-14"},
            {"key": "d3", "body": "bestuur", "initiative": "programma", "date": "2023"},
            {"key": "d4", "body": "schoolbestuur", "date": "2023"},
        ],
        "commitments": [
            {"key": "c1", "organisation": "zwolle", "initiative": "project", "since": "2022", "ratified_by": "d1"},
            {"key": "c2", "organisation": "school", "programme_line": "derde", "since": "2023", "until": "2025"},
            {"key": "c3", "organisation": "bedrijf", "agreement": "deal", "status": "INTENDED"},
        ],
        "contributions": [{"key": "b1", "commitment": "c2", "since": "2024"}],
        "meetings": [{"key": "v1", "body": "stuurgroep", "date": "2024-03-14", "papers_sent": "2024-03-15"}],
        "statements": [
            {"key": "s1", "agreement": "deal", "text_nl": "De agenda", "refers_to": "agenda"},
            {"key": "s2", "agreement": "deal", "text_nl": "De opgave"},
            {"key": "s3", "agreement": "deal", "kind": "ACTION_LINE"},
        ],
        "declared_counts": [
            {"key": "t1", "group": "gemeenten", "declared": 2},
            {"key": "t2", "body": "bestuur", "declared": 2},
            {"key": "t3", "agreement": "deal", "declared": 2},
        ],
    }))
}

fn lines(view: &View) -> Vec<String> {
    let line = |finding: &super::Finding| {
        format!("{} {} {} {}", finding.rule, finding.key, finding.message(Language::Nl), shown(view, finding))
    };
    findings(view).iter().map(line).collect()
}

/// The view's findings, apart from those about declared numbers, which stand also where their subject does not.
fn lines_without_counts(view: &View) -> Vec<String> {
    lines(view).into_iter().filter(|line| !line.starts_with(RuleCode::R18.code())).collect()
}

fn view(json: &Value, day: chrono::NaiveDate, least: Confidence) -> View {
    view_of(facts(json), day, least)
}

fn rows_mut(json: &mut Value) -> impl Iterator<Item = (&String, &mut Vec<Value>)> {
    json.as_object_mut().expect("an object").iter_mut().map(|(noun, rows)| (noun, rows.as_array_mut().expect("rows")))
}

fn key(row: &Value) -> &str {
    row.get("slug").or(row.get("key")).and_then(Value::as_str).expect("a key")
}

/// Where a field of a noun points, when it is a reference.
fn target(noun: &str, field: &str) -> Option<&'static str> {
    Some(match (noun, field) {
        ("initiative_parts", "parent") => "initiatives",
        ("bodies", "parent") => "bodies",
        ("decisions", "parent") => "decisions",
        (_, "organisation" | "on_behalf_of") => "organisations",
        (_, "group" | "on_behalf_of_group") => "stakeholder_groups",
        (_, "programme_line" | "steers_programme_lines") => "programme_lines",
        (_, "agreement" | "agenda" | "refers_to") => "agreements",
        (_, "body") => "bodies",
        (_, "initiative") => "initiatives",
        (_, "goals") => "goals",
        (_, "commitment") => "commitments",
        (_, "ratified_by") => "decisions",
        _ => return None,
    })
}

/// Whether a fact falls when nothing is left of this reference.
fn needs(noun: &str, field: &str) -> bool {
    match field {
        "body" | "group" | "on_behalf_of" | "on_behalf_of_group" | "commitment" => true,
        // An organ cannot be without its organisation either.
        "organisation" => true,
        "initiative" => noun != "decisions",
        "agreement" => noun != "decisions",
        "programme_line" => true,
        "parent" => noun == "initiative_parts",
        _ => false,
    }
}

/// The facts without these rows and what cannot be without them; other references to them are empty.
fn without(json: &Value, hidden: impl Fn(&Value) -> bool) -> Value {
    let mut json = json.clone();
    for (_, rows) in rows_mut(&mut json) {
        rows.retain(|row| !hidden(row));
    }
    loop {
        let left: BTreeSet<(String, String)> = rows_mut(&mut json)
            .flat_map(|(noun, rows)| rows.iter().map(|row| (noun.clone(), key(row).to_owned())))
            .collect();
        for (noun, rows) in rows_mut(&mut json) {
            rows.retain_mut(|row| {
                let fields: Vec<(String, Value)> = row
                    .as_object()
                    .expect("an object")
                    .iter()
                    .map(|(field, value)| (field.clone(), value.clone()))
                    .collect();
                fields.iter().all(|(field, value)| {
                    let (Some(target), Some(text)) = (target(noun, field), value.as_str()) else { return true };
                    let there: Vec<&str> = text
                        .split(';')
                        .filter(|part| left.contains(&(target.to_owned(), (*part).to_owned())))
                        .collect();
                    let several = ["goals", "on_behalf_of", "steers_programme_lines"].contains(&field.as_str());
                    row[field] = match there.as_slice() {
                        [] if several => json!(""),
                        [] => Value::Null,
                        there => json!(there.join(";")),
                    };
                    !there.is_empty() || !needs(noun, field)
                })
            });
        }
        let after = rows_mut(&mut json).map(|(_, rows)| rows.len()).sum::<usize>();
        if after == left.len() {
            return json;
        }
    }
}

fn any_day() -> impl Strategy<Value = chrono::NaiveDate> {
    (0u64..2600).prop_map(|days| "2019-06-01".parse::<chrono::NaiveDate>().expect("a day") + chrono::Days::new(days))
}

/// The broken network, each row but the cooperation's own as sure as chance wants.
fn any_confidences() -> impl Strategy<Value = Value> {
    proptest::collection::vec(0usize..6, 80).prop_map(|chances| {
        let mut json = broken();
        let mut chances = chances.into_iter().cycle();
        for (_, rows) in rows_mut(&mut json) {
            for row in rows.iter_mut().filter(|row| key(row) != "netwerk") {
                let codes = ["UNVERIFIED", "LOW", "MEDIUM"];
                row["confidence"] = json!(codes.get(chances.next().unwrap_or_default()).unwrap_or(&"HIGH"));
            }
        }
        json
    })
}

#[test]
fn every_rule_that_can_be_broken_is_broken_on_some_day() {
    let mut rules = BTreeSet::new();
    for day in ["2023-06-01", "2024-03-14", "2026-06-01"] {
        let view = view(&broken(), day.parse().expect("a day"), Confidence::Unverified);
        rules.extend(findings(&view).iter().map(|finding| finding.rule.code()));
    }
    let all = ["R01", "R04", "R05", "R06", "R07", "R09", "R11", "R12", "R13", "R14", "R17", "R18", "R19"];
    assert_eq!(rules.into_iter().collect::<Vec<_>>(), all);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn findings_have_an_order_and_keys_of_their_own_and_are_about_what_is_there(json in any_confidences(), day in any_day()) {
        let view = view(&json, day, Confidence::Low);
        let found = findings(&view);
        prop_assert!(found.windows(2).all(|pair| (pair[0].rule, &pair[0].key) < (pair[1].rule, &pair[1].key)));
        prop_assert!(found.iter().flat_map(|finding| &finding.subjects).all(|subject| view.sees(*subject).is_some()));
    }

    #[test]
    fn the_order_of_input_does_not_matter(seed in any::<u64>(), day in any_day()) {
        let mut shuffled = broken();
        for (_, rows) in rows_mut(&mut shuffled) {
            rows.sort_by_key(|row| {
                use std::hash::BuildHasher;
                rustc_hash::FxSeededState::with_seed(usize::try_from(seed >> 33).unwrap_or_default()).hash_one(key(row))
            });
        }
        prop_assert_eq!(
            lines(&view(&shuffled, day, Confidence::Unverified)),
            lines(&view(&broken(), day, Confidence::Unverified))
        );
    }

    #[test]
    fn a_view_finds_what_facts_without_the_less_sure_ones_have(json in any_confidences(), day in any_day()) {
        for least in [Confidence::Low, Confidence::Medium, Confidence::High] {
            let sure = without(&json, |row| {
                row.get("confidence").is_some_and(|code| code.as_str().expect("text").parse::<Confidence>().expect("a code") < least)
            });
            prop_assert_eq!(
                lines_without_counts(&view(&json, day, least)),
                lines_without_counts(&view(&sure, day, Confidence::Unverified))
            );
        }
    }

    #[test]
    fn a_view_finds_what_facts_without_the_later_ones_have(day in any_day()) {
        let begun = without(&broken(), |row| {
            let since = row.get("since").and_then(Value::as_str).map(|date| date.parse().expect("a date"));
            Period::new(since, None).span().tense(day) == Tense::Future
        });
        // Decisions and meetings stand in every view, also those of bodies to come.
        let dated = |line: &String| ["R01", "R09", "R13"].iter().any(|rule| line.starts_with(rule));
        let undated = |json: &Value| {
            let lines = lines_without_counts(&view(json, day, Confidence::Unverified));
            lines.into_iter().filter(|line| !dated(line)).collect::<Vec<_>>()
        };
        prop_assert_eq!(undated(&broken()), undated(&begun));
    }

    #[test]
    fn days_between_which_nothing_begins_or_ends_have_the_same_findings(day in any_day(), later in 1u64..200) {
        let one = view(&broken(), day, Confidence::Unverified);
        let other = one.on(day + chrono::Days::new(later));
        if one.key() == other.key() {
            prop_assert_eq!(lines(&one), lines(&other));
        }
    }
}
