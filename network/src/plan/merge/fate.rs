//! What becomes of what was known of the duplicate, beside what is known of the one that stays.

use crate::facts::Fact;
use crate::period::Span;
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
/// * `same`: whether both are about the same, the first being the duplicate's.
/// * `adds`: whether the first says more of it.
pub(super) fn fate<'a, T: Fact>(
    table: &'a Table<T>,
    after: &T,
    same: impl Fn(&T, &T) -> bool,
    adds: impl Fn(&T, &T) -> bool,
) -> Fate<'a, T> {
    let mut clashes = None;
    for (_, other) in table.iter().filter(|(_, other)| other.id() != after.id() && same(after, other)) {
        if span(after).and(span(other)).is_empty() {
            continue;
        }
        if within(after, other) && !adds(after, other) {
            return Fate::Goes(other);
        }
        clashes = Some(other);
    }
    clashes.map_or(Fate::Moves, Fate::Clashes)
}

fn span<T: Fact>(row: &T) -> Span {
    row.period().map_or(Span::ALWAYS, |period| period.span())
}

/// Whether a fact tells of no day that another one does not tell of. A start that is not known tells of none.
fn within<T: Fact>(row: &T, other: &T) -> bool {
    let begins = row.period().and_then(|period| period.since).is_none() || span(row).from >= span(other).from;
    begins && span(row).to <= span(other).to
}
