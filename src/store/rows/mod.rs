//! Which field of a fact lies in which column: one short table per noun, from which both directions follow.

mod desk;
mod governance;
mod parties;
mod programme;
mod promises;

use network::facts::Fact;
use sea_orm::{ActiveModelBehavior, ActiveModelTrait};
use serde::de::SeqAccess;

use super::cells::Cells;
use super::problems::Problems;
use super::references::Known;

/// A fact that lies in a table of its own.
pub(super) trait Row: Fact {
    /// What sea-orm writes.
    type ActiveModel: ActiveModelBehavior + ActiveModelTrait + Send;

    /// The columns, in the order in which [`from_row`](Self::from_row) reads them: id, key and the others.
    const COLUMNS: &'static [Column];

    fn to_row(&self) -> Self::ActiveModel;

    /// Reads the cells of one row; `None` when one of them was no valid value, which `cells` has noted. Lists lie in
    /// tables of their own and stay empty.
    fn from_row<'de, A: SeqAccess<'de>>(cells: &mut Cells<'_, 'de, A>) -> Result<Option<Self>, A::Error>;

    /// Notes which of these point at rows that are not there.
    fn check_references(facts: &[Self], known: &Known<'_>, problems: &mut Problems);
}

/// A column and how it is read.
#[derive(Debug, Clone, Copy)]
pub(super) enum Column {
    /// A UUID.
    Id(&'static str),
    /// Anything else.
    Value(&'static str),
}

/// The table of a noun: the fact, its table and key, the fields that point at other rows with the column of each, the
/// fields that lie in the column of the same name, and the fields that lie in tables of their own.
macro_rules! row {
    (
        $fact:ident in $noun:ident by $key:ident
        $(references { $($reference:ident in $column:ident),* $(,)? })?
        values { $($value:ident),* $(,)? }
        $(lists { $($list:ident),* $(,)? })?
    ) => {
        impl super::Row for network::facts::$fact {
            type ActiveModel = entity::$noun::ActiveModel;

            const COLUMNS: &'static [super::Column] = &[
                super::Column::Id("id"),
                super::Column::Value(stringify!($key)),
                $($(super::Column::Id(stringify!($column)),)*)?
                $(super::Column::Value(stringify!($value)),)*
            ];

            fn to_row(&self) -> Self::ActiveModel {
                use sea_orm::ActiveValue::Set;

                use crate::store::cell::Cell;

                Self::ActiveModel {
                    id: Set(self.id.to_column()),
                    $key: Set(self.$key.to_column()),
                    $($($column: Set(self.$reference.to_column()),)*)?
                    $($value: Set(self.$value.to_column()),)*
                }
            }

            fn from_row<'de, A: serde::de::SeqAccess<'de>>(
                cells: &mut crate::store::cells::Cells<'_, 'de, A>,
            ) -> Result<Option<Self>, A::Error> {
                // All cells are read before the row is given up, so that each problem in it is named.
                let id = cells.next("id")?;
                let $key = cells.next(stringify!($key))?;
                $($(let $reference = cells.next(stringify!($column))?;)*)?
                $(let $value = cells.next(stringify!($value))?;)*
                let whole = || {
                    Some(Self {
                        id: id?,
                        $key: $key?,
                        $($($reference: $reference?,)*)?
                        $($value: $value?,)*
                        $($($list: network::list::List::default(),)*)?
                    })
                };
                Ok(whole())
            }

            fn check_references(
                facts: &[Self],
                known: &crate::store::references::Known<'_>,
                problems: &mut crate::store::Problems,
            ) {
                $($(known.check(facts, stringify!($column), |fact| &fact.$reference, problems);)*)?
                // Some nouns point at nothing.
                let _ = (facts, known, problems);
            }
        }
    };
}
use row;
