//! Who reads what of the desk is kept, before it is shown.

use std::sync::{Arc, Mutex};

use drieklank::graphql::error::{ApiError, Code};
use drieklank::graphql::shown::{ReadLog, Reading};
use drieklank::graphql::viewer::{Role, Viewer};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use serde_json::{Value, json};

use crate::app::App;

/// A log that remembers, or that fails.
#[derive(Default)]
struct Memory {
    kept: Mutex<Vec<Reading>>,
    fails: bool,
}

impl ReadLog for Memory {
    fn keep(&self, reading: Reading) -> BoxFuture<'_, Result<(), ApiError>> {
        let done = if self.fails {
            Err(ApiError::new(Code::Unavailable, "dat kan nu niet", "that cannot be done now"))
        } else {
            self.kept.lock().unwrap().push(reading);
            Ok(())
        };
        std::future::ready(done).boxed()
    }
}

fn region() -> App {
    App::over(drieklank::exchange::builtin("regio-voorbeeld").expect("built in").expect("readable").facts)
}

fn planner() -> Viewer {
    Viewer::known("marit".to_owned(), Role::PublicAffairs).acting_for(Some("gemeente-waterbroek".to_owned()))
}

/// What was kept of a question by who plans contacts: nouns with how many of each.
async fn kept(query: &str) -> Vec<(String, usize)> {
    let log = Arc::new(Memory::default());
    let app = region().asked_by(planner()).with_read_log(log.clone());
    let answer = app.ask(query, json!({})).await;
    assert!(answer["errors"].is_null(), "{answer}");
    let kept = log.kept.lock().unwrap().clone();
    assert!(kept.len() <= 1, "one request is one reading");
    let mut counts: Vec<(String, usize)> = Vec::new();
    for (of, _) in kept.iter().flat_map(|reading| &reading.facts) {
        match counts.iter_mut().find(|(noun, _)| noun == of) {
            Some((_, count)) => *count += 1,
            None => counts.push(((*of).to_owned(), 1)),
        }
    }
    counts
}

#[tokio::test]
async fn what_is_shown_is_kept_and_what_is_only_compared_is_not() {
    let none: Vec<(String, usize)> = Vec::new();
    let of =
        |counts: &[(&str, usize)]| counts.iter().map(|(noun, count)| ((*noun).to_owned(), *count)).collect::<Vec<_>>();
    // Sorting all of them shows none.
    let three = "{ network { publicAffairs { contactMoments(first: 3) { totalCount nodes { date outcome } } } } }";
    assert_eq!(kept(three).await, of(&[("contact_moments", 3)]));
    let counted = "{ network { publicAffairs { contactMoments(first: 3) { totalCount } } } }";
    assert_eq!(kept(counted).await, none);
    let public = "{ network { organisations(first: 100) { nodes { name } } programmeLines { name } } }";
    assert_eq!(kept(public).await, none);
    let targets =
        "{ network { publicAffairs { targets(first: 2, topic: \"tweede-regio-deal\") { nodes { value } } } } }";
    assert_eq!(kept(targets).await, of(&[("targets", 2)]));
    let follow_ups = "{ network { publicAffairs { overdueFollowUps { text owner { name } } } } }";
    assert_eq!(kept(follow_ups).await.first().map(|(noun, _)| noun.as_str()), Some("follow_ups"));
}

#[tokio::test]
async fn nothing_confidential_is_shown_by_the_way() {
    let nouns = async |query: &str| kept(query).await.into_iter().map(|(noun, _)| noun).collect::<Vec<_>>();
    assert_eq!(nouns("{ network { search(text: \"tibben\") { nodes { name } } } }").await, ["persons"]);
    assert_eq!(nouns("{ network { persons(first: 100) { nodes { id } } } }").await, ["persons"]);
    let graph = "{ network { graph(projection: PERSON_CONTACT) { links { source target } } } }";
    assert_eq!(nouns(graph).await, ["persons"]);
    let targets = "{ network { publicAffairs { targets(first: 3) { edges { cursor } } } } }";
    assert_eq!(nouns(targets).await, ["targets"]);
    let judged = "{ network { publicAffairs { targets(first: 10) { nodes { quadrant influence { gap } } } } } }";
    assert_eq!(nouns(judged).await, ["assessments"]);
    let conflicts = "{ network { publicAffairs { oneVoiceConflicts { daysApart } doubleContacts { daysApart } } } }";
    assert_eq!(nouns(conflicts).await, ["contact_moments"]);
    let expiring = "{ network { publicAffairs { expiring(days: 300) { key } } } }";
    assert!(nouns(expiring).await.contains(&"follow_ups".to_owned()));
}

#[tokio::test]
async fn a_reading_tells_who_by_what_and_when() {
    let log = Arc::new(Memory::default());
    let app = region().asked_by(planner()).with_read_log(log.clone());
    app.ask("query Agenda { network { publicAffairs { ties { strength } } } }", json!({})).await;
    let kept = log.kept.lock().unwrap();
    assert_eq!((&*kept[0].actor, kept[0].revision), ("marit", 1));
    assert!(kept[0].facts.iter().all(|(noun, _)| *noun == "ties"));
}

#[tokio::test]
async fn what_cannot_be_kept_is_not_shown() {
    let app = region().with_read_log(Arc::new(Memory { fails: true, ..Memory::default() }));
    let query = "{ network { publicAffairs { ties { strength } } } }";
    let public = app.ask("{ network { programmeLines { name } } }", json!({})).await;
    assert!(public["errors"].is_null(), "{public}");
    let answer = app.asked_by(planner()).ask(query, json!({})).await;
    assert_eq!(answer["data"], Value::Null);
    assert_eq!(answer["errors"][0]["extensions"]["code"], "UNAVAILABLE", "{answer}");
}

#[tokio::test]
async fn what_was_changed_of_the_desk_is_kept_too() {
    let log = Arc::new(Memory::default());
    let facts = drieklank::exchange::builtin("regio-voorbeeld").expect("built in").expect("readable").facts;
    let app = App::writing_over(&facts).await.asked_by(planner()).with_read_log(log.clone());
    let put = "mutation($input: PutOnAgendaInput!) { putOnAgenda(input: $input) { revision userErrors { code } } }";
    let input = json!({ "slug": "stikstof", "titleNl": "Stikstof", "askNl": "Ruimte", "status": "PROPOSED" });
    app.ask(put, json!({ "input": input })).await;
    assert_eq!(log.kept.lock().unwrap().len(), 0);
    app.ask("{ network { changes(first: 1) { nodes { fields { name after } } } } }", json!({})).await;
    let kept = log.kept.lock().unwrap();
    assert_eq!(kept[0].facts.iter().map(|(noun, _)| *noun).collect::<Vec<_>>(), ["topics"]);
}
