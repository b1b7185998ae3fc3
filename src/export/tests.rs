use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate};
use network::network::{Network, Revision};
use network::source::Confidence;

use super::*;
use crate::exchange::builtin;

fn view(name: &str) -> View {
    let facts = builtin(name).and_then(Result::ok).map(|dataset| dataset.facts).unwrap_or_default();
    let network = Network::build(facts, Revision { number: 1, recorded_at: DateTime::UNIX_EPOCH }).unwrap();
    let day = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
    View::new(Arc::new(network), day, Confidence::Unverified, Arc::default())
}

fn written(view: &View, asked: &Asked) -> String {
    let mut out = Vec::new();
    write(view, asked, &mut out).unwrap();
    String::from_utf8_lossy(&out).into_owned()
}

#[test]
fn the_same_view_makes_the_same_bytes_in_every_format() {
    let view = view("regio-voorbeeld");
    for format in Format::ALL {
        let mut asked = Asked::new(format);
        let once = written(&view, &asked);
        assert!(once.len() > 150, "{format:?}: {once}");
        assert!(once == written(&view, &asked), "{format:?}");
        if matches!(format.about(), format::About::Graph | format::About::Record) {
            asked.days = Days::Always;
            assert!(written(&view, &asked).len() > once.len(), "{format:?}: all days tell more than one");
        }
    }
}

#[test]
fn every_format_of_a_graph_has_the_same_nodes_and_links() {
    let view = view("regio-zwolle");
    for days in [Days::Today, Days::Always] {
        let text = |format| written(&view, &Asked { days, ..Asked::new(format) });
        let lines = |text: String| text.lines().count();
        let kumu: serde_json::Value = serde_json::from_str(&text(Format::Kumu)).unwrap();
        let (nodes, links) =
            (kumu["elements"].as_array().unwrap().len(), kumu["connections"].as_array().unwrap().len());
        assert!(nodes > 100 && links > 100);
        for format in [Format::GraphMl, Format::Gexf] {
            let text = text(format);
            assert_eq!((text.matches("<node ").count(), text.matches("<edge ").count()), (nodes, links), "{format:?}");
        }
        // Graph and end each take a line.
        assert_eq!(lines(text(Format::Dot)), nodes + links + 2);
        assert_eq!((lines(text(Format::Nodes)), lines(text(Format::Links))), (nodes + 1, links + 1));
        // A link runs between nodes that are there.
        let ids: std::collections::BTreeSet<_> =
            kumu["elements"].as_array().unwrap().iter().map(|node| node["id"].as_str()).collect();
        for link in kumu["connections"].as_array().unwrap() {
            assert!(ids.contains(&link["from"].as_str()) && ids.contains(&link["to"].as_str()), "{link}");
        }
    }
}

#[test]
fn what_the_desk_alone_sees_is_named_when_it_is_shown() {
    let desk = view("regio-voorbeeld");
    let dataset = shown(&desk, &Asked::new(Format::Csv)).unwrap();
    assert!(dataset.iter().any(|(noun, _)| *noun == "contact_moments"), "{dataset:?}");
    // No talk is a node or a link of a graph.
    let graph = shown(&desk, &Asked::new(Format::Gexf)).unwrap();
    assert!(graph.iter().all(|(noun, _)| *noun != "contact_moments"), "{graph:?}");
    assert!(shown(&view("regio-zwolle"), &Asked::new(Format::Popolo)).unwrap().is_empty());
}

#[test]
fn a_projection_has_no_direction_and_says_how_strong_its_links_are() {
    let view = view("regio-zwolle");
    let projection = network::graph::Projection::OrganisationCoSeat;
    let text = written(&view, &Asked { projection, ..Asked::new(Format::Dot) });
    assert!(text.starts_with("graph \"Regio Zwolle\" {"), "{}", &text[..60]);
    assert!(text.contains("\" -- \"") && text.contains("dk_strength="));
}

/// The rows of a table, each by the names of its columns; what has no value is left out.
fn rows(view: &View, asked: &Asked) -> Vec<BTreeMap<&'static str, String>> {
    let table = tables::of(asked.format).unwrap()(view, asked).unwrap();
    let mut rows = Vec::new();
    let told = |cells: &[tables::Cell<'_>]| {
        let named = table.columns().zip(cells);
        let told = named.filter_map(|(column, cell)| Some((column.name, cell.as_ref()?.text().into_owned())));
        told.collect()
    };
    table
        .rows(&mut |cells, _| {
            assert_eq!(cells.len(), table.columns().count(), "{:?}", asked.format);
            rows.push(told(cells));
            Ok(())
        })
        .unwrap();
    rows
}

/// The rows of a Parquet file, told in the same way.
fn read_back(bytes: Vec<u8>) -> Vec<BTreeMap<String, String>> {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Field;
    let file = tempfile::tempfile().unwrap();
    Write::write_all(&mut &file, &bytes).unwrap();
    let reader = SerializedFileReader::new(file).unwrap();
    let told = |field: &Field| match field {
        Field::Null => None,
        Field::Str(text) => Some(text.clone()),
        Field::Long(number) => Some(number.to_string()),
        Field::Double(number) => Some(number.to_string()),
        Field::Bool(flag) => Some(flag.to_string()),
        other => panic!("{other:?} is of no type that is written"),
    };
    let row = |row: parquet::record::Row| {
        let columns = row.get_column_iter();
        columns.filter_map(|(name, field)| Some((name.clone(), told(field)?))).collect()
    };
    reader.get_row_iter(None).unwrap().map(|found| row(found.unwrap())).collect()
}

#[test]
fn parquet_reads_back_as_the_table_that_was_written() {
    let view = view("regio-zwolle");
    for (parquet, csv) in [
        (Format::NodesParquet, Format::Nodes),
        (Format::LinksParquet, Format::Links),
        (Format::StandingsParquet, Format::Standings),
    ] {
        let mut bytes = Vec::new();
        write(&view, &Asked::new(parquet), &mut bytes).unwrap();
        let of_csv = rows(&view, &Asked::new(csv));
        let named = |row: BTreeMap<&str, String>| row.into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
        assert_eq!(read_back(bytes), of_csv.into_iter().map(named).collect::<Vec<_>>(), "{parquet:?}");
    }
}

#[test]
fn parquet_of_many_rows_has_many_groups() {
    use value::Attribute;
    const COLUMNS: &[Attribute] =
        &[Attribute::text("text"), Attribute::whole("whole"), Attribute::real("real"), Attribute::flag("flag")];
    let count = 2 * columnar::GROUP_ROWS as u64 + 7;
    let table = tables::Table::new(COLUMNS, move |each| {
        (0..count).try_for_each(|at| {
            let text = (at % 3 != 0).then(|| format!("text {}", at % 1000).into());
            each(&[text, Some(at.into()), Some((0.5 * f64::from(u32::try_from(at).unwrap())).into()), None], &[])
        })
    });
    let mut bytes = Vec::new();
    columnar::write(&table, &mut bytes).unwrap();
    let rows = read_back(bytes);
    assert_eq!(rows.len() as u64, count);
    for (at, row) in rows.iter().enumerate() {
        assert_eq!(row.get("text").cloned(), (at % 3 != 0).then(|| format!("text {}", at % 1000)));
        assert_eq!((&*row["whole"], row["real"].parse().ok()), (&*at.to_string(), Some(0.5 * at as f64)));
        assert!(!row.contains_key("flag"));
    }
}

#[test]
fn tables_tell_what_the_api_tells() {
    let view = view("regio-voorbeeld");
    let network = Arc::clone(view.network());
    let of = |format| rows(&view, &Asked::new(format));

    let members = |line: &str| {
        let is_member = |row: &&BTreeMap<&str, String>| {
            row["line"] == line && matches!(&*row["status"], "PLEDGED" | "RATIFIED" | "CONTRIBUTING")
        };
        of(Format::Standings).iter().filter(is_member).count().to_string()
    };
    let (helices, overlaps) = (of(Format::Helices), of(Format::Overlaps));
    assert!(helices.len() > 1 && overlaps.len() == helices.len() * (helices.len() - 1) / 2);
    for row in &helices {
        assert_eq!(row["members"], members(&row["line"]), "{row:?}");
    }
    for row in &overlaps {
        assert_eq!((&row["size"], &row["withSize"]), (&members(&row["line"]), &members(&row["with"])), "{row:?}");
    }

    let (mut brought, mut offers) = (of(Format::Contributions), of(Format::Closure));
    assert!(brought.len() > 3 && offers.iter().any(|row| row.contains_key("failingClause")), "{offers:?}");
    for (line, row) in
        network.programme_lines.iter().filter(|(line, _)| view.coalition(*line).kind().code() == "CONTENT")
    {
        let coalition = view.coalition(line);
        for total in coalition.contribution_totals(&view, network::coalition::CoalitionStatus::Pledged) {
            let is_of = |found: &BTreeMap<&str, String>| {
                found["line"] == *row.slug
                    && found["kind"] == total.kind.code()
                    && found.get("unit") == total.unit.as_ref()
                    && found.get("per") == total.per.as_ref()
            };
            let amounts = brought.iter().filter(|found| is_of(found)).filter_map(|found| found.get("counted"));
            let sum: rust_decimal::Decimal =
                amounts.map(|amount| amount.parse::<rust_decimal::Decimal>().unwrap()).sum();
            assert_eq!(sum, total.pledged, "{total:?}");
            brought.retain(|found| !is_of(found));
        }
        let closure = coalition.closure(&view, network::facts::AmbitionLevel::Base);
        let count = |outcome: &str| {
            offers.iter().filter(|offer| offer["line"] == *row.slug && offer["outcome"] == outcome).count()
        };
        assert_eq!(count("BLOCKED"), closure.blocked().len());
        assert_eq!(count("CERTAIN") + count("TOGETHER") + count("BLOCKED"), closure.offers().len());
        offers.retain(|offer| offer["line"] != *row.slug);
    }
    assert!(brought.is_empty() && offers.is_empty(), "{brought:?} {offers:?}");
}

#[test]
fn measures_are_those_of_the_projection() {
    let view = view("regio-zwolle");
    let asked = Asked::new(Format::Measures);
    let graph = network::graph::project(&view, asked.projection, asked.weighting).unwrap();
    let (measures, betweenness) = (rows(&view, &asked), graph.betweenness().unwrap());
    assert_eq!(measures.len(), graph.node_count());
    for ((row, (at, node)), betweenness) in measures.iter().zip(graph.nodes()).zip(betweenness) {
        assert_eq!((&*row["key"], &*row["betweenness"]), (node.key(view.network()), &*betweenness.to_string()));
        assert_eq!(row["degree"], graph.degree(at).to_string());
        // Who has no tie has no constraint, and everybody is an organisation with roles.
        assert_eq!(row.contains_key("constraint"), graph.degree(at) > 0);
        assert!(row.contains_key("liaison"), "{row:?}");
    }
    let of = |projection| rows(&view, &Asked { projection, ..asked.clone() });
    assert!(of(network::graph::Projection::Full).iter().all(|row| !row.contains_key("liaison")));
    let interlocks = rows(&view, &Asked::new(Format::Interlocks));
    assert_eq!(interlocks.len(), graph.interlocks().unwrap().len());
    for row in &interlocks {
        assert_eq!(row["organisations"].split(' ').count().to_string(), row["size"]);
    }
}

#[test]
fn a_timeline_has_a_row_for_all_partners_and_one_for_each_line() {
    let view = view("regio-zwolle");
    let day = |year| NaiveDate::from_ymd_opt(year, 1, 1);
    let (from, until, every) = (day(2020), day(2026), network::timeline::CalendarUnit::Year);
    let asked = Asked { from, until, every, ..Asked::new(Format::Timeline) };
    let found = rows(&view, &asked);
    let partners: Vec<_> = found.iter().filter(|row| !row.contains_key("line")).collect();
    assert_eq!(partners.len(), 7);
    assert_eq!((&*partners[0]["from"], &*partners[6]["until"]), ("2020-01-01", "2026-01-01"));
    let last: usize = partners[6]["size"].parse().unwrap();
    let on = view.on(until.unwrap());
    assert_eq!(last, on.organisations().iter().filter(|ix| on.is_partner(**ix)).count());
    assert!(found.len() > partners.len());
}
