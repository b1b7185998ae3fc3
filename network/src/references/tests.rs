//! What is wrong with facts is named with its noun, key and field.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::facts::*;
use crate::id::FactId;
use crate::network::Network;
use crate::testing::{facts, revision};

/// Every noun with a row, and a network without problems.
fn all_nouns() -> Facts {
    let mut all = facts(
        "municipality Zwolle partner; province Overijssel; group Gemeenten; member Zwolle of Gemeenten
         line Economie; agreement Agenda covers Economie; programme LLO part of Economie
         council Raad of Zwolle; body Stuurgroep political steers Economie steers LLO
         seat Stuurgroep chair for Zwolle; seat Raad member for Gemeenten
         signature Zwolle under Agenda ratified by Raad on 2023; pledge Zwolle to LLO budget ratified by Raad on 2023",
    );
    let fact = json!({ "source": "deck:PAGE", "confidence": "HIGH" });
    all.documents = rows(&fact, json!({ "key": "deck", "title_nl": "Presentatie", "kind": "PRESENTATION" }));
    all.merged_organisations = rows(&fact, json!({ "slug": "gemeente-swolle", "into": "zwolle" }));
    all.names = rows(
        &fact,
        json!({ "key": "n", "organisation": "zwolle", "name": "Zwolle", "language": "NL", "kind": "ALIAS" }),
    );
    all.identifiers = rows(&fact, json!({ "key": "i", "organisation": "zwolle", "scheme": "CBS", "value": "GM0193" }));
    all.contacts =
        rows(&fact, json!({ "key": "c", "organisation": "zwolle", "kind": "WEBSITE", "value": "https://zwolle.nl" }));
    all.municipality_statistics = rows(&fact, json!({ "key": "m", "organisation": "zwolle", "inhabitants": 130000 }));
    all.relations = rows(
        &fact,
        json!({ "key": "r", "from_organisation": "zwolle", "to_group": "gemeenten", "kind": "REPRESENTS" }),
    );
    all.goals = rows(&fact, json!({ "key": "g", "agreement": "agenda", "text_nl": "Doel" }));
    all.ambitions = rows(&fact, json!({ "key": "a", "initiative": "llo", "level": "BASE", "text_nl": "Ambitie" }));
    all.measures = rows(
        &fact,
        json!({ "key": "m", "ambition": "a", "name": "trajecten", "unit": "trajectory", "approximate": false, "reference": false }),
    );
    all.persons = rows(&fact, json!({ "slug": "peter", "name": "Peter" }));
    all.offices =
        rows(&fact, json!({ "key": "o", "person": "peter", "organisation": "zwolle", "label_nl": "burgemeester" }));
    all.milestones = rows(
        &fact,
        json!({ "slug": "start", "text_nl": "Start", "date": "2024", "kind": "MOMENT", "year_inferred": false }),
    );
    all.meetings = rows(&fact, json!({ "key": "b", "body": "raad", "date": "2024-03-14" }));
    all.rules = rows(
        &fact,
        json!({ "key": "R01", "title_nl": "", "title_en": "", "text_nl": "", "text_en": "", "severity": "ERROR", "ours": false }),
    );
    all.statements = rows(&fact, json!({ "key": "s", "kind": "CLAIM", "position": 1, "text_nl": "Bewering" }));
    all.declared_counts =
        rows(&fact, json!({ "key": "d", "group": "gemeenten", "declared": 22, "what_nl": "gemeenten" }));
    desk(&mut all, &fact);
    all
}

/// One row of each noun of the desk.
fn desk(all: &mut Facts, fact: &Value) {
    all.person_contacts =
        rows(fact, json!({ "key": "p", "person": "peter", "kind": "PHONE", "value": "038", "holder": "zwolle" }));
    all.ties = rows(fact, json!({ "key": "t", "from_person": "peter", "to_person": "peter", "strength": "STRONG" }));
    all.topics = rows(
        fact,
        json!({ "slug": "a28", "title_nl": "A28", "ask_nl": "meer", "status": "ACTIVE", "programme_line": "economie",
            "holder": "zwolle" }),
    );
    all.targets = rows(
        fact,
        json!({ "key": "a28.peter", "topic": "a28", "person": "peter", "value": "5", "decision_right": "DECIDES" }),
    );
    all.assessments = rows(
        fact,
        json!({ "key": "a28.peter.1", "target": "a28.peter", "date": "2024", "influence": "5", "interest": "1",
            "position": "-2" }),
    );
    all.decision_moments =
        rows(fact, json!({ "slug": "mirt", "title_nl": "MIRT", "body": "raad", "topics": "a28", "date": "2024-11" }));
    all.decision_stages =
        rows(fact, json!({ "key": "mirt.1", "decision_moment": "mirt", "kind": "COUNCIL", "date": "2024-11" }));
    all.contact_moments = rows(
        fact,
        json!({ "key": "c", "status": "HELD", "channel": "CALL", "date": "2024-03-14", "topic": "a28",
            "target": "a28.peter", "our_persons": "peter", "their_persons": "peter", "position": "2", "holder": "zwolle" }),
    );
    all.contact_notes =
        rows(fact, json!({ "key": "c.n", "contact_moment": "c", "text": "onder ons", "holder": "zwolle" }));
    all.follow_ups = rows(
        fact,
        json!({ "key": "c.1", "contact_moment": "c", "text": "bel", "owner": "peter", "due": "2024-04", "holder": "zwolle" }),
    );
    all.preferences = rows(
        fact,
        json!({ "key": "v", "organisation": "zwolle", "topic": "a28", "person": "peter", "channel": "EMAIL" }),
    );
}

fn rows<T: Fact + DeserializeOwned>(common: &Value, own: Value) -> Vec<T> {
    let mut row = common.as_object().expect("columns").clone();
    row.extend(own.as_object().expect("columns").clone());
    let mut fact: T = serde_json::from_value(Value::Object(row)).unwrap_or_else(|error| panic!("{}: {error}", T::NOUN));
    fact.set_id(T::Id::from_key(fact.key()));
    vec![fact]
}

/// The facts with one field of the first row of a noun set to something else.
fn with(mut facts: Facts, noun: &str, field: &str, value: &Value) -> Facts {
    fn set<T: Fact + Serialize + DeserializeOwned>(rows: &mut [T], field: &str, value: &Value) {
        let first = rows.first_mut().expect(T::NOUN);
        let mut row = serde_json::to_value(&*first).expect("JSON");
        row[field] = value.clone();
        *first = serde_json::from_value(row).unwrap_or_else(|error| panic!("{} {field}: {error}", T::NOUN));
    }
    macro_rules! each {
        ($($noun:ident $fact:ident,)*) => {
            match noun {
                $(stringify!($noun) => set::<$fact>(&mut facts.$noun, field, value),)*
                _ => panic!("no noun {noun}"),
            }
        };
    }
    crate::for_each_noun!(each);
    facts
}

/// All problems, a line each.
fn problems(facts: Facts) -> String {
    let found = Network::build(facts, revision()).map_or_else(|problems| problems, |_| Vec::new());
    found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn facts_of_all_nouns_are_a_network() {
    let facts = all_nouns();
    macro_rules! each {
        ($($noun:ident $fact:ident,)*) => { $(assert!(!facts.$noun.is_empty(), "no {}", stringify!($noun));)* };
    }
    crate::for_each_noun!(each);
    assert_eq!(problems(facts), "");
}

#[test]
fn every_reference_that_leads_nowhere_is_named() {
    let table = [
        ("cooperations", &["organisation", "agenda"][..]),
        ("organisations", &["parent", "territory", "holder"]),
        ("merged_organisations", &["into"]),
        ("names", &["organisation"]),
        ("identifiers", &["organisation"]),
        ("contacts", &["organisation"]),
        ("municipality_statistics", &["organisation"]),
        ("group_memberships", &["organisation", "group"]),
        ("partnerships", &["organisation"]),
        ("relations", &["from_organisation", "to_group"]),
        ("goals", &["agreement"]),
        ("initiatives", &["goals"]),
        ("initiative_parts", &["initiative", "programme_line"]),
        ("ambitions", &["initiative"]),
        ("measures", &["ambition"]),
        ("offices", &["person", "organisation"]),
        ("programme_lines", &["holder"]),
        ("bodies", &["parent", "organisation", "steers_programme_lines", "steers_initiatives", "holder"]),
        ("seats", &["body", "holder", "on_behalf_of", "supplied_by"]),
        ("agreements", &["covers", "builds_on"]),
        ("signatures", &["agreement", "organisation", "ratified_by"]),
        ("decisions", &["body", "agreement", "initiative", "programme_line", "parent"]),
        ("commitments", &["organisation", "initiative", "ratified_by"]),
        ("contributions", &["commitment"]),
        ("milestones", &["agreements", "body", "organisation"]),
        ("meetings", &["body"]),
        ("statements", &["rule", "agreement", "initiative", "refers_to", "parent", "speaker"]),
        ("declared_counts", &["group"]),
    ];
    for (noun, fields) in table {
        for field in fields {
            let told = problems(with(all_nouns(), noun, field, &json!("nowhere")));
            assert!(told.starts_with(noun), "{noun}.{field}: {told}");
            assert!(told.contains(&format!(", {field}: names no row of ")), "{noun}.{field}: {told}");
            assert_eq!(told.lines().count(), 1, "{noun}.{field}: {told}");
        }
    }
}

#[test]
fn a_reference_of_the_second_choice_is_checked_as_well() {
    let moved = |noun: &str, from: &str, to: &str| {
        problems(with(with(all_nouns(), noun, from, &Value::Null), noun, to, &json!("nowhere")))
    };
    for (noun, from, to) in [
        ("names", "organisation", "body"),
        ("names", "organisation", "programme_line"),
        ("relations", "from_organisation", "from_group"),
        ("relations", "from_organisation", "from_body"),
        ("relations", "to_group", "to_organisation"),
        ("relations", "to_group", "to_body"),
        ("initiative_parts", "programme_line", "parent"),
        ("initiative_parts", "programme_line", "agreement"),
        ("commitments", "initiative", "programme_line"),
        ("commitments", "initiative", "agreement"),
        ("contributions", "commitment", "partnership"),
        ("declared_counts", "group", "body"),
        ("declared_counts", "group", "agreement"),
    ] {
        let told = moved(noun, from, to);
        assert!(told.contains(&format!(", {to}: names no row of ")), "{noun}.{to}: {told}");
        assert_eq!(told.lines().count(), 1, "{noun}.{to}: {told}");
    }
    let seats =
        with(with(all_nouns(), "seats", "on_behalf_of", &json!("")), "seats", "on_behalf_of_group", &json!("x"));
    assert!(problems(seats).contains(", on_behalf_of_group: names no row of "));
}

#[test]
fn a_condition_on_nobody_is_named() {
    let condition = json!(r#"{"any":[{"includes":"zwolle"},{"all":[{"includes":"nowhere"}]}]}"#);
    let told = problems(with(all_nouns(), "commitments", "condition", &condition));
    assert!(told.starts_with("commitments zwolle.llo, condition: names no row of organisations"), "{told}");
}

#[test]
fn exactly_one_of_several_fields_is_given() {
    for (noun, field, fields) in [
        ("names", "organisation", "organisation, body, programme_line"),
        ("relations", "from_organisation", "from_organisation, from_group, from_body"),
        ("relations", "to_group", "to_organisation, to_group, to_body"),
        ("initiative_parts", "programme_line", "programme_line, parent, agreement"),
        ("commitments", "initiative", "programme_line, initiative, agreement"),
        ("contributions", "commitment", "commitment, partnership"),
        ("declared_counts", "group", "group, body, agreement"),
    ] {
        let told = problems(with(all_nouns(), noun, field, &Value::Null));
        assert!(told.ends_with(&format!("give exactly one of {fields}; 0 are given")), "{told}");
    }
    let both = with(all_nouns(), "commitments", "agreement", &json!("agenda"));
    assert_eq!(
        problems(both),
        "commitments zwolle.llo: give exactly one of programme_line, initiative, agreement; 2 are given"
    );
    let neither = with(all_nouns(), "seats", "on_behalf_of", &json!(""));
    assert_eq!(
        problems(neither),
        "seats stuurgroep: give exactly one of on_behalf_of, on_behalf_of_group; 0 are given"
    );
    let both = with(all_nouns(), "seats", "on_behalf_of_group", &json!("gemeenten"));
    assert_eq!(problems(both), "seats stuurgroep: give exactly one of on_behalf_of, on_behalf_of_group; 2 are given");
}

#[test]
fn a_period_ends_after_it_begins() {
    let backwards = with(with(all_nouns(), "seats", "since", &json!("2024")), "seats", "until", &json!("2023-12-31"));
    assert_eq!(problems(backwards), r#"seats stuurgroep, until: "2023-12-31" lies before since "2024""#);
    let one_year = with(with(all_nouns(), "seats", "since", &json!("2024-05")), "seats", "until", &json!("2024"));
    assert_eq!(problems(one_year), "");
}

#[test]
fn a_key_is_given_once() {
    let mut twice = all_nouns();
    twice.organisations.push(twice.organisations[1].clone());
    assert_eq!(problems(twice), "organisations zwolle: the key or id is given twice");
    // Also when an id of its own hides that the key is the same.
    let mut twice = all_nouns();
    let mut other = twice.organisations[1].clone();
    other.id = "018f0000-0000-7000-8000-000000000001".parse().expect("an id");
    twice.organisations.push(other);
    assert_eq!(problems(twice), "organisations zwolle: the key or id is given twice");
}

#[test]
fn a_register_number_names_one_organisation() {
    let mut twice = all_nouns();
    let mut other = twice.identifiers[0].clone();
    (other.key, other.scheme) = ("other".parse().expect("a key"), "cbs".into());
    other.id = FactId::from_key("other");
    twice.identifiers.push(other);
    let told = problems(twice);
    assert!(told.contains("is given in row") && told.contains("R16"), "{told}");
    assert_eq!(told.lines().count(), 1);
}

#[test]
fn nothing_contains_itself() {
    for (noun, field, own) in [
        ("organisations", "parent", "netwerk-zelf"),
        ("bodies", "parent", "raad"),
        ("decisions", "parent", "raad"),
        ("agreements", "builds_on", "agenda"),
        ("statements", "parent", "s"),
    ] {
        let told = problems(with(all_nouns(), noun, field, &json!(own)));
        assert_eq!(told, format!("{noun} {own}, {field}: a circle: it contains itself"));
    }
    let circle = facts("line Economie; programme LLO; project Loket part of LLO; activity Opening part of Loket");
    let mut part = circle.initiative_parts[0].clone();
    (part.key, part.initiative, part.parent) =
        ("back".parse().expect("a key"), FactId::from_key("llo"), Some(FactId::from_key("opening")));
    part.id = FactId::from_key("back");
    let mut circle = circle;
    circle.initiative_parts.push(part);
    let told = problems(circle);
    assert!(told.starts_with("initiatives ") && told.ends_with("a circle: it contains itself"), "{told}");
    assert_eq!(told.lines().count(), 1);
}

#[test]
fn there_is_one_cooperation() {
    let mut none = all_nouns();
    none.cooperations.clear();
    assert_eq!(problems(none), "cooperations : the cooperation itself is missing: one row is needed");
    let mut two = all_nouns();
    let mut other = two.cooperations[0].clone();
    (other.slug, other.id) = ("ander".parse().expect("a key"), FactId::from_key("ander"));
    two.cooperations.push(other);
    assert!(problems(two).ends_with(": there can be one cooperation only"));
}

#[test]
fn all_problems_are_told_at_once() {
    let broken =
        with(with(all_nouns(), "meetings", "body", &json!("nowhere")), "commitments", "initiative", &Value::Null);
    assert_eq!(problems(broken).lines().count(), 2);
}

#[test]
fn what_everybody_has_to_see_cannot_be_closed() {
    for noun in ["cooperations", "documents", "identifiers"] {
        for audience in ["PARTNERS", "HOLDER_ONLY"] {
            let closed = problems(with(all_nouns(), noun, "audience", &json!(audience)));
            let told = ", audience: must be PUBLIC: everybody sees this";
            assert!(closed.lines().any(|line| line.starts_with(noun) && line.ends_with(told)), "{closed}");
        }
    }
}
