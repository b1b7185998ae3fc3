//! What is forgotten is nowhere, and what is not about a person is told as before.

mod periods;
mod planted;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use uuid::Uuid;

use super::*;
use crate::any_fact::AnyFact;
use crate::change::Change;
use crate::coalition::Weights;
use crate::facts::*;
use crate::findings::findings;
use crate::for_each_noun;
use crate::id::{FactId, PersonId};
use crate::journal::{Commit, Journal};
use crate::network::tests::{Step, between, changed, dataset, step};
use crate::network::{Network, Noun, Revision};
use crate::references::{Refers, Visitor};
use crate::snapshot::Snapshot;
use crate::source::Confidence;
use crate::testing::{day, revision};
use crate::view::View;

/// The made-up region, in which Willemijn de Vries went from a town hall to a ministry.
static REGION: LazyLock<Facts> = LazyLock::new(|| dataset("regio-voorbeeld"));

fn willemijn() -> PersonId {
    PersonId::from_key("willemijn-de-vries")
}

fn revised(number: i64) -> Revision {
    Revision { number, ..revision() }
}

/// A database with these facts, changed into others one commit after the other.
fn recorded(facts: &[Facts]) -> Option<Snapshot> {
    let network = Arc::new(Network::build(facts[0].clone(), revision()).ok()?);
    let commit = |number, changes| Commit {
        revision: revised(number),
        actor: "desk".into(),
        command: "DRILL".into(),
        reason: Some("Willemijn de Vries belde".into()),
        changes,
    };
    let mut snapshot = Snapshot { network, journal: Journal::new(vec![commit(1, Vec::new())]) };
    for (number, pair) in (2..).zip(facts.windows(2)) {
        snapshot = snapshot.after(Arc::new(commit(number, between(&pair[0], &pair[1])))).ok()?;
    }
    Some(snapshot)
}

fn by(number: i64) -> By {
    By { revision: revised(number), actor: "operator".into(), command: ERASE_PERSON, reason: Some("verzoek".into()) }
}

fn erased(snapshot: &Snapshot) -> Forgotten {
    let pseudonym = pseudonym(Uuid::from_u128(0xabcd_ef01));
    let forgetting = erasure(snapshot, willemijn(), pseudonym).expect("she is there");
    forgetting.forget(snapshot, by(snapshot.network.revision().number + 1)).expect("it stays a network")
}

/// What each standing rests on and what breaks a rule, on days past and to come, in the words of these keys and names.
fn told(network: &Arc<Network>, words: &BTreeMap<String, String>) -> Vec<String> {
    let mut told = Vec::new();
    for on in ["2021-03-14", "2024-03-14", "2026-11-24"] {
        for least in [Confidence::Unverified, Confidence::High] {
            let view = View::new(Arc::clone(network), day(on), least, Arc::new(Weights::default()));
            for (_, line) in network.programme_lines.iter() {
                told.extend(crate::testing::everything(&view, &line.slug).lines().map(ToOwned::to_owned));
            }
            let finding = |finding: &crate::findings::Finding| {
                format!("{} {} {}", finding.rule, finding.key, finding.message(Language::Nl))
            };
            told.extend(findings(&view).iter().map(finding));
        }
    }
    // Keys hold other keys.
    let mut words: Vec<_> = words.iter().collect();
    words.sort_by_key(|(before, _)| std::cmp::Reverse(before.len()));
    for text in &mut told {
        for (before, after) in &words {
            if text.contains(*before) {
                *text = text.replace(*before, after);
            }
        }
    }
    told.sort();
    told
}

/// What one of them tells and the other does not.
fn only(one: &[String], other: &[String]) -> Vec<String> {
    let mut left: BTreeMap<&String, i32> = BTreeMap::new();
    one.iter().for_each(|line| *left.entry(line).or_default() += 1);
    other.iter().for_each(|line| *left.entry(line).or_default() -= 1);
    left.into_iter().filter(|(_, n)| *n != 0).map(|(line, n)| format!("{n} {line}")).collect()
}

/// What became of keys and names.
fn words(before: &Network, after: &Network) -> BTreeMap<String, String> {
    let mut words = BTreeMap::from([("Willemijn de Vries".to_owned(), "persoon-abcdef01".to_owned())]);
    macro_rules! each {
        ($($noun:ident $fact:ident,)*) => {$(
            for (_, row) in before.$noun.iter() {
                let is = after.$noun.by_id(row.id()).map(|ix| after.$noun.get(ix).key());
                if let Some(is) = is.filter(|is| *is != row.key()) {
                    words.insert(row.key().to_string(), is.to_string());
                }
            }
        )*};
    }
    for_each_noun!(each);
    words
}

#[test]
fn the_example_is_erased_and_the_decisions_of_her_time_stand() {
    let before = recorded(std::slice::from_ref(&REGION)).expect("the region");
    let Forgotten { after, report, commit, changes, .. } = erased(&before);
    let person = after.network.persons.by_key("persoon-abcdef01").expect("she has a pseudonym");
    let person = after.network.persons.get(person);
    assert_eq!((person.id, &*person.name, &*person.source), (willemijn(), "persoon-abcdef01", "(gewist)"));
    assert_eq!(person.note, None);
    let counts = |counts: &BTreeMap<&str, usize>| format!("{counts:?}");
    assert_eq!(counts(&report.gone), r#"{"assessments": 4, "person_contacts": 1, "ties": 9}"#);
    assert_eq!(
        counts(&report.changed),
        r#"{"contact_moments": 6, "follow_ups": 1, "offices": 2, "persons": 1, "seats": 2, "targets": 2}"#
    );
    let talk = |network: &Network| {
        let id = crate::id::ContactMomentId::from_key("2025-08-19.noordermarke.willemijn");
        network.contact_moments.get(network.contact_moments.by_id(id).expect("the talk")).clone()
    };
    let (was, is) = (talk(&before.network), talk(&after.network));
    assert_eq!(
        (is.date, is.topic, is.holder, &is.their_persons),
        (was.date, was.topic, was.holder, &was.their_persons)
    );
    assert_eq!((is.outcome, is.note), (None, None));
    // Who may see a fact that was touched learns that it was, and nothing else.
    assert!(commit.changes.iter().all(|change| change.before() == change.after()));
    assert_eq!(commit.changes.len() + 14, changes.len());
    let words = words(&before.network, &after.network);
    assert_eq!(only(&told(&before.network, &words), &told(&after.network, &words)), Vec::<String>::new());
    let all = format!("{:?} {:?}", after.network.facts(), after.journal);
    assert!(!all.to_lowercase().contains("willemijn"), "{all}");
}

#[test]
fn a_person_is_told_all_that_is_known_about_them() {
    let mut corrected = REGION.clone();
    let own = corrected.person_contacts.iter_mut().find(|row| row.person == willemijn()).expect("her address");
    own.value = "willemijn@thuis.example".into();
    corrected.organisations[0].note = Some("mevrouw De Vries was hier".into());
    let snapshot = recorded(&[REGION.clone(), corrected]).expect("the region");
    let told = person_data(&snapshot, willemijn()).expect("she is there");
    let counts: Vec<_> = told.sections.iter().map(|section| (section.noun, section.records.len())).collect();
    let expected = [
        ("persons", 1),
        ("offices", 2),
        ("seats", 2),
        ("person_contacts", 1),
        ("ties", 9),
        ("targets", 2),
        ("assessments", 4),
        ("contact_moments", 6),
        ("follow_ups", 1),
    ];
    assert_eq!(counts, expected);
    let assessments = &told.sections[6];
    assert_eq!(assessments.title.nl, "Hoe wij u inschatten: invloed, belang en houding");
    let first = &assessments.records[0];
    assert_eq!(first.fields["note"], "knows every crossing, from her years in Lindewold");
    assert_eq!((&first.fields["influence"], &first.fields["position"]), (&"4".into(), &"-1".into()));
    assert_eq!(first.fields["target"]["key"], "dubbelspoor-aalijn.directeur-spoor");
    assert_eq!(first.fields["holder"]["name"], "Provincie Noordermarke");
    assert_eq!(first.sources[0].locator.as_deref(), Some("INSCHATTINGEN"));
    let talk = &told.sections[7].records[1].fields["their_persons"];
    assert_eq!((&talk[0]["name"], &talk[1]["name"]), (&"Ruben Hartgerink".into(), &"Willemijn de Vries".into()));
    let history: Vec<_> = told.history.iter().map(|change| (change.revision, change.noun)).collect();
    assert_eq!(history, [(2, "person_contacts")]);
    let was = told.history[0].before.as_ref().expect("it was");
    assert_eq!(was["value"], "w.devries@bereikbaarheid.example");
    let mentions: Vec<_> = told.mentions.iter().map(|mention| (mention.noun, mention.field, mention.sure)).collect();
    let reason = ("commits", "reason", true);
    assert_eq!(mentions, [("organisations", "note", false), reason, reason]);
    assert_eq!(person_data(&snapshot, PersonId::from_key("nobody")), None);
}

#[test]
fn what_is_told_is_what_is_erased() {
    let one = planted::planted(&REGION, willemijn(), "MERK");
    let n_markers = |text: &str| text.matches("MERK").count();
    let planted = n_markers(&format!("{one:?}"));
    let told = person_data(&recorded(&[one]).expect("the region"), willemijn()).expect("she is there");
    let told: Vec<_> = told.sections.iter().flat_map(|section| &section.records).map(|record| &record.fields).collect();
    assert!(planted > 30);
    assert_eq!(n_markers(&format!("{told:?}")), planted);
}

#[test]
fn who_was_erased_before_is_not_changed_any_more() {
    let once = erased(&recorded(std::slice::from_ref(&REGION)).expect("the region"));
    let twice = erased(&once.after);
    assert_eq!((twice.changes, twice.rewritten), (Vec::new(), Vec::new()));
    assert_eq!(twice.commit.reason, None, "everybody sees a commit without facts");
}

#[test]
fn another_one_of_the_same_last_name_stays_and_is_shown() {
    let mut facts = REGION.clone();
    let mut other = facts.persons[0].clone();
    (other.id, other.slug, other.name) =
        (PersonId::from_key("x"), "jan-de-vries".parse().unwrap(), "Jan de Vries".into());
    other.note = Some("broer van mevrouw De Vries".into());
    facts.persons.push(other.clone());
    facts.organisations[0].note = Some("Willemijn de Vries was hier".into());
    let Forgotten { after, report, .. } = erased(&recorded(&[facts]).expect("the region"));
    let is = after.network.persons.get(after.network.persons.by_id(other.id).expect("he stays"));
    assert_eq!(*is, other);
    assert!(report.look_at.iter().any(|place| place.key == "jan-de-vries" && place.field == "note"), "{report:?}");
    let replaced: Vec<_> = report.replaced.iter().map(|place| (place.noun, place.field)).collect();
    assert_eq!(replaced, [("commits", "reason"), ("organisations", "note")]);
}

#[test]
fn who_is_only_in_the_journal_any_more_is_erased_there() {
    let mut without = REGION.clone();
    without.persons.retain(|person| person.id != willemijn());
    macro_rules! let_go {
        ($($noun:ident $fact:ident,)*) => {
            $(without.$noun.retain(|row| !references(row).iter().any(|(_, id)| *id == willemijn().uuid()));)*
        };
    }
    for_each_noun!(let_go);
    let targets: Vec<_> = without.targets.iter().map(|target| target.id).collect();
    without.assessments.retain(|row| targets.contains(&row.target));
    without.contact_moments.retain(|row| row.target.is_none_or(|target| targets.contains(&target)));
    let talks: Vec<_> = without.contact_moments.iter().map(|talk| talk.id).collect();
    without.contact_moments.retain(|row| row.after.is_none_or(|after| talks.contains(&after)));
    without.contact_notes.retain(|row| talks.contains(&row.contact_moment));
    without.follow_ups.retain(|row| talks.contains(&row.contact_moment));
    let before = recorded(&[REGION.clone(), without]).expect("a network without her");
    assert_eq!(find_person(&before, "willemijn-de-vries"), Some(willemijn()));
    let Forgotten { after, changes, .. } = erased(&before);
    assert_eq!(changes, Vec::new());
    assert!(!format!("{:?}", after.journal).to_lowercase().contains("willemijn"));
    let first = after.journal.undo(&after.network, revised(1)).expect("undone");
    assert!(first.persons.by_key("persoon-abcdef01").is_some());
}

/// What a fact points at, by field, persons only.
fn references<T: Refers>(row: &T) -> Vec<(&'static str, Uuid)> {
    struct Persons(Vec<(&'static str, Uuid)>);

    impl Visitor for Persons {
        fn points<R: Noun>(&mut self, field: &'static str, id: R::Id) {
            if R::NOUN == Person::NOUN {
                self.0.push((field, id.uuid()));
            }
        }
    }

    let mut persons = Persons(Vec::new());
    row.references(&mut persons);
    persons.0
}

#[test]
fn every_field_of_every_noun_has_a_class_and_all_that_points_at_persons_is_known() {
    let class = |noun: &str, field: &str| {
        let fields = FIELDS.iter().find(|(other, _)| *other == noun).map(|(_, fields)| *fields).unwrap_or_default();
        fields.iter().find(|(other, _)| *other == field).map(|(_, class)| *class)
    };
    let mut pointing = std::collections::BTreeSet::new();
    macro_rules! each {
        ($($noun:ident $fact:ident,)*) => {$(
            for row in &REGION.$noun {
                for (field, _) in references(row) {
                    pointing.insert((stringify!($noun), field));
                }
                let fields = AnyFact::from(row.clone()).to_json();
                for field in fields.as_object().expect("fields").keys() {
                    assert!(class(stringify!($noun), field).is_some(), "{} {field}", stringify!($noun));
                }
            }
            assert!(class(stringify!($noun), "id").is_some());
        )*};
    }
    for_each_noun!(each);
    let is_person = |class: &Class| matches!(class, Class::Person(_));
    let classed =
        FIELDS.iter().flat_map(|(noun, fields)| fields.iter().map(move |(field, class)| (*noun, *field, class)));
    let known: std::collections::BTreeSet<_> =
        classed.filter(|(.., class)| is_person(class)).map(|(noun, field, _)| (noun, field)).collect();
    assert_eq!(pointing, known);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// A marker stands in everything that tells of her, as it is and as it was before changes; and whatever was known at
    /// whatever revision tells of coalitions what it told.
    #[test]
    fn no_earlier_revision_brings_back_what_was_erased(
        first in prop::collection::vec(step(), 0..4),
        then in prop::collection::vec(step(), 1..4),
        at_last in prop::collection::vec(step(), 1..4),
    ) {
        check(&first, &then, &at_last)?;
    }
}

#[test]
fn most_of_what_is_drilled_is_a_network() {
    // Else the property above would look at nothing.
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let steps = prop::collection::vec(step(), 1..4);
    let mut next = || steps.new_tree(&mut runner).expect("steps").current();
    let networks = (0..64).filter(|_| {
        let one = changed(&REGION, &next());
        let two = changed(&one, &next());
        let three = changed(&two, &next());
        recorded(&[one, two, three]).is_some()
    });
    assert!(networks.count() > 12);
}

fn check(first: &[Step], then: &[Step], at_last: &[Step]) -> Result<(), TestCaseError> {
    let one = planted::planted(&changed(&REGION, first), willemijn(), "MERKEEN");
    let next = |facts: &Facts, steps: &[Step]| planted::unmoved(facts, changed(facts, steps), "MERK");
    let two = planted::planted(&next(&one, then), willemijn(), "MERKTWEE");
    let three = planted::planted(&next(&two, at_last), willemijn(), "MERKDRIE");
    let Some(before) = recorded(&[one, two, three]) else { return Ok(()) };
    if find_person(&before, &willemijn().uuid().to_string()).is_none() {
        return Ok(());
    }
    let Forgotten { after, rewritten, .. } = erased(&before);
    for commit in after.journal.commits() {
        let text = format!("{commit:?}");
        prop_assert!(!text.contains("MERK") && !text.contains("Willemijn"), "{}", text);
    }
    prop_assert!(rewritten.iter().all(|commit| commit.revision <= 3));
    for number in 1..=4 {
        let known = after.journal.undo(&after.network, revised(number)).expect("undone");
        let text = format!("{:?}", known.facts());
        let at = text.find("MERK").or_else(|| text.find("Willemijn"));
        prop_assert!(at.is_none(), "{} {}", number, at.map_or("", |at| &text[at.saturating_sub(400)..at + 40]));
        let was = Arc::new(before.journal.undo(&before.network, revised(number.min(3))).expect("undone"));
        let words = words(&was, &known);
        prop_assert_eq!(only(&told(&was, &words), &told(&Arc::new(known), &words)), Vec::<String>::new());
    }
    Ok(())
}

#[test]
fn what_was_followed_is_told_from_what_was_loaded_anew() {
    let before = recorded(std::slice::from_ref(&REGION)).expect("the region");
    let Forgotten { after, .. } = erased(&before);
    assert_eq!(after.journal.rewritten_at(), 2);
    assert_ne!(after.network.key(), before.network.key());
    let earlier = after.journal.undo(&after.network, revised(1)).expect("undone");
    assert_eq!(earlier.revision(), before.network.revision());
    assert_ne!(earlier.key(), before.network.key(), "what was computed of it before is not taken for it");
    for sight in [crate::audience::Sight::Public, crate::audience::Sight::Desk(None)] {
        assert_eq!(after.seen_by(sight).expect("seen").network.key().rewritten_at, 2);
    }
    let change =
        Change::Removed(after.network.fact("ties", after.network.ties.iter().next().unwrap().1.id.uuid()).unwrap());
    let commit = Commit { changes: vec![change], revision: revised(3), ..Commit::clone(&erased(&before).commit) };
    assert_eq!(after.after(Arc::new(commit)).expect("it follows").network.key().rewritten_at, 2);
}

/// Willemijn, whom somebody removed while two partners knew her in secret, each under a number of her own.
#[test]
fn whom_partners_have_copies_of_is_forgotten_and_told_of_as_one() {
    let (one, other) = ("gemeente-waterbroek", "gemeente-oostveld");
    let mut network = crate::testing::build(REGION.clone());
    let add = |network: &Network, fact: AnyFact| {
        Arc::new(network.apply(&[Change::Added(fact)], revised(network.revision().number + 1)).expect("a network"))
    };
    let person = |slug: &str, id: PersonId, holder: Option<&str>| -> AnyFact {
        let audience = if holder.is_some() { "HOLDER_ONLY" } else { "PUBLIC" };
        let holder = holder.map(crate::id::OrganisationId::from_key);
        let row = serde_json::json!({ "id": id, "slug": slug, "name": "Jantje Beton", "source": "brief",
            "confidence": "HIGH", "audience": audience, "holder": holder });
        AnyFact::from_json(Person::NOUN, row).expect("a person")
    };
    let original = PersonId::from_key("jantje");
    let mut journal = Vec::new();
    let copies = [one, other].map(|holder| {
        let id = crate::copied::copy_id(original.uuid(), crate::id::OrganisationId::from_key(holder));
        let copy = PersonId::from_uuid(id);
        network = add(&network, person(&format!("jantje-{}", &id.simple().to_string()[..8]), copy, Some(holder)));
        let contact = serde_json::json!({ "id": crate::id::PersonContactId::from_key(holder), "key": holder,
            "person": copy, "kind": "PHONE", "value": "06 12345678", "source": "brief", "confidence": "HIGH",
            "audience": "HOLDER_ONLY", "holder": crate::id::OrganisationId::from_key(holder) });
        network = add(&network, AnyFact::from_json(PersonContact::NOUN, contact).expect("a contact"));
        copy
    });
    let gone = Change::Removed(person("jantje", original, None));
    let revision = network.revision();
    let (actor, command) = ("e".to_owned(), "REMOVE_PERSON".to_owned());
    journal.push(Arc::new(Commit { revision, actor, command, reason: None, changes: vec![gone] }));
    let known = Snapshot { network, journal: Journal::of_shared(journal) };
    for asked in [original, copies[0], copies[1]] {
        let told = person_data(&known, asked).expect("somebody");
        let records =
            |noun: &str| told.sections.iter().find(|section| section.noun == noun).map_or(0, |it| it.records.len());
        assert_eq!((records("persons"), records("person_contacts")), (2, 2), "{asked:?}");
        let forgetting = erasure(&known, asked, pseudonym(Uuid::from_u128(7))).expect("somebody");
        let by = By { revision: revised(99), actor: "d".into(), command: ERASE_PERSON, reason: None };
        let after = forgetting.forget(&known, by).expect("a network").after;
        let text = format!("{:?}", after);
        for forgotten in ["Jantje", "jantje", "06 12345678"] {
            assert!(!text.contains(forgotten), "{asked:?} {forgotten}");
        }
        for copy in copies {
            assert!(after.network.persons.by_id(copy).is_some(), "a pseudonym stays of each");
        }
    }
}
