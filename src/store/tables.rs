//! All tables that hold a network, and what was read of them.

use network::facts::*;
use sea_orm::prelude::Uuid;

use super::block;
use super::cells::Notes;
use super::lists::*;
use super::problems::Problems;
use super::references::Known;
use super::rows::{Column, Row};

/// How to read a table.
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) columns: fn() -> Vec<Column>,
    /// Reads the rows of the block with this number from its JSON.
    pub(super) decode: fn(&str, usize, &mut Read) -> Result<(), serde_json::Error>,
}

/// All tables.
pub(super) fn tables() -> impl Iterator<Item = &'static Table> {
    NOUNS.iter().chain(LISTS)
}

/// What one reader, or all of them, have read so far.
#[derive(Default)]
pub(super) struct Read {
    facts: FactBlocks,
    pairs: PairBlocks,
    notes: Notes,
}

impl Read {
    /// The text of a block that is read next.
    pub(super) fn text(&mut self, bytes: Vec<u8>) -> String {
        self.notes.text(bytes)
    }

    pub(super) fn append(&mut self, other: Self) {
        self.facts.append(other.facts);
        self.pairs.append(other.pairs);
        self.notes.problems.append(other.notes.problems);
    }

    /// Puts the blocks together. The facts are whole when there are no problems.
    pub(super) fn finish(self) -> (Facts, Problems) {
        let mut problems = self.notes.problems;
        let mut facts = self.facts.in_order();
        // A row that could not be read would be missed by all that point at it.
        if problems.count == 0 {
            self.pairs.attach(&mut facts, &mut problems);
            let known = Known::new(&facts);
            check_facts(&facts, &known, &mut problems);
            check_lists(&facts, &known, &mut problems);
        }
        (facts, problems)
    }
}

/// What was read of a table: blocks with their numbers.
type Blocks<T> = Vec<(usize, Vec<T>)>;

/// Blocks in the order of their numbers, as one.
fn in_order<T>(mut blocks: Blocks<T>) -> Vec<T> {
    blocks.sort_unstable_by_key(|(number, _)| *number);
    let mut all = Vec::with_capacity(blocks.iter().map(|(_, rows)| rows.len()).sum());
    for (_, mut rows) in blocks {
        all.append(&mut rows);
    }
    all
}

macro_rules! nouns {
    ($($noun:ident $fact:ident,)*) => {
        const NOUNS: &[Table] = &[$(Table {
            name: $fact::NOUN,
            columns: || $fact::COLUMNS.to_vec(),
            decode: |json, number, read| {
                read.facts.$noun.push((number, block::read_facts(json, &mut read.notes)?));
                Ok(())
            },
        },)*];

        /// Facts of all nouns, in blocks.
        #[derive(Default)]
        struct FactBlocks {
            $($noun: Blocks<$fact>,)*
        }

        impl FactBlocks {
            fn append(&mut self, other: Self) {
                $(self.$noun.extend(other.$noun);)*
            }

            fn in_order(self) -> Facts {
                Facts { $($noun: in_order(self.$noun),)* }
            }
        }

        fn check_facts(facts: &Facts, known: &Known<'_>, problems: &mut Problems) {
            $($fact::check_references(&facts.$noun, known, problems);)*
        }
    };
}
network::for_each_noun!(nouns);

macro_rules! lists {
    ($($table:ident $pairs:ident of $noun:ident,)*) => {
        const LISTS: &[Table] = &[$(Table {
            name: $pairs::TABLE,
            columns: || vec![Column::Id($pairs::OWNER), Column::Id($pairs::ITEM)],
            decode: |json, number, read| {
                read.pairs.$table.push((number, block::read_pairs::<$pairs>(json, &mut read.notes)?));
                Ok(())
            },
        },)*];

        /// Values of all lists, in blocks.
        #[derive(Default)]
        struct PairBlocks {
            $($table: Blocks<(Uuid, Uuid)>,)*
        }

        impl PairBlocks {
            fn append(&mut self, other: Self) {
                $(self.$table.extend(other.$table);)*
            }

            fn attach(self, facts: &mut Facts, problems: &mut Problems) {
                $(attach::<$pairs>(&mut facts.$noun, in_order(self.$table), problems);)*
            }
        }

        fn check_lists(facts: &Facts, known: &Known<'_>, problems: &mut Problems) {
            $(check_references::<$pairs>(&facts.$noun, known, problems);)*
        }
    };
}
for_each_list!(lists);
