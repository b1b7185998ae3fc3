//! What a coalition of the willing is, one behaviour a test, the expectation beside the facts.

mod certain;
mod confidence;
mod declined;
mod generated;
mod missing;
mod period;
mod properties;
mod ratified;
mod route;
mod status;
mod strength;
