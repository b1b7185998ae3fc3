//! References between rows: whether the row that one points at is there.

use std::cell::OnceCell;

use network::facts::*;
use network::id::FactId;
use rustc_hash::FxHashSet;
use sea_orm::prelude::Uuid;

use super::cell::Reference;
use super::cells::row_name;
use super::problems::{Problems, Unreadable};

macro_rules! known {
    ($($noun:ident $fact:ident,)*) => {
        /// The ids of all facts, gathered noun by noun when first asked for: few nouns are pointed at.
        pub(super) struct Known<'f> {
            facts: &'f Facts,
            none: FxHashSet<Uuid>,
            $($noun: OnceCell<FxHashSet<Uuid>>,)*
        }

        impl<'f> Known<'f> {
            pub(super) fn new(facts: &'f Facts) -> Self {
                Self { facts, none: FxHashSet::default(), $($noun: OnceCell::new(),)* }
            }

            /// The ids of all facts of one noun.
            pub(super) fn ids_of<I: FactId>(&self) -> &FxHashSet<Uuid> {
                $(if I::TYPE == <<$fact as Fact>::Id as FactId>::TYPE {
                    return self.$noun.get_or_init(|| self.facts.$noun.iter().map(|fact| fact.id().uuid()).collect());
                })*
                &self.none
            }
        }
    };
}
network::for_each_noun!(known);

impl Known<'_> {
    /// Notes which of the facts point in this column at a row that is not there.
    pub(super) fn check<F: Fact, R: Reference>(
        &self,
        facts: &[F],
        column: &'static str,
        reference: impl Fn(&F) -> &R,
        problems: &mut Problems,
    ) {
        let ids = self.ids_of::<R::Id>();
        for fact in facts {
            let Some(target) = reference(fact).target() else { continue };
            if !ids.contains(&target.uuid()) {
                problems.push(Unreadable {
                    table: F::NOUN,
                    row: row_name(fact.key(), &fact.id().uuid()),
                    column,
                    reason: missing(target),
                });
            }
        }
    }
}

/// What is wrong with a reference to a row that is not there.
pub(super) fn missing<I: FactId>(id: I) -> String {
    format!("it points at {} {}, which is not there", I::TYPE, id.uuid())
}
