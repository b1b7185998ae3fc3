//! What a coalition of the willing is, one behaviour a test, the expectation beside the facts.

mod certain;
mod closure;
mod confidence;
mod declined;
pub(crate) mod generated;
mod missing;
mod period;
mod properties;
mod ratified;
mod route;
mod shape;
mod status;
mod strength;
