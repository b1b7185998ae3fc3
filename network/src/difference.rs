//! What differs between two views, node by node.

use uuid::Uuid;

use crate::any_fact::AnyFact;
use crate::node::NodeIx;
use crate::period::Tense;
use crate::view::View;

/// What differs between an earlier view and a later one, each ordered by noun and key.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Difference {
    /// What holds in the later view and not in the earlier one: rows of the later network.
    pub added: Vec<NodeIx>,
    /// What held in the earlier view and not in the later one: rows of the earlier network.
    pub removed: Vec<NodeIx>,
    /// What holds in both and is told otherwise: rows of the later network.
    pub changed: Vec<NodeIx>,
}

impl Difference {
    /// Compares two views. Time in proportion to the nodes of both.
    #[must_use]
    pub fn between(before: &View, after: &View) -> Self {
        let mut difference = Self::default();
        for node in NodeIx::all(after.network()).filter(|node| holds(after, *node)) {
            let (table, id) = (node.table(), node.uuid(after.network()));
            match there(before, table, id) {
                None => difference.added.push(node),
                Some(_) if fact(before, table, id) != fact(after, table, id) => difference.changed.push(node),
                Some(_) => {}
            }
        }
        difference.removed = NodeIx::all(before.network())
            .filter(|node| holds(before, *node))
            .filter(|node| there(after, node.table(), node.uuid(before.network())).is_none())
            .collect();
        let key = |view: &View| {
            let network = view.network().clone();
            move |node: &NodeIx| (node.table(), node.key(&network).to_owned())
        };
        difference.added.sort_by_key(key(after));
        difference.changed.sort_by_key(key(after));
        difference.removed.sort_by_key(key(before));
        difference
    }
}

fn holds(view: &View, node: NodeIx) -> bool {
    view.sees(node) == Some(Tense::Current)
}

fn there(view: &View, table: &str, id: Uuid) -> Option<NodeIx> {
    NodeIx::in_table(view.network(), table, id).filter(|node| holds(view, *node))
}

fn fact(view: &View, table: &str, id: Uuid) -> Option<AnyFact> {
    view.network().fact(table, id)
}
