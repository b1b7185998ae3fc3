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
        assert!(once.len() > 500, "{format:?}: {once}");
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
