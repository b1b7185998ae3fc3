//! Facts for tests: the region's, from its files, and small ones written beside their expectation.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate};
use network::coalition::Weights;
use network::facts::{Fact, Facts};
use network::id::FactId;
use network::network::{Network, Revision};
use network::source::Confidence;
use network::view::View;
use serde::de::DeserializeOwned;

/// The facts of a region, by the name of its folder.
pub(crate) fn region(name: &str) -> Facts {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data").join(name);
    facts(|noun| std::fs::read_to_string(folder.join(format!("{noun}.csv"))).unwrap_or_default())
}

/// A network with one cooperation, its own organisation, and these facts: pairs of noun and lines, the first of which
/// names the columns. Source and confidence need not be given.
#[allow(dead_code, reason = "not every test makes its own")]
pub(crate) fn small(files: &[(&str, &str)]) -> Facts {
    facts(|noun| {
        let text = files.iter().find(|(name, _)| *name == noun).map_or("", |(_, text)| *text);
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let header = lines.next().unwrap_or("key");
        let header = if noun == "cooperations" { "slug,organisation,name_nl,legal_entity" } else { header };
        let own = match noun {
            "cooperations" => "netwerk,netwerk,Netwerk,false",
            _ => "",
        };
        let rows = std::iter::once(own).filter(|row| !row.is_empty()).chain(lines);
        let rows: Vec<_> = rows.map(|row| format!("{row},a test,HIGH")).collect();
        format!("{header},source,confidence\n{}", rows.join("\n"))
    })
}

fn facts(read: impl Fn(&str) -> String) -> Facts {
    let mut facts = Facts::default();
    macro_rules! read {
        ($($noun:ident $fact:ident,)*) => { $(facts.$noun = parse(stringify!($noun), &read(stringify!($noun)));)* };
    }
    network::for_each_noun!(read);
    facts
}

fn parse<T: Fact + DeserializeOwned>(noun: &str, text: &str) -> Vec<T> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap_or_else(|error| panic!("{noun}: {error}")).clone();
    reader
        .records()
        .map(|record| {
            let record = record.unwrap_or_else(|error| panic!("{noun}: {error}"));
            // An empty cell says nothing: who may see it is then everybody.
            let cell = |(name, cell)| if (name, cell) == ("audience", "") { "PUBLIC" } else { cell };
            let record: csv::StringRecord = header.iter().zip(&record).map(cell).collect();
            let mut row: T = record.deserialize(Some(&header)).unwrap_or_else(|error| panic!("{noun}: {error}"));
            if row.id().is_unset() {
                row.set_id(T::Id::from_key(row.key()));
            }
            row
        })
        .collect()
}

/// A view of facts on a day.
pub(crate) fn view(facts: Facts, day: &str) -> View {
    let revision = Revision { number: 1, recorded_at: DateTime::UNIX_EPOCH };
    let network = Network::build(facts, revision).expect("facts that make a network");
    let day: NaiveDate = day.parse().expect("a day");
    View::new(Arc::new(network), day, Confidence::Unverified, Arc::new(Weights::default()))
}
