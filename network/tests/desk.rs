//! What public affairs plans by, on the made-up region: decisions that are ahead, talks around them, who has a say.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops at what it did not expect")]

mod facts;

use chrono::{NaiveDate, TimeDelta};
use facts::{region, view};
use network::affairs::acquaintances::Acquaintances;
use network::affairs::ahead::{self, StageAhead};
use network::affairs::numbered::reached;
use network::affairs::reach;
use network::affairs::reliability;
use network::affairs::routes::{self, MaxHops};
use network::affairs::schedule::{Blocker, Recess, Rules, StageWindows};
use network::affairs::visits::{Asked, ContactPlan, RecessOf, Visit, VisitPurpose};
use network::audience::Sight;
use network::facts::*;
use network::id::{FactId, OrganisationId};
use network::table::Ix;
use network::view::View;

const DAY: &str = "2026-11-26";

/// What somebody of this organisation who plans contacts sees of the region on a day.
fn desk(organisation: &str, day: &str) -> View {
    seen(region("regio-voorbeeld"), organisation, day)
}

fn seen(mut facts: Facts, organisation: &str, day: &str) -> View {
    facts.keep_seen(Sight::Desk(Some(OrganisationId::from_key(organisation))));
    view(facts, day)
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A stage as "toekenning-tweede-deal COUNCIL 2027-02-05..2027-02-10".
fn told(view: &View, stage: &StageAhead) -> String {
    let moment = &view.network().decision_moments.get(stage.moment).slug;
    format!("{moment} {} {}..{}", stage.kind, stage.window.first(), stage.window.last())
}

fn target(view: &View, key: &str) -> Ix<Target> {
    view.network().targets.by_key(key).expect("a target")
}

fn active(view: &View) -> Vec<Ix<Target>> {
    let network = view.network();
    let is_active = |row: &Target| {
        network.topics.by_id(row.topic).is_some_and(|ix| network.topics.get(ix).status == TopicStatus::Active)
    };
    network.targets.iter().filter(|(_, row)| is_active(row)).map(|(ix, _)| ix).collect()
}

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

/// How a plan is asked for.
struct Planning {
    view: View,
    known: Acquaintances,
    ours: Vec<Ix<Person>>,
    rules: Rules,
    windows: StageWindows,
    weights: routes::Weights,
    holidays: Vec<NaiveDate>,
    recesses: Vec<RecessOf>,
}

impl Planning {
    fn new(view: View, organisation: &str) -> Self {
        let own = view.network().organisations.by_key(organisation).expect("an organisation");
        Self {
            known: Acquaintances::new(&view, &reliability::Weights::default()),
            ours: reach::persons_at(&view, own),
            view,
            rules: Rules::default(),
            windows: StageWindows::default(),
            weights: routes::Weights::default(),
            holidays: vec![day("2026-12-25"), day("2027-01-01")],
            recesses: vec![RecessOf {
                recess: Recess { first: day("2026-12-19"), last: day("2027-01-03") },
                body: None,
            }],
        }
    }

    fn plan(&self, targets: &[Ix<Target>], stages: &[StageKind]) -> ContactPlan {
        ContactPlan::new(
            &self.view,
            &self.known,
            &Asked {
                targets,
                stages,
                ours: &self.ours,
                avoid: &[],
                max_hops: MaxHops::default(),
                introductions: true,
                from: self.view.valid_at(),
                holidays: &self.holidays,
                recesses: &self.recesses,
                per_week: &[],
                rules: &self.rules,
                windows: &self.windows,
                weights: &self.weights,
            },
        )
    }

    fn visit(&self, visit: &Visit) -> String {
        let network = self.view.network();
        let name = |ix: Ix<Person>| network.persons.get(ix).slug.to_string();
        let targets: Vec<_> = visit.targets.iter().map(|ix| network.targets.get(*ix).key.to_string()).collect();
        let with = visit.with.map_or("nobody".to_owned(), name);
        let stage = told(&self.view, &visit.stage);
        format!("{} {} with {with} for {} before {stage}", visit.purpose, name(visit.owner), targets.join(", "))
    }

    fn told(&self, plan: &ContactPlan) -> Vec<String> {
        let network = self.view.network();
        let planned = plan.planned.iter().map(|planned| {
            format!("{} slack {}: {}", planned.first, planned.slack_days, self.visit(&plan.visits[planned.talk]))
        });
        let infeasible = plan.infeasible.iter().map(|none| {
            let blockers: Vec<String> = none.blockers.iter().map(|blocker| self.blocker(plan, blocker)).collect();
            let visit = self.visit(&plan.visits[none.talk]);
            format!("{} {:?} by [{}]: {visit}", none.binding, none.day, blockers.join("; "))
        });
        let in_place = plan.in_place.iter().map(|there| {
            let (target, talk) = (network.targets.get(there.target), network.contact_moments.get(there.talk));
            format!("in place by {}: {} before {}", talk.key, target.key, told(&self.view, &there.stage))
        });
        planned.chain(infeasible).chain(in_place).collect()
    }

    fn blocker(&self, plan: &ContactPlan, blocker: &Blocker) -> String {
        match blocker {
            Blocker::Talk(at) => self.visit(&plan.visits[*at]),
            Blocker::Fixed(at) => self.view.network().contact_moments.get(plan.fixed[*at]).key.to_string(),
            Blocker::Recess(recess) => format!("{}..{}", recess.first, recess.last),
            Blocker::Holiday(day) => day.to_string(),
        }
    }
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
        assert!(!planning.holidays.contains(&first), "{told}");
        let off = planning.recesses.iter().filter(|recess| recess.body.is_none());
        assert!(off.map(|of| of.recess).all(|recess| first < recess.first || first > recess.last), "{told}");
        for introduction in &visit.after {
            assert!(days[*introduction].is_some_and(|day| day < first), "{told}");
        }
        if visit.purpose == VisitPurpose::Introduction {
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
