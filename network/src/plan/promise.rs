//! What becomes of commitments: ratified (rule R04), delivered, taken back.

use serde_json::{Map, Value, json};

use super::rejection::{ErrorCode, Rejection};
use super::{Drawn, Target};
use crate::any_fact::AnyFact;
use crate::date::PartialDate;
use crate::facts::*;
use crate::id::{CommitmentId, DecisionId, FactId};

fn set(fields: Value) -> Map<String, Value> {
    if let Value::Object(fields) = fields { fields } else { Map::new() }
}

impl Drawn<'_> {
    /// A competent organ ratified it. Taking part is not without obligation: something has to be brought in.
    pub(super) fn ratify(&mut self, id: CommitmentId, decision: DecisionId) -> Result<Target, Vec<Rejection>> {
        let (target, before) = self.commitment(id)?;
        if self.means(id).next().is_none() {
            return Err(vec![Rejection::new(
                ErrorCode::RuleR04,
                &["commitment"],
                "een toezegging zonder bijdrage kan niet worden bekrachtigd (R04)",
                "a commitment without a contribution cannot be ratified (R04)",
            )]);
        }
        let after = self.corrected(&before, &set(json!({ "status": "RATIFIED", "ratified_by": decision })))?;
        self.change(before, after);
        Ok(target)
    }

    /// It was delivered: the commitment, and what of its contributions had not been.
    pub(super) fn realise(&mut self, id: CommitmentId, on: PartialDate) -> Result<Target, Vec<Rejection>> {
        let (target, before) = self.commitment(id)?;
        let delivered: Vec<AnyFact> =
            self.means(id).filter(|row| row.realised_on.is_none()).map(|row| row.clone().into()).collect();
        let after = self.corrected(&before, &set(json!({ "status": "REALISED" })))?;
        self.change(before, after);
        for before in delivered {
            let after = self.corrected(&before, &set(json!({ "realised_on": on })))?;
            self.change(before, after);
        }
        Ok(target)
    }

    /// It is taken back.
    pub(super) fn withdraw(&mut self, id: CommitmentId, until: PartialDate) -> Result<Target, Vec<Rejection>> {
        let (target, before) = self.commitment(id)?;
        let after = self.corrected(&before, &set(json!({ "status": "WITHDRAWN", "until": until })))?;
        self.change(before, after);
        Ok(target)
    }

    /// A commitment that can still become something else.
    fn commitment(&self, id: CommitmentId) -> Result<(Target, AnyFact), Vec<Rejection>> {
        let target = Target { noun: Commitment::NOUN, id: id.uuid() };
        let fact = self.find(target, &["commitment"])?;
        if let AnyFact::Commitment(row) = &fact
            && matches!(row.status, CommitmentStatus::Declined | CommitmentStatus::Withdrawn)
        {
            return Err(vec![Rejection::new(
                ErrorCode::InvalidValue,
                &["commitment"],
                "deze toezegging is afgezegd of ingetrokken; leg een nieuwe vast",
                "this commitment was declined or withdrawn; record a new one",
            )]);
        }
        Ok((target, fact))
    }

    fn means(&self, id: CommitmentId) -> impl Iterator<Item = &Contribution> {
        let network = self.network;
        let own = network.commitments.by_id(id).map(|ix| network.belonging.contributions_of.of(ix));
        own.into_iter().flatten().map(|ix| network.contributions.get(ix))
    }
}
