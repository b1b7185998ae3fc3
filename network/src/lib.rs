//! The domain of Drieklank: who takes part where in a regional cooperation, since when, on whose word.
//!
//! Pure: no async, no I/O, no clock, no randomness. It cannot fail for reasons from outside.

pub mod codes;
pub mod condition;
pub mod date;
pub mod facts;
pub mod id;
pub mod list;
pub mod period;
pub mod problem;
pub mod share;
pub mod slug;
pub mod source;

mod serde_with_text;
