//! From what somebody wants to what is changed: every rule that can refuse, and nothing else.
//!
//! A command is planned against one network. It is pure: the same command and network give the same changes, so that a
//! writer whose network has moved on may plan again.

mod barred;
mod broken;
mod called;
mod correct;
mod double;
mod end;
mod fit;
mod goal;
mod import;
mod merge;
mod place;
mod promise;
mod rejection;
mod sense;
mod source;
mod text;
mod timing;
mod wide;

#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::sync::Arc;

use chrono::NaiveDate;
use serde_json::{Map, Value};
use uuid::Uuid;

pub use barred::barred;
pub use fit::{fit, let_go};
pub use import::{Imported, Importing};
pub use rejection::{ErrorCode, Rejection};
pub use source::Source;
pub use text::wrong_text;

use crate::any_fact::AnyFact;
use crate::change::Change;
use crate::date::PartialDate;
use crate::facts::{Commitment, Fact, Initiative, Organisation};
use crate::id::{CommitmentId, DecisionId, FactId, InitiativeId, OrganisationId};
use crate::network::{Network, Revision};
use crate::problem::{Problem, Wrong};
use broken::broken;
use called::called;

/// What somebody wants to change.
#[derive(Debug, Clone, PartialEq)]
pub struct Command {
    /// What.
    pub act: Act,
    /// On whose word; `None` is refused where a source is asked for.
    pub source: Option<Source>,
    /// The revision that it is meant for; `None`: whatever there is.
    pub if_revision: Option<i64>,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// New facts, those that others point at first. Their sources are those of the command.
    Record(Vec<Draft>),
    /// Other values for some fields of one fact. `null` empties a field.
    Correct {
        /// Which fact.
        target: Pointer,
        /// Field and value.
        set: Map<String, Value>,
    },
    /// It was never so: the fact goes. What belongs to it alone goes with it.
    Remove(Pointer),
    /// Two organisations turn out to be one.
    Merge {
        /// The one that goes.
        duplicate: OrganisationId,
        /// The one that stays.
        into: OrganisationId,
    },
    /// An agenda sets a goal.
    SetGoal {
        /// The goal as a new fact.
        goal: Vec<Draft>,
        /// Initiatives that serve it from now on.
        served_by: Vec<InitiativeId>,
    },
    /// Of what an initiative is a part: all its places.
    Place {
        /// Which.
        initiative: InitiativeId,
        /// Its places as new facts; one that it has already stays the fact that it is.
        places: Vec<Draft>,
    },
    /// A competent organ ratified a commitment. What was delivered stays delivered.
    Ratify {
        /// Which.
        commitment: CommitmentId,
        /// By which decision.
        decision: DecisionId,
    },
    /// A commitment was delivered.
    Realise {
        /// Which.
        commitment: CommitmentId,
        /// When.
        on: PartialDate,
    },
    /// A commitment is taken back.
    Withdraw {
        /// Which.
        commitment: CommitmentId,
        /// The last day on which it held.
        until: PartialDate,
    },
    /// What holds for a period comes to its end: a partnership, a membership of a group, a seat.
    End {
        /// Which.
        target: Pointer,
        /// The last day, month or year in which it held.
        until: PartialDate,
    },
    /// Facts from outside are taken in. A refusal names the row that it is about: noun, key in the file, column.
    Import(Importing),
}

impl Act {
    /// What it is about and is there already.
    #[must_use]
    pub fn about(&self) -> Vec<Pointer> {
        match self {
            Self::Correct { target, .. } | Self::Remove(target) | Self::End { target, .. } => vec![*target],
            Self::Merge { duplicate, into } => {
                [into, duplicate].map(|id| Pointer { noun: Organisation::NOUN, id: id.uuid() }).to_vec()
            }
            Self::Ratify { commitment, .. } | Self::Realise { commitment, .. } | Self::Withdraw { commitment, .. } => {
                vec![Pointer { noun: Commitment::NOUN, id: commitment.uuid() }]
            }
            Self::Place { initiative, .. } => vec![Pointer { noun: Initiative::NOUN, id: initiative.uuid() }],
            Self::Record(_) | Self::SetGoal { .. } | Self::Import(_) => Vec::new(),
        }
    }
}

/// A fact that is pointed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pointer {
    /// Its noun: `seats`.
    pub noun: &'static str,
    /// Its id.
    pub id: Uuid,
}

/// A new fact, and which part of the input it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The fact.
    pub fact: AnyFact,
    /// The part of the input; empty: all of it.
    pub path: Vec<String>,
}

/// What a command comes to.
#[derive(Debug)]
pub struct Planned {
    /// What is written, in the order in which it can be.
    pub changes: Vec<Change>,
    /// The network with it.
    pub after: Network,
    /// What the command was about in the first place.
    pub subject: Pointer,
    /// Of an import, what was found out about its rows.
    pub imported: Imported,
}

/// How changes are judged.
#[derive(Debug, Clone)]
pub struct Policy {
    /// Whether every change needs a source.
    pub source_required: bool,
    /// The day on which the rules are held.
    pub today: NaiveDate,
    /// Persons who were erased: no file brings them back.
    pub erased: Arc<HashSet<Uuid>>,
}

/// Plans a command: what it changes, or all reasons why it is refused.
///
/// # Errors
/// The reasons.
pub fn plan(
    network: &Arc<Network>,
    command: &Command,
    policy: &Policy,
    next: Revision,
) -> Result<Planned, Vec<Rejection>> {
    let drawn = Drawn::new(network, command, policy);
    match &command.act {
        Act::Import(importing) => {
            drawn.planned(next).map_err(|refused| Drawn::new(network, command, policy).every(importing, refused, next))
        }
        _ => drawn.planned(next),
    }
}

impl<'a> Drawn<'a> {
    fn new(network: &'a Arc<Network>, command: &'a Command, policy: &'a Policy) -> Self {
        Self { network, command, policy, drafts: Vec::new(), changes: Vec::new(), imported: Imported::default() }
    }

    fn planned(self, next: Revision) -> Result<Planned, Vec<Rejection>> {
        let Self { network, command, policy, .. } = self;
        let mut drawn = self;
        let mut refused = drawn.sources();
        let drawing = drawn.draw();
        let about = command.act.about();
        let there = about.iter().filter(|target| network.fact(target.noun, target.id).is_some());
        refused.extend(there.filter_map(|target| drawn.conflict(*target)).next());
        refused.extend(drawn.late_import());
        let is_late = refused.iter().any(|rejection| rejection.code == ErrorCode::VersionConflict);
        let subject = match drawing {
            Ok(subject) if !is_late => subject,
            drawing => {
                // Whoever read something older is told that and what is wrong with the input, and not what follows from it.
                let of_input = |code| code == ErrorCode::InvalidValue && matches!(command.act, Act::Correct { .. });
                let refusing = drawing.err().into_iter().flatten();
                refused.extend(refusing.filter(|rejection| !is_late || of_input(rejection.code)));
                refused.extend(drawn.input(next));
                return Err(refused);
            }
        };
        refused.extend(drawn.texts());
        let after = match network.apply(&drawn.changes, next) {
            Ok(after) => Arc::new(after),
            Err(problems) => {
                refused.extend(drawn.refusals(&problems));
                return Err(refused);
            }
        };
        refused.extend(drawn.senseless(&after));
        refused.extend(drawn.doubles(&after));
        if refused.is_empty() {
            let broken = broken(network, &after, &drawn.changes, policy);
            refused.extend(broken.iter().map(|(finding, code)| drawn.breach(&after, finding, *code)));
        }
        if !refused.is_empty() {
            return Err(refused);
        }
        let after = Arc::into_inner(after).ok_or_else(Vec::new)?;
        Ok(Planned { changes: drawn.changes, after, subject, imported: drawn.imported })
    }
}

/// A command being worked out.
struct Drawn<'a> {
    network: &'a Arc<Network>,
    command: &'a Command,
    policy: &'a Policy,
    /// New facts with the part of the input that they come from.
    drafts: Vec<Draft>,
    changes: Vec<Change>,
    imported: Imported,
}

impl Drawn<'_> {
    /// Turns the act into changes.
    fn draw(&mut self) -> Result<Pointer, Vec<Rejection>> {
        match &self.command.act {
            Act::Record(drafts) => self.record(drafts),
            Act::Correct { target, set } => self.correct(*target, set),
            Act::Remove(target) => self.remove(*target),
            Act::Merge { duplicate, into } => self.merge(*duplicate, *into),
            Act::SetGoal { goal, served_by } => self.set_goal(goal, served_by),
            Act::Place { initiative, places } => self.place(*initiative, places),
            Act::Ratify { commitment, decision } => self.ratify(*commitment, *decision),
            Act::Realise { commitment, on } => self.realise(*commitment, *on),
            Act::Withdraw { commitment, until } => self.withdraw(*commitment, *until),
            Act::End { target, until } => self.end(*target, *until),
            Act::Import(importing) => self.import(importing),
        }
    }

    /// What is wrong with the input itself, whatever there is already: texts, and periods without days.
    fn input(&self, next: Revision) -> Vec<Rejection> {
        let problems = self.network.apply(&self.changes, next).err().unwrap_or_default();
        let periods = problems.iter().filter(|problem| matches!(problem.wrong, Wrong::EndsFirst { .. }));
        self.texts().into_iter().chain(periods.map(|problem| self.placed(problem))).collect()
    }

    fn record(&mut self, drafts: &[Draft]) -> Result<Pointer, Vec<Rejection>> {
        let source = self.source_text();
        for draft in drafts {
            let mut draft = draft.clone();
            if let Some(source) = &source {
                draft.fact.set_source(source.clone());
            }
            self.changes.push(Change::Added(draft.fact.clone()));
            self.drafts.push(draft);
        }
        let first = drafts.first().ok_or_else(|| {
            vec![Rejection::new(ErrorCode::InvalidValue, &[], "er is niets te doen", "there is nothing to do")]
        })?;
        Ok(Pointer { noun: first.fact.noun(), id: first.fact.uuid() })
    }

    /// When the fact was changed after the revision that the command is meant for.
    fn conflict(&self, target: Pointer) -> Option<Rejection> {
        self.changed_after(self.network.changed_at(target.id))
    }

    /// That something was changed after the revision that the command is meant for.
    ///
    /// * `changed`: the revision that changed it last.
    fn changed_after(&self, changed: i64) -> Option<Rejection> {
        let meant = self.command.if_revision?;
        let newest = self.network.revision().number;
        if meant > newest {
            return Some(Rejection::new(
                ErrorCode::InvalidValue,
                &["ifRevision"],
                format!("revisie {meant} is er nog niet; de laatste is {newest}"),
                format!("there is no revision {meant} yet; the last one is {newest}"),
            ));
        }
        (changed > meant).then(|| {
            Rejection::new(
                ErrorCode::VersionConflict,
                &["ifRevision"],
                format!("het is in revisie {changed} gewijzigd, na revisie {meant}"),
                format!("it was changed in revision {changed}, after revision {meant}"),
            )
        })
    }

    /// Notes that a fact becomes another one.
    fn change(&mut self, before: AnyFact, after: AnyFact) {
        self.changes.push(Change::Changed { before, after });
    }

    /// A fact, or that it is not there.
    fn find(&self, target: Pointer, path: &[&str]) -> Result<AnyFact, Vec<Rejection>> {
        self.network.fact(target.noun, target.id).ok_or_else(|| vec![not_found(path)])
    }
}

fn not_found(path: &[&str]) -> Rejection {
    Rejection::new(ErrorCode::NotFound, path, "dit is er niet", "there is no such thing")
}

impl Drawn<'_> {
    /// A problem of the network that would be, as a refusal of the part of the input that it comes from.
    fn placed(&self, problem: &Problem) -> Rejection {
        let is = |fact: &AnyFact| fact.noun() == problem.noun && **fact.key() == *problem.key;
        let drafted = self.drafts.iter().find(|draft| is(&draft.fact));
        let mut path: Vec<String> = drafted.map(|draft| draft.path.clone()).unwrap_or_default();
        path.extend(problem.field.map(input_name));
        if self.is_import() {
            path = self.imported.place(problem.noun, &problem.key);
            path.extend(problem.field.map(ToOwned::to_owned));
        }
        match &problem.wrong {
            // A key that somebody gave is what is there already.
            Wrong::GivenTwice if problem.field.is_none() && !self.is_import() => {
                path.extend(drafted.and_then(|draft| key_name(&draft.fact)).map(ToOwned::to_owned));
                let path: Vec<&str> = path.iter().map(String::as_str).collect();
                return Rejection::new(
                    ErrorCode::AlreadyExists,
                    &path,
                    format!("\"{}\" is al in gebruik", problem.key),
                    format!("\"{}\" is taken already", problem.key),
                );
            }
            // Where there is more than one, the first is to be looked at.
            Wrong::NotOne { fields, given } if *given > 1 && !self.is_import() => {
                let fact = self.changes.iter().filter_map(Change::after).find(|fact| is(fact)).map(AnyFact::to_json);
                let given = |field: &&&str| fact.as_ref().is_some_and(|fact| is_given(&fact[**field]));
                path.extend(fields.iter().find(given).map(|field| input_name(field)));
            }
            // Somebody else points at what goes.
            Wrong::Dangling { noun: gone, id } if self.removes(*id) => {
                let (noun, key) = (problem.noun, &problem.key);
                if self.is_import() {
                    let path: Vec<&str> = path.iter().map(String::as_str).collect();
                    let gone_key =
                        self.network.fact(gone, *id).map_or_else(|| id.to_string(), |fact| fact.key().to_string());
                    return Rejection::new(
                        ErrorCode::InUse,
                        &path,
                        format!("{gone} {gone_key} staat hier niet meer in, en {noun} {key} verwijst ernaar"),
                        format!("{gone} {gone_key} is not in here any more, and {noun} {key} points at it"),
                    );
                }
                let [nl, en] = called(noun);
                return Rejection::new(
                    ErrorCode::InUse,
                    &["id"],
                    format!("{nl} {key} verwijst ernaar"),
                    format!("{en} {key} points at it"),
                );
            }
            // An id is given whatever it is of.
            Wrong::Dangling { noun, id } => {
                if let Some(other) = self.network.noun_of(*id) {
                    let [[other_nl, other_en], [nl, en]] = [called(other), called(noun)];
                    let path: Vec<&str> = path.iter().map(String::as_str).collect();
                    return Rejection::new(
                        ErrorCode::NotFound,
                        &path,
                        format!("dit is van een andere soort ({other_nl}); hier hoort: {nl}"),
                        format!("this is of another kind ({other_en}); what belongs here: {en}"),
                    );
                }
            }
            _ => {}
        }
        if self.is_import() {
            return Rejection::of(&problem.wrong, path, ToOwned::to_owned);
        }
        Rejection::of(&problem.wrong, path, input_name)
    }

    /// The part of the input that a field of a fact comes from.
    fn at(&self, fact: &AnyFact, field: &str) -> Vec<String> {
        if self.is_import() {
            return self.imported.place(fact.noun(), fact.key()).into_iter().chain([field.to_owned()]).collect();
        }
        let drafted = self.drafts.iter().find(|draft| draft.fact.uuid() == fact.uuid());
        drafted.map(|draft| draft.path.clone()).into_iter().flatten().chain([input_name(field)]).collect()
    }

    fn removes(&self, id: Uuid) -> bool {
        self.changes.iter().any(|change| change.after().is_none() && change.fact().uuid() == id)
    }
}

/// Whether a field of a fact says something.
fn is_given(value: &Value) -> bool {
    !value.is_null() && value.as_str() != Some("")
}

/// The field of an input that is the key of a new fact; `None` when nobody gives it one.
fn key_name(fact: &AnyFact) -> Option<&'static str> {
    match fact {
        AnyFact::Rule(_) => Some("code"),
        fact => fact.to_json().get("slug").map(|_| "slug"),
    }
}

/// The name of a field of a fact as inputs write it.
fn input_name(field: &str) -> String {
    if field == "share_pct" { "share".to_owned() } else { camel(field) }
}

/// The name of a field as inputs write it.
#[must_use]
pub fn camel(field: &str) -> String {
    let mut words = field.split('_');
    let mut name = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        name.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}
