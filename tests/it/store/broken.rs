//! A database in which somebody has written what cannot be read.

use drieklank::store::StoreError;
use sea_orm::ConnectionTrait;

use super::{Place, noon, on_both, zwolle};

on_both! {
    values_that_cannot_be_read_are_named,
    rows_that_are_missing_are_named,
    the_first_hundred_are_named,
    a_moment_that_cannot_be_read_is_named,
}

/// What loading says after these statements were run on a filled database.
async fn after(place: &Place, statements: &[&str]) -> String {
    let store = place.open().await;
    store.fill(&zwolle(), "regio-zwolle", noon()).await.unwrap();
    let careless = place.careless().await;
    for statement in statements {
        careless.execute_unprepared(statement).await.unwrap();
    }
    match store.load().await.unwrap_err() {
        // Readers come back in any order.
        StoreError::Unreadable { mut problems, .. } => {
            problems.named.sort_by_key(ToString::to_string);
            problems.to_string()
        }
        other => panic!("{other}"),
    }
}

async fn values_that_cannot_be_read_are_named(place: Place) {
    let said = after(
        &place,
        &[
            "UPDATE seats SET since = '2024-13', role = 'KING'",
            "UPDATE organisations SET slug = 'a b' WHERE slug = 'gemeente-zwolle'",
            "UPDATE programme_lines SET position = -1 WHERE slug = 'ruimte'",
            "UPDATE agreements SET amount = '12,50'",
            "UPDATE bodies SET confidence = ''",
        ],
    )
    .await;
    assert_eq!(
        said.lines().skip(1).collect::<Vec<_>>(),
        [
            "table agreements, row agenda (8e7657fd-74d3-5511-88cd-2935ce7afc2e), column amount: \"12,50\" is no decimal number",
            "table bodies, row bestuur (566b7137-57a6-51eb-b87c-e5958e2c7f9c), column confidence: \"\" is none of UNVERIFIED, \
             LOW, MEDIUM, HIGH",
            "table organisations, row a b (e2d1dcde-6e4c-5f05-8f91-d47bdf01bb92), column slug: \"a b\" is no key: use 1 to 200 \
             letters, digits, dots, dashes and underscores",
            "table programme_lines, row ruimte (e5aad730-4a68-5a61-a396-9a9404abb1e9), column position: -1 is no number from \
             0 to 4294967295",
            "table seats, row zetel (1515fb23-31f6-5486-8a0c-b9af3606d9fa), column role: \"KING\" is none of CHAIR, \
             VICE_CHAIR, MEMBER, SECRETARY, ADVISER, OBSERVER",
            "table seats, row zetel (1515fb23-31f6-5486-8a0c-b9af3606d9fa), column since: \"2024-13\" is no date: write 2024, \
             2024-03, 2024-03-14, 2024-02-14~, 2023-07/2024-01~, [2022..2023] or [..2018]",
        ]
    );
}

async fn rows_that_are_missing_are_named(place: Place) {
    let said = after(
        &place,
        &[
            "DELETE FROM bodies",
            "DELETE FROM organisations WHERE slug = 'provincie-overijssel'",
            "DELETE FROM agreements",
        ],
    )
    .await;
    let points_at =
        |row: &str, noun: &str, id: &str| format!("table {row}: it points at {noun} {id}, which is not there");
    let (agenda, overijssel) = ("8e7657fd-74d3-5511-88cd-2935ce7afc2e", "cde27274-cac4-503f-88e1-87e8dd927f80");
    let (economie, ruimte) = ("f1f0286d-1a78-50db-a3ba-0e643719cffa", "e5aad730-4a68-5a61-a396-9a9404abb1e9");
    let (bestuur, zetel) = ("566b7137-57a6-51eb-b87c-e5958e2c7f9c", "1515fb23-31f6-5486-8a0c-b9af3606d9fa");
    let column = |table: &str, row: &str, column: &str| format!("{table}, row {row}, column {column}");
    assert_eq!(
        said.lines().skip(1).collect::<Vec<_>>(),
        [
            points_at(&column("agreement_covers", &format!("{agenda}, {ruimte}"), "agreement_id"), "Agreement", agenda),
            points_at(
                &column("agreement_covers", &format!("{agenda}, {economie}"), "agreement_id"),
                "Agreement",
                agenda
            ),
            points_at(
                "cooperations, row regio-zwolle (00da44ce-0238-56cc-92b8-5d54eacea145), column agenda_id",
                "Agreement",
                agenda
            ),
            points_at(
                "organisations, row gemeente-zwolle (e2d1dcde-6e4c-5f05-8f91-d47bdf01bb92), column parent_id",
                "Organisation",
                overijssel
            ),
            points_at(
                &column("seat_on_behalf_of", &format!("zetel ({zetel}), {overijssel}"), "organisation_id"),
                "Organisation",
                overijssel
            ),
            points_at(&column("seats", &format!("zetel ({zetel})"), "body_id"), "Body", bestuur),
        ]
    );
}

async fn the_first_hundred_are_named(place: Place) {
    let insert =
        "INSERT INTO rules (id, key, title_nl, title_en, text_nl, text_en, severity, ours, source, confidence)";
    let rules = (0..150).map(|n| {
        let id = if place.is_sqlite() { format!("x'{n:032x}'") } else { format!("'{n:032x}'") };
        format!("{insert} VALUES ({id}, 'R{n}', '', '', '', '', 'SEVERE', true, '', 'HIGH')")
    });
    let rules: Vec<String> = rules.collect();
    let said = after(&place, &rules.iter().map(String::as_str).collect::<Vec<_>>()).await;
    assert_eq!(said.lines().filter(|line| line.starts_with("table rules, row R")).count(), 100);
    assert!(said.ends_with("\nand 50 more"), "{said}");
}

async fn a_moment_that_cannot_be_read_is_named(place: Place) {
    let said = after(&place, &["UPDATE revision SET recorded_at = 'noon'"]).await;
    assert_eq!(said, "\ntable revision, row 1, column recorded_at: \"noon\" is no moment: write 2024-03-14T12:00:00Z");
}

#[tokio::test]
async fn sqlite_refuses_what_is_no_value_of_the_column() {
    let place = Place::sqlite().await;
    let store = place.open().await;
    store.fill(&zwolle(), "regio-zwolle", noon()).await.unwrap();
    let careless = place.careless().await;
    for statement in [
        "UPDATE bodies SET in_chart = 2",
        "UPDATE bodies SET in_chart = 'yes'",
        "UPDATE bodies SET name_nl = x'ff'",
        "UPDATE seats SET body_id = 'bestuur'",
        "UPDATE seats SET body_id = x'ff'",
        "UPDATE seats SET body_id = NULL",
        "UPDATE programme_lines SET position = 1.5",
        "INSERT INTO revision VALUES (2, 2, '', '')",
    ] {
        careless.execute_unprepared(statement).await.expect_err(statement);
    }
}

#[tokio::test]
async fn bytes_that_are_no_text_are_named() {
    let place = Place::sqlite().await;
    let said = after(&place, &["UPDATE bodies SET name_nl = CAST(x'41ff' AS TEXT)"]).await;
    assert_eq!(
        said,
        "\ntable bodies, row bestuur (566b7137-57a6-51eb-b87c-e5958e2c7f9c), column name_nl: bytes that are no text"
    );
}
