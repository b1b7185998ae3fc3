//! Who may take a decision, and for whom (rule R01).

use crate::facts::*;
use crate::table::Ix;
use crate::view::View;

/// The organisation whose organ a body is; `None` for an organ of the network itself, also when its row names the
/// organisation that stands for the network. Like the decision that asks for it, it stands in the views of all days.
pub(crate) fn owner(view: &View, body: Ix<Body>) -> Option<Ix<Organisation>> {
    let network = view.network();
    let owner = network.bodies.get(body).organisation.filter(|id| *id != network.cooperation().organisation)?;
    network.organisations.by_id(owner).filter(|ix| view.trusts(network.organisations.confidence(*ix)))
}

/// Whether a body may adopt: a democratic one, or the board of an organisation that is no government.
pub(crate) fn may_adopt(view: &View, body: Ix<Body>) -> bool {
    view.network().bodies.get(body).democratic
        || owner(view, body).is_some_and(|owner| view.network().organisations.get(owner).layer.is_none())
}

/// Whether a decision adopted something for an organisation by the day of the view: taken by its own competent organ, or
/// by councils and states together.
pub(crate) fn ratified(view: &View, decision: Option<Ix<Decision>>, organisation: Ix<Organisation>) -> bool {
    let network = view.network();
    let Some(row) = decision.and_then(|ix| taken(view, ix)).filter(|row| row.outcome == DecisionOutcome::Adopted)
    else {
        return false;
    };
    network.bodies.by_id(row.body).is_some_and(|body| decides_for(view, body, organisation))
}

/// Whether what a body adopts is adopted for an organisation: its own competent organ, or councils and states together.
pub(crate) fn decides_for(view: &View, body: Ix<Body>, organisation: Ix<Organisation>) -> bool {
    let network = view.network();
    let body = network.bodies.get(body);
    let (kind, _) = network.sort(organisation);
    // An executive answers to the elected, but does not decide for them.
    let elected = body.democratic && body.kind != BodyKind::ExecutiveCollege;
    match body.organisation {
        Some(owner) => {
            network.organisations.by_id(owner) == Some(organisation) && (elected || !needs_ratification(kind))
        }
        None => elected && matches!(kind, OrganisationKind::Municipality | OrganisationKind::Province),
    }
}

/// Whether an elected assembly has to ratify what this kind of organisation promises.
pub(crate) fn needs_ratification(kind: OrganisationKind) -> bool {
    matches!(kind, OrganisationKind::Municipality | OrganisationKind::Province | OrganisationKind::WaterBoard)
}

/// A decision that the view has and that was taken by its day.
pub(crate) fn taken(view: &View, decision: Ix<Decision>) -> Option<&Decision> {
    view.sees(decision)?;
    let row = view.network().decisions.get(decision);
    row.date.earliest().is_none_or(|day| day <= view.valid_at()).then_some(row)
}
