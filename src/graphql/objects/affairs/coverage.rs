//! Which talks cover most targets.

use std::collections::BTreeMap;
use std::sync::Arc;

use async_graphql::{ID, Object};
use network::affairs::acquaintances::Acquaintances;
use network::affairs::coverage::{Chance, Choice, Contact, Coverage, Target as Wanted};
use network::affairs::reach;
use network::affairs::routes::{self, Asked, MaxHops, RouteCount, Weights};
use network::facts::{self, TopicStatus};
use network::table::Ix;
use network::view::View;

use crate::graphql::error::ApiError;
use crate::graphql::global_id;
use crate::graphql::objects::{Person, Target};

/// The most targets of one plan.
const MOST_TARGETS: usize = 100;

/// The most talks of one plan.
const MOST_TALKS: i32 = 25;

/// A target is covered when it is reached at least so likely.
const COVERED_FROM: f64 = 0.5;

/// Whom to talk to, to reach as much as possible.
pub struct CoveragePlan {
    view: Arc<View>,
    targets: Vec<Ix<facts::Target>>,
    persons: Vec<Ix<facts::Person>>,
    found: Coverage,
}

impl CoveragePlan {
    pub(super) fn new(
        view: &Arc<View>,
        known: &Acquaintances,
        ours: &[Ix<facts::Person>],
        targets: Option<Vec<ID>>,
        talks: i32,
    ) -> Result<Self, ApiError> {
        if !(1..=MOST_TALKS).contains(&talks) {
            return Err(ApiError::bad_user_input(
                format!("talks is {talks}; het moet van 1 tot en met {MOST_TALKS} zijn"),
                format!("talks is {talks}; it must be from 1 to {MOST_TALKS}"),
            ));
        }
        let targets = wanted(view, targets, None, MOST_TARGETS)?;
        let network = view.network();
        let from = known.numbers(ours);
        // What talking to somebody is worth for a target: how likely we reach them, and they the target.
        let mut chances: BTreeMap<u32, Vec<(usize, f64)>> = BTreeMap::new();
        for (at, target) in targets.iter().enumerate() {
            let to = known.numbers(&reach::persons_of_target(view, network.targets.get(*target)));
            let asked = Asked { from: &from, to: &to, avoid: &[], max_hops: MaxHops::default() };
            let found = routes::introducers(&known.ties, &asked, 25, &Weights::default());
            let mut best: BTreeMap<u32, f64> =
                found.into_iter().map(|found| (found.node, found.to_introducer * found.from_introducer)).collect();
            for theirs in &to {
                let direct = Asked { to: std::slice::from_ref(theirs), ..asked };
                let one = RouteCount::try_from(1).unwrap_or_default();
                let route = routes::routes(&known.ties, &direct, one, &Weights::default());
                let reliability = route.routes.first().map_or(route.cold_contact, |route| route.reliability);
                let own = best.entry(*theirs).or_default();
                *own = own.max(reliability);
            }
            for (person, chance) in best {
                chances.entry(person).or_default().push((at, chance));
            }
        }
        let wanted: Vec<Wanted> = (0..)
            .zip(&targets)
            .map(|(order, ix)| Wanted { order, value: f64::from(network.targets.get(*ix).value.number()) })
            .collect();
        let contacts: Vec<Contact> = chances.keys().map(|person| Contact { order: *person }).collect();
        let chance = |(contact, told): (usize, &Vec<(usize, f64)>)| -> Vec<Chance> {
            told.iter().map(|(target, chance)| Chance { contact, target: *target, chance: *chance }).collect()
        };
        let all: Vec<Chance> = chances.values().enumerate().flat_map(chance).collect();
        let choice = Choice::new(&wanted, &contacts, &all)
            .map_err(|refused| ApiError::internal("weigh talks", format!("{refused:?}")))?;
        let found = choice.best(usize::try_from(talks).unwrap_or_default(), COVERED_FROM);
        let persons = chances.keys().filter_map(|number| known.person(*number)).collect();
        Ok(Self { view: view.clone(), targets, persons, found })
    }
}

/// The targets of a plan: those that are named, or all of active topics, in the order of their ids.
///
/// * `topics`: only those of these topics, by key.
///
/// # Errors
/// `BAD_USER_INPUT` for what is not there, and for more than `most` of them.
pub(super) fn wanted(
    view: &View,
    ids: Option<Vec<ID>>,
    topics: Option<&[String]>,
    most: usize,
) -> Result<Vec<Ix<facts::Target>>, ApiError> {
    let network = view.network();
    let table = &network.targets;
    let topic = |key: &String| {
        let found = network.topics.by_key(key).map(|ix| network.topics.get(ix).id);
        found.ok_or_else(|| {
            ApiError::bad_user_input(
                "topics: er is geen onderwerp met deze sleutel",
                "topics: there is no topic with this key",
            )
        })
    };
    let topics = topics.map(|keys| keys.iter().map(topic).collect::<Result<Vec<_>, _>>()).transpose()?;
    let mut rows: Vec<Ix<facts::Target>> = match ids {
        Some(ids) => {
            let find = |id: &ID| {
                global_id::read::<facts::Target>(id).and_then(|id| table.by_id(id)).ok_or_else(|| {
                    ApiError::bad_user_input(
                        "targets: er is geen doelwit met deze id",
                        "targets: there is no target with this id",
                    )
                })
            };
            ids.iter().map(find).collect::<Result<_, _>>()?
        }
        None => {
            // Who names a topic wants it, whatever its status.
            let active = |row: &facts::Target| {
                let topic = network.topics.by_id(row.topic).map(|ix| network.topics.get(ix).status);
                topics.is_some() || topic == Some(TopicStatus::Active)
            };
            let there = |ix: Ix<facts::Target>| view.fact(table, ix).is_some();
            table.iter().filter(|(ix, row)| there(*ix) && active(row)).map(|(ix, _)| ix).collect()
        }
    };
    rows.retain(|ix| topics.as_ref().is_none_or(|topics| topics.contains(&table.get(*ix).topic)));
    rows.sort_by_key(|ix| table.get(*ix).id);
    rows.dedup();
    if rows.len() > most {
        let given = rows.len();
        return Err(ApiError::bad_user_input(
            format!("het zijn {given} doelwitten; een plan kan er {most} aan"),
            format!("there are {given} targets; a plan takes {most}"),
        ));
    }
    Ok(rows)
}

/// Whom to talk to, to reach as much as possible with so many talks (gespreksplan).
#[Object(serial)]
impl CoveragePlan {
    /// Whom to talk to, the most worth first.
    async fn talks(&self) -> Vec<PlannedTalk> {
        let talk = |pick: &network::affairs::coverage::Pick| {
            let person = self.persons.get(pick.contact)?;
            Some(PlannedTalk { person: Person::new(&self.view, *person), gain: pick.gain })
        };
        self.found.picks.iter().filter_map(talk).collect()
    }

    /// What is reached by all of them: the value of each target times how likely it is reached.
    async fn value(&self) -> f64 {
        self.found.value
    }

    /// No choice of as many talks reaches more than this; the same as `value` when it is exact.
    async fn upper_bound(&self) -> f64 {
        self.found.upper_bound
    }

    /// The value of all targets together.
    async fn at_stake(&self) -> f64 {
        self.found.at_stake
    }

    /// Whether no choice is better.
    async fn exact(&self) -> bool {
        self.found.exact
    }

    /// Each target, and how likely it is reached.
    async fn targets(&self) -> Vec<CoveredTarget> {
        let covered = |(ix, probability): (&Ix<facts::Target>, &f64)| CoveredTarget {
            target: Target::new(&self.view, *ix),
            probability: *probability,
        };
        self.targets.iter().zip(&self.found.probabilities).map(covered).collect()
    }

    /// Targets that are reached less likely than 0.5.
    async fn uncovered(&self) -> Vec<Target> {
        let target = |at: &usize| self.targets.get(*at).map(|ix| Target::new(&self.view, *ix));
        self.found.uncovered.iter().filter_map(target).collect()
    }
}

/// Somebody to talk to, and what it adds.
#[derive(async_graphql::SimpleObject)]
pub struct PlannedTalk {
    /// Who.
    person: Person,
    /// What it adds to the talks before it.
    gain: f64,
}

/// A target, and how likely it is reached.
#[derive(async_graphql::SimpleObject)]
pub struct CoveredTarget {
    /// Which.
    target: Target,
    /// How likely it is reached, from 0 to 1.
    probability: f64,
}
