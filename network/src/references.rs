//! What facts must satisfy before they are a network: references that lead somewhere, periods with days, one of several
//! fields, register numbers given once (rule R16), no circles.

#[cfg(test)]
mod tests;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::condition::Clause;
use crate::facts::*;
use crate::id::{FactId, OrganisationId};
use crate::merged;
use crate::network::Tables;
use crate::problem::{Problem, Wrong};
use crate::table::{Ix, Table};

/// Everything that is wrong; empty when the facts are a network.
pub(crate) fn problems(tables: &Tables) -> Vec<Problem> {
    let mut problems = Vec::new();
    keys(tables, &mut problems);
    references(tables, &mut problems);
    conditions(tables, &mut problems);
    choices(tables, &mut problems);
    periods(tables, &mut problems);
    register_numbers(tables, &mut problems);
    merged::problems(tables, &mut problems);
    circles(tables, &mut problems);
    match tables.cooperations.len() {
        1 => {}
        0 => problems.push(Problem {
            noun: Cooperation::NOUN,
            key: String::new(),
            field: None,
            wrong: Wrong::NoCooperation,
        }),
        _ => problems
            .extend(tables.cooperations.iter().skip(1).map(|(_, row)| problem(row, None, Wrong::SecondCooperation))),
    }
    problems
}

pub(crate) fn problem<T: Fact>(row: &T, field: Option<&'static str>, wrong: Wrong) -> Problem {
    Problem { noun: T::NOUN, key: row.key().to_string(), field, wrong }
}

/// Keys that rows with ids of their own share with others. Ids that derive from keys tell by themselves.
fn keys(tables: &Tables, problems: &mut Vec<Problem>) {
    fn check<T: Fact>(table: &Table<T>, problems: &mut Vec<Problem>) {
        if table.iter().all(|(_, row)| row.id().uuid().get_version_num() == 5) {
            return;
        }
        let mut seen = FxHashSet::with_capacity_and_hasher(table.len(), rustc_hash::FxBuildHasher);
        let twice = table.iter().filter(|(_, row)| !seen.insert(row.key()));
        problems.extend(twice.map(|(_, row)| problem(row, None, Wrong::GivenTwice)));
    }
    macro_rules! each {
        ($($noun:ident $fact:ident,)*) => { $(check(&tables.$noun, problems);)* };
    }
    crate::for_each_noun!(each);
}

fn missing<T: Fact, R: Fact>(row: &T, field: &'static str, id: R::Id, table: &Table<R>) -> Option<Problem> {
    table.by_id(id).is_none().then(|| {
        let wrong = if id.is_unset() { Wrong::Empty } else { Wrong::Dangling { noun: R::NOUN, id: id.uuid() } };
        problem(row, Some(field), wrong)
    })
}

/// `table.field => table` (required), `table.field =>? table` (optional), `table.field =>* table` (list).
macro_rules! check {
    ($tables:ident $problems:ident $($table:ident { $($field:ident $kind:tt $target:ident;)* })*) => {$(
        for (_, row) in $tables.$table.iter() {
            $(check!(@$kind row $field $tables.$target, $problems);)*
        }
    )*};
    (@one $row:ident $field:ident $target:expr, $problems:ident) => {
        $problems.extend(missing($row, stringify!($field), $row.$field, &$target));
    };
    (@maybe $row:ident $field:ident $target:expr, $problems:ident) => {
        $problems.extend($row.$field.and_then(|id| missing($row, stringify!($field), id, &$target)));
    };
    (@each $row:ident $field:ident $target:expr, $problems:ident) => {
        $problems.extend($row.$field.iter().filter_map(|id| missing($row, stringify!($field), *id, &$target)));
    };
}

fn references(tables: &Tables, problems: &mut Vec<Problem>) {
    check! { tables problems
        cooperations { organisation one organisations; agenda maybe agreements; }
        organisations { parent maybe organisations; territory maybe organisations; }
        merged_organisations { into one organisations; }
        names { organisation maybe organisations; body maybe bodies; programme_line maybe programme_lines; }
        identifiers { organisation one organisations; }
        contacts { organisation one organisations; }
        municipality_statistics { organisation one organisations; }
        group_memberships { organisation one organisations; group one stakeholder_groups; }
        partnerships { organisation one organisations; }
        relations {
            from_organisation maybe organisations; from_group maybe stakeholder_groups; from_body maybe bodies;
            to_organisation maybe organisations; to_group maybe stakeholder_groups; to_body maybe bodies;
        }
        goals { agreement one agreements; }
        initiatives { goals each goals; }
        initiative_parts {
            initiative one initiatives; programme_line maybe programme_lines; parent maybe initiatives;
            agreement maybe agreements;
        }
        ambitions { initiative one initiatives; }
        measures { ambition one ambitions; }
        offices { person one persons; organisation one organisations; }
        bodies {
            parent maybe bodies; organisation maybe organisations; steers_programme_lines each programme_lines;
            steers_initiatives each initiatives;
        }
        seats {
            body one bodies; holder maybe persons; on_behalf_of each organisations;
            on_behalf_of_group maybe stakeholder_groups; supplied_by maybe organisations;
        }
        agreements { covers each programme_lines; builds_on maybe agreements; }
        signatures { agreement one agreements; organisation one organisations; ratified_by maybe decisions; }
        decisions {
            body one bodies; agreement maybe agreements; initiative maybe initiatives;
            programme_line maybe programme_lines; parent maybe decisions;
        }
        commitments {
            organisation one organisations; programme_line maybe programme_lines; initiative maybe initiatives;
            agreement maybe agreements; ratified_by maybe decisions;
        }
        contributions { commitment maybe commitments; partnership maybe partnerships; }
        milestones { agreements each agreements; body maybe bodies; organisation maybe organisations; }
        meetings { body one bodies; }
        statements {
            rule maybe rules; agreement maybe agreements; initiative maybe initiatives; refers_to maybe agreements;
            parent maybe statements; speaker maybe persons;
        }
        declared_counts { group maybe stakeholder_groups; body maybe bodies; agreement maybe agreements; }
    }
}

/// Conditions that wait for somebody who does not exist.
fn conditions(tables: &Tables, problems: &mut Vec<Problem>) {
    fn wanted(clause: &Clause, found: &mut Vec<OrganisationId>) {
        match clause {
            Clause::All(clauses) | Clause::Any(clauses) => clauses.iter().for_each(|clause| wanted(clause, found)),
            Clause::Includes(id) => found.push(*id),
            Clause::Parties(_) | Clause::Budget(_) => {}
        }
    }
    for (_, row) in tables.commitments.iter() {
        let Some(condition) = &row.condition else { continue };
        let mut found = Vec::new();
        wanted(&condition.0, &mut found);
        problems.extend(
            found
                .into_iter()
                .filter(|id| tables.organisations.by_id(*id).is_none())
                .map(|id| problem(row, Some("condition"), Wrong::Dangling { noun: Organisation::NOUN, id: id.uuid() })),
        );
    }
}

/// Facts of which exactly one of several fields says what they are about.
fn choices(tables: &Tables, problems: &mut Vec<Problem>) {
    macro_rules! exactly_one {
        ($($table:ident { $($field:ident)* })*) => {$(
            for (_, row) in tables.$table.iter() {
                let given = [$(row.$field.is_some()),*].iter().filter(|given| **given).count();
                if given != 1 {
                    problems.push(problem(row, None, Wrong::NotOne { fields: &[$(stringify!($field)),*], given }));
                }
            }
        )*};
    }
    exactly_one! {
        names { organisation body programme_line }
        relations { from_organisation from_group from_body }
        relations { to_organisation to_group to_body }
        initiative_parts { programme_line parent agreement }
        commitments { programme_line initiative agreement }
        contributions { commitment partnership }
        declared_counts { group body agreement }
    }
    for (_, seat) in
        tables.seats.iter().filter(|(_, seat)| seat.on_behalf_of.is_empty() == seat.on_behalf_of_group.is_none())
    {
        let given = if seat.on_behalf_of.is_empty() { 0 } else { 2 };
        problems.push(problem(seat, None, Wrong::NotOne { fields: &["on_behalf_of", "on_behalf_of_group"], given }));
    }
}

fn periods(tables: &Tables, problems: &mut Vec<Problem>) {
    fn check<T: Fact>(table: &Table<T>, problems: &mut Vec<Problem>) {
        problems.extend(table.iter().filter(|(ix, _)| table.span(*ix).is_empty()).map(|(_, row)| {
            let period = row.period().unwrap_or_default();
            let text = |date: Option<crate::date::PartialDate>| date.map_or_else(String::new, |date| date.to_string());
            problem(row, Some("until"), Wrong::EndsFirst { since: text(period.since), until: text(period.until) })
        }));
    }
    macro_rules! each {
        ($($noun:ident $fact:ident,)*) => { $(check(&tables.$noun, problems);)* };
    }
    crate::for_each_noun!(each);
}

/// Rule R16: two organisations are the same only if a register number agrees, so one number names one organisation.
fn register_numbers(tables: &Tables, problems: &mut Vec<Problem>) {
    let mut holders: FxHashMap<(String, &str), &Identifier> = FxHashMap::default();
    for (_, row) in tables.identifiers.iter() {
        if let Some(first) = holders.insert((row.scheme.to_uppercase(), row.value.as_str()), row) {
            let (scheme, value, by) = (row.scheme.clone(), row.value.clone(), first.key.to_string());
            problems.push(problem(row, Some("value"), Wrong::NumberTaken { scheme, value, by }));
        }
    }
}

/// Hierarchies in which nothing may contain itself.
fn circles(tables: &Tables, problems: &mut Vec<Problem>) {
    fn check<T: Fact>(
        table: &Table<T>,
        field: &'static str,
        parents: impl Fn(Ix<T>) -> Vec<Ix<T>>,
        problems: &mut Vec<Problem>,
    ) {
        // 0: not seen, 1: on the way, 2: done. Own stack, so that a deep hierarchy cannot overflow the thread's.
        let mut state = vec![0u8; table.len()];
        for start in table.indices() {
            let mut stack = vec![(start, false)];
            while let Some((ix, leaving)) = stack.pop() {
                if leaving {
                    state[ix.at()] = 2;
                } else if state[ix.at()] == 0 {
                    state[ix.at()] = 1;
                    stack.push((ix, true));
                    for parent in parents(ix) {
                        match state[parent.at()] {
                            0 => stack.push((parent, false)),
                            1 => problems.push(problem(table.get(ix), Some(field), Wrong::Circle)),
                            _ => {}
                        }
                    }
                }
            }
        }
    }

    let t = tables;
    check(
        &t.organisations,
        "parent",
        |ix| t.organisations.get(ix).parent.and_then(|id| t.organisations.by_id(id)).into_iter().collect(),
        problems,
    );
    check(
        &t.bodies,
        "parent",
        |ix| t.bodies.get(ix).parent.and_then(|id| t.bodies.by_id(id)).into_iter().collect(),
        problems,
    );
    check(
        &t.decisions,
        "parent",
        |ix| t.decisions.get(ix).parent.and_then(|id| t.decisions.by_id(id)).into_iter().collect(),
        problems,
    );
    check(
        &t.agreements,
        "builds_on",
        |ix| t.agreements.get(ix).builds_on.and_then(|id| t.agreements.by_id(id)).into_iter().collect(),
        problems,
    );
    check(
        &t.statements,
        "parent",
        |ix| t.statements.get(ix).parent.and_then(|id| t.statements.by_id(id)).into_iter().collect(),
        problems,
    );
    let mut above: FxHashMap<Ix<Initiative>, Vec<Ix<Initiative>>> = FxHashMap::default();
    for (_, part) in t.initiative_parts.iter() {
        if let (Some(child), Some(parent)) =
            (t.initiatives.by_id(part.initiative), part.parent.and_then(|id| t.initiatives.by_id(id)))
        {
            above.entry(child).or_default().push(parent);
        }
    }
    check(&t.initiatives, "parent", |ix| above.get(&ix).cloned().unwrap_or_default(), problems);
}
