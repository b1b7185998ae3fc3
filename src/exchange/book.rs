//! The sheets of a workbook (XLSX) as rows.
//!
//! Sheets are read cell by cell, so that one that claims to be large takes no memory for it. What spreadsheets made of a text
//! is read as the text that the format wants: a number without decimals, a date as `2024-03-14`, a flag as `true`.

use std::fmt;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, Xlsx};
use csv::ByteRecord;

use super::dataset::Dataset;
use super::form::Form;
use super::packed;
use super::problem::ReadError;
use super::read::{NOUNS, read};
use super::rows::{Files, MOST_COLUMNS, Rows, both};

/// The most characters of a cell: what a workbook holds.
const CELL_CHARS: usize = 32_767;

/// The most sheets: there are fewer nouns.
const SHEETS: usize = 100;

/// From here on a spreadsheet has rounded a number that somebody typed.
const ROUNDED: f64 = 1e15;

/// Reads the dataset in a workbook: a sheet a noun, the names of the columns in its first row.
///
/// * `most_unpacked`: what its parts may come to together, in bytes.
///
/// # Errors
/// As for [`read_bytes`](super::read_bytes).
pub(super) fn read_book(name: String, bytes: Vec<u8>, most_unpacked: u64) -> Result<Dataset, ReadError> {
    packed::check_parts(&bytes, most_unpacked).map_err(ReadError::Unreadable)?;
    let mut book = Book { bytes, sheets: Vec::new() };
    book.sheets = book.with(|xlsx| Ok(xlsx.sheet_names())).map_err(ReadError::Unreadable)?;
    let n_sheets = book.sheets.len();
    if n_sheets > SHEETS {
        return Err(ReadError::Unreadable(both(
            format!("heeft {n_sheets} bladen, meer dan {SHEETS}: is dit de werkmap van een dataset?"),
            format!("has {n_sheets} sheets, more than {SHEETS}: is this the workbook of a dataset?"),
        )));
    }
    let has_cells =
        |book: &Book, sheet: &str| book.with(|xlsx| Ok(xlsx.worksheet_cells_reader(sheet)?.next_cell()?.is_some()));
    let mut sheets = std::mem::take(&mut book.sheets);
    // A new workbook has a sheet in which nothing stands.
    sheets.retain(|sheet| NOUNS.contains(&sheet.as_str()) || has_cells(&book, sheet).unwrap_or(true));
    book.sheets = sheets;
    read(name, book)
}

struct Book {
    bytes: Vec<u8>,
    sheets: Vec<String>,
}

impl fmt::Debug for Book {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Book").field("sheets", &self.sheets).finish_non_exhaustive()
    }
}

type Opened<'a> = Xlsx<Cursor<&'a [u8]>>;

impl Book {
    /// Opens it. The library counts on positions that make sense, and panics over some that do not.
    fn with<T>(&self, work: impl FnOnce(&mut Opened<'_>) -> Result<T, calamine::XlsxError>) -> Result<T, [String; 2]> {
        let worked = catch_unwind(AssertUnwindSafe(|| {
            let mut xlsx = Xlsx::new(Cursor::new(&self.bytes[..]))?;
            work(&mut xlsx)
        }));
        let told = |error: &dyn fmt::Display| {
            both(
                format!("is geen werkmap die te lezen is: {error}"),
                format!("is no workbook that can be read: {error}"),
            )
        };
        match worked {
            Ok(worked) => worked.map_err(|error| told(&error)),
            Err(_) => Err(told(&"a cell has a place that cannot be")),
        }
    }
}

impl Files for Book {
    fn form(&self) -> Form {
        Form::Workbook
    }

    fn names(&self) -> Vec<String> {
        self.sheets.clone()
    }

    fn rows(&self, name: &str, rows: &mut dyn Rows) -> Result<(), [String; 2]> {
        self.with(|xlsx| {
            let mut cells = xlsx.worksheet_cells_reader(name)?;
            let mut gathering = Gathering { rows, line: 0, cells: Vec::new(), width: None, is_over: false };
            while let Some(cell) = cells.next_cell_with_formula_metadata()? {
                let (row, column) = cell.pos;
                gathering.cell(u64::from(row) + 1, column as usize, &cell.value, cell.formula.is_some());
                if gathering.is_over {
                    return Ok(());
                }
            }
            gathering.end_row();
            Ok(())
        })
    }
}

/// Cells that are gathered to rows.
struct Gathering<'a> {
    rows: &'a mut dyn Rows,
    /// The row that is being gathered; 0: none yet.
    line: u64,
    cells: Vec<String>,
    /// How many columns the first row names.
    width: Option<usize>,
    /// Whether the rows that follow are not wanted.
    is_over: bool,
}

impl Gathering<'_> {
    /// * `is_computed`: whether a formula stands in it, whose value it is.
    fn cell(&mut self, line: u64, column: usize, value: &DataRef<'_>, is_computed: bool) {
        if line != self.line {
            self.end_row();
            self.line = line;
        }
        let text = match text(value) {
            Ok(_) if is_computed && *value == DataRef::Empty => {
                let words = both(
                    "is een formule zonder uitkomst: open de werkmap in een rekenblad en bewaar die",
                    "is a formula without a value: open the workbook in a spreadsheet and save it",
                );
                self.rows.wrong(line, Some(&letters(column)), words);
                return;
            }
            Ok(text) if text.is_empty() => return,
            Ok(text) => text,
            Err(words) => {
                let column = letters(column);
                self.rows.wrong(line, Some(&column), words);
                return;
            }
        };
        if column >= self.width.unwrap_or(MOST_COLUMNS) {
            let words = both(
                "staat in een kolom die de eerste rij niet noemt",
                "stands in a column that the first row does not name",
            );
            self.rows.wrong(line, Some(&letters(column)), words);
            return;
        }
        if self.cells.len() <= column {
            self.cells.resize(column + 1, String::new());
        }
        self.cells[column] = text;
    }

    /// Hands over the row, unless it is empty.
    fn end_row(&mut self) {
        if self.cells.is_empty() || self.is_over {
            return;
        }
        let width = *self.width.get_or_insert(self.cells.len());
        self.cells.resize(width, String::new());
        let record = ByteRecord::from(std::mem::take(&mut self.cells));
        self.is_over = self.rows.row(self.line, &record).is_break();
    }
}

/// What a spreadsheet calls a column: A, B, …, AA.
fn letters(column: usize) -> String {
    let mut name = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        left -= 1;
        name.insert(0, b'A' + u8::try_from(left % 26).unwrap_or_default());
        left /= 26;
    }
    String::from_utf8_lossy(&name).into_owned()
}

/// The text that a cell stands for.
fn text(value: &DataRef<'_>) -> Result<String, [String; 2]> {
    let text = match value {
        DataRef::Empty => return Ok(String::new()),
        DataRef::String(text) => text.as_str(),
        DataRef::SharedString(text) => text,
        DataRef::DateTimeIso(text) => return Ok(text.strip_suffix("T00:00:00").unwrap_or(text).to_owned()),
        DataRef::DurationIso(text) => return Ok(text.clone()),
        DataRef::Bool(flag) => return Ok(flag.to_string()),
        DataRef::Int(number) => return Ok(number.to_string()),
        DataRef::Float(number) if number.abs() >= ROUNDED => {
            return Err(both(
                format!("is het getal {number}, en een rekenblad rondt zo'n lang getal af: maak van de kolom tekst"),
                format!("is the number {number}, and a spreadsheet rounds one as long as that: make the column text"),
            ));
        }
        // Without decimals where there are none.
        DataRef::Float(number) => return Ok(number.to_string()),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
            let date = format!("{year:04}-{month:02}-{day:02}");
            let is_day = (hour, minute, second) == (0, 0, 0);
            return Ok(if is_day { date } else { format!("{date}T{hour:02}:{minute:02}:{second:02}") });
        }
        DataRef::DateTime(duration) => return Ok(duration.as_f64().to_string()),
        DataRef::Error(error) => {
            return Err(both(
                format!("heeft de fout {error} van het rekenblad"),
                format!("has the error {error} of the spreadsheet"),
            ));
        }
    };
    if text.len() > CELL_CHARS && text.chars().count() > CELL_CHARS {
        return Err(both(
            format!("heeft meer dan {CELL_CHARS} tekens, meer dan een cel van een werkmap houdt"),
            format!("has more than {CELL_CHARS} characters, more than a cell of a workbook holds"),
        ));
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use network::network::{Network, Revision};
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::super::{MOST_UNPACKED, builtin, read_bytes, write_workbook};
    use super::*;

    fn network(name: &str) -> Network {
        let facts = builtin(name).and_then(Result::ok).map(|dataset| dataset.facts).unwrap_or_default();
        Network::build(facts, Revision { number: 1, recorded_at: chrono::DateTime::UNIX_EPOCH }).unwrap()
    }

    fn problems(bytes: Vec<u8>) -> String {
        read_bytes("made".into(), bytes, MOST_UNPACKED).err().map(|error| error.to_string()).unwrap_or_default()
    }

    /// A workbook with this sheet, whose first row names these columns.
    fn book(sheet: &str, columns: &[&str], more: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
        let mut book = Workbook::new();
        let made = book.add_worksheet().set_name(sheet).unwrap();
        for (at, column) in (0..).zip(columns) {
            made.write(0, at, *column).unwrap();
        }
        more(made);
        book.save_to_buffer().unwrap()
    }

    /// A workbook in which a part is another one.
    fn with_part(name: &str, bytes: &[u8]) -> Vec<u8> {
        let whole = book("seats", &["key"], |_| {});
        let mut archive = zip::ZipArchive::new(Cursor::new(&whole[..])).unwrap();
        let mut made = ZipWriter::new(Cursor::new(Vec::new()));
        for at in 0..archive.len() {
            let entry = archive.by_index_raw(at).unwrap();
            if entry.name().unwrap() != name {
                made.raw_copy_file(entry).unwrap();
            }
        }
        made.start_file(name, SimpleFileOptions::default()).unwrap();
        made.write_all(bytes).unwrap();
        made.finish().unwrap().into_inner()
    }

    #[test]
    fn what_is_written_reads_back_equal() {
        for name in ["regio-zwolle", "regio-voorbeeld"] {
            let network = network(name);
            let mut bytes = Vec::new();
            write_workbook(&network, &mut bytes).unwrap();
            let back = read_bytes(name.into(), bytes, MOST_UNPACKED).map_err(|error| error.to_string()).unwrap();
            let slug = &back.facts.organisations[0].slug;
            let place = back.place("organisations", slug).map(|place| (place.file, place.line));
            // The first row names the columns.
            assert_eq!(place, Some(("organisations".to_owned(), 2)));
            assert_eq!(Network::build(back.facts, network.revision()).unwrap().facts(), network.facts());
        }
    }

    #[test]
    fn what_a_spreadsheet_made_of_a_text_reads_as_the_text() {
        let columns = ["key", "organisation", "since", "inhabitants", "counted_on", "source", "confidence"];
        let bytes = book("municipality_statistics", &columns, |sheet| {
            let day = Format::new().set_num_format("yyyy-mm-dd");
            sheet.write(1, 0, "a").unwrap();
            sheet.write(1, 1, "gemeente-zwolle").unwrap();
            sheet.write(1, 3, 133_141.0).unwrap();
            let counted = ExcelDateTime::from_ymd(2024, 1, 31).unwrap();
            sheet.write_datetime_with_format(1, 4, &counted, &day).unwrap();
            sheet.write(1, 5, 2024).unwrap();
            sheet.write(1, 6, "HIGH").unwrap();
        });
        // That a column is unknown shows that all cells were read: nothing else is told.
        assert_eq!(
            problems(bytes.clone()).lines().collect::<Vec<_>>(),
            [
                "sheet municipality_statistics row 1, column since: is unknown: the columns are id, key, organisation, counted_on, inhabitants, area_km2, council_seats, source, confidence, audience, note"
            ]
        );
        let book = Book { bytes, sheets: Vec::new() };
        let mut seen = Seen::default();
        book.rows("municipality_statistics", &mut seen).unwrap();
        assert_eq!(seen.0[1], "2: a|gemeente-zwolle||133141|2024-01-31|2024|HIGH");
    }

    #[derive(Default)]
    struct Seen(Vec<String>);

    impl Rows for Seen {
        fn row(&mut self, line: u64, cells: &ByteRecord) -> std::ops::ControlFlow<()> {
            let cells: Vec<_> = cells.iter().map(String::from_utf8_lossy).collect();
            self.0.push(format!("{line}: {}", cells.join("|")));
            std::ops::ControlFlow::Continue(())
        }

        fn wrong(&mut self, line: u64, column: Option<&str>, [_, en]: [String; 2]) {
            self.0.push(format!("{line} {}: {en}", column.unwrap_or_default()));
        }
    }

    #[test]
    fn problems_are_told_with_sheet_row_and_column() {
        let columns = ["slug", "name_nl", "kind", "helix", "source", "confidence"];
        let bytes = book("organisations", &columns, |sheet| {
            for (at, cell) in (0..).zip(["a", "A", "SHOP", "BUSINESS", "us", "HIGH"]) {
                sheet.write(4, at, cell).unwrap();
            }
            sheet.write(5, 0, 12_345_678_901_234_567_890.0).unwrap();
            sheet.write(6, 7, "x").unwrap();
        });
        let told = problems(bytes);
        let lines: Vec<&str> = told.lines().collect();
        assert!(lines[0].starts_with("sheet organisations row 5, column kind: \"SHOP\" is none of "), "{told}");
        assert!(lines[1].starts_with("sheet organisations row 6, column A: is the number 1234567890123456"), "{told}");
        assert_eq!(
            lines[2],
            "sheet organisations row 7, column H: stands in a column that the first row does not name"
        );
        let other = book("Blad1", &["key"], |_| {});
        assert!(problems(other).starts_with("sheet Blad1: no noun has this name: there are cooperations, documents,"));
    }

    #[test]
    fn a_formula_needs_a_value_and_a_sheet_in_which_nothing_stands_is_no_noun() {
        let columns = ["slug", "name_nl", "kind", "helix", "since", "source", "confidence"];
        let mut made = Workbook::new();
        let sheet = made.add_worksheet().set_name("organisations").unwrap();
        for (at, column) in (0..).zip(columns) {
            sheet.write(0, at, column).unwrap();
        }
        for (at, cell) in (0..).zip(["a", "A", "COMPANY", "BUSINESS", "", "us", "HIGH"]) {
            sheet.write(1, at, cell).unwrap();
        }
        sheet.write_formula(1, 4, rust_xlsxwriter::Formula::new("=2000+15").set_result("2015")).unwrap();
        made.add_worksheet().set_name("Blad1").unwrap();
        assert_eq!(problems(made.save_to_buffer().unwrap()), "");
        for value in ["", "<v/>", "<v></v>"] {
            let cells = format!(
                r#"<row r="1"><c r="A1" t="str"><v>key</v></c></row><row r="2"><c r="A2"><f>1+1</f>{value}</c></row>"#
            );
            let sheet = format!("<worksheet><sheetData>{cells}</sheetData></worksheet>");
            let told = problems(with_part("xl/worksheets/sheet1.xml", sheet.as_bytes()));
            let expected = "sheet seats row 2, column A: is a formula without a value: open the workbook in a spreadsheet and save it";
            assert!(told.lines().any(|line| line == expected), "{value}: {told}");
        }
    }

    #[test]
    fn a_giant_cell_is_refused_before_it_is_held() {
        let giant = format!(
            r#"<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row></sheetData></worksheet>"#,
            "x".repeat(1 << 20)
        );
        assert_eq!(
            problems(with_part("xl/worksheets/sheet1.xml", giant.as_bytes())),
            "has in the part sheet1.xml a cell that is larger than a cell of a workbook can be"
        );
        let many = format!("<?xml version=\"1.0\"?><sst>{}</sst>", "<si/>".repeat(6_000_000));
        assert_eq!(
            problems(with_part("xl/sharedStrings.xml", many.as_bytes())),
            "has a part sharedstrings.xml with too many texts: send a zip of CSV files"
        );
    }

    #[test]
    fn a_sheet_that_claims_to_be_large_takes_no_memory_for_it() {
        let sheet = |cells: &str| {
            format!("<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{cells}</sheetData></worksheet>")
        };
        let far =
            r#"<row r="1"><c r="A1" t="str"><v>key</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
        let told = problems(with_part("xl/worksheets/sheet1.xml", sheet(far).as_bytes()));
        assert!(
            told.contains("row 1048576, column XFD: stands in a column that the first row does not name"),
            "{told}"
        );
        // A place that cannot be is no panic.
        let nowhere = r#"<row r="1"><c r="ZZZZZZZZZZZZZZZ1" t="str"><v>key</v></c></row>"#;
        let told = problems(with_part("xl/worksheets/sheet1.xml", sheet(nowhere).as_bytes()));
        assert!(!told.is_empty());
    }

    #[test]
    fn a_workbook_that_lies_about_its_texts_or_is_a_bomb_is_refused() {
        let texts = br#"<?xml version="1.0" encoding="UTF-8"?><sst uniqueCount="99999999999"><si><t>a</t></si></sst>"#;
        assert_eq!(
            problems(with_part("xl/sharedStrings.xml", texts)),
            "has a part sharedstrings.xml that promises more texts than it holds"
        );
        let other = br#"<?xml version="1.0" encoding="UTF-16LE"?><sst/>"#;
        assert!(problems(with_part("xl/sharedStrings.xml", other)).contains("promises more"));
        let styles = vec![b' '; 5 << 20];
        assert_eq!(
            problems(with_part("xl/styles.xml", &styles)),
            "has a part styles.xml of more than 4 MiB: copy the sheets into a new workbook"
        );
        let sheet = vec![b' '; 3 << 20];
        let bomb = with_part("xl/worksheets/sheet1.xml", &sheet);
        let told = read_bytes("made".into(), bomb, 2 << 20).err().map(|error| error.to_string());
        assert_eq!(told.as_deref(), Some("comes to more than 2 MiB when it is unpacked"));
        let cell = format!(
            r#"<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>{}</v></c></row></sheetData></worksheet>"#,
            "x".repeat(40_000)
        );
        let told = problems(with_part("xl/worksheets/sheet1.xml", cell.as_bytes()));
        assert!(told.contains("row 1, column A: has more than 32767 characters"), "{told}");
    }
}
