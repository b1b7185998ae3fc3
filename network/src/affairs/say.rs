//! How much say targets of a view have, by the network and by the word of who judged them.

use rustc_hash::{FxHashMap, FxHashSet};

use super::acquaintances::Acquaintances;
use super::influence::{self, Assessment, Influence, Weights, percentiles};
use super::{ahead, reach};
use crate::facts;
use crate::facts::{DecisionRight, Person, Target};
use crate::graph::{Graph, Projection};
use crate::node::NodeIx;
use crate::table::Ix;
use crate::view::View;

/// How high nodes of a projection stand, as percentiles of their PageRank.
#[derive(Debug, Clone, PartialEq)]
pub struct Places {
    projection: Projection,
    by_node: FxHashMap<NodeIx, f64>,
}

impl Places {
    /// Those of a graph.
    #[must_use]
    pub fn new(graph: &Graph) -> Self {
        let each = graph.nodes().zip(percentiles(graph.page_rank()));
        let by_node = each.filter_map(|((_, node), place)| Some((node, place?))).collect();
        Self { projection: graph.projection(), by_node }
    }

    /// Of which projection.
    #[must_use]
    pub fn projection(&self) -> Projection {
        self.projection
    }

    /// How high a node stands, from 0 to 1; `None` for who is not in the projection, or alone in it.
    #[must_use]
    pub fn of(&self, node: impl Into<NodeIx>) -> Option<f64> {
        self.by_node.get(&node.into()).copied()
    }
}

/// What the say of a target comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Say {
    /// By the network.
    pub influence: Influence,
    /// How high it stands in the projection, from 0 to 1; `None` when it is not in there.
    pub place: Option<f64>,
    /// In which projection.
    pub projection: Projection,
    /// Those who decide and are one reliable tie away, in the order of their ids.
    pub deciders: Vec<Ix<Person>>,
    /// What was said of it last; `None`: nobody judged it yet.
    pub declared: Option<(Assessment, Ix<facts::Assessment>)>,
}

/// The projection in which a target has its place: persons among persons, organisations and bodies among organisations, a
/// body as the organisation whose organ it is.
#[must_use]
pub fn projection(target: &Target) -> Projection {
    if target.person.is_some() { Projection::PersonContact } else { Projection::OrganisationCoParticipation }
}

/// The say of a target in what its topic is about.
///
/// * `places`: of the [`projection`] of the target; `None` when that is too large to be made.
#[must_use]
pub fn say(view: &View, known: &Acquaintances, places: Option<&Places>, target: Ix<Target>, weights: &Weights) -> Say {
    let network = view.network();
    let row = network.targets.get(target);
    let body = row.body.and_then(|id| network.bodies.by_id(id));
    let owner = body.and_then(|ix| network.bodies.get(ix).organisation);
    let organisation = row.organisation.or(owner).and_then(|id| network.organisations.by_id(id));
    let person = row.person.and_then(|id| network.persons.by_id(id));
    let node = person.map(NodeIx::from).or(organisation.map(NodeIx::from));
    let place = node.and_then(|node| places?.of(node));
    let own: FxHashSet<_> = reach::persons_of_target(view, row).into_iter().collect();
    let mut deciders = Vec::new();
    for decider in deciding(view, row).into_iter().filter(|person| !own.contains(person)) {
        let number = known.numbers(&[decider]);
        let ties = own.iter().flat_map(|one| known.numbers(&[*one])).flat_map(|one| known.ties.from(one));
        let ties = ties.filter(|(to, _)| number.contains(to)).map(|(_, reliability)| reliability);
        if weights.reliable(ties) > 0 {
            deciders.push(decider);
        }
    }
    deciders.sort_by_key(|ix| network.persons.get(*ix).id);
    let count = u32::try_from(deciders.len()).unwrap_or(u32::MAX);
    Say {
        influence: weights.influence(row.decision_right, place, count),
        place,
        projection: projection(row),
        deciders,
        declared: judged(view, target),
    }
}

/// Who decides on what a target is for: the persons of its topic's targets that decide, and who sits where it is decided.
fn deciding(view: &View, target: &Target) -> FxHashSet<Ix<Person>> {
    let network = view.network();
    let Some(topic) = network.topics.by_id(target.topic) else { return FxHashSet::default() };
    let targets = network.belonging.targets_of.of(topic).filter(|ix| view.fact(&network.targets, *ix).is_some());
    let targets = targets.map(|ix| network.targets.get(ix)).filter(|row| row.decision_right == DecisionRight::Decides);
    let moments = ahead::on_topic(view, topic, view.valid_at());
    let bodies = moments.into_iter().filter_map(|ix| network.bodies.by_id(network.decision_moments.get(ix).body));
    let persons = targets.flat_map(|row| reach::persons_of_target(view, row));
    persons.chain(bodies.flat_map(|body| reach::persons_in(view, body))).collect()
}

/// What was said last of a target up to the day, and where that stands; `None`: nothing yet.
#[must_use]
pub fn judged(view: &View, target: Ix<Target>) -> Option<(Assessment, Ix<facts::Assessment>)> {
    let network = view.network();
    let rows = network.belonging.assessments_of.of(target);
    let rows = rows.filter(|ix| view.fact(&network.assessments, *ix).is_some());
    let mut rows: Vec<_> = rows.filter_map(|ix| Some((network.assessments.get(ix).date.earliest()?, ix))).collect();
    rows.sort_by_key(|(_, ix)| network.assessments.get(*ix).id);
    let judged = |(order, (day, ix)): (u32, &(chrono::NaiveDate, Ix<facts::Assessment>))| {
        let row = network.assessments.get(*ix);
        Assessment {
            order,
            day: *day,
            influence: row.influence.number().unsigned_abs(),
            interest: row.interest.number().unsigned_abs(),
            position: row.position.number(),
        }
    };
    let judged: Vec<_> = (0..).zip(&rows).map(judged).collect();
    let latest = *influence::latest(&judged, view.valid_at())?;
    let (_, ix) = rows.get(usize::try_from(latest.order).ok()?)?;
    Some((latest, *ix))
}
