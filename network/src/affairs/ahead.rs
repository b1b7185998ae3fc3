//! Decisions that are ahead: which of them a target has a say in, and on which days it can still be moved.

use chrono::NaiveDate;
use rustc_hash::FxHashSet;

use super::monitors::{self, Contact};
use super::numbered::{Numbers, reached, spoken_to, talks};
use super::schedule::{StageWindow, StageWindows, Window};
use crate::facts::*;
use crate::id::OrganisationId;
use crate::period::Tense;
use crate::table::Ix;
use crate::view::View;

/// A stage of a decision, and the days on which a talk helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StageAhead {
    /// Which decision.
    pub moment: Ix<DecisionMoment>,
    /// Which of its stages; `None` for the decision itself, when no stage says when the body takes it.
    pub stage: Option<Ix<DecisionStage>>,
    /// What happens.
    pub kind: StageKind,
    /// Its own day: the first one that it may mean.
    pub day: NaiveDate,
    /// On which days a talk helps.
    pub window: Window,
}

/// The stages of a decision for which it is known when talking helps, in the order of their days. A window is what the
/// stage says, and as usual for its kind where it says nothing. A decision without a stage in which the body takes it has
/// one on its own day.
#[must_use]
pub fn stages(view: &View, moment: Ix<DecisionMoment>, windows: &StageWindows) -> Vec<StageAhead> {
    let network = view.network();
    let rows = network.belonging.stages_of.of(moment).filter(|ix| view.fact(&network.decision_stages, *ix).is_some());
    let mut rows: Vec<_> = rows.map(|ix| (ix, network.decision_stages.get(ix))).collect();
    rows.sort_by_key(|(_, row)| row.id);
    let taken = rows.iter().any(|(_, row)| row.kind == StageKind::Council);
    let own = (!taken).then(|| (None, StageKind::Council, network.decision_moments.get(moment).date, None, None));
    let each = rows
        .into_iter()
        .map(|(ix, row)| (Some(ix), row.kind, row.date, row.opens_days_before, row.closes_days_before))
        .chain(own);
    let mut stages: Vec<StageAhead> = each
        .filter_map(|(stage, kind, date, opens, closes)| {
            let day = date.earliest()?;
            let usual = windows.usual(kind);
            let days = |said: Option<u32>, usual: Option<u16>| said.map_or(usual, |days| u16::try_from(days).ok());
            let window = StageWindow {
                early_days: days(opens, usual.map(|usual| usual.early_days))?,
                late_days: days(closes, usual.map(|usual| usual.late_days))?,
            };
            // One that says to open after it closes has no days on which a talk helps.
            Some(StageAhead { moment, stage, kind, day, window: window.before(day).ok()? })
        })
        .collect();
    stages.sort_by_key(|stage| (stage.day, stage.kind));
    stages
}

/// The decisions in which a target has a say and that are not taken before a day, in the order of their days: of those
/// about its topic the ones that it takes, sits at, or whose body belongs to its organisation. When it is close to none of
/// them the last one, to which the others lead.
#[must_use]
pub fn decisions(view: &View, target: &Target, from: NaiveDate) -> Vec<Ix<DecisionMoment>> {
    let network = view.network();
    let table = &network.decision_moments;
    let topic = network.topics.by_id(target.topic);
    let mut ahead = topic.map(|topic| on_topic(view, topic, from)).unwrap_or_default();
    let near = Near::new(view, target);
    let close: Vec<_> = ahead.iter().copied().filter(|ix| near.takes(view, table.get(*ix))).collect();
    if close.is_empty() { ahead.pop().into_iter().collect() } else { close }
}

/// Decisions about a topic that are not taken before a day, in the order of their days.
pub(super) fn on_topic(view: &View, topic: Ix<Topic>, from: NaiveDate) -> Vec<Ix<DecisionMoment>> {
    let network = view.network();
    let table = &network.decision_moments;
    let is_ahead = |ix: &Ix<DecisionMoment>| {
        view.fact(table, *ix).is_some() && table.get(*ix).date.latest().is_none_or(|day| day >= from)
    };
    let mut ahead: Vec<_> = network.belonging.decision_moments_of.of(topic).filter(is_ahead).collect();
    ahead.sort_by_key(|ix| (table.get(*ix).date.earliest(), table.get(*ix).id));
    ahead
}

/// The bodies and organisations that a target is, sits in or works for.
struct Near {
    bodies: FxHashSet<Ix<Body>>,
    organisations: FxHashSet<OrganisationId>,
}

impl Near {
    fn new(view: &View, target: &Target) -> Self {
        let network = view.network();
        let body = target.body.and_then(|id| network.bodies.by_id(id));
        let person = target.person.and_then(|id| network.persons.by_id(id));
        let seats = person.into_iter().flat_map(|ix| network.belonging.seats_of_person.of(ix));
        let seats = seats.filter(|ix| view.sees(*ix) == Some(Tense::Current));
        let bodies = seats.filter_map(|ix| network.bodies.by_id(network.seats.get(ix).body));
        let offices = person.into_iter().flat_map(|ix| network.belonging.offices_of.of(ix));
        let offices = view.current(&network.offices, offices).map(|(_, row)| row.organisation);
        let owner = body.and_then(|ix| network.bodies.get(ix).organisation);
        Self {
            bodies: bodies.chain(body).collect(),
            organisations: offices.chain(owner).chain(target.organisation).collect(),
        }
    }

    fn takes(&self, view: &View, moment: &DecisionMoment) -> bool {
        let network = view.network();
        let Some(body) = network.bodies.by_id(moment.body) else { return false };
        let owner = network.bodies.get(body).organisation;
        self.bodies.contains(&body) || owner.is_some_and(|owner| self.organisations.contains(&owner))
    }
}

/// A target that can be moved on the day, and to whom nobody has talked or plans to on the days on which it helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unplanned {
    /// Whom.
    pub target: Ix<Target>,
    /// For which stage.
    pub stage: StageAhead,
}

/// Targets of open topics in an open window without contact: the window that closes first goes first. Whoever is reached
/// for one topic has been talked to for the others as well.
#[must_use]
pub fn unplanned(view: &View, windows: &StageWindows) -> Vec<Unplanned> {
    let network = view.network();
    let mut targets: Vec<_> = open_targets(view).collect();
    targets.sort_by_key(|ix| network.targets.get(*ix).id);
    let mut numbers = Numbers::default();
    let mut open: Vec<Unplanned> = Vec::new();
    for target in targets {
        for moment in decisions(view, network.targets.get(target), view.valid_at()) {
            open.extend(stages(view, moment, windows).into_iter().map(|stage| Unplanned { target, stage }));
        }
    }
    let mut asked = Vec::new();
    for (order, Unplanned { target, stage }) in (0..).zip(&open) {
        let number = reached(network.targets.get(*target)).map_or(u32::MAX, |whom| numbers.of(whom));
        let (first, last) = (stage.window.first(), stage.window.last());
        asked.push(monitors::OpenWindow { order, target: number, first, last });
    }
    let mut contacts = Vec::new();
    for (ix, day, row) in talks(view) {
        for whom in spoken_to(view, row) {
            contacts.push(Contact { order: ix.number(), partner: 0, target: numbers.of(whom), day });
        }
    }
    let found = monitors::unplanned(&asked, &contacts, view.valid_at());
    found.into_iter().map(|at| open[at]).collect()
}

/// Targets of topics that partners work on or propose.
pub(super) fn open_targets(view: &View) -> impl Iterator<Item = Ix<Target>> + '_ {
    let network = view.network();
    let is_open = |row: &Target| {
        let topic =
            network.topics.by_id(row.topic).filter(|ix| view.fact(&network.topics, *ix) == Some(Tense::Current));
        let status = topic.map(|ix| network.topics.get(ix).status);
        status.is_some_and(|status| matches!(status, TopicStatus::Active | TopicStatus::Proposed))
    };
    let there =
        network.targets.iter().filter(move |(ix, row)| view.fact(&network.targets, *ix).is_some() && is_open(row));
    there.map(|(ix, _)| ix)
}
