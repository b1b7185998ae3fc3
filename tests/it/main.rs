//! Tests
#[test]
fn placeholder_until_first_test() {}
