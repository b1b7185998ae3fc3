//! What finds no day, and what stands in the way.

use async_graphql::{Object, SimpleObject, Union};
use chrono::NaiveDate;
use network::affairs::schedule::{Blocker, Infeasible, NationalHoliday, Recess, ScheduleConstraint};

use super::ScheduledContact;
use crate::graphql::codes::Code;
use crate::graphql::objects::ContactMoment;
use crate::graphql::scalars::Date;

/// A talk that finds no day.
pub struct InfeasibleContact {
    pub(super) contact: ScheduledContact,
    pub(super) infeasible: Infeasible,
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
                Blocker::Recess(recess) => told.push(ScheduleBlocker::ClosedDays(ClosedDays::in_recess(*recess))),
                Blocker::Holiday(day) => {
                    let named = planned.plan.national_holidays.iter().find(|(known, _)| known == day);
                    let named = named.map(|(_, holiday)| *holiday);
                    told.push(ScheduleBlocker::ClosedDays(ClosedDays::on_holiday(*day, named)));
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
    /// Which national holiday; null: none.
    national_holiday: Option<Code<NationalHoliday>>,
}

impl ClosedDays {
    pub(super) fn in_recess(recess: Recess) -> Self {
        Self { first: Date(recess.first), last: Date(recess.last), holiday: false, national_holiday: None }
    }

    pub(super) fn on_holiday(day: NaiveDate, named: Option<NationalHoliday>) -> Self {
        Self { first: Date(day), last: Date(day), holiday: true, national_holiday: named.map(Code) }
    }
}
