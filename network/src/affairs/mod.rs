//! The desk for public affairs: whom we can reach, through whom, whom to talk to, when, and what to look out for.
//!
//! Algorithms over small plain inputs, which [`acquaintances`], [`ahead`], [`preferences`], [`reach`], [`say`] and [`visits`]
//! fill from a view, so that nothing here can tell what a view hides.
//! Persons, ties, targets and the like are numbered by who asks. Where input has an `order`, that number settles what is
//! equal otherwise, so that an answer does not depend on the order of input; each is to be given once.

pub mod acquaintances;
pub mod ahead;
pub mod coverage;
pub mod influence;
pub mod monitors;
pub mod numbered;
pub mod preferences;
pub mod reach;
pub mod reliability;
pub mod representation;
pub mod routes;
pub mod say;
pub mod schedule;
pub mod visits;
