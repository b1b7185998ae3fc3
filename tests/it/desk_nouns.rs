//! What public affairs plans by, recorded by who plans contacts: each noun, a talk from plan to outcome, and who may.

use drieklank::graphql::viewer::{Role, Viewer};
use serde_json::{Value, json};

use crate::app::App;
use crate::changes::refusals;
use crate::nouns::{Noun, ask, round, with};

async fn region() -> App {
    let facts = drieklank::exchange::builtin("regio-voorbeeld").expect("built in").expect("readable").facts;
    App::writing_over(&facts).await
}

fn viewer(role: Role, organisation: Option<&str>) -> Viewer {
    Viewer::known("marit".to_owned(), role).acting_for(organisation.map(ToOwned::to_owned))
}

/// Plans contacts for this organisation.
fn planner(organisation: &str) -> Viewer {
    viewer(Role::PublicAffairs, Some(organisation))
}

const WATERBROEK: &str = "gemeente-waterbroek";

/// Shown of every record of the desk.
macro_rules! shown {
    ($fields:literal) => {
        concat!($fields, " holder { slug } audience confidence note sources { title }")
    };
}

fn slug(slug: &str) -> Value {
    json!({ "slug": slug })
}

fn key(key: &str) -> Value {
    json!({ "key": key })
}

fn nouns(talk: &Value) -> Vec<Noun> {
    vec![
        Noun {
            verbs: ["putOnAgenda", "correctTopic", "removeTopic"],
            shows: ("topic", shown!("slug title en: title(lang: EN) ask status programmeLine { slug }")),
            input: json!({ "slug": "stikstof", "titleNl": "Stikstof", "askNl": "Ruimte om te bouwen", "status": "PROPOSED",
                "titleEn": "Nitrogen" }),
            nobody: ("programmeLine", slug("nothing")),
            corrected: ("askNl", json!("Ruimte om te bouwen en te boeren"), "ask"),
            emptied: ("titleEn", "en"),
            needed: "status",
        },
        Noun {
            verbs: ["recordTarget", "correctTarget", "removeTarget"],
            shows: ("target", shown!("topic { slug } person { slug } value decisionRight")),
            input: json!({ "topic": key("tweede-regio-deal"), "person": slug("willemijn-de-vries"), "value": 3,
                "decisionRight": "ADVISES", "note": "knows the files" }),
            nobody: ("topic", key("nothing")),
            corrected: ("value", json!(4), "value"),
            emptied: ("note", "note"),
            needed: "decisionRight",
        },
        Noun {
            verbs: ["recordPreference", "correctPreference", "removePreference"],
            shows: ("preference", shown!("organisation { slug } topic { slug } channel frequency")),
            input: json!({ "organisation": slug(WATERBROEK), "topic": key("tweede-regio-deal"), "channel": "CALL",
                "frequency": "elke maandag" }),
            nobody: ("topic", key("nothing")),
            corrected: ("channel", json!("EMAIL"), "channel"),
            emptied: ("frequency", "frequency"),
            needed: "channel",
        },
        Noun {
            verbs: ["recordPersonContact", "correctPersonContact", "removePersonContact"],
            shows: ("personContact", shown!("kind value")),
            input: json!({ "person": slug("willemijn-de-vries"), "kind": "PHONE", "value": "06-00000000",
                "audience": "HOLDER_ONLY", "note": "after six" }),
            nobody: ("person", slug("nobody")),
            corrected: ("value", json!("06-00000001"), "value"),
            emptied: ("note", "note"),
            needed: "kind",
        },
        Noun {
            verbs: ["declareTie", "correctTie", "removeTie"],
            shows: ("tie", shown!("fromPerson { slug } toPerson { slug } strength confirmedOn since")),
            input: json!({ "fromPerson": slug("hanneke-terwolde"), "toPerson": slug("willemijn-de-vries"),
                "strength": "WEAK", "confirmedOn": "2026-10", "since": "2020" }),
            nobody: ("toPerson", slug("nobody")),
            corrected: ("strength", json!("STRONG"), "strength"),
            emptied: ("since", "since"),
            needed: "strength",
        },
        Noun {
            verbs: ["recordDecisionMoment", "correctDecisionMoment", "removeDecisionMoment"],
            shows: ("decisionMoment", shown!("slug title en: title(lang: EN) body { slug } topics { slug } date")),
            input: json!({ "slug": "voorjaarsnota", "titleNl": "Voorjaarsnota", "titleEn": "Spring memorandum",
                "body": slug("beslistafel-regio-deals"), "topics": [key("tweede-regio-deal")], "date": "2027-05" }),
            nobody: ("body", slug("nobody")),
            corrected: ("date", json!("2027-06-01"), "date"),
            emptied: ("titleEn", "en"),
            needed: "date",
        },
        Noun {
            verbs: ["recordDecisionStage", "correctDecisionStage", "removeDecisionStage"],
            shows: ("decisionStage", shown!("decisionMoment { slug } kind date opensDaysBefore closesDaysBefore")),
            input: json!({ "decisionMoment": key("kamerdebat-regio"), "kind": "COMMITTEE", "date": "2027-03-01",
                "opensDaysBefore": 30 }),
            nobody: ("decisionMoment", key("nobody")),
            corrected: ("date", json!("2027-03-08"), "date"),
            emptied: ("opensDaysBefore", "opensDaysBefore"),
            needed: "kind",
        },
        Noun {
            verbs: ["recordContactNote", "correctContactNote", "removeContactNote"],
            shows: ("contactNote", shown!("text")),
            input: json!({ "contactMoment": talk, "text": "Wacht op de verkiezingen",
                "note": "not to be told" }),
            nobody: ("holder", slug("nobody")),
            corrected: ("text", json!("Wacht op de begroting"), "text"),
            emptied: ("note", "note"),
            needed: "text",
        },
        Noun {
            verbs: ["recordFollowUp", "correctFollowUp", "removeFollowUp"],
            shows: ("followUp", shown!("text due doneOn owner { slug }")),
            input: json!({ "contactMoment": talk, "text": "Brief sturen", "due": "2026-12-01",
                "owner": slug("hanneke-terwolde") }),
            nobody: ("owner", slug("nobody")),
            corrected: ("due", json!("2026-12-08"), "due"),
            emptied: ("owner", "owner"),
            needed: "text",
        },
    ]
}

const PLAN: &str = "mutation($input: PlanContactInput!) { planContact(input: $input) {
    contactMoment { id status channel date topic { slug } target { id } ourPersons { slug } theirPersons { slug }
        after { id } holder { slug } audience sources { title } }
    userErrors { code path message } } }";

const RECORD: &str = "mutation($input: RecordContactInput!) { recordContact(input: $input) {
    contactMoment { status outcome position audience holder { slug }
        followUps { text due owner { slug } audience holder { slug } } }
    userErrors { code path message } } }";

/// Runs a mutation of one input.
async fn done(app: &App, mutation: &str, input: Value) -> Value {
    let ty = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
    let shown = "contactMoment { id status date outcome position channel theirPersons { slug } }";
    let document =
        format!("mutation($input: {ty}!) {{ {mutation}(input: $input) {{ {shown} userErrors {{ code path }} }} }}");
    app.ask(&document, json!({ "input": input })).await
}

fn talk() -> Value {
    json!({ "channel": "ONE_ON_ONE", "date": "2026-12-03", "topic": key("tweede-regio-deal"),
        "ourPersons": [slug("hanneke-terwolde")], "theirPersons": [slug("willemijn-de-vries")] })
}

async fn planned(app: &App, input: &Value) -> Value {
    let answer = app.ask(PLAN, json!({ "input": input })).await;
    assert_eq!(refusals(&answer, "planContact"), [""; 0], "{answer}");
    answer["data"]["planContact"]["contactMoment"].clone()
}

#[tokio::test]
async fn each_noun_of_the_desk_is_recorded_corrected_and_removed() {
    let app = region().await.asked_by(planner(WATERBROEK));
    let talk = planned(&app, &talk()).await;
    let recorded = round(&app, nouns(&talk["id"])).await;
    insta::assert_json_snapshot!(recorded);
    for noun in nouns(&talk["id"]) {
        let (field, nobody) = &noun.nobody;
        let lost = ask(&app, &noun, 0, &with(&noun.input, json!({ *field: nobody }))).await;
        assert_eq!(refusals(&lost, noun.verbs[0]), [format!("NOT_FOUND {field}")], "{lost}");
    }
}

#[tokio::test]
async fn a_talk_goes_from_plan_to_outcome() {
    let app = region().await.asked_by(planner(WATERBROEK));
    let introduction = planned(&app, &with(&talk(), json!({ "channel": "CALL", "date": "2026-12-01" }))).await;
    let made = planned(&app, &with(&talk(), json!({ "after": introduction["id"] }))).await;
    insta::assert_json_snapshot!("a-talk-as-planned", made);

    let id = &made["id"];
    let early = done(&app, "correctContact", json!({ "id": id, "date": "2026-11-30" })).await;
    assert_eq!(refusals(&early, "correctContact"), ["BEFORE_INTRODUCTION date"], "{early}");
    // Nothing waits for itself, by whatever way round.
    for (waits, for_what) in [(id, id), (&introduction["id"], id)] {
        let circle =
            done(&app, "correctContact", json!({ "id": waits, "after": for_what, "date": "2026-12-20" })).await;
        assert_eq!(refusals(&circle, "correctContact"), ["INVALID_VALUE after"], "{circle}");
    }
    let not_yet = done(&app, "holdContact", json!({ "id": id })).await;
    assert_eq!(refusals(&not_yet, "holdContact"), ["INVALID_VALUE date"], "{not_yet}");
    let moved = done(&app, "correctContact", json!({ "id": id, "after": null, "date": "2026-11-24" })).await;
    assert_eq!(refusals(&moved, "correctContact"), [""; 0], "{moved}");
    let held = done(&app, "holdContact", json!({ "id": id, "outcome": "Denkt mee", "position": 2 })).await;
    let talk = &held["data"]["holdContact"]["contactMoment"];
    assert_eq!(
        (&talk["status"], &talk["outcome"], &talk["position"]),
        (&json!("HELD"), &json!("Denkt mee"), &json!(2))
    );
    for verb in ["holdContact", "cancelContact"] {
        let again = done(&app, verb, json!({ "id": id })).await;
        assert_eq!(refusals(&again, verb), ["INVALID_VALUE id"], "{again}");
    }
    let cancelled = done(&app, "cancelContact", json!({ "id": introduction["id"], "reason": "ziek" })).await;
    assert_eq!(cancelled["data"]["cancelContact"]["contactMoment"]["status"], "CANCELLED", "{cancelled}");
    let remove =
        "mutation($input: RemoveInput!) { removeContact(input: $input) { revision userErrors { code path } } }";
    let gone = app.ask(remove, json!({ "input": { "id": id, "reason": "a trial" } })).await;
    assert_eq!(refusals(&gone, "removeContact"), [""; 0], "{gone}");
}

#[tokio::test]
async fn what_was_held_is_recorded_with_what_has_to_be_done_after_it() {
    let app = region().await.asked_by(planner(WATERBROEK));
    let follow_ups = json!([
        { "text": "Cijfers sturen", "due": "2026-11-30", "owner": slug("hanneke-terwolde") },
        { "text": "Bedanken", "due": "2026-11-25" },
    ]);
    let input = with(
        &talk(),
        json!({ "date": "2026-11-20", "outcome": "Wil cijfers zien", "position": 1,
        "audience": "HOLDER_ONLY", "followUps": follow_ups }),
    );
    let answer = app.ask(RECORD, json!({ "input": input })).await;
    assert_eq!(refusals(&answer, "recordContact"), [""; 0], "{answer}");
    let made = &answer["data"]["recordContact"]["contactMoment"];
    insta::assert_json_snapshot!("a-talk-as-held", made);

    let lost = with(&input, json!({ "followUps": [{ "text": "x", "due": "2026-12", "owner": slug("nobody") }] }));
    let lost = app.ask(RECORD, json!({ "input": lost })).await;
    assert_eq!(refusals(&lost, "recordContact"), ["NOT_FOUND followUps.0.owner"], "{lost}");

    let query =
        "{ network { publicAffairs { contactMoments(last: 100) { nodes { outcome followUps { id text } } } } } }";
    let talks = app.ask(query, json!({})).await;
    let nodes = talks["data"]["network"]["publicAffairs"]["contactMoments"]["nodes"].as_array().unwrap().clone();
    let own = nodes.iter().find(|node| node["outcome"] == "Wil cijfers zien").unwrap();
    let follow_up = own["followUps"].as_array().unwrap().iter().find(|it| it["text"] == "Bedanken").unwrap();
    let complete = "mutation($input: CompleteFollowUpInput!) { completeFollowUp(input: $input) {
        followUp { text doneOn } userErrors { code path } } }";
    let completed = app.ask(complete, json!({ "input": { "id": follow_up["id"] } })).await;
    assert_eq!(
        completed["data"]["completeFollowUp"]["followUp"],
        json!({ "text": "Bedanken", "doneOn": "2026-11-24" }),
        "{completed}"
    );
}

#[tokio::test]
async fn another_partner_learns_of_opposite_stories_and_not_what_was_said_in_confidence() {
    let app = region().await.asked_by(planner(WATERBROEK));
    let targets = "{ network { publicAffairs { targets(topic: \"tweede-regio-deal\", first: 1) { nodes { id } } } } }";
    let target = app.ask(targets, json!({})).await["data"]["network"]["publicAffairs"]["targets"]["nodes"][0].clone();
    let said = with(
        &talk(),
        json!({ "date": "2026-11-19", "target": target["id"], "position": 2, "outcome": "Positief",
        "confidentialNote": "Zegt ja na de verkiezingen" }),
    );
    let recorded = app.ask(RECORD, json!({ "input": said })).await;
    assert_eq!(refusals(&recorded, "recordContact"), [""; 0], "{recorded}");
    let noted = "{ network { publicAffairs { oneVoiceConflicts { daysApart earlierPartner { slug }
        earlier { confidentialNotes { text audience } } } } } }";

    let other = app.asked_by(planner("provincie-noordermarke"));
    let opposite =
        with(&talk(), json!({ "date": "2026-11-23", "target": target["id"], "position": -2, "topic": null }));
    let recorded = other.ask(RECORD, json!({ "input": opposite })).await;
    assert_eq!(refusals(&recorded, "recordContact"), [""; 0], "{recorded}");
    let conflict = async |app: &App| {
        let told = app.ask(noted, json!({})).await;
        let all = told["data"]["network"]["publicAffairs"]["oneVoiceConflicts"].as_array().unwrap().clone();
        all.into_iter().find(|it| it["daysApart"] == 4 && it["earlierPartner"]["slug"] == WATERBROEK).unwrap()
    };
    assert_eq!(conflict(&other).await["earlier"]["confidentialNotes"], json!([]));
    let own = other.asked_by(planner(WATERBROEK));
    let notes = json!([{ "text": "Zegt ja na de verkiezingen", "audience": "HOLDER_ONLY" }]);
    assert_eq!(conflict(&own).await["earlier"]["confidentialNotes"], notes);
}

#[tokio::test]
async fn a_judgement_stands_beside_the_one_before() {
    let app = region().await.asked_by(planner(WATERBROEK));
    let targets = "{ network { publicAffairs { targets(topic: \"tweede-regio-deal\", first: 1) { nodes { id
        assessments { date influence interest position } } } } } }";
    let asked = app.ask(targets, json!({})).await;
    let target = asked["data"]["network"]["publicAffairs"]["targets"]["nodes"][0].clone();
    let assess = "mutation($input: AssessTargetInput!) { assessTarget(input: $input) {
        assessment { id date target { id } influence interest position holder { slug } audience }
        userErrors { code path } } }";
    let input = json!({ "target": target["id"], "influence": 5, "interest": 2, "position": -1 });
    let answer = app.ask(assess, json!({ "input": input })).await;
    let made = answer["data"]["assessTarget"]["assessment"].clone();
    assert_eq!((&made["date"], &made["target"]["id"]), (&json!("2026-11-24"), &target["id"]), "{answer}");
    let known = |asked: &Value| {
        let target = &asked["data"]["network"]["publicAffairs"]["targets"]["nodes"][0];
        target["assessments"].as_array().unwrap().len()
    };
    assert_eq!(known(&app.ask(targets, json!({})).await), known(&asked) + 1);
    for (name, wrong) in
        [("influence", json!(6)), ("interest", json!(0)), ("position", json!(3)), ("position", json!("1"))]
    {
        let refused = app.ask(assess, json!({ "input": with(&input, json!({ name: wrong })) })).await;
        assert_eq!(refused["errors"][0]["extensions"]["code"], "BAD_USER_INPUT", "{refused}");
    }
    let remove = "mutation($input: RemoveInput!) { removeAssessment(input: $input) { revision userErrors { code } } }";
    let removed = app.ask(remove, json!({ "input": { "id": made["id"], "reason": "a slip" } })).await;
    assert_eq!(refusals(&removed, "removeAssessment"), [""; 0], "{removed}");
    assert_eq!(known(&app.ask(targets, json!({})).await), known(&asked));
}

#[tokio::test]
async fn who_plans_contacts_may_and_nobody_else() {
    let app = region().await;
    let input = json!({ "input": talk() });
    for (role, code) in [
        (Role::Reader, "FORBIDDEN"),
        (Role::Analyst, "FORBIDDEN"),
        (Role::Editor, "FORBIDDEN"),
        (Role::Admin, "FORBIDDEN"),
    ] {
        let app = region().await.asked_by(viewer(role, Some(WATERBROEK)));
        let answer = app.ask(PLAN, input.clone()).await;
        assert_eq!(answer["errors"][0]["extensions"]["code"], code, "{answer}");
    }
    let answer = app.asked_by(Viewer::anonymous()).ask(PLAN, input).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "UNAUTHENTICATED", "{answer}");
    let register = "mutation($input: JoinNetworkInput!) { joinNetwork(input: $input) { userErrors { code } } }";
    let input = json!({ "input": { "organisation": slug(WATERBROEK), "source": { "title": "Brief" } } });
    let answer = region().await.asked_by(planner(WATERBROEK)).ask(register, input).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "FORBIDDEN", "{answer}");
}

#[tokio::test]
async fn what_another_partner_holds_is_theirs_and_what_it_holds_alone_is_not_there() {
    let app = region().await.asked_by(planner(WATERBROEK));
    let for_another = with(&talk(), json!({ "holder": slug("provincie-noordermarke") }));
    let refused = app.ask(PLAN, json!({ "input": for_another })).await;
    assert_eq!(refusals(&refused, "planContact"), ["HELD_BY_ANOTHER holder"], "{refused}");
    let secret = planned(&app, &with(&talk(), json!({ "audience": "HOLDER_ONLY" }))).await;
    let shared = planned(&app, &with(&talk(), json!({ "date": "2026-12-09" }))).await;
    let by_id = "query($id: ID!) { network { fact(id: $id) { id ... on ContactMoment { status } } } }";
    let found = app.ask(by_id, json!({ "id": secret["id"] })).await;
    assert_eq!(found["data"]["network"]["fact"], json!({ "id": secret["id"], "status": "PLANNED" }), "{found}");

    let other = app.asked_by(planner("provincie-noordermarke"));
    let found = other.ask(by_id, json!({ "id": secret["id"] })).await;
    assert_eq!(found["data"]["network"]["fact"], Value::Null, "{found}");
    let taken = done(&other, "cancelContact", json!({ "id": shared["id"] })).await;
    assert_eq!(refusals(&taken, "cancelContact"), ["HELD_BY_ANOTHER id"], "{taken}");
    let hidden = done(&other, "cancelContact", json!({ "id": secret["id"] })).await;
    assert_eq!(refusals(&hidden, "cancelContact"), ["NOT_FOUND id"], "{hidden}");
    let after = with(&talk(), json!({ "after": secret["id"], "holder": slug("provincie-noordermarke") }));
    let after = other.ask(PLAN, json!({ "input": after })).await;
    assert_eq!(refusals(&after, "planContact"), ["NOT_FOUND after"], "{after}");

    // The region's own bureau plans for all.
    let bureau = other.asked_by(planner("regiobureau-voorbeeld"));
    let moved = done(&bureau, "correctContact", json!({ "id": shared["id"], "date": "2026-12-10" })).await;
    assert_eq!(refusals(&moved, "correctContact"), [""; 0], "{moved}");
}

#[tokio::test]
async fn bad_input_has_a_code_of_its_own_and_nothing_is_written() {
    let app = region().await.asked_by(viewer(Role::PublicAffairs, None));
    let plan = async |other: Value| {
        let answer = app.ask(PLAN, json!({ "input": with(&talk(), other) })).await;
        refusals(&answer, "planContact")
    };
    let holder = slug(WATERBROEK);
    assert_eq!(plan(json!({})).await, ["HOLDER_MISSING holder"]);
    // Whoever looks is told on whose word; the name of a token is not for all.
    assert_eq!(plan(json!({ "holder": holder, "audience": "PUBLIC" })).await[0], "SOURCE_REQUIRED source");
    assert_eq!(plan(json!({ "holder": holder, "date": "2026-11-01" })).await, ["PLANNED_IN_THE_PAST date"]);
    assert_eq!(plan(json!({ "holder": holder, "target": "bm9ib2R5" })).await, ["NOT_FOUND target"]);
    let agenda =
        "mutation($input: PutOnAgendaInput!) { putOnAgenda(input: $input) { topic { id } userErrors { code path } } }";
    let topic = json!({ "slug": "stikstof", "titleNl": "Stikstof", "askNl": "Ruimte", "status": "ACTIVE" });
    let put = async |other: Value| {
        let answer = app.ask(agenda, json!({ "input": with(&topic, other) })).await;
        refusals(&answer, "putOnAgenda")
    };
    assert_eq!(put(json!({})).await, ["RULE_R08 holder"]);
    let turned = json!({ "holder": holder, "since": "2027", "until": "2026" });
    assert_eq!(put(turned).await, ["INVALID_PERIOD until"]);
    let twice = json!({ "holder": holder, "titleNl": "Een tweede Regio Deal" });
    assert_eq!(put(twice).await, ["RULE_R08 titleNl"]);
    let revision = app.ask("{ network { revision } }", json!({})).await;
    assert_eq!(revision["data"]["network"]["revision"], 1, "{revision}");
}

#[tokio::test]
async fn persons_are_recorded_for_all_by_editors_and_for_the_desk_by_who_plans() {
    let person = "mutation($input: RecordPersonInput!) { recordPerson(input: $input) {
        person { id slug audience holder { slug } } userErrors { code path } } }";
    let input = json!({ "slug": "trijntje-post", "name": "Trijntje Post" });
    let app = region().await.asked_by(planner(WATERBROEK));
    let public = with(&input, json!({ "audience": "PUBLIC", "source": { "title": "Almanak" } }));
    let public = app.ask(person, json!({ "input": public })).await;
    assert_eq!(refusals(&public, "recordPerson"), ["FOR_EDITORS audience"], "{public}");
    let made = app.ask(person, json!({ "input": input })).await;
    assert_eq!(refusals(&made, "recordPerson"), [""; 0], "{made}");
    let editor = app.asked_by(viewer(Role::Editor, Some(WATERBROEK)));
    let seen = editor.ask("{ network { person(by: { slug: \"trijntje-post\" }) { slug } } }", json!({})).await;
    assert_eq!(seen["data"]["network"]["person"], Value::Null, "{seen}");
    let unseen = json!({ "slug": "a", "name": "A", "source": { "title": "Brief" }, "audience": "PUBLIC_AFFAIRS" });
    let unseen = editor.ask(person, json!({ "input": unseen })).await;
    assert_eq!(refusals(&unseen, "recordPerson"), ["INVALID_VALUE audience"], "{unseen}");
    let partners = json!({ "slug": "a", "name": "A", "source": { "title": "Brief" }, "audience": "PARTNERS" });
    let partners = editor.ask(person, json!({ "input": partners })).await;
    assert_eq!(refusals(&partners, "recordPerson"), [""; 0], "{partners}");
}
