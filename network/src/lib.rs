//! The domain of Drieklank: who takes part where in a regional cooperation, since when, on whose word.
//!
//! Pure: no async, no I/O, no clock, no randomness but from a seed. It cannot fail for reasons from outside.

pub mod affairs;
mod after;
pub mod ambition;
pub mod any_fact;
pub mod assume;
pub mod audience;
pub mod belonging;
pub mod calendar;
pub mod cascade;
pub mod change;
pub mod coalition;
pub mod codes;
pub mod completeness;
pub mod condition;
pub mod date;
pub mod difference;
pub mod facts;
pub mod findings;
pub mod graph;
pub mod grouped;
pub mod id;
pub mod import;
pub mod journal;
pub mod links;
pub mod list;
pub mod measure;
pub mod merged;
pub mod names;
pub mod network;
pub mod node;
pub mod order;
pub mod period;
mod persistent;
pub mod plan;
pub mod privacy;
pub mod problem;
pub mod put_back;
pub mod score;
pub mod search;
pub mod seen;
pub mod share;
pub mod slug;
pub mod snapshot;
pub mod source;
pub mod table;
pub mod timeline;
pub mod view;
pub mod words;

mod cited;
mod competence;
mod copied;
mod days;
mod double;
mod moved;
mod numbers;
mod references;
mod same;
mod serde_with_text;
#[cfg(test)]
mod testing;
