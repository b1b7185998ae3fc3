//! What somebody removed or closed, kept for those who still need it.
//!
//! Where only single partners need it, each is given a copy that it alone sees, and what it holds points at that from then
//! on: so none of them, and nobody else, can tell that another one needed it too.

use serde_json::Value;
use uuid::Uuid;

use super::{becomes, keyed_apart, turned};
use crate::any_fact::AnyFact;
use crate::audience::{Audience, Sight};
use crate::change::Change;
use crate::copied::copy_id;
use crate::id::{FactId, OrganisationId};
use crate::network::Network;

/// Keeps what is removed for those who do not let `sight` see what they need it for; `false`: it cannot be kept.
pub(super) fn kept(whole: &Network, changes: &mut Vec<Change>, id: Uuid, needing: &[AnyFact], sight: Sight) -> bool {
    let removed = |change: &Change| matches!(change, Change::Removed(fact) if fact.uuid() == id);
    let Some(at) = changes.iter().position(removed) else { return false };
    let Some(before) = changes.get(at).map(|change| change.fact().clone()) else { return false };
    let open = needing.iter().map(AnyFact::audience).filter(|audience| *audience < Audience::HolderOnly).min();
    let after = match open {
        Some(audience) => closed_to(&before, audience, None),
        // An organisation that is removed and holds something goes on for those who plan its contacts.
        None => needing
            .iter()
            .find_map(|fact| fact.holder().filter(|holder| holder.uuid() == id))
            .and_then(|own| closed_to(&before, Audience::HolderOnly, Some(own))),
    };
    if let Some(after) = after.filter(|after| !after.is_seen_by(sight)) {
        changes[at] = Change::Changed { before, after };
        return true;
    }
    open.is_none() && needing.iter().filter(|fact| copied(whole, changes, &before, fact)).count() > 0
}

/// Keeps what one partner closes to itself for another one, whose `hidden` fact needs it; `false`: it cannot be kept.
pub(super) fn closed(whole: &Network, changes: &mut Vec<Change>, noun: &str, hidden: &AnyFact) -> bool {
    let needed = hidden.subjects();
    let is_closed = |change: &&Change| {
        change.fact().noun() == noun
            && needed.contains(&change.fact().uuid())
            && change.after().is_some_and(|after| after.audience() == Audience::HolderOnly)
    };
    let before = changes.iter().find(is_closed).and_then(Change::before).cloned();
    before.is_some_and(|before| copied(whole, changes, &before, hidden))
}

/// Lets a fact that one partner holds alone point at a copy that this partner alone sees.
fn copied(whole: &Network, changes: &mut Vec<Change>, needed: &AnyFact, needing: &AnyFact) -> bool {
    let Some(holder) = needing.holder().filter(|_| needing.audience() == Audience::HolderOnly) else { return false };
    let id = copy_id(needed.uuid(), holder);
    let is_there = whole.fact(needed.noun(), id).is_some() || changes.iter().any(|change| change.fact().uuid() == id);
    if !is_there {
        let Some(copy) = copy(needed, id, holder) else { return false };
        changes.push(Change::Added(copy));
    }
    becomes(whole, changes, needing, |fields| turned(&fields, needed.uuid(), id))
}

/// A copy with an id and a key of its own. What it steers is left out: that is no concern of who needs it.
pub(super) fn copy(needed: &AnyFact, id: Uuid, holder: OrganisationId) -> Option<AnyFact> {
    let fields = closed_to(needed, Audience::HolderOnly, Some(holder))?.to_json();
    let mut fields = keyed_apart(fields, needed.key(), id);
    fields["id"] = id.to_string().into();
    for steered in ["steers_programme_lines", "steers_initiatives"] {
        if let Some(field) = fields.get_mut(steered) {
            *field = Value::String(String::new());
        }
    }
    AnyFact::from_json(needed.noun(), fields).ok()
}

/// A fact as fewer see it; `None`: its noun cannot be held by a partner.
fn closed_to(fact: &AnyFact, audience: Audience, holder: Option<OrganisationId>) -> Option<AnyFact> {
    let mut fields = fact.to_json();
    fields["audience"] = audience.code().into();
    if let Some(holder) = holder {
        *fields.get_mut("holder")? = holder.uuid().to_string().into();
    }
    AnyFact::from_json(fact.noun(), fields).ok()
}
