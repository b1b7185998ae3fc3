//! Drieklank

pub mod exchange;
