//! Promises that are made, ratified or taken back, and what they wait for.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::{Drawn, Pledge, Refusal, Subject, refuse};
use crate::condition::Condition;
use crate::facts::*;
use crate::id::{CommitmentId, DecisionId, FactId};
use crate::period::Tense;
use crate::table::Ix;

impl Drawn<'_> {
    /// Something is pledged, from the day on.
    pub(super) fn pledge(&mut self, pledge: &Pledge) -> Result<(), Refusal> {
        self.organisation(pledge.organisation)?;
        let (field, subject) = self.subject(pledge.subject)?;
        if pledge.contributions.iter().any(|means| means.amount.is_some_and(|amount| amount < Decimal::ZERO)) {
            return refuse("een bijdrage is niet minder dan niets", "a contribution is not less than nothing");
        }
        let since = self.today()?;
        let mut fields = json!({ "organisation": pledge.organisation, "status": CommitmentStatus::Pledged,
            "condition": pledge.condition, "since": since });
        fields[field] = subject;
        let commitment = self.add::<Commitment>(fields)?;
        for means in &pledge.contributions {
            self.add::<Contribution>(json!({ "commitment": commitment.to_string(), "kind": means.kind,
                "amount": means.amount.map(|amount| amount.to_string()), "unit": means.unit, "per": means.per,
                "minimum": means.minimum, "since": means.since, "until": means.until }))?;
        }
        Ok(())
    }

    /// A competent organ adopts it on the day: its own, else councils and states together, else one that nobody recorded.
    pub(super) fn ratify(&mut self, id: CommitmentId) -> Result<(), Refusal> {
        let (ix, row) = self.commitment(id)?;
        let network = self.view.network();
        if network.belonging.contributions_of.of(ix).next().is_none() {
            return refuse(
                "een toezegging zonder bijdrage kan niet worden bekrachtigd (R04): neem een nieuwe aan met wat er wordt bijgedragen",
                "a commitment without a contribution cannot be ratified (R04): assume a new one with what is brought in",
            );
        }
        let organ = self.organ_of(&row)?;
        let decision = self.decide(organ, subject_of(&row))?;
        self.ratified_by(&row, decision);
        Ok(())
    }

    /// It is taken back: it held until the day before.
    pub(super) fn withdraw(&mut self, id: CommitmentId) -> Result<(), Refusal> {
        let (_, row) = self.commitment(id)?;
        self.today()?;
        let begins = row.period().unwrap_or_default().span().from;
        let until = self.eve().filter(|_| begins < self.view.valid_at());
        self.change(&row, |row| {
            row.status = CommitmentStatus::Withdrawn;
            row.until = until;
        });
        Ok(())
    }

    /// It waits for nothing any more.
    pub(super) fn drop_condition(&mut self, id: CommitmentId) -> Result<(), Refusal> {
        let (_, row) = self.commitment(id)?;
        if row.condition.is_none() {
            return refuse("deze toezegging heeft geen voorwaarde", "this commitment has no condition");
        }
        self.change(&row, |row| row.condition = None);
        Ok(())
    }

    /// All that waits for a level of ambition waits for it no more.
    pub(super) fn fund(&mut self, level: AmbitionLevel) -> Result<(), Refusal> {
        let network = self.view.network().clone();
        for (_, row) in network.commitments.iter() {
            let Some(condition) = &row.condition else { continue };
            let left = condition.0.funded(level).map(Condition);
            if left != row.condition {
                self.change(row, |row| row.condition = left);
            }
        }
        Ok(())
    }

    /// What is ratified stays delivered when it was.
    pub(super) fn ratified_by(&mut self, row: &Commitment, decision: DecisionId) {
        self.change(row, |row| {
            row.ratified_by = Some(decision);
            if row.status != CommitmentStatus::Realised {
                row.status = CommitmentStatus::Ratified;
            }
        });
    }

    /// A commitment that holds on the day and can become something else.
    fn commitment(&self, id: CommitmentId) -> Result<(Ix<Commitment>, Commitment), Refusal> {
        let network = self.view.network();
        let found = network.commitments.by_id(id).filter(|ix| self.view.sees(*ix) == Some(Tense::Current));
        let Some(ix) = found else {
            return refuse(
                "deze toezegging is er niet op deze dag: kies een dag waarop zij geldt",
                "this commitment is not there on this day: choose a day on which it holds",
            );
        };
        let row = network.commitments.get(ix);
        if matches!(row.status, CommitmentStatus::Declined | CommitmentStatus::Withdrawn) {
            return refuse(
                "deze toezegging is afgezegd of ingetrokken: neem een nieuwe aan",
                "this commitment was declined or withdrawn: assume a new one",
            );
        }
        Ok((ix, row.clone()))
    }

    /// The field of a fact that names a subject, and the id in it.
    pub(super) fn subject(&self, subject: Subject) -> Result<(&'static str, Value), Refusal> {
        let network = self.view.network();
        let (field, id, found) = match subject {
            Subject::ProgrammeLine(id) => {
                ("programme_line", id.uuid(), network.programme_lines.by_id(id).and_then(|ix| self.view.sees(ix)))
            }
            Subject::Initiative(id) => {
                ("initiative", id.uuid(), network.initiatives.by_id(id).and_then(|ix| self.view.sees(ix)))
            }
            Subject::Agreement(id) => {
                ("agreement", id.uuid(), network.agreements.by_id(id).and_then(|ix| self.view.sees(ix)))
            }
        };
        if found != Some(Tense::Current) {
            return refuse(
                "de lijn, het initiatief of de afspraak is er niet op deze dag",
                "the line, initiative or agreement is not there on this day",
            );
        }
        Ok((field, id.to_string().into()))
    }
}

/// What a commitment is made to: one of the three is always given.
fn subject_of(row: &Commitment) -> Subject {
    let line = row.programme_line.map(Subject::ProgrammeLine);
    let initiative = row.initiative.map(Subject::Initiative);
    line.or(initiative).unwrap_or_else(|| Subject::Agreement(row.agreement.unwrap_or_default()))
}
