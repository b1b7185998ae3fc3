//! What of a view goes into a file: what holds on its day, or on any.

use network::facts::Fact;
use network::node::NodeIx;
use network::period::Tense;
use network::table::{Ix, Table};
use network::view::View;

use super::asked::Days;

/// A view, and whether all days of it are wanted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) view: &'a View,
    pub(super) always: bool,
}

impl<'a> Seen<'a> {
    pub(super) fn new(view: &'a View, days: Days) -> Self {
        Self { view, always: days == Days::Always }
    }

    /// Whether a row is sure enough, and holds when it has to.
    pub(super) fn fact<T: Fact>(&self, table: &Table<T>, ix: Ix<T>) -> bool {
        if self.always {
            return self.view.trusts(table.confidence(ix));
        }
        self.view.fact(table, ix) == Some(Tense::Current)
    }

    /// Whether a node is there.
    pub(super) fn node(&self, node: impl Into<NodeIx>) -> bool {
        let node = node.into();
        if !self.always {
            return self.view.sees(node) == Some(Tense::Current);
        }
        let network = &**self.view.network();
        match node {
            NodeIx::Organisation(ix) => self.fact(&network.organisations, ix),
            NodeIx::StakeholderGroup(ix) => self.fact(&network.stakeholder_groups, ix),
            NodeIx::Body(ix) => {
                let owner = network.bodies.get(ix).organisation.and_then(|id| network.organisations.by_id(id));
                self.fact(&network.bodies, ix) && owner.is_none_or(|owner| self.fact(&network.organisations, owner))
            }
            NodeIx::ProgrammeLine(ix) => self.fact(&network.programme_lines, ix),
            NodeIx::Initiative(ix) => self.fact(&network.initiatives, ix),
            NodeIx::Agreement(ix) => self.fact(&network.agreements, ix),
            NodeIx::Person(ix) => self.fact(&network.persons, ix),
            // No other noun is a node of a graph.
            _ => false,
        }
    }
}
