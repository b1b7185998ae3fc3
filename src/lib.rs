//! Drieklank

pub mod exchange;
pub mod graphql;
