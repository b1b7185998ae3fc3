//! Changes that somebody planned on what they see, made to fit what they do not see.
//!
//! Whoever does not see a fact must not learn of it by a refusal. So what is hidden gives way: what they remove and
//! something hidden needs goes out of their sight instead, or is kept for those partners alone who need it; what is hidden
//! points at the organisation that stays of two that turn out to be one, and leaves its key to who is in sight.

mod kept;
mod let_go;
#[cfg(test)]
mod tests;

pub use let_go::let_go;

use serde_json::Value;
use uuid::Uuid;

use super::rejection::{ErrorCode, Rejection};
use crate::any_fact::AnyFact;
use crate::audience::Sight;
use crate::change::Change;
use crate::facts::MergedOrganisation;
use crate::id::FactId;
use crate::network::{Network, Revision};
use crate::problem::{Problem, Wrong};

/// How often all that is hidden may give way before it is given up: what gives way may ask others to.
const TRIES: usize = 64;

/// The changes as they fit the whole network, and the network after them.
///
/// * `changes`: planned on what `sight` sees of `whole`.
///
/// # Errors
/// When nothing that gives way makes them fit; it says no more than that.
pub fn fit(
    whole: &Network,
    mut changes: Vec<Change>,
    sight: Sight,
    next: Revision,
) -> Result<(Vec<Change>, Network), Vec<Rejection>> {
    for _ in 0..TRIES {
        match whole.apply(&changes, next) {
            Ok(after) => return Ok((changes, after)),
            Err(problems) => {
                let places = 0..problems.len();
                let given = places.filter(|at| gives_way(whole, &mut changes, sight, &problems, *at)).count();
                if given == 0 {
                    break;
                }
            }
        }
    }
    let (nl, en) = ("dit kan nu niet; vraag het de beheerder", "this cannot be done now; ask the administrator");
    Err(vec![Rejection::new(ErrorCode::InUse, &[], nl, en)])
}

/// Lets what is hidden give way in one respect; `false`: it cannot.
fn gives_way(whole: &Network, changes: &mut Vec<Change>, sight: Sight, problems: &[Problem], at: usize) -> bool {
    let Some(problem) = problems.get(at) else { return false };
    let Some(hidden) = subject(whole, changes, problem).filter(|fact| !fact.is_seen_by(sight)) else { return false };
    match &problem.wrong {
        Wrong::Dangling { id, .. } => match merged_into(changes, *id) {
            Some(into) => becomes(whole, changes, &hidden, |fields| turned(&fields, *id, into)),
            None => {
                let same = problems.iter().filter(|other| other.wrong == problem.wrong);
                let needing: Vec<AnyFact> = same.filter_map(|other| subject(whole, changes, other)).collect();
                kept::kept(whole, changes, *id, &needing, sight)
            }
        },
        Wrong::MoreOpen { noun } => kept::closed(whole, changes, noun, &hidden),
        Wrong::GivenTwice => {
            becomes(whole, changes, &hidden, |fields| keyed_apart(fields, hidden.key(), hidden.uuid()))
        }
        _ => false,
    }
}

/// The fact that a problem is about, as the changes leave it.
fn subject(whole: &Network, changes: &[Change], problem: &Problem) -> Option<AnyFact> {
    let is = |fact: &&AnyFact| fact.noun() == problem.noun && **fact.key() == *problem.key;
    // Of two with the same key, the one that is not new.
    let there = whole.fact_with_key(problem.noun, &problem.key);
    there.or_else(|| changes.iter().rev().filter_map(Change::after).find(is).cloned())
}

/// The organisation that answers to this id after the changes, when it was merged into another one.
fn merged_into(changes: &[Change], id: Uuid) -> Option<Uuid> {
    let mut rows = changes.iter().filter_map(|change| <&MergedOrganisation>::try_from(change.after()?).ok());
    rows.find(|row| row.id.uuid() == id).map(|row| row.into.uuid())
}

/// Fields that point at another row than before. An id stands in lists and conditions too.
fn turned(fields: &Value, from: Uuid, to: Uuid) -> Value {
    let text = fields.to_string().replace(&from.to_string(), &to.to_string());
    serde_json::from_str(&text).unwrap_or_default()
}

/// Fields with a key that nothing else has: that of the fact, with eight characters of an id.
fn keyed_apart(mut fields: Value, key: &str, id: Uuid) -> Value {
    // A key has 200 characters at most.
    let key: String = key.chars().take(190).collect();
    let name = if fields.get("slug").is_some() { "slug" } else { "key" };
    fields[name] = format!("{key}-{}", id.simple().to_string().get(..8).unwrap_or_default()).into();
    fields
}

/// A hidden fact becomes what its fields become.
fn becomes(whole: &Network, changes: &mut Vec<Change>, hidden: &AnyFact, fields: impl Fn(Value) -> Value) -> bool {
    let own = |change: &Change| change.fact().uuid() == hidden.uuid();
    let now = changes.iter().find(|change| own(change)).and_then(Change::after).unwrap_or(hidden);
    let after = AnyFact::from_json(hidden.noun(), fields(now.to_json())).ok();
    let Some(after) = after.filter(|after| after != now) else { return false };
    let change = match whole.fact(hidden.noun(), hidden.uuid()) {
        Some(before) => Change::Changed { before, after },
        // It is being added, as it is kept for who needs it.
        None => Change::Added(after),
    };
    changes.retain(|change| !own(change));
    // Before the others, as its key has to be free when it is given again.
    changes.insert(0, change);
    true
}
