//! For which stages of which decisions a talk with a target is wished.

use uuid::Uuid;

use super::Asked;
use crate::affairs::ahead::{self, StageAhead};
use crate::affairs::numbered::{reached, spoken_to};
use crate::facts::*;
use crate::id::FactId;
use crate::table::Ix;
use crate::view::View;

/// A target, and when it is to be talked to.
pub(super) struct Aim {
    pub(super) target: Ix<Target>,
    /// Who is reached: the organisation, person or body.
    pub(super) whom: Uuid,
    /// A talk for each; none: there is no decision ahead in which it has a say.
    pub(super) stages: Vec<StageAhead>,
}

/// The aims of targets, in the order of their ids, each once.
pub(super) fn aims(view: &View, asked: &Asked) -> Vec<Aim> {
    let table = &view.network().targets;
    let mut targets: Vec<_> = asked.targets.iter().copied().filter(|ix| view.fact(table, *ix).is_some()).collect();
    targets.sort_by_key(|ix| table.get(*ix).id);
    targets.dedup();
    let aim = |target: Ix<Target>| {
        let row = table.get(target);
        let moments = ahead::decisions(view, row, asked.from);
        let stages = moments.into_iter().flat_map(|moment| stages(view, asked, row.decision_right, moment)).collect();
        Some(Aim { target, whom: reached(row)?, stages })
    };
    targets.into_iter().filter_map(aim).collect()
}

/// The stages of a decision for which a talk is wished.
fn stages(view: &View, asked: &Asked, right: DecisionRight, moment: Ix<DecisionMoment>) -> Vec<StageAhead> {
    let all = ahead::stages(view, moment, asked.windows);
    if !asked.stages.is_empty() {
        let is_asked = |stage: &StageAhead| stage.day >= asked.from && asked.stages.contains(&stage.kind);
        return all.into_iter().filter(is_asked).collect();
    }
    let counts = match right {
        DecisionRight::Prepares => StageKind::Draft,
        DecisionRight::Advises => StageKind::Committee,
        DecisionRight::Decides => StageKind::Council,
        DecisionRight::None => StageKind::Initiation,
    };
    let before_it_is_taken = || all.iter().filter(|stage| stage.kind != StageKind::Execution);
    let left = || before_it_is_taken().filter(|stage| stage.window.last() >= asked.from);
    let chosen = left().find(|stage| stage.kind >= counts).or(left().next_back()).or(before_it_is_taken().next_back());
    chosen.into_iter().copied().collect()
}

/// Whether a talk is there to move a target: it says so, or it is about its topic and with whom the target is.
pub(super) fn is_for(view: &View, talk: &ContactMoment, target: Ix<Target>) -> bool {
    let row = view.network().targets.get(target);
    match talk.target {
        Some(id) => id == row.id,
        None => {
            talk.topic == Some(row.topic) && reached(row).is_some_and(|whom| spoken_to(view, talk).any(|id| id == whom))
        }
    }
}

/// Whether somebody is there in a talk on the other side.
pub(super) fn is_with(view: &View, talk: &ContactMoment, person: Ix<Person>) -> bool {
    let id = view.network().persons.get(person).id;
    talk.their_persons.iter().any(|their| their.uuid() == id.uuid())
}
