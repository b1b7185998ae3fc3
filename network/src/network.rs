//! The network as a value: every fact of a region at one revision, indexed. It never changes.

use std::collections::BTreeSet;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, Months, NaiveDate, Utc};
use rustc_hash::FxHashMap;
use uuid::Uuid;

use crate::facts::*;
use crate::for_each_noun;
use crate::grouped::Grouped;
use crate::links::Links;
use crate::names::{Alphabet, NameOrder};
use crate::problem::{Problem, Wrong};
use crate::references;
use crate::search::SearchIndex;
use crate::source::{Citation, citations};
use crate::table::{Ix, Table};

/// Which state of knowledge a network is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revision {
    /// Counts the commits, from 1.
    pub number: i64,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
}

macro_rules! tables {
    ($($noun:ident $fact:ident,)*) => {
        /// The facts of a network, a table a noun.
        #[derive(Debug)]
        pub struct Tables {
            $(#[doc = concat!("All rows of the noun ", stringify!($noun), ".")] pub $noun: Table<$fact>,)*
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
                        table
                    },)*
                }
            }
        }
    };
}
for_each_noun!(tables);

/// The network of a region at one revision. Row numbers ([`Ix`]) are good for this value only.
#[derive(Debug)]
pub struct Network {
    revision: Revision,
    tables: Tables,
    /// What belongs to what.
    pub belonging: Belonging,
    /// Who takes part where.
    pub links: Links,
    /// Kind and helix of each organisation, in a column of their own.
    pub(crate) sorts: Vec<(OrganisationKind, Helix)>,
    /// Names of organisations in Dutch order.
    pub(crate) name_order: NameOrder,
    /// Nouns with a fixed name in Dutch order.
    pub alphabets: Alphabets,
    citations: FxHashMap<Arc<str>, Vec<Citation>>,
    register_numbers: FxHashMap<(String, String), Ix<Identifier>>,
    break_days: Vec<NaiveDate>,
    search_index: OnceLock<SearchIndex>,
    /// The revision that last changed a fact, of those that were changed after the first one.
    versions: FxHashMap<Uuid, i64>,
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
        let tables = Tables::new(facts, &mut problems);
        problems.extend(references::problems(&tables));
        if !problems.is_empty() {
            return Err(problems);
        }
        let belonging = Belonging::new(&tables);
        let links = Links::new(&tables, &belonging);
        let sorts = tables.organisations.iter().map(|(_, row)| (row.kind, row.helix)).collect();
        let name_order = NameOrder::new(&tables, &belonging);
        let alphabets = Alphabets::new(&tables);
        let break_days = break_days(&tables);
        let citations = cited(&tables);
        let numbers = tables.identifiers.iter().map(|(ix, row)| ((row.scheme.to_uppercase(), row.value.clone()), ix));
        let register_numbers = numbers.collect();
        let search_index = OnceLock::new();
        Ok(Self {
            revision,
            tables,
            belonging,
            links,
            sorts,
            name_order,
            alphabets,
            citations,
            register_numbers,
            break_days,
            search_index,
            versions: FxHashMap::default(),
        })
    }

    /// The same network, told which revision last changed which fact; of the others the first one did.
    #[must_use]
    pub fn with_versions(self, versions: FxHashMap<Uuid, i64>) -> Self {
        Self { versions, ..self }
    }

    /// The revision that last changed each fact, of those that were changed after the first one.
    #[must_use]
    pub fn versions(&self) -> &FxHashMap<Uuid, i64> {
        &self.versions
    }

    /// The revision that last changed a fact.
    #[must_use]
    pub fn changed_at(&self, id: Uuid) -> i64 {
        self.versions.get(&id).copied().unwrap_or(1)
    }

    /// Which state of knowledge this is.
    #[must_use]
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// How many facts there are.
    #[must_use]
    pub fn n_facts(&self) -> usize {
        self.tables.n_facts()
    }

    /// The row of the cooperation itself.
    #[must_use]
    pub fn cooperation(&self) -> &Cooperation {
        // Facts without exactly one cooperation are refused by `build`.
        self.tables.cooperations.get(Ix::new(0))
    }

    /// The row of a register number. Upper and lower case of the register are the same.
    #[must_use]
    pub fn identifier(&self, scheme: &str, value: &str) -> Option<Ix<Identifier>> {
        self.register_numbers.get(&(scheme.to_uppercase(), value.to_owned())).copied()
    }

    /// The documents and pages that a fact rests on.
    #[must_use]
    pub fn citations<T: Fact>(&self, fact: &T) -> &[Citation] {
        self.citations.get(fact.source()).map_or(&[], Vec::as_slice)
    }

    /// The words of the network, made when they are first searched.
    #[must_use]
    pub fn search_index(&self) -> &SearchIndex {
        self.search_index.get_or_init(|| SearchIndex::new(self))
    }

    /// Number of the interval of days in which nothing begins or ends that has this day: views of the same interval
    /// hold the same facts.
    #[must_use]
    pub fn interval(&self, day: NaiveDate) -> usize {
        self.break_days.partition_point(|first| *first <= day)
    }
}

/// Nouns with a fixed name, each in the Dutch order of the Dutch names.
#[derive(Debug)]
pub struct Alphabets {
    /// Stakeholder groups.
    pub groups: Alphabet<StakeholderGroup>,
    /// Bodies.
    pub bodies: Alphabet<Body>,
    /// Initiatives.
    pub initiatives: Alphabet<Initiative>,
    /// Agreements.
    pub agreements: Alphabet<Agreement>,
    /// Persons.
    pub persons: Alphabet<Person>,
}

impl Alphabets {
    fn new(tables: &Tables) -> Self {
        Self {
            groups: Alphabet::new(&tables.stakeholder_groups, |row| &row.name_nl),
            bodies: Alphabet::new(&tables.bodies, |row| &row.name_nl),
            initiatives: Alphabet::new(&tables.initiatives, |row| &row.name_nl),
            agreements: Alphabet::new(&tables.agreements, |row| &row.name_nl),
            persons: Alphabet::new(&tables.persons, |row| &row.name),
        }
    }
}

fn cited(tables: &Tables) -> FxHashMap<Arc<str>, Vec<Citation>> {
    let documents = |key: &str| {
        let ix = tables.documents.by_key(key)?;
        let document = tables.documents.get(ix);
        Some((document.title_nl.as_str(), document.url.as_deref()))
    };
    let mut cited: FxHashMap<Arc<str>, Vec<Citation>> = FxHashMap::default();
    let mut add = |source: &Arc<str>| {
        if !cited.contains_key(source) {
            cited.insert(source.clone(), citations(source, documents));
        }
    };
    macro_rules! each {
        ($($noun:ident $fact:ident,)*) => { $(for (_, row) in tables.$noun.iter() { add(row.source()); })* };
    }
    for_each_noun!(each);
    cited
}

/// The days on which something begins or has just ended.
fn break_days(tables: &Tables) -> Vec<NaiveDate> {
    let mut days = BTreeSet::new();
    let mut seen = rustc_hash::FxHashSet::default();
    let mut add = |day: NaiveDate| {
        if seen.insert(day) {
            days.insert(day);
        }
    };
    macro_rules! each {
        ($($noun:ident $fact:ident,)*) => {
            $(for ix in tables.$noun.indices() {
                let span = tables.$noun.span(ix);
                add(span.from);
                add(span.to);
            })*
        };
    }
    for_each_noun!(each);
    for (_, decision) in tables.decisions.iter() {
        decision.date.earliest().map(&mut add);
    }
    for realised in tables.contributions.iter().filter_map(|(_, contribution)| contribution.realised_on) {
        realised.earliest().map(&mut add);
        // A contribution counts as recent for twelve months.
        let last = realised.latest().and_then(|day| day.checked_add_months(Months::new(12)));
        last.and_then(|day| day.succ_opt()).map(&mut add);
    }
    days.into_iter().collect()
}

macro_rules! belonging {
    ($($(#[$doc:meta])* $name:ident: $key:ident => $value:ident, $keys:ident <- $rows:ident |$tables:ident, $row:ident| $to:expr;)*) => {
        /// What belongs to what: for a row of one noun, the rows of another.
        #[derive(Debug)]
        pub struct Belonging {
            $($(#[$doc])* pub $name: Grouped<$key, Ix<$value>>,)*
        }

        impl Belonging {
            fn new(tables: &Tables) -> Self {
                $(let $name = {
                    let $tables = tables;
                    let pairs = $tables.$rows.iter().flat_map(|(ix, $row)| $to.into_iter().map(move |key| (key, ix)));
                    let pairs: Vec<(Ix<$key>, Ix<$value>)> = pairs.collect();
                    Grouped::new(&$tables.$keys, pairs.iter().copied())
                };)*
                Self { $($name,)* }
            }
        }
    };
}

belonging! {
    /// Names of an organisation.
    names_of_organisation: Organisation => Name, organisations <- names |t, row| row.organisation.and_then(|id| t.organisations.by_id(id));
    /// Names of a body.
    names_of_body: Body => Name, bodies <- names |t, row| row.body.and_then(|id| t.bodies.by_id(id));
    /// Names of a programme line.
    names_of_line: ProgrammeLine => Name, programme_lines <- names |t, row| row.programme_line.and_then(|id| t.programme_lines.by_id(id));
    /// Register numbers of an organisation.
    identifiers_of: Organisation => Identifier, organisations <- identifiers |t, row| t.organisations.by_id(row.organisation);
    /// Contact details of an organisation.
    contacts_of: Organisation => Contact, organisations <- contacts |t, row| t.organisations.by_id(row.organisation);
    /// Figures of a municipality.
    statistics_of: Organisation => MunicipalityStatistics, organisations <- municipality_statistics |t, row| t.organisations.by_id(row.organisation);
    /// Parts of an organisation.
    parts_of_organisation: Organisation => Organisation, organisations <- organisations |t, row| row.parent.and_then(|id| t.organisations.by_id(id));
    /// Memberships of an organisation in groups.
    memberships_of: Organisation => GroupMembership, organisations <- group_memberships |t, row| t.organisations.by_id(row.organisation);
    /// Memberships in a group.
    members_of: StakeholderGroup => GroupMembership, stakeholder_groups <- group_memberships |t, row| t.stakeholder_groups.by_id(row.group);
    /// Partnerships of an organisation.
    partnerships_of: Organisation => Partnership, organisations <- partnerships |t, row| t.organisations.by_id(row.organisation);
    /// Relations of an organisation, at either end.
    relations_of_organisation: Organisation => Relation, organisations <- relations |t, row| [row.from_organisation, row.to_organisation].into_iter().flatten().filter_map(|id| t.organisations.by_id(id)).collect::<BTreeSet<_>>();
    /// Relations of a body, at either end.
    relations_of_body: Body => Relation, bodies <- relations |t, row| [row.from_body, row.to_body].into_iter().flatten().filter_map(|id| t.bodies.by_id(id)).collect::<BTreeSet<_>>();
    /// Relations of a group, at either end.
    relations_of_group: StakeholderGroup => Relation, stakeholder_groups <- relations |t, row| [row.from_group, row.to_group].into_iter().flatten().filter_map(|id| t.stakeholder_groups.by_id(id)).collect::<BTreeSet<_>>();
    /// What stands in a programme line.
    parts_of_line: ProgrammeLine => InitiativePart, programme_lines <- initiative_parts |t, row| row.programme_line.and_then(|id| t.programme_lines.by_id(id));
    /// What stands in an initiative.
    parts_of_initiative: Initiative => InitiativePart, initiatives <- initiative_parts |t, row| row.parent.and_then(|id| t.initiatives.by_id(id));
    /// What stands in an agreement.
    parts_of_agreement: Agreement => InitiativePart, agreements <- initiative_parts |t, row| row.agreement.and_then(|id| t.agreements.by_id(id));
    /// Of what an initiative is a part.
    places_of: Initiative => InitiativePart, initiatives <- initiative_parts |t, row| t.initiatives.by_id(row.initiative);
    /// Ambitions of an initiative.
    ambitions_of: Initiative => Ambition, initiatives <- ambitions |t, row| t.initiatives.by_id(row.initiative);
    /// Measures of an ambition.
    measures_of: Ambition => Measure, ambitions <- measures |t, row| t.ambitions.by_id(row.ambition);
    /// Offices of a person.
    offices_of: Person => Office, persons <- offices |t, row| t.persons.by_id(row.person);
    /// Seats of a person.
    seats_of_person: Person => Seat, persons <- seats |t, row| row.holder.and_then(|id| t.persons.by_id(id));
    /// Bodies that report to a body.
    children_of: Body => Body, bodies <- bodies |t, row| row.parent.and_then(|id| t.bodies.by_id(id));
    /// Organs of an organisation.
    organs_of: Organisation => Body, organisations <- bodies |t, row| row.organisation.and_then(|id| t.organisations.by_id(id));
    /// Bodies that steer a programme line.
    steering_line: ProgrammeLine => Body, programme_lines <- bodies |t, row| row.steers_programme_lines.iter().filter_map(|id| t.programme_lines.by_id(*id)).collect::<BTreeSet<_>>();
    /// Bodies that steer an initiative.
    steering_initiative: Initiative => Body, initiatives <- bodies |t, row| row.steers_initiatives.iter().filter_map(|id| t.initiatives.by_id(*id)).collect::<BTreeSet<_>>();
    /// Seats of a body.
    seats_of: Body => Seat, bodies <- seats |t, row| t.bodies.by_id(row.body);
    /// Meetings of a body.
    meetings_of: Body => Meeting, bodies <- meetings |t, row| t.bodies.by_id(row.body);
    /// Decisions of a body.
    decisions_of: Body => Decision, bodies <- decisions |t, row| t.bodies.by_id(row.body);
    /// Agreements that cover a programme line.
    covering: ProgrammeLine => Agreement, programme_lines <- agreements |t, row| row.covers.iter().filter_map(|id| t.programme_lines.by_id(*id)).collect::<BTreeSet<_>>();
    /// Signatures under an agreement.
    signatures_of: Agreement => Signature, agreements <- signatures |t, row| t.agreements.by_id(row.agreement);
    /// Decisions about an agreement.
    decisions_on_agreement: Agreement => Decision, agreements <- decisions |t, row| row.agreement.and_then(|id| t.agreements.by_id(id));
    /// Commitments to a programme line.
    commitments_to_line: ProgrammeLine => Commitment, programme_lines <- commitments |t, row| row.programme_line.and_then(|id| t.programme_lines.by_id(id));
    /// Commitments to an initiative.
    commitments_to_initiative: Initiative => Commitment, initiatives <- commitments |t, row| row.initiative.and_then(|id| t.initiatives.by_id(id));
    /// Commitments to an agreement.
    commitments_to_agreement: Agreement => Commitment, agreements <- commitments |t, row| row.agreement.and_then(|id| t.agreements.by_id(id));
    /// What a commitment brings in.
    contributions_of: Commitment => Contribution, commitments <- contributions |t, row| row.commitment.and_then(|id| t.commitments.by_id(id));
    /// What a partnership brings into the base.
    base_contributions_of: Partnership => Contribution, partnerships <- contributions |t, row| row.partnership.and_then(|id| t.partnerships.by_id(id));
    /// Statements of an agreement.
    statements_of_agreement: Agreement => Statement, agreements <- statements |t, row| row.agreement.and_then(|id| t.agreements.by_id(id));
    /// Statements of an initiative.
    statements_of_initiative: Initiative => Statement, initiatives <- statements |t, row| row.initiative.and_then(|id| t.initiatives.by_id(id));
}
