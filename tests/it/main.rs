//! The one integration test binary.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::too_many_lines,
    reason = "a test that cannot go on says so by a panic, and a table of cases may be long"
)]

mod guard;
mod http;
mod tiny;
