//! When two facts tell of the same: what a merge would say twice, and what nobody may record twice.

use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

use crate::facts::*;
use crate::period::Span;

/// A noun whose facts may tell of the same.
pub(crate) trait Same: Fact {
    /// Whether both tell of the same, whenever that was.
    fn same(&self, other: &Self) -> bool;

    /// A number that is the same for all that tell of the same.
    fn fingerprint(&self) -> u64;
}

/// For each noun, of what a row tells.
macro_rules! same {
    ($($fact:ident |$row:ident| $what:expr;)*) => {$(
        impl Same for $fact {
            fn same(&self, other: &Self) -> bool {
                let $row = self;
                let what = $what;
                let $row = other;
                what == $what
            }

            fn fingerprint(&self) -> u64 {
                let $row = self;
                FxBuildHasher.hash_one($what)
            }
        }
    )*};
}

same! {
    Name |row| (row.organisation, &row.name, row.language);
    Contact |row| (row.organisation, row.kind, &row.value);
    MunicipalityStatistics |row| (row.organisation, row.counted_on);
    GroupMembership |row| (row.organisation, row.group);
    Partnership |row| row.organisation;
    Relation |row| (
        row.kind,
        (row.from_organisation, row.from_group, row.from_body),
        (row.to_organisation, row.to_group, row.to_body),
    );
    Office |row| (row.person, row.organisation, &row.label_nl);
    Seat |row| (row.body, row.role, row.holder, &row.on_behalf_of, row.on_behalf_of_group, row.supplied_by);
    Signature |row| (row.organisation, row.agreement);
    InitiativePart |row| (row.initiative, row.programme_line, row.parent, row.agreement);
    PersonContact |row| (row.person, row.kind, &row.value);
    // Each partner may say how well two persons know each other.
    Tie |row| (row.from_person.min(row.to_person), row.from_person.max(row.to_person), row.holder, row.confirmed_on);
    Target |row| (row.topic, row.organisation, row.person, row.body);
    DecisionStage |row| (row.decision_moment, row.kind, row.date);
    Preference |row| (row.organisation, row.topic, row.person, row.channel);
}

/// The days of which a fact tells.
pub(crate) fn span<T: Fact>(row: &T) -> Span {
    row.period().map_or(Span::ALWAYS, |period| period.span())
}

/// Whether both tell of some day.
pub(crate) fn overlap<T: Fact>(row: &T, other: &T) -> bool {
    !span(row).and(span(other)).is_empty()
}
