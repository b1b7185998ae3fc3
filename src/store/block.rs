//! Blocks of rows: the database puts some thousand rows into one JSON text, and we read the facts from that.
//!
//! A driver that hands over row by row and cell by cell spends more time on the handing over than the database on
//! finding and we on reading. JSON is written and read by tight loops, and both databases speak it.

use std::fmt;
use std::marker::PhantomData;

use sea_orm::prelude::Uuid;
use sea_orm::{DbBackend, Value};
use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};

use super::cells::{Cells, Notes};
use super::lists::Pairs;
use super::rows::{Column, Row};

/// How many rows of SQLite, about, go into one block: about a megabyte of text.
const ROWS: i64 = 4_096;

/// How many pages of Postgres go into one block: some 20 to 60 rows each.
const PAGES: i64 = 192;

/// How many blocks a table is cut into at most, however far its row numbers are spread.
const BLOCKS: i64 = 4_096;

/// The statement that gives the rows of a block as one JSON text: an array of arrays of cells. Its two parameters are
/// the [`bounds`] of the block.
pub(super) fn select(db: DbBackend, table: &str, columns: &[Column]) -> String {
    let cells = columns.iter().map(|column| match (db, column) {
        // JSON has no bytes, and `hex` makes an empty text of null.
        (DbBackend::Sqlite, Column::Id(name)) => format!("CASE WHEN \"{name}\" IS NOT NULL THEN hex(\"{name}\") END"),
        (_, Column::Id(name) | Column::Value(name)) => format!("\"{name}\""),
    });
    let cells = cells.collect::<Vec<_>>().join(", ");
    if db == DbBackend::Sqlite {
        format!("SELECT json_group_array(json_array({cells})) FROM \"{table}\" WHERE rowid > ? AND rowid <= ?")
    } else {
        format!(
            "SELECT json_agg(json_build_array({cells}))::text FROM \"{table}\" \
             WHERE ctid >= ('(' || $1 || ',0)')::tid AND ctid < ('(' || $2 || ',0)')::tid"
        )
    }
}

/// The statement that gives the end of a table: its highest row number, or how many pages it has.
pub(super) fn end(db: DbBackend, table: &str) -> String {
    if db == DbBackend::Sqlite {
        format!("SELECT coalesce(max(rowid), 0) FROM \"{table}\"")
    } else {
        format!("SELECT pg_relation_size('\"{table}\"') / current_setting('block_size')::bigint")
    }
}

/// The bounds of the blocks of a table that ends here, as parameters of [`select`].
pub(super) fn bounds(db: DbBackend, end: i64) -> Vec<[Value; 2]> {
    let step = if db == DbBackend::Sqlite { ROWS } else { PAGES }.max(end / BLOCKS);
    let starts = std::iter::successors(Some(0), |start: &i64| start.checked_add(step)).take_while(|start| *start < end);
    let bounds = starts.map(|start| (start, start.saturating_add(step)));
    if db == DbBackend::Sqlite {
        bounds.map(|(start, end)| [start.into(), end.into()]).collect()
    } else {
        bounds.map(|(start, end)| [start.to_string().into(), end.to_string().into()]).collect()
    }
}

/// Reads the facts of a block. What cannot be read is noted and left out.
pub(super) fn read_facts<T: Row>(json: &str, notes: &mut Notes) -> Result<Vec<T>, serde_json::Error> {
    read(json, Block::<FactRow<T>> { notes, rows: Vec::new(), row: PhantomData })
}

/// Reads the pairs of a block of a list's table.
pub(super) fn read_pairs<P: Pairs>(json: &str, notes: &mut Notes) -> Result<Vec<(Uuid, Uuid)>, serde_json::Error> {
    read(json, Block::<PairRow<P>> { notes, rows: Vec::new(), row: PhantomData })
}

fn read<R: ReadRow>(json: &str, block: Block<'_, R>) -> Result<Vec<R::Value>, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let rows = block.deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(rows)
}

/// What is read from the cells of a row.
trait ReadRow {
    type Value;
    const TABLE: &'static str;

    fn read<'de, A: SeqAccess<'de>>(cells: &mut Cells<'_, 'de, A>) -> Result<Option<Self::Value>, A::Error>;
}

struct FactRow<T>(PhantomData<T>);

impl<T: Row> ReadRow for FactRow<T> {
    type Value = T;
    const TABLE: &'static str = T::NOUN;

    fn read<'de, A: SeqAccess<'de>>(cells: &mut Cells<'_, 'de, A>) -> Result<Option<T>, A::Error> {
        T::from_row(cells)
    }
}

struct PairRow<P>(PhantomData<P>);

impl<P: Pairs> ReadRow for PairRow<P> {
    type Value = (Uuid, Uuid);
    const TABLE: &'static str = P::TABLE;

    fn read<'de, A: SeqAccess<'de>>(cells: &mut Cells<'_, 'de, A>) -> Result<Option<(Uuid, Uuid)>, A::Error> {
        let (owner, item) = (cells.next(P::OWNER)?, cells.next(P::ITEM)?);
        Ok(owner.zip(item))
    }
}

/// An array of rows.
struct Block<'n, R: ReadRow> {
    notes: &'n mut Notes,
    rows: Vec<R::Value>,
    row: PhantomData<R>,
}

impl<'de, R: ReadRow> DeserializeSeed<'de> for Block<'_, R> {
    type Value = Vec<R::Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, R: ReadRow> Visitor<'de> for Block<'_, R> {
    type Value = Vec<R::Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of rows")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut rows: A) -> Result<Self::Value, A::Error> {
        while let Some(row) = rows.next_element_seed(OneRow::<R> { notes: self.notes, row: PhantomData })? {
            self.rows.extend(row);
        }
        Ok(self.rows)
    }
}

/// An array of cells.
struct OneRow<'n, R> {
    notes: &'n mut Notes,
    row: PhantomData<R>,
}

impl<'de, R: ReadRow> DeserializeSeed<'de> for OneRow<'_, R> {
    type Value = Option<R::Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, R: ReadRow> Visitor<'de> for OneRow<'_, R> {
    type Value = Option<R::Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of cells")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, cells: A) -> Result<Self::Value, A::Error> {
        let mut cells = Cells::new(R::TABLE, cells, self.notes);
        let value = R::read(&mut cells)?;
        cells.end();
        Ok(value)
    }
}
