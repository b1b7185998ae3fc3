//! Drieklank
pub mod graphql;
