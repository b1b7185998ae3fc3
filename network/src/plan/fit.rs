//! Changes that somebody planned on what they see, made to fit what they do not see.
//!
//! Whoever does not see a fact must not learn of it by a refusal. So what is hidden gives way: what they remove and
//! something hidden needs goes out of their sight instead; what is hidden points at the organisation that stays of two that
//! turn out to be one, and leaves its key to who is in sight.

#[cfg(test)]
mod tests;

use serde_json::Value;
use uuid::Uuid;

use super::rejection::{ErrorCode, Rejection};
use crate::any_fact::AnyFact;
use crate::audience::{Audience, Sight};
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
            Some(into) => becomes(whole, changes, &hidden, |fields| {
                // An id stands in lists and conditions too.
                let text = fields.to_string().replace(&id.to_string(), &into.to_string());
                serde_json::from_str(&text).unwrap_or(fields)
            }),
            None => {
                let same = problems.iter().filter(|other| other.wrong == problem.wrong);
                let needing: Vec<AnyFact> = same.filter_map(|other| subject(whole, changes, other)).collect();
                goes_out_of_sight(changes, *id, &needing, sight)
            }
        },
        Wrong::GivenTwice => {
            let id = hidden.uuid().simple().to_string();
            // A key has 200 characters at most.
            let key: String = hidden.key().chars().take(190).collect();
            becomes(whole, changes, &hidden, |mut fields| {
                let name = if fields.get("slug").is_some() { "slug" } else { "key" };
                fields[name] = format!("{key}-{}", id.get(..8).unwrap_or_default()).into();
                fields
            })
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

/// A hidden fact becomes what its fields become.
fn becomes(whole: &Network, changes: &mut Vec<Change>, hidden: &AnyFact, fields: impl Fn(Value) -> Value) -> bool {
    let own = |change: &Change| change.fact().uuid() == hidden.uuid();
    let now = changes.iter().find(|change| own(change)).and_then(Change::after).unwrap_or(hidden);
    let after = AnyFact::from_json(hidden.noun(), fields(now.to_json())).ok();
    let (Some(before), Some(after)) = (whole.fact(hidden.noun(), hidden.uuid()), after) else { return false };
    if after == *now {
        return false;
    }
    changes.retain(|change| !own(change));
    // Before the others, as its key has to be free when it is given again.
    changes.insert(0, Change::Changed { before, after });
    true
}

/// What goes for those who do not see what needs it stays for those who do: as closed as what needs it allows.
fn goes_out_of_sight(changes: &mut [Change], id: Uuid, needing: &[AnyFact], sight: Sight) -> bool {
    let removed = |change: &&mut Change| matches!(change, Change::Removed(fact) if fact.uuid() == id);
    let Some(change) = changes.iter_mut().find(removed) else { return false };
    let before = change.fact().clone();
    let mut fields = before.to_json();
    let circles: Vec<(Audience, Value)> =
        needing.iter().map(|fact| (fact.audience(), fact.to_json()["holder"].clone())).collect();
    let Some((audience, holder)) = circles.iter().min_by_key(|(audience, _)| *audience) else { return false };
    let one_holder = circles.iter().all(|(_, other)| other == holder) && fields.get("holder").is_some();
    let audience = if one_holder { *audience } else { (*audience).min(Audience::PublicAffairs) };
    fields["audience"] = audience.code().into();
    if audience == Audience::HolderOnly {
        fields["holder"] = holder.clone();
    }
    let after = AnyFact::from_json(before.noun(), fields).ok().filter(|after| !after.is_seen_by(sight));
    let Some(after) = after else { return false };
    *change = Change::Changed { before, after };
    true
}
