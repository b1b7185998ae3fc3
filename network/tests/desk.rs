//! What public affairs plans by, on the made-up region: decisions that are ahead, talks around them, who has a say.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops at what it did not expect")]

mod facts;
mod planning;

use chrono::{NaiveDate, TimeDelta};
use facts::{region, view};
use network::affairs::ahead;
use network::affairs::numbered::reached;
use network::affairs::preferences::preference;
use network::affairs::schedule::{Recess, Rules, StageWindows};
use network::affairs::visits::{ContactPlan, RecessOf, VisitPurpose};
use network::facts::*;
use network::id::{FactId, PersonId, PreferenceId, TopicId};
use network::table::Ix;
use network::view::View;
use planning::{DAY, Planning, active, day, desk, seen, target, told};

#[test]
fn who_decides_is_near_to_what_they_decide_and_others_to_what_all_leads_to() {
    let view = desk("regiobureau-voorbeeld", DAY);
    let of = |key: &str| -> Vec<String> {
        let row = view.network().targets.get(target(&view, key));
        let moments = ahead::decisions(&view, row, day(DAY));
        moments.into_iter().map(|ix| view.network().decision_moments.get(ix).slug.to_string()).collect()
    };
    // It decides; sits where is decided; works where is decided; belongs to it; is of no house that decides.
    assert_eq!(of("tweede-regio-deal.staten-zuiderlanden"), ["cofinanciering-zuiderlanden"]);
    assert_eq!(of("tweede-regio-deal.voorzitter-commissie"), ["kamerdebat-regio"]);
    assert_eq!(of("tweede-regio-deal.directeur"), ["toekenning-tweede-deal"]);
    assert_eq!(of("tweede-regio-deal.beslistafel"), ["toekenning-tweede-deal"]);
    assert_eq!(of("tweede-regio-deal.bereikbaarheid"), ["toekenning-tweede-deal"]);
    assert_eq!(of("stroomnet.ministerie"), [] as [&str; 0]);
}

#[test]
fn a_stage_says_itself_when_talking_helps_or_it_is_as_usual() {
    let view = desk("regiobureau-voorbeeld", DAY);
    let of = |slug: &str| -> Vec<String> {
        let moment = view.network().decision_moments.by_key(slug).expect("a decision");
        let stages = ahead::stages(&view, moment, &StageWindows::default());
        stages.iter().map(|stage| told(&view, stage)).collect()
    };
    assert_eq!(
        of("kamerdebat-regio"),
        [
            "kamerdebat-regio DRAFT 2026-11-09..2026-12-02",
            "kamerdebat-regio COMMITTEE 2026-11-19..2026-12-07",
            "kamerdebat-regio COUNCIL 2026-12-09..2026-12-14",
        ]
    );
    // Initiation and execution have no usual days, and the first one says which.
    assert_eq!(of("toekenning-tweede-deal").len(), 3);
    assert_eq!(of("bo-bereikbaarheid-2027")[0], "bo-bereikbaarheid-2027 INITIATION 2026-11-14..2026-12-09");
}

#[test]
fn a_decision_without_stages_is_one_itself() {
    let mut facts = region("regio-voorbeeld");
    facts.decision_stages.retain(|row| row.kind != StageKind::Council);
    let view = view(facts, DAY);
    let moment = view.network().decision_moments.by_key("kamerdebat-regio").expect("a decision");
    let stages = ahead::stages(&view, moment, &StageWindows::default());
    let last = stages.last().expect("a stage");
    assert_eq!((told(&view, last), last.stage), ("kamerdebat-regio COUNCIL 2026-12-09..2026-12-14".into(), None));
}

#[test]
fn targets_in_an_open_window_without_contact_are_told() {
    let unplanned = |view: &View| -> Vec<String> {
        let found = ahead::unplanned(view, &StageWindows::default());
        let network = view.network();
        found
            .iter()
            .map(|open| format!("{} {}", network.targets.get(open.target).key, told(view, &open.stage)))
            .collect()
    };
    insta::assert_debug_snapshot!(unplanned(&desk("regiobureau-voorbeeld", DAY)));
    // A talk that is planned ends it.
    let mut facts = region("regio-voorbeeld");
    let before = unplanned(&seen(facts.clone(), "regiobureau-voorbeeld", DAY));
    let inspector = |told: &String| told.starts_with("tweede-regio-deal.inspecteur ");
    assert!(before.iter().any(inspector), "{before:?}");
    let template =
        facts.contact_moments.iter().find(|row| row.status == ContactStatus::Planned).expect("a talk").clone();
    let key: network::slug::Slug = "nieuw".parse().expect("a key");
    facts.contact_moments.push(ContactMoment {
        id: network::id::ContactMomentId::from_key(&key),
        key,
        date: "2026-12-01".parse().expect("a date"),
        target: Some(network::id::TargetId::from_key("tweede-regio-deal.inspecteur")),
        their_persons: network::list::List::default(),
        after: None,
        ..template
    });
    let after = unplanned(&seen(facts, "regiobureau-voorbeeld", DAY));
    assert!(!after.iter().any(inspector), "{after:?}");
}

#[test]
fn talks_are_put_into_the_days_before_decisions() {
    let planning = Planning::new(desk("regiobureau-voorbeeld", DAY), "regiobureau-voorbeeld");
    insta::assert_debug_snapshot!(planning.told(&planning.plan(&active(&planning.view), &[])));
}

/// Holds a plan against all that must be so, by other means than it was made with.
fn check(planning: &Planning, plan: &ContactPlan) {
    let network = planning.view.network();
    let moment = |ix: Ix<ContactMoment>| network.contact_moments.get(ix);
    let days: Vec<Option<NaiveDate>> = (0..plan.visits.len())
        .map(|at| plan.planned.iter().find(|planned| planned.talk == at).map(|planned| planned.first))
        .collect();
    for planned in &plan.planned {
        let visit = &plan.visits[planned.talk];
        let (first, told) = (planned.first, planning.visit(visit));
        assert!(first >= planning.view.valid_at(), "{told}");
        assert!(!["Sat", "Sun"].contains(&&*first.format("%a").to_string()), "{told}");
        let christmas_and_new_year = [day("2026-12-25"), day("2027-01-01")];
        assert!(!christmas_and_new_year.contains(&first), "{told}");
        let off = planning.recesses.iter().filter(|recess| recess.body.is_none());
        assert!(off.map(|of| of.recess).all(|recess| first < recess.first || first > recess.last), "{told}");
        for introduction in &visit.after {
            assert!(days[*introduction].is_some_and(|day| day < first), "{told}");
        }
        if let Some(due) = visit.follow_up {
            assert!(network.follow_ups.get(due).due.latest().is_some_and(|due| planned.last <= due), "{told}");
        }
        if visit.purpose != VisitPurpose::Talk {
            continue;
        }
        assert!((visit.stage.window.first()..=visit.stage.window.last()).contains(&first), "{told}");
        // Nobody else talks to the same target within the spacing, be it planned or there already.
        let whom = reached(network.targets.get(visit.targets[0]));
        let spacing = TimeDelta::days(planning.rules.spacing_days.into());
        for other in plan.planned.iter().filter(|other| other.talk != planned.talk) {
            let other_visit = &plan.visits[other.talk];
            let same = other_visit.purpose == VisitPurpose::Talk
                && reached(network.targets.get(other_visit.targets[0])) == whom;
            assert!(!same || (other.first - first).abs() >= spacing, "{told} and {}", planning.visit(other_visit));
        }
        for there in network.contact_moments.iter().map(|(_, row)| row) {
            let target = there.target.and_then(|id| network.targets.by_id(id));
            let same = target.and_then(|ix| reached(network.targets.get(ix))) == whom;
            let day = there.date.earliest().filter(|_| same && there.status != ContactStatus::Cancelled);
            assert!(day.is_none_or(|day| (day - first).abs() >= spacing), "{told} and {}", there.key);
        }
    }
    // Nobody has more than one a day, nor more a week than they can, with what was there already.
    let mut taken: Vec<(Ix<Person>, NaiveDate)> =
        plan.planned.iter().map(|planned| (plan.visits[planned.talk].owner, planned.first)).collect();
    let mut there: Vec<Ix<ContactMoment>> = plan.fixed.clone();
    there.sort_by_key(|ix| ix.number());
    there.dedup();
    for row in there.into_iter().map(moment) {
        let persons = row.our_persons.iter().filter_map(|id| network.persons.by_id(*id));
        taken.extend(persons.map(|person| (person, row.date.earliest().expect("a day"))));
    }
    for planned in &plan.planned {
        let owner = plan.visits[planned.talk].owner;
        let of =
            |same: &dyn Fn(NaiveDate) -> bool| taken.iter().filter(|(who, day)| *who == owner && same(*day)).count();
        assert!(of(&|day| day == planned.first) <= usize::from(planning.rules.per_day));
        assert!(
            of(&|day| day.format("%G %V").to_string() == planned.first.format("%G %V").to_string())
                <= usize::from(planning.rules.per_week)
        );
    }
    // All is told, once.
    let mut all: Vec<usize> = plan.planned.iter().map(|planned| planned.talk).collect();
    all.extend(plan.infeasible.iter().map(|none| none.talk));
    all.sort_unstable();
    assert!(all.into_iter().eq(0..plan.visits.len()));
}

#[test]
fn whatever_is_planned_keeps_to_every_constraint() {
    let both = [StageKind::Committee, StageKind::Council];
    for (organisation, stages) in
        [("regiobureau-voorbeeld", &[][..]), ("regiobureau-voorbeeld", &both), ("gemeente-waterbroek", &both)]
    {
        for rules in [
            Rules::default(),
            Rules { spacing_days: 0, per_week: 1, per_day: 1 },
            Rules { spacing_days: 40, per_week: 2, per_day: 2 },
        ] {
            for day in ["2026-11-26", "2027-01-20", "2027-02-08"] {
                let planning =
                    Planning { rules: rules.clone(), ..Planning::new(desk(organisation, day), organisation) };
                let plan = planning.plan(&active(&planning.view), stages);
                assert!(!plan.visits.is_empty());
                check(&planning, &plan);
            }
        }
    }
}

#[test]
fn what_does_not_fit_says_what_binds_and_who_is_in_the_way() {
    let tight = |planning: Planning, stages: &[StageKind], key: &str| -> Vec<String> {
        let plan = planning.plan(&[target(&planning.view, key)], stages);
        planning.told(&plan).into_iter().filter(|told| !told.contains("in place by")).collect()
    };
    let planning = || Planning::new(desk("regiobureau-voorbeeld", DAY), "regiobureau-voorbeeld");
    // Two partners have talks with her a week apart; nobody else comes within a month of them.
    let rules = Rules { spacing_days: 45, ..Rules::default() };
    insta::assert_debug_snapshot!(tight(
        Planning { rules, ..planning() },
        &[StageKind::Council],
        "tweede-regio-deal.directeur"
    ));
    // The states are not there all of January and February.
    let states = |view: &View| view.network().bodies.by_key("staten-zuiderlanden").expect("a body");
    let away = |planning: Planning| {
        let recess = Recess { first: day("2027-01-01"), last: day("2027-02-28") };
        Planning { recesses: vec![RecessOf { recess, body: Some(states(&planning.view)) }], ..planning }
    };
    insta::assert_debug_snapshot!(tight(away(planning()), &[], "tweede-regio-deal.staten-zuiderlanden"));
    // Whom they do not belong to is spoken to all the same.
    assert!(tight(away(planning()), &[], "tweede-regio-deal.dg").iter().all(|told| told.contains("slack")));
    let rules = Rules { per_week: 0, ..Rules::default() };
    insta::assert_debug_snapshot!(tight(Planning { rules, ..planning() }, &[], "tweede-regio-deal.minister"));
    let over = Planning::new(desk("regiobureau-voorbeeld", "2027-02-11"), "regiobureau-voorbeeld");
    insta::assert_debug_snapshot!(tight(over, &[], "tweede-regio-deal.beslistafel"));
}

#[test]
fn when_a_decision_moves_the_talks_before_it_move() {
    let plan = |later: i64| {
        let mut facts = region("regio-voorbeeld");
        let moved = |date: network::date::PartialDate| {
            let day = date.earliest().expect("a day") + TimeDelta::days(later);
            network::date::PartialDate::from_day(day).expect("a date")
        };
        let deal = network::id::DecisionMomentId::from_key("toekenning-tweede-deal");
        facts.decision_moments.iter_mut().filter(|row| row.id == deal).for_each(|row| row.date = moved(row.date));
        let stages = facts.decision_stages.iter_mut().filter(|row| row.decision_moment == deal);
        stages.for_each(|row| row.date = moved(row.date));
        let planning = Planning::new(seen(facts, "regiobureau-voorbeeld", DAY), "regiobureau-voorbeeld");
        let plan = planning.plan(&active(&planning.view), &[]);
        check(&planning, &plan);
        planning.told(&plan)
    };
    let (as_it_was, moved) = (plan(0), plan(28));
    let dg = |told: &[String]| {
        let talk =
            told.iter().find(|told| told.contains("TALK") && told.contains(" for tweede-regio-deal.dg ")).cloned();
        talk.expect("a talk")[..10].to_owned()
    };
    assert_eq!((&*dg(&as_it_was), &*dg(&moved)), ("2027-02-05", "2027-03-08"));
    // What is about another decision stays.
    let other = |told: &[String]| told.iter().find(|told| told.contains("meerweg.fractie before")).cloned();
    assert!(other(&as_it_was).is_some() && other(&as_it_was) == other(&moved));
}

#[test]
fn national_holidays_are_kept_free_unless_asked_otherwise() {
    // New Year's Day, a Friday in an open window.
    let first = |national_holidays| {
        let planning = Planning::new(desk("regiobureau-voorbeeld", "2027-01-01"), "regiobureau-voorbeeld");
        let planning = Planning { national_holidays, recesses: Vec::new(), ..planning };
        let plan = planning.plan(&active(&planning.view), &[]);
        let told: Vec<_> = plan.national_holidays.iter().map(|(day, holiday)| format!("{day} {holiday}")).collect();
        (plan.planned[0].first, told)
    };
    let (day_without, none) = first(false);
    assert_eq!((day_without, none.len()), (day("2027-01-01"), 0));
    let (day_with, kept) = first(true);
    assert_eq!(day_with, day("2027-01-04"));
    assert_eq!(kept[..1], ["2027-01-01 NEW_YEARS_DAY"]);
}

#[test]
fn what_was_agreed_takes_a_day_before_it_is_due() {
    let mut facts = region("regio-voorbeeld");
    // Something is due tomorrow, by who would talk to somebody then.
    let planned = |facts: &Facts, follow_ups| {
        let planning = Planning::new(seen(facts.clone(), "regiobureau-voorbeeld", DAY), "regiobureau-voorbeeld");
        let planning = Planning { follow_ups, ..planning };
        let plan = planning.plan(&active(&planning.view), &[]);
        check(&planning, &plan);
        (planning, plan)
    };
    let (planning, plan) = planned(&facts, false);
    assert!(plan.visits.iter().all(|visit| visit.follow_up.is_none()));
    let first = &plan.visits[plan.planned[0].talk];
    let owner = planning.view.network().persons.get(first.owner).id;
    let talk = facts.contact_moments.iter().find(|row| {
        row.target.is_some_and(|id| {
            let target = planning.view.network().targets.by_id(id);
            target.is_some_and(|ix| plan.visits.iter().any(|visit| visit.targets.contains(&ix)))
        })
    });
    let contact_moment = talk.expect("a talk with a target").id;
    let template = facts.follow_ups[0].clone();
    facts.follow_ups.clear();
    for (key, due, done_on) in [("due", DAY, None), ("done", DAY, Some(DAY)), ("late", "2026-11-01", None)] {
        facts.follow_ups.push(FollowUp {
            id: network::id::FollowUpId::from_key(key),
            key: key.parse().expect("a key"),
            contact_moment,
            owner: Some(owner),
            due: due.parse().expect("a date"),
            done_on: done_on.map(|day: &str| day.parse().expect("a date")),
            ..template.clone()
        });
    }
    let (planning, plan) = planned(&facts, true);
    let network = planning.view.network();
    let told: Vec<_> = plan
        .planned
        .iter()
        .filter_map(|planned| {
            let due = network.follow_ups.get(plan.visits[planned.talk].follow_up?);
            Some((due.key.to_string(), planned.first))
        })
        .collect();
    // The day is theirs alone: who had something else then has it later.
    assert_eq!(told, [("due".to_owned(), day(DAY))]);
    let others = plan.planned.iter().filter(|at| at.first == day(DAY) && plan.visits[at.talk].follow_up.is_none());
    assert!(others.map(|at| network.persons.get(plan.visits[at.talk].owner).id).all(|other| other != owner));
}

/// A wish to be informed: its key, topic, person and last day.
type Wished<'a> = (&'a str, Option<&'a str>, Option<&'a str>, Option<&'a str>);

#[test]
fn how_they_want_to_be_informed_is_what_is_said_most_closely() {
    let said = |rows: &[Wished]| {
        let mut facts = region("regio-voorbeeld");
        let dg = PersonId::from_key("wouter-van-emmelkate");
        let office = facts.offices.iter().find(|row| row.person == dg && row.until.is_none()).expect("an office");
        let template = Preference { organisation: office.organisation, ..facts.preferences[0].clone() };
        for (key, topic, person, until) in rows {
            facts.preferences.push(Preference {
                id: PreferenceId::from_key(key),
                key: key.parse().expect("a key"),
                topic: topic.map(TopicId::from_key),
                person: person.map(PersonId::from_key),
                until: until.map(|day| day.parse().expect("a date")),
                ..template.clone()
            });
        }
        let view = seen(facts, "regiobureau-voorbeeld", DAY);
        let target = view.network().targets.get(target(&view, "tweede-regio-deal.dg"));
        let found = preference(&view, target, view.network().persons.by_id(dg));
        found.map(|ix| view.network().preferences.get(ix).key.to_string())
    };
    let deal = Some("tweede-regio-deal");
    let (his, hers) = (Some("wouter-van-emmelkate"), Some("willemijn-de-vries"));
    assert_eq!(said(&[]), None);
    assert_eq!(said(&[("other", Some("meerweg"), his, None)]), None, "it is of another topic");
    assert_eq!(said(&[("over", deal, his, Some("2026-01"))]), None, "it has ended");
    let all = ("all", None, his, None);
    assert_eq!(said(&[all]).as_deref(), Some("all"));
    let by_her = ("by-her", deal, hers, None);
    assert_eq!(said(&[all, by_her]).as_deref(), Some("by-her"), "the topic goes first");
    let by_nobody = ("by-nobody", deal, None, None);
    assert_eq!(said(&[by_her, by_nobody, all]).as_deref(), Some("by-nobody"));
    assert_eq!(said(&[by_nobody, by_her, ("by-him", deal, his, None)]).as_deref(), Some("by-him"));
}

#[test]
fn the_order_of_facts_does_not_matter() {
    let told = |turn: bool| {
        let mut facts = region("regio-voorbeeld");
        if turn {
            facts.targets.reverse();
            facts.persons.reverse();
            facts.ties.reverse();
            facts.contact_moments.reverse();
            facts.decision_moments.reverse();
            facts.decision_stages.reverse();
            facts.offices.reverse();
            facts.seats.reverse();
        }
        let planning = Planning::new(seen(facts, "gemeente-waterbroek", DAY), "gemeente-waterbroek");
        planning.told(&planning.plan(&active(&planning.view), &[StageKind::Committee, StageKind::Council]))
    };
    assert_eq!(told(false), told(true));
}
