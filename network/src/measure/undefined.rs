//! Why a measure has no value.

use crate::codes;

codes! {
    /// Why a measure has no value here. It is never told as 0 instead.
    pub enum Undefined {
        /// There are no ties.
        NoTies,
        /// Nobody takes part in a venue, or the projection is not made of venues.
        NoVenues,
        /// There are fewer than 30 venues: too few to tell a pattern from chance.
        TooFewVenues,
        /// One of the three helices is in all venues or in none, so that nothing the others do changes the measure.
        DegenerateHelix,
        /// No chances fit the numbers of venues and members, so that nothing can be tested against them.
        NoFit,
    }
}
