//! Projections of the network.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops at what it did not expect")]

mod facts;

use facts::{region, small, view};
use network::facts::{Facts, Language};
use network::graph::{Graph, Grouping, Link, LinkKind, Projection, TooLarge, TooManySteps, Weighting, project};
use network::measure::{Brokerage, Tripartite, Undefined};
use network::node::NodeIx;
use network::view::View;
use proptest::prelude::*;
use rustc_hash::FxHashSet;
use strum::IntoEnumIterator;

const DAY: &str = "2024-03-14";

fn projected(view: &View, projection: Projection, weighting: Weighting) -> Graph {
    project(view, projection, weighting).expect("a projection that is not too large")
}

/// Links as "source KIND target", in order.
fn links(view: &View, graph: &Graph) -> Vec<String> {
    let key = |node: NodeIx| node.key(view.network()).to_owned();
    graph.links().map(|(source, target, link)| format!("{} {} {}", key(source), link.kind, key(target))).collect()
}

/// The link between two organisations.
fn between<'a>(view: &View, graph: &'a Graph, a: &str, b: &str) -> Option<&'a Link> {
    let place = |key| view.network().organisations.by_key(key).and_then(|ix| graph.place(ix));
    let link = graph.petgraph().find_edge(place(a)?, place(b)?)?;
    graph.petgraph().edge_weight(link)
}

/// Which of 14 events 18 women of Natchez attended. Davis, Gardner and Gardner 1941, Deep South.
const SOUTHERN_WOMEN: [(&str, &[u8]); 18] = [
    ("evelyn", &[1, 2, 3, 4, 5, 6, 8, 9]),
    ("laura", &[1, 2, 3, 5, 6, 7, 8]),
    ("theresa", &[2, 3, 4, 5, 6, 7, 8, 9]),
    ("brenda", &[1, 3, 4, 5, 6, 7, 8]),
    ("charlotte", &[3, 4, 5, 7]),
    ("frances", &[3, 5, 6, 8]),
    ("eleanor", &[5, 6, 7, 8]),
    ("pearl", &[6, 8, 9]),
    ("ruth", &[5, 7, 8, 9]),
    ("verne", &[7, 8, 9, 12]),
    ("myra", &[8, 9, 10, 12]),
    ("katherine", &[8, 9, 10, 12, 13, 14]),
    ("sylvia", &[7, 8, 9, 10, 12, 13, 14]),
    ("nora", &[6, 7, 9, 10, 11, 12, 13, 14]),
    ("helen", &[7, 8, 10, 11, 12]),
    ("dorothy", &[8, 9]),
    ("olivia", &[9, 11]),
    ("flora", &[9, 11]),
];

/// The women as organisations with a seat in every event, and so many others who attended none.
fn southern_women(others: usize) -> Facts {
    let mut organisations = "slug,name_nl,kind,helix\nnetwerk,Netwerk,COLLABORATION,INTERMEDIARY".to_owned();
    let mut seats = "key,body,role,on_behalf_of".to_owned();
    for (woman, events) in SOUTHERN_WOMEN {
        organisations += &format!("\n{woman},{woman},OTHER,BUSINESS");
        for event in events {
            seats += &format!("\n{woman}.{event},e{event},MEMBER,{woman}");
        }
    }
    for other in 0..others {
        organisations += &format!("\nother-{other},Other {other},OTHER,BUSINESS");
    }
    let mut bodies = "slug,name_nl,kind,democratic,in_chart,in_schedule".to_owned();
    for event in 1..=14 {
        bodies += &format!("\ne{event},Event {event},OTHER,false,false,false");
    }
    small(&[("organisations", &organisations), ("bodies", &bodies), ("seats", &seats)])
}

#[test]
fn the_southern_women_are_tied_as_published() {
    // With the network's own organisation and nine others, no event has more than half of all.
    let facts = southern_women(9);
    assert_eq!(facts.seats.len(), 89);
    let view = view(facts, DAY);
    let strength = |weighting, a, b| {
        let graph = projected(&view, Projection::OrganisationCoSeat, weighting);
        assert_eq!((graph.node_count(), graph.link_count()), (18, 139));
        assert_eq!(graph.warnings(), []);
        between(&view, &graph, a, b).and_then(|link| link.strength).expect("a tie")
    };
    let near = |value: f64, expected: f64| assert!((value - expected).abs() < 5e-7, "{value} is not {expected}");
    near(strength(Weighting::Count, "evelyn", "theresa"), 7.0);
    near(strength(Weighting::Jaccard, "evelyn", "theresa"), 0.777_778);
    near(strength(Weighting::Cosine, "evelyn", "theresa"), 0.875);
    near(strength(Weighting::Newman, "evelyn", "theresa"), 1.486_880);
    near(strength(Weighting::Count, "olivia", "flora"), 2.0);
    near(strength(Weighting::Jaccard, "olivia", "flora"), 1.0);
    near(strength(Weighting::Newman, "olivia", "flora"), 1.0 / 11.0 + 1.0 / 3.0);
    let graph = projected(&view, Projection::OrganisationCoSeat, Weighting::Count);
    assert_eq!(between(&view, &graph, "flora", "laura"), None);
}

#[test]
fn a_venue_of_more_than_half_is_a_hub_and_left_out() {
    // Event 8 has 14 women, event 9 has 12 and event 7 has 10; there are 19 organisations.
    let view = view(southern_women(0), DAY);
    let graph = projected(&view, Projection::OrganisationCoParticipation, Weighting::Count);
    let mut warnings: Vec<_> = graph.warnings().iter().map(|warning| warning.message(&view, Language::En)).collect();
    warnings.sort();
    assert_eq!(
        warnings,
        [7, 8, 9].map(|event| {
            let attended = SOUTHERN_WOMEN.iter().filter(|(_, events)| events.contains(&event)).count();
            format!("Event {event} is left out: {attended} of the 19 organisations take part in it, more than half")
        })
    );
    // Dorothy attended nothing else; she is in the graph, but alone.
    let dorothy = view.network().organisations.by_key("dorothy").expect("Dorothy");
    let place = graph.place(dorothy).expect("she takes part");
    assert_eq!((graph.degree(place), graph.partners(place), graph.weighted_degree(place)), (0, 0, Some(0.0)));
    // What is left out counts for nobody: Evelyn 1, 2, 3, 4, 5, 6 and Theresa 2, 3, 4, 5, 6.
    let jaccard = projected(&view, Projection::OrganisationCoParticipation, Weighting::Jaccard);
    let strength = between(&view, &jaccard, "evelyn", "theresa").and_then(|link| link.strength);
    assert_eq!(strength, Some(5.0 / 6.0));
}

/// Four organisations, of which three commit to a line and two sign an agreement on it.
fn agreement() -> Facts {
    small(&[
        (
            "organisations",
            "slug,name_nl,kind,helix,parent
            netwerk,Netwerk,COLLABORATION,INTERMEDIARY,
            a,A,OTHER,BUSINESS,
            b,B,OTHER,BUSINESS,a
            c,C,OTHER,EDUCATION,
            d,D,OTHER,EDUCATION,
            e,E,OTHER,EDUCATION,",
        ),
        (
            "programme_lines",
            "slug,name_nl,kind,position
            lijn,Lijn,CONTENT,1
            basis,Basis,PRECONDITION,1",
        ),
        (
            "initiatives",
            "slug,name_nl,kind,example,knowledge
            project,Project,PROJECT,false,false",
        ),
        (
            "initiative_parts",
            "key,initiative,programme_line,share_pct
            project.lijn,project,lijn,50",
        ),
        (
            "agreements",
            "slug,name_nl,kind,status,covers,until
            akkoord,Akkoord,COVENANT,SIGNED,lijn,
            oud,Oud akkoord,COVENANT,ENDED,lijn,2020",
        ),
        (
            "signatures",
            "key,agreement,organisation
            a,akkoord,a
            b,akkoord,b
            c,oud,c",
        ),
        (
            "commitments",
            "key,organisation,programme_line,initiative,agreement,status,until
            a.1,a,lijn,,,PLEDGED,
            a.2,a,lijn,,,INTENDED,
            a.3,a,,,akkoord,PLEDGED,
            c.1,c,,project,,PLEDGED,
            d.1,d,lijn,,,DECLINED,
            e.1,e,lijn,,,WITHDRAWN,
            e.2,e,lijn,,,WITHDRAWN,2023",
        ),
        (
            "stakeholder_groups",
            "slug,name_nl,helix
            groep,Groep,EDUCATION",
        ),
        (
            "group_memberships",
            "key,organisation,group,until
            c,c,groep,
            d,d,groep,2020",
        ),
        ("persons", "slug,name\np,P"),
        (
            "bodies",
            "slug,name_nl,kind,parent,organisation,steers_programme_lines,steers_initiatives,democratic,in_chart,in_schedule,level
            raad,Raad,BOARD,,netwerk,,,false,true,true,POLITICAL
            stuurgroep,Stuurgroep,BOARD,raad,,lijn,project,false,true,true,POLITICAL",
        ),
        (
            "seats",
            "key,body,role,holder,on_behalf_of,on_behalf_of_group
            s1,stuurgroep,CHAIR,p,a,
            s2,stuurgroep,MEMBER,,,groep
            s3,raad,MEMBER,,a;b,",
        ),
        (
            "partnerships",
            "key,organisation,until
            a,a,
            d,d,
            e,e,2020",
        ),
        (
            "relations",
            "key,from_organisation,from_group,kind,to_organisation
            1,d,,REPRESENTS,e
            2,e,,REPRESENTS,d
            3,,groep,PART_OF,e
            4,a,,OWNED_BY,b",
        ),
    ])
}

#[test]
fn the_map_draws_everything_that_holds_on_the_day() {
    let view = view(agreement(), DAY);
    let graph = projected(&view, Projection::Full, Weighting::Newman);
    let keys: Vec<_> = graph.nodes().map(|(_, node)| node.key(view.network())).collect();
    let mut sorted = keys.clone();
    sorted.sort_unstable();
    assert_eq!(
        sorted,
        ["a", "akkoord", "b", "basis", "c", "d", "e", "groep", "lijn", "netwerk", "p", "project", "raad", "stuurgroep"]
    );
    assert_eq!(keys[..6], ["a", "b", "c", "d", "e", "netwerk"], "in Dutch order");
    let mut drawn = links(&view, &graph);
    drawn.sort_unstable();
    assert_eq!(
        drawn,
        [
            "a COMMITMENT akkoord",
            "a COMMITMENT lijn",
            "a PARTNERSHIP netwerk",
            "a SEAT raad",
            "a SEAT stuurgroep",
            "a SIGNATURE akkoord",
            "akkoord COVERS lijn",
            "b PARENT a",
            "b SEAT raad",
            "b SIGNATURE akkoord",
            "c COMMITMENT project",
            "c PART_OF groep",
            "c SEAT stuurgroep",
            "d PARTNERSHIP netwerk",
            // They represent each other: one link.
            "e REPRESENTS d",
            "groep PART_OF e",
            "groep SEAT stuurgroep",
            "p SEAT stuurgroep",
            "project PART_OF lijn",
            "raad PART_OF netwerk",
            "stuurgroep PARENT raad",
            "stuurgroep STEERS lijn",
            "stuurgroep STEERS project",
        ]
    );
    let a = graph.place(view.network().organisations.by_key("a").expect("A")).expect("a node");
    // To the agreement it has two links.
    assert_eq!((graph.degree(a), graph.partners(a), graph.weighted_degree(a)), (7, 6, None));
}

#[test]
fn links_that_are_evidence_have_a_strength() {
    let view = view(agreement(), DAY);
    let graph = projected(&view, Projection::Full, Weighting::Newman);
    let mut strengths: Vec<_> = graph
        .links()
        .filter_map(|(source, target, link)| {
            let (source, target) = (source.key(view.network()), target.key(view.network()));
            link.strength.map(|strength| format!("{source} {} {target} {strength:.4}", link.kind))
        })
        .collect();
    strengths.sort();
    assert_eq!(
        strengths,
        [
            // A pledge without contribution .5 · .6 and an intention .5 · .3: 1 − .7 · .85.
            "a COMMITMENT lijn 0.4050",
            // A full seat of a chair .7 · .6.
            "a SEAT stuurgroep 0.4200",
            // .6 · .6.
            "a SIGNATURE akkoord 0.3600",
            "b SIGNATURE akkoord 0.3600",
            // Half of the project counts for the line: .5 · .5 · .6.
            "c COMMITMENT project 0.1500",
            // A full seat of a member .6 · .6.
            "c SEAT stuurgroep 0.3600",
        ]
    );
}

#[test]
fn organisations_are_tied_by_seats_by_commitments_or_by_both() {
    let view = view(agreement(), DAY);
    let tied = |projection| links(&view, &projected(&view, projection, Weighting::Count));
    // Lijn: A alone, as D refused and E withdrew.
    assert_eq!(tied(Projection::OrganisationCoCommitment), Vec::<String>::new());
    assert_eq!(tied(Projection::OrganisationCoSeat), ["a CO_SEAT b", "a CO_SEAT c"]);
    assert_eq!(tied(Projection::OrganisationCoParticipation), ["a CO_PARTICIPATION b", "a CO_PARTICIPATION c"]);
    let graph = projected(&view, Projection::OrganisationCoParticipation, Weighting::Count);
    // A and B share the board and the agreement.
    assert_eq!(between(&view, &graph, "a", "b").and_then(|link| link.strength), Some(2.0));
    // D is a partner that shares nothing; E is neither a partner nor takes part.
    let nodes: Vec<_> = graph.nodes().map(|(_, node)| node.key(view.network())).collect();
    assert_eq!(nodes, ["a", "b", "c", "d"]);
    // On a day before 2020 ended, the old agreement still held, and E had not withdrawn.
    let before = view.on("2020-06-01".parse().expect("a day"));
    let graph = projected(&before, Projection::OrganisationCoCommitment, Weighting::Count);
    assert_eq!(links(&before, &graph), ["a CO_COMMITMENT e"]);
}

#[test]
fn a_projection_is_measured_by_the_helices_of_its_organisations() {
    let view = view(agreement(), DAY);
    let graph = projected(&view, Projection::OrganisationCoParticipation, Weighting::Count);
    let node = |key: &str| NodeIx::from(view.network().organisations.by_key(key).expect("an organisation"));
    let at = |key: &str| graph.place(node(key)).expect("in the graph").index();
    // A is tied with B and with C; D stands alone. A and B are business, C and D education.
    assert_eq!(graph.betweenness().expect("a small one")[at("a")], 1.0 / 3.0);
    assert_eq!(graph.harmonic().expect("a small one")[at("b")], 1.5);
    assert!(graph.cuts().articulation[at("a")]);
    let none = Brokerage::default();
    let by_helix = graph.brokerage(Grouping::Helix).expect("a small one").expect("organisations");
    assert_eq!(by_helix[at("a")], Brokerage { representative: 1, gatekeeper: 1, ..none });
    // None of them is government: one group.
    let by_layer = graph.brokerage(Grouping::Layer).expect("a small one").expect("organisations");
    assert_eq!(by_layer[at("a")], Brokerage { coordinator: 2, ..none });
    let mixing = graph.mixing(Grouping::Helix).expect("ties");
    assert_eq!((mixing.external, mixing.internal, mixing.ei_index), (1, 1, 0.0));
    assert_eq!(graph.participation(Grouping::Helix).expect("organisations")[at("a")], Some(0.5));
    assert_eq!(graph.communities().expect("a small one").count, 2);
    // Board, steering group, line, project and agreement; government is in none of them.
    assert_eq!(graph.tripartite(), Some(Tripartite { all_three: 0, cases: 5 }));
    assert_eq!(graph.synergy(), Err(Undefined::DegenerateHelix));
    let members = |keys: &[&str]| keys.iter().map(|key| node(key)).collect::<FxHashSet<_>>();
    assert_eq!(graph.indispensable(&members(&["a", "b", "c"])), [node("a")]);
    assert!(graph.indispensable(&members(&["b", "c", "d"])).is_empty());
    assert_eq!(graph.communities_like_members(&members(&["a", "b", "c"])), Ok(Some(1.0)));
    let interlocks = graph.interlocks().expect("a small one");
    let found = interlocks.iter().map(|found| [found.one, found.other].map(|at| NodeIx::from(graph.venues()[at].0)));
    let mut keys: Vec<_> = found.map(|pair| pair.map(|venue| venue.key(view.network()))).collect();
    keys.iter_mut().for_each(|pair| pair.sort_unstable());
    // A and B sit in the board and signed the agreement.
    assert_eq!((keys[0], interlocks[0].shared.len()), (["akkoord", "raad"], 2));
    // Nodes of the map have no helix.
    let map = projected(&view, Projection::Full, Weighting::Count);
    assert_eq!((map.brokerage(Grouping::Helix), map.mixing(Grouping::Helix), map.tripartite()), (Ok(None), None, None));
    assert_eq!(map.synergy(), Err(Undefined::NoVenues));
}

#[test]
fn what_would_take_too_long_is_refused() {
    // Two bodies of 900 make few nodes with many links: a walk from each of them over all.
    let mut organisations = "slug,name_nl,kind,helix\nnetwerk,Netwerk,COLLABORATION,INTERMEDIARY".to_owned();
    let keys: Vec<_> = (0..1_900).map(|at| format!("o{at}")).collect();
    for key in &keys {
        organisations += &format!("\n{key},{key},OTHER,BUSINESS");
    }
    let seats = format!(
        "key,body,role,on_behalf_of\n1,a,MEMBER,{}\n2,b,MEMBER,{}",
        keys[..900].join(";"),
        keys[900..1_800].join(";")
    );
    let bodies =
        "slug,name_nl,kind,democratic,in_chart,in_schedule\na,A,OTHER,false,false,false\nb,B,OTHER,false,false,false";
    let view = view(small(&[("organisations", &organisations), ("bodies", bodies), ("seats", &seats)]), DAY);
    let graph = projected(&view, Projection::OrganisationCoSeat, Weighting::Count);
    assert_eq!((graph.node_count(), graph.link_count()), (1_800, 900 * 899));
    let refused = TooManySteps { steps: 1_800 * 2 * 900 * 899 };
    assert_eq!((graph.betweenness(), graph.harmonic()), (Err(refused), Err(refused)));
    assert_eq!(refused.to_string(), "the measure may need 2912760000 steps; 2000000000 is the most that is taken");
    assert_eq!(graph.core_numbers()[0], 899);
}

#[test]
fn persons_stand_alone() {
    let view = view(agreement(), DAY);
    let graph = projected(&view, Projection::PersonContact, Weighting::Newman);
    assert_eq!((graph.node_count(), graph.link_count()), (1, 0));
    let warnings: Vec<_> = graph.warnings().iter().map(|warning| warning.message(&view, Language::Nl)).collect();
    assert_eq!(warnings, ["banden tussen personen zijn niet openbaar"]);
}

#[test]
fn too_many_links_are_refused_before_they_are_made() {
    let of = 8_000;
    let mut organisations = "slug,name_nl,kind,helix\nnetwerk,Netwerk,COLLABORATION,INTERMEDIARY".to_owned();
    let mut everybody = Vec::new();
    for at in 0..of {
        organisations += &format!("\no{at},O {at},OTHER,BUSINESS");
        everybody.push(format!("o{at}"));
    }
    let (some, alone) = (everybody[..3_500].join(";"), &everybody[7_000]);
    let view = view(
        small(&[
            ("organisations", &organisations),
            ("bodies", "slug,name_nl,kind,democratic,in_chart,in_schedule\nraad,Raad,BOARD,false,true,true"),
            ("seats", &format!("key,body,role,on_behalf_of\n1,raad,MEMBER,{some}\n2,raad,MEMBER,{alone}")),
        ]),
        DAY,
    );
    let refused = project(&view, Projection::OrganisationCoSeat, Weighting::Newman).expect_err("too large");
    assert_eq!(refused, TooLarge { links: 3_501 * 3_500 / 2 });
    assert_eq!(refused.to_string(), "the projection may need 6126750 links; 5000000 is the most that is computed");
}

#[test]
fn the_region_is_drawn_as_it_was_on_14_march_2024() {
    let view = view(region("regio-zwolle"), DAY);
    let graph = projected(&view, Projection::Full, Weighting::Newman);
    let count = |kind| graph.links().filter(|(.., link)| link.kind == kind).count();
    assert_eq!(count(LinkKind::Signature), 30);
    assert_eq!(count(LinkKind::Partnership), view.organisations().iter().filter(|ix| view.is_partner(**ix)).count());
    // 30 signatures under the declaration and 6 seats in the Economic Board.
    assert_eq!(graph.links().filter(|(.., link)| link.strength.is_some()).count(), 36);
    let shared = projected(&view, Projection::OrganisationCoParticipation, Weighting::Newman);
    assert_eq!(shared.warnings(), []);
    // 30 signed the declaration, 6 sit in the Economic Board; the four provinces do both.
    assert_eq!(shared.link_count(), 30 * 29 / 2 + 6 * 5 / 2 - 4 * 3 / 2);
    let provinces = between(&view, &shared, "provincie-overijssel", "provincie-drenthe");
    assert_eq!(provinces.and_then(|link| link.strength), Some(1.0 / 29.0 + 1.0 / 5.0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_of_facts_does_not_matter_and_degrees_add_up(turn in 0usize..1000) {
        let mut turned = region("regio-zwolle");
        let seats = turned.seats.len();
        turned.seats.rotate_left(turn % seats);
        turned.signatures.reverse();
        let organisations = turned.organisations.len();
        turned.organisations.rotate_left(turn % organisations);
        turned.bodies.rotate_left(turn % 30);
        turned.relations.reverse();
        let (one, other) = (view(region("regio-zwolle"), DAY), view(turned, DAY));
        for projection in Projection::iter() {
            for weighting in Weighting::iter() {
                let (one_graph, other_graph) = (projected(&one, projection, weighting), projected(&other, projection, weighting));
                let strengths = |graph: &Graph| -> Vec<_> { graph.links().map(|(.., link)| link.strength.map(f64::to_bits)).collect() };
                prop_assert_eq!(links(&one, &one_graph), links(&other, &other_graph));
                prop_assert_eq!(strengths(&one_graph), strengths(&other_graph));
                let degrees: usize = one_graph.nodes().map(|(at, _)| one_graph.degree(at)).sum();
                prop_assert_eq!(degrees, 2 * one_graph.link_count());
                prop_assert!(one_graph.nodes().all(|(at, _)| one_graph.partners(at) <= one_graph.degree(at)));
                let doubled: f64 = one_graph.links().filter_map(|(.., link)| link.strength).sum::<f64>() * 2.0;
                let weighted: Option<f64> = one_graph.nodes().map(|(at, _)| one_graph.weighted_degree(at)).sum();
                prop_assert!(weighted.is_none_or(|weighted| (weighted - doubled).abs() < 1e-9));
            }
        }
    }
}
