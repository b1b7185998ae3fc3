//! Questions that users ask, on the built-in region.

use drieklank::graphql::objects::server::SignIn;
use serde_json::{Value, json};

use crate::app::App;
use crate::what_if::region;

async fn slugs(app: &App, filter: &str) -> Vec<String> {
    let answer = app.ask(&format!("{{ network(validAt: \"2024-03-14\") {{ organisations(first: 100, filter: {filter}) {{ nodes {{ slug }} }} }} }}"), json!({})).await;
    let nodes =
        answer["data"]["network"]["organisations"]["nodes"].as_array().unwrap_or_else(|| panic!("{answer}")).clone();
    nodes.iter().map(|node| node["slug"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn filters_combine_and_reach_through_relations() {
    let app = App::builtin();
    assert_eq!(slugs(&app, "{ kind: { eq: PROVINCE } }").await.len(), 4);
    assert_eq!(slugs(&app, "{ partner: true, not: { helix: { eq: GOVERNMENT } } }").await.len(), 12);
    assert_eq!(
        slugs(&app, r#"{ or: [{ identifier: { scheme: "tooi", value: "gm0193" } }, { slug: { eq: "sbb" } }] }"#).await,
        ["gemeente-zwolle", "sbb"]
    );
    assert_eq!(
        slugs(&app, r#"{ kind: { eq: MUNICIPALITY }, territory: { slug: { eq: "provincie-flevoland" } } }"#).await,
        ["gemeente-dronten", "gemeente-noordoostpolder", "gemeente-urk"]
    );
    assert_eq!(
        slugs(&app, r#"{ participatesIn: { body: { steers: { slug: "economie-en-arbeidsmarkt" } } } }"#).await.len(),
        6
    );
    assert_eq!(
        slugs(&app, r#"{ standing: { programmeLine: { slug: "ruimtelijke-opgaven" }, status: { eq: PLEDGED } } }"#)
            .await
            .len(),
        30
    );
    assert_eq!(slugs(&app, r#"{ group: { slug: "groep-prorail-ns" } }"#).await, ["ns", "prorail"]);
    assert_eq!(
        slugs(&app, r#"{ inhabitants: { gte: 60000 }, layer: { in: [MUNICIPAL] } }"#).await,
        ["gemeente-hardenberg", "gemeente-zwolle"]
    );
    assert_eq!(slugs(&app, r#"{ name: { contains: "REGIO’S" } }"#).await, ["europees-comite-van-de-regios"]);
}

#[tokio::test]
async fn what_is_less_sure_can_be_left_out_with_all_that_rests_on_it() {
    let app = App::builtin();
    let query = "query($least: Confidence) { network(validAt: \"2024-03-14\", minConfidence: $least) { minConfidence
        spatial: programmeLine(by: { slug: \"ruimtelijke-opgaven\" }) { coalition { size } }
        economic: programmeLine(by: { slug: \"economie-en-arbeidsmarkt\" }) { coalition { size } } } }";
    let sizes = |answer: &Value| {
        let network = &answer["data"]["network"];
        (
            network["spatial"]["coalition"]["size"].as_i64().unwrap(),
            network["economic"]["coalition"]["size"].as_i64().unwrap(),
        )
    };
    assert_eq!(sizes(&app.ask(query, json!({})).await), (30, 6));
    assert_eq!(sizes(&app.ask(query, json!({ "least": "MEDIUM" })).await), (30, 6));
    // Two water boards take part by inference only, and the seats of the Economic Board have one source of 2018.
    assert_eq!(sizes(&app.ask(query, json!({ "least": "HIGH" })).await), (28, 0));
}

#[tokio::test]
async fn what_is_not_there_is_null_and_what_cannot_be_read_is_named() {
    let app = App::builtin();
    let nothing = app
        .ask("{ node(id: \"x\") { id } network { organisation(by: { slug: \"nobody\" }) { id } body(by: { id: \"T3Jn\" }) { id } nodes(ids: [\"\"]) { id } } }", json!({}))
        .await;
    assert_eq!(
        nothing["data"],
        json!({ "node": null, "network": { "organisation": null, "body": null, "nodes": [null] } })
    );
    for date in ["2024-13-01", "yesterday", "2024-3-1"] {
        let answer = app.ask("query($day: Date) { network(validAt: $day) { revision } }", json!({ "day": date })).await;
        let error = &answer["errors"][0];
        assert_eq!(error["message"], "validAt: expected Date, a day like \"2024-03-14\"", "{answer}");
        assert_eq!(error["extensions"], json!({ "code": "BAD_USER_INPUT", "argument": ["validAt"] }));
    }
}

#[tokio::test]
async fn a_coalition_tells_what_changed_and_what_it_shares_with_another() {
    let app = App::builtin();
    let query = "{ network(validAt: \"2024-03-14\") { programmeLine(by: { slug: \"ruimtelijke-opgaven\" }) { coalition {
        overlap(with: { slug: \"economie-en-arbeidsmarkt\" }) { size jaccard overlapCoefficient lift pValue shared { slug } }
        changesSince(validAt: \"2019-12-31\") { joined { slug } left { slug } retention jaccard }
        contributions { kind } concentration { hhi } } } } }";
    let answer = app.ask(query, json!({})).await;
    let coalition = &answer["data"]["network"]["programmeLine"]["coalition"];
    assert_eq!(coalition["overlap"]["size"], json!(4));
    assert!((coalition["overlap"]["jaccard"].as_f64().unwrap() - 4.0 / 32.0).abs() < 1e-12);
    assert_eq!(coalition["changesSince"]["joined"].as_array().unwrap().len(), 30);
    assert_eq!(coalition["changesSince"]["retention"], Value::Null);
    assert_eq!(coalition["contributions"], json!([]));
    assert_eq!(coalition["concentration"], Value::Null);
}

#[tokio::test]
async fn names_hold_in_time() {
    let app = App::builtin();
    let query = "query($day: Date) { network(validAt: $day) { organisation(by: { slug: \"ministerie-ezk\" }) { name english: name(lang: EN) } } }";
    let then = app.ask(query, json!({ "day": "2023-12-01" })).await;
    assert_eq!(
        then["data"]["network"]["organisation"],
        json!({ "name": "Ministerie van Economische Zaken en Klimaat", "english": "Ministry of Economic Affairs and Climate Policy" })
    );
    let now = app.ask(query, json!({ "day": "2024-07-01" })).await;
    assert_eq!(
        now["data"]["network"]["organisation"],
        json!({ "name": "Ministerie van Economische Zaken", "english": "Ministerie van Economische Zaken" })
    );
}

#[tokio::test]
async fn a_variable_that_is_needed_and_not_given_is_named() {
    let app = App::builtin();
    let needed = "query($slug: String!) { network { organisation(by: { slug: $slug }) { name } } }";
    for variables in [json!({}), json!({ "slug": null })] {
        let answer = app.ask(needed, variables).await;
        assert_eq!(
            answer["errors"][0]["message"],
            json!("The variable $slug of type String! is not given."),
            "{answer}"
        );
        assert_eq!(answer["errors"][0]["extensions"]["code"], json!("BAD_USER_INPUT"));
    }
    let skipped = app.ask("query($skip: Boolean!) { network { name @skip(if: $skip) } }", json!({})).await;
    assert_eq!(skipped["errors"][0]["extensions"]["code"], json!("BAD_USER_INPUT"), "{skipped}");
    let optional = "query($least: CoalitionStatus, $ended: Boolean) { network(validAt: \"2024-03-14\") {
        programmeLine(by: { slug: \"ruimtelijke-opgaven\" }) { coalition(threshold: $least) { size } }
        organisation(by: { slug: \"gemeente-zwolle\" }) { participations(includeEnded: $ended) { totalCount } } } }";
    for variables in [json!({}), json!({ "least": null, "ended": null })] {
        let answer = app.ask(optional, variables).await;
        let network = &answer["data"]["network"];
        assert_eq!(network["programmeLine"]["coalition"]["size"], json!(30), "{answer}");
        assert_eq!(network["organisation"]["participations"]["totalCount"], json!(1), "{answer}");
    }
}

#[tokio::test]
async fn a_projection_without_nodes_is_refused_with_what_would_be_right() {
    let app = App::over(region());
    let query =
        "query($day: Date) { network(validAt: $day) { graph(projection: ORGANISATION_CO_SEAT) { nodeCount } } }";
    let answer = app.ask(query, json!({ "day": "1500-01-01" })).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], json!("GRAPH_EMPTY"), "{answer}");
    assert_eq!(
        answer["errors"][0]["message"],
        json!(
            "nothing is known of ORGANISATION_CO_SEAT on 1500-01-01: ask another day (validAt), a lower minConfidence or \
             another projection"
        )
    );
    let answer = app.ask(query, json!({ "day": "2024-03-14" })).await;
    assert!(answer["data"]["network"]["graph"]["nodeCount"].as_i64() > Some(0), "{answer}");
}

#[tokio::test]
async fn a_page_is_told_how_people_sign_in() {
    let asked = "{ server { signIn { issuer clientId scope } } }";
    let told = App::builtin().ask(asked, json!({})).await;
    assert_eq!(told["data"]["server"]["signIn"], Value::Null, "{told}");
    let (issuer, client_id) = ("https://login.example.nl".to_owned(), "map".to_owned());
    let app = App::signing_in(SignIn { issuer, client_id, scope: "openid".to_owned() });
    let told = app.ask(asked, json!({})).await;
    let expected = json!({ "issuer": "https://login.example.nl", "clientId": "map", "scope": "openid" });
    assert_eq!(told["data"]["server"]["signIn"], expected, "{told}");
}
