//! The links of the whole network: one a fact, and one for each of the organisations that a fact names.

use network::facts::*;
use network::graph::LinkKind;
use network::id::FactId;
use network::node::NodeIx;
use network::period::{Period, Span};
use uuid::Uuid;

use super::nodes::{since, until};
use super::seen::Seen;
use super::value::{EdgeValues, Value, code};
use crate::exchange::WriteError;

/// A link.
#[derive(Debug, Clone)]
pub(super) struct Edge<'a> {
    pub(super) source: NodeIx,
    pub(super) target: NodeIx,
    pub(super) values: EdgeValues<'a>,
    /// When it holds.
    pub(super) span: Span,
    /// The fact that links the two: noun and id; `None` when it is computed from many.
    pub(super) fact: Option<(&'static str, Uuid)>,
}

pub(super) type EachEdge<'e> = dyn FnMut(&Edge<'_>) -> Result<(), WriteError> + 'e;

/// Shows every link of the whole network whose two ends are there: kind by kind, each in the order of ids.
pub(super) fn all(seen: &Seen<'_>, each: &mut EachEdge<'_>) -> Result<(), WriteError> {
    let mut links = Links { seen, each };
    links.seats()?;
    links.promises()?;
    links.organisations()?;
    links.bodies()?;
    links.wholes()?;
    links.relations()
}

struct Links<'l, 'a, 'e> {
    seen: &'l Seen<'a>,
    each: &'l mut EachEdge<'e>,
}

/// A link by a fact, of which more may be told.
fn edge<T: Fact>(row: &T, kind: LinkKind, source: NodeIx, target: NodeIx) -> Edge<'_> {
    let period = row.period().unwrap_or_default();
    let values = EdgeValues {
        kind: code(kind),
        key: Some((&**row.key()).into()),
        since: since(period),
        until: until(period),
        confidence: code(row.confidence()),
        audience: code(row.audience()),
        ..EdgeValues::default()
    };
    Edge { source, target, values, span: period.span(), fact: Some((T::NOUN, row.id().uuid())) }
}

/// A link that a row tells of itself, and that holds as long as its two ends do.
fn own<T: Fact>(row: &T, kind: LinkKind, source: NodeIx, target: NodeIx) -> Edge<'_> {
    let mut edge = edge(row, kind, source, target);
    (edge.values.since, edge.values.until, edge.span) = (None, None, Period::default().span());
    edge
}

impl Links<'_, '_, '_> {
    fn put(&mut self, edge: &Edge<'_>) -> Result<(), WriteError> {
        let is_whole = edge.source != edge.target && self.seen.node(edge.source) && self.seen.node(edge.target);
        if is_whole { (self.each)(edge) } else { Ok(()) }
    }

    fn seats(&mut self) -> Result<(), WriteError> {
        let network = &**self.seen.view.network();
        for (ix, seat) in network.seats.iter() {
            let Some(body) = network.bodies.by_id(seat.body).filter(|_| self.seen.fact(&network.seats, ix)) else {
                continue;
            };
            let organisations = seat.on_behalf_of.iter().filter_map(|id| network.organisations.by_id(*id));
            let group = seat.on_behalf_of_group.and_then(|id| network.stakeholder_groups.by_id(id));
            let holder = seat.holder.and_then(|id| network.persons.by_id(id));
            let sitting =
                organisations.map(NodeIx::from).chain(group.map(NodeIx::from)).chain(holder.map(NodeIx::from));
            for source in sitting {
                let mut edge = edge(seat, LinkKind::Seat, source, body.into());
                edge.values.role = code(seat.role);
                self.put(&edge)?;
            }
        }
        Ok(())
    }

    fn promises(&mut self) -> Result<(), WriteError> {
        let network = &**self.seen.view.network();
        for (ix, row) in network.commitments.iter() {
            // A refusal is no link, nor is a withdrawn promise of which nobody knows until when it held.
            let is_link = match row.status {
                CommitmentStatus::Declined => false,
                CommitmentStatus::Withdrawn => row.until.is_some(),
                _ => true,
            };
            let line = row.programme_line.and_then(|id| network.programme_lines.by_id(id)).map(NodeIx::from);
            let initiative = row.initiative.and_then(|id| network.initiatives.by_id(id)).map(NodeIx::from);
            let agreement = row.agreement.and_then(|id| network.agreements.by_id(id)).map(NodeIx::from);
            let (source, target) = (network.organisations.by_id(row.organisation), line.or(initiative).or(agreement));
            if let (true, Some(source), Some(target)) =
                (is_link && self.seen.fact(&network.commitments, ix), source, target)
            {
                let mut edge = edge(row, LinkKind::Commitment, source.into(), target);
                edge.values.status = code(row.status);
                self.put(&edge)?;
            }
        }
        for (ix, row) in network.signatures.iter() {
            let ends = (network.organisations.by_id(row.organisation), network.agreements.by_id(row.agreement));
            if let (true, (Some(source), Some(target))) = (self.seen.fact(&network.signatures, ix), ends) {
                let mut edge = edge(row, LinkKind::Signature, source.into(), target.into());
                edge.values.role = row.role.as_deref().map(Value::from);
                self.put(&edge)?;
            }
        }
        Ok(())
    }

    fn organisations(&mut self) -> Result<(), WriteError> {
        let network = &**self.seen.view.network();
        let cooperation = network.organisations.by_id(network.cooperation().organisation);
        for (ix, row) in network.partnerships.iter() {
            let ends = (network.organisations.by_id(row.organisation), cooperation);
            if let (true, (Some(source), Some(target))) = (self.seen.fact(&network.partnerships, ix), ends) {
                self.put(&edge(row, LinkKind::Partnership, source.into(), target.into()))?;
            }
        }
        for (ix, row) in network.group_memberships.iter() {
            let ends = (network.organisations.by_id(row.organisation), network.stakeholder_groups.by_id(row.group));
            if let (true, (Some(source), Some(target))) = (self.seen.fact(&network.group_memberships, ix), ends) {
                self.put(&edge(row, LinkKind::PartOf, source.into(), target.into()))?;
            }
        }
        for (ix, row) in network.organisations.iter() {
            if let Some(parent) = row.parent.and_then(|id| network.organisations.by_id(id)) {
                self.put(&own(row, LinkKind::Parent, ix.into(), parent.into()))?;
            }
        }
        Ok(())
    }

    fn bodies(&mut self) -> Result<(), WriteError> {
        let network = &**self.seen.view.network();
        for (ix, row) in network.bodies.iter() {
            if let Some(parent) = row.parent.and_then(|id| network.bodies.by_id(id)) {
                self.put(&own(row, LinkKind::Parent, ix.into(), parent.into()))?;
            }
            if let Some(organisation) = row.organisation.and_then(|id| network.organisations.by_id(id)) {
                self.put(&own(row, LinkKind::PartOf, ix.into(), organisation.into()))?;
            }
            for line in row.steers_programme_lines.iter().filter_map(|id| network.programme_lines.by_id(*id)) {
                self.put(&own(row, LinkKind::Steers, ix.into(), line.into()))?;
            }
            for initiative in row.steers_initiatives.iter().filter_map(|id| network.initiatives.by_id(*id)) {
                self.put(&own(row, LinkKind::Steers, ix.into(), initiative.into()))?;
            }
        }
        Ok(())
    }

    fn wholes(&mut self) -> Result<(), WriteError> {
        let network = &**self.seen.view.network();
        for (ix, row) in network.initiative_parts.iter() {
            let line = row.programme_line.and_then(|id| network.programme_lines.by_id(id)).map(NodeIx::from);
            let parent = row.parent.and_then(|id| network.initiatives.by_id(id)).map(NodeIx::from);
            let agreement = row.agreement.and_then(|id| network.agreements.by_id(id)).map(NodeIx::from);
            let ends = (network.initiatives.by_id(row.initiative), line.or(parent).or(agreement));
            if let (true, (Some(source), Some(target))) = (self.seen.fact(&network.initiative_parts, ix), ends) {
                let mut edge = edge(row, LinkKind::PartOf, source.into(), target);
                edge.values.share = Some(u32::from(row.share_pct.percent()).into());
                self.put(&edge)?;
            }
        }
        for (ix, row) in network.agreements.iter() {
            for line in row.covers.iter().filter_map(|id| network.programme_lines.by_id(*id)) {
                self.put(&own(row, LinkKind::Covers, ix.into(), line.into()))?;
            }
        }
        Ok(())
    }

    fn relations(&mut self) -> Result<(), WriteError> {
        let network = &**self.seen.view.network();
        for (ix, row) in network.relations.iter() {
            let kind = match row.kind {
                RelationKind::PartOf => LinkKind::PartOf,
                RelationKind::Represents => LinkKind::Represents,
                // Other relations say nothing about this network: ownership, tasks, history.
                _ => continue,
            };
            if let (true, Some((source, target))) = (self.seen.fact(&network.relations, ix), network.ends_of(row)) {
                self.put(&edge(row, kind, source, target))?;
            }
        }
        Ok(())
    }
}
