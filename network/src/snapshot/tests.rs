//! What somebody sees is what there would be without what is hidden.

use proptest::prelude::*;

use super::*;
use crate::facts::Facts;
use crate::id::{FactId, OrganisationId};
use crate::network::tests::{REGION, Step, between, changed, seen, step, told};
use crate::testing::revision;

const SIGHTS: [Sight; 3] = [Sight::Public, Sight::Partners, Sight::Desk(None)];

fn later() -> Revision {
    Revision { number: 2, ..revision() }
}

fn commit(revision: Revision, changes: Vec<crate::change::Change>) -> Commit {
    Commit { revision, actor: "desk".into(), command: "DRILL".into(), reason: None, changes }
}

/// A database with these facts, and nothing else.
fn filled(facts: Facts) -> Result<Snapshot, Vec<Problem>> {
    let network = Arc::new(Network::build(facts, revision())?);
    Ok(Snapshot { network, journal: Journal::new(vec![commit(revision(), Vec::new())]) })
}

/// Facts without what somebody may not see.
fn without(facts: &Facts, sight: Sight) -> Facts {
    let mut facts = facts.clone();
    facts.keep_seen(sight);
    facts
}

fn commits(journal: &Journal) -> Vec<Commit> {
    journal.commits().map(|commit| Commit::clone(commit)).collect()
}

/// Closes some of the region, changes it, and holds what each sees against a database that never had what they do not see.
fn check(first: &[Step], then: &[Step]) -> Result<bool, TestCaseError> {
    let one = changed(&REGION, first);
    let two = changed(&one, then);
    let changes = between(&one, &two);
    // Nobody commits nothing.
    let (Ok(before), true, false) =
        (filled(one.clone()), Network::build(two.clone(), later()).is_ok(), changes.is_empty())
    else {
        return Ok(false);
    };
    let after = before.after(Arc::new(commit(later(), changes))).expect("it was built");
    for sight in SIGHTS {
        let (seen_before, seen_after) = (before.seen_by(sight).expect("seen"), after.seen_by(sight).expect("seen"));
        let (one, two) = (without(&one, sight), without(&two, sight));
        let changes = between(&one, &two);
        let there = filled(one).expect("a network without what is hidden");
        prop_assert_eq!(told(&seen_before.network), told(&there.network));
        prop_assert_eq!(seen(&seen_before.network), seen(&there.network));
        let nothing_seen = changes.is_empty();
        let there = if nothing_seen { there } else { there.after(commit(later(), changes).into()).expect("changes") };
        prop_assert_eq!(told(&seen_after.network), told(&there.network));
        prop_assert_eq!(seen(&seen_after.network), seen(&there.network));
        prop_assert_eq!(seen_after.network.revision(), there.network.revision());
        prop_assert_eq!(seen_after.journal.len(), there.journal.len());
        let followed = seen_before.seen_later(&after, 1, sight).expect("it follows");
        prop_assert_eq!(told(&followed.network), told(&seen_after.network));
        prop_assert_eq!(commits(&followed.journal), commits(&seen_after.journal));
        prop_assert_eq!(followed.network.key(), seen_after.network.key());
        for row in two_ids(&two) {
            prop_assert_eq!(followed.network.changed_at(row), seen_after.network.changed_at(row));
            prop_assert_eq!(followed.network.changed_at(row), there.network.changed_at(row));
        }
        let undone = seen_after.journal.undo(&seen_after.network, revision()).expect("undone");
        prop_assert_eq!(told(&undone), told(&seen_before.network));
    }
    Ok(true)
}

fn two_ids(facts: &Facts) -> Vec<uuid::Uuid> {
    facts.organisations.iter().map(|row| row.id.uuid()).chain(facts.seats.iter().map(|row| row.id.uuid())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_somebody_sees_is_what_there_would_be_without_what_is_hidden(
        first in prop::collection::vec(step(), 1..6),
        then in prop::collection::vec(step(), 1..6),
    ) {
        check(&first, &then)?;
    }
}

#[test]
fn who_sees_all_shares_the_whole() {
    let whole = filled(REGION.clone()).expect("the region");
    let seen = whole.seen_by(Sight::Public).expect("seen");
    assert!(Arc::ptr_eq(&seen.network, &whole.network));
}

#[test]
fn what_one_partner_holds_alone_is_seen_by_that_partner_alone() {
    let mut facts = REGION.clone();
    let zwolle = OrganisationId::from_key("gemeente-zwolle");
    let person = facts.persons.first().cloned().expect("a person");
    let mut alone = person.clone();
    alone.slug = "adviseur".parse().expect("a slug");
    alone.id = FactId::from_key("adviseur");
    alone.audience = crate::audience::Audience::HolderOnly;
    facts.persons.push(alone.clone());
    let nobody = filled(facts.clone()).expect_err("nobody sees it");
    assert_eq!(nobody[0].wrong, crate::problem::Wrong::NoHolder);
    alone.holder = Some(zwolle);
    facts.persons.pop();
    facts.persons.push(alone);
    let whole = filled(facts).expect("a network");
    let sees = |sight: Sight| whole.seen_by(sight).expect("seen").network.persons.by_key("adviseur").is_some();
    assert!(sees(Sight::Desk(Some(zwolle))));
    for sight in [Sight::Desk(None), Sight::Desk(Some(OrganisationId::from_key("gemeente-kampen")))] {
        assert!(!sees(sight), "{sight:?}");
    }
    assert!(!sees(Sight::Public) && !sees(Sight::Partners));
}

#[test]
fn a_fact_points_at_nothing_more_confidential_than_itself() {
    let mut facts = REGION.clone();
    for organisation in &mut facts.organisations {
        if &*organisation.slug == "gemeente-kampen" {
            organisation.audience = crate::audience::Audience::Partners;
        }
    }
    let problems = Network::build(facts.clone(), revision()).expect_err("public facts point at Kampen");
    let open = crate::problem::Wrong::MoreOpen { noun: "organisations" };
    assert!(problems.iter().all(|problem| problem.wrong == open), "{problems:?}");
    let region = Network::build(REGION.clone(), revision()).expect("the region");
    let applied = region.apply(&between(&REGION, &facts), later()).expect_err("public facts point at Kampen");
    assert_eq!(applied.len(), problems.len());
}
