//! A plan of talks on the made-up region, and what tests tell of it.

use chrono::NaiveDate;
use network::affairs::acquaintances::Acquaintances;
use network::affairs::ahead::StageAhead;
use network::affairs::reach;
use network::affairs::reliability;
use network::affairs::routes::{self, MaxHops};
use network::affairs::schedule::{Blocker, Recess, Rules, StageWindows};
use network::affairs::visits::{Asked, ContactPlan, RecessOf, Visit};
use network::audience::Sight;
use network::facts::*;
use network::id::{FactId, OrganisationId};
use network::table::Ix;
use network::view::View;

use crate::facts::{region, view};

pub(crate) const DAY: &str = "2026-11-26";

/// What somebody of this organisation who plans contacts sees of the region on a day.
pub(crate) fn desk(organisation: &str, day: &str) -> View {
    seen(region("regio-voorbeeld"), organisation, day)
}

pub(crate) fn seen(mut facts: Facts, organisation: &str, day: &str) -> View {
    facts.keep_seen(Sight::Desk(Some(OrganisationId::from_key(organisation))));
    view(facts, day)
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A stage as "toekenning-tweede-deal COUNCIL 2027-02-05..2027-02-10".
pub(crate) fn told(view: &View, stage: &StageAhead) -> String {
    let moment = &view.network().decision_moments.get(stage.moment).slug;
    format!("{moment} {} {}..{}", stage.kind, stage.window.first(), stage.window.last())
}

pub(crate) fn target(view: &View, key: &str) -> Ix<Target> {
    view.network().targets.by_key(key).expect("a target")
}

pub(crate) fn active(view: &View) -> Vec<Ix<Target>> {
    let network = view.network();
    let is_active = |row: &Target| {
        network.topics.by_id(row.topic).is_some_and(|ix| network.topics.get(ix).status == TopicStatus::Active)
    };
    network.targets.iter().filter(|(_, row)| is_active(row)).map(|(ix, _)| ix).collect()
}

/// How a plan is asked for.
pub(crate) struct Planning {
    pub(crate) view: View,
    pub(crate) known: Acquaintances,
    pub(crate) ours: Vec<Ix<Person>>,
    pub(crate) rules: Rules,
    pub(crate) windows: StageWindows,
    pub(crate) weights: routes::Weights,
    pub(crate) national_holidays: bool,
    pub(crate) replan: bool,
    pub(crate) follow_ups: bool,
    pub(crate) recesses: Vec<RecessOf>,
}

impl Planning {
    pub(crate) fn new(view: View, organisation: &str) -> Self {
        let own = view.network().organisations.by_key(organisation).expect("an organisation");
        Self {
            known: Acquaintances::new(&view, &reliability::Weights::default()),
            ours: reach::persons_at(&view, own),
            view,
            rules: Rules::default(),
            windows: StageWindows::default(),
            weights: routes::Weights::default(),
            national_holidays: true,
            replan: false,
            follow_ups: true,
            recesses: vec![RecessOf {
                recess: Recess { first: day("2026-12-19"), last: day("2027-01-03") },
                body: None,
            }],
        }
    }

    pub(crate) fn plan(&self, targets: &[Ix<Target>], stages: &[StageKind]) -> ContactPlan {
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
                follow_ups: self.follow_ups,
                from: self.view.valid_at(),
                replan: self.replan,
                national_holidays: self.national_holidays,
                holidays: &[],
                recesses: &self.recesses,
                per_week: &[],
                rules: &self.rules,
                windows: &self.windows,
                weights: &self.weights,
            },
        )
    }

    pub(crate) fn visit(&self, visit: &Visit) -> String {
        let network = self.view.network();
        let name = |ix: Ix<Person>| network.persons.get(ix).slug.to_string();
        let targets: Vec<_> = visit.targets.iter().map(|ix| network.targets.get(*ix).key.to_string()).collect();
        let with = visit.with.map_or("nobody".to_owned(), name);
        let stage = told(&self.view, &visit.stage);
        format!("{} {} with {with} for {} before {stage}", visit.purpose, name(visit.owner), targets.join(", "))
    }

    pub(crate) fn told(&self, plan: &ContactPlan) -> Vec<String> {
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

    pub(crate) fn blocker(&self, plan: &ContactPlan, blocker: &Blocker) -> String {
        match blocker {
            Blocker::Talk(at) => self.visit(&plan.visits[*at]),
            Blocker::Fixed(at) => self.view.network().contact_moments.get(plan.fixed[*at]).key.to_string(),
            Blocker::Recess(recess) => format!("{}..{}", recess.first, recess.last),
            Blocker::Holiday(day) => day.to_string(),
        }
    }
}
