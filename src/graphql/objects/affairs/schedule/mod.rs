//! Talks put into the days before decisions, as the API tells them.

pub mod input;
pub mod rules;

use std::sync::Arc;

use async_graphql::{Context, Object, SimpleObject, Union};
use network::affairs::acquaintances::Acquaintances;
use network::affairs::schedule::{Blocker, Infeasible, ScheduleConstraint};
use network::affairs::visits::{self, ContactPlan, Visit, VisitPurpose};
use network::view::View;

pub use self::input::ScheduleInput;
pub(super) use self::input::Wanted;
use self::rules::ScheduleRules;
use super::ahead::DecisionWindow;
use super::route::Route;
use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::objects::{ContactMoment, Person, Target};
use crate::graphql::page::list;
use crate::graphql::scalars::Date;

/// What a plan stands in, shared by all that tells of it.
struct Planned {
    view: Arc<View>,
    known: Arc<Acquaintances>,
    plan: ContactPlan,
}

/// A plan of talks.
pub struct ContactSchedule {
    planned: Arc<Planned>,
    wanted: Wanted,
}

impl ContactSchedule {
    /// Plans talks.
    pub(super) fn new(view: &Arc<View>, known: &Arc<Acquaintances>, wanted: Wanted) -> Self {
        let plan = wanted.plan(view, known);
        Self { planned: Arc::new(Planned { view: view.clone(), known: known.clone(), plan }), wanted }
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

    /// What the plan keeps to.
    async fn rules(&self) -> ScheduleRules<'_> {
        ScheduleRules(&self.wanted)
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

    /// Whom it is to move in the end: one for a talk, all that an introduction serves.
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

    /// With whom; null: nobody is known behind the target, or the owner sits there.
    async fn person(&self) -> Option<Person> {
        self.visit().with.map(|ix| Person::new(&self.planned.view, ix))
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

/// A talk that finds no day.
pub struct InfeasibleContact {
    contact: ScheduledContact,
    infeasible: Infeasible,
}

/// A talk that finds no day, and why (onhaalbaar gesprek).
#[Object(serial)]
impl InfeasibleContact {
    /// Which talk.
    async fn contact(&self) -> &ScheduledContact {
        &self.contact
    }

    /// What binds: without it alone the talk would find a day, and on more days than without any other. When it takes more
    /// than one to be lifted, the one that is in the way on most days.
    async fn constraint(&self) -> Code<ScheduleConstraint> {
        Code(self.infeasible.binding)
    }

    /// The first day on which that is in the way; null: no single day says it.
    async fn day(&self) -> Option<Date> {
        self.infeasible.day.map(Date)
    }

    /// What stands in the way, on that day if there is one; empty when it is the window itself, or an owner who can have no
    /// talks.
    async fn blockers(&self) -> Vec<ScheduleBlocker> {
        let planned = &self.contact.planned;
        let mut told: Vec<ScheduleBlocker> = Vec::new();
        let mut fixed = Vec::new();
        for blocker in &self.infeasible.blockers {
            match blocker {
                Blocker::Talk(at) => {
                    let contact = ScheduledContact { planned: planned.clone(), at: *at };
                    told.push(ScheduleBlocker::ScheduledContact(contact));
                }
                // A talk of two of ours stands there once for each.
                Blocker::Fixed(at) => {
                    let talk = planned.plan.fixed[*at];
                    if !fixed.contains(&talk) {
                        fixed.push(talk);
                        told.push(ScheduleBlocker::ContactMoment(ContactMoment::new(&planned.view, talk)));
                    }
                }
                Blocker::Recess(recess) => {
                    let (first, last) = (Date(recess.first), Date(recess.last));
                    told.push(ScheduleBlocker::ClosedDays(ClosedDays { first, last, holiday: false }));
                }
                Blocker::Holiday(day) => {
                    let day = Date(*day);
                    told.push(ScheduleBlocker::ClosedDays(ClosedDays { first: day, last: day, holiday: true }));
                }
            }
        }
        told
    }
}

/// What stands in the way of a talk.
#[derive(Union)]
pub enum ScheduleBlocker {
    /// Another talk of this plan.
    ScheduledContact(ScheduledContact),
    /// A talk that is there already.
    ContactMoment(ContactMoment),
    /// Days on which there is nobody to talk to.
    ClosedDays(ClosedDays),
}

/// Days on which there is nobody to talk to.
#[derive(SimpleObject)]
pub struct ClosedDays {
    /// The first day.
    first: Date,
    /// The last day.
    last: Date,
    /// Whether it is a holiday; else a recess.
    holiday: bool,
}
