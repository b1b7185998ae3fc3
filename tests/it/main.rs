//! What the program does, seen from outside: one binary for all tests that need more than a function.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::too_many_lines,
    reason = "a test that cannot go on says so by a panic, and a table of cases may be long"
)]

mod aims;
mod app;
mod calendars;
mod changes;
mod cli;
mod conventions;
mod coverage;
mod desk;
mod desk_nouns;
mod desk_refusals;
mod differential;
mod erasures;
mod exports;
mod guard;
mod http;
mod imports;
mod journal;
mod languages;
mod layers;
mod listening;
mod made_facts;
mod merges;
mod nouns;
mod oidc;
mod operations;
mod pages;
mod plans;
mod postgres;
mod provider;
mod questions;
#[path = "../../benches/made/random.rs"]
mod random;
mod readings;
mod refused;
mod schema;
mod served;
mod store;
mod subscriptions;
mod tiny;
mod what_if;
