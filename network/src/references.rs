//! What facts must satisfy before they are a network: references that lead somewhere, periods with days, one of several
//! fields, register numbers given once (rule R16), no circles.

mod circles;
#[cfg(test)]
mod tests;

pub(crate) use circles::{Starts, circles};
use uuid::Uuid;

use crate::audience::{Audience, Circle};
use crate::belonging::Belonging;
use crate::condition::Clause;
use crate::facts::*;
use crate::for_each_noun;
use crate::id::{FactId, OrganisationId};
use crate::list::List;
use crate::merged;
use crate::moved::{EachMove, Move, Moved};
use crate::network::{Noun, Tables};
use crate::numbers::Numbers;
use crate::problem::{Problem, Wrong};
use crate::table::{Ix, Table};

/// Looks at references: each field of a row that points at a row of `R`.
pub(crate) trait Visitor {
    /// A field points there.
    fn points<R: Noun>(&mut self, field: &'static str, id: R::Id);
}

/// Shows all that a fact points at.
pub(crate) fn show<T: Refers>(row: &T, show: &mut impl FnMut(Reference)) {
    struct Showing<'a, F>(&'a mut F);

    impl<F: FnMut(Reference)> Visitor for Showing<'_, F> {
        fn points<R: Noun>(&mut self, field: &'static str, id: R::Id) {
            (self.0)(Reference { field, noun: R::NOUN, id: id.uuid() });
        }
    }

    row.references(&mut Showing(show));
}

/// A noun that tells what its rows point at.
pub(crate) trait Refers: Fact {
    /// Shows every reference of the row.
    fn references(&self, visitor: &mut impl Visitor);

    /// Fields of which exactly one says what the fact is about: how many are given.
    fn choices(&self, hold: impl FnMut(&'static [&'static str], usize));
}

/// Whether a field says something.
trait Given {
    fn is_given(&self) -> bool;
}

impl<T> Given for Option<T> {
    fn is_given(&self) -> bool {
        self.is_some()
    }
}

impl<T> Given for List<T> {
    fn is_given(&self) -> bool {
        !self.is_empty()
    }
}

/// `field one Noun` (required), `field maybe Noun` (optional), `field each Noun` (list), `field clause Noun` (condition).
macro_rules! refers {
    ($($fact:ident { $($field:ident $kind:tt $target:ident;)* } $(, one of { $($choice:ident)* })*)*) => {$(
        impl Refers for $fact {
            #[allow(unused_variables, reason = "some nouns point at nothing")]
            fn references(&self, visitor: &mut impl Visitor) {
                $(refers!(@$kind self visitor $field $target);)*
            }

            #[allow(unused_mut, unused_variables, reason = "most nouns have no choice")]
            fn choices(&self, mut hold: impl FnMut(&'static [&'static str], usize)) {
                $(hold(
                    &[$(stringify!($choice)),*],
                    [$(self.$choice.is_given()),*].iter().filter(|given| **given).count(),
                );)*
            }
        }
    )*};
    (@one $row:ident $visitor:ident $field:ident $target:ident) => {
        $visitor.points::<$target>(stringify!($field), $row.$field);
    };
    (@maybe $row:ident $visitor:ident $field:ident $target:ident) => {
        if let Some(id) = $row.$field { $visitor.points::<$target>(stringify!($field), id); }
    };
    (@each $row:ident $visitor:ident $field:ident $target:ident) => {
        $row.$field.iter().for_each(|id| $visitor.points::<$target>(stringify!($field), *id));
    };
    (@clause $row:ident $visitor:ident $field:ident $target:ident) => {
        if let Some(condition) = &$row.$field {
            wanted(&condition.0, &mut |id| $visitor.points::<$target>(stringify!($field), id));
        }
    };
}

refers! {
    Cooperation { organisation one Organisation; agenda maybe Agreement; }
    Document {}
    Organisation { parent maybe Organisation; territory maybe Organisation; holder maybe Organisation; }
    MergedOrganisation { into one Organisation; }
    Name { organisation maybe Organisation; body maybe Body; programme_line maybe ProgrammeLine; }, one of { organisation body programme_line }
    Identifier { organisation one Organisation; }
    Contact { organisation one Organisation; }
    MunicipalityStatistics { organisation one Organisation; }
    StakeholderGroup {}
    GroupMembership { organisation one Organisation; group one StakeholderGroup; }
    Partnership { organisation one Organisation; }
    Relation {
        from_organisation maybe Organisation; from_group maybe StakeholderGroup; from_body maybe Body;
        to_organisation maybe Organisation; to_group maybe StakeholderGroup; to_body maybe Body;
    }, one of { from_organisation from_group from_body }, one of { to_organisation to_group to_body }
    ProgrammeLine { holder maybe Organisation; }
    Goal { agreement one Agreement; }
    Initiative { goals each Goal; }
    InitiativePart {
        initiative one Initiative; programme_line maybe ProgrammeLine; parent maybe Initiative;
        agreement maybe Agreement;
    }, one of { programme_line parent agreement }
    Ambition { initiative one Initiative; }
    Measure { ambition one Ambition; }
    Person { holder maybe Organisation; }
    Office { person one Person; organisation one Organisation; holder maybe Organisation; }
    Body {
        parent maybe Body; organisation maybe Organisation; steers_programme_lines each ProgrammeLine;
        steers_initiatives each Initiative; holder maybe Organisation;
    }
    Seat {
        body one Body; holder maybe Person; on_behalf_of each Organisation;
        on_behalf_of_group maybe StakeholderGroup; supplied_by maybe Organisation;
    }, one of { on_behalf_of on_behalf_of_group }
    Agreement { covers each ProgrammeLine; builds_on maybe Agreement; }
    Signature { agreement one Agreement; organisation one Organisation; ratified_by maybe Decision; }
    Decision {
        body one Body; agreement maybe Agreement; initiative maybe Initiative;
        programme_line maybe ProgrammeLine; parent maybe Decision;
    }
    Commitment {
        organisation one Organisation; programme_line maybe ProgrammeLine; initiative maybe Initiative;
        agreement maybe Agreement; ratified_by maybe Decision; condition clause Organisation;
    }, one of { programme_line initiative agreement }
    Contribution { commitment maybe Commitment; partnership maybe Partnership; }, one of { commitment partnership }
    Milestone { agreements each Agreement; body maybe Body; organisation maybe Organisation; }
    Meeting { body one Body; }
    Statement {
        rule maybe Rule; agreement maybe Agreement; initiative maybe Initiative; refers_to maybe Agreement;
        parent maybe Statement; speaker maybe Person;
    }
    Rule {}
    DeclaredCount { group maybe StakeholderGroup; body maybe Body; agreement maybe Agreement; }, one of { group body agreement }
    PersonContact { person one Person; holder maybe Organisation; }
    Tie { from_person one Person; to_person one Person; holder maybe Organisation; }
    Topic { programme_line maybe ProgrammeLine; holder maybe Organisation; }
    Target { topic one Topic; organisation maybe Organisation; person maybe Person; body maybe Body; holder maybe Organisation; }, one of { organisation person body }
    Assessment { target one Target; holder maybe Organisation; }
    DecisionMoment { body one Body; topics each Topic; holder maybe Organisation; }
    DecisionStage { decision_moment one DecisionMoment; holder maybe Organisation; }
    ContactMoment { topic maybe Topic; target maybe Target; our_persons each Person; their_persons each Person; after maybe ContactMoment; holder maybe Organisation; }
    ContactNote { contact_moment one ContactMoment; holder maybe Organisation; }
    FollowUp { contact_moment one ContactMoment; owner maybe Person; holder maybe Organisation; }
    Preference { organisation one Organisation; topic maybe Topic; person maybe Person; holder maybe Organisation; }
}

/// The organisations that a condition waits for.
fn wanted(clause: &Clause, found: &mut impl FnMut(OrganisationId)) {
    match clause {
        Clause::Includes(id) => found(*id),
        _ => clause.parts().iter().for_each(|clause| wanted(clause, found)),
    }
}

pub(crate) fn problem<T: Fact>(row: &T, field: Option<&'static str>, wrong: Wrong) -> Problem {
    Problem { noun: T::NOUN, key: row.key().to_string(), field, wrong }
}

/// How many references point at the rows of each noun, by noun and row number.
struct Pointed(Vec<Vec<u32>>);

macro_rules! pointed {
    ($($noun:ident $fact:ident,)*) => {
        impl Pointed {
            fn new(tables: &Tables) -> Self {
                Self(vec![$(vec![0; tables.$noun.slots()],)*])
            }

            fn keep(mut self, tables: &mut Tables) {
                $($fact::table_mut(tables).set_pointed_at(std::mem::take(&mut self.0[$fact::PLACE]));)*
            }
        }

        /// Everything that is wrong with the facts of new tables, which learn what points at their rows; empty when the facts
        /// are a network.
        pub(crate) fn problems(tables: &mut Tables, belonging: &Belonging, numbers: &Numbers) -> Vec<Problem> {
            let mut problems = Vec::new();
            let mut pointed = Pointed::new(tables);
            $(
            let shared = tables.$noun.shared_keys().into_iter();
            problems.extend(shared.map(|ix| problem(tables.$noun.get(ix), None, Wrong::GivenTwice)));
            for (ix, row) in tables.$noun.iter() {
                own_problems(&tables.$noun, ix, row, &mut problems);
                let mut resolving = Resolving {
                    tables, pointed: &mut pointed, problems: &mut problems, noun: $fact::NOUN, key: row.key(), seen_by: Circle::of(row),
                };
                row.references(&mut resolving);
            })*
            for (ix, row) in tables.identifiers.iter() {
                let taken = numbers.taken(tables, ix);
                problems.extend(taken.filter(|first| first.id < row.id).map(|first| taken_by(row, first)));
            }
            merged::problems(tables, &mut problems);
            circles(tables, belonging, &Starts::all(tables), &mut problems);
            problems.extend(cooperation(tables));
            pointed.keep(tables);
            problems
        }

        /// The rows at which something still points that did not move.
        fn pointing(tables: &Tables, id: Uuid, noun: &'static str) -> Vec<Problem> {
            let mut problems = Vec::new();
            $(for (_, row) in tables.$noun.iter() {
                let mut finding = Finding { noun, id, field: None };
                row.references(&mut finding);
                problems.extend(finding.field.map(|field| problem(row, Some(field), Wrong::Dangling { noun, id })));
            })*
            problems
        }

        /// The rows that point at one which fewer may see than them.
        fn more_open(tables: &Tables, id: Uuid, noun: &'static str, seen_by: Circle) -> Vec<Problem> {
            let mut problems = Vec::new();
            $(for (_, row) in tables.$noun.iter().filter(|(_, row)| !Circle::of(*row).is_within(seen_by)) {
                let mut finding = Finding { noun, id, field: None };
                row.references(&mut finding);
                problems.extend(finding.field.map(|field| problem(row, Some(field), Wrong::MoreOpen { noun })));
            })*
            problems
        }
    };
}
for_each_noun!(pointed);

/// What is wrong with a row, its references and its key apart.
fn own_problems<T: Refers>(table: &Table<T>, ix: Ix<T>, row: &T, problems: &mut Vec<Problem>) {
    row.choices(|fields, given| {
        if given != 1 {
            problems.push(problem(row, None, Wrong::NotOne { fields, given }));
        }
    });
    problems.extend(seen(row));
    if table.span(ix).is_empty() {
        let period = row.period().unwrap_or_default();
        let text = |date: Option<crate::date::PartialDate>| date.map_or_else(String::new, |date| date.to_string());
        problems.push(problem(
            row,
            Some("until"),
            Wrong::EndsFirst { since: text(period.since), until: text(period.until) },
        ));
    }
}

/// Nouns of which everybody sees each row: the cooperation itself; documents, which any fact may cite; and register numbers.
/// A number names one organisation whoever looks (rule R16), so that a hidden one would be told by the refusal of who gives
/// it again.
const PUBLIC: [&str; 3] = [Cooperation::NOUN, Document::NOUN, Identifier::NOUN];

/// Whether those see it who should.
fn seen<T: Fact>(row: &T) -> Option<Problem> {
    let wrong = match row.audience() {
        Audience::Public => return None,
        _ if PUBLIC.contains(&T::NOUN) => Wrong::MustBePublic,
        Audience::HolderOnly if row.holder().is_none() => Wrong::NoHolder,
        _ => return None,
    };
    Some(problem(row, Some("audience"), wrong))
}

/// Another row has the register number of this one.
pub(crate) fn taken_by(row: &Identifier, other: &Identifier) -> Problem {
    let (scheme, value, by) = (row.scheme.clone(), row.value.clone(), other.key.to_string());
    problem(row, Some("value"), Wrong::NumberTaken { scheme, value, by })
}

fn dangling<R: Fact>(id: R::Id) -> Wrong {
    if id.is_unset() { Wrong::Empty } else { Wrong::Dangling { noun: R::NOUN, id: id.uuid() } }
}

/// Counts what references lead to, and notes those that lead nowhere.
struct Resolving<'a> {
    tables: &'a Tables,
    pointed: &'a mut Pointed,
    problems: &'a mut Vec<Problem>,
    noun: &'static str,
    key: &'a str,
    seen_by: Circle,
}

impl Visitor for Resolving<'_> {
    fn points<R: Noun>(&mut self, field: &'static str, id: R::Id) {
        match R::table(self.tables).by_id(id) {
            Some(ix) => self.pointed.0[R::PLACE][ix.at()] += 1,
            None => self.wrong(field, dangling::<R>(id)),
        }
        if let Some(wrong) = more_closed::<R>(self.tables, id, self.seen_by) {
            self.wrong(field, wrong);
        }
    }
}

impl Resolving<'_> {
    fn wrong(&mut self, field: &'static str, wrong: Wrong) {
        self.problems.push(Problem { noun: self.noun, key: self.key.to_owned(), field: Some(field), wrong });
    }
}

/// That not all of these see the row with this id.
fn more_closed<R: Noun>(tables: &Tables, id: R::Id, seen_by: Circle) -> Option<Wrong> {
    let ix = R::table(tables).by_id(id)?;
    let other = Circle::of(R::table(tables).get(ix));
    (!seen_by.is_within(other)).then_some(Wrong::MoreOpen { noun: R::NOUN })
}

/// The most closed of what a row points at, as far as it is there.
pub(crate) fn as_closed_as<T: Refers>(tables: &Tables, row: &T) -> Audience {
    struct Closed<'a>(&'a Tables, Audience);

    impl Visitor for Closed<'_> {
        fn points<R: Noun>(&mut self, _: &'static str, id: R::Id) {
            let table = R::table(self.0);
            let there = table.by_id(id).map(|ix| table.get(ix).audience());
            self.1 = self.1.max(there.unwrap_or_default());
        }
    }

    let mut closed = Closed(tables, Audience::Public);
    row.references(&mut closed);
    closed.1
}

/// Looks for a reference to one row.
struct Finding {
    noun: &'static str,
    id: Uuid,
    field: Option<&'static str>,
}

impl Visitor for Finding {
    fn points<R: Noun>(&mut self, field: &'static str, id: R::Id) {
        if R::NOUN == self.noun && id.uuid() == self.id {
            self.field = Some(field);
        }
    }
}

/// Everything that is wrong with rows that moved, and with what they leave behind. The tables learn what points at their
/// rows now.
///
/// * `before`: the tables from which they moved.
pub(crate) fn moved(before: &Tables, tables: &mut Tables, moved: &Moved) -> Vec<Problem> {
    let mut recounting = Recounting { before, tables, problems: Vec::new() };
    moved.each(&mut recounting);
    let mut problems = recounting.problems;
    let mut leaving = Leaving { tables, problems: &mut problems };
    moved.each(&mut leaving);
    if !(moved.organisations.is_empty() && moved.merged_organisations.is_empty()) {
        merged::problems(tables, &mut problems);
    }
    problems.extend(cooperation(tables));
    problems
}

/// Lets what moved point elsewhere.
struct Recounting<'a> {
    before: &'a Tables,
    tables: &'a mut Tables,
    problems: Vec<Problem>,
}

impl EachMove for Recounting<'_> {
    fn moved<T: Noun>(&mut self, row: &Move<T>) {
        let points = |row: &T| (ids(row), Circle::of(row));
        let same = row.before.as_ref().map(points) == row.after.as_ref().map(points);
        if let Some(was) = row.before.as_ref().filter(|_| !same) {
            was.references(&mut Releasing { before: self.before, tables: self.tables });
        }
        if let Some(is) = &row.after {
            let table = T::table(self.tables);
            own_problems(table, row.ix, is, &mut self.problems);
            if table.shares_key(row.ix) || table.hides_key(row.ix) {
                self.problems.push(problem(is, None, Wrong::GivenTwice));
            }
            if !same {
                is.references(&mut Pointing { row: is, tables: self.tables, problems: &mut self.problems });
            }
        }
    }
}

/// What a row points at, in order.
pub(crate) fn ids<T: Refers>(row: &T) -> Vec<Uuid> {
    struct Ids(Vec<Uuid>);

    impl Visitor for Ids {
        fn points<R: Noun>(&mut self, _: &'static str, id: R::Id) {
            self.0.push(id.uuid());
        }
    }

    let mut ids = Ids(Vec::new());
    row.references(&mut ids);
    ids.0
}

struct Releasing<'a> {
    before: &'a Tables,
    tables: &'a mut Tables,
}

impl Visitor for Releasing<'_> {
    fn points<R: Noun>(&mut self, _: &'static str, id: R::Id) {
        if let Some(ix) = R::table(self.before).by_id(id) {
            R::table_mut(self.tables).point_at(ix, -1);
        }
    }
}

struct Pointing<'a, T> {
    row: &'a T,
    tables: &'a mut Tables,
    problems: &'a mut Vec<Problem>,
}

impl<T: Fact> Visitor for Pointing<'_, T> {
    fn points<R: Noun>(&mut self, field: &'static str, id: R::Id) {
        match R::table(self.tables).by_id(id) {
            Some(ix) => R::table_mut(self.tables).point_at(ix, 1),
            None => self.problems.push(problem(self.row, Some(field), dangling::<R>(id))),
        }
        let closed = more_closed::<R>(self.tables, id, Circle::of(self.row));
        self.problems.extend(closed.map(|wrong| problem(self.row, Some(field), wrong)));
    }
}

/// Looks whether something points at what went.
struct Leaving<'a> {
    tables: &'a Tables,
    problems: &'a mut Vec<Problem>,
}

impl EachMove for Leaving<'_> {
    fn moved<T: Noun>(&mut self, row: &Move<T>) {
        if let (Some(was), None) = (&row.before, &row.after)
            && T::table(self.tables).is_pointed_at(row.ix)
        {
            self.problems.extend(pointing(self.tables, was.id().uuid(), T::NOUN));
        }
        // Who is closed to some must not be pointed at by what stays open to them.
        if let (Some(was), Some(is)) = (&row.before, &row.after)
            && !Circle::of(was).is_within(Circle::of(is))
            && T::table(self.tables).is_pointed_at(row.ix)
        {
            self.problems.extend(more_open(self.tables, is.id().uuid(), T::NOUN, Circle::of(is)));
        }
    }
}

/// There is one cooperation.
fn cooperation(tables: &Tables) -> Vec<Problem> {
    let mut rows = tables.cooperations.iter();
    if rows.next().is_none() {
        let wrong = Wrong::NoCooperation;
        return vec![Problem { noun: Cooperation::NOUN, key: String::new(), field: None, wrong }];
    }
    rows.map(|(_, row)| problem(row, None, Wrong::SecondCooperation)).collect()
}
