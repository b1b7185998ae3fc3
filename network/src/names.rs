//! The name of a day, and the Dutch order of names.

use chrono::NaiveDate;

use crate::facts::*;
use crate::network::{Belonging, Network, Tables};
use crate::order::DutchOrder;
use crate::source::Confidence;
use crate::table::{Ix, Table};

/// Every name that an organisation may go by, with its sort key, in Dutch order. A view keeps the entries whose name is
/// the one of its day, so no day needs sorting again.
#[derive(Debug)]
pub(crate) struct NameOrder {
    /// In order of (key, organisation).
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    key: Box<[u8]>,
    organisation: Ix<Organisation>,
    /// An official name in time; `None`: the name of the organisation's own row.
    name: Option<Ix<Name>>,
}

impl NameOrder {
    pub(crate) fn new(tables: &Tables, belonging: &Belonging) -> Self {
        let order = DutchOrder::default();
        let mut entries: Vec<Entry> = tables
            .organisations
            .iter()
            .flat_map(|(organisation, row)| {
                let own = Entry { key: order.key(&row.name_nl), organisation, name: None };
                let official = official(tables, belonging, organisation, Language::Nl).map(|name| name.0);
                let official: Vec<_> = official
                    .map(|name| Entry { key: order.key(&tables.names.get(name).name), organisation, name: Some(name) })
                    .collect();
                std::iter::once(own).chain(official)
            })
            .collect();
        entries.sort_by(|a, b| (&a.key, a.organisation).cmp(&(&b.key, b.organisation)));
        Self { entries }
    }

    /// The organisations in the order of the names that `name_of` gives them, each with the place of its entry.
    pub(crate) fn on(
        &self,
        name_of: impl Fn(Ix<Organisation>) -> Option<Ix<Name>>,
    ) -> impl Iterator<Item = (u32, Ix<Organisation>)> {
        let entries = (0u32..).zip(&self.entries);
        entries
            .filter(move |(_, entry)| name_of(entry.organisation) == entry.name)
            .map(|(at, entry)| (at, entry.organisation))
    }

    /// The sort key of the entry at this place.
    pub(crate) fn key(&self, at: u32) -> &[u8] {
        &self.entries[at as usize].key
    }
}

/// Rows with a fixed name in the Dutch order of it.
#[derive(Debug)]
pub struct Alphabet<T> {
    keys: Vec<Box<[u8]>>,
    sorted: Vec<Ix<T>>,
}

impl<T: Fact> Alphabet<T> {
    pub(crate) fn new(table: &Table<T>, name: impl Fn(&T) -> &str) -> Self {
        let order = DutchOrder::default();
        let keys: Vec<_> = table.iter().map(|(_, row)| order.key(name(row))).collect();
        let mut sorted: Vec<_> = table.indices().collect();
        sorted.sort_by(|a, b| (&keys[a.at()], table.get(*a).id()).cmp(&(&keys[b.at()], table.get(*b).id())));
        Self { keys, sorted }
    }

    /// All rows in order.
    #[must_use]
    pub fn sorted(&self) -> &[Ix<T>] {
        &self.sorted
    }

    /// The sort key of a row's name: bytes in Dutch order.
    #[must_use]
    pub fn key(&self, ix: Ix<T>) -> &[u8] {
        &self.keys[ix.at()]
    }
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
        .iter()
        .map(|ix| (*ix, tables.names.get(*ix)))
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
    fn ministry(names: &[(&str, &str, &str, &str, &str, &str)]) -> std::sync::Arc<Network> {
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
            rows.sort();
            rows.dedup();
            assert_eq!(rows.len(), 2, "{on}");
            assert_eq!(view.organisations().len(), 2, "{on}");
        }
    }
}
