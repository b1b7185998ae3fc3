//! The schema as text.

use std::fs;

#[test]
fn schema_graphql_is_current() {
    let sdl = drieklank::graphql::schema::sdl();
    let written = fs::read_to_string("schema.graphql").unwrap_or_default();
    if written != sdl {
        fs::write("schema.graphql", &sdl).unwrap();
        panic!("schema.graphql was not current; it has been written again: review the difference");
    }
}
