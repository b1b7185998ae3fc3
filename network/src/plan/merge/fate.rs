//! What becomes of what was known of the duplicate, beside what is known of the one that stays.

use crate::facts::Fact;
use crate::same::{Same, overlap, span};
use crate::table::Table;

/// What becomes of a fact of the duplicate.
pub(super) enum Fate<'a, T> {
    /// It is about the one that stays.
    Moves,
    /// That one says so already.
    Goes(&'a T),
    /// That one says something else of the same days.
    Clashes(&'a T),
}

/// What becomes of a fact of the duplicate among those of the one that stays.
///
/// * `adds`: whether the first, which is the duplicate's, says more than the second.
pub(super) fn fate<'a, T: Same>(table: &'a Table<T>, after: &T, adds: impl Fn(&T, &T) -> bool) -> Fate<'a, T> {
    let mut clashes = None;
    for (_, other) in table.iter().filter(|(_, other)| other.id() != after.id() && after.same(other)) {
        if !overlap(after, other) {
            continue;
        }
        if within(after, other) && !adds(after, other) {
            return Fate::Goes(other);
        }
        clashes = Some(other);
    }
    clashes.map_or(Fate::Moves, Fate::Clashes)
}

/// Whether a fact tells of no day that another one does not tell of. A start that is not known tells of none.
fn within<T: Fact>(row: &T, other: &T) -> bool {
    let begins = row.period().and_then(|period| period.since).is_none() || span(row).from >= span(other).from;
    begins && span(row).to <= span(other).to
}
