//! Talks put into the days before decisions: from a view to what the [schedule](super::schedule) plans, and back.

mod aims;
mod difference;
mod follow_ups;
mod lifted;
mod owners;
mod wishes;

pub use difference::{Difference, PlanChange};

use chrono::NaiveDate;

use super::acquaintances::Acquaintances;
use super::ahead::StageAhead;
use super::routes::{MaxHops, Route, Weights};
use super::schedule::{Infeasible, NationalHoliday, Plan, Planned, Recess, Rules, StageWindows, Wishes, plan};
use crate::codes;
use crate::facts::*;
use crate::table::Ix;
use crate::view::View;

codes! {
    /// What a talk is for.
    pub enum VisitPurpose {
        /// To be introduced to somebody.
        Introduction,
        /// To move a target.
        Talk,
        /// To do what was agreed in a talk with a target, before the decision.
        FollowUp,
    }
}

/// Days before a window opens from which introductions to its talks are asked for.
pub const INTRODUCTION_LEAD_DAYS: u16 = 30;

/// A recess, and whose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecessOf {
    /// The days.
    pub recess: Recess,
    /// The body that has it: there is no talking to it, or to who sits in it. `None`: everybody has it.
    pub body: Option<Ix<Body>>,
}

/// What is to be planned.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// Whom to talk to.
    pub targets: &'a [Ix<Target>],
    /// For which stages: one talk for each of them that is ahead. Empty: one talk a decision, in the stage in which the
    /// say of the target counts: drafting for who prepares, the committee for who advises, the council for who decides;
    /// the next one that is left when that is over.
    pub stages: &'a [StageKind],
    /// Who may talk.
    pub ours: &'a [Ix<Person>],
    /// Through whom not.
    pub avoid: &'a [Ix<Person>],
    /// How long a way to somebody may be.
    pub max_hops: MaxHops,
    /// Whether introductions are planned too.
    pub introductions: bool,
    /// Whether what has to be done after talks with the targets before their decisions takes days of who does it.
    pub follow_ups: bool,
    /// The first day on which something can be planned.
    pub from: NaiveDate,
    /// Whether planned talks with the targets that no longer fit are planned anew; else they stay.
    pub replan: bool,
    /// Whether nobody is to be spoken to on national holidays.
    pub national_holidays: bool,
    /// Other days on which nobody is to be spoken to.
    pub holidays: &'a [NaiveDate],
    /// Longer times of that kind.
    pub recesses: &'a [RecessOf],
    /// Who can have more or fewer talks a week than others, with how many.
    pub per_week: &'a [(Ix<Person>, u16)],
    /// What holds for all talks.
    pub rules: &'a Rules,
    /// When talking helps, unless a stage says it itself.
    pub windows: &'a StageWindows,
    /// What ways to somebody cost.
    pub weights: &'a Weights,
}

/// A talk that is wished for.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    /// What it is for.
    pub purpose: VisitPurpose,
    /// Whom it is to move in the end: one for a talk or for what was agreed in one; all that an introduction serves.
    pub targets: Vec<Ix<Target>>,
    /// The stage that it is for; of an introduction that of the talk for which it is needed first.
    pub stage: StageAhead,
    /// Who of ours is to have it.
    pub owner: Ix<Person>,
    /// With whom; `None` when nobody is known behind the target, and for what has to be done.
    pub with: Option<Ix<Person>>,
    /// The way from the owner to whom it is with; `None` for who is to be turned to without one, and for one of ours.
    pub route: Option<Route>,
    /// How likely it is that the way works, from 0 to 1.
    pub reliability: f64,
    /// What it is worth: the value of the target times how likely it is reached, for each talk that this takes.
    pub priority: f64,
    /// Places of the introductions that come before it.
    pub after: Vec<usize>,
    /// What has to be done; `None` for talks and introductions.
    pub follow_up: Option<Ix<FollowUp>>,
}

/// A window in which somebody has talked to the target or plans to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InPlace {
    /// Whom.
    pub target: Ix<Target>,
    /// For which stage.
    pub stage: StageAhead,
    /// By which talk: the first one in the window.
    pub talk: Ix<ContactMoment>,
}

/// Talks on days.
#[derive(Debug, Clone, PartialEq)]
pub struct ContactPlan {
    /// All that is wished for, in the order that settles what is equal otherwise.
    pub visits: Vec<Visit>,
    /// What was planned, by day; its talks are places in `visits`.
    pub planned: Vec<Planned>,
    /// What finds no day. Fixed contacts among what is in the way are places in `fixed`.
    pub infeasible: Vec<Infeasible>,
    /// Talks that are there already, with which what is planned had to fit.
    pub fixed: Vec<Ix<ContactMoment>>,
    /// What needs no talk any more.
    pub in_place: Vec<InPlace>,
    /// Talks that are planned now and were to be planned anew, in the order of their days.
    pub lifted: Vec<Ix<ContactMoment>>,
    /// The national holidays that it kept free: those from its first day to the last one on which a talk would matter.
    pub national_holidays: Vec<(NaiveDate, NationalHoliday)>,
}

impl ContactPlan {
    /// Plans talks with targets around the decisions that are ahead.
    ///
    /// Who has a talk is who has the most reliable way to the target; when nobody has one somebody of the holder of the
    /// topic turns to it as a stranger, or else the first of ours. Everybody on the way is asked for an introduction first,
    /// one after the other, each once for all who are reached through them. Talks that are held or planned take days of who
    /// has them, and keep others at a distance. What was agreed with a target and is due before its decision takes a day until
    /// then.
    ///
    /// The same every time: what is equal goes by ids. Time in proportion to the ties, and to the talks.
    #[must_use]
    pub fn new(view: &View, known: &Acquaintances, asked: &Asked) -> Self {
        let wished = wishes::wished(view, known, asked);
        let national_holidays = wished.national_holidays();
        let calendars = wished.calendars(&national_holidays);
        let planned = plan(&Wishes {
            talks: &wished.talks,
            fixed: &wished.fixed,
            calendars: &calendars,
            per_week: &wished.per_week,
            from: asked.from,
            rules: asked.rules,
        });
        // Talks name calendars and each other by places that there are.
        let Plan { planned, infeasible } = planned.unwrap_or_default();
        let (lifted, fixed) = (wished.lifted(), wished.fixed_talks);
        Self { visits: wished.visits, planned, infeasible, fixed, in_place: wished.in_place, lifted, national_holidays }
    }
}
