//! What changes would say twice: a second open membership, a place in the same whole.
//!
//! Sourced facts may hold doubles, which stay as they are. A second pledge to the same subject is one of its own.

use rustc_hash::{FxHashMap, FxHashSet};
use uuid::Uuid;

use crate::any_fact::AnyFact;
use crate::change::Change;
use crate::facts::*;
use crate::id::FactId;
use crate::network::{Network, Noun};
use crate::problem::{Problem, Wrong};
use crate::same::{Same, overlap};
use crate::table::Ix;

/// A fact that tells what another one tells as well, of the same days.
pub(crate) struct Double {
    /// Its own key, and the field that says best of what it tells; `None`: all of them.
    pub(crate) problem: Problem,
    /// Id of the fact.
    pub(crate) id: Uuid,
    /// Id of the other one.
    pub(crate) other: Uuid,
    /// Whether the changes write the other one as well.
    pub(crate) is_together: bool,
}

/// A noun of which the same is said once a day.
trait Once: Same + Noun {
    /// The field that says best of what; `None`: all of them.
    const FIELD: Option<&'static str>;

    /// Among whose rows a double lies.
    fn owner(&self) -> Option<Uuid>;

    /// The rows of the same owner.
    fn near(&self, network: &Network) -> Vec<Ix<Self>>;
}

/// Of each noun the field, and whose rows lie near it: those of the first that is given.
macro_rules! once {
    ($($fact:ident by $field:expr, |$row:ident| $($owner:expr => $table:ident $rows:ident),+;)*) => {
        $(impl Once for $fact {
            const FIELD: Option<&'static str> = $field;

            fn owner(&self) -> Option<Uuid> {
                let $row = self;
                $(if let Some(owner) = $owner {
                    return Some(owner.uuid());
                })+
                None
            }

            fn near(&self, network: &Network) -> Vec<Ix<Self>> {
                let $row = self;
                $(if let Some(owner) = $owner {
                    let owner = network.$table.by_id(owner);
                    return owner.into_iter().flat_map(|ix| network.belonging.$rows.of(ix)).collect();
                })+
                Vec::new()
            }
        })*

        /// What a network after these changes says twice and did not say twice before, in the order of the changes. Time in
        /// proportion to them and to what lies near them.
        pub(crate) fn doubles(before: &Network, after: &Network, changes: &[Change]) -> Vec<Double> {
            let judging = Judging { before, after, changes };
            let mut found: Vec<(usize, Double)> = Vec::new();
            $(found.extend(judging.noun::<$fact>());)*
            found.sort_unstable_by_key(|(at, _)| *at);
            found.into_iter().map(|(_, double)| double).collect()
        }
    };
}

once! {
    GroupMembership by Some("organisation"), |row| Some(row.organisation) => organisations memberships_of;
    Partnership by Some("organisation"), |row| Some(row.organisation) => organisations partnerships_of;
    Relation by Some("kind"), |row|
        row.from_organisation => organisations relations_of_organisation,
        row.from_group => stakeholder_groups relations_of_group,
        row.from_body => bodies relations_of_body;
    Office by Some("person"), |row| Some(row.person) => persons offices_of;
    Seat by Some("body"), |row| row.holder => persons seats_of_person, Some(row.body) => bodies seats_of;
    Signature by Some("organisation"), |row| Some(row.agreement) => agreements signatures_of;
    PersonContact by Some("value"), |row| Some(row.person) => persons contacts_of_person;
    Tie by Some("to_person"), |row| Some(row.from_person) => persons ties_of;
    Target by Some("topic"), |row| Some(row.topic) => topics targets_of;
    DecisionStage by Some("kind"), |row| Some(row.decision_moment) => decision_moments stages_of;
    Preference by Some("channel"), |row| Some(row.organisation) => organisations preferences_of;
    InitiativePart by None, |row| Some(row.initiative) => initiatives places_of;
}

/// A network before and after changes.
struct Judging<'a> {
    before: &'a Network,
    after: &'a Network,
    changes: &'a [Change],
}

impl Judging<'_> {
    /// The doubles of a noun, each with which of the changes writes it. Of two that are written together, the second is one too
    /// many.
    fn noun<T: Once>(&self) -> Vec<(usize, Double)>
    where
        for<'f> &'f T: TryFrom<&'f AnyFact>,
    {
        let written = self.changes.iter().map(Change::after).enumerate();
        let rows: Vec<(usize, &T)> = written.filter_map(|(at, fact)| Some((at, <&T>::try_from(fact?).ok()?))).collect();
        let written: FxHashMap<Uuid, usize> = rows.iter().map(|(at, row)| (row.id().uuid(), *at)).collect();
        let mut alike: FxHashMap<u64, Vec<(usize, &T)>> = FxHashMap::default();
        rows.iter().for_each(|(at, row)| alike.entry(row.fingerprint()).or_default().push((*at, row)));
        let mut found: FxHashMap<usize, Double> = FxHashMap::default();
        let mut seen: FxHashSet<Uuid> = FxHashSet::default();
        for (_, row) in &rows {
            if !row.owner().is_some_and(|owner| seen.insert(owner)) {
                continue;
            }
            for ix in row.near(self.after) {
                let other = T::table(self.after).get(ix);
                let written = written.get(&other.id().uuid()).copied();
                for (at, row) in alike.get(&other.fingerprint()).into_iter().flatten() {
                    let follows = written.is_some_and(|other| other > *at);
                    // One that was there already weighs more than one that comes as well.
                    let is_together = written.is_some();
                    let is_told = found.get(at).is_some_and(|told| is_together || !told.is_together);
                    if !follows && !is_told && self.is_double(*row, other) {
                        found.insert(*at, Double::new(*row, other, is_together));
                    }
                }
            }
        }
        found.into_iter().collect()
    }

    /// Whether a row tells what another one tells of the same days, and did not do so before.
    fn is_double<T: Once>(&self, row: &T, other: &T) -> bool {
        let twice = |one: &T, other: &T| one.same(other) && overlap(one, other);
        let was = |id| T::table(self.before).by_id(id).map(|ix| T::table(self.before).get(ix));
        let known = || was(row.id()).zip(was(other.id())).is_some_and(|(one, other)| twice(one, other));
        other.id() != row.id() && twice(row, other) && !known()
    }
}

impl Double {
    fn new<T: Once>(row: &T, other: &T, is_together: bool) -> Self {
        let wrong = Wrong::SaidAlready { noun: T::NOUN, by: other.key().to_string() };
        Self {
            problem: Problem { noun: T::NOUN, key: row.key().to_string(), field: T::FIELD, wrong },
            id: row.id().uuid(),
            other: other.id().uuid(),
            is_together,
        }
    }
}
