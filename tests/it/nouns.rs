//! The nouns that belong to others, one row of a table each: recorded, corrected, emptied, removed, and refused.

use serde_json::{Value, json};

use crate::app::App;
use crate::changes::refusals;

/// One noun and what is done with it.
pub(crate) struct Noun {
    /// Mutations that record, correct and remove.
    pub(crate) verbs: [&'static str; 3],
    /// Field of the payload that shows it, and what is asked of it besides its id.
    pub(crate) shows: (&'static str, &'static str),
    /// What is recorded, without source.
    pub(crate) input: Value,
    /// The reference that is recorded wrongly to see it refused, with a thing that is not there; null: it has none.
    pub(crate) nobody: (&'static str, Value),
    /// A field that is corrected, and its other value; and where the payload shows it.
    pub(crate) corrected: (&'static str, Value, &'static str),
    /// A field that is emptied; and where the payload shows it.
    pub(crate) emptied: (&'static str, &'static str),
    /// A field that cannot be emptied.
    pub(crate) needed: &'static str,
}

fn slug(slug: &str) -> Value {
    json!({ "slug": slug })
}

fn key(key: &str) -> Value {
    json!({ "key": key })
}

fn nouns() -> Vec<Noun> {
    vec![
        Noun {
            verbs: ["recordName", "correctName", "removeName"],
            shows: ("name", "name language kind since until confidence note"),
            input: json!({ "organisation": slug("gemeente-zwolle"), "name": "Swolle", "language": "NL", "kind": "ALIAS",
                "since": "1230", "until": "1800~", "confidence": "LOW", "note": "on old maps" }),
            nobody: ("organisation", slug("gemeente-atlantis")),
            corrected: ("name", json!("Suolle"), "name"),
            emptied: ("until", "until"),
            needed: "language",
        },
        Noun {
            verbs: ["registerIdentifier", "correctIdentifier", "removeIdentifier"],
            shows: ("identifier", "scheme value confidence note"),
            input: json!({ "organisation": slug("gemeente-zwolle"), "scheme": "EORI", "value": "NL001", "note": "customs" }),
            nobody: ("organisation", slug("gemeente-atlantis")),
            corrected: ("value", json!("NL002"), "value"),
            emptied: ("note", "note"),
            needed: "organisation",
        },
        Noun {
            verbs: ["recordContactDetail", "correctContactDetail", "removeContactDetail"],
            shows: ("contact", "kind value confidence note"),
            input: json!({ "organisation": slug("gemeente-zwolle"), "kind": "PHONE", "value": "14038", "note": "all day" }),
            nobody: ("organisation", slug("gemeente-atlantis")),
            corrected: ("value", json!("14 038"), "value"),
            emptied: ("note", "note"),
            needed: "kind",
        },
        Noun {
            verbs: ["recordStatistics", "correctStatistics", "removeStatistics"],
            shows: ("statistics", "countedOn inhabitants areaKm2 councilSeats confidence note"),
            input: json!({ "organisation": slug("gemeente-zwolle"), "countedOn": "2026-01-01", "inhabitants": 135_000,
                "areaKm2": "119.28", "councilSeats": 39 }),
            nobody: ("organisation", slug("gemeente-atlantis")),
            corrected: ("inhabitants", json!(135_001), "inhabitants"),
            emptied: ("areaKm2", "areaKm2"),
            needed: "organisation",
        },
        Noun {
            verbs: ["joinGroup", "correctGroupMembership", "removeGroupMembership"],
            shows: ("groupMembership", "organisation { slug } group { slug } since until ended confidence note"),
            input: json!({ "organisation": slug("gemeente-zwolle"), "group": slug("groep-onderwijs"), "since": "2026",
                "until": "2027" }),
            nobody: ("group", slug("nobody")),
            corrected: ("since", json!("2025-06"), "since"),
            emptied: ("until", "until"),
            needed: "group",
        },
        Noun {
            verbs: ["recordAmbition", "correctAmbition", "removeAmbition"],
            shows: ("ambition", "level rowNumber topic text en: text(lang: EN) measures { name } confidence note"),
            input: json!({ "initiative": slug("leven-lang-ontwikkelen-leercultuur"), "level": "PLUS", "row": 9,
                "topic": "Bereik", "textNl": "Iedereen leert", "textEn": "Everybody learns" }),
            nobody: ("initiative", slug("nothing")),
            corrected: ("textNl", json!("Iedereen leert door"), "text"),
            emptied: ("topic", "topic"),
            needed: "level",
        },
        Noun {
            verbs: ["recordMeasure", "correctMeasure", "removeMeasure"],
            shows: ("measure", "name minimum maximum unit per approximate direction reference period confidence note"),
            input: json!({ "ambition": key("llo-b1"), "name": "trajecten", "unit": "trajectory", "minimum": "100",
                "maximum": "250.5", "per": "year", "approximate": true, "reference": false, "period": "2024/2028" }),
            nobody: ("ambition", key("none")),
            corrected: ("minimum", json!("120"), "minimum"),
            emptied: ("per", "per"),
            needed: "unit",
        },
        Noun {
            verbs: ["recordStatement", "correctStatement", "removeStatement"],
            shows: (
                "statement",
                "key kind position text theme rule { code } parent { key } speaker { slug } number unit note",
            ),
            input: json!({ "kind": "CLAIM", "position": 99, "textNl": "Samen 22 gemeenten", "theme": "Partners",
                "rule": key("R18"), "number": "22", "unit": "municipality" }),
            nobody: ("rule", key("R99")),
            corrected: ("number", json!("21"), "number"),
            emptied: ("rule", "rule"),
            needed: "textNl",
        },
        Noun {
            verbs: ["recordRule", "correctRule", "removeRule"],
            shows: ("rule", "code title en: title(lang: EN) text severity ours confidence note"),
            input: json!({ "code": "R21", "titleNl": "Openheid", "titleEn": "Openness", "textNl": "Alles is openbaar",
                "textEn": "All is public", "severity": "INFO", "ours": true, "note": "to be discussed" }),
            nobody: ("", Value::Null),
            corrected: ("severity", json!("WARNING"), "severity"),
            emptied: ("note", "note"),
            needed: "titleEn",
        },
        Noun {
            verbs: ["recordDeclaredCount", "correctDeclaredCount", "removeDeclaredCount"],
            shows: (
                "declaredCount",
                "what en: what(lang: EN) declared group { slug } body { slug } agreement { slug } note",
            ),
            input: json!({ "whatNl": "scholen", "whatEn": "schools", "declared": 9, "group": slug("groep-onderwijs") }),
            nobody: ("group", slug("nobody")),
            corrected: ("declared", json!(10), "declared"),
            emptied: ("whatEn", "en"),
            needed: "whatNl",
        },
    ]
}

/// Runs one of the mutations of a noun.
pub(crate) async fn ask(app: &App, noun: &Noun, verb: usize, input: &Value) -> Value {
    let name = noun.verbs[verb];
    let ty =
        if verb == 2 { "RemoveInput".to_owned() } else { format!("{}{}Input", name[..1].to_uppercase(), &name[1..]) };
    let (field, shown) = noun.shows;
    let document = format!(
        "mutation($input: {ty}!) {{ {name}(input: $input) {{ {field} {{ id {shown} }} revision
         userErrors {{ code path message ... on VersionConflict {{ current {{ id }} }} }} }} }}"
    );
    app.ask(&document, json!({ "input": input })).await
}

/// The input with other values for some fields; null leaves one out of a record and empties it in a correction.
pub(crate) fn with(input: &Value, other: Value) -> Value {
    let mut input = input.clone();
    input.as_object_mut().unwrap().extend(other.as_object().unwrap().clone());
    input
}

/// Records each once, corrects, empties and removes it; what was recorded.
pub(crate) async fn round(app: &App, nouns: Vec<Noun>) -> serde_json::Map<String, Value> {
    let source = json!({ "title": "Register", "url": "https://example.org/register" });
    let mut recorded = serde_json::Map::new();
    for noun in nouns {
        let [record, correct, remove] = noun.verbs;
        let field = noun.shows.0;
        let input = with(&noun.input, json!({ "source": source, "idempotencyKey": record }));
        let made = ask(app, &noun, 0, &input).await;
        assert_eq!(refusals(&made, record), [""; 0], "{made}");
        assert_eq!(made, ask(app, &noun, 0, &input).await, "{record} is done once");
        let shown = made["data"][record][field].clone();
        let (id, revision) = (&shown["id"], &made["data"][record]["revision"]);

        let (name, ref value, at) = noun.corrected;
        let correction = json!({ "id": id, "source": source, "ifRevision": revision, name: value });
        let corrected = ask(app, &noun, 1, &correction).await;
        assert_eq!(refusals(&corrected, correct), [""; 0], "{corrected}");
        assert_ne!(corrected["data"][correct][field][at], shown[at], "{corrected}");
        let late = ask(app, &noun, 1, &with(&correction, json!({ "note": "late" }))).await;
        assert_eq!(refusals(&late, correct), ["VERSION_CONFLICT ifRevision"], "{late}");
        assert_eq!(late["data"][correct]["userErrors"][0]["current"]["id"], *id, "{late}");
        let same = ask(app, &noun, 1, &with(&correction, json!({ "ifRevision": null }))).await;
        assert_eq!(refusals(&same, correct), ["ALREADY_EXISTS "], "{same}");

        let (name, at) = noun.emptied;
        let emptied = ask(app, &noun, 1, &json!({ "id": id, "source": source, name: null })).await;
        assert_eq!(refusals(&emptied, correct), [""; 0], "{emptied}");
        let left = &emptied["data"][correct][field][at];
        // Without an English text the Dutch one is shown.
        assert!(left.is_null() || at == "en" && *left != shown["en"], "{emptied}");
        let needed = ask(app, &noun, 1, &json!({ "id": id, "source": source, noun.needed: null })).await;
        assert_eq!(refusals(&needed, correct), [format!("INVALID_VALUE {}", noun.needed)], "{needed}");

        let removal = json!({ "id": id, "reason": "a trial" });
        let gone = ask(app, &noun, 2, &removal).await;
        assert_eq!(refusals(&gone, remove), [""; 0], "{gone}");
        assert_eq!(gone["data"][remove][field], Value::Null);
        let told = app.ask("{ network { changes(first: 1) { nodes { kind id } } } }", json!({})).await;
        assert_eq!(told["data"]["network"]["changes"]["nodes"], json!([{ "kind": "REMOVED", "id": id }]));
        for (verb, input) in [(1, &correction), (2, &removal)] {
            let lost = ask(app, &noun, verb, input).await;
            assert_eq!(refusals(&lost, noun.verbs[verb]), ["NOT_FOUND id"], "{lost}");
        }
        recorded.insert(record.to_owned(), shown);
    }
    recorded
}

#[tokio::test]
async fn each_is_recorded_once_corrected_emptied_and_removed() {
    let recorded = round(&App::writing().await, nouns()).await;
    insta::assert_json_snapshot!(recorded);
}

#[tokio::test]
async fn each_is_refused_without_a_source_and_where_it_points_at_nothing() {
    let app = App::writing().await;
    let source = json!({ "title": "Register" });
    for noun in nouns() {
        let record = noun.verbs[0];
        let nobody = ask(&app, &noun, 0, &noun.input).await;
        assert_eq!(refusals(&nobody, record), ["SOURCE_REQUIRED source"], "{nobody}");
        let (field, thing) = &noun.nobody;
        if !field.is_empty() {
            let lost = ask(&app, &noun, 0, &with(&noun.input, json!({ "source": source, *field: thing }))).await;
            assert_eq!(refusals(&lost, record), [format!("NOT_FOUND {field}")], "{lost}");
        }
        assert_eq!(nobody["data"][record]["revision"], 1);
    }
}

#[tokio::test]
async fn what_is_one_of_several_is_exactly_one_and_what_is_unique_is_given_once() {
    let app = App::writing().await;
    let source = json!({ "title": "Register" });
    let nouns = nouns();
    for (at, other, refusal) in [
        (0, json!({ "body": slug("algemeen-bestuur") }), "INVALID_VALUE organisation"),
        (0, json!({ "organisation": null }), "INVALID_VALUE "),
        (0, json!({ "until": "1000" }), "INVALID_PERIOD until"),
        (1, json!({ "scheme": "tooi", "value": "gm0193" }), "ALREADY_EXISTS value"),
        (8, json!({ "code": "R20" }), "ALREADY_EXISTS code"),
        (8, json!({ "code": "rule 21" }), "INVALID_VALUE code"),
        (9, json!({ "body": slug("algemeen-bestuur") }), "INVALID_VALUE group"),
    ] {
        let input = with(&with(&nouns[at].input, json!({ "source": source })), other.clone());
        let refused = ask(&app, &nouns[at], 0, &input).await;
        assert_eq!(refusals(&refused, nouns[at].verbs[0]), [refusal], "{refused}");
    }
    // What others point at stays: an ambition with measures, a rule that follows from statements.
    let ids = "{ network { rules { code id } initiative(by: { slug: \"leven-lang-ontwikkelen-leercultuur\" }) { ambitions { id measures { id } } } } }";
    let ids = app.ask(ids, json!({})).await;
    let measured = ids["data"]["network"]["initiative"]["ambitions"].as_array().unwrap().iter();
    let ambition = measured.clone().find(|ambition| ambition["measures"] != json!([])).unwrap();
    let kept = ask(&app, &nouns[5], 2, &json!({ "id": ambition["id"], "reason": "a trial" })).await;
    assert_eq!(refusals(&kept, "removeAmbition")[0], "IN_USE id", "{kept}");
}

#[tokio::test]
async fn who_leaves_a_group_was_a_member_until_then() {
    let app = App::writing().await;
    let leave = "mutation($input: LeaveGroupInput!) { leaveGroup(input: $input) {
        groupMembership { until ended organisation { slug groupMemberships { group { slug } until ended } groups { slug } } }
        userErrors { code path } } }";
    let input = json!({ "organisation": slug("deltion-college"), "group": slug("groep-onderwijs"), "until": "2026-06",
        "source": { "title": "Brief" } });
    let left = app.ask(leave, json!({ "input": input })).await;
    assert_eq!(
        left["data"]["leaveGroup"]["groupMembership"],
        json!({ "until": "2026-06", "ended": true, "organisation": { "slug": "deltion-college", "groups": [],
            "groupMemberships": [{ "group": { "slug": "groep-onderwijs" }, "until": "2026-06", "ended": true }] } }),
        "{left}"
    );
    let again = app.ask(leave, json!({ "input": input })).await;
    assert_eq!(refusals(&again, "leaveGroup"), ["NOT_FOUND organisation"]);
}
