use serde_json::{Value, json};

use super::rejection::REFUSING;
use super::*;
use crate::coalition::Weights;
use crate::facts::*;
use crate::findings::Finding;
use crate::id::{FactId, OrganisationId};
use crate::source::Confidence;
use crate::testing::{day, fixture};
use crate::view::View;

const REGION: &str = "municipality Zwolle partner since 2009; municipality Kampen partner since 2009; line Economie
    council Raad of Kampen; agreement Agenda; signature Kampen under Agenda ratified by Raad on 2026-02-01";

pub(super) fn policy() -> Policy {
    Policy { source_required: true, today: day("2026-11-24"), erased: Arc::default() }
}

pub(super) fn next(network: &Network) -> Revision {
    Revision { number: network.revision().number + 1, ..network.revision() }
}

pub(super) fn source() -> Option<Source> {
    Some(Source { title: "Raadsvoorstel".into(), locator: None, url: Some("https://example.org/raadsvoorstel".into()) })
}

pub(super) fn fact<T: Fact + serde::de::DeserializeOwned + Into<AnyFact>>(fields: Value) -> AnyFact {
    let mut fields = fields;
    fields["source"] = json!("");
    fields["confidence"] = json!("HIGH");
    let mut fact: T = serde_json::from_value(fields).expect("a fact");
    fact.set_id(T::Id::from_key(&fact.key().clone()));
    fact.into()
}

pub(super) fn pledge(until: Option<&str>) -> Command {
    let commitment = fact::<Commitment>(json!({
        "key": "p1", "organisation": "kampen", "programme_line": "economie", "status": "PLEDGED",
        "since": "2026-01-01", "until": until,
    }));
    let contribution = fact::<Contribution>(json!({
        "key": "p1.1", "commitment": "p1", "kind": "BUDGET", "amount": "250000.00", "unit": "EUR", "minimum": false,
    }));
    let drafts = vec![
        Draft { fact: commitment, path: vec![] },
        Draft { fact: contribution, path: vec!["contributions".into(), "0".into()] },
    ];
    Command { act: Act::Record(drafts), source: source(), if_revision: None }
}

/// Plans, and tells code and path of each refusal.
pub(super) fn told(network: &Arc<Network>, command: &Command) -> Result<Planned, Vec<String>> {
    plan(network, command, &policy(), next(network)).map_err(|rejections| {
        let show = |rejection: &Rejection| format!("{} {}", rejection.code.code(), rejection.path.join("."));
        rejections.iter().map(show).collect()
    })
}

/// The refusals of a plan; none when it is not refused.
pub(super) fn refusals(planned: Result<Planned, Vec<String>>) -> Vec<String> {
    planned.err().unwrap_or_default()
}

pub(super) fn done(network: &Arc<Network>, command: &Command) -> Arc<Network> {
    Arc::new(told(network, command).expect("it can be done").after)
}

pub(super) fn commitment() -> CommitmentId {
    CommitmentId::from_key("p1")
}

fn correct(set: Value, if_revision: Option<i64>) -> Command {
    Command { if_revision, ..correct_fact("commitments", "p1", set) }
}

/// Other values for some fields of the fact with this key.
pub(super) fn correct_fact(noun: &'static str, key: &str, set: Value) -> Command {
    let Value::Object(set) = set else { unreachable!("fields") };
    macro_rules! id {
        ($($table:ident $fact:ident,)*) => {
            match noun {
                $(<$fact as Fact>::NOUN => <$fact as Fact>::Id::from_key(key).uuid(),)*
                _ => unreachable!("a noun"),
            }
        };
    }
    let target = Pointer { noun, id: crate::for_each_noun!(id) };
    Command { act: Act::Correct { target, set }, source: source(), if_revision: None }
}

#[test]
fn a_pledge_becomes_facts_on_the_word_of_its_source() {
    let region = fixture(REGION);
    let planned = told(&region, &pledge(None)).expect("it can be done");
    let economie = planned.after.programme_lines.by_key("economie").expect("the line");
    assert_eq!(planned.changes.len(), 2);
    assert_eq!(planned.after.commitments.len(), region.commitments.len() + 1);
    let view = View::new(Arc::new(planned.after), day("2026-11-24"), Confidence::Unverified, Arc::default());
    let kampen = view.network().organisations.by_key("kampen").expect("Kampen");
    let standing = view.coalition(economie).standing(kampen).expect("a standing");
    assert_eq!(standing.status.code(), "PLEDGED");
    let row = view.network().commitments.get(view.network().commitments.by_id(commitment()).expect("the pledge"));
    assert_eq!(view.network().citations(row)[0].url.as_deref(), Some("https://example.org/raadsvoorstel"));
}

#[test]
fn each_refusal_has_a_code_and_a_path_and_all_are_told_at_once() {
    let region = fixture(REGION);
    let nobody = Command { source: None, ..pledge(Some("2025")) };
    assert_eq!(
        told(&region, &nobody).map(|_| ()),
        Err(vec!["SOURCE_REQUIRED source".into(), "INVALID_PERIOD until".into()])
    );
    let pledged = done(&region, &pledge(None));
    assert_eq!(
        told(&pledged, &pledge(None)).map(|_| ()),
        Err(vec!["ALREADY_EXISTS ".into(), "ALREADY_EXISTS contributions.0".into()])
    );
    let mut lost = pledge(None);
    if let Act::Record(drafts) = &mut lost.act
        && let AnyFact::Commitment(row) = &mut drafts[0].fact
    {
        row.organisation = OrganisationId::from_key("nobody");
    }
    assert_eq!(told(&region, &lost).map(|_| ()), Err(vec!["NOT_FOUND organisation".into()]));
    assert_eq!(told(&region, &correct(json!({ "until": "2027" }), None)).map(|_| ()), Err(vec!["NOT_FOUND id".into()]));
}

#[test]
fn what_somebody_else_changed_since_is_a_conflict() {
    let pledged = done(&fixture(REGION), &pledge(None));
    assert_eq!(pledged.revision().number, 2);
    let later = done(&pledged, &correct(json!({ "until": "2027" }), Some(2)));
    assert_eq!(
        told(&later, &correct(json!({ "until": "2028" }), Some(2))).map(|_| ()),
        Err(vec!["VERSION_CONFLICT ifRevision".into()])
    );
    assert_eq!(
        told(&later, &correct(json!({ "until": "2027" }), None)).map(|_| ()),
        Err(vec!["ALREADY_EXISTS ".into()])
    );
    assert_eq!(
        told(&later, &correct(json!({ "organisation": null }), None)).map(|_| ()),
        Err(vec!["INVALID_VALUE organisation".into()])
    );
}

#[test]
fn beside_a_conflict_all_is_told_that_is_wrong_with_the_input_and_nothing_that_follows() {
    let pledged = done(&fixture(REGION), &pledge(None));
    let later = done(&pledged, &correct(json!({ "until": "2027" }), Some(2)));
    let late = |set: Value| refusals(told(&later, &Command { source: None, ..correct(set, Some(2)) }));
    assert_eq!(
        late(json!({ "since": "2024", "until": "2020", "note": " " })),
        ["SOURCE_REQUIRED source", "VERSION_CONFLICT ifRevision", "INVALID_VALUE note", "INVALID_PERIOD until"]
    );
    assert_eq!(
        late(json!({ "status": null, "until": "2020" })),
        ["SOURCE_REQUIRED source", "VERSION_CONFLICT ifRevision", "INVALID_VALUE status", "INVALID_PERIOD until"]
    );
    assert_eq!(late(json!({ "until": "2027" })), ["SOURCE_REQUIRED source", "VERSION_CONFLICT ifRevision"]);
}

#[test]
fn a_source_alone_is_corrected_when_it_is_another_one() {
    let pledged = done(&fixture(REGION), &pledge(None));
    let on_the_word_of = |title: &str| {
        let given = source().map(|source| Source { title: title.into(), ..source });
        told(&pledged, &Command { source: given, ..correct(json!({}), None) })
    };
    assert_eq!(refusals(on_the_word_of("Raadsvoorstel")), ["ALREADY_EXISTS "]);
    assert_eq!(on_the_word_of("Besluitenlijst").expect("another source").changes.len(), 1);
    let none = Command { source: None, ..correct(json!({}), None) };
    let lenient = Policy { source_required: false, ..policy() };
    let refused = plan(&pledged, &none, &lenient, next(&pledged)).expect_err("nothing is changed");
    assert_eq!(refused[0].code, ErrorCode::AlreadyExists);
}

#[test]
fn a_correction_that_does_not_fit_is_refused_at_each_field_that_does_not() {
    let pledged = done(&fixture(REGION), &pledge(None));
    let set = json!({ "condition": "perhaps", "note": null, "organisation": "", "status": null, "until": null });
    let refused = plan(&pledged, &correct(set, None), &policy(), next(&pledged)).expect_err("it does not fit");
    let told: Vec<String> = refused
        .iter()
        .map(|refusal| format!("{}: {}", refusal.path.join("."), refusal.message(Language::En)))
        .collect();
    assert_eq!(told, ["condition: this field cannot have this value", "status: this field cannot be empty"]);
}

#[test]
fn of_several_fields_that_exclude_each_other_the_first_is_told_as_inputs_write_it() {
    let region = fixture(REGION);
    let name = |other: Value| {
        let mut fields = json!({ "key": "new", "name": "Bestuur", "language": "NL", "kind": "ALIAS" });
        fields.as_object_mut().expect("fields").extend(other.as_object().expect("fields").clone());
        let drafts = vec![Draft { fact: fact::<Name>(fields), path: vec!["names".into()] }];
        let command = Command { act: Act::Record(drafts), source: source(), if_revision: None };
        let refused = plan(&region, &command, &policy(), next(&region)).expect_err("not exactly one");
        format!("{}: {}", refused[0].path.join("."), refused[0].message(Language::Nl))
    };
    let one = "geef precies een van organisation, body, programmeLine";
    assert_eq!(
        name(json!({ "body": "raad", "programme_line": "economie" })),
        format!("names.body: {one}; er zijn er 2 gegeven")
    );
    assert_eq!(name(json!({})), format!("names: {one}; er zijn er 0 gegeven"));
}

#[test]
fn a_key_that_is_there_already_is_told_at_the_field_that_gave_it() {
    let region = fixture(REGION);
    let record = |fact: AnyFact| {
        let act = Act::Record(vec![Draft { fact, path: vec![] }]);
        let first = done(&region, &Command { act: act.clone(), source: source(), if_revision: None });
        refusals(told(&first, &Command { act, source: source(), if_revision: None }))
    };
    let rule = json!({ "key": "R21", "title_nl": "Openheid", "title_en": "Openness", "text_nl": "Alles", "text_en": "All",
        "severity": "INFO", "ours": true });
    assert_eq!(record(fact::<Rule>(rule)), ["ALREADY_EXISTS code"]);
    assert_eq!(
        record(fact::<StakeholderGroup>(json!({ "slug": "a", "name_nl": "A", "helix": "BUSINESS" }))),
        ["ALREADY_EXISTS slug"]
    );
}

#[test]
fn without_means_nothing_is_ratified() {
    let region = fixture(REGION);
    let (_, decision) = region.decisions.iter().next().expect("the decision");
    let ratify = Command {
        act: Act::Ratify { commitment: commitment(), decision: decision.id },
        source: source(),
        if_revision: None,
    };
    let mut empty = pledge(None);
    if let Act::Record(drafts) = &mut empty.act {
        drafts.pop();
    }
    assert_eq!(told(&done(&region, &empty), &ratify).map(|_| ()), Err(vec!["RULE_R04 commitment".into()]));
    let ratified = done(&done(&region, &pledge(None)), &ratify);
    let row = ratified.commitments.get(ratified.commitments.by_id(commitment()).expect("the pledge"));
    assert_eq!((row.status.code(), row.ratified_by), ("RATIFIED", Some(decision.id)));
}

#[test]
fn what_was_never_so_goes_with_its_own_and_not_while_others_need_it() {
    let pledged = done(&fixture(REGION), &pledge(None));
    let remove = |noun, id| Command { act: Act::Remove(Pointer { noun, id }), source: None, if_revision: None };
    let gone = told(&pledged, &remove("commitments", commitment().uuid())).expect("it can go");
    assert_eq!(gone.changes.len(), 2);
    assert!(gone.after.contributions.is_empty());
    let kampen = OrganisationId::from_key("kampen").uuid();
    let kept = plan(&pledged, &remove("organisations", kampen), &policy(), next(&pledged)).expect_err("others need it");
    assert!(kept.iter().all(|rejection| rejection.code == ErrorCode::InUse), "{kept:?}");
    assert!(kept[0].message(Language::En).ends_with(" points at it"), "{kept:?}");
}

#[test]
fn what_was_done_can_be_undone() {
    let region = fixture(REGION);
    let planned = told(&region, &pledge(None)).expect("it can be done");
    let undone =
        planned.after.apply(&crate::change::inverse(planned.changes), next(&region)).expect("it can be undone");
    assert_eq!(undone.facts(), region.facts());
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(128))]

    #[test]
    fn rules_are_held_where_changes_may_break_them_and_nowhere_else(
        first in proptest::collection::vec(crate::network::tests::step(), 0..4),
        later in proptest::collection::vec(crate::network::tests::step(), 1..6),
    ) {
        use crate::network::tests::{REGION, between, changed};
        let one = changed(&REGION, &first);
        let two = changed(&one, &later);
        let changes = between(&one, &two);
        let (Ok(before), Ok(after)) = (Network::build(one, crate::testing::revision()), Network::build(two, crate::testing::revision()))
        else {
            return Ok(());
        };
        let after = Arc::new(before.apply(&changes, after.revision()).expect("changes"));
        let before = Arc::new(before);
        let errors = |network: &Arc<Network>| -> Vec<Finding> {
            let view = View::new(network.clone(), policy().today, Confidence::Unverified, Arc::new(Weights::default()));
            let refuses = |finding: &Finding| REFUSING.iter().any(|(rule, _)| *rule == finding.rule);
            let all = crate::findings::findings(&view).into_iter();
            all.filter(|finding| finding.severity == Severity::Error && refuses(finding)).collect()
        };
        let known = errors(&before);
        let is_new = |finding: &&Finding| !known.iter().any(|old| old.rule == finding.rule && old.key == finding.key);
        let all = errors(&after);
        let expected: Vec<&str> = all.iter().filter(is_new).map(|finding| finding.message(Language::En)).collect();
        let found = broken(&before, &after, &changes, &policy());
        let found: Vec<&str> = found.iter().map(|(finding, _)| finding.message(Language::En)).collect();
        // What begins later is looked at on other days as well.
        let known_now = |message: &&str| expected.contains(message) || all.iter().all(|finding| finding.message(Language::En) != *message);
        proptest::prop_assert!(found.iter().all(known_now), "{found:?} {expected:?}");
        proptest::prop_assert!(expected.iter().all(|message| found.contains(message)), "{found:?} {expected:?}");
    }
}
