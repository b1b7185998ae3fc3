//! What if: conditional offers, changes that nobody made, and how it came to be.

use std::fs;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use drieklank::graphql::viewer::{Role, Viewer};
use network::facts::Facts;
use network::id::{CommitmentId, FactId};
use serde_json::{Value, json};

use crate::app::App;

pub(crate) fn region() -> Facts {
    drieklank::exchange::builtin("regio-voorbeeld").expect("built in").expect("readable").facts
}

fn commitment(key: &str) -> String {
    URL_SAFE_NO_PAD.encode([b"Commitment:", &CommitmentId::from_key(key).uuid().as_bytes()[..]].concat())
}

/// Holds the answer to an operation on the made-up region against its snapshot beside it.
async fn hold(app: &App, operation: &str, case: &str, variables: Value) {
    let query = fs::read_to_string(format!("tests/operations/what-if/{operation}.graphql")).unwrap();
    let answer = app.ask(&query, variables).await;
    assert!(answer["errors"].is_null(), "{answer}");
    insta::with_settings!({ snapshot_path => "../operations/what-if/snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_json_snapshot!(format!("{operation}-{case}"), answer);
    });
}

#[tokio::test]
async fn who_joins_on_which_condition_is_told_as_consumers_ask() {
    let app = App::over(region());
    for (case, variables) in [
        ("base", json!({ "line": "werk-en-innovatie" })),
        ("plus", json!({ "line": "werk-en-innovatie", "level": "PLUS" })),
        ("other-line", json!({ "line": "wonen-en-bereikbaarheid" })),
    ] {
        hold(&app, "who-joins-on-which-condition", case, variables).await;
    }
}

#[tokio::test]
async fn what_falls_when_somebody_leaves_is_told_as_consumers_ask() {
    let desk =
        Viewer::known("desk".to_owned(), Role::PublicAffairs).acting_for(Some("regiobureau-voorbeeld".to_owned()));
    let (app, desk) = (App::over(region()), App::over(region()).asked_by(desk));
    let who = json!({ "slug": "provincie-zuiderlanden" });
    hold(&app, "what-falls-when-somebody-leaves", "public", who.clone()).await;
    hold(&desk, "what-falls-when-somebody-leaves", "desk", who).await;
    hold(&app, "what-falls-when-somebody-leaves", "whole-coalition", json!({ "slug": "gemeente-waterbroek" })).await;
}

/// What is assumed, asked for the statuses on a line.
async fn assuming(app: &App, changes: Value, line: &str) -> Value {
    let query = "query($changes: [AssumptionInput!]!, $line: String!) { network(validAt: \"2026-11-26\") {
        assuming(changes: $changes) { revision programmeLine(by: { slug: $line }) { coalition { size
            members(first: 100) { nodes { organisation { slug } status } } } } } } }";
    app.ask(query, json!({ "changes": changes, "line": line })).await
}

fn statuses(answer: &Value) -> Vec<String> {
    let members = &answer["data"]["network"]["assuming"]["programmeLine"]["coalition"]["members"]["nodes"];
    let members = members.as_array().unwrap_or_else(|| panic!("{answer}"));
    let told = |node: &Value| {
        format!("{} {}", node["organisation"]["slug"].as_str().unwrap(), node["status"].as_str().unwrap())
    };
    members.iter().map(told).collect()
}

#[tokio::test]
async fn who_waits_for_somebody_is_in_once_they_are_assumed_to_be() {
    let app = App::over(region());
    let line = "wonen-en-bereikbaarheid";
    let bare = statuses(&assuming(&app, json!([]), line).await);
    let ministry = json!({ "commitmentPledged": { "organisation": { "slug": "ministerie-regionale-zaken" },
        "subject": { "initiative": { "slug": "fietsnet-aa" } },
        "contributions": [{ "kind": "BUDGET", "amount": "1000000", "unit": "EUR" }] } });
    let with = statuses(&assuming(&app, json!([ministry]), line).await);
    let more: Vec<_> = with.iter().filter(|member| !bare.contains(member)).collect();
    assert_eq!(
        more,
        ["gemeente-aldermeer PLEDGED", "gemeente-grotewierde PLEDGED", "ministerie-regionale-zaken PLEDGED"]
    );
    // The condition of Aldermeer may fall away as well.
    let dropped = json!({ "conditionDropped": commitment("gemeente-aldermeer.fietsnet-aa") });
    let with = statuses(&assuming(&app, json!([dropped]), line).await);
    assert_eq!(with.iter().filter(|member| !bare.contains(member)).count(), 2, "{with:?}");
    // One after the other: what waits for nothing any more can be ratified. Whose pledge is gone keeps their seats.
    let own = commitment("gemeente-oostveld.werk-en-innovatie");
    let dropped = json!({ "conditionDropped": own });
    let ratified = json!({ "commitmentRatified": own });
    let withdrawn = json!({ "commitmentWithdrawn": commitment("gemeente-waterbroek.werk-en-innovatie") });
    let bare = statuses(&assuming(&app, json!([]), "werk-en-innovatie").await);
    assert!(bare.contains(&"gemeente-waterbroek CONTRIBUTING".to_owned()), "{bare:?}");
    let with = statuses(&assuming(&app, json!([dropped, ratified, withdrawn]), "werk-en-innovatie").await);
    for member in ["gemeente-oostveld RATIFIED", "gemeente-waterbroek PLEDGED"] {
        assert!(with.contains(&member.to_owned()), "{member} in {with:?}");
    }
}

#[tokio::test]
async fn all_below_an_assumption_answers_as_if_and_nothing_is_stored() {
    let app = App::over(region());
    let query = "query($id: ID!) { network(validAt: \"2026-11-26\") { ...Told
        assuming(changes: [{ organisationLeaves: { slug: \"gemeente-waterbroek\" } }]) { ...Told
            eve: changesSince(validAt: \"2026-11-25\") { removed { totalCount } }
            assuming(changes: [{ organisationJoins: { slug: \"gemeente-waterbroek\" } }]) { ...Told } } } }
        fragment Told on Network { revision
            node(id: $id) { ... on Commitment { ended status } }
            organisation(by: { slug: \"gemeente-waterbroek\" }) { takesPartInBase participations { totalCount } }
            organisations(filter: { partner: true }) { totalCount }
            involvement(filter: { slug: { eq: \"gemeente-waterbroek\" } }) { rows { cells { status } } }
            graph(projection: ORGANISATION_CO_PARTICIPATION) { linkCount } findings { totalCount }
            changes { totalCount } }";
    let variables = json!({ "id": commitment("gemeente-waterbroek.werk-en-innovatie") });
    let answer = app.ask(query, variables.clone()).await;
    assert!(answer["errors"].is_null(), "{answer}");
    let stored = &answer["data"]["network"];
    let (left, back) = (&stored["assuming"], &stored["assuming"]["assuming"]);
    assert_eq!((&stored["node"]["ended"], &left["node"]["ended"]), (&json!(false), &json!(true)));
    assert_eq!(left["organisation"]["participations"]["totalCount"], json!(0));
    let partners = |network: &Value| network["organisations"]["totalCount"].as_i64().unwrap();
    assert_eq!((partners(left), partners(back)), (partners(stored) - 1, partners(stored)));
    assert_eq!(back["organisation"]["takesPartInBase"], json!(true));
    assert_eq!(back["organisation"]["participations"]["totalCount"], json!(0), "who comes back has to promise anew");
    assert_ne!(left["graph"], stored["graph"]);
    assert_eq!((&left["revision"], &left["changes"]), (&stored["revision"], &stored["changes"]));
    let again = app.ask(query, variables).await;
    assert_eq!(again, answer, "what was assumed is nowhere to be found later");
}

#[tokio::test]
async fn a_fact_that_is_assumed_is_there_in_that_view_only() {
    let app = App::over(region());
    let pledged = "assuming(changes: [{ commitmentPledged: { organisation: { slug: \"gemeente-lindewold\" },
        subject: { programmeLine: { slug: \"werk-en-innovatie\" } }, condition: { parties: { atLeast: 2 } } } }])";
    let query = format!(
        "{{ network(validAt: \"2026-11-26\") {{ {pledged} {{ changesSince {{ added {{ nodes {{ id
        ... on Commitment {{ status since sources {{ title }} condition {{ text }} }} }} }} }} }} }} }}"
    );
    let answer = app.ask(&query, json!({})).await;
    let added = &answer["data"]["network"]["assuming"]["changesSince"]["added"]["nodes"];
    assert_eq!(added.as_array().map(Vec::len), Some(1), "{answer}");
    assert_eq!(added[0]["sources"][0]["title"], json!("aanname"));
    assert_eq!(added[0]["condition"]["text"], json!("at least 2 parties join"));
    let find = format!(
        "query($id: ID!) {{ node(id: $id) {{ id }} network(validAt: \"2026-11-26\") {{ node(id: $id) {{ id }}
        {pledged} {{ node(id: $id) {{ id }} }} }} }}"
    );
    let found = app.ask(&find, json!({ "id": added[0]["id"] })).await;
    assert_eq!(found["data"]["node"], Value::Null);
    assert_eq!(found["data"]["network"]["node"], Value::Null);
    assert_eq!(found["data"]["network"]["assuming"]["node"]["id"], added[0]["id"]);
}

#[tokio::test]
async fn what_cannot_be_assumed_is_refused_at_its_place_with_what_can() {
    let app = App::over(region());
    let dutch = App::over(region()).in_dutch();
    let line = json!({ "programmeLine": { "slug": "werk-en-innovatie" } });
    let by = |slug: &str| json!({ "slug": slug });
    let pledge = |other: Value| {
        let mut input = json!({ "organisation": by("gemeente-lindewold"), "subject": line });
        input.as_object_mut().unwrap().extend(other.as_object().unwrap().clone());
        json!({ "commitmentPledged": input })
    };
    for (change, nl, en) in [
        (
            json!({ "organisationLeaves": by("gemeente-atlantis") }),
            "changes.0.organisationLeaves: deze organisatie is er niet op deze dag",
            "changes.0.organisationLeaves: this organisation is not there on this day: look up its id, slug",
        ),
        (
            json!({ "organisationJoins": by("gemeente-waterbroek") }),
            "changes.0.organisationJoins: deze organisatie is al deelnemer",
            "changes.0.organisationJoins: this organisation is a partner already",
        ),
        (
            json!({ "commitmentWithdrawn": commitment("nobody") }),
            "changes.0.commitmentWithdrawn: er is geen toezegging met deze id",
            "changes.0.commitmentWithdrawn: there is no commitment with this id",
        ),
        (
            pledge(json!({ "condition": { "any": [{ "not": { "level": "PLUS" } }] } })),
            "changes.0.commitmentPledged.condition.any.0.not: een voorwaarde mag niet",
            "changes.0.commitmentPledged.condition.any.0.not: a condition may not ask that someone stays out: write who",
        ),
        (
            pledge(json!({ "contributions": [{ "kind": "BUDGET", "amount": "-1", "unit": "EUR" }] })),
            "changes.0.commitmentPledged: een bijdrage is niet minder",
            "changes.0.commitmentPledged: a contribution is not less",
        ),
        (
            json!({ "decisionAdopted": { "body": by("stuurgroep-werk"), "subject": line } }),
            "changes.0.decisionAdopted",
            "changes.0.decisionAdopted",
        ),
    ] {
        for (app, begins) in [(&dutch, nl), (&app, en)] {
            let answer = assuming(app, json!([change]), "werk-en-innovatie").await;
            let error = &answer["errors"][0];
            let code = if begins.contains(".not:") { "NOT_MONOTONE" } else { "BAD_USER_INPUT" };
            assert_eq!(error["extensions"]["code"], json!(code), "{answer}");
            assert!(error["message"].as_str().unwrap().starts_with(begins), "{error}");
        }
    }
    let many = vec![json!({ "levelFunded": "PLUS" }); 21];
    let answer = assuming(&app, json!(many), "werk-en-innovatie").await;
    assert_eq!(
        answer["errors"][0]["message"],
        json!("changes are 21; assume at most 20, or assume more within an assumption")
    );
}

#[tokio::test]
async fn an_assumption_costs_and_so_does_each_period() {
    let app = App::over(region());
    let one = |at: usize| format!("a{at}: assuming(changes: [{{ levelFunded: PLUS }}]) {{ revision }}");
    let assumed = |n: usize| format!("{{ network {{ {} }} }}", (0..n).map(one).collect::<Vec<_>>().join(" "));
    let nested = |n: usize| {
        let open = "assuming(changes: []) { ".repeat(n);
        format!("{{ network {{ {open} revision {} }} }}", "} ".repeat(n))
    };
    assert!(app.ask(&assumed(30), json!({})).await["errors"].is_null());
    let twice = format!(
        "{{ one: network {{ {} }} two: network {{ {} }} }}",
        (0..14).map(one).collect::<String>(),
        (0..14).map(one).collect::<String>()
    );
    assert!(app.ask(&twice, json!({})).await["errors"].is_null(), "28,000 and some");
    assert!(app.ask(&nested(12), json!({})).await["errors"].is_null());
    let timeline = |from: &str| {
        format!(
            "{{ network {{ timeline(from: \"{from}\", until: \"2026-12-31\", every: MONTH) {{ coalitions {{ overlaps {{ shared {{ id }} }} }} }} }} }}"
        )
    };
    assert!(app.ask(&timeline("2026-07-01"), json!({})).await["errors"].is_null());
    let dear = app.ask(&timeline("2015-01-01"), json!({})).await;
    assert_eq!(dear["errors"][0]["extensions"]["code"], json!("COST_LIMIT"), "{dear}");
}

#[tokio::test]
async fn a_timeline_that_is_too_long_or_runs_backwards_is_refused_with_what_would_do() {
    let app = App::over(region());
    let query = "query($from: Date!, $until: Date!, $every: CalendarUnit!, $least: CoalitionStatus! = PLEDGED) {
        network { timeline(from: $from, until: $until, every: $every, threshold: $least) { until } } }";
    for (from, until, every, begins) in [
        (
            "1000-01-01",
            "2000-01-01",
            "MONTH",
            "every: these are about 13045 periods; ask for at most 200: choose longer",
        ),
        ("2024-01-01", "2023-01-01", "YEAR", "until: 2023-01-01 lies before from (2024-01-01)"),
    ] {
        let answer = app.ask(query, json!({ "from": from, "until": until, "every": every })).await;
        assert_eq!(answer["errors"][0]["extensions"]["code"], json!("BAD_USER_INPUT"), "{answer}");
        assert!(answer["errors"][0]["message"].as_str().unwrap().starts_with(begins), "{answer}");
    }
    let variables = json!({ "from": "2024-01-01", "until": "2024-12-31", "every": "YEAR", "least": "NONE" });
    let answer = app.ask(query, variables).await;
    assert!(answer["errors"][0]["message"].as_str().unwrap().starts_with("threshold is NONE"), "{answer}");
}

#[tokio::test]
async fn a_condition_that_was_recorded_is_told_and_counts() {
    let app = App::writing().await;
    let pledge = "mutation($input: PledgeCommitmentInput!) { pledgeCommitment(input: $input) {
        commitment { id condition { text json } } userErrors { code path message } } }";
    let input = |slug: &str, condition: Value| {
        json!({ "input": { "organisation": { "slug": slug }, "subject": { "programmeLine": { "slug": "economie-en-arbeidsmarkt" } },
            "contributions": [{ "kind": "BUDGET", "amount": "50", "unit": "EUR" }], "condition": condition,
            "source": { "title": "Brief" } } })
    };
    let two = json!({ "all": [{ "parties": { "atLeast": 2, "kind": "MUNICIPALITY", "helix": "GOVERNMENT" } }, { "budget": { "atLeast": "100" } }] });
    let answer = app.ask(pledge, input("gemeente-kampen", two.clone())).await;
    let recorded = &answer["data"]["pledgeCommitment"];
    assert_eq!(recorded["userErrors"], json!([]), "{answer}");
    assert_eq!(
        recorded["commitment"]["condition"]["text"],
        json!("at least 2 municipalities of government join and together at least €100")
    );
    app.ask(pledge, input("gemeente-zwolle", json!({ "includes": { "slug": "gemeente-kampen" } }))).await;
    let closure = "{ network { programmeLine(by: { slug: \"economie-en-arbeidsmarkt\" }) { coalition { closure {
        certainSum { parties } together { totalCount } greatestSum { parties amount } } } } } }";
    let told = app.ask(closure, json!({})).await;
    let closure_told = &told["data"]["network"]["programmeLine"]["coalition"]["closure"];
    assert_eq!(closure_told["certainSum"]["parties"], json!(0));
    assert_eq!(closure_told["greatestSum"], json!({ "parties": 2, "amount": "100" }));
    // Emptied, it waits for nothing, and the other is in as well.
    let correct = "mutation($input: CorrectCommitmentInput!) { correctCommitment(input: $input) {
        commitment { condition { json } } userErrors { code message } } }";
    let emptied =
        json!({ "input": { "id": recorded["commitment"]["id"], "condition": null, "source": { "title": "Brief" } } });
    assert_eq!(app.ask(correct, emptied).await["data"]["correctCommitment"]["userErrors"], json!([]));
    let told = app.ask(closure, json!({})).await;
    assert_eq!(
        told["data"]["network"]["programmeLine"]["coalition"]["closure"]["certainSum"]["parties"],
        json!(2),
        "{told}"
    );
}
