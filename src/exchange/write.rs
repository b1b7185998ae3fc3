//! Facts as tables: files of CSV in a folder or in a zip, a workbook, and tables of anything else.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use network::facts::Fact;
use network::network::{Network, Tables};
use network::table::{Ix, Table};
use serde::Serialize;
use serde::de::DeserializeOwned;
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::columns::columns;
use super::form::Form;
use super::formula;
use super::row::{NoRow, Row};

/// Why something could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// Where it goes takes no more.
    #[error("failed to write on")]
    Io(#[from] io::Error),
    /// It does not fit the format: in Dutch and English.
    #[error("{en}")]
    Unfit {
        /// In Dutch.
        nl: String,
        /// In English.
        en: String,
    },
    /// A fact is no row.
    #[error(transparent)]
    Row(#[from] NoRow),
}

impl From<csv::Error> for WriteError {
    fn from(error: csv::Error) -> Self {
        Self::Io(error.into())
    }
}

impl From<zip::result::ZipError> for WriteError {
    fn from(error: zip::result::ZipError) -> Self {
        Self::Io(error.into())
    }
}

/// Takes the tables of a dataset, one after the other.
pub(super) trait Sheets {
    /// Begins the table of a noun with the names of its columns.
    fn begin(&mut self, noun: &'static str, header: &[&str]) -> Result<(), WriteError>;

    /// A row of the table that was begun.
    fn row(&mut self, cells: &[String]) -> Result<(), WriteError>;
}

macro_rules! nouns {
    ($($noun:ident $fact:ident,)*) => {
        /// Hands over all facts, noun by noun, each in the order of its keys. A noun without facts has no table.
        pub(super) fn hand_over(network: &Network, sheets: &mut impl Sheets) -> Result<(), WriteError> {
            $(noun(network, &network.$noun, sheets)?;)*
            Ok(())
        }
    };
}
network::for_each_noun!(nouns);

fn noun<T: Fact + Serialize + DeserializeOwned>(
    tables: &Tables,
    table: &Table<T>,
    sheets: &mut impl Sheets,
) -> Result<(), WriteError> {
    if table.is_empty() {
        return Ok(());
    }
    let header: Vec<&str> = columns::<T>().iter().map(|column| column.name).collect();
    sheets.begin(T::NOUN, &header)?;
    let mut row = Row::default();
    for ix in in_order(table) {
        sheets.row(row.of(tables, table.get(ix))?)?;
    }
    Ok(())
}

/// Writes a dataset as a zip of CSV files: the same bytes for the same facts.
///
/// # Errors
/// When `out` takes no more.
pub fn write_zip<W: Write>(network: &Network, out: W) -> Result<(), WriteError> {
    let mut sheets = Zipped { zip: Some(ZipWriter::new_stream(out)), table: None };
    hand_over(network, &mut sheets)?;
    if let Some(zip) = sheets.zip()? {
        zip.finish()?.flush()?;
    }
    Ok(())
}

/// A zip, or the table that is being written into it.
struct Zipped<W: Write> {
    zip: Option<ZipWriter<StreamWriter<W>>>,
    table: Option<CsvTable<ZipWriter<StreamWriter<W>>>>,
}

impl<W: Write> Zipped<W> {
    /// The zip, when the table in it is whole.
    fn zip(&mut self) -> Result<Option<ZipWriter<StreamWriter<W>>>, WriteError> {
        match self.table.take() {
            Some(table) => Ok(Some(table.finish()?)),
            None => Ok(self.zip.take()),
        }
    }
}

impl<W: Write> Sheets for Zipped<W> {
    fn begin(&mut self, noun: &'static str, header: &[&str]) -> Result<(), WriteError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            // The fastest level takes most of what can be had from tables.
            .compression_level(Some(1))
            .unix_permissions(0o644)
            // No clock: the same facts are the same bytes.
            .last_modified_time(DateTime::default());
        if let Some(mut zip) = self.zip()? {
            zip.start_file(Form::Csv.file_of(noun), options)?;
            self.table = Some(CsvTable::new(zip, header)?);
        }
        Ok(())
    }

    fn row(&mut self, cells: &[String]) -> Result<(), WriteError> {
        self.table.as_mut().map_or(Ok(()), |table| table.row(cells))
    }
}

/// Writes a dataset as CSV files into a folder.
///
/// # Errors
/// When a file cannot be written.
pub fn write_folder(network: &Network, folder: &Path) -> Result<(), WriteError> {
    let mut sheets = Folder { folder: folder.to_owned(), table: None };
    hand_over(network, &mut sheets)?;
    sheets.close()
}

struct Folder {
    folder: PathBuf,
    table: Option<CsvTable<File>>,
}

impl Folder {
    fn close(&mut self) -> Result<(), WriteError> {
        self.table.take().map_or(Ok(()), |table| table.finish().map(drop))
    }
}

impl Sheets for Folder {
    fn begin(&mut self, noun: &'static str, header: &[&str]) -> Result<(), WriteError> {
        self.close()?;
        self.table = Some(CsvTable::new(File::create_new(self.folder.join(Form::Csv.file_of(noun)))?, header)?);
        Ok(())
    }

    fn row(&mut self, cells: &[String]) -> Result<(), WriteError> {
        self.table.as_mut().map_or(Ok(()), |table| table.row(cells))
    }
}

/// A table as CSV, for people who open it in a spreadsheet: a cell that it would take for a formula begins with an
/// apostrophe.
#[derive(Debug)]
pub struct CsvTable<W: Write>(csv::Writer<W>);

impl<W: Write> CsvTable<W> {
    /// Begins one with the names of its columns.
    ///
    /// # Errors
    /// When `out` takes no more.
    pub fn new(out: W, header: &[&str]) -> Result<Self, WriteError> {
        let mut table = Self(csv::Writer::from_writer(out));
        table.row(header)?;
        Ok(table)
    }

    /// Writes a row.
    ///
    /// # Errors
    /// When it has more or fewer cells than the header, or nothing more is taken.
    pub fn row(&mut self, cells: &[impl AsRef<str>]) -> Result<(), WriteError> {
        Ok(self.0.write_record(cells.iter().map(|cell| AsBytes(formula::written(cell.as_ref()))))?)
    }

    /// Where it was written, when all of it is there.
    ///
    /// # Errors
    /// When nothing more is taken.
    pub fn finish(self) -> Result<W, WriteError> {
        self.0.into_inner().map_err(|failed| failed.into_error().into())
    }
}

/// A text as `csv` takes it.
struct AsBytes<'a>(Cow<'a, str>);

impl AsRef<[u8]> for AsBytes<'_> {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// A table as the text of a CSV file.
///
/// # Errors
/// When a row has more or fewer cells than the header.
pub fn csv_text(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Result<String, WriteError> {
    let mut table = CsvTable::new(Vec::new(), header)?;
    for row in rows {
        table.row(&row)?;
    }
    Ok(String::from_utf8_lossy(&table.finish()?).into_owned())
}

/// Writes a dataset as one JSON object: the revision, and of each noun with facts a list of them, in the order of keys. Ids
/// and references are UUIDs.
///
/// # Errors
/// When `out` takes no more.
pub fn write_json(network: &Network, out: &mut impl Write) -> Result<(), WriteError> {
    let revision = network.revision();
    write!(out, "{{\"revision\":{}", revision.number)?;
    macro_rules! nouns {
        ($($noun:ident $fact:ident,)*) => { $(json_noun(&network.$noun, out)?;)* };
    }
    network::for_each_noun!(nouns);
    Ok(out.write_all(b"\n}\n")?)
}

fn json_noun<T: Fact + Serialize>(table: &Table<T>, out: &mut impl Write) -> Result<(), WriteError> {
    for (at, ix) in in_order(table).into_iter().enumerate() {
        if at == 0 {
            write!(out, ",\n\"{}\":[\n", T::NOUN)?;
        } else {
            out.write_all(b",\n")?;
        }
        serde_json::to_writer(&mut *out, table.get(ix)).map_err(io::Error::from)?;
    }
    if table.is_empty() { Ok(()) } else { Ok(out.write_all(b"\n]")?) }
}

/// The rows of a table, in the order of their keys.
fn in_order<T: Fact>(table: &Table<T>) -> Vec<Ix<T>> {
    let mut rows: Vec<Ix<T>> = table.indices().collect();
    rows.sort_unstable_by(|one, other| table.get(*one).key().cmp(table.get(*other).key()));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_no_formula() {
        let rows = [vec!["=1+1".to_owned(), "-2".to_owned()], vec!["a, \"b\"".to_owned(), String::new()]];
        let text = csv_text(&["one", "two"], rows.into_iter()).unwrap();
        assert_eq!(text, "one,two\n'=1+1,-2\n\"a, \"\"b\"\"\",\n");
    }
}
