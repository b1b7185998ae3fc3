//! Walking pages: each item once, in one order, even when something is added meanwhile.

use network::facts::Organisation;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::app::{App, builtin_facts};

/// Slugs of the organisations on a page, and where to go on.
async fn page(app: &App, arguments: &str, variables: Value) -> (Vec<String>, Value) {
    let query = format!(
        "query($after: String, $before: String) {{ network {{ organisations({arguments}) {{ totalCount nodes {{ slug }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }} }}"
    );
    let answer = app.ask(&query, variables).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    let page = &answer["data"]["network"]["organisations"];
    let slugs =
        page["nodes"].as_array().unwrap().iter().map(|node| node["slug"].as_str().unwrap().to_owned()).collect();
    (slugs, page["pageInfo"].clone())
}

async fn walk(apps: &[&App], size: usize, order: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut after = Value::Null;
    for step in 0.. {
        // Later pages may come from a network to which others were added.
        let app = apps[step.min(apps.len() - 1)];
        let (slugs, info) = page(
            app,
            &format!("first: {size}, after: $after, before: $before, orderBy: {order}"),
            json!({ "after": after }),
        )
        .await;
        all.extend(slugs);
        if info["hasNextPage"] == json!(false) {
            break;
        }
        after = info["endCursor"].clone();
    }
    all
}

fn added(slug: &str, name: &str) -> Organisation {
    let row = json!({
        "slug": slug, "name_nl": name, "kind": "COMPANY", "helix": "BUSINESS", "source": "test", "confidence": "HIGH"
    });
    let mut row: Organisation = serde_json::from_value(row).unwrap();
    row.id = network::id::FactId::from_key(slug);
    row
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn walking_meets_each_item_once_whatever_the_page_size(size in 1usize..40, order in prop_oneof![Just("NAME_ASC"), Just("NAME_DESC"), Just("INHABITANTS_DESC")]) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let app = App::builtin();
            let (all, _) = page(&app, &format!("first: 100, after: $after, before: $before, orderBy: {order}"), json!({})).await;
            assert_eq!(all.len(), 68);
            assert_eq!(walk(&[&app], size, order).await, all);

            let mut grown = builtin_facts();
            grown.organisations.extend([added("aaa", "Aaa"), added("middle", "Hogeschool Midden"), added("zzz", "Zzz")]);
            let grown = App::over(grown);
            let met = walk(&[&app, &grown], size, order).await;
            let of_old: Vec<_> = met.iter().filter(|slug| !["aaa", "middle", "zzz"].contains(&slug.as_str())).cloned().collect();
            assert_eq!(of_old, all, "each old item once, in order");
        });
    }
}

#[tokio::test]
async fn backward_pages_meet_the_same_items() {
    let app = App::builtin();
    let (all, _) = page(&app, "first: 100, after: $after, before: $before", json!({})).await;
    let mut back = Vec::new();
    let mut before = Value::Null;
    loop {
        let (slugs, info) = page(&app, "last: 10, after: $after, before: $before", json!({ "before": before })).await;
        back.splice(0..0, slugs);
        if info["hasPreviousPage"] == json!(false) {
            break;
        }
        before = info["startCursor"].clone();
    }
    assert_eq!(back, all);
}

#[tokio::test]
async fn wrong_arguments_are_named() {
    let app = App::builtin();
    let bodies = app.ask("{ network { bodies(first: 1) { pageInfo { endCursor } } } }", json!({})).await;
    let of_bodies = bodies["data"]["network"]["bodies"]["pageInfo"]["endCursor"].as_str().unwrap().to_owned();
    let cases = [
        ("first: 0".to_owned(), "first is 0; it must be from 1 to 100"),
        ("first: 1000".to_owned(), "first is 1000; it must be from 1 to 100"),
        ("last: -1".to_owned(), "last is -1; it must be from 1 to 100"),
        ("first: 1, last: 1".to_owned(), "give first or last, not both"),
        ("after: \"nonsense\"".to_owned(), "after is no cursor of this list"),
        (format!("after: \"{of_bodies}\""), "after is no cursor of this list"),
        ("before: \"\"".to_owned(), "before is no cursor of this list"),
    ];
    for (arguments, message) in cases {
        let answer =
            app.ask(&format!("{{ network {{ organisations({arguments}) {{ totalCount }} }} }}"), json!({})).await;
        assert_eq!(answer["errors"][0]["message"], json!(message), "{arguments}: {answer}");
        assert_eq!(answer["errors"][0]["extensions"]["code"], json!("BAD_USER_INPUT"), "{arguments}");
    }
    // Deep in the document it refuses the request as well: nobody works on with half an answer.
    let below = "{ network { revision organisations { nodes { slug participations(first: 0) { totalCount } } } } }";
    let answer = app.ask(below, json!({})).await;
    assert!(answer.get("data").is_none(), "{answer}");
    assert_eq!(answer["errors"][0]["extensions"]["code"], json!("BAD_USER_INPUT"));
    assert_eq!(answer["errors"][0]["path"], json!(["network", "organisations", "nodes", 0, "participations"]));
}
