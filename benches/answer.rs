//! How fast an answer is: 50 organisations with 6 participations each and their venues, about 25 KB, not cached.
//!
//! Beside it, in the same run and through the same poem stack, a hand-written handler that builds the same bytes with
//! serde_json from the same network. Both are called in process on one thread, so that no client and no socket blur the
//! ratio; guard, limits, negotiation and hardening are on. The hand has written it twice: as structs that serde writes
//! straight into the answer, and as a tree of `serde_json` values, which is what a GraphQL engine builds as well.
//! `cargo bench --bench answer`.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::expect_used, reason = "a benchmark prints and may panic")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use async_graphql::Data;
use chrono::{DateTime, NaiveDate};
use drieklank::graphql::executor::{Api, ApiRequest, Pinned, Version};
use drieklank::graphql::guard::Limits;
use drieklank::graphql::reader::Reader;
use drieklank::graphql::schema::{schema, sdl};
use drieklank::graphql::trusted::TrustedDocuments;
use drieklank::graphql::viewer::Viewer;
use drieklank::http::{Readiness, Settings, routes};
use drieklank::live::{Live, Snapshot};
use network::coalition::Weights;
use network::facts::{Facts, Language};
use network::journal::Journal;
use network::links::{Link, Participation, Venue};
use network::network::{Network, Revision};
use network::period::Tense;
use network::source::Confidence;
use network::table::Ix;
use network::view::View;
use poem::endpoint::BoxEndpoint;
use poem::{Endpoint, EndpointExt, Request, Response, Route, handler, web::Data as Shared};
use serde::Serialize;
use serde_json::json;

/// As the server does.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
const ORGANISATIONS: usize = 50;
const PARTICIPATIONS: usize = 6;

const QUERY: &str = "{ network { organisations(first: 50) { nodes { slug name helix participations(first: 6) { nodes {
    since ... on Seat { role } venue { ... on Body { slug } } } } } } } }";

/// 50 organisations, each with 6 seats among 20 bodies.
fn facts() -> Facts {
    let common = json!({ "source": "made", "confidence": "HIGH" });
    let with = |mut row: serde_json::Value| {
        row.as_object_mut().unwrap().extend(common.as_object().unwrap().clone());
        row
    };
    let mut facts = Facts::default();
    facts.cooperations.push(of(with(
        json!({ "slug": "made", "organisation": "organisation-0", "name_nl": "Made", "legal_entity": false }),
    )));
    for at in 0..ORGANISATIONS {
        let row = json!({ "slug": format!("organisation-{at}"), "name_nl": format!("Gemeente Nummer {at:03}"), "kind": "MUNICIPALITY", "helix": "GOVERNMENT" });
        facts.organisations.push(of(with(row)));
    }
    for at in 0..20 {
        let row = json!({ "slug": format!("body-{at}"), "name_nl": format!("Stuurgroep Nummer {at:03}"), "kind": "STEERING_GROUP",
            "democratic": false, "in_chart": true, "in_schedule": true });
        facts.bodies.push(of(with(row)));
    }
    for organisation in 0..ORGANISATIONS {
        for seat in 0..PARTICIPATIONS {
            let row = json!({ "key": format!("seat-{organisation}-{seat}"), "body": format!("body-{}", (organisation * 7 + seat * 3) % 20),
                "role": "MEMBER", "on_behalf_of": format!("organisation-{organisation}"), "since": format!("20{:02}-03-14", 10 + seat) });
            facts.seats.push(of(with(row)));
        }
    }
    facts
}

/// A fact from JSON, with the id of its key.
fn of<T: network::facts::Fact + serde::de::DeserializeOwned>(row: serde_json::Value) -> T {
    let mut fact: T = serde_json::from_value(row).unwrap();
    let id = network::id::FactId::from_key(fact.key());
    fact.set_id(id);
    fact
}

fn network() -> Network {
    Network::build(facts(), Revision { number: 1, recorded_at: DateTime::UNIX_EPOCH }).unwrap()
}

fn server(live: &Arc<Live>) -> BoxEndpoint<'static, Response> {
    let (live, limits) = (live.clone(), Limits::default());
    let in_data = limits.clone();
    let pin = move |_: &ApiRequest| {
        let mut data = Data::default();
        data.insert(Reader::new(live.clone(), TODAY, &Viewer::anonymous()).expect("a network"));
        data.insert(in_data.clone());
        Ok(Pinned { data, version: Version { revision: 1, rewritten_at: 0, day: TODAY } })
    };
    let api = Api::new(schema(), sdl(), limits, TrustedDocuments::default(), pin).unwrap();
    routes(
        Arc::new(api),
        Arc::new(|_: Option<&str>| Ok(Viewer::anonymous())),
        &Settings::default(),
        Readiness::new(|| async { Ok("ready".to_owned()) }),
    )
}

#[derive(Serialize)]
struct Answer<'a> {
    data: ByNetwork<'a>,
}
#[derive(Serialize)]
struct ByNetwork<'a> {
    network: Organisations<'a>,
}
#[derive(Serialize)]
struct Organisations<'a> {
    organisations: Nodes<Organisation<'a>>,
}
#[derive(Serialize)]
struct Nodes<T> {
    nodes: Vec<T>,
}
#[derive(Serialize)]
struct Organisation<'a> {
    slug: &'a str,
    name: &'a str,
    helix: &'a str,
    participations: Nodes<Seat<'a>>,
}
#[derive(Serialize)]
struct Seat<'a> {
    since: Option<String>,
    role: &'a str,
    venue: Body<'a>,
}
#[derive(Serialize)]
struct Body<'a> {
    slug: &'a str,
}

/// The participations of an organisation, in the order of the API.
fn links(view: &View, ix: Ix<network::facts::Organisation>) -> Vec<&Link> {
    let current = view.links_of(ix).filter(|(_, tense)| *tense == Tense::Current);
    let mut links: Vec<_> = current.map(|(link, _)| link).collect();
    links.sort_by_key(|link| (link.span.from, network::node::NodeIx::from(link.participation).uuid(view.network())));
    links.truncate(PARTICIPATIONS);
    links
}

/// A participation as the seat that it is here, and its body.
fn seat(network: &Network, participation: Participation) -> Option<(&network::facts::Seat, &network::facts::Body)> {
    let Participation::Seat(ix) = participation else { return None };
    let Some(Venue::Body(body)) = network.venue(participation) else { return None };
    Some((network.seats.get(ix), network.bodies.get(body)))
}

/// The same answer, written by hand as structs.
#[handler]
fn by_structs(live: Shared<&Arc<Live>>) -> Response {
    let view = live.view(live.current().network.clone(), TODAY, Confidence::Unverified);
    let network = view.network();
    let organisation = |ix: &Ix<network::facts::Organisation>| {
        let row = network.organisations.get(*ix);
        let seats = links(&view, *ix).into_iter().filter_map(|link| seat(network, link.participation));
        let nodes = seats.map(|(row, body)| Seat {
            since: row.since.map(|date| date.to_string()),
            role: row.role.code(),
            venue: Body { slug: &body.slug },
        });
        Organisation {
            slug: &row.slug,
            name: view.name(*ix, Language::Nl),
            helix: row.helix.code(),
            participations: Nodes { nodes: nodes.collect() },
        }
    };
    let nodes = view.organisations().iter().take(ORGANISATIONS).map(organisation).collect();
    let answer = Answer { data: ByNetwork { network: Organisations { organisations: Nodes { nodes } } } };
    Response::builder().content_type("application/json").body(serde_json::to_vec(&answer).unwrap())
}

/// The same answer, written by hand as a tree of values.
#[handler]
fn by_values(live: Shared<&Arc<Live>>) -> Response {
    let view = live.view(live.current().network.clone(), TODAY, Confidence::Unverified);
    let network = view.network();
    let organisation = |ix: &Ix<network::facts::Organisation>| {
        let row = network.organisations.get(*ix);
        let seats = links(&view, *ix).into_iter().filter_map(|link| seat(network, link.participation));
        let nodes: Vec<_> = seats
            .map(|(row, body)| {
                json!({
                    "since": row.since.map(|date| date.to_string()),
                    "role": row.role.code(),
                    "venue": { "slug": &*body.slug },
                })
            })
            .collect();
        json!({
            "slug": &*row.slug,
            "name": view.name(*ix, Language::Nl),
            "helix": row.helix.code(),
            "participations": { "nodes": nodes },
        })
    };
    let nodes: Vec<_> = view.organisations().iter().take(ORGANISATIONS).map(organisation).collect();
    let answer = json!({ "data": { "network": { "organisations": { "nodes": nodes } } } });
    Response::builder().content_type("application/json").body(answer.to_string())
}

async fn ask(endpoint: &BoxEndpoint<'static, Response>, uri: &'static str, body: Vec<u8>) -> Vec<u8> {
    let request =
        Request::builder().method(poem::http::Method::POST).uri_str(uri).content_type("application/json").body(body);
    let response = endpoint.call(request).await.unwrap();
    response.into_body().into_vec().await.unwrap()
}

/// Answers a second, over so long.
async fn rate(endpoint: &BoxEndpoint<'static, Response>, uri: &'static str, body: &[u8], long: Duration) -> f64 {
    let start = Instant::now();
    let mut answers = 0u32;
    while start.elapsed() < long {
        black_box(ask(endpoint, uri, body.to_vec()).await);
        answers += 1;
    }
    f64::from(answers) / start.elapsed().as_secs_f64()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let live = Arc::new(Live::new(
        Snapshot { network: network().into(), journal: Journal::default() },
        Weights::default(),
        64 << 20,
    ));
    let graphql = server(&live);
    let hand = Route::new().at("/structs", poem::post(by_structs)).at("/values", poem::post(by_values));
    let hand: BoxEndpoint<'static, Response> = hand.data(live).boxed();
    let body = serde_json::to_vec(&json!({ "query": QUERY })).unwrap();

    let ours = ask(&graphql, "/graphql", body.clone()).await;
    let same = |bytes: &[u8]| serde_json::from_slice::<serde_json::Value>(bytes).unwrap();
    for uri in ["/structs", "/values"] {
        let theirs = ask(&hand, uri, Vec::new()).await;
        assert_eq!(same(&ours), same(&theirs), "{uri} answers the same");
    }
    println!("answer: {} bytes", ours.len());

    let long = Duration::from_secs(2);
    let (mut of_structs, mut of_values) = (Vec::new(), Vec::new());
    // In turns, so that a slower moment of the machine meets all.
    for round in 0..6 {
        let structs = rate(&hand, "/structs", b"", long).await;
        let values = rate(&hand, "/values", b"", long).await;
        let ours = rate(&graphql, "/graphql", &body, long).await;
        if round > 0 {
            println!("GraphQL {ours:>6.0}/s, by hand as structs {structs:>6.0}/s, as values {values:>6.0}/s");
            of_structs.push(ours / structs);
            of_values.push(ours / values);
        }
    }
    println!("median ratio {:.3} of structs, {:.3} of values", median(of_structs), median(of_values));
}

fn median(mut ratios: Vec<f64>) -> f64 {
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}
