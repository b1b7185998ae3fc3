//! Who may take a decision, and for whom (rule R01).

use crate::facts::*;
use crate::id::DecisionId;
use crate::table::Ix;
use crate::view::View;

/// The organisation whose organ a body is; `None` for an organ of the network itself, also when its row names the
/// organisation that stands for the network. Like the decision that asks for it, it stands in the views of all days.
pub(super) fn owner(view: &View, body: Ix<Body>) -> Option<Ix<Organisation>> {
    let network = view.network();
    let owner = network.bodies.get(body).organisation.filter(|id| *id != network.cooperation().organisation)?;
    network.organisations.by_id(owner).filter(|ix| view.trusts(network.organisations.confidence(*ix)))
}

/// Whether a body may adopt: a democratic one, or the board of an organisation that is no government.
pub(super) fn may_adopt(view: &View, body: Ix<Body>) -> bool {
    view.network().bodies.get(body).democratic
        || owner(view, body).is_some_and(|owner| view.network().organisations.get(owner).layer.is_none())
}

/// Whether a decision adopted something for an organisation by the day of the view: taken by its own competent organ, or
/// by a democratic body of the network.
pub(crate) fn adopted_for(view: &View, decision: Option<DecisionId>, organisation: Ix<Organisation>) -> bool {
    let competent = |body| may_adopt(view, body) && owner(view, body).is_none_or(|owner| owner == organisation);
    decision.and_then(|id| taken(view, id)).is_some_and(|row| {
        row.outcome == DecisionOutcome::Adopted && view.network().bodies.by_id(row.body).is_some_and(competent)
    })
}

/// A decision that is there and was taken by the day of the view.
pub(super) fn taken(view: &View, decision: DecisionId) -> Option<&Decision> {
    let network = view.network();
    let ix = network.decisions.by_id(decision).filter(|ix| view.sees(*ix).is_some())?;
    Some(network.decisions.get(ix)).filter(|row| row.date.earliest().is_none_or(|day| day <= view.valid_at()))
}
