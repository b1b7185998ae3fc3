//! A fact as a row of cells: serde tells its fields.

use std::fmt::{self, Write as _};

use network::facts::{Fact, Reference};
use network::network::Tables;
use serde::ser::{Error, Impossible, SerializeStruct};
use serde::{Serialize, Serializer};

/// The cells of one fact after the other, in memory that is used again.
#[derive(Debug, Default)]
pub(super) struct Row {
    cells: Vec<String>,
    /// How many cells the fact has.
    n_cells: usize,
    references: Vec<Reference>,
}

/// A field is no single cell: facts are flat, so there is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a fact does not fit a row: {0}")]
pub struct NoRow(String);

impl Error for NoRow {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

impl Row {
    /// The cells of a fact of these tables, in the order of its columns. A reference is told by the key of what it points at
    /// wherever the id follows from that, and an id that follows from the own key is left out.
    pub(super) fn of<T: Fact + Serialize>(&mut self, tables: &Tables, fact: &T) -> Result<&[String], NoRow> {
        let references = &mut self.references;
        references.clear();
        fact.pointing(&mut |reference| references.push(reference));
        self.n_cells = 0;
        let has_id_of_key = fact.has_id_of_key();
        fact.serialize(&mut Filling { row: self, tables, has_id_of_key })?;
        Ok(&self.cells[..self.n_cells])
    }

    /// The cell that was begun last.
    fn cell(&mut self) -> Result<&mut String, NoRow> {
        let last = self.n_cells.checked_sub(1).and_then(|at| self.cells.get_mut(at));
        last.ok_or_else(|| NoRow("no field was begun".to_owned()))
    }
}

struct Filling<'a> {
    row: &'a mut Row,
    tables: &'a Tables,
    has_id_of_key: bool,
}

impl Filling<'_> {
    fn put(&mut self, text: impl fmt::Display) -> Result<(), NoRow> {
        write!(self.row.cell()?, "{text}").map_err(NoRow::custom)
    }

    /// Puts keys in the place of ids.
    fn point(&mut self, field: &str) -> Result<(), NoRow> {
        let Row { cells, n_cells, references } = &mut *self.row;
        let Some(cell) = cells.get_mut(n_cells.saturating_sub(1)) else { return Ok(()) };
        let mut of_field = references.iter().filter(|reference| reference.field == field).peekable();
        if of_field.peek().is_none() {
            return Ok(());
        }
        // A condition names organisations among other things.
        if cell.starts_with('{') {
            for Reference { noun, id, .. } in of_field {
                if let Some(key) = self.tables.telling_key(noun, *id) {
                    *cell = cell.replace(&id.to_string(), key);
                }
            }
            return Ok(());
        }
        cell.clear();
        for Reference { noun, id, .. } in of_field {
            if !cell.is_empty() {
                cell.push(';');
            }
            match self.tables.telling_key(noun, *id) {
                Some(key) => cell.push_str(key),
                None => write!(cell, "{id}").map_err(NoRow::custom)?,
            }
        }
        Ok(())
    }
}

impl SerializeStruct for &mut Filling<'_> {
    type Ok = ();
    type Error = NoRow;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, field: &'static str, value: &T) -> Result<(), NoRow> {
        let row = &mut *self.row;
        match row.cells.get_mut(row.n_cells) {
            Some(cell) => cell.clear(),
            None => row.cells.push(String::new()),
        }
        row.n_cells += 1;
        if field == "id" && self.has_id_of_key {
            return Ok(());
        }
        value.serialize(&mut **self)?;
        self.point(field)
    }

    fn end(self) -> Result<(), NoRow> {
        Ok(())
    }
}

macro_rules! texts {
    ($($method:ident $type:ty,)*) => {
        $(fn $method(self, value: $type) -> Result<(), NoRow> {
            self.put(value)
        })*
    };
}

macro_rules! no_cells {
    ($($method:ident($($name:ident: $type:ty),*) $made:ident;)*) => {
        $(fn $method(self, $($name: $type),*) -> Result<Self::$made, NoRow> {
            $(let _ = $name;)*
            Err(NoRow(stringify!($method).to_owned()))
        })*
    };
}

impl<'a, 'f> Serializer for &'a mut Filling<'f> {
    type Ok = ();
    type Error = NoRow;
    type SerializeSeq = Impossible<(), NoRow>;
    type SerializeTuple = Impossible<(), NoRow>;
    type SerializeTupleStruct = Impossible<(), NoRow>;
    type SerializeTupleVariant = Impossible<(), NoRow>;
    type SerializeMap = Impossible<(), NoRow>;
    type SerializeStruct = &'a mut Filling<'f>;
    type SerializeStructVariant = Impossible<(), NoRow>;

    texts! {
        serialize_bool bool, serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64,
        serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64, serialize_f32 f32, serialize_f64 f64,
        serialize_char char, serialize_str &str,
    }

    no_cells! {
        serialize_bytes(value: &[u8]) Ok;
        serialize_seq(len: Option<usize>) SerializeSeq;
        serialize_tuple(len: usize) SerializeTuple;
        serialize_tuple_struct(name: &'static str, len: usize) SerializeTupleStruct;
        serialize_tuple_variant(name: &'static str, at: u32, variant: &'static str, len: usize) SerializeTupleVariant;
        serialize_map(len: Option<usize>) SerializeMap;
        serialize_struct_variant(name: &'static str, at: u32, variant: &'static str, len: usize) SerializeStructVariant;
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result<(), NoRow> {
        self.put(value)
    }

    fn serialize_none(self) -> Result<(), NoRow> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), NoRow> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), NoRow> {
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), NoRow> {
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), NoRow> {
        self.put(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), NoRow> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), NoRow> {
        Err(NoRow("serialize_newtype_variant".to_owned()))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeStruct, NoRow> {
        Ok(self)
    }
}
