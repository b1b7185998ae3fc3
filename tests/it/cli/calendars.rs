//! `drieklank calendar`: what subscribers have is seen and taken back, and no log tells an address.

use std::time::{Duration, Instant};

use reqwest::{Client, StatusCode};
use serde_json::{Value, json};

use super::program::Home;

#[tokio::test]
async fn a_calendar_is_listed_and_taken_back_and_no_log_holds_its_address() {
    let home = Home::new();
    let server = home.serve(&["--dataset", "regio-voorbeeld", "--log", "trace"]);
    let made = home.run(&["token", "create", "--name", "pa", "--role", "public-affairs"], &[]);
    let bearer = made.stdout.lines().last().unwrap().to_owned();
    let query = "mutation { createCalendarFeed(input: { label: \"phone\" }) { path } }";
    let request = Client::new().post(server.url("/graphql")).bearer_auth(bearer).json(&json!({ "query": query }));
    let answer: Value = request.send().await.unwrap().json().await.unwrap();
    let path = answer["data"]["createCalendarFeed"]["path"].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned();
    let get = || Client::new().get(server.url(&path)).send();
    let response = get().await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    assert!(response.text().await.unwrap().starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));

    let read = home.run(&["readings", "--by", "pa"], &[]);
    assert!(read.stdout.contains("\tpa\tcalendar\t1\tcontact_moments\t"), "{}{}", read.stdout, read.stderr);
    let listed = home.run(&["calendar", "list"], &[]);
    assert_eq!(listed.code(), Some(0), "{}", listed.stderr);
    assert!(listed.stdout.contains(": phone of pa, works, last fetched "), "{}", listed.stdout);
    let id = listed.stdout.split(':').next().unwrap().to_owned();
    let taken = home.run(&["calendar", "revoke", &id], &[]);
    assert_eq!((taken.code(), taken.stdout), (Some(0), format!("Taken back: {id}\n")), "{}", taken.stderr);
    let began = Instant::now();
    while get().await.unwrap().status() != StatusCode::NOT_FOUND {
        assert!(began.elapsed() < Duration::from_secs(5), "it still works");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(home.run(&["calendar", "revoke", &id], &[]).code(), Some(1), "it was taken back before");
    assert!(home.run(&["calendar", "list"], &[]).stdout.contains("phone of pa, taken back "));

    let secret = path.trim_start_matches("/calendar/").trim_end_matches(".ics");
    let start = server.start.clone();
    server.terminate();
    let (_, said) = server.ended();
    assert!(!said.is_empty() && !start.contains(secret) && !said.contains(secret), "a log holds the address");
    for told in [&listed.stdout, &listed.stderr] {
        assert!(!told.contains(secret), "{told}");
    }
}
