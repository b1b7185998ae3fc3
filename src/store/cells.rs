//! The cells of one row after another, as a block of rows hands them out.

use std::fmt;

use sea_orm::prelude::Uuid;
use serde::de::{Error, SeqAccess};

use super::cell::{Cell, Raw};
use super::problems::{Problems, Unreadable};
use super::sources::Sources;

/// What a reader keeps from row to row.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub(super) sources: Sources,
    pub(super) problems: Problems,
    /// Whether the block at hand has bytes that are no text.
    spoilt: bool,
}

/// Stands for bytes that are no text. It is no character and never will be one.
const SPOILT: char = '\u{fdd0}';

impl Notes {
    /// The text of a block that is read next; what is no text in it is marked, so that its cell can be named.
    pub(super) fn text(&mut self, bytes: Vec<u8>) -> String {
        let text = String::from_utf8(bytes);
        self.spoilt = text.is_err();
        text.unwrap_or_else(|spoilt| {
            let mut text = String::new();
            for chunk in spoilt.as_bytes().utf8_chunks() {
                text.push_str(chunk.valid());
                if !chunk.invalid().is_empty() {
                    text.push(SPOILT);
                }
            }
            text
        })
    }

    fn read<T: Cell>(&mut self, raw: Raw<'_>) -> Result<T, String> {
        match &raw {
            Raw::Text(text) if self.spoilt && text.contains(SPOILT) => Err("bytes that are no text".to_owned()),
            _ => T::from_raw(raw, &mut self.sources),
        }
    }
}

/// The cells of a row that are still to be read.
pub(super) struct Cells<'n, 'de, A> {
    table: &'static str,
    cells: A,
    n_read: usize,
    /// The first two cells, by which the row is named: id and key.
    name: [Raw<'de>; 2],
    /// What is wrong, until the row can be named.
    wrong: Vec<(&'static str, String)>,
    notes: &'n mut Notes,
}

impl<'n, 'de, A: SeqAccess<'de>> Cells<'n, 'de, A> {
    pub(super) fn new(table: &'static str, cells: A, notes: &'n mut Notes) -> Self {
        Self { table, cells, n_read: 0, name: [Raw::Null, Raw::Null], wrong: Vec::new(), notes }
    }

    /// The next cell; `None` when it is no valid value, which is noted.
    pub(super) fn next<T: Cell>(&mut self, column: &'static str) -> Result<Option<T>, A::Error> {
        let Some(raw) = self.cells.next_element::<Raw<'de>>()? else {
            return Err(A::Error::invalid_length(self.n_read, &"a cell for each column"));
        };
        if let Some(name) = self.name.get_mut(self.n_read) {
            *name = raw.clone();
        }
        self.n_read += 1;
        match self.notes.read(raw) {
            Ok(value) => Ok(Some(value)),
            Err(reason) => {
                self.wrong.push((column, reason));
                Ok(None)
            }
        }
    }

    /// Ends the row: what was wrong with it is noted under its key and id.
    pub(super) fn end(self) {
        if self.wrong.is_empty() {
            return;
        }
        let [id, key] = self.name.map(|cell| match &cell {
            Raw::Text(text) => Uuid::try_parse(text).map_or_else(|_| text.to_string(), |id| id.to_string()),
            other => other.to_string(),
        });
        for (column, reason) in self.wrong {
            self.notes.problems.push(Unreadable { table: self.table, row: row_name(&key, &id), column, reason });
        }
    }
}

/// How a row is named in messages.
pub(super) fn row_name(key: &str, id: &impl fmt::Display) -> String {
    format!("{key} ({id})")
}
