//! Planning anew when something has moved: what stays, what moves, what is new and what nothing needs any more.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops at what it did not expect")]

mod facts;
#[expect(dead_code, reason = "other tests tell more of a plan")]
mod planning;

use chrono::TimeDelta;
use facts::region;
use network::affairs::visits::{ContactPlan, Difference, PlanChange, VisitPurpose};
use network::date::PartialDate;
use network::facts::*;
use network::id::{ContactMomentId, DecisionMomentId, FactId};
use network::list::List;
use network::slug::Slug;
use planning::{DAY, Planning, active, seen};

const OURS: &str = "regiobureau-voorbeeld";

/// The plan that is asked for, anew.
fn planned(facts: &Facts) -> (Planning, ContactPlan) {
    let planning = Planning::new(seen(facts.clone(), OURS, DAY), OURS);
    let planning = Planning { replan: true, ..planning };
    let plan = planning.plan(&active(&planning.view), &[]);
    (planning, plan)
}

/// The region with what a plan puts on days recorded as planned talks, each introduction before the talk that waits for it.
fn region_with_plan() -> Facts {
    let mut facts = region("regio-voorbeeld");
    facts.contact_moments.retain(|row| row.status != ContactStatus::Planned);
    let (planning, plan) = planned(&facts);
    let network = planning.view.network();
    let template =
        region("regio-voorbeeld").contact_moments.into_iter().find(|row| row.status == ContactStatus::Planned);
    let template = template.expect("a planned talk");
    let id = |visit: usize| ContactMomentId::from_key(&format!("plan-{visit}"));
    let person = |ix| network.persons.get(ix).id;
    for at in &plan.planned {
        let visit = &plan.visits[at.talk];
        let key: Slug = format!("plan-{}", at.talk).parse().expect("a key");
        let target = network.targets.get(visit.targets[0]);
        let is_talk = visit.purpose == VisitPurpose::Talk;
        let waits = visit.after.last().filter(|after| plan.planned.iter().any(|planned| planned.talk == **after));
        facts.contact_moments.push(ContactMoment {
            id: id(at.talk),
            key,
            date: PartialDate::from_day(at.first).expect("a date"),
            topic: Some(target.topic),
            target: is_talk.then_some(target.id),
            our_persons: List::from_iter([person(visit.owner)]),
            their_persons: visit.with.map(person).into_iter().collect(),
            after: waits.map(|after| id(*after)),
            ..template.clone()
        });
    }
    facts
}

fn kinds(differences: &[Difference]) -> [usize; 4] {
    use PlanChange::{Dropped, Moved, New, Unchanged};

    [Unchanged, Moved, New, Dropped].map(|kind| differences.iter().filter(|one| one.change == kind).count())
}

fn told(planning: &Planning, plan: &ContactPlan, one: &Difference) -> String {
    let talk = one.talk.map_or("nothing".into(), |ix| planning.view.network().contact_moments.get(ix).key.to_string());
    let visit = one.visit.map_or("nothing".into(), |at| planning.visit(&plan.visits[at]));
    let day = |day: Option<chrono::NaiveDate>| day.map_or("none".into(), |day| day.to_string());
    format!("{} {} to {}: {talk} is {visit}", one.change, day(one.from), day(one.to))
}

fn moment(facts: &mut Facts, key: &str, days: i64) {
    let id = DecisionMomentId::from_key(key);
    let later = |date: PartialDate| {
        let day = date.earliest().expect("a day") + TimeDelta::days(days);
        PartialDate::from_day(day).expect("a date")
    };
    facts.decision_moments.iter_mut().filter(|row| row.id == id).for_each(|row| row.date = later(row.date));
    facts.decision_stages.iter_mut().filter(|row| row.decision_moment == id).for_each(|row| row.date = later(row.date));
}

#[test]
fn what_is_planned_as_it_should_be_stays() {
    let (planning, plan) = planned(&region_with_plan());
    let differences = plan.difference(&planning.view);
    let [unchanged, moved, new, dropped] = kinds(&differences);
    assert!(unchanged > 10, "{unchanged}");
    assert_eq!([moved, dropped], [0, 0], "{:#?}", plan.lifted);
    // Who is asked for an introduction to a talk that finds no day is asked each time.
    assert!(new < 3, "{new}");
    for one in differences.iter().filter(|one| one.change == PlanChange::New) {
        let at = one.visit.expect("a talk");
        let waits = |none: usize| plan.visits[none].after.contains(&at);
        assert!(plan.infeasible.iter().any(|none| waits(none.talk)), "{}", told(&planning, &plan, one));
    }
    let stays: Vec<_> = differences.iter().filter(|one| one.change == PlanChange::Unchanged).collect();
    assert!(stays.iter().all(|one| one.from == one.to));
}

#[test]
fn when_a_decision_moves_its_talks_move_and_no_others() {
    let mut facts = region_with_plan();
    moment(&mut facts, "toekenning-tweede-deal", 90);
    let (planning, plan) = planned(&facts);
    let differences = plan.difference(&planning.view);
    insta::assert_debug_snapshot!(
        differences
            .iter()
            .filter(|one| one.change != PlanChange::Unchanged)
            .map(|one| told(&planning, &plan, one))
            .collect::<Vec<_>>()
    );
    for one in &differences {
        let talk = one.talk.map(|ix| planning.view.network().contact_moments.get(ix));
        let of_deal = |visit: usize| {
            let moment = planning.view.network().decision_moments.get(plan.visits[visit].stage.moment);
            &*moment.slug == "toekenning-tweede-deal"
        };
        if one.change == PlanChange::Moved {
            assert!(one.visit.is_some_and(of_deal), "{}", told(&planning, &plan, one));
            assert!(talk.is_some_and(|talk| talk.date.earliest() == one.from));
        }
    }
}

#[test]
fn what_no_decision_needs_any_more_is_dropped() {
    let mut facts = region_with_plan();
    let deal = network::id::TopicId::from_key("tweede-regio-deal");
    let about_deal = facts.targets.iter().filter(|row| row.topic == deal).map(|row| row.id).collect::<Vec<_>>();
    let is_for_deal = |row: &&ContactMoment| row.target.is_some_and(|id| about_deal.contains(&id));
    let n_planned = facts.contact_moments.iter().filter(|row| row.key.starts_with("plan-")).filter(is_for_deal).count();
    let gone: Vec<_> =
        facts.decision_moments.extract_if(.., |row| row.topics.contains(&deal)).map(|row| row.id).collect();
    facts.decision_stages.retain(|row| !gone.contains(&row.decision_moment));
    let (planning, plan) = planned(&facts);
    let differences = plan.difference(&planning.view);
    let is_dropped_for_deal = |one: &&Difference| {
        let row = one.talk.map(|ix| planning.view.network().contact_moments.get(ix));
        one.change == PlanChange::Dropped && row.as_ref().is_some_and(is_for_deal)
    };
    assert!(n_planned > 3);
    assert_eq!(differences.iter().filter(is_dropped_for_deal).count(), n_planned);
    for one in differences.iter().filter(|one| one.change == PlanChange::Dropped) {
        assert!(one.to.is_none() && one.talk.is_some(), "{}", told(&planning, &plan, one));
    }
}

#[test]
fn without_planning_anew_nothing_is_moved() {
    let mut facts = region_with_plan();
    moment(&mut facts, "toekenning-tweede-deal", 90);
    let (planning, _) = planned(&facts);
    let planning = Planning { replan: false, ..planning };
    let plan = planning.plan(&active(&planning.view), &[]);
    let [_, moved, new, dropped] = kinds(&plan.difference(&planning.view));
    assert_eq!((moved, dropped, plan.lifted.len()), (0, 0, 0));
    let talks = plan.planned.iter().filter(|planned| plan.visits[planned.talk].follow_up.is_none());
    assert_eq!(new, talks.count());
}

#[test]
fn a_talk_on_a_holiday_is_planned_anew() {
    let mut facts = region_with_plan();
    let (planning, plan) = planned(&facts);
    let there =
        plan.difference(&planning.view).into_iter().find(|one| one.change == PlanChange::Unchanged).expect("one");
    let network = planning.view.network();
    let talk = network.contact_moments.get(there.talk.expect("a talk")).clone();
    let in_place = plan.in_place.iter().find(|place| Some(place.talk) == there.talk).expect("a place");
    let planning = Planning {
        recesses: vec![network::affairs::visits::RecessOf {
            recess: network::affairs::schedule::Recess {
                first: there.from.expect("a day"),
                last: there.from.expect("a day"),
            },
            body: None,
        }],
        ..Planning::new(seen(std::mem::take(&mut facts), OURS, DAY), OURS)
    };
    let planning = Planning { replan: true, ..planning };
    let plan = planning.plan(&active(&planning.view), &[]);
    let row = |ix| planning.view.network().contact_moments.get(ix);
    let now = plan.difference(&planning.view).into_iter().find(|one| one.talk.is_some_and(|ix| row(ix).id == talk.id));
    let now = now.expect("the talk");
    assert_eq!((now.change, now.from), (PlanChange::Moved, there.from));
    let window = in_place.stage.window;
    assert!(now.to.is_some_and(|day| day != there.from.unwrap_or_default() && (window.first()..=window.last()).contains(&day)));
}
