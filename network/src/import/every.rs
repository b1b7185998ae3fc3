//! Everything that keeps facts from outside from being taken in, at once.

use std::collections::HashSet;
use std::sync::Arc;

use uuid::Uuid;

use super::{Import, Mode, Terms, import};
use crate::facts::*;
use crate::for_each_noun;
use crate::id::FactId;
use crate::network::{Network, Revision};
use crate::problem::{Problem, Wrong};

/// How often it is tried again without what is wrong already: hardly ever does one thing hide so many.
const ROUNDS: usize = 10;

/// Why facts are not taken in.
#[derive(Debug)]
pub struct Refused {
    /// What is wrong with them, each under the key outside.
    pub problems: Vec<Problem>,
    /// The facts without the rows with which something is wrong, and without those that point at them.
    pub rest: Facts,
}

/// Works out what facts from outside come to, and whether the network holds together with them. Where something is wrong it is
/// tried again without those rows, so that what is wrong with others is told as well, as far as it does not follow from that.
///
/// * `facts`: gives the facts, anew for each try.
///
/// # Errors
/// All problems.
pub fn every(
    network: &Arc<Network>,
    mut facts: impl FnMut() -> Facts,
    terms: Terms<'_>,
    next: Revision,
) -> Result<Import, Box<Refused>> {
    let hold = |facts: Facts, mode| {
        let import = import(network, facts, Terms { mode, ..terms })?;
        import.holds(network, next).map(|()| import)
    };
    let mut new = match hold(facts(), terms.mode) {
        Ok(import) => return Ok(import),
        Err(problems) => problems,
    };
    let mut wrong = Wrongs { rows: HashSet::new(), stays: terms.mode != Mode::Merge };
    let mut problems: Vec<Problem> = Vec::new();
    for _ in 0..ROUNDS {
        let known = wrong.rows.len();
        wrong.rows.extend(new.iter().map(|problem| (problem.noun, problem.key.clone())));
        problems.append(&mut new);
        if wrong.rows.len() == known {
            break;
        }
        // A row that is left aside is not gone.
        let Err(found) = hold(wrong.without(facts(), network), Mode::Merge) else { break };
        new = found.into_iter().filter(|found| !wrong.follows(found) && !problems.contains(found)).collect();
    }
    Err(Box::new(Refused { problems, rest: wrong.without(facts(), network) }))
}

/// Rows with which something is wrong, by noun and key outside.
struct Wrongs {
    rows: HashSet<(&'static str, String)>,
    /// Whether facts stay in these tries that would go.
    stays: bool,
}

impl Wrongs {
    /// Whether a problem may be there only because rows are left aside.
    fn follows(&self, problem: &Problem) -> bool {
        match &problem.wrong {
            Wrong::SaidAlready { noun, by } => self.stays || self.rows.contains(&(*noun, by.clone())),
            Wrong::NumberTaken { by, .. } => self.stays || self.rows.contains(&(Identifier::NOUN, by.clone())),
            _ => false,
        }
    }

    /// The facts without these rows, and without those that point at them where there is nothing else to point at.
    fn without(&self, mut facts: Facts, network: &Network) -> Facts {
        let mut gone: HashSet<Uuid> = HashSet::new();
        macro_rules! rows {
            ($($noun:ident $fact:ident,)*) => {$(
                facts.$noun.retain(|row| {
                    let is_wrong = self.rows.contains(&($fact::NOUN, row.key().to_string()));
                    if is_wrong && network.$noun.by_id(row.id()).is_none() {
                        gone.insert(row.id().uuid());
                    }
                    !is_wrong
                });
            )*};
        }
        for_each_noun!(rows);
        loop {
            let n_gone = gone.len();
            macro_rules! pointing {
                ($($noun:ident $fact:ident,)*) => {$(
                    facts.$noun.retain(|row| {
                        let mut points = false;
                        row.pointing(&mut |reference| points |= gone.contains(&reference.id));
                        if points {
                            gone.insert(row.id().uuid());
                        }
                        !points
                    });
                )*};
            }
            for_each_noun!(pointing);
            if gone.len() == n_gone {
                return facts;
            }
        }
    }
}
