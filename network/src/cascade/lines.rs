//! Coalitions that are larger or smaller, and conditions that are met no more.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::coalition::{Coalition, CoalitionStatus, Concentration, Sum};
use crate::facts::*;
use crate::id::CommitmentId;
use crate::table::Ix;
use crate::view::View;

/// How the coalition of a content line differs from what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineShift {
    /// The line, in the later view.
    pub line: Ix<ProgrammeLine>,
    /// Members before and after.
    pub size: [usize; 2],
    /// Euros that members pledged once, before and after.
    pub amount: [Decimal; 2],
    /// Pledges whose condition was met and is not any more, by id: rows of the later network.
    pub unmet: Vec<Ix<Commitment>>,
    /// Pledges whose condition was not met and is now, by id.
    pub met: Vec<Ix<Commitment>>,
    /// What all offers that can take part come to, before and after, when those decide together who wait for one another.
    pub offered: [Sum; 2],
    /// Offers that could take part and cannot any more, by id: rows of the later network.
    pub blocked: Vec<Ix<Commitment>>,
    /// Offers that could not take part and can now, by id.
    pub unblocked: Vec<Ix<Commitment>>,
}

/// The content lines of the later view that differ, in the order of rows.
#[must_use]
pub fn shifted_lines(before: &View, after: &View, threshold: CoalitionStatus) -> Vec<LineShift> {
    let lines = after.network().programme_lines.iter().filter(|(_, row)| row.kind == ProgrammeLineKind::Content);
    let both = lines.filter_map(|(line, row)| Some((before.network().programme_lines.by_id(row.id)?, line)));
    let both = both.filter(|(then, now)| before.sees(*then).is_some() && after.sees(*now).is_some());
    let shifts = both.map(|(then, line)| {
        let [was, is] = [(before, then), (after, line)].map(|(view, line)| view.coalition(line));
        let size = [was, is].map(|coalition| coalition.members(threshold).count());
        let amount = [(before, was), (after, is)].map(|(view, coalition)| pledged(view, coalition, threshold));
        let met = [conditions(before, was), conditions(after, is)];
        let (offered_then, possible_then) = possible(before, was);
        let (offered, possible) = possible(after, is);
        let able = [possible_then, possible];
        LineShift {
            line,
            size,
            amount,
            unmet: turned(&met, false),
            met: turned(&met, true),
            offered: [offered_then, offered],
            blocked: turned(&able, false),
            unblocked: turned(&able, true),
        }
    });
    shifts
        .filter(|shift| {
            let is_same = shift.size[0] == shift.size[1] && shift.amount[0] == shift.amount[1];
            let turned = [&shift.unmet, &shift.met, &shift.blocked, &shift.unblocked];
            !is_same || shift.offered[0] != shift.offered[1] || turned.iter().any(|turned| !turned.is_empty())
        })
        .collect()
}

fn pledged(view: &View, coalition: &Coalition, threshold: CoalitionStatus) -> Decimal {
    coalition.concentration(view, threshold).as_ref().map_or(Decimal::ZERO, Concentration::total)
}

/// Pledges by id, and whether something holds of them.
type Told = BTreeMap<CommitmentId, (Ix<Commitment>, bool)>;

/// Conditional pledges, and whether their condition is met.
fn conditions(view: &View, coalition: &Coalition) -> Told {
    told(view, coalition.conditional(view.network()))
}

/// What all offers that can take part come to, and of each whether it can.
fn possible(view: &View, coalition: &Coalition) -> (Sum, Told) {
    let (sum, each) = coalition.possible(view);
    (sum, told(view, each.into_iter()))
}

fn told(view: &View, pledges: impl Iterator<Item = (Ix<Commitment>, bool)>) -> Told {
    pledges.map(|(ix, holds)| (view.network().commitments.get(ix).id, (ix, holds))).collect()
}

/// Rows of the later one of which it holds now, and did not, or the other way round.
fn turned([before, after]: &[Told; 2], wanted: bool) -> Vec<Ix<Commitment>> {
    let turned =
        after.iter().filter(|(id, (_, now))| *now == wanted && before.get(id).is_some_and(|(_, then)| *then != wanted));
    turned.map(|(_, (ix, _))| *ix).collect()
}
