//! The name of a day, and the Dutch order of names.

use std::cmp::Ordering;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::belonging::Belonging;
use crate::facts::*;
use crate::moved::{Move, Moved, Moves};
use crate::network::{Network, Tables};
use crate::order::DutchOrder;
use crate::persistent::{Column, Sorted};
use crate::source::Confidence;
use crate::table::{Ix, Table};

/// Bytes whose order is the Dutch order of names.
pub(crate) type SortKey = Arc<[u8]>;

/// Every name that an organisation may go by, with its sort key, in Dutch order. A view keeps the entries whose name is
/// the one of its day, so no day needs sorting again.
#[derive(Debug, Clone)]
pub(crate) struct NameOrder {
    /// In order of key, organisation and name.
    entries: Sorted<Entry>,
    /// Sort keys of the names in the organisations' own rows.
    own: Column<SortKey, 6>,
}

#[derive(Debug, Clone, PartialEq)]
struct Entry {
    key: SortKey,
    organisation: Ix<Organisation>,
    /// An official name in time; `None`: the name of the organisation's own row.
    name: Option<Ix<Name>>,
}

impl Entry {
    fn cmp(&self, other: &Self, tables: &Tables) -> Ordering {
        let ids = |entry: &Self| {
            (tables.organisations.get(entry.organisation).id, entry.name.map(|name| tables.names.get(name).id))
        };
        self.key.cmp(&other.key).then_with(|| ids(self).cmp(&ids(other)))
    }
}

impl NameOrder {
    pub(crate) fn new(tables: &Tables, belonging: &Belonging) -> Self {
        let order = DutchOrder::default();
        let key = |name: &str| order.key(name).into();
        let own: Vec<SortKey> = tables.organisations.iter().map(|(_, row)| key(&row.name_nl)).collect();
        let own = Column::from(own);
        let mut entries: Vec<Entry> = Vec::new();
        for organisation in tables.organisations.indices() {
            entries.push(Entry { key: own.get(organisation.at()).clone(), organisation, name: None });
            let official = official(tables, belonging, organisation, Language::Nl);
            entries.extend(official.map(|(name, row)| Entry { key: key(&row.name), organisation, name: Some(name) }));
        }
        entries.sort_by(|a, b| a.cmp(b, tables));
        Self { entries: Sorted::new(&entries), own }
    }

    /// Follows rows that moved.
    pub(crate) fn follow(&mut self, before: &Tables, after: &Tables, moved: &Moved) {
        let order = DutchOrder::default();
        let (mut went, mut came) = (Vec::new(), Vec::new());
        for row in moved.organisations.iter() {
            let (was, is) = (row.before.as_ref().map(|row| &row.name_nl), row.after.as_ref().map(|row| &row.name_nl));
            let entry = |name: &String| Entry { key: order.key(name).into(), organisation: row.ix, name: None };
            if was != is {
                went.extend(was.map(entry));
                came.extend(is.map(entry));
            }
            if let Some(key) = came.last().filter(|entry| entry.organisation == row.ix).map(|entry| entry.key.clone()) {
                self.own.put(row.ix.at(), key);
            }
        }
        for row in moved.names.iter() {
            let entry = |tables: &Tables, name: &Name| {
                let official = name.kind == NameKind::Official && name.language == Language::Nl;
                let organisation = tables.organisations.by_id(name.organisation.filter(|_| official)?)?;
                Some(Entry { key: order.key(&name.name).into(), organisation, name: Some(row.ix) })
            };
            let was = row.before.as_ref().and_then(|was| entry(before, was));
            let is = row.after.as_ref().and_then(|is| entry(after, is));
            if was != is {
                went.extend(was);
                came.extend(is);
            }
        }
        for entry in went {
            self.entries.remove(|other| other.cmp(&entry, after));
        }
        for entry in came {
            self.entries.insert(entry.clone(), |other| other.cmp(&entry, after));
        }
    }

    /// The organisations in the order of the names that `name_of` gives them, each with the sort key.
    pub(crate) fn on(
        &self,
        name_of: impl Fn(Ix<Organisation>) -> Option<Ix<Name>>,
    ) -> impl Iterator<Item = (&SortKey, Ix<Organisation>)> {
        let entries = self.entries.iter().filter(move |entry| name_of(entry.organisation) == entry.name);
        entries.map(|entry| (&entry.key, entry.organisation))
    }
}

/// Rows with a fixed name in the Dutch order of it.
#[derive(Debug, Clone)]
pub struct Alphabet<T> {
    keys: Column<SortKey, 6>,
    /// In order of key and id.
    sorted: Sorted<Ix<T>>,
}

impl<T: Fact> Alphabet<T> {
    pub(crate) fn new(table: &Table<T>, name: impl Fn(&T) -> &str) -> Self {
        let order = DutchOrder::default();
        let keys: Vec<SortKey> = table.iter().map(|(_, row)| order.key(name(row)).into()).collect();
        let keys = Column::from(keys);
        let mut sorted: Vec<_> = table.indices().collect();
        sorted.sort_by(|a, b| place(&keys, table, *a).cmp(&place(&keys, table, *b)));
        Self { keys, sorted: Sorted::new(&sorted) }
    }

    /// Follows rows that moved.
    pub(crate) fn follow(&mut self, before: &Table<T>, after: &Table<T>, moves: &Moves<T>, name: impl Fn(&T) -> &str) {
        let Self { keys, sorted } = self;
        let renamed = |row: &&Move<T>| row.before.as_ref().map(&name) != row.after.as_ref().map(&name);
        for row in moves.iter().filter(renamed).filter(|row| row.before.is_some()) {
            let own = place(keys, before, row.ix);
            sorted.remove(|other| place(keys, before, *other).cmp(&own));
        }
        let order = DutchOrder::default();
        for row in moves.iter().filter(renamed) {
            if let Some(is) = &row.after {
                keys.put(row.ix.at(), order.key(name(is)).into());
                let own = place(keys, after, row.ix);
                sorted.insert(row.ix, |other| place(keys, after, *other).cmp(&own));
            }
        }
    }

    /// All rows in order.
    pub fn sorted(&self) -> impl Iterator<Item = Ix<T>> + Clone {
        self.sorted.iter().copied()
    }

    /// The sort key of a row's name: bytes in Dutch order.
    #[must_use]
    pub fn key(&self, ix: Ix<T>) -> &[u8] {
        self.keys.get(ix.at())
    }
}

fn place<'a, T: Fact>(keys: &'a Column<SortKey, 6>, table: &Table<T>, ix: Ix<T>) -> (&'a [u8], T::Id) {
    (keys.get(ix.at()), table.get(ix).id())
}

macro_rules! alphabets {
    ($($(#[$doc:meta])* $name:ident: $fact:ident in $noun:ident by $field:ident;)*) => {
        /// Nouns with a fixed name, each in the Dutch order of the Dutch names.
        #[derive(Debug, Clone)]
        pub struct Alphabets {
            $($(#[$doc])* pub $name: Alphabet<$fact>,)*
        }

        impl Alphabets {
            pub(crate) fn new(tables: &Tables) -> Self {
                Self { $($name: Alphabet::new(&tables.$noun, |row| &row.$field),)* }
            }

            /// Follows rows that moved.
            pub(crate) fn follow(&mut self, before: &Tables, after: &Tables, moved: &Moved) {
                $(if !moved.$noun.is_empty() {
                    self.$name.follow(&before.$noun, &after.$noun, &moved.$noun, |row| &row.$field);
                })*
            }
        }
    };
}

alphabets! {
    /// Stakeholder groups.
    groups: StakeholderGroup in stakeholder_groups by name_nl;
    /// Bodies.
    bodies: Body in bodies by name_nl;
    /// Programme lines.
    lines: ProgrammeLine in programme_lines by name_nl;
    /// Initiatives.
    initiatives: Initiative in initiatives by name_nl;
    /// Agreements.
    agreements: Agreement in agreements by name_nl;
    /// Persons.
    persons: Person in persons by name;
}

fn official<'a>(
    tables: &'a Tables,
    belonging: &'a Belonging,
    organisation: Ix<Organisation>,
    language: Language,
) -> impl Iterator<Item = (Ix<Name>, &'a Name)> {
    belonging
        .names_of_organisation
        .of(organisation)
        .map(|ix| (ix, tables.names.get(ix)))
        .filter(move |(_, name)| name.kind == NameKind::Official && name.language == language)
}

impl Network {
    /// The official name in this language on this day, when one is known and sure enough (rule R17). When two hold, the
    /// one that began last.
    pub(crate) fn official_name(
        &self,
        organisation: Ix<Organisation>,
        language: Language,
        day: NaiveDate,
        least: Confidence,
    ) -> Option<Ix<Name>> {
        official(self, &self.belonging, organisation, language)
            .map(|(ix, _)| ix)
            .filter(|ix| self.names.span(*ix).contains(day) && self.names.confidence(*ix) >= least)
            .max_by_key(|ix| self.names.span(*ix).from)
    }

    /// The name of a day: the official one of that day, else the one of the organisation's row. Without an English name
    /// for the day, the Dutch one where the Dutch has changed.
    pub(crate) fn name_of_day(
        &self,
        organisation: Ix<Organisation>,
        language: Language,
        day: NaiveDate,
        least: Confidence,
    ) -> &str {
        let row = self.organisations.get(organisation);
        let dutch = self.official_name(organisation, Language::Nl, day, least).map(|ix| self.names.get(ix));
        let dutch_name = dutch.map_or(row.name_nl.as_str(), |name| name.name.as_str());
        if language == Language::Nl {
            return dutch_name;
        }
        if let Some(english) = self.official_name(organisation, Language::En, day, least) {
            return &self.names.get(english).name;
        }
        let changed =
            dutch.is_some_and(|name| name.name != row.name_nl && (name.since.is_some() || name.until.is_some()));
        if changed { dutch_name } else { row.name_en.as_deref().unwrap_or(dutch_name) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{build, day, facts};

    /// The ministry of the region's data: EZK until 30 June 2024, EZ until 1 November, then EZ again under another name.
    fn ministry(names: &[(&str, &str, &str, &str, &str, &str)]) -> Arc<Network> {
        let mut facts = facts("ministry EZ");
        facts.organisations[1].name_nl = "Ministerie van Economische Zaken".into();
        facts.organisations[1].name_en = Some("Ministry of Economic Affairs".into());
        for (at, (name, language, kind, since, until, confidence)) in names.iter().enumerate() {
            let row = serde_json::json!({
                "key": format!("ez.{at}"), "organisation": "ez", "name": name, "language": language, "kind": kind,
                "since": (!since.is_empty()).then_some(since), "until": (!until.is_empty()).then_some(until),
                "source": "deck:PAGE", "confidence": confidence,
            });
            let mut name: Name = serde_json::from_value(row).expect("a name");
            name.id = crate::id::FactId::from_key(&name.key);
            facts.names.push(name);
        }
        build(facts)
    }

    fn name(network: &Network, language: Language, on: &str, least: Confidence) -> String {
        let ez = network.organisations.by_key("ez").expect("the ministry");
        network.name_of_day(ez, language, day(on), least).to_owned()
    }

    const EZK: &[(&str, &str, &str, &str, &str, &str)] = &[
        ("Ministerie van Economische Zaken en Klimaat", "NL", "OFFICIAL", "2017-10-26", "2024-06-30", "HIGH"),
        ("Ministerie van Economische Zaken", "NL", "OFFICIAL", "2024-07-01", "", "HIGH"),
        ("EZK", "NL", "ABBREVIATION", "2017-10-26", "2024-06-30", "HIGH"),
    ];

    #[test]
    fn the_name_is_the_official_one_of_the_day() {
        let network = ministry(EZK);
        let dutch = |on| name(&network, Language::Nl, on, Confidence::Unverified);
        assert_eq!(dutch("2024-06-30"), "Ministerie van Economische Zaken en Klimaat");
        assert_eq!(dutch("2024-07-01"), "Ministerie van Economische Zaken");
        // Before any official name is known, that of the organisation itself; never the abbreviation.
        assert_eq!(dutch("2017-10-25"), "Ministerie van Economische Zaken");
    }

    #[test]
    fn without_an_english_name_of_the_day_a_changed_name_stays_dutch() {
        let network = ministry(EZK);
        let english = |on| name(&network, Language::En, on, Confidence::Unverified);
        assert_eq!(english("2024-03-14"), "Ministerie van Economische Zaken en Klimaat");
        assert_eq!(english("2024-07-01"), "Ministry of Economic Affairs");
        assert_eq!(english("2010-01-01"), "Ministry of Economic Affairs");
    }

    #[test]
    fn an_english_name_of_the_day_comes_first() {
        let policy =
            ("Ministry of Economic Affairs and Climate Policy", "EN", "OFFICIAL", "2017-10-26", "2024-06", "HIGH");
        let network = ministry(&[EZK, &[policy]].concat());
        let english = |on| name(&network, Language::En, on, Confidence::Unverified);
        assert_eq!(english("2024-06-30"), "Ministry of Economic Affairs and Climate Policy");
        assert_eq!(english("2024-07-01"), "Ministry of Economic Affairs");
    }

    #[test]
    fn a_name_that_is_not_sure_enough_is_not_used() {
        let doubtful = ("Ministerie van Klimaat", "NL", "OFFICIAL", "2020", "2022", "LOW");
        let network = ministry(&[EZK, &[doubtful]].concat());
        // Of two names the one that began last holds, as far as it is trusted.
        assert_eq!(name(&network, Language::Nl, "2021-01-01", Confidence::Low), "Ministerie van Klimaat");
        assert_eq!(
            name(&network, Language::Nl, "2021-01-01", Confidence::Medium),
            "Ministerie van Economische Zaken en Klimaat"
        );
    }

    #[test]
    fn an_organisation_stands_in_the_order_once_by_the_name_of_the_day() {
        let network = ministry(EZK);
        for on in ["2010-01-01", "2024-03-14", "2025-01-01"] {
            let view = crate::testing::on(&network, on);
            let mut rows: Vec<_> = view.organisations().to_vec();
            rows.sort_by_key(|ix| ix.number());
            rows.dedup();
            assert_eq!(rows.len(), 2, "{on}");
            assert_eq!(view.organisations().len(), 2, "{on}");
        }
    }
}
