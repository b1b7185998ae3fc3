//! Calendars that people subscribe to: private addresses, what stands in them, and taking them back.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty, ICalendarStatus};
use chrono::TimeDelta;
use drieklank::access::Feeds;
use drieklank::clock::Clock;
use drieklank::graphql::calendar::{CalendarFeeds, Calendars};
use drieklank::graphql::executor::Api;
use drieklank::graphql::guard::Limits;
use drieklank::graphql::pin::PinToNow;
use drieklank::graphql::schema::{schema, sdl};
use drieklank::graphql::trusted::TrustedDocuments;
use drieklank::live::Live;
use drieklank::store::Store;
use drieklank::writer::Writer;
use network::coalition::Weights;
use network::facts::{ContactStatus, Facts};
use network::id::FactId;
use reqwest::{Client, Method, Response, StatusCode};
use serde_json::{Value, json};

use crate::app::NOW;
use crate::listening::{give_token, listen};

/// The made-up region, served.
struct Served {
    address: String,
    store: Store,
    clock: Clock,
}

impl Served {
    async fn new() -> Self {
        Self::of(drieklank::exchange::builtin("regio-voorbeeld").expect("built in").expect("readable").facts).await
    }

    async fn of(facts: Facts) -> Self {
        let store = Store::open("sqlite::memory:").await.unwrap();
        store.fill(&facts, "regio-voorbeeld", NOW).await.unwrap();
        let clock = Clock::fixed(NOW);
        let snapshot = store.load().await.unwrap().snapshot().unwrap();
        let live = Arc::new(Live::new(snapshot, Weights::default(), 64 << 20));
        let writer = Arc::new(Writer::new(store.clone(), Arc::clone(&live), clock.clone(), true));
        let feeds: Arc<dyn CalendarFeeds> = Arc::new(Feeds::new(store.clone(), clock.clone()));
        let pin = PinToNow::new(Arc::clone(&live), Limits::default(), clock.clone())
            .with_writer(writer)
            .with_feeds(Arc::clone(&feeds));
        let api = Api::new(schema(), sdl(), Limits::default(), TrustedDocuments::default(), pin)
            .unwrap()
            .with_calendars(Calendars::new(live, clock.clone(), feeds));
        let address = listen(api, &store, &clock).await;
        Self { address, store, clock }
    }

    /// A token, given out.
    async fn token(&self, name: &str, role: &str, organisation: Option<&str>) -> String {
        give_token(&self.store, &self.clock, name, role, organisation).await
    }

    async fn ask(&self, token: Option<&str>, query: &str, variables: Value) -> Value {
        let mut request = Client::new().post(format!("{}/graphql", self.address));
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        let answer = request.json(&json!({ "query": query, "variables": variables })).send().await.unwrap();
        answer.json().await.unwrap()
    }

    /// The id and the path of a new calendar.
    async fn feed(&self, token: &str, label: &str) -> (String, String) {
        let answer = self.ask(Some(token), CREATE, json!({ "label": label })).await;
        let made = &answer["data"]["createCalendarFeed"];
        let text = |value: &Value| value.as_str().unwrap_or_else(|| panic!("{answer}")).to_owned();
        (text(&made["feed"]["id"]), text(&made["path"]))
    }

    async fn get(&self, path: &str) -> Response {
        Client::new().get(format!("{}{path}", self.address)).send().await.unwrap()
    }

    async fn calendar(&self, path: &str) -> ICalendar {
        let response = self.get(path).await;
        assert_eq!(response.status(), StatusCode::OK);
        ICalendar::parse(response.text().await.unwrap()).expect("a calendar")
    }

    /// Waits until an address leads nowhere; what it answers then.
    async fn gone(&self, path: &str) -> String {
        let began = Instant::now();
        loop {
            let response = self.get(path).await;
            if response.status() == StatusCode::NOT_FOUND {
                return shape(response).await;
            }
            assert!(began.elapsed() < Duration::from_secs(5), "it still works");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

const CREATE: &str = "mutation($label: String!) { createCalendarFeed(input: { label: $label }) {
    path feed { id label createdAt revokedAt lastUsedAt } } }";
const REVOKE: &str = "mutation($id: ID!) { revokeCalendarFeed(input: { id: $id }) { feed { id revokedAt } } }";
const MINE: &str = "{ viewer { calendarFeeds { id label revokedAt lastUsedAt } } }";
const PLANNER: Option<&str> = Some("regiobureau-voorbeeld");

/// All of an answer, when it came apart.
async fn shape(response: Response) -> String {
    let mut headers: Vec<String> = response
        .headers()
        .iter()
        .filter(|(name, _)| *name != "date")
        .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()))
        .collect();
    headers.sort();
    format!("{} {}\n{}", response.status(), headers.join("\n"), response.text().await.unwrap())
}

fn events(calendar: &ICalendar) -> Vec<&ICalendarComponent> {
    calendar.components.iter().filter(|one| one.component_type == ICalendarComponentType::VEvent).collect()
}

fn text<'a>(event: &'a ICalendarComponent, property: &ICalendarProperty) -> &'a str {
    event.property(property).and_then(|entry| entry.values[0].as_text()).unwrap_or_default()
}

fn summaries(calendar: &ICalendar) -> Vec<&str> {
    events(calendar).into_iter().map(|event| text(event, &ICalendarProperty::Summary)).collect()
}

#[tokio::test]
async fn a_calendar_holds_what_its_owner_sees_and_another_parser_reads_it() {
    let served = Served::new().await;
    let planner = served.token("desk", "public-affairs", PLANNER).await;
    let (_, path) = served.feed(&planner, "phone").await;
    let response = served.get(&path).await;
    let headers = response.headers().clone();
    assert_eq!(headers["content-type"], "text/calendar; charset=utf-8");
    assert_eq!(headers["cache-control"], "private, no-store");
    assert_eq!(headers["referrer-policy"], "no-referrer");
    assert_eq!(headers["x-content-type-options"], "nosniff");
    let body = response.text().await.unwrap();
    assert!(body.lines().all(|line| line.len() <= 75), "lines are folded");
    assert_eq!(body.matches('\n').count(), body.matches("\r\n").count(), "lines end as they should");

    let calendar = ICalendar::parse(&body).expect("a calendar");
    let events = events(&calendar);
    let mut uids = BTreeSet::new();
    for event in &events {
        assert!(uids.insert(event.uid().expect("a UID").to_owned()), "{event:?}");
        for property in [ICalendarProperty::Dtstamp, ICalendarProperty::Sequence, ICalendarProperty::LastModified] {
            assert!(event.has_property(&property), "{property:?} of {event:?}");
        }
        for property in [ICalendarProperty::Dtstart, ICalendarProperty::Dtend] {
            let entry = event.property(&property).expect("a day");
            let date = entry.values[0].as_partial_date_time().expect("a date");
            assert!(date.year.is_some() && date.day.is_some() && date.hour.is_none(), "whole days: {event:?}");
        }
        let confidential = text(event, &ICalendarProperty::Class) == "CONFIDENTIAL";
        let is_talk = event.uid().is_some_and(|uid| uid.starts_with("talk-"));
        assert!(confidential || !is_talk, "{event:?}");
    }
    let told = summaries(&calendar);
    for expected in [
        "Vergadering algemeen bestuur",
        "Besluit: Toekenning tweede Regio Deal",
        "Commissie: Kamerdebat over regionaal beleid",
        "Gesprek: Wouter van Emmelkate",
    ] {
        assert!(told.contains(&expected), "{expected} is not among {told:#?}");
    }
    let english = served.calendar(&format!("{path}?lang=en")).await;
    assert!(summaries(&english).contains(&"Decision: Award of the second Regio Deal"));
    // What only another partner sees is not there; what partners alone share is nothing for who reads.
    assert!(!told.iter().any(|summary| summary.contains("Petra Lubbinge")), "{told:#?}");
    let of_holder = served.token("noordermarke", "public-affairs", Some("provincie-noordermarke")).await;
    let (_, holders) = served.feed(&of_holder, "phone").await;
    assert!(summaries(&served.calendar(&holders).await).contains(&"Gesprek: Petra Lubbinge"));
    let reader = served.token("reader", "reader", None).await;
    let (_, readers) = served.feed(&reader, "phone").await;
    let response = served.get(&readers).await;
    assert_eq!(response.headers()["cache-control"], "private, max-age=0, must-revalidate");
    let public = ICalendar::parse(response.text().await.unwrap()).expect("a calendar");
    let only_meetings =
        self::events(&public).iter().all(|event| event.uid().is_some_and(|uid| uid.starts_with("meeting-")));
    assert!(only_meetings && summaries(&public).len() > 10, "{:#?}", summaries(&public));
}

#[tokio::test]
async fn a_calendar_that_did_not_change_is_not_sent_again() {
    let served = Served::new().await;
    let planner = served.token("desk", "public-affairs", PLANNER).await;
    let (_, path) = served.feed(&planner, "phone").await;
    let first = served.get(&path).await;
    let etag = first.headers()["etag"].clone();
    assert_eq!(first.headers()["etag"], served.get(&path).await.headers()["etag"], "the same bytes each time");
    let again = |etag: reqwest::header::HeaderValue, path: String| {
        Client::new().get(format!("{}{path}", served.address)).header("if-none-match", etag).send()
    };
    let same = again(etag.clone(), path.clone()).await.unwrap();
    assert_eq!(same.status(), StatusCode::NOT_MODIFIED);
    assert_eq!(same.headers()["cache-control"], "private, no-store");
    assert_eq!(again(etag, format!("{path}?lang=en")).await.unwrap().status(), StatusCode::OK);
    let url = format!("{}{path}", served.address);
    let head = Client::new().head(&url).send().await.unwrap();
    assert_eq!(head.status(), StatusCode::OK);
    for method in [Method::POST, Method::PUT, Method::DELETE] {
        assert_eq!(Client::new().request(method, &url).send().await.unwrap().status(), StatusCode::METHOD_NOT_ALLOWED);
    }
}

#[tokio::test]
async fn what_leads_nowhere_and_what_was_taken_back_are_answered_alike() {
    let served = Served::new().await;
    let planner = served.token("desk", "public-affairs", PLANNER).await;
    let other = served.token("other", "public-affairs", PLANNER).await;
    let never = format!("/calendar/dkc_{}.ics", "A".repeat(43));
    let nowhere = shape(served.get(&never).await).await;
    assert!(nowhere.starts_with("404"), "{nowhere}");
    for path in ["/calendar/.ics", "/calendar/x", "/calendar/dkc_.ics", "/calendar/..ics", "/calendar/%00.ics"] {
        assert_eq!(shape(served.get(path).await).await, nowhere, "{path}");
    }
    // A token is no address of a calendar, and the other way round.
    assert_eq!(shape(served.get(&format!("/calendar/{planner}.ics")).await).await, nowhere);
    let (id, path) = served.feed(&planner, "phone").await;
    let secret = path.strip_prefix("/calendar/").and_then(|path| path.strip_suffix(".ics")).unwrap();
    assert!(secret.starts_with("dkc_") && secret.len() == 47, "{secret}");
    let answer = served.ask(Some(secret), MINE, json!({})).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "UNAUTHENTICATED", "{answer}");

    // Nobody takes back what is another's.
    served.calendar(&path).await;
    for id in [json!(id), json!("bm9ib2R5")] {
        let answer = served.ask(Some(&other), REVOKE, json!({ "id": id })).await;
        assert_eq!(
            answer["errors"][0]["message"], "input.id: there is no calendar with this id that works",
            "{answer}"
        );
    }
    served.calendar(&path).await;
    let answer = served.ask(Some(&planner), REVOKE, json!({ "id": id })).await;
    assert_eq!(answer["data"]["revokeCalendarFeed"]["feed"]["id"], json!(id), "{answer}");
    assert_eq!(served.gone(&path).await, nowhere);
    let answer = served.ask(Some(&planner), REVOKE, json!({ "id": id })).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "BAD_USER_INPUT", "{answer}");

    // Whose token is taken back has no calendar either.
    let (_, path) = served.feed(&planner, "laptop").await;
    served.calendar(&path).await;
    assert!(served.store.revoke_token("desk", NOW).await.unwrap());
    assert_eq!(served.gone(&path).await, nowhere);
}

#[tokio::test]
async fn who_is_known_keeps_calendars_of_their_own() {
    let served = Served::new().await;
    let planner = served.token("desk", "public-affairs", PLANNER).await;
    let other = served.token("other", "reader", None).await;
    let answer = served.ask(None, CREATE, json!({ "label": "phone" })).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "UNAUTHENTICATED", "{answer}");
    for (label, message) in [
        (" ", "input.label is blank: what is given says something".to_owned()),
        ("a\nb", "input.label is one line of at most 200 characters".to_owned()),
        (&*"x".repeat(201), "input.label is one line of at most 200 characters".to_owned()),
        ("a\u{1b}b", "input.label holds the control character U+001B".to_owned()),
    ] {
        let answer = served.ask(Some(&planner), CREATE, json!({ "label": label })).await;
        assert_eq!(answer["errors"][0]["message"], json!(message), "{answer}");
    }
    let (id, path) = served.feed(&planner, " phone ").await;
    served.calendar(&path).await;
    let mine = served.ask(Some(&planner), MINE, json!({})).await;
    let feeds = &mine["data"]["viewer"]["calendarFeeds"];
    assert_eq!(
        (&feeds[0]["id"], &feeds[0]["label"], feeds[0]["lastUsedAt"].is_string()),
        (&json!(id), &json!("phone"), true)
    );
    let secret = path.trim_start_matches("/calendar/").trim_end_matches(".ics");
    assert!(!mine.to_string().contains(secret), "an address is told once");
    for nobody in [Some(&*other), None] {
        let answer = served.ask(nobody, MINE, json!({})).await;
        assert_eq!(answer["data"]["viewer"]["calendarFeeds"], json!([]), "{answer}");
    }
    for at in 1..20 {
        served.feed(&planner, &format!("{at}")).await;
    }
    let answer = served.ask(Some(&planner), CREATE, json!({ "label": "one more" })).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "FORBIDDEN", "{answer}");
}

#[tokio::test]
async fn the_database_does_not_hold_the_address_and_a_copy_of_it_keeps_the_calendar() {
    let served = Served::new().await;
    let planner = served.token("desk", "public-affairs", PLANNER).await;
    let (_, path) = served.feed(&planner, "phone").await;
    let secret = path.trim_start_matches("/calendar/").trim_end_matches(".ics");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copy.db");
    let url = format!("sqlite://{}", file.display());
    let copy = Store::restore(&url, served.store.whole().await.unwrap()).await.unwrap();
    let feeds = Feeds::new(copy.clone(), Clock::fixed(NOW + TimeDelta::hours(1)));
    assert!(feeds.admit(secret).await.unwrap().is_some());
    assert!(feeds.admit("dkc_nonsense").await.unwrap().is_none());
    copy.close().await.unwrap();
    let bytes = std::fs::read(&file).unwrap();
    let holds = |needle: &str| bytes.windows(needle.len()).any(|window| window == needle.as_bytes());
    assert!(holds("calendar_feeds") && holds("phone"));
    assert!(!holds(secret) && !holds(&secret[4..]));
}

#[tokio::test]
async fn a_talk_that_is_called_off_stays_and_says_so() {
    let mut facts = drieklank::exchange::builtin("regio-voorbeeld").expect("built in").expect("readable").facts;
    let planned = |row: &&mut network::facts::ContactMoment| {
        row.status == ContactStatus::Planned && row.audience == network::audience::Audience::PublicAffairs
    };
    let talk = facts.contact_moments.iter_mut().find(planned).unwrap();
    talk.status = ContactStatus::Cancelled;
    let uid = format!("talk-{}@drieklank", talk.id.uuid());
    // Text that could break out of its line.
    facts.topics.iter_mut().for_each(|row| row.title_nl = "Een, twee; drie\\vier\r\nBEGIN:VALARM".to_owned());
    let served = Served::of(facts).await;
    let planner = served.token("desk", "public-affairs", PLANNER).await;
    let (_, path) = served.feed(&planner, "phone").await;
    let calendar = served.calendar(&path).await;
    let status: BTreeMap<&str, Option<&ICalendarStatus>> =
        events(&calendar).into_iter().map(|event| (event.uid().unwrap_or_default(), event.status())).collect();
    assert_eq!(status[&*uid], Some(&ICalendarStatus::Cancelled));
    assert!(status.values().filter(|status| **status == Some(&ICalendarStatus::Confirmed)).count() > 20);
    let only_ours = [ICalendarComponentType::VCalendar, ICalendarComponentType::VEvent];
    assert!(calendar.components.iter().all(|component| only_ours.contains(&component.component_type)));
    let all = events(&calendar);
    let described = all.iter().map(|event| text(event, &ICalendarProperty::Description));
    assert!(
        described.clone().any(|text| text.contains("Een, twee; drie\\vier\nBEGIN:VALARM")),
        "{:?}",
        described.collect::<Vec<_>>()
    );
}
