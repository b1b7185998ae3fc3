//! What who plans contacts is told when something cannot be so: in words that say what to look at.

use drieklank::graphql::global_id;
use drieklank::graphql::viewer::{Role, Viewer};
use network::facts::Facts;
use serde_json::{Value, json};

use crate::app::App;
use crate::desk::region;

async fn app(facts: &Facts) -> App {
    let viewer = Viewer::known("marit".to_owned(), Role::PublicAffairs);
    App::writing_over(facts).await.asked_by(viewer.acting_for(Some("gemeente-waterbroek".to_owned())))
}

/// Code, path and message of each refusal.
async fn refused(app: &App, mutation: &str, input: Value) -> Vec<String> {
    let ty = match mutation.starts_with("remove") {
        true => "RemoveInput".to_owned(),
        false => format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]),
    };
    let query =
        format!("mutation($input: {ty}!) {{ {mutation}(input: $input) {{ userErrors {{ code path message }} }} }}");
    let answer = app.ask(&query, json!({ "input": input })).await;
    let errors = answer["data"][mutation]["userErrors"].as_array().unwrap_or_else(|| panic!("{answer}"));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    errors
        .iter()
        .map(|error| {
            let path: Vec<String> = error["path"].as_array().unwrap().iter().map(text).collect();
            format!("{} {}: {}", text(&error["code"]), path.join("."), text(&error["message"]))
        })
        .collect()
}

#[tokio::test]
async fn an_id_of_another_noun_is_told_as_that() {
    let facts = region();
    let app = app(&facts).await;
    let person = global_id::of(&facts.persons[0]);
    let target = global_id::of(&facts.targets[0]);
    let talk = json!({ "channel": "CALL", "date": "2026-12-03", "ourPersons": [{ "slug": "hanneke-terwolde" }],
        "theirPersons": [{ "slug": "willemijn-de-vries" }] });
    let with = |name: &str, value: Value| {
        let mut talk = talk.clone();
        talk[name] = value;
        talk
    };
    let of_person = "this is of another kind (person); what belongs here:";
    for (mutation, input, expected) in [
        ("planContact", with("target", json!(person)), format!("NOT_FOUND target: {of_person} target")),
        ("planContact", with("after", json!(person)), format!("NOT_FOUND after: {of_person} talk")),
        (
            "planContact",
            with("topic", json!({ "id": target })),
            "NOT_FOUND topic: this id is of a Target, and has to be of a Topic".to_owned(),
        ),
        (
            "planContact",
            with("topic", json!({ "id": "no id" })),
            "NOT_FOUND topic: what is named here is not there".to_owned(),
        ),
        (
            "holdContact",
            json!({ "id": person }),
            "NOT_FOUND id: this id is of a Person, and has to be of a ContactMoment".to_owned(),
        ),
        (
            "recordFollowUp",
            json!({ "contactMoment": target, "text": "Bellen", "due": "2026-12-10" }),
            "NOT_FOUND contactMoment: this is of another kind (target); what belongs here: talk".to_owned(),
        ),
        (
            "assessTarget",
            json!({ "target": person, "date": "2026-11-20", "influence": 3, "interest": 3, "position": 0 }),
            format!("NOT_FOUND target: {of_person} target"),
        ),
        (
            "removeTopic",
            json!({ "id": target, "reason": "nooit zo geweest" }),
            "NOT_FOUND id: this id is of a Target, and has to be of a Topic".to_owned(),
        ),
    ] {
        assert_eq!(refused(&app, mutation, input).await, [expected], "{mutation}");
    }
}

#[tokio::test]
async fn an_audience_that_is_too_wide_is_told_once_at_the_audience() {
    let facts = region();
    let app = app(&facts).await;
    let target = facts.targets.iter().find(|row| *row.key == *"tweede-regio-deal.dg").unwrap();
    // Two persons of the desk, and a target of it.
    let talk = json!({ "channel": "CALL", "date": "2026-12-03", "audience": "PUBLIC", "source": { "title": "Agenda" },
        "target": global_id::of(target), "ourPersons": [{ "slug": "marit-kloosterhuis" }, { "slug": "roos-tichelaar" }],
        "theirPersons": [{ "slug": "wouter-van-emmelkate" }] });
    assert_eq!(
        refused(&app, "planContact", talk).await,
        ["AUDIENCE_TOO_WIDE audience: more people would see this than what it names (target, ourPersons)"]
    );
    // Follow-ups of a talk point at it and would be seen by more.
    let follow_up = facts.follow_ups.iter().find(|row| row.holder == target.holder).unwrap();
    let talk = facts.contact_moments.iter().find(|row| row.id == follow_up.contact_moment).unwrap();
    let told = refused(&app, "correctContact", json!({ "id": global_id::of(talk), "audience": "HOLDER_ONLY" })).await;
    assert_eq!(told.len(), 1, "{told:?}");
    let expected = "AUDIENCE_TOO_WIDE audience: fewer people would see this than what points at it (follow-up ";
    assert!(told[0].starts_with(expected), "{told:?}");
}

#[tokio::test]
async fn a_topic_that_is_there_already_is_told_by_the_key_of_the_other_one() {
    // The rule is broken by the one that began later, which may be the one that was there.
    for since in ["2025-09", "2026-10"] {
        let mut facts = region();
        let there = facts.topics.iter_mut().find(|row| *row.slug == *"tweede-regio-deal").unwrap();
        there.since = Some(since.parse().unwrap());
        let app = app(&facts).await;
        let input = json!({ "slug": "nog-een-deal", "titleNl": "Een tweede Regio Deal", "titleEn": "A second Regio Deal",
            "askNl": "Geld", "status": "ACTIVE", "since": "2026-01-01" });
        let expected = "RULE_R08 titleNl: topic is on the agenda already, as tweede-regio-deal: A second Regio Deal";
        assert_eq!(refused(&app, "putOnAgenda", input).await, [expected], "{since}");
    }
}
