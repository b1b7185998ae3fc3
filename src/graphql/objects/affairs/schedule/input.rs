//! What a schedule is asked for.

use std::sync::Arc;

use async_graphql::{ID, InputObject};
use chrono::NaiveDate;
use network::affairs::acquaintances::Acquaintances;
use network::affairs::routes::{MaxHops, Weights};
use network::affairs::schedule::{Recess, Rules, StageWindows};
use network::affairs::visits::{self, ContactPlan, RecessOf};
use network::facts::{self, StageKind};
use network::table::Ix;
use network::view::View;

use crate::graphql::codes::Code;
use crate::graphql::error::ApiError;
use crate::graphql::global_id;
use crate::graphql::objects::affairs::route::all_persons;
use crate::graphql::objects::affairs::{coverage, out_of_range};
use crate::graphql::scalars::{Date, int};

/// The most targets of one schedule.
const MOST_TARGETS: usize = 200;

/// The most holidays, recesses and capacities of one schedule, each.
const MOST_GIVEN: usize = 500;

/// What talks are to be put on days, and what they have to keep to.
#[derive(Debug, Clone, InputObject)]
pub struct ScheduleInput {
    /// Only targets of these topics, by key.
    topics: Option<Vec<String>>,
    /// These targets, at most 200; all of active topics when not given.
    targets: Option<Vec<ID>>,
    /// A talk for each stage of these kinds that is ahead. When not given one talk a decision, in the stage in which the say
    /// of the target counts: the draft for who prepares, the committee for who advises, the council for who decides.
    stages: Option<Vec<Code<StageKind>>>,
    /// Who may have talks: these persons, or those of these organisations and bodies; when not given those who work for the
    /// viewer's organisation, or for any partner. Who has the most reliable way to a target talks to it.
    persons: Option<Vec<ID>>,
    /// Not through these.
    avoid: Option<Vec<ID>>,
    /// How many steps a way to a target may have, 1 to 5.
    #[graphql(default = 3)]
    max_hops: i32,
    /// Whether who is on the way is asked for an introduction first.
    #[graphql(default = true)]
    introductions: bool,
    /// Whether what has to be done after talks with the targets, and is due before their decisions, takes days of who does it.
    #[graphql(default = true)]
    follow_ups: bool,
    /// The first day on which something can be planned; the day of the network when not given.
    from: Option<Date>,
    /// Whether talks of these persons that are planned for the targets and no longer fit, as their decision has moved, are
    /// planned anew; else they stay where they are and keep others at a distance.
    #[graphql(default = false)]
    replan: bool,
    /// Whether nobody is to be spoken to on national holidays (feestdagen): those of the Algemene termijnenwet.
    #[graphql(default = true)]
    national_holidays: bool,
    /// Other days on which nobody is to be spoken to, at most 500.
    #[graphql(default)]
    holidays: Vec<Date>,
    /// Longer times of that kind, at most 500.
    #[graphql(default)]
    recesses: Vec<RecessInput>,
    /// Days between two contacts with the same target, whoever has them, 0 to 366.
    #[graphql(default = 14)]
    spacing_days: i32,
    /// Talks that somebody can have in a week, 0 to 100.
    #[graphql(default = 5)]
    per_week: i32,
    /// Talks that somebody can have on a day, 0 to 100.
    #[graphql(default = 1)]
    per_day: i32,
    /// Who can have more or fewer talks a week than others, at most 500.
    #[graphql(default)]
    capacities: Vec<CapacityInput>,
}

/// Days on which a council or board does not meet, and its members are not to be spoken to (reces).
#[derive(Debug, Clone, InputObject)]
pub struct RecessInput {
    /// The first day.
    first: Date,
    /// The last day.
    last: Date,
    /// The body that has it; everybody when not given.
    body: Option<ID>,
}

/// How many talks somebody can have.
#[derive(Debug, Clone, InputObject)]
pub struct CapacityInput {
    /// Who.
    person: ID,
    /// So many a week, 0 to 100.
    per_week: i32,
}

/// What was asked, understood.
pub(in crate::graphql::objects::affairs) struct Wanted {
    targets: Vec<Ix<facts::Target>>,
    stages: Vec<StageKind>,
    ours: Vec<Ix<facts::Person>>,
    avoid: Vec<Ix<facts::Person>>,
    pub(super) max_hops: MaxHops,
    pub(super) introductions: bool,
    pub(super) follow_ups: bool,
    pub(super) from: NaiveDate,
    pub(super) replan: bool,
    pub(super) national_holidays: bool,
    pub(super) holidays: Vec<NaiveDate>,
    pub(super) recesses: Vec<RecessOf>,
    per_week: Vec<(Ix<facts::Person>, u16)>,
    pub(super) rules: Rules,
    pub(super) windows: StageWindows,
    pub(super) weights: Weights,
}

impl ScheduleInput {
    /// Reads it in a view.
    ///
    /// * `ours`: who may have talks when nobody is named.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` for what is not there, and for numbers out of their range.
    pub(in crate::graphql::objects::affairs) fn read(
        self,
        view: &View,
        ours: impl FnOnce() -> Vec<Ix<facts::Person>>,
    ) -> Result<Wanted, ApiError> {
        for (name, given) in [
            ("holidays", self.holidays.len()),
            ("recesses", self.recesses.len()),
            ("capacities", self.capacities.len()),
        ] {
            within(name, int(given), MOST_GIVEN)?;
        }
        let targets = coverage::wanted(view, self.targets, self.topics.as_deref(), MOST_TARGETS)?;
        let capacity = |capacity: CapacityInput| -> Result<_, ApiError> {
            let most = within("capacities.perWeek", capacity.per_week, 100)?;
            Ok((person(view, &capacity.person)?, most))
        };
        let recesses: Result<_, ApiError> = self.recesses.into_iter().map(|recess| recess.read(view)).collect();
        let max_hops = MaxHops::try_from(i64::from(self.max_hops));
        Ok(Wanted {
            targets,
            stages: self.stages.unwrap_or_default().into_iter().map(|kind| kind.0).collect(),
            ours: self.persons.map_or_else(|| Ok(ours()), |ids| all_persons(view, "persons", &ids))?,
            avoid: all_persons(view, "avoid", &self.avoid.unwrap_or_default())?,
            max_hops: max_hops.map_err(|wrong| out_of_range("maxHops", wrong))?,
            introductions: self.introductions,
            follow_ups: self.follow_ups,
            // Nothing is planned in the past.
            from: self.from.map_or(view.valid_at(), |day| day.0.max(view.valid_at())),
            replan: self.replan,
            national_holidays: self.national_holidays,
            holidays: self.holidays.into_iter().map(|day| day.0).collect(),
            recesses: recesses?,
            per_week: self.capacities.into_iter().map(capacity).collect::<Result<_, _>>()?,
            rules: Rules {
                spacing_days: within("spacingDays", self.spacing_days, 366)?,
                per_week: within("perWeek", self.per_week, 100)?,
                per_day: within("perDay", self.per_day, 100)?,
            },
            windows: StageWindows::default(),
            weights: Weights::default(),
        })
    }
}

impl RecessInput {
    fn read(self, view: &View) -> Result<RecessOf, ApiError> {
        let (first, last) = (self.first.0, self.last.0);
        if last < first {
            return Err(ApiError::bad_user_input(
                format!("recesses: {last} komt vóór {first}"),
                format!("recesses: {last} comes before {first}"),
            ));
        }
        let find = |id: &ID| {
            let bodies = &view.network().bodies;
            let body = global_id::read::<facts::Body>(id).and_then(|id| bodies.by_id(id));
            body.filter(|ix| view.sees(*ix).is_some()).ok_or_else(|| {
                ApiError::bad_user_input(
                    "recesses: er is geen orgaan met deze id",
                    "recesses: there is no body with this id",
                )
            })
        };
        Ok(RecessOf { recess: Recess { first, last }, body: self.body.as_ref().map(find).transpose()? })
    }
}

impl Wanted {
    /// Plans it.
    pub(super) fn plan(&self, view: &Arc<View>, known: &Acquaintances) -> ContactPlan {
        let asked = visits::Asked {
            targets: &self.targets,
            stages: &self.stages,
            ours: &self.ours,
            avoid: &self.avoid,
            max_hops: self.max_hops,
            introductions: self.introductions,
            follow_ups: self.follow_ups,
            from: self.from,
            replan: self.replan,
            national_holidays: self.national_holidays,
            holidays: &self.holidays,
            recesses: &self.recesses,
            per_week: &self.per_week,
            rules: &self.rules,
            windows: &self.windows,
            weights: &self.weights,
        };
        ContactPlan::new(view, known, &asked)
    }
}

fn person(view: &View, id: &ID) -> Result<Ix<facts::Person>, ApiError> {
    let person = global_id::read::<facts::Person>(id).and_then(|id| view.network().persons.by_id(id));
    person.filter(|ix| view.sees(*ix).is_some()).ok_or_else(|| {
        ApiError::bad_user_input(
            "capacities: er is geen persoon met deze id",
            "capacities: there is no person with this id",
        )
    })
}

/// A number from 0 to this.
fn within(name: &str, number: i32, most: usize) -> Result<u16, ApiError> {
    let small = u16::try_from(number).ok().filter(|small| usize::from(*small) <= most);
    small.ok_or_else(|| {
        ApiError::bad_user_input(
            format!("{name} is {number}; het moet van 0 tot en met {most} zijn"),
            format!("{name} is {number}; it must be from 0 to {most}"),
        )
    })
}
