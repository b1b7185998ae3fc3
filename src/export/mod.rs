//! The network in the formats of other programs: graphs for Gephi, Kumu, Graphviz, igraph and networkx, Popolo, tables of what
//! is computed as CSV and Parquet, and the dataset itself.
//!
//! A file is made from a view and so holds what its viewer sees, and nothing else. The same view makes the same bytes. All
//! of it is written while it is made, so that a large network needs no more memory than a small one.

mod asked;
mod columnar;
mod delimited;
mod dot;
mod draw;
mod edges;
mod format;
mod gexf;
mod graphml;
mod json;
mod kumu;
mod nodes;
mod popolo;
mod seen;
mod shown;
mod tables;
mod value;
mod xml;

#[cfg(test)]
mod tests;

use std::io::Write;

pub use asked::{ArgumentError, Asked, Days};
pub use format::Format;
pub use shown::shown;

use crate::exchange;
pub use crate::exchange::WriteError;
use draw::Drawing;
use network::view::View;

/// Writes a view in a format.
///
/// # Errors
/// [`WriteError::Unfit`] when the format cannot hold it, told before anything is written; else when `out` takes no more.
pub fn write(view: &View, asked: &Asked, mut out: impl Write + Send) -> Result<(), WriteError> {
    if let Some(make) = tables::of(asked.format) {
        let table = make(view, asked)?;
        if asked.format.is_binary() {
            columnar::write(&table, &mut out)?;
        } else {
            delimited::write(&table, &mut out)?;
        }
        return Ok(out.flush()?);
    }
    let network = &**view.network();
    match asked.format {
        Format::Json => exchange::write_json(network, &mut out)?,
        Format::Xlsx => exchange::write_workbook(network, &mut out)?,
        Format::GraphMl => graphml::write(&Drawing::new(view, asked)?, &mut out)?,
        Format::Gexf => gexf::write(&Drawing::new(view, asked)?, &mut out)?,
        Format::Dot => dot::write(&Drawing::new(view, asked)?, &mut out)?,
        Format::Kumu => kumu::write(&Drawing::new(view, asked)?, &mut out)?,
        Format::Popolo => popolo::write(view, asked, &mut out)?,
        _ => exchange::write_zip(network, &mut out)?,
    }
    Ok(out.flush()?)
}
