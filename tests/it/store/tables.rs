//! What `entity` says about the tables is what `migration` makes.

use std::collections::BTreeSet;

use sea_orm::{ConnectionTrait, EntityName, Iterable, RelationTrait, Statement};

use super::Place;

/// Table, column, and the table it points at.
type References = BTreeSet<(String, String, String)>;

macro_rules! said_of {
    ($said:ident: $($table:ident),* $(,)?) => {$(
        for relation in entity::$table::Relation::iter() {
            let relation = relation.def();
            let column = match relation.from_col {
                sea_orm::Identity::Unary(column) => column.to_string(),
                several => panic!("{several:?}"),
            };
            let target = relation.to_tbl.sea_orm_table().to_string();
            $said.insert((entity::$table::Entity.table_name().to_owned(), column, target));
        }
    )*};
}

fn said() -> References {
    let mut said = References::new();
    macro_rules! nouns {
        ($($noun:ident $fact:ident,)*) => {
            said_of!(said: $($noun),*);
        };
    }
    network::for_each_noun!(nouns);
    said_of!(said: agreement_covers, body_steers_initiative, body_steers_programme_line, initiative_goal);
    said_of!(said: milestone_agreement, seat_on_behalf_of);
    said_of!(said: contact_moment_our_person, contact_moment_their_person, decision_moment_topic);
    said_of!(said: reading_facts);
    said_of!(said: calendar_feeds);
    said
}

#[tokio::test]
async fn each_reference_of_an_entity_is_one_of_the_database() {
    let place = Place::sqlite().await;
    drop(place.open().await);
    let connection = place.careless().await;
    let statement = "SELECT t.name, k.\"from\", k.\"table\" FROM sqlite_schema t, pragma_foreign_key_list(t.name) k \
                     WHERE t.type = 'table'";
    let rows =
        connection.query_all_raw(Statement::from_string(connection.get_database_backend(), statement)).await.unwrap();
    let made: References = rows.iter().map(|row| row.try_get_many_by_index().unwrap()).collect();
    assert_eq!(said(), made);
    assert!(made.len() > 60, "{}", made.len());
}
