//! Goals of an agenda, and what serves them (rule R05).

use serde_json::{Map, Value};

use super::rejection::Rejection;
use super::{Draft, Drawn, Pointer};
use crate::any_fact::AnyFact;
use crate::facts::*;
use crate::id::{FactId, GoalId, InitiativeId};

impl Drawn<'_> {
    /// An agenda sets a goal, which these initiatives serve from now on. At once: from its first goal on, all initiatives
    /// have to serve one.
    pub(super) fn set_goal(&mut self, goal: &[Draft], served_by: &[InitiativeId]) -> Result<Pointer, Vec<Rejection>> {
        let subject = self.record(goal)?;
        let goal = GoalId::from_uuid(subject.id);
        for (at, id) in served_by.iter().enumerate().filter(|(at, id)| !served_by[..*at].contains(*id)) {
            let path = ["servedBy", &at.to_string()];
            let before = self.find(Pointer { noun: Initiative::NOUN, id: id.uuid() }, &path)?;
            let AnyFact::Initiative(row) = &before else { continue };
            let mut goals = row.goals.clone();
            goals.insert(goal);
            let goals = Map::from_iter([("goals".to_owned(), Value::from(goals.to_string()))]);
            let after = self.corrected(&before, &goals)?;
            self.change(before, after);
        }
        Ok(subject)
    }
}
