//! Who takes part where in a regional cooperation, since when, on whose word: a GraphQL stakeholder network.

pub mod access;
pub mod cli;
pub mod clock;
pub mod config;
pub mod exchange;
pub mod export;
pub mod graphql;
pub mod http;
pub mod live;
pub mod store;
pub mod writer;
