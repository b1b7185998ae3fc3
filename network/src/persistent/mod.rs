//! Tables and orders that share what is equal with what they were made from: a copy costs nothing, and changing one entry
//! copies the few blocks on the way to it, however long the whole is.

mod column;
mod sorted;

pub(crate) use column::Column;
pub(crate) use sorted::{Iter, Sorted, by_number};
