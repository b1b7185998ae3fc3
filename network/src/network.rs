//! The network as a value: every fact of a region at one revision, indexed. It never changes.

#[cfg(test)]
pub(crate) mod tests;

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, NaiveDate, Utc};
use rustc_hash::FxHashMap;
use uuid::Uuid;

use crate::assume::Assumed;
use crate::audience::Sight;
use crate::belonging::Belonging;
use crate::change::Change;
use crate::cited::Cited;
use crate::days::BreakDays;
use crate::facts::*;
use crate::for_each_noun;
use crate::id::OrganisationId;
use crate::links::Links;
use crate::moved::Moved;
use crate::names::{Alphabets, NameOrder};
use crate::numbers::Numbers;
use crate::persistent::{Column, Sorted};
use crate::problem::{Problem, Wrong};
use crate::references::{self, Refers, Starts};
use crate::search::SearchIndex;
use crate::snapshot::NetworkKey;
use crate::source::Citation;
use crate::table::{Ix, Table};

/// Which state of knowledge a network is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Revision {
    /// Counts the commits, from 1.
    pub number: i64,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
}

/// A noun, by its place among all.
pub(crate) trait Noun: Refers {
    /// Its place in the order in which tables are filled, from 0.
    const PLACE: usize;

    /// Its table.
    fn table(tables: &Tables) -> &Table<Self>;

    /// Its table, to be changed.
    fn table_mut(tables: &mut Tables) -> &mut Table<Self>;
}

macro_rules! tables {
    ($($noun:ident $fact:ident,)*) => {
        /// The facts of a network, a table a noun.
        #[derive(Debug, Clone)]
        pub struct Tables {
            $(#[doc = concat!("All rows of the noun ", stringify!($noun), ".")] pub $noun: Arc<Table<$fact>>,)*
        }

        impl Tables {
            fn n_facts(&self) -> usize {
                0 $(+ self.$noun.len())*
            }

            fn new(facts: Facts, problems: &mut Vec<Problem>) -> Self {
                Self {
                    $($noun: {
                        let (table, twice) = Table::new(facts.$noun);
                        problems.extend(twice.iter().map(|row| references::problem(row, None, Wrong::GivenTwice)));
                        Arc::new(table)
                    },)*
                }
            }

            fn are_built(&mut self) {
                $(Arc::make_mut(&mut self.$noun).is_built();)*
            }
        }

        #[expect(non_camel_case_types, reason = "nouns are written as their tables are")]
        enum Place {
            $($noun,)*
        }

        $(impl Noun for $fact {
            const PLACE: usize = Place::$noun as usize;

            fn table(tables: &Tables) -> &Table<Self> {
                &tables.$noun
            }

            fn table_mut(tables: &mut Tables) -> &mut Table<Self> {
                Arc::make_mut(&mut tables.$noun)
            }
        })*
    };
}
for_each_noun!(tables);

/// The network of a region at one revision. Row numbers ([`Ix`]) are good for this value and those that follow from it.
///
/// One that follows from another shares with it all that is equal: it costs time and space in proportion to what changed.
#[derive(Debug, Clone)]
pub struct Network {
    revision: Revision,
    /// Whose network this is, when it leaves something out for them.
    sight: Option<Sight>,
    /// The revision that last took something out of those before it; 0: none.
    rewritten_at: i64,
    /// What is assumed in it.
    assumed: Option<Assumed>,
    tables: Tables,
    /// What belongs to what.
    pub belonging: Belonging,
    /// Who takes part where.
    pub links: Links,
    /// Kind and helix of each organisation, in a column of their own.
    sorts: Column<(OrganisationKind, Helix), 10>,
    /// Names of organisations in Dutch order.
    pub(crate) name_order: NameOrder,
    /// Nouns with a fixed name in Dutch order.
    pub alphabets: Alphabets,
    cited: Cited,
    numbers: Numbers,
    break_days: BreakDays,
    /// Shared by networks with the same words.
    search_index: Arc<OnceLock<SearchIndex>>,
    /// The revision that last changed a fact, by id, of those that were changed after the first one.
    versions: Sorted<(Uuid, i64)>,
}

impl Deref for Network {
    type Target = Tables;

    fn deref(&self) -> &Tables {
        &self.tables
    }
}

impl Network {
    /// Indexes facts.
    ///
    /// # Errors
    /// All problems, when the facts are no network: a reference that leads nowhere, a period without days, a key or
    /// register number given twice (R16), a circle, no cooperation.
    pub fn build(facts: Facts, revision: Revision) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut tables = Tables::new(facts, &mut problems);
        let belonging = Belonging::new(&tables);
        let numbers = Numbers::new(&tables);
        problems.extend(references::problems(&mut tables, &belonging, &numbers));
        if !problems.is_empty() {
            return Err(problems);
        }
        let mut network = Self {
            revision,
            sight: None,
            rewritten_at: 0,
            assumed: None,
            links: Links::new(&tables, &belonging),
            sorts: tables.organisations.iter().map(|(_, row)| (row.kind, row.helix)).collect::<Vec<_>>().into(),
            name_order: NameOrder::new(&tables, &belonging),
            alphabets: Alphabets::new(&tables),
            cited: Cited::new(&tables),
            numbers,
            break_days: BreakDays::new(&tables),
            search_index: Arc::default(),
            versions: Sorted::new(&[]),
            belonging,
            tables,
        };
        network.tables.are_built();
        Ok(network)
    }

    /// The network after changes. Time in proportion to what they change and to what depends on that, whatever else there
    /// is.
    ///
    /// # Errors
    /// All problems, when it would be no network; also when a change is about a fact that is not there, or not as it says,
    /// or that is there already.
    pub fn apply(&self, changes: &[Change], revision: Revision) -> Result<Self, Vec<Problem>> {
        let mut after = Self { revision, ..self.clone() };
        let moved = Moved::new(&mut after.tables, changes)?;
        let mut problems = references::moved(&self.tables, &mut after.tables, &moved);
        let (before, tables) = (&self.tables, &after.tables);
        after.numbers.follow(before, tables, &moved);
        let numbered = moved.identifiers.iter().filter_map(|row| Some((row.ix, row.after.as_ref()?)));
        problems
            .extend(numbered.filter_map(|(ix, row)| Some(references::taken_by(row, after.numbers.taken(tables, ix)?))));
        if !problems.is_empty() {
            return Err(problems);
        }
        after.belonging.follow(before, tables, &moved);
        references::circles(tables, &after.belonging, &Starts::moved(tables, &moved), &mut problems);
        if !problems.is_empty() {
            return Err(problems);
        }
        after.links.follow((before, &self.belonging), (tables, &after.belonging), &moved);
        for row in moved.organisations.iter() {
            if let Some(is) = &row.after {
                after.sorts.put(row.ix.at(), (is.kind, is.helix));
            }
        }
        after.name_order.follow(before, tables, &moved);
        after.alphabets.follow(before, tables, &moved);
        after.cited.follow(tables, &moved);
        after.break_days.follow(&moved);
        if SearchIndex::looks_at(&moved) {
            after.search_index = Arc::default();
        }
        for change in changes {
            let id = change.fact().uuid();
            let (version, order) = ((id, revision.number), |(other, _): &(Uuid, i64)| other.cmp(&id));
            if !after.versions.replace(version, order) {
                after.versions.insert(version, order);
            }
        }
        Ok(after)
    }

    /// The same network, told which revision changed which fact, the last one last; the others
    /// are as the first one left them.
    #[must_use]
    pub fn with_versions(self, versions: impl IntoIterator<Item = (Uuid, i64)>) -> Self {
        let versions: FxHashMap<_, _> = versions.into_iter().collect();
        let mut versions: Vec<_> = versions.into_iter().collect();
        versions.sort_unstable();
        Self { versions: Sorted::new(&versions), ..self }
    }

    /// The revision that last changed a fact.
    #[must_use]
    pub fn changed_at(&self, id: Uuid) -> i64 {
        self.versions.get(|(other, _)| other.cmp(&id)).map_or(1, |(_, revision)| *revision)
    }

    /// Which state of knowledge this is.
    #[must_use]
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// What tells it from all others.
    #[must_use]
    pub fn key(&self) -> NetworkKey {
        let Self { revision, sight, rewritten_at, assumed, .. } = *self;
        NetworkKey { revision, sight, rewritten_at, assumed }
    }

    /// The same, told that it leaves out what these do not see.
    #[must_use]
    pub fn of_sight(self, sight: Sight) -> Self {
        Self { sight: Some(sight), ..self }
    }

    /// The same, told which revision last took something out of those before it. What was computed of a network that
    /// still had it must not be taken for what is computed of this one.
    #[must_use]
    pub fn rewritten_at(self, revision: i64) -> Self {
        Self { rewritten_at: revision, ..self }
    }

    /// The same, told what is assumed in it, so that nothing that is computed of it is taken for what is so.
    #[must_use]
    pub(crate) fn assuming(self, assumed: Assumed) -> Self {
        Self { assumed: Some(assumed), ..self }
    }

    /// How many facts there are.
    #[must_use]
    pub fn n_facts(&self) -> usize {
        self.tables.n_facts()
    }

    /// Whether this is the organisation that stands for the cooperation, or a part of it, as its bureau.
    #[must_use]
    pub fn is_of_cooperation(&self, organisation: OrganisationId) -> bool {
        let parent = |id: &OrganisationId| self.organisations.get(self.organisations.by_id(*id)?).parent;
        std::iter::successors(Some(organisation), parent).any(|id| id == self.cooperation().organisation)
    }

    /// Whether it is or was a partner, or is of the cooperation itself: such hold what public affairs plans.
    #[must_use]
    pub fn may_hold(&self, organisation: OrganisationId) -> bool {
        let ix = self.organisations.by_id(organisation);
        ix.is_some_and(|ix| self.belonging.partnerships_of.of(ix).next().is_some())
            || self.is_of_cooperation(organisation)
    }

    /// The row of the cooperation itself.
    #[must_use]
    pub fn cooperation(&self) -> &Cooperation {
        // Facts without exactly one cooperation are refused by `build` and `apply`.
        let own = self.tables.cooperations.indices().next().unwrap_or(Ix::new(0));
        self.tables.cooperations.get(own)
    }

    /// Kind and helix of an organisation.
    pub(crate) fn sort(&self, organisation: Ix<Organisation>) -> (OrganisationKind, Helix) {
        *self.sorts.get(organisation.at())
    }

    /// The row of a register number. Upper and lower case are the same.
    #[must_use]
    pub fn identifier(&self, scheme: &str, value: &str) -> Option<Ix<Identifier>> {
        self.numbers.find(&self.identifiers, scheme, value)
    }

    /// The documents and pages that a fact rests on.
    #[must_use]
    pub fn citations<T: Fact>(&self, fact: &T) -> &[Citation] {
        self.cited.of(fact.source())
    }

    /// The words of the network, made when they are first searched.
    #[must_use]
    pub fn search_index(&self) -> &SearchIndex {
        self.search_index.get_or_init(|| SearchIndex::new(self))
    }

    /// The first day of the interval of days in which nothing begins or ends that has this day: views of the same interval
    /// hold the same facts.
    #[must_use]
    pub fn interval(&self, day: NaiveDate) -> NaiveDate {
        self.break_days.last(day)
    }
}
