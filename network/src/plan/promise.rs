//! What becomes of commitments: ratified (rule R04), delivered, taken back.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::rejection::{ErrorCode, Rejection};
use super::{Drawn, Target, not_found};
use crate::any_fact::AnyFact;
use crate::coalition::Weights;
use crate::competence;
use crate::date::PartialDate;
use crate::facts::*;
use crate::id::{CommitmentId, DecisionId, FactId, OrganisationId};
use crate::network::Network;
use crate::source::Confidence;
use crate::view::View;

fn set(fields: Value) -> Map<String, Value> {
    if let Value::Object(fields) = fields { fields } else { Map::new() }
}

impl Drawn<'_> {
    /// A competent organ ratified it. Taking part is not without obligation: something has to be brought in. What was
    /// delivered before that stays delivered.
    pub(super) fn ratify(&mut self, id: CommitmentId, decision: DecisionId) -> Result<Target, Vec<Rejection>> {
        let (target, row) = self.commitment(id)?;
        self.find(Target { noun: Decision::NOUN, id: decision.uuid() }, &["decision"])?;
        let mut refused = Vec::new();
        if self.means(id).next().is_none() {
            refused.push(Rejection::new(
                ErrorCode::RuleR04,
                &["commitment"],
                "een toezegging zonder bijdrage kan niet worden bekrachtigd (R04)",
                "a commitment without a contribution cannot be ratified (R04)",
            ));
        }
        let unable = self.unable(decision, row.organisation);
        refused.extend(unable.map(|[nl, en]| Rejection::new(ErrorCode::InvalidValue, &["decision"], nl, en)));
        let is_done = matches!(row.status, CommitmentStatus::Ratified | CommitmentStatus::Realised);
        if is_done && row.ratified_by == Some(decision) {
            refused.push(Rejection::new(
                ErrorCode::AlreadyExists,
                &["decision"],
                "deze toezegging is al bekrachtigd met dit besluit",
                "this commitment is ratified by this decision already",
            ));
        }
        if !refused.is_empty() {
            return Err(refused);
        }
        let status = if row.status == CommitmentStatus::Realised { row.status } else { CommitmentStatus::Ratified };
        let before = AnyFact::from(row);
        let after = self.corrected(&before, &set(json!({ "status": status, "ratified_by": decision })))?;
        self.change(before, after);
        Ok(target)
    }

    /// Why a decision ratifies nothing that this organisation promises.
    fn unable(&self, decision: DecisionId, organisation: OrganisationId) -> Option<[&'static str; 2]> {
        let network = self.network;
        let (decision, organisation) = (network.decisions.by_id(decision)?, network.organisations.by_id(organisation)?);
        let row = network.decisions.get(decision);
        if row.outcome != DecisionOutcome::Adopted {
            return Some([
                "dit besluit is niet vastgesteld: alleen een vastgesteld besluit bekrachtigt",
                "this decision was not adopted: only one that was ratifies",
            ]);
        }
        if row.date.earliest().is_some_and(|day| day > self.policy.today) {
            return Some(["dit besluit is nog niet genomen", "this decision has not been taken yet"]);
        }
        let view = View::new(network.clone(), self.policy.today, Confidence::Unverified, Arc::new(Weights::default()));
        (!competence::ratified(&view, Some(decision), organisation)).then_some([
            "dit besluit is van een orgaan dat niet voor deze organisatie kan besluiten (R01)",
            "this decision is of a body that cannot decide for this organisation (R01)",
        ])
    }

    /// It was delivered: the commitment, and what of its contributions had not been. Only what was promised can be.
    pub(super) fn realise(&mut self, id: CommitmentId, on: PartialDate) -> Result<Target, Vec<Rejection>> {
        let (target, row) = self.commitment(id)?;
        let refused = |code, path, nl, en| Err(vec![Rejection::new(code, &[path], nl, en)]);
        match row.status {
            CommitmentStatus::Intended => {
                return refused(
                    ErrorCode::InvalidValue,
                    "commitment",
                    "een voornemen kan niet worden gerealiseerd: er is nog niets toegezegd",
                    "an intention cannot be delivered: nothing is pledged yet",
                );
            }
            CommitmentStatus::Realised => {
                return refused(
                    ErrorCode::AlreadyExists,
                    "commitment",
                    "deze toezegging is al gerealiseerd",
                    "this commitment was delivered already",
                );
            }
            _ => {}
        }
        let begins = row.since.and_then(PartialDate::earliest);
        if on.latest().zip(begins).is_some_and(|(on, begins)| on < begins) {
            return refused(
                ErrorCode::InvalidPeriod,
                "on",
                "dit ligt voor het begin van de toezegging",
                "this lies before the commitment begins",
            );
        }
        let delivered: Vec<AnyFact> =
            self.means(id).filter(|row| row.realised_on.is_none()).map(|row| row.clone().into()).collect();
        let before = AnyFact::from(row);
        let after = self.corrected(&before, &set(json!({ "status": CommitmentStatus::Realised })))?;
        self.change(before, after);
        for before in delivered {
            let after = self.corrected(&before, &set(json!({ "realised_on": on })))?;
            self.change(before, after);
        }
        Ok(target)
    }

    /// It is taken back.
    pub(super) fn withdraw(&mut self, id: CommitmentId, until: PartialDate) -> Result<Target, Vec<Rejection>> {
        let (target, row) = self.commitment(id)?;
        let before = AnyFact::from(row);
        let after = self.corrected(&before, &set(json!({ "status": "WITHDRAWN", "until": until })))?;
        self.change(before, after);
        Ok(target)
    }

    /// A commitment that can still become something else.
    fn commitment(&self, id: CommitmentId) -> Result<(Target, Commitment), Vec<Rejection>> {
        let target = Target { noun: Commitment::NOUN, id: id.uuid() };
        let Some(row) = self.network.commitments.by_id(id).map(|ix| self.network.commitments.get(ix)) else {
            return Err(vec![not_found(&["commitment"])]);
        };
        if matches!(row.status, CommitmentStatus::Declined | CommitmentStatus::Withdrawn) {
            return Err(vec![Rejection::new(
                ErrorCode::InvalidValue,
                &["commitment"],
                "deze toezegging is afgezegd of ingetrokken; leg een nieuwe vast",
                "this commitment was declined or withdrawn; record a new one",
            )]);
        }
        Ok((target, row.clone()))
    }

    fn means(&self, id: CommitmentId) -> impl Iterator<Item = &Contribution> {
        let network: &Network = self.network;
        let own = network.commitments.by_id(id).map(|ix| network.belonging.contributions_of.of(ix));
        own.into_iter().flatten().map(|ix| network.contributions.get(ix))
    }
}
