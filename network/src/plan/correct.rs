//! Corrections and removals of single facts.

use serde_json::{Map, Value};

use super::rejection::{ErrorCode, Rejection};
use super::{Drawn, Pointer, input_name};
use crate::any_fact::AnyFact;
use crate::change::Change;
use crate::facts::*;
use crate::id::{FactId, OrganisationId};
use crate::table::Ix;

/// Fields by which others find a fact: a correction leaves them alone.
const FIXED: [&str; 1] = ["id"];

impl Drawn<'_> {
    /// Other values for some fields.
    pub(super) fn correct(&mut self, target: Pointer, set: &Map<String, Value>) -> Result<Pointer, Vec<Rejection>> {
        let before = self.find(target, &["id"])?;
        let after = match self.corrected(&before, set) {
            Ok(after) => after,
            Err(refused) => {
                // What fits is looked at all the same.
                let fitting = set.iter().filter(|(name, value)| fits(&before, name, value));
                let fitting = fitting.map(|(name, value)| (name.clone(), value.clone())).collect();
                if let Ok(after) = self.corrected(&before, &fitting) {
                    self.change(before, after);
                }
                return Err(refused);
            }
        };
        if after == before {
            return Err(vec![Rejection::new(
                ErrorCode::AlreadyExists,
                &[],
                "zo staat het er al: er is niets te wijzigen",
                "it says so already: there is nothing to change",
            )]);
        }
        self.change(before, after);
        Ok(target)
    }

    /// A fact with other values for some fields, on the word of the command.
    pub(super) fn corrected(&self, before: &AnyFact, set: &Map<String, Value>) -> Result<AnyFact, Vec<Rejection>> {
        let mut fields = before.to_json();
        let given = || set.iter().filter(|(name, _)| !FIXED.contains(&name.as_str()));
        given().for_each(|(name, value)| put(&mut fields, name, value));
        if let Some(source) = self.source_text() {
            fields["source"] = Value::from(&*source);
        }
        AnyFact::from_json(before.noun(), fields).map_err(|_| {
            // Each alone tells which of them it is.
            let unfit = given().filter(|(name, value)| !fits(before, name, value));
            unfit.map(|(name, value)| refusal(name, value)).collect()
        })
    }

    /// It was never so.
    pub(super) fn remove(&mut self, target: Pointer) -> Result<Pointer, Vec<Rejection>> {
        let fact = self.find(target, &["id"])?;
        // A contribution is nothing without the commitment or partnership that it belongs to.
        let (network, belonging) = (self.network, &self.network.belonging);
        let own: Vec<Ix<Contribution>> = match &fact {
            AnyFact::Commitment(row) => {
                network.commitments.by_id(row.id).into_iter().flat_map(|ix| belonging.contributions_of.of(ix)).collect()
            }
            AnyFact::Partnership(row) => {
                let partnership = network.partnerships.by_id(row.id).into_iter();
                partnership.flat_map(|ix| belonging.base_contributions_of.of(ix)).collect()
            }
            _ => Vec::new(),
        };
        let own = own.into_iter().map(|ix| AnyFact::from(network.contributions.get(ix).clone()));
        // So is its place in something larger, which it would have to have as long as it is there (R06).
        let initiative = if let AnyFact::Initiative(row) = &fact { network.initiatives.by_id(row.id) } else { None };
        let places = initiative.into_iter().flat_map(|ix| belonging.places_of.of(ix));
        let own = own.chain(places.map(|ix| network.initiative_parts.get(ix).clone().into()));
        // Nobody is left to answer to the ids and keys of what was merged into it.
        let merged = network.merged_into(OrganisationId::from_uuid(target.id));
        let own = own.chain(merged.map(|ix| network.merged_organisations.get(ix).clone().into()));
        let own: Vec<AnyFact> = own.chain(self.of_desk(&fact)).collect();
        self.changes.extend(own.into_iter().map(Change::Removed));
        self.changes.push(Change::Removed(fact));
        Ok(target)
    }

    /// What of the desk is nothing without this.
    fn of_desk(&self, fact: &AnyFact) -> Vec<AnyFact> {
        let (network, belonging) = (self.network, &self.network.belonging);
        match fact {
            AnyFact::Target(row) => {
                let rows = network.targets.by_id(row.id).into_iter().flat_map(|ix| belonging.assessments_of.of(ix));
                rows.map(|ix| network.assessments.get(ix).clone().into()).collect()
            }
            AnyFact::DecisionMoment(row) => {
                let rows = network.decision_moments.by_id(row.id).into_iter().flat_map(|ix| belonging.stages_of.of(ix));
                rows.map(|ix| network.decision_stages.get(ix).clone().into()).collect()
            }
            AnyFact::ContactMoment(row) => {
                let Some(ix) = network.contact_moments.by_id(row.id) else { return Vec::new() };
                let notes = belonging.contact_notes_of.of(ix).map(|ix| network.contact_notes.get(ix).clone().into());
                let rows = belonging.follow_ups_of.of(ix).map(|ix| network.follow_ups.get(ix).clone().into());
                notes.chain(rows).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// Whether a field can have this value.
fn fits(before: &AnyFact, name: &str, value: &Value) -> bool {
    let mut fields = before.to_json();
    put(&mut fields, name, value);
    AnyFact::from_json(before.noun(), fields).is_ok()
}

/// Another value for a field. One that is not there is empty: no value, or a list without items.
fn put(fields: &mut Value, name: &str, value: &Value) {
    match (value, fields) {
        (Value::Null, Value::Object(fields)) => drop(fields.remove(name)),
        (value, fields) => fields[name] = value.clone(),
    }
}

/// That a field cannot have this value.
fn refusal(name: &str, value: &Value) -> Rejection {
    let [nl, en] = if value.is_null() {
        ["dit veld kan niet leeg zijn", "this field cannot be empty"]
    } else {
        ["dit veld kan deze waarde niet hebben", "this field cannot have this value"]
    };
    Rejection::new(ErrorCode::InvalidValue, &[&input_name(name)], nl, en)
}
