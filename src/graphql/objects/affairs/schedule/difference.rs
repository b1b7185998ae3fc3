//! What a plan would change of what is planned now.

use std::sync::Arc;

use async_graphql::Object;
use network::affairs::visits::{Difference, PlanChange};

use super::{Planned, ScheduledContact};
use crate::graphql::codes::Code;
use crate::graphql::objects::ContactMoment;
use crate::graphql::scalars::Date;

/// What becomes of a talk.
pub struct ScheduleDifference {
    pub(super) planned: Arc<Planned>,
    pub(super) found: Difference,
}

/// What becomes of a talk that is planned now, or would come (verschil met de planning).
#[Object(serial)]
impl ScheduleDifference {
    /// What.
    async fn change(&self) -> Code<PlanChange> {
        Code(self.found.change)
    }

    /// The talk of the plan; null: none is wished for it, as it stays or nothing needs it any more. Of one that is dropped it is
    /// one that finds no day.
    async fn contact(&self) -> Option<ScheduledContact> {
        self.found.visit.map(|at| ScheduledContact { planned: self.planned.clone(), at })
    }

    /// The talk that is planned now; null: there is none.
    async fn contact_moment(&self) -> Option<ContactMoment> {
        self.found.talk.map(|talk| ContactMoment::new(&self.planned.view, talk))
    }

    /// On which day it is now; null: there is none.
    async fn from(&self) -> Option<Date> {
        self.found.from.map(Date)
    }

    /// On which day it would be; null: none.
    async fn to(&self) -> Option<Date> {
        self.found.to.map(Date)
    }
}
