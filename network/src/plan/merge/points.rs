//! Fields that point at organisations.

use crate::condition::{Clause, Condition};
use crate::id::OrganisationId;
use crate::list::List;

/// A field that points at organisations.
pub(super) trait Points {
    fn at(&self, id: OrganisationId) -> bool;

    fn turn(&mut self, from: OrganisationId, to: OrganisationId);
}

impl Points for OrganisationId {
    fn at(&self, id: OrganisationId) -> bool {
        *self == id
    }

    fn turn(&mut self, from: OrganisationId, to: OrganisationId) {
        if *self == from {
            *self = to;
        }
    }
}

impl Points for Option<OrganisationId> {
    fn at(&self, id: OrganisationId) -> bool {
        *self == Some(id)
    }

    fn turn(&mut self, from: OrganisationId, to: OrganisationId) {
        if let Some(id) = self {
            id.turn(from, to);
        }
    }
}

impl Points for List<OrganisationId> {
    fn at(&self, id: OrganisationId) -> bool {
        self.contains(&id)
    }

    fn turn(&mut self, from: OrganisationId, to: OrganisationId) {
        *self = self.iter().map(|id| if *id == from { to } else { *id }).collect();
    }
}

impl Points for Option<Condition> {
    fn at(&self, id: OrganisationId) -> bool {
        fn waits_for(clause: &Clause, id: OrganisationId) -> bool {
            match clause {
                Clause::Includes(wanted) => *wanted == id,
                _ => clause.parts().iter().any(|clause| waits_for(clause, id)),
            }
        }
        self.as_ref().is_some_and(|condition| waits_for(&condition.0, id))
    }

    fn turn(&mut self, from: OrganisationId, to: OrganisationId) {
        fn turn(clause: &mut Clause, from: OrganisationId, to: OrganisationId) {
            match clause {
                Clause::All(clauses) | Clause::Any(clauses) => {
                    clauses.iter_mut().for_each(|clause| turn(clause, from, to));
                }
                Clause::Includes(wanted) => wanted.turn(from, to),
                Clause::Parties(_) | Clause::Budget(_) | Clause::Inhabitants(_) | Clause::Level(_) => {}
            }
        }
        if let Some(condition) = self {
            turn(&mut condition.0, from, to);
        }
    }
}

/// A clause without what is met by who sets it; `None` when nothing is left to wait for.
pub(super) fn without_self(clause: &Clause, id: OrganisationId) -> Option<Clause> {
    match clause {
        Clause::Includes(wanted) => (*wanted != id).then(|| clause.clone()),
        Clause::All(clauses) => {
            let left: Vec<Clause> = clauses.iter().filter_map(|clause| without_self(clause, id)).collect();
            (!left.is_empty()).then_some(Clause::All(left))
        }
        Clause::Any(clauses) => {
            let left: Vec<Clause> = clauses.iter().map_while(|clause| without_self(clause, id)).collect();
            (left.len() == clauses.len()).then_some(Clause::Any(left))
        }
        Clause::Parties(_) | Clause::Budget(_) | Clause::Inhabitants(_) | Clause::Level(_) => Some(clause.clone()),
    }
}
