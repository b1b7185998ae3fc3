//! GraphQL: what stands around the schema so that any document may come in and only good answers go out.

pub mod answer;
pub mod budget;
pub mod error;
pub mod executor;
pub mod guard;
pub mod masking;
pub mod nulls;
pub mod trusted;
