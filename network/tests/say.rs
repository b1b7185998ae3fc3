//! Who has a say, and through whom one is heard: computed influence, ties of persons, representation.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops at what it did not expect")]

mod facts;

use facts::{region, view};
use network::affairs::acquaintances::Acquaintances;
use network::affairs::influence::Weights;
use network::affairs::reliability;
use network::affairs::representation::{self, Voices};
use network::affairs::say::{Places, say};
use network::audience::Sight;
use network::facts::{Body, Facts, Seat};
use network::graph::{Graph, LinkKind, Projection, Weighting, project};
use network::id::{BodyId, FactId, OrganisationId, SeatId};
use network::node::NodeIx;
use network::view::View;

const DAY: &str = "2026-11-26";

fn desk(organisation: &str) -> View {
    let mut facts = region("regio-voorbeeld");
    facts.keep_seen(Sight::Desk(Some(OrganisationId::from_key(organisation))));
    view(facts, DAY)
}

fn projected(view: &View, projection: Projection) -> Graph {
    project(view, projection, Weighting::Newman).expect("small enough")
}

#[test]
fn influence_is_told_with_its_parts_beside_what_people_said() {
    let view = desk("regiobureau-voorbeeld");
    let network = view.network();
    let known = Acquaintances::new(&view, &reliability::Weights::default());
    let of = |projection| Places::new(&projected(&view, projection));
    let (persons, organisations) = (of(Projection::PersonContact), of(Projection::OrganisationCoParticipation));
    let told = |key: &str| {
        let ix = network.targets.by_key(key).expect("a target");
        let places = if network.targets.get(ix).person.is_some() { &persons } else { &organisations };
        let said = say(&view, &known, Some(places), ix, &Weights::default());
        let deciders: Vec<_> = said.deciders.iter().map(|ix| &*network.persons.get(*ix).slug).collect();
        let parts = said.influence;
        let declared = said.declared.map(|(declared, _)| (declared.influence, parts.gap(&declared).round()));
        assert!((parts.points - (parts.right + parts.place + parts.deciders).min(100.0)).abs() < 1e-9);
        assert_eq!(said.place.map_or(0.0, |place| place * 25.0), parts.place);
        format!(
            "{key}: {:.1} = {} + {:.1} + {} {deciders:?}, said {declared:?}",
            parts.points, parts.right, parts.place, parts.deciders
        )
    };
    insta::assert_debug_snapshot!(
        [
            "tweede-regio-deal.dg",
            "tweede-regio-deal.directeur",
            "tweede-regio-deal.coordinator",
            "tweede-regio-deal.inspecteur",
            "tweede-regio-deal.beslistafel",
            "tweede-regio-deal.bereikbaarheid",
            "tweede-regio-deal.politiek-assistent",
            "dubbelspoor-aalijn.directeur-spoor",
            "dubbelspoor-aalijn.spoorbeheer",
        ]
        .map(told)
    );
}

#[test]
fn persons_are_tied_by_what_is_declared_and_by_talks_and_for_the_public_by_nothing() {
    let view = desk("regiobureau-voorbeeld");
    let graph = projected(&view, Projection::PersonContact);
    assert!(graph.link_count() > 100, "{}", graph.link_count());
    assert!(graph.warnings().is_empty());
    for (_, _, link) in graph.links() {
        assert_eq!(link.kind, LinkKind::Acquaintance);
        assert!(link.strength.is_some_and(|strength| strength > 0.0 && strength <= 0.98), "{link:?}");
    }
    let ranks = graph.page_rank();
    assert_eq!(ranks.len(), graph.node_count());
    assert!((ranks.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    // The public sees persons, and seats of theirs in the same bodies; no tie follows from that.
    let mut facts = region("regio-voorbeeld");
    facts.keep_seen(Sight::Public);
    let public = facts::view(facts, DAY);
    let graph = projected(&public, Projection::PersonContact);
    assert!(graph.node_count() > 20);
    assert_eq!(graph.link_count(), 0);
    assert_eq!(graph.warnings().len(), 1);
}

/// Ways as "gemeente-ijsterveen: REPRESENTED_BY gemeente-oostveld > SEAT pho-bereikbaarheid".
fn told(view: &View, voices: &Voices) -> Vec<String> {
    let network = view.network();
    let heard = voices.heard.iter().flat_map(|voice| {
        let partner = &network.organisations.get(voice.partner).slug;
        voice.ways.iter().map(move |way| {
            let mut at = NodeIx::from(voice.partner);
            let steps: Vec<String> = way
                .iter()
                .map(|step| {
                    assert_eq!(std::mem::replace(&mut at, step.to), step.from, "one step follows on the other");
                    format!("{} {}", step.kind, step.to.key(network))
                })
                .collect();
            format!("{partner}: {}", steps.join(" > "))
        })
    });
    let unheard = voices.unheard.iter().map(|ix| format!("{}: not heard", network.organisations.get(*ix).slug));
    heard.chain(unheard).collect()
}

fn heard_in(view: &View, body: &str) -> Vec<String> {
    let body = view.network().bodies.by_key(body).expect("a body");
    told(view, &representation::voices(view, &[body.into()]))
}

#[test]
fn who_has_no_seat_is_heard_through_who_speaks_for_it() {
    insta::assert_debug_snapshot!(heard_in(&desk("regiobureau-voorbeeld"), "bo-bereikbaarheid"));
}

#[test]
fn the_region_is_heard_on_roads_and_rails_through_a_province() {
    // Where roads and rails are agreed on with central government, provinces have a seat and the region has none.
    let mut facts = region("regio-zwolle");
    let (body, seat) = (facts.bodies[0].clone(), facts.seats[0].clone());
    let slug: network::slug::Slug = "bo-mirt".parse().expect("a key");
    let id = BodyId::from_key(&slug);
    facts.bodies.push(Body { id, slug, organisation: None, parent: None, since: None, until: None, ..body });
    for province in ["provincie-overijssel", "provincie-gelderland"] {
        let key: network::slug::Slug = format!("bo-mirt.{province}").parse().expect("a key");
        let on_behalf_of = [OrganisationId::from_key(province)].into_iter().collect();
        let seat =
            Seat { id: SeatId::from_key(&key), key, body: id, on_behalf_of, on_behalf_of_group: None, ..seat.clone() };
        facts.seats.push(Seat { since: None, until: None, role: network::facts::SeatRole::Member, ..seat });
    }
    let view = view(facts, "2024-03-14");
    let told = heard_in(&view, "bo-mirt");
    for way in [
        "gemeente-kampen: PARTNER_OF regio-zwolle > REPRESENTED_BY provincie-overijssel > SEAT bo-mirt",
        "gemeente-kampen: PARTNER_OF regio-zwolle > REPRESENTED_BY provincie-gelderland > SEAT bo-mirt",
        "provincie-overijssel: SEAT bo-mirt",
    ] {
        assert!(told.iter().any(|told| told == way), "{way} is not in {told:#?}");
    }
}

#[test]
fn who_only_listens_is_not_heard_and_nobody_is_where_nobody_speaks() {
    let view = desk("regiobureau-voorbeeld");
    let heard = heard_in(&view, "economische-raad");
    // An observer has a seat there and speaks through the group that the business circle speaks for, or not at all.
    assert!(!heard.contains(&"transport-haverlo: SEAT economische-raad".to_owned()), "{heard:#?}");
    assert!(heard.contains(&"gemeente-waterbroek: SEAT economische-raad".to_owned()), "{heard:#?}");
    let nowhere = representation::voices(&view, &[]);
    assert!(nowhere.heard.is_empty() && nowhere.unheard.len() > 20);
    assert!(nowhere.unheard.iter().all(|ix| view.is_partner(*ix)));
}

#[test]
fn the_order_of_facts_does_not_matter() {
    let mut turned: Facts = region("regio-voorbeeld");
    turned.seats.reverse();
    turned.relations.reverse();
    turned.organisations.reverse();
    turned.group_memberships.reverse();
    turned.bodies.reverse();
    let (one, other) = (view(region("regio-voorbeeld"), DAY), view(turned, DAY));
    assert_eq!(heard_in(&one, "beslistafel-regio-deals"), heard_in(&other, "beslistafel-regio-deals"));
    assert_eq!(heard_in(&one, "bo-bereikbaarheid"), heard_in(&other, "bo-bereikbaarheid"));
}
