//! Tables as Parquet: typed columns, compressed, in groups of rows, so that a large table needs no more memory than a group.

use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical, ZstdLevel};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type, TypePtr};

use super::tables::{Cell, Table};
use super::value::{Attribute, Kind, Value};
use crate::exchange::WriteError;

/// Rows of a group: with some dozen columns a few MB until they are written.
pub(super) const GROUP_ROWS: usize = 1 << 16;

impl From<ParquetError> for WriteError {
    fn from(error: ParquetError) -> Self {
        Self::Io(io::Error::other(error))
    }
}

/// Writes a table. Cells without a value are null.
pub(super) fn write(table: &Table<'_>, out: &mut (impl Write + Send)) -> Result<(), WriteError> {
    let properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        // Of each group what is least and what is most, so that a reader may pass over it; of pages nobody asks.
        .set_statistics_enabled(EnabledStatistics::Chunk)
        .build();
    let mut file = SerializedFileWriter::new(out, schema(table.columns())?, Arc::new(properties))?;
    let mut group = Group { columns: table.columns().map(|column| Column::new(column.kind)).collect(), rows: 0 };
    table.rows(&mut |cells, _| {
        group.take(cells);
        if group.rows == GROUP_ROWS { group.write(&mut file) } else { Ok(()) }
    })?;
    // A table without rows has no group.
    if group.rows > 0 {
        group.write(&mut file)?;
    }
    file.close()?;
    Ok(())
}

fn schema<'a>(columns: impl Iterator<Item = &'a Attribute>) -> Result<TypePtr, WriteError> {
    let field = |column: &Attribute| {
        let (physical, logical) = match column.kind {
            Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
            Kind::Whole => (Physical::INT64, None),
            Kind::Real => (Physical::DOUBLE, None),
            Kind::Flag => (Physical::BOOLEAN, None),
        };
        let field = Type::primitive_type_builder(column.name, physical).with_logical_type(logical);
        field.with_repetition(Repetition::OPTIONAL).build().map(Arc::new)
    };
    let fields = columns.map(field).collect::<Result<_, _>>()?;
    Ok(Arc::new(Type::group_type_builder("table").with_fields(fields).build()?))
}

/// The rows that are not written yet.
struct Group {
    columns: Vec<Column>,
    rows: usize,
}

impl Group {
    fn take(&mut self, cells: &[Cell<'_>]) {
        self.rows += 1;
        self.columns.iter_mut().zip(cells).for_each(|(column, cell)| column.take(cell.as_ref()));
    }

    fn write<W: Write + Send>(&mut self, file: &mut SerializedFileWriter<W>) -> Result<(), WriteError> {
        let mut group = file.next_row_group()?;
        for column in &mut self.columns {
            if let Some(mut written) = group.next_column()? {
                column.write(&mut written)?;
                written.close()?;
            }
        }
        group.close()?;
        self.rows = 0;
        Ok(())
    }
}

/// One column of those rows: of each row whether it has a value, and the values of those that have one.
struct Column {
    has_value: Vec<i16>,
    values: Values,
}

enum Values {
    /// One behind the other, and where each ends.
    Texts(Vec<u8>, Vec<usize>),
    Wholes(Vec<i64>),
    Reals(Vec<f64>),
    Flags(Vec<bool>),
}

impl Column {
    fn new(kind: Kind) -> Self {
        let values = match kind {
            Kind::Text => Values::Texts(Vec::new(), Vec::new()),
            Kind::Whole => Values::Wholes(Vec::new()),
            Kind::Real => Values::Reals(Vec::new()),
            Kind::Flag => Values::Flags(Vec::new()),
        };
        Self { has_value: Vec::new(), values }
    }

    fn take(&mut self, value: Option<&Value<'_>>) {
        let fits = match (&mut self.values, value) {
            (Values::Texts(texts, ends), Some(Value::Text(text))) => {
                texts.extend_from_slice(text.as_bytes());
                ends.push(texts.len());
                true
            }
            (Values::Wholes(wholes), Some(Value::Whole(number))) => {
                wholes.push(i64::try_from(*number).unwrap_or(i64::MAX));
                true
            }
            (Values::Reals(reals), Some(Value::Real(number))) => {
                reals.push(*number);
                true
            }
            (Values::Flags(flags), Some(Value::Flag(flag))) => {
                flags.push(*flag);
                true
            }
            (_, value) => {
                debug_assert!(value.is_none(), "{value:?} is no value of its column");
                false
            }
        };
        self.has_value.push(i16::from(fits));
    }

    /// Writes what there is, and lets go of it.
    fn write(&mut self, written: &mut SerializedColumnWriter<'_>) -> Result<(), WriteError> {
        let levels = Some(&*self.has_value);
        match &mut self.values {
            Values::Texts(texts, ends) => {
                let all = ByteArray::from(std::mem::take(texts));
                let starts = std::iter::once(0).chain(ends.iter().copied());
                let texts: Vec<ByteArray> =
                    starts.zip(&*ends).map(|(start, end)| all.slice(start, end - start)).collect();
                written.typed::<ByteArrayType>().write_batch(&texts, levels, None)?;
                ends.clear();
            }
            Values::Wholes(wholes) => {
                written.typed::<Int64Type>().write_batch(wholes, levels, None)?;
                wholes.clear();
            }
            Values::Reals(reals) => {
                written.typed::<DoubleType>().write_batch(reals, levels, None)?;
                reals.clear();
            }
            Values::Flags(flags) => {
                written.typed::<BoolType>().write_batch(flags, levels, None)?;
                flags.clear();
            }
        }
        self.has_value.clear();
        Ok(())
    }
}
