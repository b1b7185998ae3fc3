//! Drieklank
