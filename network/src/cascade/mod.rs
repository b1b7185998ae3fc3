//! What falls with a change: two views of the same cooperation compared, from what somebody promised on condition to who is
//! out of reach. The later view may be one with assumptions ([`assume`](crate::assume)).

mod bodies;
mod lines;
mod pieces;
mod ways;

#[cfg(test)]
mod tests;

pub use bodies::{without_chair, without_seats};
pub use lines::{LineShift, shifted_lines};
pub use pieces::{Pieces, PiecesShift};
pub use ways::{Reach, out_of_reach};
