//! Two organisations that turn out to be one: what is told of the one that stays, and what the old id and key answer.

use std::sync::Arc;

use drieklank::graphql::viewer::{Role, Viewer};
use network::audience::Sight;
use serde_json::{Value, json};

use crate::app::{App, TODAY, build, builtin_facts};
use crate::changes::refusals;

const MERGE: &str = include_str!("../operations/changes/merge-organisations.graphql");
const PLEDGE: &str = include_str!("../operations/changes/pledge-commitment.graphql");

fn source() -> Value {
    json!({ "title": "Handelsregister" })
}

fn merge(duplicate: Value, into: Value) -> Value {
    json!({ "input": { "duplicate": duplicate, "into": into, "source": source() } })
}

fn slug(slug: &str) -> Value {
    json!({ "slug": slug })
}

/// Runs a mutation that is not refused, and hands out its payload.
async fn done(app: &App, mutation: &str, document: &str, input: Value) -> Value {
    let answer = app.ask(document, json!({ "input": input })).await;
    assert_eq!(answer["data"][mutation]["userErrors"], json!([]), "{answer}");
    answer["data"][mutation].clone()
}

/// Who may merge partners too.
async fn admin() -> App {
    App::writing().await.asked_by(Viewer::known("beheer".to_owned(), Role::Admin))
}

/// Somebody registered Kampen once more, with a number and a pledge; its id.
async fn twice(app: &App) -> Value {
    let register = "mutation($input: RegisterOrganisationInput!) { registerOrganisation(input: $input) { organisation { id } userErrors { code path } } }";
    let input = json!({ "slug": "kampen", "nameNl": "Stad Kampen", "kind": "MUNICIPALITY", "helix": "GOVERNMENT",
        "source": { "title": "Brief" } });
    let id = done(app, "registerOrganisation", register, input).await["organisation"]["id"].clone();
    let number =
        "mutation($input: RegisterIdentifierInput!) { registerIdentifier(input: $input) { userErrors { code path } } }";
    let input = json!({ "organisation": slug("kampen"), "scheme": "EORI", "value": "NL1", "source": source() });
    done(app, "registerIdentifier", number, input).await;
    pledge(app, slug("kampen")).await;
    id
}

async fn pledge(app: &App, organisation: Value) {
    let input = json!({ "organisation": organisation, "since": "2026-01-01", "source": { "title": "Brief" },
        "subject": { "programmeLine": slug("economie-en-arbeidsmarkt") } });
    done(app, "pledgeCommitment", PLEDGE, input).await;
}

async fn members(app: &App) -> Vec<String> {
    let asked = "{ network { programmeLine(by: { slug: \"economie-en-arbeidsmarkt\" }) { coalition { size
        members(first: 100) { nodes { organisation { slug } } } } } } }";
    let coalition = &app.ask(asked, json!({})).await["data"]["network"]["programmeLine"]["coalition"];
    let nodes = coalition["members"]["nodes"].as_array().unwrap();
    assert_eq!(coalition["size"], nodes.len());
    nodes.iter().map(|node| node["organisation"]["slug"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn what_was_known_of_both_is_told_of_the_one_that_stays() {
    let app = admin().await;
    twice(&app).await;
    pledge(&app, slug("gemeente-kampen")).await;
    let before = members(&app).await;
    assert!(before.contains(&"kampen".into()) && before.contains(&"gemeente-kampen".into()), "{before:?}");
    insta::assert_json_snapshot!(app.ask(MERGE, merge(slug("kampen"), slug("gemeente-kampen"))).await);
    let left: Vec<String> = before.into_iter().filter(|slug| slug != "kampen").collect();
    assert_eq!(members(&app).await, left, "counted once");
    let history = "{ network { organisation(by: { slug: \"gemeente-kampen\" }) { history { nodes { command } } } } }";
    let told = app.ask(history, json!({})).await["data"]["network"]["organisation"]["history"]["nodes"].to_string();
    assert!(told.contains("REGISTER_ORGANISATION") && told.contains("MERGE_ORGANISATIONS"), "{told}");
}

#[tokio::test]
async fn the_old_id_and_key_keep_answering_and_are_not_given_again() {
    let app = admin().await;
    let id = twice(&app).await;
    let then = app.ask("{ network { knownAt } }", json!({})).await["data"]["network"]["knownAt"].clone();
    let ids = "query($id: ID!, $knownAt: DateTime) {
        node(id: $id) { ... on Organisation { slug merged { id } } } nodes(ids: [$id]) { ... on Organisation { slug } }
        network(knownAt: $knownAt) { node(id: $id) { ... on Organisation { slug } }
            byId: organisation(by: { id: $id }) { slug } byKey: organisation(by: { slug: \"kampen\" }) { slug }
            byNumber: organisation(by: { identifier: { scheme: \"eori\", value: \"NL1\" } }) { slug } } }";
    let input = merge(slug("kampen"), slug("gemeente-kampen"))["input"].clone();
    done(&app, "mergeOrganisations", MERGE, input).await;
    let stays = slug("gemeente-kampen");
    let now = app.ask(ids, json!({ "id": id })).await["data"].clone();
    assert_eq!(now["node"], json!({ "slug": "gemeente-kampen", "merged": [{ "id": id }] }));
    assert_eq!(now["nodes"], json!([stays]));
    assert_eq!(now["network"], json!({ "node": stays, "byId": stays, "byKey": stays, "byNumber": stays }));
    // As it was known before, there are two.
    let two = slug("kampen");
    let known = app.ask(ids, json!({ "id": id, "knownAt": then })).await["data"]["network"].clone();
    assert_eq!(known, json!({ "node": two, "byId": two, "byKey": two, "byNumber": two }));

    // Whoever still uses the old key means the one that stays.
    pledge(&app, slug("kampen")).await;
    assert!(members(&app).await.contains(&"gemeente-kampen".into()));
    let register = "mutation($input: RegisterOrganisationInput!) { registerOrganisation(input: $input) { userErrors { code path } } }";
    let input =
        json!({ "slug": "kampen", "nameNl": "Kampen", "kind": "COMPANY", "helix": "BUSINESS", "source": source() });
    let taken = app.ask(register, json!({ "input": input })).await;
    assert_eq!(refusals(&taken, "registerOrganisation"), ["ALREADY_EXISTS slug"], "{taken}");
    // What goes is named by its own id.
    let remove = "mutation($input: RemoveInput!) { removeOrganisation(input: $input) { userErrors { code path } } }";
    let kept = app.ask(remove, json!({ "input": { "id": id, "reason": "a trial" } })).await;
    assert_eq!(refusals(&kept, "removeOrganisation"), ["NOT_FOUND id"], "{kept}");

    // And once more: into another one, which answers to all of them.
    let input = merge(slug("kampen"), slug("gemeente-zwolle"));
    let clash = app.ask(MERGE, input).await;
    assert_eq!(clash["data"]["mergeOrganisations"]["userErrors"], json!([]), "{clash}");
    let now = app.ask(ids, json!({ "id": id })).await["data"].clone();
    assert_eq!(now["network"]["byKey"], slug("gemeente-zwolle"));
    assert_eq!(now["node"]["merged"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_merge_is_refused_with_the_reason_and_leaves_no_trace() {
    let app = admin().await;
    let id = twice(&app).await;
    let into = || slug("gemeente-kampen");
    let mut nobody = merge(slug("kampen"), into());
    nobody["input"]["source"] = Value::Null;
    for (input, refused) in [
        (merge(slug("kampen"), slug("kampen")), &["ALREADY_EXISTS duplicate"][..]),
        (merge(slug("nobody"), slug("none")), &["NOT_FOUND duplicate", "NOT_FOUND into"]),
        (nobody, &["SOURCE_REQUIRED source"]),
    ] {
        let answer = app.ask(MERGE, input).await;
        assert_eq!(refusals(&answer, "mergeOrganisations"), refused, "{answer}");
    }
    // Somebody corrected the duplicate after it was read: the conflict shows it.
    let correct = "mutation($input: CorrectOrganisationInput!) { correctOrganisation(input: $input) { revision userErrors { code path } } }";
    let read =
        done(&app, "correctOrganisation", correct, json!({ "id": id, "note": "the town", "source": source() })).await;
    let mut late = merge(slug("kampen"), into());
    late["input"]["ifRevision"] = json!(read["revision"].as_i64().unwrap() - 1);
    let answer = app.ask(MERGE, late).await;
    assert_eq!(refusals(&answer, "mergeOrganisations"), ["VERSION_CONFLICT ifRevision"], "{answer}");
    assert_eq!(answer["data"]["mergeOrganisations"]["userErrors"][0]["current"]["id"], id);

    // The duplicate is a partner for longer than the other is.
    let join = "mutation($input: JoinNetworkInput!) { joinNetwork(input: $input) { partnership { id } userErrors { code path } } }";
    let input = json!({ "organisation": slug("kampen"), "since": "1990", "source": source() });
    let partnership = done(&app, "joinNetwork", join, input).await["partnership"]["id"].clone();
    let correct =
        "mutation($input: CorrectPartnershipInput!) { correctPartnership(input: $input) { userErrors { code path } } }";
    let own = app
        .ask("{ network { organisation(by: { slug: \"gemeente-kampen\" }) { partnership { id } } } }", json!({}))
        .await;
    let own = &own["data"]["network"]["organisation"]["partnership"]["id"];
    done(&app, "correctPartnership", correct, json!({ "id": own, "since": "2009", "source": source() })).await;
    let answer = app.ask(MERGE, merge(slug("kampen"), into())).await;
    assert_eq!(refusals(&answer, "mergeOrganisations"), ["ALREADY_EXISTS duplicate"], "{answer}");
    done(&app, "correctPartnership", correct, json!({ "id": partnership, "since": "2009-06", "source": source() }))
        .await;
    done(&app, "mergeOrganisations", MERGE, merge(slug("kampen"), into())["input"].clone()).await;
}

#[tokio::test]
async fn who_acts_for_the_duplicate_acts_for_the_one_that_stays() {
    let app = admin().await;
    twice(&app).await;
    app.ask(MERGE, merge(slug("kampen"), slug("gemeente-kampen"))).await;
    let editor = Viewer::known("desk".to_owned(), Role::Editor).acting_for(Some("kampen".to_owned()));
    let app = app.asked_by(editor);
    let shown = app.ask("{ viewer { organisation { slug } } }", json!({})).await;
    assert_eq!(shown["data"]["viewer"]["organisation"]["slug"], "gemeente-kampen");
}

#[test]
fn the_key_of_a_duplicate_sees_what_partners_share() {
    let mut facts = builtin_facts();
    let row = json!({ "slug": "kampen", "into": "gemeente-kampen", "source": "KVK", "confidence": "HIGH" });
    let mut row: network::facts::MergedOrganisation = serde_json::from_value(row).unwrap();
    row.id = network::id::FactId::from_key("kampen");
    facts.merged_organisations.push(row);
    let network = Arc::new(build(facts));
    let sight = |role| Viewer::known("x".to_owned(), role).acting_for(Some("kampen".to_owned())).sight(&network, TODAY);
    assert_eq!(sight(Role::Editor), Sight::Partners);
    let kampen = network.organisations.by_key("gemeente-kampen").map(|ix| network.organisations.get(ix).id);
    assert_eq!(sight(Role::PublicAffairs), Sight::Desk(kampen));
}

#[tokio::test]
async fn partners_are_merged_by_admins_others_by_editors_too() {
    let app = App::writing().await;
    twice(&app).await;
    let register = "mutation($input: RegisterOrganisationInput!) { registerOrganisation(input: $input) { userErrors { code path } } }";
    let input = json!({ "slug": "nogmaals", "nameNl": "Kampen, nog eens", "kind": "MUNICIPALITY", "helix": "GOVERNMENT",
        "source": { "title": "Brief" } });
    done(&app, "registerOrganisation", register, input).await;
    for (duplicate, into) in [("kampen", "gemeente-kampen"), ("gemeente-kampen", "kampen"), ("kampen", "regio-zwolle")]
    {
        let refused = app.ask(MERGE, merge(slug(duplicate), slug(into))).await;
        assert_eq!(refused["errors"][0]["extensions"]["code"], "FORBIDDEN", "{refused}");
    }
    done(&app, "mergeOrganisations", MERGE, merge(slug("nogmaals"), slug("kampen"))["input"].clone()).await;
}

#[test]
fn public_affairs_of_who_is_no_partner_sees_what_is_public() {
    let network = Arc::new(build(builtin_facts()));
    let sight = |key: Option<&str>| {
        let viewer = Viewer::known("x".to_owned(), Role::PublicAffairs).acting_for(key.map(ToOwned::to_owned));
        viewer.sight(&network, TODAY)
    };
    let own = |key: &str| network.organisations.by_key(key).map(|ix| network.organisations.get(ix).id);
    assert_eq!(sight(Some("gemeente-kampen")), Sight::Desk(own("gemeente-kampen")));
    assert_eq!(sight(Some("regio-zwolle")), Sight::Desk(own("regio-zwolle")));
    assert_eq!(sight(None), Sight::Desk(None));
    for stranger in ["nergens", "polymer-science-park"] {
        assert_eq!(sight(Some(stranger)), Sight::Public, "{stranger}");
    }
}
