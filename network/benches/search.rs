//! How long search takes in a large network: `cargo bench -p drieklank-network --bench search`.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a bench prints, and stops at what it did not expect")]

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate};
use network::coalition::Weights;
use network::facts::*;
use network::id::{FactId, OrganisationId};
use network::network::{Network, Revision};
use network::search::{SearchIndex, SearchText, facets};
use network::source::Confidence;
use network::view::View;
use serde_json::{Value, json};

const ORGANISATIONS: usize = 100_000;
const ROUNDS: usize = 20;

fn main() {
    let revision = Revision { number: 1, recorded_at: DateTime::UNIX_EPOCH };
    let network = Arc::new(Network::build(made_up(), revision).expect("facts that make a network"));
    let builds = (0..3).map(|_| time(|| drop(SearchIndex::new(&network)))).min();
    println!("index of {ORGANISATIONS} organisations: {:?}", builds.unwrap_or_default());

    let day = NaiveDate::from_ymd_opt(2024, 3, 14).expect("a day");
    let view = View::new(network, day, Confidence::Unverified, Arc::new(Weights::default()));
    println!("Dutch order of the day: {:?}", time(|| drop(view.sort_key(view.organisations()[0]).to_vec())));
    for typed in [
        "watersch drents",
        "prov overijsel",
        "zwolle",
        "stichting",
        "s",
        "g z",
        "51048329",
        "gemeente kampn",
        "stichtnig samenwerking",
        "vereniging ondernemers regio oost nederland water techniek zorg",
        "a b c d e f g h",
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
    ] {
        let text = text(typed);
        let hits = view.search(&text, &[]);
        let mut times: Vec<_> = (0..ROUNDS).map(|_| time(|| drop(view.search(&text, &[])))).collect();
        times.sort();
        let counted = time(|| drop(facets(&view, &hits)));
        let short: String = typed.chars().take(30).collect();
        println!(
            "{short:<30} {:>7} hits, median {:?}, worst {:?}, facets {counted:?}",
            hits.len(),
            times[ROUNDS / 2],
            times[ROUNDS - 1]
        );
    }
}

fn text(typed: &str) -> SearchText {
    typed.parse().expect("a text to search for")
}

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// Names of four words from a skewed vocabulary, an abbreviation and two register numbers for each.
fn made_up() -> Facts {
    const FORMS: [&str; 6] = ["Stichting", "Vereniging", "Gemeente", "Coöperatie", "Waterschap", "Provincie"];
    const ACTS: [&str; 8] =
        ["Samenwerking", "Ondernemers", "Onderwijs", "Zorg", "Techniek", "Water", "Energie", "Overijsselse"];
    const PLACES: [&str; 8] = ["Zwolle", "Kampen", "Drents", "Overijssel", "Hasselt", "Ommen", "Dalfsen", "Olst-Wijhe"];
    const SYLLABLES: [&str; 16] =
        ["ka", "zwo", "lle", "dren", "ten", "ver", "ijs", "sel", "am", "ber", "gro", "nin", "ha", "rde", "mep", "pel"];
    let mut facts = Facts::default();
    let mut seed = 7u64;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap_or(0) % below
    };
    for at in 0..ORGANISATIONS {
        let slug = if at == 0 { "netwerk".into() } else { format!("organisatie-{at}") };
        let rare: String = (0..3 + next(2)).map(|_| SYLLABLES[next(16)]).collect();
        let name = format!("{} {} {rare} {}", FORMS[next(6)], ACTS[next(8)], PLACES[next(8)]);
        let mut row: Organisation = fact(json!({
            "slug": slug, "name_nl": name, "name_en": format!("Foundation {rare}"), "kind": "OTHER", "helix": "BUSINESS",
        }));
        row.id = OrganisationId::from_key(&slug);
        let mut other: Name = fact(json!({
            "key": slug, "organisation": slug, "name": rare, "language": "NL", "kind": "ABBREVIATION",
        }));
        other.id = FactId::from_key(&slug);
        facts.names.push(other);
        for (scheme, value) in [("KVK", 10_000_000 + at), ("OIN", 900_000_000 + at)] {
            let key = format!("{slug}.{scheme}");
            let mut number: Identifier =
                fact(json!({ "key": key, "organisation": slug, "scheme": scheme, "value": value.to_string() }));
            number.id = FactId::from_key(&key);
            facts.identifiers.push(number);
        }
        facts.organisations.push(row);
    }
    facts.cooperations.push(fact(json!({
        "slug": "netwerk", "organisation": "netwerk", "name_nl": "Netwerk", "legal_entity": false,
    })));
    facts
}

fn fact<T: serde::de::DeserializeOwned>(mut value: Value) -> T {
    value["source"] = "made up".into();
    value["confidence"] = "HIGH".into();
    serde_json::from_value(value).expect("a fact")
}
