//! How a coalition differs from what it was.

use super::{Coalition, CoalitionStatus};
use crate::facts::Organisation;
use crate::id::OrganisationId;
use crate::network::Network;
use crate::table::Ix;

/// One organisation that stands elsewhere now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// Who, in the later view.
    pub organisation: Ix<Organisation>,
    /// Where it stood.
    pub before: CoalitionStatus,
    /// Where it stands.
    pub after: CoalitionStatus,
}

/// What changed from an earlier coalition to a later one.
#[derive(Debug, Clone, PartialEq)]
pub struct CoalitionChange {
    /// Members now that were none before, in Dutch order of their names.
    pub joined: Vec<Ix<Organisation>>,
    /// Members before that are none now: rows of the earlier network.
    pub left: Vec<Ix<Organisation>>,
    /// Members before and now whose status is another one.
    pub moved: Vec<Move>,
    /// Members before.
    pub before: usize,
    /// Members now.
    pub after: usize,
}

impl CoalitionChange {
    /// Compares a coalition with an earlier one of the same line, each with the network of its rows.
    #[must_use]
    pub fn between(before: (&Network, &Coalition), after: (&Network, &Coalition), threshold: CoalitionStatus) -> Self {
        let id = |network: &Network, ix: Ix<Organisation>| -> OrganisationId { network.organisations.get(ix).id };
        let status = |(network, coalition): (&Network, &Coalition), id| {
            let standing = network.organisations.by_id(id).and_then(|ix| coalition.standing(ix));
            standing.map_or(CoalitionStatus::None, |standing| standing.status)
        };
        let mut change = Self {
            joined: Vec::new(),
            left: Vec::new(),
            moved: Vec::new(),
            before: before.1.members(threshold).count(),
            after: after.1.members(threshold).count(),
        };
        for standing in after.1.members(threshold) {
            let then = status(before, id(after.0, standing.organisation));
            if then < threshold {
                change.joined.push(standing.organisation);
            } else if then != standing.status {
                change.moved.push(Move { organisation: standing.organisation, before: then, after: standing.status });
            }
        }
        let left = before
            .1
            .members(threshold)
            .filter(|standing| status(after, id(before.0, standing.organisation)) < threshold);
        change.left = left.map(|standing| standing.organisation).collect();
        change
    }

    /// Of the members before, the part that still is one: from 0 to 1; `None` when there was none.
    #[must_use]
    pub fn retention(&self) -> Option<f64> {
        ratio(self.before - self.left.len(), self.before)
    }

    /// Members in both by members in either: from 0 to 1; `None` when both are empty.
    #[must_use]
    pub fn jaccard(&self) -> Option<f64> {
        let both = self.before - self.left.len();
        ratio(both, self.before + self.after - both)
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of organisations are far below 2^52")]
fn ratio(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}
