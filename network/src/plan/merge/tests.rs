use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::FxHashSet;
use serde_json::{Value, json};

use super::*;
use crate::findings::testing::{complete, facts};
use crate::network::Revision;
use crate::plan::{Act, Command, Draft, Planned, Policy, Source, plan};
use crate::testing::{build, coalition, day, fixture, on, organisation};

fn id(key: &str) -> OrganisationId {
    OrganisationId::from_key(key)
}

fn told(network: &Arc<Network>, act: Act, if_revision: Option<i64>) -> Result<Planned, Vec<String>> {
    let source = Some(Source { title: "Handelsregister".into(), locator: None, url: None });
    let policy = Policy { source_required: true, today: day("2026-11-24"), erased: Arc::default() };
    let next = Revision { number: network.revision().number + 1, ..network.revision() };
    plan(network, &Command { act, source, if_revision }, &policy, next).map_err(|rejections| {
        rejections.iter().map(|rejection| format!("{} {}", rejection.code.code(), rejection.path.join("."))).collect()
    })
}

fn merge(network: &Arc<Network>, duplicate: &str, into: &str) -> Result<Planned, Vec<String>> {
    told(network, Act::Merge { duplicate: id(duplicate), into: id(into) }, None)
}

fn merged(network: &Arc<Network>, duplicate: &str, into: &str) -> Arc<Network> {
    Arc::new(merge(network, duplicate, into).expect("they can be merged").after)
}

/// What became of facts: `names n1 goes`.
fn shown(planned: &Planned) -> BTreeSet<String> {
    let show = |change: &Change| {
        let what = match change {
            Change::Added(_) => "comes",
            Change::Changed { .. } => "moves",
            Change::Removed(_) => "goes",
        };
        format!("{} {} {what}", change.fact().noun(), change.fact().key())
    };
    planned.changes.iter().map(show).collect()
}

/// A network of these facts, with two organisations: `dubbel` and `blijft`.
fn pair(given: &Value) -> Arc<Network> {
    let mut given = given.clone();
    let own = given["organisations"].take();
    let mut organisations = vec![json!({ "slug": "dubbel", "name_nl": "Dubbel B.V." }), json!({ "slug": "blijft" })];
    for row in own.as_array().into_iter().flatten() {
        organisations.retain(|known| known["slug"] != row["slug"]);
        organisations.push(row.clone());
    }
    given["organisations"] = organisations.into();
    build(facts(&complete(&given)))
}

/// What becomes of the facts of the duplicate, without those that are always the same.
fn fates(given: &Value) -> BTreeSet<String> {
    let planned = merge(&pair(given), "dubbel", "blijft").expect("they can be merged");
    let mut shown = shown(&planned);
    for always in ["organisations dubbel goes", "merged_organisations dubbel comes"] {
        assert!(shown.remove(always), "{always}");
    }
    assert!(shown.remove(&format!("names {}.nl comes", id("dubbel").uuid())), "{shown:?}");
    shown
}

fn set<const N: usize>(lines: [&str; N]) -> BTreeSet<String> {
    lines.into_iter().map(ToOwned::to_owned).collect()
}

/// Everything that can point at an organisation points at the duplicate.
fn everything() -> Arc<Network> {
    pair(&json!({
        "cooperations": [{ "slug": "netwerk", "organisation": "dubbel", "agenda": "agenda" }],
        "organisations": [{ "slug": "deel", "parent": "dubbel", "territory": "dubbel" }, { "slug": "ander" }],
        "merged_organisations": [{ "slug": "eerder", "into": "dubbel" }],
        "names": [{ "key": "n", "organisation": "dubbel", "name": "Dub" }],
        "identifiers": [{ "key": "i", "organisation": "dubbel", "scheme": "KVK", "value": "1" }],
        "contacts": [{ "key": "c", "organisation": "dubbel", "kind": "WEBSITE", "value": "https://example.org" }],
        "municipality_statistics": [{ "key": "m", "organisation": "dubbel", "inhabitants": 9 }],
        "stakeholder_groups": [{ "slug": "groep" }],
        "group_memberships": [{ "key": "g", "organisation": "dubbel", "group": "groep" }],
        "partnerships": [{ "key": "p", "organisation": "dubbel" }],
        "relations": [
            { "key": "r1", "kind": "PART_OF", "from_organisation": "dubbel", "to_organisation": "ander" },
            { "key": "r2", "kind": "PART_OF", "from_organisation": "ander", "to_organisation": "dubbel" },
        ],
        "persons": [{ "slug": "jan", "name": "Jan" }],
        "offices": [{ "key": "o", "person": "jan", "organisation": "dubbel", "label_nl": "voorzitter" }],
        "bodies": [{ "slug": "bestuur", "organisation": "dubbel" }],
        "seats": [
            { "key": "s1", "body": "bestuur", "on_behalf_of": "ander;dubbel" },
            { "key": "s2", "body": "bestuur", "on_behalf_of": "ander", "supplied_by": "dubbel" },
        ],
        "signatures": [{ "key": "h", "agreement": "agenda", "organisation": "dubbel" }],
        "commitments": [
            { "key": "t1", "organisation": "dubbel", "programme_line": "economie" },
            { "key": "t2", "organisation": "ander", "programme_line": "economie",
              "condition": "{\"any\":[{\"all\":[{\"includes\":\"dubbel\"}]},{\"parties\":{\"atLeast\":3}}]}" },
        ],
        "milestones": [{ "slug": "mijlpaal", "organisation": "dubbel", "text_nl": "Start", "kind": "MOMENT",
            "date": "2026", "year_inferred": false }],
    }))
}

#[test]
fn everything_points_at_the_one_that_stays_and_can_be_undone() {
    let before = everything();
    let planned = merge(&before, "dubbel", "blijft").expect("they can be merged");
    let undone = planned.after.apply(&crate::change::inverse(planned.changes.clone()), before.revision());
    assert_eq!(undone.expect("it can be undone").facts(), before.facts());

    let gone: FxHashSet<_> = [id("dubbel").uuid()].into_iter().collect();
    let after = planned.after.facts();
    let mut left = Vec::new();
    macro_rules! look {
        ($($noun:ident $fact:ident,)*) => {
            $(for row in &after.$noun {
                // A condition holds ids inside its own text.
                let fact = AnyFact::from(row.clone());
                let mut fields = fact.to_json();
                fields["key"] = Value::Null;
                if fact.subjects().iter().any(|id| gone.contains(id)) || fields.to_string().contains(&id("dubbel").uuid().to_string()) {
                    left.push(format!("{} {}", fact.noun(), fact.key()));
                }
            })*
        };
    }
    crate::for_each_noun!(look);
    assert_eq!(left, ["merged_organisations dubbel"]);
    assert_eq!(after.organisations.len(), before.organisations.len() - 1);
}

#[test]
fn the_old_id_and_key_answer_through_chains_and_are_not_given_again() {
    let region = fixture("company Eerste; company Tweede; company Derde");
    let after = merged(&merged(&region, "eerste", "tweede"), "tweede", "derde");
    let derde = after.organisations.by_key("derde");
    for key in ["eerste", "tweede", "derde"] {
        assert_eq!(after.organisation(id(key)), derde, "{key}");
        assert_eq!(after.organisation_by_key(key), derde, "{key}");
        assert_eq!(after.merged_into(id("derde")).count(), 2);
    }
    assert_eq!(after.organisation(id("vierde")), None);
    // Whoever comes later takes another key.
    let (_, row) = after.organisations.iter().next().expect("a row");
    let own = "0197a1b2-0000-7000-8000-000000000001".parse().expect("an id");
    let again = Organisation { id: own, slug: "eerste".parse().expect("a key"), ..row.clone() };
    let draft = Draft { fact: again.into(), path: vec![] };
    assert_eq!(told(&after, Act::Record(vec![draft]), None).map(|_| ()), Err(vec!["ALREADY_EXISTS slug".into()]));
}

#[test]
fn the_coalition_counts_the_organisation_once_and_loses_nobody() {
    let region = fixture(
        "municipality Kampen partner since 2009; municipality Campen; municipality Zwolle; line Economie
         pledge Kampen to Economie budget 250 EUR since 2026; pledge Campen to Economie budget 100 EUR since 2026
         pledge Zwolle to Economie if {\"includes\":\"campen\"}",
    );
    let size = |network: &Arc<Network>| {
        let view = on(network, "2026-11-24");
        let line = coalition(&view, "Economie");
        let members: Vec<String> = (line.members(crate::coalition::CoalitionStatus::Pledged))
            .map(|standing| network.organisations.get(standing.organisation).slug.to_string())
            .collect();
        members.into_iter().collect::<BTreeSet<_>>()
    };
    assert_eq!(size(&region), set(["campen", "kampen", "zwolle"]));
    let after = merged(&region, "campen", "kampen");
    assert_eq!(size(&after), set(["kampen", "zwolle"]));
    let view = on(&after, "2026-11-24");
    let kampen = organisation(&view, "Kampen");
    assert_eq!(after.links.of(kampen).count(), 2, "both pledges stand");
}

#[test]
fn what_the_other_says_already_goes_and_what_adds_to_it_moves() {
    let names = json!({ "names": [
        { "key": "a1", "organisation": "dubbel", "name": "Blij", "kind": "SHORT" },
        { "key": "a2", "organisation": "blijft", "name": "Blij", "kind": "ALIAS" },
        { "key": "a3", "organisation": "dubbel", "name": "Dub", "since": "2020" },
    ] });
    assert_eq!(fates(&names), set(["names a1 goes", "names a3 moves"]));
    let after = merged(&pair(&names), "dubbel", "blijft");
    let dub = after.names.iter().find(|(_, row)| row.name == "Dub").map(|(_, row)| row.kind);
    assert_eq!(dub, Some(NameKind::Alias), "the one that stays is called as it was");

    let described = json!({
        "contacts": [
            { "key": "c1", "organisation": "dubbel", "kind": "PHONE", "value": "1" },
            { "key": "c2", "organisation": "dubbel", "kind": "PHONE", "value": "2" },
            { "key": "c3", "organisation": "blijft", "kind": "PHONE", "value": "1" },
        ],
        "municipality_statistics": [
            { "key": "m1", "organisation": "dubbel", "counted_on": "2026-01-01", "inhabitants": 1 },
            { "key": "m2", "organisation": "dubbel", "counted_on": "2025-01-01", "inhabitants": 2 },
            { "key": "m3", "organisation": "blijft", "counted_on": "2026-01-01", "inhabitants": 3 },
        ],
    });
    let expected = [
        "contacts c1 goes",
        "contacts c2 moves",
        "municipality_statistics m1 goes",
        "municipality_statistics m2 moves",
    ];
    assert_eq!(fates(&described), set(expected));
}

#[test]
fn what_stays_stands_on_the_surer_word() {
    let contacts = json!({ "contacts": [
        { "key": "c1", "organisation": "dubbel", "kind": "PHONE", "value": "1", "source": "register" },
        { "key": "c2", "organisation": "blijft", "kind": "PHONE", "value": "1", "source": "hearsay", "confidence": "LOW" },
    ] });
    let after = merged(&pair(&contacts), "dubbel", "blijft");
    let (_, row) = after.contacts.iter().next().expect("the contact");
    assert_eq!((&*row.key, &*row.source, row.confidence.code()), ("c2", "register", "HIGH"));
}

#[test]
fn a_membership_or_partnership_within_the_other_goes_and_one_beyond_it_is_refused() {
    let told = |one: Value, other: Value| {
        let (mut one, mut other) = (one, other);
        for (row, key, organisation) in [(&mut one, "p1", "dubbel"), (&mut other, "p2", "blijft")] {
            row["key"] = key.into();
            row["organisation"] = organisation.into();
        }
        let given = json!({ "partnerships": [one, other], "contributions": [
            { "key": "b1", "partnership": "p1", "amount": "3", "unit": "EUR" },
            { "key": "b2", "partnership": "p1", "amount": "4", "unit": "EUR" },
            { "key": "b3", "partnership": "p2", "amount": "3", "unit": "EUR" },
        ] });
        merge(&pair(&given), "dubbel", "blijft")
            .map(|planned| shown(&planned).into_iter().filter(|line| line.starts_with(['p', 'c'])).collect::<Vec<_>>())
    };
    let within =
        vec!["contributions b1 goes".to_owned(), "contributions b2 moves".into(), "partnerships p1 goes".into()];
    let moves = Ok(vec!["partnerships p1 moves".to_owned()]);
    let refused = Err(vec!["ALREADY_EXISTS duplicate".to_owned()]);
    assert_eq!(told(json!({ "since": "2020" }), json!({ "since": "2009" })), Ok(within.clone()));
    // A start that is not known says nothing else.
    assert_eq!(told(json!({}), json!({ "since": "2009" })), Ok(within));
    assert_eq!(told(json!({ "until": "2008" }), json!({ "since": "2009" })), moves);
    assert_eq!(told(json!({ "since": "2005" }), json!({ "since": "2009" })), refused);
    assert_eq!(told(json!({ "since": "2010" }), json!({ "until": "2020" })), refused);
}

#[test]
fn no_tie_leads_from_an_organisation_to_itself() {
    let given = json!({ "organisations": [{ "slug": "derde" }], "relations": [
        { "key": "r1", "kind": "PART_OF", "from_organisation": "dubbel", "to_organisation": "blijft" },
        { "key": "r2", "kind": "PART_OF", "from_organisation": "dubbel", "to_organisation": "derde" },
        { "key": "r3", "kind": "PART_OF", "from_organisation": "blijft", "to_organisation": "derde" },
        { "key": "r4", "kind": "OWNED_BY", "from_organisation": "dubbel", "to_organisation": "derde" },
    ] });
    assert_eq!(fates(&given), set(["relations r1 goes", "relations r2 goes", "relations r4 moves"]));
}

#[test]
fn nothing_becomes_a_part_of_itself() {
    let parent = |of_stays: &str| {
        let organisations = json!([
            { "slug": "blijft", "parent": of_stays, "territory": "dubbel" }, { "slug": "midden", "parent": "dubbel" },
        ]);
        merge(&pair(&json!({ "organisations": organisations })), "dubbel", "blijft")
    };
    let direct = parent("dubbel").expect("it can be merged").after;
    let row = direct.organisations.by_key("blijft").map(|ix| direct.organisations.get(ix)).expect("it is there");
    assert_eq!((row.parent, row.territory), (None, None));
    assert_eq!(parent("midden").map(|_| ()), Err(vec!["INVALID_VALUE into".into()]));
}

#[test]
fn one_seat_one_signature_and_one_promise_are_left_of_two() {
    let given = json!({
        "bodies": [{ "slug": "bestuur" }],
        "seats": [
            { "key": "s1", "body": "bestuur", "on_behalf_of": "dubbel", "since": "2024" },
            { "key": "s2", "body": "bestuur", "on_behalf_of": "blijft", "since": "2020" },
            { "key": "s3", "body": "bestuur", "on_behalf_of": "blijft;dubbel", "role": "CHAIR" },
            { "key": "s4", "body": "bestuur", "on_behalf_of": "dubbel", "supplied_by": "blijft", "role": "OBSERVER" },
        ],
        "signatures": [
            { "key": "h1", "agreement": "agenda", "organisation": "dubbel" },
            { "key": "h2", "agreement": "agenda", "organisation": "blijft", "role": "partner" },
        ],
        "commitments": [
            { "key": "t1", "organisation": "dubbel", "programme_line": "economie" },
            { "key": "t2", "organisation": "blijft", "programme_line": "economie" },
            { "key": "t3", "organisation": "dubbel", "programme_line": "economie", "status": "INTENDED" },
        ],
        "contributions": [
            { "key": "b1", "commitment": "t1", "amount": "3", "unit": "EUR" },
            { "key": "b2", "commitment": "t2", "amount": "3", "unit": "EUR" },
        ],
    });
    let expected = [
        "seats s1 goes",
        "seats s3 moves",
        "seats s4 moves",
        "signatures h1 goes",
        "commitments t1 goes",
        "contributions b1 goes",
        "commitments t3 moves",
    ];
    assert_eq!(fates(&given), set(expected));
    let after = merged(&pair(&given), "dubbel", "blijft");
    let seat = |key: &str| after.seats.by_key(key).map(|ix| after.seats.get(ix));
    assert_eq!(seat("s3").map(|row| row.on_behalf_of.len()), Some(1));
    assert_eq!(seat("s4").map(|row| row.supplied_by), Some(None), "its own office-holder sits there");

    let other = json!({ "signatures": [
        { "key": "h1", "agreement": "agenda", "organisation": "dubbel", "role": "party for the State" },
        { "key": "h2", "agreement": "agenda", "organisation": "blijft" },
    ] });
    assert_eq!(merge(&pair(&other), "dubbel", "blijft").map(|_| ()), Err(vec!["ALREADY_EXISTS duplicate".into()]));
}

#[test]
fn nobody_waits_for_itself() {
    let condition = |text: &str| {
        let given = json!({ "commitments": [
            { "key": "t", "organisation": "blijft", "programme_line": "economie", "condition": text },
        ] });
        let after = merged(&pair(&given), "dubbel", "blijft");
        let (_, row) = after.commitments.iter().next().expect("the commitment");
        row.condition.as_ref().map(ToString::to_string)
    };
    let parties = r#"{"parties":{"atLeast":3}}"#;
    assert_eq!(condition(r#"{"includes":"dubbel"}"#), None);
    assert_eq!(condition(&format!(r#"{{"any":[{{"includes":"dubbel"}},{parties}]}}"#)), None);
    let left = condition(&format!(r#"{{"all":[{{"includes":"dubbel"}},{parties}]}}"#));
    assert_eq!(left, Some(format!(r#"{{"all":[{parties}]}}"#)));
}

#[test]
fn what_cannot_be_merged_is_refused() {
    let region = pair(&json!({ "organisations": [{ "slug": "derde" }] }));
    let refused = |duplicate: &str, into: &str| merge(&region, duplicate, into).map(|_| ()).expect_err("refused");
    assert_eq!(refused("dubbel", "dubbel"), ["ALREADY_EXISTS duplicate"]);
    assert_eq!(refused("nobody", "dubbel"), ["NOT_FOUND duplicate"]);
    assert_eq!(refused("dubbel", "nobody"), ["NOT_FOUND into"]);

    // Somebody else changed one of the two meanwhile.
    let after = merged(&region, "derde", "dubbel");
    for (duplicate, into) in [("dubbel", "blijft"), ("blijft", "dubbel")] {
        let act = Act::Merge { duplicate: id(duplicate), into: id(into) };
        let noted = told(
            &after,
            Act::Correct {
                target: Pointer { noun: "organisations", id: id("dubbel").uuid() },
                set: serde_json::Map::from_iter([("note".to_owned(), "anders".into())]),
            },
            None,
        )
        .expect("it can be noted");
        let late = told(&Arc::new(noted.after), act, Some(2)).map(|_| ());
        assert_eq!(late, Err(vec!["VERSION_CONFLICT ifRevision".into()]), "{duplicate}");
    }
}
