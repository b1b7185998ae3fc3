//! The API: types, what they answer, and what stands around them so that any document may come in and only good answers
//! go out.

pub mod answer;
pub mod argument;
pub mod budget;
pub mod calendar;
pub mod codes;
pub mod error;
pub mod executor;
pub mod filters;
pub mod follow;
pub mod global_id;
pub mod guard;
pub mod masking;
pub mod message;
pub mod mutation;
pub mod nulls;
pub mod objects;
pub mod page;
pub mod pin;
pub mod query;
pub mod reader;
pub mod scalars;
pub mod schema;
pub mod subscription;
pub mod trusted;
pub mod viewer;
