//! Drieklank
fn main() {}
