//! What the program does, seen from outside: one binary for all tests that need more than a function.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod coverage;
mod guard;
mod http;
mod made_facts;
mod postgres;
#[path = "../../benches/made/random.rs"]
mod random;
mod store;
mod tiny;
