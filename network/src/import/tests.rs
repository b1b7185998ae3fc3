use std::sync::LazyLock;

use serde_json::json;

use super::*;
use crate::audience::Audience;
use crate::id::{IdentifierId, OrganisationId, PersonId};
use crate::testing::{facts, fixture, revision};

const REGION: &str = "municipality Zwolle partner since 2009; municipality Kampen partner since 2009
    line Economie; body Stuurgroep steers Economie; seat Stuurgroep chair for Zwolle and Kampen
    pledge Kampen to Economie budget 250 EUR if {\"parties\":{\"atLeast\":3}}";

/// Rows that keep their ids, and nobody who was erased.
fn as_given(mode: Mode) -> Terms<'static> {
    static NOBODY: LazyLock<HashSet<Uuid>> = LazyLock::new(HashSet::new);
    Terms { mode, seed: None, erased: &NOBODY }
}

fn told(import: &Import) -> Vec<String> {
    let counted = import.counts.iter().filter(|counts| counts.added + counts.changed + counts.removed > 0);
    counted
        .map(|Counts { noun, added, changed, removed, .. }| format!("{noun} +{added} ~{changed} -{removed}"))
        .collect()
}

/// A number of an organisation, under a key.
fn number(key: &str, organisation: OrganisationId, value: &str) -> Identifier {
    let id = IdentifierId::from_key(key);
    let row = json!({ "id": id.uuid().to_string(), "key": key, "organisation": organisation.uuid().to_string(),
        "scheme": "KVK", "value": value, "source": "kvk", "confidence": "HIGH" });
    serde_json::from_value(row).unwrap()
}

#[test]
fn what_is_there_already_plans_nothing() {
    let network = fixture(REGION);
    for mode in [Mode::Merge, Mode::Replace(None)] {
        let import = import(&network, network.facts(), as_given(mode)).unwrap();
        assert!(import.changes.is_empty(), "{:?}", import.changes);
        assert_eq!(import.counts.iter().map(|counts| counts.same).sum::<usize>(), network.n_facts());
    }
}

#[test]
fn what_is_new_comes_what_is_told_otherwise_changes_and_the_rest_stays_or_goes() {
    let network = fixture(REGION);
    let mut outside =
        facts("municipality Zwolle partner since 2009; line Economie; municipality Ommen partner since 2010");
    outside.organisations.iter_mut().find(|row| &*row.slug == "zwolle").unwrap().note = Some("told anew".into());
    let merged = import(&network, outside.clone(), as_given(Mode::Merge)).unwrap();
    assert_eq!(told(&merged), ["organisations +1 ~1 -0", "partnerships +1 ~0 -0"]);
    assert!(network.apply(&merged.changes, revision()).is_ok());

    let replaced = import(&network, outside.clone(), as_given(Mode::Replace(None))).unwrap();
    let expected = [
        "organisations +1 ~1 -1",
        "partnerships +1 ~0 -1",
        "bodies +0 ~0 -1",
        "seats +0 ~0 -1",
        "commitments +0 ~0 -1",
        "contributions +0 ~0 -1",
    ];
    assert_eq!(told(&replaced), expected);
    let after = network.apply(&replaced.changes, revision()).unwrap();
    assert!(import(&after, outside, as_given(Mode::Replace(None))).unwrap().changes.is_empty());
}

#[test]
fn what_somebody_does_not_see_does_not_go_when_they_replace() {
    let mut all = facts(REGION);
    all.contributions[0].audience = Audience::Partners;
    let network = crate::testing::build(all.clone());
    all.contributions.clear();
    let seen = import(&network, all.clone(), as_given(Mode::Replace(Some(Sight::Public)))).unwrap();
    assert!(seen.changes.is_empty(), "{:?}", seen.changes);
    assert_eq!(told(&import(&network, all, as_given(Mode::Replace(None))).unwrap()), ["contributions +0 ~0 -1"]);
}

#[test]
fn an_organisation_is_known_by_its_number_and_never_by_its_name() {
    let mut here = facts(REGION);
    let kampen = OrganisationId::from_key("kampen");
    here.identifiers.push(number("kampen.kvk", kampen, "08190000"));
    let network = crate::testing::build(here);

    // Another key, the same number: everything that points at it points at Kampen.
    let mut outside =
        facts("municipality Gemeente Kampen; line Economie; pledge Gemeente Kampen to Economie capacity 1 fte");
    let theirs = outside.organisations.iter().find(|row| row.slug.starts_with("gemeente")).unwrap().id;
    outside.identifiers.push(number("kvk-1", theirs, "08190000"));
    let known = import(&network, outside.clone(), as_given(Mode::Merge)).unwrap();
    assert_eq!(told(&known), ["organisations +0 ~1 -0", "commitments +1 ~0 -0", "contributions +1 ~0 -0"]);
    let after = network.apply(&known.changes, revision()).unwrap();
    let row = after.organisations.get(after.organisations.by_key("kampen").unwrap());
    assert_eq!((row.id, row.name_nl.contains("Gemeente")), (kampen, true));
    assert!(after.commitments.iter().any(|(_, row)| row.organisation == kampen && &*row.key != "kampen.economie"));

    // The same name without the number is another one.
    outside.identifiers.clear();
    outside.organisations.iter_mut().find(|row| row.id == theirs).unwrap().name_nl = "Kampen".into();
    assert_eq!(told(&import(&network, outside, as_given(Mode::Merge)).unwrap())[0], "organisations +1 ~0 -0");
}

#[test]
fn two_rows_that_are_one_fact_are_refused() {
    let mut here = facts(REGION);
    let kampen = OrganisationId::from_key("kampen");
    here.identifiers.push(number("kampen.kvk", kampen, "08190000"));
    let network = crate::testing::build(here);
    let mut outside = facts("municipality Kampen; municipality Kampen Twee");
    let theirs = outside.organisations.iter().find(|row| row.slug.ends_with("twee")).unwrap().id;
    outside.identifiers.push(number("kvk-1", theirs, "08190000"));
    let problems = import(&network, outside, as_given(Mode::Merge)).unwrap_err();
    assert_eq!(problems.iter().map(|problem| &*problem.key).collect::<Vec<_>>(), ["kampen-twee"]);
    assert_eq!(problems[0].wrong, Wrong::OneFact { key: "kampen".into() });
}

#[test]
fn a_key_is_known_whatever_the_id() {
    let network = fixture(REGION);
    let mut outside = facts(REGION);
    let other = OrganisationId::from_uuid(Uuid::from_u128(7));
    let zwolle = outside.organisations.iter_mut().find(|row| &*row.slug == "zwolle").unwrap();
    let before = std::mem::replace(&mut zwolle.id, other);
    outside.partnerships.iter_mut().filter(|row| row.organisation == before).for_each(|row| row.organisation = other);
    for seat in &mut outside.seats {
        seat.on_behalf_of = seat.on_behalf_of.iter().map(|id| if *id == before { other } else { *id }).collect();
    }
    assert!(import(&network, outside, as_given(Mode::Replace(None))).unwrap().changes.is_empty());
}

#[test]
fn what_is_new_gets_an_id_that_nobody_outside_said_and_is_known_by_its_key_from_then_on() {
    let network = fixture(REGION);
    let outside =
        facts("municipality Ommen partner since 2010; line Economie; pledge Ommen to Economie capacity 1 fte");
    let seed = Some(Uuid::from_u128(42));
    let terms = Terms { seed, ..as_given(Mode::Merge) };
    let came = import(&network, outside.clone(), terms).unwrap();
    let after = network.apply(&came.changes, revision()).unwrap();
    let ommen = after.organisations.get(after.organisations.by_key("ommen").unwrap());
    assert_ne!(ommen.id, OrganisationId::from_key("ommen"));
    assert!(after.commitments.iter().any(|(_, row)| row.organisation == ommen.id));
    let again = import(&after, outside.clone(), Terms { seed: Some(Uuid::from_u128(43)), ..terms }).unwrap();
    assert!(again.changes.is_empty(), "{:?}", again.changes);
    // Rows of one noun alone point at the others by key.
    let alone = Facts { commitments: outside.commitments, ..Facts::default() };
    assert!(import(&after, alone, terms).unwrap().changes.is_empty());
}

#[test]
fn who_was_erased_does_not_come_back() {
    let network = fixture(REGION);
    let id = PersonId::from_key("jan");
    let row = json!({ "id": id.uuid().to_string(), "slug": "jan", "name": "Jan", "source": "x", "confidence": "HIGH" });
    let outside = Facts { persons: vec![serde_json::from_value(row).unwrap()], ..Facts::default() };
    let erased = HashSet::from([id.uuid()]);
    for seed in [None, Some(Uuid::from_u128(42))] {
        let terms = Terms { mode: Mode::Merge, seed, erased: &erased };
        let problems = import(&network, outside.clone(), terms).unwrap_err();
        assert_eq!(problems[0].wrong, Wrong::OfErased);
        assert_eq!(
            import(&network, outside.clone(), Terms { seed, ..as_given(Mode::Merge) }).unwrap().changes.len(),
            1
        );
    }
}

#[test]
fn nothing_is_said_twice_under_another_key() {
    let network = fixture(REGION);
    // The same partner by its register number, and a partnership with a key of its own.
    let with_number = {
        let zwolle = network.organisation_by_key("zwolle").unwrap();
        let row = number("zwolle.kvk", network.organisations.get(zwolle).id, "12345678");
        Arc::new(network.apply(&[Change::Added(row.into())], revision()).unwrap())
    };
    let mut outside = facts("municipality Gemeente_Zwolle partner since 2009; line Economie");
    let id = outside.partnerships[0].organisation;
    outside.identifiers = vec![number("other", id, "12345678")];
    let mut met = outside.clone();
    let found = import(&with_number, outside, as_given(Mode::Merge)).unwrap();
    let problems = found.holds(&with_number, revision()).unwrap_err();
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["partnerships gemeente-zwolle, organisation: partnerships zwolle says this of the same days"]);
    // It may be told with other days, or twice by one source.
    met.partnerships[0].until = Some("2009".parse().unwrap());
    met.partnerships[0].since = None;
    let found = import(&with_number, met.clone(), as_given(Mode::Merge)).unwrap();
    assert!(found.holds(&with_number, revision()).is_err(), "the end of 2009 is not known");
    met.partnerships[0].until = Some("2008".parse().unwrap());
    let mut again = met.partnerships[0].clone();
    again.key = "again".parse().unwrap();
    again.id = FactId::from_key("again");
    met.partnerships.push(again);
    let found = import(&with_number, met, as_given(Mode::Merge)).unwrap();
    assert!(found.holds(&with_number, revision()).is_ok());
}

/// Rows of organisations whose ids follow from their keys, and what else they tell.
fn organisation(key: &str, more: serde_json::Value) -> Organisation {
    let mut row = json!({ "id": OrganisationId::from_key(key).uuid().to_string(), "slug": key, "name_nl": key,
        "kind": "COMPANY", "helix": "BUSINESS", "source": "us", "confidence": "HIGH" });
    row.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    serde_json::from_value(row).unwrap()
}

fn as_sent() -> Terms<'static> {
    Terms { seed: Some(Uuid::from_u128(42)), ..as_given(Mode::Merge) }
}

#[test]
fn all_that_is_wrong_is_told_at_once_and_nothing_that_only_follows() {
    let network = fixture(REGION);
    let circle = |key: &str, parent: &str| organisation(key, json!({ "parent": OrganisationId::from_key(parent) }));
    let rows = vec![
        organisation("dangling", json!({ "parent": OrganisationId::from_key("nobody") })),
        circle("one", "two"),
        circle("two", "one"),
        organisation("ends-first", json!({ "since": "2024", "until": "2023" })),
        organisation("good", json!({})),
        // It hangs on one that is wrong, and is not wrong itself.
        organisation("below", json!({ "parent": OrganisationId::from_key("dangling") })),
    ];
    let partnerships = network.facts().partnerships;
    let mut outside = Facts { organisations: rows, partnerships, ..Facts::default() };
    let mut again = outside.partnerships[0].clone();
    again.key = "again".parse().unwrap();
    again.id = FactId::from_key("again");
    outside.partnerships.push(again);
    for terms in [as_given(Mode::Merge), as_sent(), Terms { mode: Mode::Replace(None), ..as_sent() }] {
        let refused = every(&network, || outside.clone(), terms, revision()).unwrap_err();
        let mut told: Vec<String> =
            refused.problems.iter().map(|problem| format!("{} {}", problem.noun, problem.key)).collect();
        told.sort();
        told.dedup();
        // Of a circle one is told.
        let rows = ["dangling", "ends-first", "two"].map(|key| format!("organisations {key}"));
        for row in &rows {
            assert!(told.contains(row), "{row} is not among {told:?}");
        }
        assert!(!told.iter().any(|row| row.ends_with("good") || row.ends_with("below")), "{told:?}");
        assert!(told.iter().any(|row| row == "partnerships again"), "{told:?}");
        let rest: Vec<String> = refused.rest.organisations.iter().map(|row| row.slug.to_string()).collect();
        assert_eq!(rest, ["good"]);
    }
}

#[test]
fn who_sends_a_file_renames_nothing() {
    let network = fixture(REGION);
    let mut outside = network.facts();
    let kampen = outside.organisations.iter_mut().find(|row| &*row.slug == "kampen").unwrap();
    kampen.slug = "anders".parse().unwrap();
    let problems = import(&network, outside.clone(), as_sent()).unwrap_err();
    assert_eq!(
        problems[0].to_string(),
        "organisations anders: this fact has the key kampen here, which stays: write that one"
    );
    // Who has the database may.
    assert_eq!(told(&import(&network, outside, as_given(Mode::Merge)).unwrap()), ["organisations +0 ~1 -0"]);
}

#[test]
fn a_key_names_the_fact_that_has_it_whatever_its_id() {
    // A fact that was renamed, and a new one under the key that it had.
    let mut facts = facts(REGION);
    let renamed = facts.organisations.iter_mut().find(|row| &*row.slug == "kampen").unwrap();
    renamed.slug = "kampen-oud".parse().unwrap();
    let new = Uuid::from_u128(7);
    facts.organisations.push(organisation("kampen", json!({ "id": new.to_string() })));
    let network = crate::testing::build(facts);
    let outside = Facts {
        organisations: vec![organisation("kampen", json!({ "name_nl": "Kampen zelf" }))],
        identifiers: vec![number("n", OrganisationId::from_key("kampen"), "12345678")],
        ..Facts::default()
    };
    for terms in [as_given(Mode::Merge), as_sent()] {
        let found = import(&network, outside.clone(), terms).unwrap();
        assert_eq!(told(&found), ["organisations +0 ~1 -0", "identifiers +1 ~0 -0"]);
        let after = network.apply(&found.changes, revision()).unwrap();
        let (_, number) = after.identifiers.iter().next().unwrap();
        assert_eq!(number.organisation.uuid(), new);
        // Alone it hangs on the same one.
        let alone = Facts { identifiers: outside.identifiers.clone(), ..Facts::default() };
        let found = import(&network, alone, terms).unwrap();
        let after = network.apply(&found.changes, revision()).unwrap();
        assert_eq!(after.identifiers.iter().next().unwrap().1.organisation.uuid(), new);
    }
    assert!(import(&network, network.facts(), as_sent()).unwrap().changes.is_empty());
}

#[test]
fn who_was_erased_is_known_by_the_key_that_they_had() {
    let network = fixture(REGION);
    let erased = std::iter::once(PersonId::from_key("jan").uuid()).collect();
    let row = |id: PersonId| -> Person {
        let row =
            json!({ "id": id.uuid().to_string(), "slug": "jan", "name": "Jan", "source": "us", "confidence": "HIGH" });
        serde_json::from_value(row).unwrap()
    };
    for id in [PersonId::from_key("jan"), PersonId::from_uuid(Uuid::from_u128(9))] {
        let outside = Facts { persons: vec![row(id)], ..Facts::default() };
        let problems = import(&network, outside, Terms { erased: &erased, ..as_sent() }).unwrap_err();
        assert_eq!(problems[0].wrong, Wrong::OfErased);
    }
}
