//! JSON lists that are written as they come.

use std::io::{self, Write};

use serde::Serialize;

use crate::exchange::WriteError;

/// An object whose members are lists.
pub(super) struct Lists<W: Write> {
    out: W,
    /// Whether there is a list, and whether it has an item.
    begun: bool,
    filled: bool,
}

impl<W: Write> Lists<W> {
    /// Begins it.
    pub(super) fn new(mut out: W) -> Result<Self, WriteError> {
        out.write_all(b"{")?;
        Ok(Self { out, begun: false, filled: false })
    }

    /// Begins the next list.
    pub(super) fn list(&mut self, name: &str) -> Result<(), WriteError> {
        let end = if self.begun { "\n],\n" } else { "\n" };
        write!(self.out, "{end}\"{name}\":[")?;
        (self.begun, self.filled) = (true, false);
        Ok(())
    }

    /// An item of the list.
    pub(super) fn item(&mut self, item: &impl Serialize) -> Result<(), WriteError> {
        self.out.write_all(if self.filled { b",\n" } else { b"\n" })?;
        self.filled = true;
        Ok(serde_json::to_writer(&mut self.out, item).map_err(io::Error::from)?)
    }

    /// Ends it all.
    pub(super) fn end(mut self) -> Result<(), WriteError> {
        Ok(self.out.write_all(if self.begun { b"\n]}\n" } else { b"}\n" })?)
    }
}
