//! Which initiatives.

use async_graphql::InputObject;
use network::facts;
use network::table::Ix;
use network::view::View;

use super::by::{AgreementBy, ProgrammeLineBy};
use super::values::{InitiativeKindFilter, TextFilter, combined, given};

/// Which initiatives. All that is given must hold on the day of the view.
#[derive(Debug, Clone, Default, InputObject)]
pub struct InitiativeFilter {
    /// All of these hold.
    and: Option<Vec<InitiativeFilter>>,
    /// At least one of these holds.
    or: Option<Vec<InitiativeFilter>>,
    /// This does not hold.
    not: Option<Box<InitiativeFilter>>,
    /// By key.
    slug: Option<TextFilter>,
    /// By name, Dutch or English.
    name: Option<TextFilter>,
    /// By what it is.
    kind: Option<InitiativeKindFilter>,
    /// Whether it is a knowledge activity.
    knowledge: Option<bool>,
    /// Whether those that have ended are shown as well; not when not given.
    include_ended: Option<bool>,
    /// A direct part of this line.
    programme_line: Option<ProgrammeLineBy>,
    /// A direct part of this agreement.
    agreement: Option<AgreementBy>,
    /// A direct part of an initiative like this.
    parent: Option<Box<InitiativeFilter>>,
}

impl InitiativeFilter {
    /// Whether what has ended is asked for.
    pub(in crate::graphql) fn includes_ended(&self) -> bool {
        self.include_ended == Some(true)
    }

    /// Whether an initiative passes.
    pub(in crate::graphql) fn matches(&self, view: &View, ix: Ix<facts::Initiative>) -> bool {
        let network = view.network();
        let row = network.initiatives.get(ix);
        let named = |filter: &TextFilter| {
            filter.passes(&row.name_nl) || row.name_en.as_ref().is_some_and(|name| filter.passes(name))
        };
        let placed = |here: &dyn Fn(&facts::InitiativePart) -> bool| {
            view.current(&network.initiative_parts, network.belonging.places_of.of(ix)).any(|(_, part)| here(part))
        };
        let in_line =
            |line| placed(&|part| part.programme_line.and_then(|id| network.programme_lines.by_id(id)) == Some(line));
        let in_agreement =
            |agreement| placed(&|part| part.agreement.and_then(|id| network.agreements.by_id(id)) == Some(agreement));
        let in_parent = |filter: &Self| {
            placed(&|part| {
                let parent =
                    part.parent.and_then(|id| network.initiatives.by_id(id)).filter(|ix| view.sees(*ix).is_some());
                parent.is_some_and(|ix| filter.matches(view, ix))
            })
        };
        combined!(
            self,
            view,
            ix,
            given!(self.slug, &row.slug)
                && self.name.as_ref().is_none_or(named)
                && given!(self.kind, Some(row.kind))
                && self.knowledge.is_none_or(|knowledge| row.knowledge == knowledge)
                && self.programme_line.as_ref().is_none_or(|by| by.find(view).is_some_and(in_line))
                && self.agreement.as_ref().is_none_or(|by| by.find(view).is_some_and(in_agreement))
                && self.parent.as_ref().is_none_or(|filter| in_parent(filter))
        )
    }
}
