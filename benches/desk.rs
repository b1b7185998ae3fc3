//! How fast a schedule is through the API: 10,000 persons with 100,000 ties, 100 targets, 20 decisions with their stages; and
//! what it costs to keep who read what, on a SQLite file.
//!
//! In process, guard and all, without a socket; each question several times, and the slowest told beside the median. The
//! first one finds nothing kept from before. `cargo bench --bench desk`.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::expect_used, reason = "a benchmark prints and may panic")]

use std::sync::Arc;
use std::time::{Duration, Instant};

use async_graphql::Variables;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use drieklank::access::DatabaseLog;
use drieklank::clock::Clock;
use drieklank::graphql::executor::{Api, ApiRequest};
use drieklank::graphql::guard::Limits;
use drieklank::graphql::pin::PinToNow;
use drieklank::graphql::schema::{schema, sdl};
use drieklank::graphql::trusted::TrustedDocuments;
use drieklank::graphql::viewer::{Role, Viewer};
use drieklank::live::{Live, Snapshot};
use drieklank::store::{Readings, Store};
use fastrand::Rng;
use network::coalition::Weights;
use network::facts::{Fact, Facts};
use network::id::FactId as _;
use network::journal::Journal;
use network::network::{Network, Revision};
use serde_json::{Value, json};

/// As the server does.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
const NOW: DateTime<Utc> = TODAY.and_hms_opt(12, 0, 0).unwrap().and_utc();
const ORGANISATIONS: usize = 200;
const PERSONS: usize = 10_000;
const TIES: usize = 100_000;
const TOPICS: usize = 10;
const TARGETS: usize = 100;
const DECISIONS: usize = 20;
const TALKS: usize = 2_000;

const PLAN: &str = "query($input: ScheduleInput!) { network { publicAffairs { schedule(input: $input) {
    planned { purpose first slackDays owner { slug } person { slug } targets { id } reliability window { kind decisionMoment { slug } } }
    infeasible { constraint day contact { purpose owner { slug } } blockers { __typename } }
    inPlace { target { id } contactMoment { date } } } } } }";

fn row<T: Fact + serde::de::DeserializeOwned>(mut fields: Value) -> T {
    fields["source"] = "made".into();
    fields["confidence"] = "HIGH".into();
    let mut fact: T = serde_json::from_value(fields).unwrap();
    fact.set_id(T::Id::from_key(&fact.key().clone()));
    fact
}

fn facts() -> Facts {
    let random = &mut Rng::with_seed(20_261_126);
    let day = |days: i64| (TODAY + TimeDelta::days(days)).to_string();
    let mut facts = Facts::default();
    facts.cooperations.push(row(
        json!({ "slug": "made", "organisation": "organisation-0", "name_nl": "Made", "legal_entity": false }),
    ));
    for at in 0..ORGANISATIONS {
        facts
            .organisations
            .push(row(json!({ "slug": format!("organisation-{at}"), "name_nl": format!("Gemeente {at:03}"),
            "kind": "MUNICIPALITY", "helix": "GOVERNMENT" })));
        facts.bodies.push(row(json!({ "slug": format!("body-{at}"), "name_nl": format!("Raad {at:03}"), "kind": "COUNCIL",
            "organisation": format!("organisation-{at}"), "democratic": true, "in_chart": true, "in_schedule": true })));
    }
    for at in 0..PERSONS {
        facts.persons.push(row(json!({ "slug": format!("person-{at}"), "name": format!("Persoon {at}") })));
        facts.offices.push(row(json!({ "key": format!("office-{at}"), "person": format!("person-{at}"),
            "organisation": format!("organisation-{}", at % ORGANISATIONS), "label_nl": "ambt" })));
    }
    for at in 0..TIES {
        // A few know many.
        let one = random.usize(0..PERSONS).min(random.usize(0..PERSONS));
        let other = (one + 1 + random.usize(0..PERSONS - 1)) % PERSONS;
        facts.ties.push(row(json!({ "key": format!("tie-{at}"), "from_person": format!("person-{one}"),
            "to_person": format!("person-{other}"), "strength": (["STRONG", "NORMAL", "WEAK"][random.usize(0..3)]),
            "confirmed_on": day(-random.i64(0..900)) })));
    }
    for at in 0..TOPICS {
        facts.topics.push(row(json!({ "slug": format!("topic-{at}"), "title_nl": "Onderwerp", "ask_nl": "Meer",
            "status": "ACTIVE", "holder": "organisation-0" })));
    }
    for at in 0..TARGETS {
        let person = format!("person-{}", random.usize(0..PERSONS));
        facts.targets.push(row(json!({ "key": format!("target-{at}"), "topic": format!("topic-{}", at % TOPICS),
            "person": person, "audience": "PUBLIC_AFFAIRS", "value": (1 + random.u8(0..5)).to_string(),
            "decision_right": (["DECIDES", "ADVISES", "PREPARES"][random.usize(0..3)]) })));
    }
    for at in 0..DECISIONS {
        let slug = format!("decision-{at}");
        let taken = random.i64(40..300);
        facts.decision_moments.push(row(json!({ "slug": slug, "title_nl": "Besluit", "date": day(taken),
            "body": format!("body-{}", random.usize(0..ORGANISATIONS)), "topics": format!("topic-{}", at % TOPICS) })));
        for (kind, before) in [("DRAFT", 35), ("COMMITTEE", 14), ("COUNCIL", 0)] {
            facts.decision_stages.push(row(json!({ "key": format!("{slug}-{before}"), "decision_moment": slug,
                "kind": kind, "date": day(taken - before) })));
        }
    }
    for at in 0..TALKS {
        let ahead = random.bool();
        facts.contact_moments.push(row(json!({ "key": format!("talk-{at}"), "channel": "ONE_ON_ONE",
            "audience": "PUBLIC_AFFAIRS",
            "status": if ahead { "PLANNED" } else { "HELD" },
            "date": day(if ahead { random.i64(1..300) } else { -random.i64(0..600) }),
            "our_persons": format!("person-{}", random.usize(0..PERSONS)),
            "their_persons": format!("person-{}", random.usize(0..PERSONS)) })));
    }
    facts
}

async fn ask(api: &Api, query: &str, variables: &Value) -> (Value, Duration) {
    let viewer = Viewer::known("desk".to_owned(), Role::PublicAffairs).acting_for(Some("organisation-0".to_owned()));
    let variables = Variables::from_json(variables.clone());
    let request = ApiRequest { query: Some(query.to_owned()), variables, viewer, ..ApiRequest::default() };
    let start = Instant::now();
    let answer = api.execute(request).await;
    let took = start.elapsed();
    (serde_json::to_value(&answer).unwrap(), took)
}

async fn report(api: &Api, what: &str, query: &str, variables: Value) {
    let (answer, first) = ask(api, query, &variables).await;
    assert!(answer["errors"].is_null(), "{answer}");
    let mut times = Vec::new();
    for _ in 0..50 {
        times.push(ask(api, query, &variables).await.1);
    }
    times.sort();
    println!("{what}: first {first:.1?}, then median {:.1?}, slowest of 50 {:.1?}", times[25], times[49]);
    let schedule = &answer["data"]["network"]["publicAffairs"]["schedule"];
    let counts = ["planned", "infeasible", "inPlace"].map(|name| schedule[name].as_array().map_or(0, Vec::len));
    if schedule.is_object() {
        println!("    {} planned, {} not, {} in place", counts[0], counts[1], counts[2]);
    }
}

fn api(live: &Arc<Live>) -> Api {
    let pin = PinToNow::new(Arc::clone(live), Limits::default(), Clock::fixed(NOW));
    Api::new(schema(), sdl(), Limits::default(), TrustedDocuments::default(), pin).unwrap()
}

#[tokio::main]
async fn main() {
    let network = Network::build(facts(), Revision { number: 1, recorded_at: DateTime::UNIX_EPOCH }).unwrap();
    let snapshot = Snapshot { network: network.into(), journal: Journal::default() };
    let live = Arc::new(Live::new(snapshot, Weights::default(), 64 << 20));
    let plain = api(&live);
    let say = "{ network { publicAffairs { targets(first: 100) { nodes { influence { points gap } } } } } }";
    let open = "{ network { publicAffairs { targetsWithoutPlannedContact { window { kind } } } } }";
    report(&plain, "a talk a decision", PLAN, json!({ "input": {} })).await;
    let stages = json!({ "input": { "stages": ["DRAFT", "COMMITTEE", "COUNCIL"], "maxHops": 5 } });
    report(&plain, "a talk a stage, ways of 5", PLAN, stages).await;
    report(&plain, "targets in an open window", open, json!({})).await;
    report(&plain, "influence of 100 targets", say, json!({})).await;

    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&format!("sqlite://{}", folder.path().join("network.db").display())).await.unwrap();
    let log = Arc::new(DatabaseLog::new(store.clone(), Clock::fixed(NOW)));
    let logged = api(&live).with_read_log(log);
    for (what, first) in [("one target", 1), ("100 targets", 100)] {
        let targets =
            "query($first: Int!) { network { publicAffairs { targets(first: $first) { nodes { id value } } } } }";
        for (api, how) in [(&plain, "without"), (&logged, "with")] {
            report(api, &format!("{what}, {how} a log of reading"), targets, json!({ "first": first })).await;
        }
    }
    report(&logged, "a talk a decision, with a log of reading", PLAN, json!({ "input": {} })).await;
    let n_kept = store.readings(&Readings::default()).await.unwrap().len();
    println!("    {n_kept} answers were kept");
    store.close().await.unwrap();
}
