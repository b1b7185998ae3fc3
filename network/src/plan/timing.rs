//! What of the desk is planned or told at a time at which it cannot be, or of nobody.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;
use uuid::Uuid;

use super::Drawn;
use super::rejection::{ErrorCode, Rejection};
use crate::any_fact::AnyFact;
use crate::date::PartialDate;
use crate::facts::*;
use crate::id::FactId;
use crate::network::Network;

/// What is wrong: a code, the field, and the words.
type Wrong = (ErrorCode, &'static str, [&'static str; 2]);

impl Drawn<'_> {
    /// What of the facts as they would be is out of time, and was not before; and talks that would come before the
    /// introduction that is changed.
    pub(super) fn untimely(&self, after: &Network) -> Vec<Rejection> {
        let today = self.policy.today;
        let mut refused = Vec::new();
        let introduced = self.introductions(after);
        for change in &self.changes {
            let Some(fact) = change.after() else { continue };
            let known = change.before().and_then(|before| wrong(self.network, before, today));
            // What was so before keeps nobody from mending something else.
            let new = wrong(after, fact, today).filter(|(code, field, _)| {
                known.is_none_or(|(known, known_field, _)| (known, known_field) != (*code, *field))
            });
            refused.extend(new.map(|(code, field, words)| self.refusal(code, fact, field, words)));
            if introduced.get(&fact.uuid()).is_some_and(|is_early| *is_early) {
                let words = [
                    "een gesprek dat op deze introductie wacht ligt ervoor",
                    "a talk that waits for this introduction lies before it",
                ];
                refused.push(self.refusal(ErrorCode::BeforeIntroduction, fact, "date", words));
            }
        }
        refused
    }

    /// The talks that are changed, each with whether one that is not changed would come before it as its introduction, and did
    /// not.
    fn introductions(&self, after: &Network) -> FxHashMap<Uuid, bool> {
        let talks = self.changes.iter().filter(|change| change.fact().noun() == ContactMoment::NOUN);
        let mut changed: FxHashMap<Uuid, bool> = talks.map(|change| (change.fact().uuid(), false)).collect();
        if changed.is_empty() {
            return changed;
        }
        for (_, row) in after.contact_moments.iter().filter(|(_, row)| row.after.is_some()) {
            let is_waiting = || is_early(after, row) && !is_early(self.network, row);
            if let Some(introduction) = row.after.map(FactId::uuid).filter(|id| changed.contains_key(id))
                && !changed.contains_key(&row.id.uuid())
                && is_waiting()
            {
                changed.insert(introduction, true);
            }
        }
        changed
    }
}

fn wrong(network: &Network, fact: &AnyFact, today: NaiveDate) -> Option<Wrong> {
    match fact {
        AnyFact::ContactMoment(row) => wrong_talk(network, row, today),
        AnyFact::FollowUp(row) => row.done_on.filter(|on| is_to_come(*on, today)).map(|_| {
            let words = ["dit kan nog niet gedaan zijn", "this cannot have been done yet"];
            (ErrorCode::InvalidValue, "done_on", words)
        }),
        AnyFact::Assessment(row) => is_to_come(row.date, today).then(|| {
            let words = ["dit oordeel is er nog niet", "this judgement is not there yet"];
            (ErrorCode::InvalidValue, "date", words)
        }),
        AnyFact::Tie(row) => row.confirmed_on.filter(|on| is_to_come(*on, today)).map(|_| {
            let words = ["dit kan nog niet gezegd zijn", "this cannot have been said yet"];
            (ErrorCode::InvalidValue, "confirmed_on", words)
        }),
        _ => None,
    }
}

fn wrong_talk(network: &Network, row: &ContactMoment, today: NaiveDate) -> Option<Wrong> {
    let introduction = introduction(network, row);
    let is_planned = row.status == ContactStatus::Planned;
    Some(if row.holder.is_none() {
        (
            ErrorCode::HolderMissing,
            "holder",
            ["zeg wiens gesprek dit is: geef een houder", "say whose talk it is: give a holder"],
        )
    } else if is_planned && row.date.latest().is_some_and(|day| day < today) {
        let words = [
            "dit gesprek ligt in het verleden: leg het vast als gehouden of afgezegd",
            "this talk lies in the past: record it as held or cancelled",
        ];
        (ErrorCode::PlannedInThePast, "date", words)
    } else if row.status == ContactStatus::Held && is_to_come(row.date, today) {
        let words = ["dit gesprek kan nog niet gehouden zijn", "this talk cannot have been held yet"];
        (ErrorCode::InvalidValue, "date", words)
    } else if is_early(network, row) {
        let words = ["dit gesprek ligt voor zijn introductie", "this talk lies before its introduction"];
        (ErrorCode::BeforeIntroduction, "date", words)
    } else if is_planned && introduction.is_some_and(|row| row.status == ContactStatus::Cancelled) {
        let words = ["deze introductie is afgezegd", "this introduction was called off"];
        (ErrorCode::InvalidValue, "after", words)
    } else if is_planned && (row.outcome.is_some() || row.position.is_some()) {
        let words = ["van wat nog komt is er geen uitkomst", "nothing came yet of what is to come"];
        (ErrorCode::InvalidValue, if row.outcome.is_some() { "outcome" } else { "position" }, words)
    } else if row.their_persons.is_empty() && row.target.is_none() {
        let words = ["zeg met wie: geef personen of een doelwit", "say with whom: give persons or a target"];
        (ErrorCode::InvalidValue, "their_persons", words)
    } else if row.our_persons.iter().any(|one| row.their_persons.contains(one)) {
        let words = ["iemand staat aan beide kanten", "somebody stands on both sides"];
        (ErrorCode::InvalidValue, "their_persons", words)
    } else {
        return None;
    })
}

fn introduction<'a>(network: &'a Network, row: &ContactMoment) -> Option<&'a ContactMoment> {
    let ix = network.contact_moments.by_id(row.after?)?;
    Some(network.contact_moments.get(ix))
}

/// Whether a talk comes before the introduction that it waits for.
fn is_early(network: &Network, row: &ContactMoment) -> bool {
    let introduced = introduction(network, row).and_then(|row| row.date.earliest());
    introduced.zip(row.date.latest()).is_some_and(|(introduced, talk)| talk < introduced)
}

/// Whether all of it lies after today.
fn is_to_come(date: PartialDate, today: NaiveDate) -> bool {
    date.earliest().is_some_and(|day| day > today)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::{Value, json};

    use super::*;
    use crate::plan::tests::{correct_fact, fact, refusals, source, told};
    use crate::plan::{Act, Command, Draft};
    use crate::testing::fixture;

    fn record(fact: AnyFact) -> Command {
        let act = Act::Record(vec![Draft { fact, path: Vec::new() }]);
        Command { act, source: source(), if_revision: None }
    }

    fn after(region: &Arc<Network>, command: &Command) -> Arc<Network> {
        Arc::new(told(region, command).expect("it can be done").after)
    }

    /// Kampen with two persons.
    fn region() -> Arc<Network> {
        let mut region = fixture("municipality Kampen partner since 2009");
        for slug in ["anna", "bert"] {
            region = after(&region, &record(fact::<Person>(json!({ "slug": slug, "name": slug }))));
        }
        region
    }

    fn talk(key: &str, status: &str, date: &str, more: Value) -> AnyFact {
        let mut row = json!({ "key": key, "status": status, "channel": "CALL", "date": date, "our_persons": "anna",
            "their_persons": "bert", "holder": "kampen" });
        row.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        fact::<ContactMoment>(row)
    }

    #[test]
    fn a_talk_is_somebodys_with_somebody_and_in_its_time() {
        let region = region();
        let refused =
            |status: &str, date: &str, more: Value| refusals(told(&region, &record(talk("a", status, date, more))));
        assert_eq!(refused("PLANNED", "2026-11-23", json!({})), ["PLANNED_IN_THE_PAST date"]);
        assert_eq!(refused("PLANNED", "2026-11", json!({})), [""; 0]);
        assert_eq!(refused("HELD", "2026-11-25", json!({})), ["INVALID_VALUE date"]);
        assert_eq!(refused("HELD", "2026-11-24", json!({ "holder": null })), ["HOLDER_MISSING holder"]);
        assert_eq!(refused("HELD", "2026-11-24", json!({ "their_persons": "" })), ["INVALID_VALUE theirPersons"]);
        assert_eq!(refused("HELD", "2026-11-24", json!({ "their_persons": "anna" })), ["INVALID_VALUE theirPersons"]);
        assert_eq!(refused("PLANNED", "2026-12-24", json!({ "outcome": "ja" })), ["INVALID_VALUE outcome"]);
        assert_eq!(refused("PLANNED", "2026-12-24", json!({ "position": "1" })), ["INVALID_VALUE position"]);
    }

    #[test]
    fn an_introduction_comes_first_whichever_of_the_two_is_changed() {
        let region = after(&region(), &record(talk("intro", "PLANNED", "2027-01-10", json!({}))));
        let early = record(talk("b", "PLANNED", "2027-01-09", json!({ "after": "intro" })));
        assert_eq!(refusals(told(&region, &early)), ["BEFORE_INTRODUCTION date"]);
        let region = after(&region, &record(talk("b", "PLANNED", "2027-01-12", json!({ "after": "intro" }))));
        let moved = |key, date: &str| correct_fact("contact_moments", key, json!({ "date": date }));
        assert_eq!(refusals(told(&region, &moved("intro", "2027-01-13"))), ["BEFORE_INTRODUCTION date"]);
        assert_eq!(refusals(told(&region, &moved("intro", "2027-01-12"))), [""; 0]);
        let id = |key: &str| crate::id::ContactMomentId::from_key(key);
        let waits = |key, on: &str| correct_fact("contact_moments", key, json!({ "after": id(on) }));
        assert_eq!(refusals(told(&region, &waits("intro", "intro"))), ["INVALID_VALUE after"]);
        assert_eq!(refusals(told(&region, &waits("intro", "b"))), ["INVALID_VALUE after"]);
        let region = after(&region, &correct_fact("contact_moments", "intro", json!({ "status": "CANCELLED" })));
        let late = record(talk("c", "PLANNED", "2027-01-20", json!({ "after": "intro" })));
        assert_eq!(refusals(told(&region, &late)), ["INVALID_VALUE after"]);
        // What waits for it already can be mended otherwise.
        assert_eq!(refusals(told(&region, &correct_fact("contact_moments", "b", json!({ "note": "bel" })))), [""; 0]);
    }

    #[test]
    fn what_is_told_was_so_already() {
        let region = after(&region(), &record(talk("a", "HELD", "2026-11-24", json!({}))));
        let follow_up =
            json!({ "key": "f", "contact_moment": "a", "text": "bel", "due": "2027", "done_on": "2026-11-25" });
        assert_eq!(refusals(told(&region, &record(fact::<FollowUp>(follow_up)))), ["INVALID_VALUE doneOn"]);
        let tie = json!({ "key": "t", "from_person": "anna", "to_person": "bert", "strength": "WEAK",
            "confirmed_on": "2027" });
        assert_eq!(refusals(told(&region, &record(fact::<Tie>(tie)))), ["INVALID_VALUE confirmedOn"]);
    }
}
