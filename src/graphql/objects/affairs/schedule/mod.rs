//! Talks put into the days before decisions, as the API tells them.

pub mod blockers;
pub mod difference;
pub mod input;
pub mod rules;

use std::sync::Arc;

use async_graphql::{Context, Object, SimpleObject};
use network::affairs::acquaintances::Acquaintances;
use network::affairs::preferences::preference;
use network::affairs::schedule::Infeasible;
use network::affairs::visits::{self, ContactPlan, Visit, VisitPurpose};
use network::calendar::{Asked, plan_entries};
use network::facts::Language;
use network::view::View;

use self::blockers::InfeasibleContact;
use self::difference::ScheduleDifference;
pub use self::input::ScheduleInput;
pub(super) use self::input::Wanted;
use self::rules::ScheduleRules;
use super::ahead::DecisionWindow;
use super::route::Route;
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::ics;
use crate::graphql::objects::{ContactMoment, FollowUp, Person, Preference, Target};
use crate::graphql::page::list;
use crate::graphql::reader::Reader;
use crate::graphql::scalars::Date;
use crate::graphql::shown;

/// What a plan stands in, shared by all that tells of it.
struct Planned {
    view: Arc<View>,
    known: Arc<Acquaintances>,
    plan: ContactPlan,
    wanted: Wanted,
}

/// A plan of talks.
pub struct ContactSchedule {
    planned: Arc<Planned>,
}

impl ContactSchedule {
    /// Plans talks.
    pub(super) fn new(view: &Arc<View>, known: &Arc<Acquaintances>, wanted: Wanted) -> Self {
        let plan = wanted.plan(view, known);
        Self { planned: Arc::new(Planned { view: view.clone(), known: known.clone(), plan, wanted }) }
    }

    fn contact(&self, at: usize) -> ScheduledContact {
        ScheduledContact { planned: self.planned.clone(), at }
    }
}

/// Talks put into the days before decisions; what does not fit, with the reason (gespreksplanning). The same question of the
/// same network has the same answer.
#[Object(serial)]
impl ContactSchedule {
    /// What finds a day, in the order of days; as many as a list without pages holds.
    async fn planned(&self, ctx: &Context<'_>) -> Result<Vec<ScheduledContact>, ApiError> {
        list(ctx, self.planned.plan.planned.iter().map(|planned| self.contact(planned.talk)))
    }

    /// What finds none, and why; as many as a list without pages holds.
    async fn infeasible(&self, ctx: &Context<'_>) -> Result<Vec<InfeasibleContact>, ApiError> {
        let told =
            |found: &Infeasible| InfeasibleContact { contact: self.contact(found.talk), infeasible: found.clone() };
        list(ctx, self.planned.plan.infeasible.iter().map(told))
    }

    /// What needs no talk any more, as somebody talks to the target in that window or did; as many as a list without pages
    /// holds.
    async fn in_place(&self, ctx: &Context<'_>) -> Result<Vec<ContactInPlace>, ApiError> {
        let view = &self.planned.view;
        let told = |there: &visits::InPlace| ContactInPlace {
            target: Target::new(view, there.target),
            window: DecisionWindow::new(view, there.stage),
            contact_moment: ContactMoment::new(view, there.talk),
        };
        list(ctx, self.planned.plan.in_place.iter().map(told))
    }

    /// What it would change of what is planned now, in the order of days: what stays, moves, is new and is needed no more.
    /// Talks move with `replan` only; as many as a list without pages holds.
    async fn difference(&self, ctx: &Context<'_>) -> Result<Vec<ScheduleDifference>, ApiError> {
        let all = self.planned.plan.difference(&self.planned.view);
        list(ctx, all.into_iter().map(|found| ScheduleDifference { planned: self.planned.clone(), found }))
    }

    /// The talks that find a day as a calendar (iCalendar, RFC 5545), to be taken over by any calendar before anything of it
    /// is recorded; each is tentative and confidential.
    async fn calendar(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which language; NL when not given.")] lang: Option<Code<Language>>,
    ) -> Result<String, ApiError> {
        let Planned { view, plan, .. } = &*self.planned;
        let language = lang.map_or(Language::Nl, |lang| lang.0);
        let asked = Asked { journal: Reader::of(ctx)?.journal(), language, desk: true };
        let entries = plan_entries(view, plan, &asked);
        for (noun, id, audience) in entries.iter().flat_map(|entry| &entry.facts) {
            shown::note(*audience, noun, || *id);
        }
        Ok(ics::written(if language == Language::En { "Plan of talks" } else { "Gespreksplanning" }, &entries))
    }

    /// What the plan keeps to.
    async fn rules(&self) -> ScheduleRules {
        ScheduleRules(self.planned.clone())
    }
}

/// A target to whom somebody talks already.
#[derive(SimpleObject)]
pub struct ContactInPlace {
    /// Whom.
    target: Target,
    /// In which window.
    window: DecisionWindow,
    /// By which talk, held or planned: the first one in the window.
    contact_moment: ContactMoment,
}

/// A talk that is wished for.
#[derive(Clone)]
pub struct ScheduledContact {
    planned: Arc<Planned>,
    at: usize,
}

impl ScheduledContact {
    fn visit(&self) -> &Visit {
        &self.planned.plan.visits[self.at]
    }

    fn day(&self) -> Option<&network::affairs::schedule::Planned> {
        self.planned.plan.planned.iter().find(|planned| planned.talk == self.at)
    }
}

/// A talk that is wished for, with its days if it finds any (gepland gesprek).
#[Object(serial)]
impl ScheduledContact {
    /// What it is for.
    async fn purpose(&self) -> Code<VisitPurpose> {
        Code(self.visit().purpose)
    }

    /// Whom it is to move in the end: one for a talk or for what was agreed in one, all that an introduction serves.
    async fn targets(&self) -> Vec<Target> {
        self.visit().targets.iter().map(|ix| Target::new(&self.planned.view, *ix)).collect()
    }

    /// Which stage of which decision it is for, and when talking helps; of an introduction that of the talk for which it is
    /// needed first.
    async fn window(&self) -> DecisionWindow {
        DecisionWindow::new(&self.planned.view, self.visit().stage)
    }

    /// Who of ours is to have it.
    async fn owner(&self) -> Person {
        Person::new(&self.planned.view, self.visit().owner)
    }

    /// What has to be done; null for talks and introductions.
    async fn follow_up(&self) -> Option<FollowUp> {
        self.visit().follow_up.map(|ix| FollowUp::new(&self.planned.view, ix))
    }

    /// With whom; null: nobody is known behind the target, the owner sits there, or it is something to be done.
    async fn person(&self) -> Option<Person> {
        self.visit().with.map(|ix| Person::new(&self.planned.view, ix))
    }

    /// How the organisation of who is talked to wants to be informed of the topic (voorkeurskanaal): what it said of the topic
    /// before what it said of everything; null: it has not said so. Of an introduction for several targets, of the topic of
    /// the first.
    async fn preference(&self) -> Option<Preference> {
        let view = &self.planned.view;
        let target = view.network().targets.get(*self.visit().targets.first()?);
        preference(view, target, self.visit().with).map(|ix| Preference::new(view, ix))
    }

    /// The first day; null: it finds none.
    async fn first(&self) -> Option<Date> {
        self.day().map(|day| Date(day.first))
    }

    /// The last day; null: it finds none.
    async fn last(&self) -> Option<Date> {
        self.day().map(|day| Date(day.last))
    }

    /// Working days that are left for it afterwards; null: it finds no day. What waits for it may need it earlier.
    async fn slack_days(&self) -> Option<u32> {
        self.day().map(|day| day.slack_days)
    }

    /// The way from the owner to the person; null: there is none, and they turn to a stranger, or the owner sits there.
    async fn route(&self) -> Option<Route> {
        let Planned { view, known, .. } = &*self.planned;
        self.visit().route.clone().map(|route| Route { view: view.clone(), known: known.clone(), route })
    }

    /// How likely it is that the person listens, from 0 to 1: as reliable as the way; 0.05 for a stranger.
    async fn reliability(&self) -> f64 {
        self.visit().reliability
    }

    /// What it is worth: the value of the target times how likely it is reached, shared by the talks that this takes. Of
    /// talks that must be had by the same day the one that is worth more goes first.
    async fn priority(&self) -> f64 {
        self.visit().priority
    }

    /// The introductions that come before it.
    async fn after(&self) -> Vec<ScheduledContact> {
        let contact = |at: &usize| Self { planned: self.planned.clone(), at: *at };
        self.visit().after.iter().map(contact).collect()
    }
}
